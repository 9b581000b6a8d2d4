"""Macros on a page: well formed, with the arguments that they take."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from macros.checks.pages.calls import (
    every_macro_call_can_be_read,
    every_macro_call_names_what_exists,
)
from macros.macro import MACROS
from macros.records import Page, Problem
from macros.render import macros
from macros.render.about.tools_agree import PARTS
from tests.render.making import claim, library, made_page, source


def problems_of(body: str) -> list[Problem]:
    made = library(source(), claim("knees"), claim("hips"), pages={"a.md": body})
    return [*every_macro_call_can_be_read(made), *every_macro_call_names_what_exists(made)]


@pytest.mark.parametrize(
    "body",
    [
        '{{ claim("knees") }}',
        "{{claim('knees')}}",
        '{{ claim( "knees" ) }} and {{ claim("hips") }}',
        "{{ drawing() }}",
        '{{ drawing("knee") }}',
        '{{ cite("lo-2017") }}',
        "{{ page_sources() }}",
        "One { and } alone, and {one} too.",
    ],
)
def test_what_is_well_formed_passes(body: str) -> None:
    assert problems_of(body) == []


@pytest.mark.parametrize(
    ("body", "wrong", "allowed", "fix"),
    [
        ('{{ claim("knees", "more") }}', "claim() gets 2 arguments", "1", '{{ claim("its-id") }}'),
        ("{{ claim() }}", "claim() gets 0 arguments", "1", '{{ claim("its-id") }}'),
        ('{{ term("a", "b", "c") }}', "term() gets 3 arguments", "1 or 2", '{{ term("its-id", "words to show") }}'),
        ('{{ page_sources("x") }}', "page_sources() gets 1 arguments", "0", "{{ page_sources() }}"),
        ("{{ claim_cards() }}", "claim_cards() gets 0 arguments", "1", '{{ claim_cards("bones") }}'),
        ('{{ drawing("kne") }}', "drawing(): there is no 'kne' to draw", "knee", "did you mean 'knee'?"),
        ('{{ sign("bones") }}', "sign(): there is no 'bones' to draw", "bone, joint", "did you mean 'bone'?"),
        (
            '{{ claim_cards("bone") }}',
            "there is no 'bone' among the parts",
            "bones, bone-stress",
            "did you mean 'bones'?",
        ),
        ('{{ claim("kness") }}', "claim(): there is no 'kness' in claims", "", "did you mean 'knees'?"),
        ('{{ clam("knees") }}', "there is no macro 'clam'", "claim", "did you mean 'claim'?"),
        (
            '{{ claim(id="knees") }}',
            "a macro call is not well formed",
            "texts in quotes",
            'write {{ claim("its-id") }}',
        ),
        ("{{ claim(5) }}", "a macro call is not well formed", "texts in quotes", 'write {{ claim("its-id") }}'),
        ('{{ claim("knees") }', "a macro call is not well formed", "texts in quotes", 'write {{ claim("its-id") }}'),
        ('{{ claim("knees"|upper) }}', "a macro call is not well formed", "texts in quotes", "write"),
        ("{{ 1 + 1 }}", "a macro call is not well formed", "texts in quotes", "write"),
        ("{% for one in many %}{{ one }}{% endfor %}", "a macro call is not well formed", "texts in quotes", "write"),
        ("{## aside ##}", "a macro call is not well formed", "texts in quotes", "write"),
    ],
)
def test_what_is_not_is_told_once_with_its_place_and_its_fix(body: str, wrong: str, allowed: str, fix: str) -> None:
    (problem,) = problems_of(f"Words.\n\n{body}\n")
    assert (problem.place.file, problem.place.line) == ("docs/a.md", 8 + 2)
    assert wrong in problem.wrong
    assert allowed in problem.allowed
    assert fix in problem.fix


def test_each_of_two_calls_in_a_line_has_its_own_place() -> None:
    body = 'See {{ claim("kness") }} and {{ claim("kness") }}.'
    assert [problem.place.column for problem in problems_of(body)] == [
        body.index("kness") + 1,
        body.rindex("kness") + 1,
    ]


def test_a_call_stands_where_its_argument_does() -> None:
    page = made_page("a.md", 'claim: {{ page_sources() }}\n{{ term("claim", "claim") }}')
    assert [(call.macro, call.place.line, call.place.column) for call in page.calls] == [
        ("page_sources", 8, 8),
        ("term", 9, 10),
    ]


def test_a_planner_stands_on_a_table_that_leads_to_plans() -> None:
    # The small library has no decisions, so the id is what is wrong there; the guide's own shows the other mistake.
    assert "there is no 'a' in decisions" in problems_of('{{ planner("a") }}')[0].wrong


@pytest.mark.parametrize("name", MACROS)
def test_what_checks_say_that_a_macro_takes_is_what_it_takes(name: str) -> None:
    macro: Callable[..., str] = macros.MACROS[name]
    taken = list(inspect.signature(macro).parameters.values())[1:]
    needed = [one for one in taken if one.default is inspect.Parameter.empty]
    quoted = [f'"{one.name}"' for one in taken]

    def refused(arguments: list[str]) -> bool:
        page: Page = made_page("a.md", f"{{{{ {name}({', '.join(arguments)}) }}}}")
        made = library(pages={page.path: page.body})
        return any("arguments" in problem.wrong for problem in every_macro_call_names_what_exists(made))

    needs_choice = MACROS[name].choices and not MACROS[name].can_go_without
    assert not refused(quoted)
    assert refused([*quoted, '"more"'])
    assert refused([]) == bool(needed or needs_choice)


def test_the_parts_of_a_page_that_checks_let_pages_call_are_those_there_are() -> None:
    assert MACROS["tools_agree"].choices == tuple(PARTS)
