"""From a read document to a record: pydantic's findings, said in words and put at their line."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches
from json import dumps
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .problem import Problem
from .reading import Document, Path_

Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], document: Document, path: Path_, value: object) -> tuple[Model | None, list[Problem]]:
    """`value`, which stands at `path` in `document`, as a `model`; or None and every problem with it."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, [_problem(detail, model, document, path) for detail in _one_per_place(error.errors())]


def nearest(word: str, known: Iterable[str]) -> str:
    """`did you mean …?` for a misspelt word, or nothing."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{found[0]}'?" if found else ""


def _one_per_place(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """A union reports each branch that failed; the first one at a place says enough."""
    seen: dict[Path_, ErrorDetails] = {}
    for detail in details:
        place = tuple(part for part in detail["loc"] if part not in _BRANCHES and "[" not in str(part))
        seen.setdefault(place, detail)
    # A list with a broken entry is counted without it: "too short" is then no mistake of its own.
    counted = {place[:length] for place in seen for length in range(len(place))}
    return [
        {**detail, "loc": place}
        for place, detail in seen.items()
        if detail["type"] != "too_short" or place not in counted
    ]


# Parts of pydantic's location that name a branch of a union, not a place in the file.
_BRANCHES = {
    *("bool", "int", "str", "float", "constrained-int", "constrained-str"),
}


def _problem(detail: ErrorDetails, model: type[BaseModel], document: Document, path: Path_) -> Problem:
    loc: Path_ = tuple(detail["loc"])
    place = document.place((*path, *loc))
    field = str(loc[-1]) if loc else ""
    named = _named(loc)
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return Problem(document.place((*path, *loc[:-1])), f"the field '{field}' is missing", fix=f"add `{field}: …`")
    if kind == "extra_forbidden":
        known = _fields_at(model, loc[:-1])
        return Problem(
            place,
            f"'{field}' is not a field here",
            allowed=", ".join(known),
            fix=nearest(field, known) or f"delete `{field}` or correct its spelling",
        )
    if kind in ("enum", "literal_error"):
        given = _bare(detail["input"])
        allowed = str(context.get("expected", "")).replace(" or ", ", ")
        words = [word.strip(" '") for word in allowed.split(",")]
        return Problem(
            place,
            f"'{given}' is not a value of {named}",
            ", ".join(words),
            nearest(given, words) or "use one of these",
        )
    if kind == "string_pattern_mismatch":
        return Problem(
            place, f"'{_bare(detail['input'])}' is not a valid {_what(field)}", _pattern_words(str(context["pattern"]))
        )
    if kind == "mistake":
        return Problem(document.place((*path, *loc, *context["at"])), context["wrong"], fix=context["fix"])
    if kind.startswith("date"):
        return Problem(place, f"'{_bare(detail['input'])}' is not a date", "year-month-day, such as 2026-11-22")
    if kind in ("model_type", "dict_type"):
        return Problem(
            place, f"no fields stand in {named}", "lines of `name: value`", "write them, or delete what stands here"
        )
    if kind in ("tuple_type", "list_type"):
        return Problem(place, f"{named} is a list", "lines that begin with `- `, or `[one, two]`")
    if kind == "string_type":
        return Problem(
            place, f"{named} is a text, but {_said(detail['input'])} was found", fix="put it in quotes, or fill it in"
        )
    if kind.startswith(("int_", "float_")):
        return Problem(place, f"{named} is a number, but {_said(detail['input'])} was found", "such as 12 or 3.5")
    if kind.startswith("bool_"):
        return Problem(place, f"{named} is `true` or `false`, but {_said(detail['input'])} was found", "true, false")
    if kind in _LIMITS:
        sign, name = _LIMITS[kind]
        return Problem(
            place, f"{named} is {_said(detail['input'])}, which is out of its range", f"{sign} {context[name]}"
        )
    if kind == "too_short":
        least = context["min_length"]
        return Problem(place, f"{named} holds too little", f"at least {least}", "add what is missing")
    if kind in ("too_long", "string_too_long"):
        return Problem(place, f"{named} holds too much", f"at most {context['max_length']}", "shorten it")
    if kind == "string_too_short":
        return Problem(place, f"{named} is empty", fix="fill it in, or delete the line")
    # Whatever else the validator knows, its own words would say nothing to whoever wrote the file.
    return Problem(place, f"{named} cannot be {_said(detail['input'])}", fix="see how another record writes it")


# Kinds of numbers that are too large or too small, with the sign of the limit and where it stands.
_LIMITS = {
    "greater_than_equal": (">=", "ge"),
    "greater_than": (">", "gt"),
    "less_than_equal": ("<=", "le"),
    "less_than": ("<", "lt"),
    "multiple_of": ("multiples of", "multiple_of"),
}
_MOST_SAID = 80


def _bare(value: object) -> str:
    """The same without the quotes of a text, for a sentence that has its own."""
    return value[:_MOST_SAID] if isinstance(value, str) else _said(value)


def _said(value: object) -> str:
    """A value as a file writes it, so much of it as a sentence can hold."""
    text = repr(value) if isinstance(value, str) else dumps(value, ensure_ascii=False, default=str)
    text = format(value, "f") if isinstance(value, Decimal) else text
    return text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"


def _named(loc: Path_) -> str:
    """How a problem calls a field, an entry of a list, or all of a record."""
    last = loc[-1] if loc else "this record"
    return f"entry {last + 1} of {_named(loc[:-1])}" if isinstance(last, int) else f"'{last}'" if loc else last


def _what(field: str) -> str:
    return "id" if field in ("id", "") or field.isdigit() else f"'{field}'"


def _pattern_words(pattern: str) -> str:
    """Each pattern in use, in words; a test keeps this list complete."""
    return PATTERNS_IN_WORDS.get(pattern, f"text of the form {pattern}")


PATTERNS_IN_WORDS = {
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "small letters, digits and single hyphens, such as knee-oa-recreational",
    r"^H[0-9]{2}$": "H and two digits, such as H07",
    r"^[AB][0-9]{2}$": "A or B and two digits, such as B06",
    r"^10\.\d{4,9}/\S+$": "a DOI without 'https://doi.org/', such as 10.2519/jospt.2017.7137",
    r"^[1-9][0-9]{0,8}$": "the number in quotes, such as '25582581'",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$": "claim-id/figure-id, such as knee-oa-recreational/elite",
    r"^[a-z0-9-]+(\.[a-z0-9-]+)+$": "the name of a host in small letters, such as example.org",
    r"^(visit|always|1 day|[2-9] days|[1-9][0-9]{1,3} days)$": "visit, a number of days such as '30 days', or always",
    r"^PMC[0-9]+$": "PMC and digits, such as PMC9304091",
    r"^https?://[^\s/]+(/\S*)?$": "an address that begins with https://",
    r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md(#[a-z0-9_-]+)?$": "a page below docs/, such as bones/does-running-build-bone.md",
}


def _fields_at(model: type[BaseModel], loc: Path_) -> list[str]:
    """Names of the fields of the model that stands at `loc`, as they are written in the file."""
    current: Any = model
    for part in loc:
        if isinstance(part, str) and isinstance(current, type) and issubclass(current, BaseModel):
            match = next((f for n, f in current.model_fields.items() if part in (n, f.alias)), None)
            current = _model_in(match.annotation) if match else None
        if current is None:
            return []
    return [field.alias or name for name, field in current.model_fields.items()] if current else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The record model inside a type such as `tuple[Figure, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in getattr(annotation, "__args__", ()) if (found := _model_in(arg))), None)
