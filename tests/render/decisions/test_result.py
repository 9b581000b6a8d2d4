"""A result as a card."""

from __future__ import annotations

from .making import text_of


def test_results_carry_their_level_in_words_and_their_links(markup: str) -> None:
    text = text_of(markup)
    assert "Get help today : Stop here It means stop. Do now Do not run. Worth raising with a professional" in text
    assert "A way to start : Go on It means go. Pages to read" in text
