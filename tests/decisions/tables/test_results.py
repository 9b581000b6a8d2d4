"""A result that is written in a wrong form is one sentence at its place; in any order of its outputs it is right."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from macros.records.files.reading import parse_yaml
from macros.records.files.writing import yaml_text
from macros.render.decisions.tool import decision, decision_built
from tests.render.decisions.making import page_with, text_of

from ..making import asked, compiled, compiled_with_problems, outcomes

ONE = (
    "hit_policy: first\ninputs:\n"
    + asked("pain", "range: '[0..9]'")
    + "rules:\n"
    + "  - {id: much, when: {pain: '> 5'}, then: stop, because: x}\n"
    + "  - {id: rest, then: go, because: x}\n"
    + outcomes("stop", "go")
    + "examples:\n  - {given: {pain: 9}, then: stop}\n  - {given: {pain: 1}, then: go}\n"
)
TWO = (
    "hit_policy: first\ninputs:\n"
    + asked("pain", "range: '[0..9]'")
    + "rules:\n"
    + "  - {id: much, when: {pain: '> 5'}, then: {colour: red, points: 3}, because: x}\n"
    + "  - {id: rest, then: {colour: amber, points: 1}, because: x}\n"
    + "outputs:\n  - {id: colour, label: Colour, values: {red: Red, amber: Amber}}\n"
    + "  - {id: points, label: Points, range: '[0..5]'}\n"
    + "examples:\n  - {given: {pain: 9}, then: {colour: red, points: 3}}\n"
    + "  - {given: {pain: 1}, then: {colour: amber, points: 1}}\n"
)
ONE_RESULT = "write one outcome's id, a whole number, or `output: value` each"


@pytest.mark.parametrize(
    ("text", "old", "new", "wrong"),
    [
        (ONE, "then: stop, because", "then: [stop], because", '`["stop"]` is not one result'),
        (ONE, "then: stop, because", "then: null, because", "`null` is not one result"),
        (ONE, "then: stop, because", "then: true, because", "`true` is not one result"),
        (ONE, "then: stop, because", "then: Stop it, because", '`"Stop it"` is not one result'),
        (ONE, "then: stop, because", "then: 3, because", "there is no outcome '3'"),
        (ONE, "then: stop, because", "then: {colour: stop}, because", "there is no output 'colour'"),
        (ONE, "pain: 9}, then: stop", "pain: 9}, then: [stop]", "this decision gives one result, not a list"),
        (ONE, "pain: 9}, then: stop", "pain: 9}, then: stopp", "there is no outcome 'stopp'"),
        (ONE, "pain: 9}, then: stop", "pain: 9}, then: {colour: stop}", "there is no output 'colour'"),
        (ONE, "{pain: 9}", "{pain: null}", "`null` is no answer"),
        (ONE, "{pain: 9}", "{pain: 1.5}", "'1.5' is not an answer to 'pain'"),
        (ONE, "pain: '> 5'", "pain: {more: 5}", '`{"more": 5}` is no cell'),
        (TWO, "{colour: red, points: 3}, because", "{colour: red}, because", "the output 'points' is missing"),
        (TWO, "{colour: red, points: 3}, because", "red, because", "this decision has several outputs"),
        (TWO, "red, points: 3}, because", "red, points: yes}, because", "'yes' is not in the range of 'points'"),
        (TWO, "red, points: 3}, because", "red, points: 9}, because", "'9' is not in the range of 'points'"),
        (TWO, "{colour: red, points: 3}}", "{colour: red}}", "the output 'points' is missing"),
        (TWO, "{colour: red, points: 3}}", "red}", "this decision has several outputs"),
    ],
)
def test_a_result_in_a_wrong_form_is_one_sentence_at_its_line(text: str, old: str, new: str, wrong: str) -> None:
    assert text.count(old) == 1
    problems = compiled_with_problems(test=text.replace(old, new))[1]
    about = [problem for problem in problems if "no example shows" not in problem.wrong]
    assert [problem.wrong for problem in about] == [wrong]
    line = text[: text.index(old)].count("\n") + 1
    assert about[0].place.line == line
    assert about[0].fix or about[0].allowed


def test_outputs_may_stand_in_any_order() -> None:
    turned = TWO.replace("{colour: red, points: 3}", "{points: 3, colour: red}")
    assert turned != TWO
    pages = [page_with(test=text) for text in (TWO, turned)]
    for shown in (decision, decision_built):
        one, other = (text_of(shown(page, "test")) for page in pages)
        assert one == other
    made, again = (compiled(test=text)["test"] for text in (TWO, turned))
    assert made.fingerprint == again.fingerprint


def test_a_count_has_one_output() -> None:
    text = TWO.replace("hit_policy: first", "hit_policy: collect\naggregation: count")
    assert "'count' needs one output" in [problem.wrong for problem in compiled_with_problems(test=text)[1]]


# ── Anything anywhere ────────────────────────────────────────────────────────────────────────────────────────────

ODD: list[Any] = [None, True, -1, 10**20, 1.5, "", "x", "[9..0]", "not(-)", "((", [], ["stop"], [[1]], {}, {"a": [1]}]


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a value that something else can stand at."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return (
        [path, *(place for key, part in inside for place in places(part, (*path, key)))]
        if path
        else [place for key, part in inside for place in places(part, (key,))]
    )


def changed(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    if not path:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = changed(value[path[0]], path[1:], new)
    return copy


@pytest.mark.parametrize("text", [ONE, TWO], ids=["one output", "two outputs"])
def test_whatever_stands_anywhere_is_refused_or_works(text: str) -> None:
    """Nothing that a contributor can write ends in a traceback."""
    value = parse_yaml(text, "x.yml").value
    found = [
        compiled_with_problems(test=yaml_text(changed(value, path, new))) for path, new in product(places(value), ODD)
    ]
    assert sum(bool(problems) for _, problems in found) > len(found) // 2
    assert all(problem.place.file == "test.yml" and str(problem) for _, problems in found for problem in problems)
