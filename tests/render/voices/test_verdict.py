"""A verdict in a word and a shape of its own, so that colour is never needed to tell two apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.records import Answer, Verdict
from macros.render.voices.article_claims import article_claims
from macros.render.voices.myths import all_myths

from ..making import claim, context, source
from .test_article_claims import CLAIMS, article
from .test_myths import myth

_MARK = re.compile(r'<span class="verdict verdict--([\w-]+)">(<svg .*?</svg>)(.*?)</span>', re.DOTALL)


def shapes(markup: str) -> dict[str, tuple[str, str]]:
    """By verdict, its shape and its word."""
    return {name: (shape, words) for name, shape, words in _MARK.findall(markup)}


def of_myths(answers: Iterable[Answer]) -> dict[str, tuple[str, str]]:
    return shapes(all_myths(context(source(), claim(), *(myth(one.value, answer=one.value) for one in answers))))


def test_each_answer_to_a_myth_has_its_word_and_a_shape_that_is_not_announced() -> None:
    found = of_myths(Answer)
    assert {name: words for name, (_, words) in found.items()} == {one.value: one.words for one in Answer}
    assert all('aria-hidden="true"' in shape for shape, _ in found.values())


def test_each_verdict_on_an_article_has_its_word_and_a_shape_of_its_own() -> None:
    found = shapes(article_claims(context(source(), *CLAIMS, article())))
    assert {name: words for name, (_, words) in found.items()} == {one.value: one.words for one in Verdict}
    assert len({shape for shape, _ in found.values()}) == len(Verdict)
