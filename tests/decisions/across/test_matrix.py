"""How a tool meets a sign: asked with the least that comes out, asked before, left out, or not needed."""

from __future__ import annotations

from macros.decisions.across.matrix import AskedBefore, Asks, Beside, LeavesOut, NeedsNot, beside
from macros.decisions.across.signs import Tools
from macros.records import Ruled
from tests.render.making import sign

from ..making import compiled
from .test_agreement import DARK, tool
from .test_signs import BARE, TOOL

THUNDER = sign("thunder")


def met(id: str, **texts: str) -> Beside:
    made = compiled(**texts)
    return beside(Tools(made, {"thunder": THUNDER}, {}), made[id], THUNDER)


def test_a_sign_that_is_asked_gets_the_least_of_all_results_with_it() -> None:
    assert met("one", one=TOOL) == Asks(("storm",), "stay", ())


def test_the_least_is_the_least_careful_whatever_else_is_answered() -> None:
    softer = TOOL.replace(
        "  - {id: storm, when: {storm: yes}",
        "  - {id: lit, when: {storm: yes, dark: yes}, then: lamp, because: Light.}\n  - {id: storm, when: {storm: yes}",
    )
    softer = softer.replace("examples:\n", "examples:\n  - {given: {storm: yes, dark: yes}, then: lamp}\n").replace(
        "  - {given: {storm: yes}, then: stay}", "  - {given: {storm: yes, dark: no}, then: stay}"
    )
    assert met("one", one=softer) == Asks(("storm",), "lamp", (Ruled.RUN,))


def test_a_whole_is_asked_by_all_its_parts() -> None:
    made = compiled(one=TOOL)
    storm, gale = sign("storm-at-all", parts=["thunder"]), sign("gale", parts=["thunder", "wind"])
    tools = Tools(made, {"thunder": THUNDER, "storm-at-all": storm, "gale": gale, "wind": sign("wind")}, {})
    assert isinstance(beside(tools, made["one"], storm), Asks)
    assert isinstance(beside(tools, made["one"], gale), NeedsNot)


def test_a_sign_that_a_tool_before_asks_is_asked_before() -> None:
    after = BARE.replace("examples:\n", "after: [{decision: first}]\nexamples:\n")
    made = compiled(one=after, first=TOOL)
    slow = sign("thunder", urgency="days")
    assert beside(Tools(made, {"thunder": slow}, {}), made["one"], slow) == AskedBefore("first")


def test_a_sign_for_today_is_not_asked_before_on_another_day() -> None:
    after = BARE.replace("examples:\n", "after: [{decision: first}]\nexamples:\n")
    assert met("one", one=after, first=TOOL) == NeedsNot()


def test_what_is_left_out_comes_with_its_reason_also_from_a_tool_before() -> None:
    left_out = BARE.replace("examples:\n", "leaves_out: [{signs: [thunder], because: Others ask it.}]\nexamples:\n")
    after = tool(DARK, "", "after: [{decision: first}]")
    assert met("one", one=left_out) == LeavesOut("one", "Others ask it.")
    assert met("one", one=after, first=left_out) == LeavesOut("first", "Others ask it.")


def test_a_tool_that_leads_to_nothing_of_it_needs_not_ask() -> None:
    assert met("one", one=BARE) == NeedsNot()
