"""Guarantees hold exactly where trying every combination says so."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.space.domain import Answer
from macros.decisions.tables.evaluate import first_values

from .. import oracle
from ..making import asked, compiled_with_problems, outcomes, wrongs
from .test_verify import rule

INPUTS = (
    "inputs:\n"
    + asked("pain", "range: '[0..4]', short: pain")
    + asked("site", "options: {knee: Knee, hip: Hip, shin: Shin, not-sure: {label: Not sure, as: shin}}")
    + asked("new", "options: {no: No, yes: Yes}")
)
# Odd on purpose: neither the numbers nor the sites are in order everywhere.
ODD = (
    rule("bone", "stop", site="shin", pain="> 0")
    + rule("much", "stop", pain="> 3")
    + rule("some", "ease", pain="[2..3]", new="no")
    + rule("hip", "ease", site="hip", pain="<= 1")
    + rule("rest", "go")
)
SHOWN = "examples:\n  - {given: {pain: 4}, then: stop}\n"
TABLE = f"hit_policy: first\n{INPUTS}rules:\n{ODD}{outcomes('stop', 'ease', 'go')}{SHOWN}"
CAUTION = {"go": 0, "ease": 1, "stop": 2}


def found(promise: str) -> list[str]:
    """What is wrong with the table under a guarantee, examples apart."""
    said = wrongs(f"{TABLE}guarantees:\n  - {{id: g, says: so, {promise}}}\n")
    return [wrong for wrong in said if "the guarantee" in wrong or "there is no outcome" in wrong]


def decision() -> Compiled:
    return compiled_with_problems(test=TABLE)[0]["test"]


Point = tuple[int, str, str]


def told(made: Compiled, pain: Answer, site: str, new: str) -> str:
    return str(first_values(oracle.told(made, {"pain": pain, "site": site, "new": new}), many=False)[0])


SITES = ("knee", "hip", "shin")
EVERY = list(product(range(5), SITES, ("no", "yes")))
WHEN = {
    "{}": EVERY,
    "{pain: '> 3'}": [point for point in EVERY if point[0] > 3],
    "{pain: '<= 1', site: 'knee, hip'}": [point for point in EVERY if point[0] <= 1 and point[1] != "shin"],
    "{site: shin}": [point for point in EVERY if point[1] == "shin"],
    "{site: shin, pain: '>= 1'}": [point for point in EVERY if point[1] == "shin" and point[0] >= 1],
    "{new: yes, site: not(shin)}": [point for point in EVERY if point[2] == "yes" and point[1] != "shin"],
}
SETS = (["stop"], ["ease"], ["go"], ["stop", "ease"], ["ease", "go"], ["stop", "go"])


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("names", SETS, ids="-".join)
def test_always_and_never(when: str, names: list[str]) -> None:
    made = decision()
    given = {told(made, *point) for point in WHEN[when]}
    listed = f"[{', '.join(names)}]"
    assert bool(found(f"when: {when}, always: {listed}")) == (not given <= set(names))
    assert bool(found(f"when: {when}, never: {listed}")) == bool(given & set(names))


def falls(made: Compiled, pairs: list[tuple[Point, Point]]) -> bool:
    """Whether a later answer of a pair leads to less caution than the earlier one."""
    return any(CAUTION[told(made, *later)] < CAUTION[told(made, *earlier)] for earlier, later in pairs)


@pytest.mark.parametrize("when", WHEN)
def test_monotone_in_a_number(when: str) -> None:
    inside = WHEN[when]
    pairs = [(one, other) for one in inside for other in inside if one[1:] == other[1:] and one[0] < other[0]]
    assert bool(found(f"when: {when}, monotone: {{input: pain}}")) == (falls(decision(), pairs) or not pairs)


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("order", [("knee", "hip", "shin"), ("hip", "knee"), ("knee", "shin"), ("shin", "hip")])
def test_monotone_in_a_choice(when: str, order: tuple[str, ...]) -> None:
    inside = WHEN[when]
    pairs = [
        (point, (point[0], later, point[2]))
        for earlier, later in combinations(order, 2)
        for point in inside
        if point[1] == earlier and (point[0], later, point[2]) in inside
    ]
    wrong = found(f"when: {when}, monotone: {{input: site, order: [{', '.join(order)}]}}")
    assert bool(wrong) == (falls(decision(), pairs) or not pairs)


# From `none` to `some` nothing is left of the promise, if what is not named in the order is passed over.
SAWTOOTH = (
    "hit_policy: first\ninputs:\n"
    + asked("harm", "options: {none: None, some: Some, much: Much}")
    + asked("pain", "range: '[0..9]', short: pain")
    + "rules:\n"
    + rule("none", "stop", harm="none")
    + rule("some", "ease", harm="some")
    + rule("much", "go", harm="much")
    + outcomes("stop", "ease", "go")
    + "examples:\n  - {given: {harm: none}, then: stop}\n"
)


def sawtooth(promise: str) -> list[str]:
    said = wrongs(f"{SAWTOOTH}guarantees:\n  - {{id: g, says: so, {promise}}}\n")
    return [wrong for wrong in said if "the guarantee" in wrong]


def test_an_outcome_that_the_order_leaves_out_is_refused_not_passed_over() -> None:
    (wrong,) = sawtooth("monotone: {input: harm, order: [none, some, much], outcomes: [go, stop]}")
    assert wrong == "the guarantee 'g': its `outcomes` leave out 'ease', to which these answers can lead"
    (wrong,) = sawtooth(
        "when: {pain: '> 4', harm: not(none)}, monotone: {input: harm, order: [much, some], outcomes: [go]}"
    )
    assert "leave out 'ease'" in wrong
    assert not sawtooth("when: {harm: not(some)}, monotone: {input: harm, order: [much, none], outcomes: [go, stop]}")


def test_a_when_on_the_input_itself_narrows_what_is_compared() -> None:
    assert sawtooth("monotone: {input: harm, order: [much, some, none], outcomes: [ease, go, stop]}")
    only = "when: {harm: [much, none]}"
    assert not sawtooth(f"{only}, monotone: {{input: harm, order: [much, some, none], outcomes: [go, stop]}}")
    (wrong,) = sawtooth("when: {harm: some}, monotone: {input: harm, order: [much, some, none]}")
    assert wrong == "the guarantee 'g' proves nothing: `when` leaves one answer to 'harm'"


NUMBERS = (
    "hit_policy: first\ninputs:\n"
    + asked("pain", "range: '[0..9]', short: pain")
    + asked("far", "range: '[1..9]'")
    + asked("before", "range: '[1..9]'")
    + "  - {id: jump, short: Jump, value: far - before, range: '[-8..8]'}\n"
    + "outputs:\n  - {id: points, label: Points, range: '[0..9]'}\nrules:\n"
    + rule("jump", "3", jump="> 2")
    + rule("bad", "5", pain="> 6")
    + rule("some", "1", pain="[3..6]")
    + rule("little", "2", pain="< 3", far="> 1")
    + rule("none", "2")
    + "examples:\n  - {given: {pain: 9, far: 1, before: 1}, then: 5}\n"
)


def numbers(promise: str) -> list[str]:
    said = wrongs(f"{NUMBERS}guarantees:\n  - {{id: g, says: so, {promise}}}\n")
    return [wrong for wrong in said if "the guarantee" in wrong]


def test_where_results_are_numbers_they_are_compared_as_numbers() -> None:
    (wrong,) = numbers("when: {jump: '<= 2'}, monotone: {input: pain}")
    assert "'0' gives 2, '3' gives 1" in wrong
    assert not numbers("when: {jump: '<= 2', pain: '>= 3'}, monotone: {input: pain}")


def test_a_number_that_another_value_is_worked_out_from_is_refused() -> None:
    """Held still, the other value would stand for answers that do not go together."""
    (wrong,) = numbers("monotone: {input: far}")
    assert wrong == (
        "the guarantee 'g': 'jump' is worked out from 'far' and changes with it, so no proof can hold it still"
    )


@pytest.mark.parametrize(
    ("promise", "why"),
    [
        ("when: {jump: '> 4', far: '< 4'}, never: [stop]", "no combination of answers meets its `when`"),
        ("when: {jump: '> 4', far: 5}, never: [stop]", "no combination of answers meets its `when`"),
        ("never: []", "it names no outcome"),
        ("always: []", "it names no outcome"),
        ("always: [go, stop]", "it allows every outcome"),
    ],
)
def test_a_guarantee_that_no_answers_can_break_proves_nothing(promise: str, why: str) -> None:
    text = (
        NUMBERS.split("outputs:")[0]
        + f"rules:\n{rule('jump', 'stop', jump='> 2')}{rule('far', 'stop', far='> 8')}{rule('rest', 'go')}"
    )
    text += outcomes("stop", "go") + "examples:\n  - {given: {pain: 9, far: 1, before: 1}, then: go}\n"
    said = wrongs(f"{text}guarantees:\n  - {{id: g, says: so, {promise}}}\n")
    assert f"the guarantee 'g' (so) proves nothing: {why}" in said


def test_outcomes_can_be_given_an_order_of_their_own() -> None:
    assert found("when: {site: knee}, monotone: {input: new, order: [no, yes]}")
    assert not found("when: {site: knee}, monotone: {input: new, order: [yes, no]}")
    assert found("when: {site: knee}, monotone: {input: pain, outcomes: [stop, ease, go]}")
    assert not found("when: {site: knee, new: no}, monotone: {input: pain, outcomes: [go, ease, stop]}")


@pytest.mark.parametrize(
    ("promise", "witness"),
    [
        ("when: {site: shin}, always: [stop]", "hold for: pain: 0, site?: Shin"),
        ("when: {pain: '<= 1', site: hip}, never: [ease]", "hold for: pain: 1 or less, site?: Hip: ease"),
        ("monotone: {input: new, order: [no, yes]}", "'No' gives ease, 'Yes' gives go"),
        ("monotone: {input: site, order: [hip, knee]}", "'Hip' gives ease, 'Knee' gives go"),
        ("when: {new: yes}, monotone: {input: pain}", "'1' gives ease, '2' gives go"),
    ],
)
def test_a_broken_guarantee_shows_where(promise: str, witness: str) -> None:
    (wrong,) = found(promise)
    assert witness in wrong


ORDER = "the guarantee 'g': `order` names two or more answers to 'site', each once"


@pytest.mark.parametrize(
    ("promise", "wrong"),
    [
        ("always: [slow]", "there is no outcome 'slow'"),
        ("never: [stop, slow]", "there is no outcome 'slow'"),
        ("monotone: {input: pain, outcomes: [go, slow]}", "there is no outcome 'slow'"),
        ("monotone: {input: pian}", "the guarantee 'g' names 'pian', which is no input here"),
        ("when: {pian: 3}, never: [go]", "the guarantee 'g' names 'pian', which is no input here"),
        ("monotone: {input: site}", ORDER),
        ("monotone: {input: site, order: [knee]}", ORDER),
        ("monotone: {input: site, order: [knee, elbow]}", ORDER),
        ("monotone: {input: site, order: [knee, hip, knee]}", ORDER),
        ("monotone: {input: site, order: [shin, not-sure]}", ORDER),
        (
            "monotone: {input: pain, order: [few, many]}",
            "the guarantee 'g': `order` names two or more answers to 'pain', each once",
        ),
    ],
)
def test_a_guarantee_about_what_is_not_there_is_refused(promise: str, wrong: str) -> None:
    assert found(promise) == [wrong]


LISTED = (
    f"hit_policy: collect\n{INPUTS}rules:\n"
    + rule("new", "ease", new="yes")
    + rule("much", "stop", pain="> 3")
    + outcomes("stop", "ease")
    + "examples:\n  - {given: {pain: 4, new: yes}, then: [ease, stop]}\n"
)


@pytest.mark.parametrize(
    ("promise", "holds"),
    [
        ("when: {pain: 4}, always: [stop]", True),
        ("when: {pain: 4, new: yes}, always: [ease]", True),
        ("when: {new: no}, never: [ease]", True),
        ("when: {new: yes}, never: [ease]", False),
        ("when: {pain: 3, new: no}, always: [stop, ease]", False),
    ],
)
def test_of_a_list_one_of_the_results_is_promised_or_none(promise: str, holds: bool) -> None:
    said = wrongs(f"{LISTED}guarantees:\n  - {{id: g, says: so, {promise}}}\n")
    assert any("the guarantee" in wrong for wrong in said) != holds
