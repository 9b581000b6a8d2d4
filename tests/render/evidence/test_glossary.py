"""Words and their meanings."""

from __future__ import annotations

import pytest

from macros.records import Term
from macros.render.evidence.glossary import glossary_list, in_a_sentence, term

from ..making import HERE, context


def word(id: str, name: str, **more: object) -> Term:
    return Term.model_validate({"id": id, "term": name, "plain": "weak bones", "meaning": "They break.", **more})


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Osteoporosis", "osteoporosis"), ("DXA", "DXA"), ("T-score", "T-score"), ("REDs", "REDs")],
)
def test_only_plain_words_lose_their_capital_in_a_sentence(name: str, inside: str) -> None:
    assert in_a_sentence(name) == inside


def test_a_word_on_a_page_leads_to_its_meaning() -> None:
    page = context(word("osteoporosis", "Osteoporosis"))
    link = '<a class="term" href="../../look-up/glossary/#term-osteoporosis">{}</a>'
    assert term(page, "osteoporosis") == link.format("osteoporosis")
    assert term(page, "osteoporosis", "weak bones") == link.format("weak bones")


def test_other_names_are_marked_so_that_search_finds_them() -> None:
    page = context(word("osteoporosis", "Osteoporosis", also=["brittle bones", "thin bones"]))
    assert "Also called: <span data-search-also>brittle bones, thin bones</span>." in glossary_list(page)


def test_terms_stand_by_the_alphabet_with_a_link_for_each_letter() -> None:
    shown = glossary_list(context(word("z-score", "Z-score"), word("acl", "ACL"), word("age", "Age")))
    assert [shown.index(f'id="term-{id}"') for id in ("acl", "age", "z-score")] == sorted(
        shown.index(f'id="term-{id}"') for id in ("acl", "age", "z-score")
    )
    assert '<a href="#term-acl">A</a>' in shown
    assert '<a href="#term-z-score">Z</a>' in shown


def test_term_leads_to_related_words_and_to_its_page() -> None:
    shown = glossary_list(context(word("age", "Age", see_also=["acl"], page=HERE), word("acl", "ACL")))
    assert '<a href="../../look-up/glossary/#term-acl">ACL</a>' in shown
    assert 'Read more: <a data-search-leads href="./">Title of joints/knees.md</a>' in shown
