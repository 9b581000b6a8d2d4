"""The page on how the tools agree: each proof with its id and count, each sign in each tool, each exception."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.decisions.across.promised import ACROSS
from macros.records import Standing
from macros.render.about.tools_agree import tools_agree
from macros.render.page.context import PageContext
from tests.decisions.across.test_signs import BARE, TOOL
from tests.decisions.making import compiled

from ..making import HERE, TODAY, library, sign

LEFT_OUT = "leaves_out: [{signs: [thunder], because: Others ask it.}]\nexamples:\n"


def shown(part: str, **texts: str) -> str:
    made = compiled(**texts)
    records = [one.record for one in made.values()]
    of = library(sign("thunder", where="knee", ask="Does it thunder?"), *records)
    of = replace(of, compiled=MappingProxyType(made))
    return tools_agree(PageContext(of, HERE, directory_urls=True, today=TODAY), part)


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


@pytest.mark.parametrize("id", ACROSS)
def test_each_proof_has_an_id_and_says_what_it_means_to_a_reader(id: str) -> None:
    found = shown("proofs", one=TOOL)
    assert f'id="proof-{id}"' in found
    assert ACROSS[id].title in words(found)
    assert ACROSS[id].means in words(found)


def test_over_how_many_answers_a_proof_holds_is_counted_from_the_tables() -> None:
    assert "It holds for 6 ways to answer the tools." in words(shown("proofs", one=TOOL))
    assert "It holds for 12 ways to answer the tools." in words(shown("proofs", one=TOOL, two=TOOL))


def test_a_sign_stands_at_its_place_with_the_least_that_each_tool_says() -> None:
    found = shown("signs", one=TOOL)
    assert 'id="agree-knee"' in found
    said = words(found)
    assert "Knee 1 sign Does it thunder?" in said
    assert "At least: Get help today. Ruled out until somebody has looked: running, jumping and loading it." in said
    assert "A test Is there a storm? Stay nothing" in said


def test_tools_that_meet_a_sign_alike_share_a_row_and_others_say_once_for_a_place_why_they_do_not_ask() -> None:
    found = shown("signs", one=TOOL, two=TOOL, three=BARE.replace("examples:\n", LEFT_OUT))
    assert found.count('<tr class="decision-rule">') == 1
    assert "A test; A test Is there a storm?" in words(found)
    assert words(found).endswith("About this sign some tools do not ask: A test: Left out. Others ask it.")


def test_each_exception_stands_with_its_reason_and_a_tool_without_one_is_not_there() -> None:
    found = shown("exceptions", one=TOOL, two=BARE.replace("examples:\n", LEFT_OUT))
    assert found.count("<summary><h2>") == 1
    assert "It does not ask about 1 sign. Others ask it." in words(found)


def test_what_no_longer_stands_is_told_with_the_reason() -> None:
    left = {"thunder": {"date": "2026-11-25", "because": "Another tool asks it."}}
    gone = Standing.model_validate({"id": "asked-by-one", "holds": ["thunder"], "left": left})
    of = library(sign("thunder", ask="Does it thunder?"), gone)
    said = words(tools_agree(PageContext(of, HERE, directory_urls=True, today=TODAY), "exceptions"))
    assert "no longer asks about the sign &#39;Does it thunder?&#39; in its own words. Another tool asks it." in said
    assert "no longer stands" not in words(shown("exceptions", one=TOOL))


def test_signs_that_share_an_answer_though_they_ask_for_different_things_stand_there_with_the_reason() -> None:
    mixed = TOOL.replace("    why: ", "    mixed: Nobody can tell them apart.\n    why: ", 1)
    assert mixed != TOOL
    said = words(shown("exceptions", one=mixed))
    assert "takes signs together that ask for different things. Nobody can tell them apart." in said
