""" "Not sure" is proved against every answer that it could stand for, or its exception is written down."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

import pytest

from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.compiling.questions import read_facts
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.proofs.unsure import less_careful_when_unsure, unsure_answers
from macros.decisions.tables.evaluate import Outcome, results_in
from macros.decisions.tables.table import Values
from macros.records import Decision, Fact, Place, Problem
from macros.records.question import OptionText

from .. import oracle
from ..generated import generated
from ..guide import guide, guide_facts, guide_signs
from ..making import asked, example, outcomes, wrongs
from .test_verify import rule

PAIN = asked("pain", "range: '[0..9]', short: pain")
HIP_FIRST = rule("hip", "stop", site="hip") + rule("pain", "ease", pain="> 5") + rule("rest", "go")
TO_KNEE = "knee: Knee, hip: Hip, shin: Shin, not-sure: {label: Not sure, as: knee}"
TO_HIP = "knee: Knee, hip: Hip, shin: Shin, not-sure: {label: Not sure, as: hip}"


def table(options: str, rules: str, more: str = "") -> str:
    site = asked("site", f"short: site, options: {{{options}}}")
    shown = "examples:\n" + example({"pain": 9, "site": "hip"}, "stop")
    return f"hit_policy: first\ninputs:\n{site}{PAIN}rules:\n{rules}{outcomes('stop', 'ease', 'go')}{more}{shown}"


def lapses(text: str) -> list[str]:
    """What is wrong about being unsure."""
    return [wrong for wrong in wrongs(text) if "less careful" in wrong]


def test_standing_for_a_less_careful_answer_is_refused_with_a_witness() -> None:
    assert not lapses(table(TO_HIP, HIP_FIRST))
    (wrong,) = lapses(table(TO_KNEE, HIP_FIRST))
    assert wrong == (
        "'Not sure' to 'site' can lead to a less careful result than 'Hip', which it could stand for: "
        "pain: 5 or less: go, where 'Hip' gives stop"
    )


def test_every_answer_that_it_could_stand_for_is_compared() -> None:
    rules = rule("hip", "ease", site="hip") + rule("shin", "stop", site="shin", pain="> 7") + rule("rest", "go")
    (wrong,) = lapses(table(TO_HIP, rules))
    assert "less careful result than 'Shin', which it could stand for: pain: 8 or more: ease, where" in wrong
    (wrong,) = lapses(table(TO_KNEE, rules))
    assert "less careful result than 'Hip' or 'Shin', which" in wrong


def test_an_answer_of_its_own_is_proved_like_a_stand_in() -> None:
    own = "knee: Knee, hip: Hip, not-sure: Not sure"
    unsure = rule("unsure", "ease", site="not-sure") + rule("rest", "go")
    assert lapses(table(own, rule("hip", "stop", site="hip", pain="3") + unsure))
    assert not lapses(table(own, rule("hip", "ease", site="hip", pain="3") + unsure))


def test_what_says_that_the_reader_is_unsure_is_proved_under_any_id() -> None:
    assert lapses(table("knee: Knee, hip: Hip, other: {label: I do not know, as: knee}", HIP_FIRST))
    assert not lapses(table("knee: Knee, hip: Hip, other: {label: Another joint, as: knee}", HIP_FIRST))


EXCEPTION = "unsure: [{input: %s, less_careful_than: [%s], because: They are seen anyway.}]\n"


def test_an_exception_holds_for_the_answers_that_it_names() -> None:
    rules = rule("hip", "stop", site="hip") + rule("shin", "ease", site="shin") + rule("rest", "go")
    assert not lapses(table(TO_KNEE, rules, EXCEPTION % ("site", "hip, shin")))
    (wrong,) = lapses(table(TO_KNEE, rules, EXCEPTION % ("site", "hip")))
    assert "less careful result than 'Shin', which" in wrong


@pytest.mark.parametrize(
    ("input", "answers", "wrong"),
    [
        ("site", "hip, shin", "no exception is needed: being unsure about 'site' is never less careful than 'shin'"),
        ("site", "hip, knee", "no exception is needed: being unsure about 'site' is never less careful than 'knee'"),
        ("site", "hip, hip", "'hip' is named twice for 'site'"),
        ("site", "hip, elbow", "'elbow' is not an answer to 'site'"),
        ("pain", "hip", "there is no question 'pain' here that \"Not sure\" answers"),
        ("sight", "hip", "there is no question 'sight' here that \"Not sure\" answers"),
    ],
)
def test_an_exception_that_is_not_needed_is_refused(input: str, answers: str, wrong: str) -> None:
    assert wrong in wrongs(table(TO_KNEE, HIP_FIRST, EXCEPTION % (input, answers)))


# ── Against trying every combination ─────────────────────────────────────────────────────────────────────────────


def care(decision: Compiled, values: Values) -> list[int]:
    """Higher is more careful."""
    return [
        value if isinstance(value, int) else -column.values.index(value)
        for value, column in zip(values, decision.table.outputs, strict=False)
    ]


def loses(decision: Compiled, unsure: Outcome, other: Outcome) -> bool:
    """Whether the other outcome has a result that being unsure neither has nor makes good."""
    has, had = (results_in(outcome, decision.table.many) for outcome in (unsure, other))
    new = [care(decision, values) for values in has if values not in had]
    return any(values not in has and all(one < care(decision, values) for one in new) for values in had)


def less_careful(decision: Compiled) -> set[str]:
    """Questions where some combination is less careful for "Not sure" than for an answer that it could stand for."""
    table, found = decision.table, set()
    for id, answer in unsure_answers(decision):
        index = [axis.id for axis in table.axes].index(id)
        own = table.axes[index].domain.position(answer)
        for point in oracle.attainable(decision):
            unsure = (*point[:index], own or 0, *point[index + 1 :])
            if loses(decision, oracle.outcome(table, unsure), oracle.outcome(table, point)):
                found.add(id)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_what_is_found_is_what_trying_every_combination_finds(seed: int) -> None:
    kinds = {True: 0, False: 0}
    for decision, _ in generated(60, seed):
        if prod(axis.domain.size for axis in decision.table.axes) > 1500:
            continue  # a derived value counts as an axis here, which can be too many to try
        expected = less_careful(decision)
        assert {flaw.about for flaw in less_careful_when_unsure(decision)} == expected
        kinds[bool(expected)] += bool(list(unsure_answers(decision)))
    assert min(kinds.values()) > 2


# ── What is shown below another result ───────────────────────────────────────────────────────────────────────────

NOT_SURE = "options: {no: No, yes: Yes, not-sure: {label: Not sure, as: yes}}"
B = asked("b", NOT_SURE)
MAIN = (
    "hit_policy: first\ninputs:\n"
    + asked("a", NOT_SURE)
    + "  - fact: b\n"
    + "rules:\n"
    + rule("a", "stop", a="yes")
    + rule("rest", "go")
    + outcomes("stop", "go")
    + "with: [beside]\nexamples:\n"
    + example({"a": "yes"}, "stop")
)
BESIDE = (
    "hit_policy: collect\ninputs:\n  - {id: main, decision: test, short: Main}\n  - fact: b\nrules:\n"
    + "%s"
    + outcomes("more", "less")
    + "examples:\n"
    + example({"a": "yes", "b": "no"}, "[]")
)


@pytest.mark.parametrize(
    ("rules", "lapse"),
    [
        # A remark that stays away because the result above it is stricter costs no care.
        (rule("b", "more", main="go", b="yes"), False),
        # One that stays away for the answer alone does.
        (rule("b", "more", main="go", b="no"), True),
        (rule("b", "less", main="go", b="no") + rule("c", "more", main="go", b="yes"), False),
        (rule("b", "more", main="go", b="no") + rule("c", "less", main="go", b="yes"), True),
    ],
)
def test_what_is_shown_below_a_result_is_judged_with_it(rules: str, lapse: bool) -> None:
    said = wrongs(MAIN, B, beside=BESIDE % rules)
    assert any("less careful result" in wrong for wrong in said) == lapse
    alone = wrongs(MAIN.replace("with: [beside]\n", ""), B, beside=BESIDE % rules)
    assert any("'Not sure' to 'a?' can lead to a less careful result" in wrong for wrong in alone)


# ── The guide's own ──────────────────────────────────────────────────────────────────────────────────────────────


def _options(decision: Compiled, id: str) -> Mapping[str, OptionText]:
    """The answers to a question that a decision asks, its own or a fact; none of what is worked out."""
    question = decision.questions.get(id)
    return (question and question.written and question.written.options) or {}


FLIPS = [
    (decision.id, item.id, answer, other)
    for decision in guide().values()
    for item in decision.record.inputs
    for options in [_options(decision, item.id)]
    for answer, option in options.items()
    if option.stands_for
    for other, own in options.items()
    if own.stands_for is None and other != option.stands_for
]


def flipped(decision: str, input: str, answer: str, other: str) -> list[Problem]:
    """What is wrong once an answer stands for another one, in that decision and those that it rests on."""
    needed: dict[str, Decision] = {}

    def add(id: str) -> None:
        needed[id] = guide()[id].record
        for item in needed[id].inputs:
            if item.decision and item.decision not in needed:
                add(item.decision)

    add(decision)
    record, question = needed[decision], guide()[decision].questions[input]
    assert question.written
    turned = question.written.model_copy(
        update={
            "options": {
                id: option.model_copy(update={"stands_for": other}) if id == answer else option
                for id, option in _options(guide()[decision], input).items()
            }
        }
    )
    facts = dict(guide_facts())
    if isinstance(turned, Fact):
        facts |= read_facts({turned.id: turned}, guide_signs(), lambda id, *_: Place(id))[0]
    else:
        inputs = tuple(turned if item.id == input else item for item in record.inputs)
        needed[decision] = record.model_copy(update={"inputs": inputs})
    return compile_decisions(needed, lambda id, *where: Place(id), facts=facts)[1]


@pytest.mark.parametrize("flip", FLIPS, ids=".".join)
def test_no_answer_of_the_guide_can_stand_for_another_one_in_silence(flip: tuple[str, str, str, str]) -> None:
    assert any(problem.place.file == flip[0] for problem in flipped(*flip))


def test_most_warnings_that_are_turned_round_are_refused_by_proof() -> None:
    """The rest are the exceptions that are written down, and answers that lead to other words with the same care."""
    turned = [flip for flip in FLIPS if flip[2] == "not-sure"]
    proved = [flip for flip in turned if any("less careful" in problem.wrong for problem in flipped(*flip))]
    assert len(proved) > 0.9 * len(turned) > 30, sorted(set(turned) - set(proved))
