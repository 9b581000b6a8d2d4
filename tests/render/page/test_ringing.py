"""Emergency numbers are links that ring, wherever words name one with its country, and no other figure is."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.render.decisions.tool import decision
from macros.render.doing.care_card import care_card
from macros.render.page.ringing import NUMBERS, RingingExtension, ringing

from ..decisions.making import GO_OR_STOP, page_with
from ..doing.test_care_card import SIGNS, card
from ..making import context, source


def link(number: str) -> str:
    return f'<a href="tel:{number}">{number}</a>'


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("says", ["Ring {} ({}) now", "ring {} in the {}", "({} in the {})", "{} ({} and others)"])
def test_a_number_with_its_country_rings(number: str, says: str) -> None:
    assert NUMBERS[number]
    for country in NUMBERS[number]:
        assert ringing(says.format(number, country)) == says.format(link(number), country)


@pytest.mark.parametrize(
    "words",
    [
        "after 112 days",
        "111 people in the trial",
        "1,111 (UK) runners",
        "NHS 111 Wales",
        "25,999 in the US",
        '<td data-label="999 (UK)">x</td>',
        '<script type="application/json">{"says":"Ring 999 (UK)"}</script>',
        '<a href="#help">Ring <b>999</b> (UK)</a>',
        "<summary>Ring 999 (UK)</summary>",
        "<button>999 (UK)</button>",
    ],
)
def test_other_figures_and_what_cannot_hold_a_link_stay(words: str) -> None:
    assert ringing(words) == words


def test_a_second_time_changes_nothing() -> None:
    once = ringing("<p>Ring 999 (UK), 112 (EU) or NHS 111.</p><option-grid><p>911 (US and Canada)</p></option-grid>")
    assert once.count("tel:") == 4
    assert ringing(once) == once


def test_words_of_a_page_ring_too() -> None:
    pages = Markdown(extensions=[RingingExtension()])
    assert (
        pages.convert("**999** in the United Kingdom") == f"<p><strong>{link('999')}</strong> in the United Kingdom</p>"
    )
    assert pages.convert("ring **NHS 111** in the UK") == f"<p>ring <strong>NHS {link('111')}</strong> in the UK</p>"


def test_a_care_card_rings() -> None:
    shown = card().model_copy(update={"heading": "Ring 999 (UK) if:", "action": "Or ring 112 (EU)."})
    assert care_card(context(source(), *SIGNS, shown), "clot").count('href="tel:') == 2


def test_a_result_of_a_tool_rings() -> None:
    text = GO_OR_STOP.replace("do: [Do not run.]", 'do: ["Ring 999 (UK), 911 (US and Canada) or your local number."]')
    shown = decision(page_with(test=text), "test")
    outcome = shown[shown.index('id="test-outcome-stop"') :].partition("</article>")[0]
    assert f"Ring {link('999')} (UK), {link('911')} (US and Canada)" in outcome
