"""Links, pictures, anchors and the menu."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from macros.checks import Check
from macros.checks.pages.links import (
    _made_by,
    anchors_of_headings,
    every_anchor_is_there,
    every_link_leads_somewhere,
    every_page_is_in_the_menu,
    every_page_is_linked_from_another,
    every_page_is_named_as_an_address,
    no_section_is_too_long,
)
from macros.library import Library
from macros.records import Place, Problem, Term
from macros.records.files.nav import Nav
from macros.render.anchors import anchors_made
from tests.render.making import claim, made_page, source
from tests.render.making import library as made_library

GOOD = (
    "A [page](b.md), [a part](b.md#two-words), [here](#one), <https://example.org> and [there](http://example.org/x#y)."
)


def problems_of(check: Check, body: str, **pages: str) -> list[Problem]:
    term = Term(id="bone", term="Bone", plain="bone", meaning="Hard.")
    made = made_library(
        source(), claim(), term, pages={"a.md": body, "b.md": "## Two words\n\n## Two words\n", **pages}
    )
    return list(check(made))


@pytest.mark.parametrize("check", [every_link_leads_somewhere, every_anchor_is_there, every_page_is_in_the_menu])
def test_the_guide_passes(library: Library, check: Check) -> None:
    assert list(check(library)) == []


@pytest.mark.parametrize("check", [every_link_leads_somewhere, every_anchor_is_there])
def test_links_that_lead_somewhere_pass(check: Check) -> None:
    assert problems_of(check, f"## One\n\n{GOOD}\n") == []


@pytest.mark.parametrize(
    ("body", "wrong", "fix"),
    [
        ("[x](bb.md)", "the link leads to bb.md, which is not there", "did you mean 'b.md'?"),
        ("[x](../b.md)", "the link leads to ../b.md, which is not there", "did you mean 'b.md'?"),
        ("[x](/sub/c.md)", "the link leads to sub/c.md, which is not there", ""),
        ("![A knee](knee.png)", "the link leads to knee.png, which is not there", "correct the path"),
        ("[x](<no where.md>)", "the link leads to no where.md, which is not there", "correct the path"),
        ("[x][y]\n\n[y]: bb.md", "the link leads to bb.md, which is not there", "did you mean 'b.md'?"),
        ("[x](b/)", "the link leads to b, which is not there", "correct the path"),
        ("[x]()", "the link leads nowhere", "put an address"),
        ("[x](javascript:alert(1))", "the link begins with javascript:", "link to a page"),
        ("[x](JavaScript:alert(1))", "the link begins with JavaScript:", "link to a page"),
        ("[x](data:text/html,hello)", "the link begins with data:", "link to a page"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_once(body: str, wrong: str, fix: str) -> None:
    (problem,) = problems_of(every_link_leads_somewhere, f"Words.\n\n{body}\n")
    assert problem.place.line in (8 + 2, 8 + 4)
    assert problem.wrong == wrong
    assert fix in problem.fix


@pytest.mark.parametrize(
    "body", ["Words.[^1]\n\n[^1]: Words.", "`[x](bb.md)`", "```\n[x](bb.md)\n```", '{{ term("bone", "[x](bb.md)") }}']
)
def test_code_macros_and_footnotes_hold_no_links(body: str) -> None:
    assert problems_of(every_link_leads_somewhere, body) == []


@pytest.mark.parametrize(
    ("target", "where"),
    [("#two", "a.md"), ("b.md#two-word", "b.md"), ("b.md#two-words_2", "b.md"), ("b.md#", "b.md")],
)
def test_a_wrong_anchor_is_told_with_those_there_are(target: str, where: str) -> None:
    (problem,) = problems_of(every_anchor_is_there, f"## One\n\nSee [x]({target}).\n")
    assert problem.wrong == f"{where} has no place called #{target.partition('#')[2]}"
    assert problem.allowed == ("one" if where == "a.md" else "two-words, two-words_1")
    assert problem.place.line == 8 + 2


@pytest.mark.parametrize(
    ("macro", "anchor"),
    [
        ("glossary_list()", "term-bone"),
        ('claim_cards("joints")', "claim-knees"),
        ('source_entries("joints")', "source-lo-2017"),
    ],
)
def test_anchors_that_macros_make_are_known(macro: str, anchor: str) -> None:
    page = {"c.md": f"# C\n\n{{{{ {macro} }}}}\n"}
    assert problems_of(every_anchor_is_there, f"[x](c.md#{anchor})", **page) == []
    (problem,) = problems_of(every_anchor_is_there, f"[x](c.md#{anchor}s)", **page)
    assert problem.fix == f"did you mean '{anchor}'?"


def test_what_checks_expect_of_macros_is_what_they_make(library: Library) -> None:
    kinds = 0
    for page in library.pages.values():
        made = anchors_made(library, page)
        for call in page.calls:
            kinds += bool(_made_by(library, call))
            assert _made_by(library, call) <= made, (page.path, call.macro)
    assert kinds > 50


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("## Two words", "two-words"),
        ("### Am I *sure*?", "am-i-sure"),
        ("## A [link](b.md) here", "a-link-here"),
        ("## Café (1.5 km)", "cafe-15-km"),
        ("## Named {#mine}", "mine"),
        ("    ## In a box", "in-a-box"),
        ("## Closed ##", "closed"),
        ("Two words\n=========", "two-words"),
        ("Two words {#mine}\n---", "mine"),
        ("A paragraph.\n{: #mine .wide }", "mine"),
    ],
)
def test_headings_get_the_anchors_that_markdown_gives_them(heading: str, anchor: str) -> None:
    assert anchors_of_headings(made_page("a.md", f"{heading}\n")) == {anchor}


def test_only_headings_have_anchors() -> None:
    body = "Words.\n\n---\n\n| A |\n|---|\n\n- item\n\n```\n# code\n```\n"
    assert anchors_of_headings(made_page("a.md", body)) == set()


def with_nav(entries: Sequence[str], *left_out: str) -> Library:
    made = made_library(pages={"a.md": "", "sub/b.md": ""})
    nav = Nav(tuple((entry, Place("mkdocs.yml", 20 + at, 5)) for at, entry in enumerate(entries)), left_out)
    return dataclasses.replace(made, nav=nav)


@pytest.mark.parametrize(
    ("entries", "left_out", "wrong"),
    [
        (["joints/knees.md", "a.md", "sub/b.md"], (), []),
        (["joints/knees.md", "a.md"], ("/sub/",), []),
        (["joints/knees.md", "a.md", "https://example.org"], ("/sub/*.md",), []),
        (["joints/knees.md", "a.md"], (), ["no menu leads to this page"]),
        (["joints/knees.md", "a.md", "sub/b.md", "c.md"], (), ["the menu names 'c.md', which is not there"]),
        (["joints/knees.md", "a.md", "sub/b.md", "a.md"], (), ["the menu names a.md twice"]),
    ],
)
def test_the_menu_and_the_pages_name_each_other(
    entries: list[str], left_out: tuple[str, ...], wrong: list[str]
) -> None:
    assert [problem.wrong for problem in every_page_is_in_the_menu(with_nav(entries, *left_out))] == wrong


@pytest.mark.parametrize("pages", [9, 10])
def test_a_section_of_the_menu_has_nine_pages_at_most(pages: int) -> None:
    sections = (("Short", 1, Place("mkdocs.yml", 3)), ("Long", pages, Place("mkdocs.yml", 7)))
    made = dataclasses.replace(made_library(), nav=Nav((), (), sections))
    found = [(problem.place.line, problem.wrong) for problem in no_section_is_too_long(made)]
    assert found == ([] if pages == 9 else [(7, "the section 'Long' has 10 pages")])


def test_a_page_that_only_links_to_itself_is_linked_from_no_other() -> None:
    made = made_library(pages={"a.md": "[b](sub/b.md)", "sub/b.md": "[b](b.md)", "index.md": "[k](joints/knees.md)"})
    (problem,) = every_page_is_linked_from_another(made)
    assert problem.wrong == "no other page links to this one"
    assert problem.place.file == "a.md"


@pytest.mark.parametrize("path", ["Bad.md", "a b.md", "sub_folder/b.md", "café.md"])
def test_the_name_of_a_page_is_an_address(path: str) -> None:
    (problem,) = every_page_is_named_as_an_address(made_library(pages={path: ""}))
    assert problem.wrong == f"'{path}' is not the name of a page"
