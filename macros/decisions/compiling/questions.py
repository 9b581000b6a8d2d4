"""A question as it is written, for a fact or for one decision: its words, its signs, what its answer may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from re import fullmatch
from types import MappingProxyType

from ...records import Asking, Fact, Problem, Sign
from ...records.files.problem import Place
from ...records.files.validating import nearest
from ...records.sign import screens_of
from ..space.decimals import (
    MAX_EXACT,
    NUMBER,
    SCALES,
    NumberError,
    plain,
    read_number,
    scale_in,
    scale_of,
    stored,
)
from ..space.domain import YES_NO, Domain
from ..tables.table import Question

Path = tuple[str | int, ...]
Report = Callable[..., None]  # where in the record, what is wrong, what is allowed, the fix


def read_facts(
    facts: Mapping[str, Fact], signs: Mapping[str, Sign], place: Callable[..., Place]
) -> tuple[dict[str, Question], list[Problem]]:
    """Every fact as a question, and what is wrong with any. `place(id, *path)` says where a field of one stands."""
    found: dict[str, Question] = {}
    problems: list[Problem] = []
    for id, fact in facts.items():

        def report(path: Path, wrong: str, allowed: str = "", fix: str = "", of: str = id) -> None:
            problems.append(Problem(place(of, *path), wrong, allowed, fix))

        question = read_question(fact, id, signs, report)
        if question is not None:
            found[id] = question
    return found, problems


def read_question(
    asking: Asking, id: str, signs: Mapping[str, Sign], report: Report, named: Iterable[object] = ()
) -> Question | None:
    """The question; None where something is wrong with it. `named` are the cells about it that may need decimals."""
    domain = read_domain(asking, report, named)
    if domain is None:
        return None

    def known(ids: tuple[str, ...]) -> tuple[Sign, ...]:
        return tuple(signs[id] for id in ids if id in signs)

    told = asking.options or {}
    options = {id: option.label for id, option in told.items()}
    said_by = {id: known(option.signs) for id, option in told.items() if option.signs}
    hints = {id: "; ".join(sign.ask for sign in those) for id, those in said_by.items()}
    hints |= {id: option.hint for id, option in told.items() if option.hint}
    return Question(
        id,
        asking.ask or "",
        asking.short or asking.ask or id,
        asking.why or "",
        domain,
        MappingProxyType({"false": "No", "true": "Yes"} if asking.boolean else options),
        MappingProxyType(hints),
        MappingProxyType({heading: known(ids) for heading, ids in screens_of(asking.signs).items()}),
        asking.help or "",
        MappingProxyType(said_by),
        asking.help_on or "",
        asking,
    )


def read_domain(asking: Asking, report: Report, named: Iterable[object] = ()) -> Domain | None:
    """What an answer may be."""
    if asking.boolean:
        return YES_NO
    if asking.range is not None:
        return read_range(
            report, asking.range, step=asking.step, unit=asking.unit or "", scale=asking.scale, named=named
        )
    assert asking.options is not None
    own = {key: option for key, option in asking.options.items() if option.stands_for is None}
    stand_ins = {key: option.stands_for for key, option in asking.options.items() if option.stands_for is not None}
    wrong = {key: other for key, other in stand_ins.items() if other not in own}
    for key, other in wrong.items():
        report(
            ("options", key, "as"),
            f"'{other}' is not another option of this question",
            ", ".join(own),
            nearest(other, own),
        )
    if len(own) < 2:
        report(("options",), "a question has at least two different answers")
    if wrong or len(own) < 2:
        return None
    aliases = {key: list(own).index(other) for key, other in stand_ins.items()}
    return Domain(
        "choice", len(own), tuple(own), tuple(option.label for option in own.values()), MappingProxyType(aliases)
    )


def read_range(
    report: Report,
    text: str,
    *,
    step: int | Decimal | None = None,
    unit: str = "",
    scale: int | None = None,
    named: Iterable[object] = (),
) -> Domain | None:
    """The domain of a range such as '[0..10]' or '[0.0..2.5]', counted as exactly as `scale` says.

    Without a scale, by the number with the most decimals of it and of the cells in `named`.
    """
    path = ("range",)
    if scale not in (None, *SCALES):
        report(("scale",), f"{scale} is not a scale", ", ".join(map(str, SCALES)))
        return None
    match = fullmatch(rf"\[\s*({NUMBER})\s*\.\.\s*({NUMBER})\s*\]", text)
    allowed = "[low..high] in numbers, high a whole number of steps up"
    try:
        numbers = [read_number(word) for word in match.groups()] if match else []
        numbers += [] if step is None else [read_number(step)]
        scale = scale or max(scale_of(numbers), scale_in(named))
        parts = [stored(number, scale) for number in numbers]
    except NumberError as error:
        report(path, f"'{text}' is not a range: {error}", allowed)
        return None
    low, high, by = (*parts, 1)[:3] if match else (0, 0, 1)
    if low >= high or by < 1 or (high - low) % by:
        said = "" if step is None else f" in steps of {plain(step)}"
        report(path, f"'{text}' is not a range{said}", allowed)
        return None
    if max(-low, high) > MAX_EXACT:
        report(path, f"'{text}' holds more numbers than a browser counts exactly", fix="take fewer decimals")
        return None
    return Domain("integer", (high - low) // by + 1, low=low, step=by, unit=unit, scale=scale)
