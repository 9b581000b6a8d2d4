"""Guarantees hold exactly where trying every combination says so."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from macros.decisions.compiled import Compiled
from macros.decisions.domain import Answer
from macros.decisions.evaluate import first_values

from . import oracle
from .making import asked, compiled_with_problems, outcomes, wrongs
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
    return [wrong for wrong in said if "the guarantee" in wrong or "`order`" in wrong or "there is no outcome" in wrong]


def decision() -> Compiled:
    return compiled_with_problems(test=TABLE)[0]["test"]


def told(made: Compiled, pain: Answer, site: Answer, new: Answer) -> str:
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


@pytest.mark.parametrize("when", WHEN)
def test_monotone_in_a_number(when: str) -> None:
    made = decision()
    pairs = [(point, (point[0] + 1, *point[1:])) for point in EVERY if point[0] < 4]
    # What `when` says about the number itself does not narrow where it is compared.
    inside = {point[1:] for point in WHEN[when]}
    falls = any(
        CAUTION[told(made, *later)] < CAUTION[told(made, *first)] for first, later in pairs if first[1:] in inside
    )
    assert bool(found(f"when: {when}, monotone: {{input: pain}}")) == falls


@pytest.mark.parametrize("when", [when for when in WHEN if "site" not in when])
@pytest.mark.parametrize("order", [("knee", "hip", "shin"), ("hip", "knee"), ("knee", "shin"), ("shin", "hip")])
def test_monotone_in_a_choice(when: str, order: tuple[str, ...]) -> None:
    made = decision()
    inside = {(point[0], point[2]) for point in WHEN[when]}
    falls = any(
        CAUTION[told(made, pain, later, new)] < CAUTION[told(made, pain, first, new)]
        for first, later in pairwise(order)
        for pain, new in inside
    )
    assert bool(found(f"when: {when}, monotone: {{input: site, order: [{', '.join(order)}]}}")) == falls


def test_only_the_outcomes_that_are_named_are_put_in_order() -> None:
    assert found("when: {site: knee}, monotone: {input: new, order: [no, yes]}")
    assert not found("when: {site: knee}, monotone: {input: new, order: [yes, no]}")
    assert not found("when: {site: knee}, monotone: {input: new, order: [no, yes], outcomes: [go, stop]}")
    assert found("when: {site: knee}, monotone: {input: pain, outcomes: [stop, ease, go]}")
    assert not found("when: {site: knee, new: no}, monotone: {input: pain, outcomes: [go, ease, stop]}")


@pytest.mark.parametrize(
    ("promise", "witness"),
    [
        ("when: {site: shin}, always: [stop]", "hold for: pain: 0, site?: Shin"),
        ("when: {pain: '<= 1', site: hip}, never: [ease]", "hold for: pain: 0, site?: Hip: ease"),
        ("monotone: {input: new, order: [no, yes]}", "'No' gives ease, 'Yes' gives go"),
        ("monotone: {input: site, order: [hip, knee]}", "'Hip' gives ease, 'Knee' gives go"),
        ("when: {new: yes}, monotone: {input: pain}", "'1' gives ease, '2' gives go"),
    ],
)
def test_a_broken_guarantee_shows_where(promise: str, witness: str) -> None:
    (wrong,) = found(promise)
    assert witness in wrong


@pytest.mark.parametrize(
    ("promise", "wrong"),
    [
        ("always: [slow]", "there is no outcome 'slow'"),
        ("never: [stop, slow]", "there is no outcome 'slow'"),
        ("monotone: {input: pain, outcomes: [go, slow]}", "there is no outcome 'slow'"),
        ("monotone: {input: pian}", "the guarantee 'g' names 'pian', which is no input here"),
        ("when: {pian: 3}, never: [go]", "the guarantee 'g' names 'pian', which is no input here"),
        ("monotone: {input: site}", "`order` names answers of 'site'"),
        ("monotone: {input: site, order: [knee]}", "`order` names answers of 'site'"),
        ("monotone: {input: site, order: [knee, elbow]}", "`order` names answers of 'site'"),
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
