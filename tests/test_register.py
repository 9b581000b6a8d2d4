"""Kinds of records and macros are declared once; everything else reads the register."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from macros.checks.pages.calls import claims_on_a_page_are_listed_at_its_end, every_macro_call_names_what_exists
from macros.checks.pages.homes import claims_shown_on
from macros.checks.sentences import everything_said
from macros.export.schemas import schemas
from macros.folder import data_files, read_folder
from macros.library import Library
from macros.macro import MACROS, Macro
from macros.register import KINDS, Kind
from macros.render.macros import MACROS as FUNCTIONS
from tests.render.making import claim
from tests.render.making import library as made_library

KIND_NAMES = {kind.name for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_read_kept_and_offered_by_its_declaration_alone(kind: Kind, root: Path, library: Library) -> None:
    folder, _ = read_folder(root)
    assert dict(library.kind(kind.name)) == dict(folder.records[kind.name])
    assert all(isinstance(record, kind.model) for record in library.kind(kind.name).values())
    assert any(Path(path).match(kind.pattern) for path in data_files(root))
    assert f"{kind.name}.schema.json" in schemas(KINDS)


def test_no_two_kinds_share_a_model_a_file_or_a_name() -> None:
    for field in ("name", "model", "pattern", "one", "plural"):
        assert len({getattr(kind, field) for kind in KINDS}) == len(KINDS), field


def test_words_of_others_are_not_said(library: Library) -> None:
    """What a kind repeats is left out, and what it repeats is a field of it."""
    said = {one.kind for one in everything_said(library)}
    assert said <= KIND_NAMES | {"pages"}
    hazard = next(iter(library.hazards.values()))
    texts = [one.text for one in everything_said(made_library(hazard))]
    assert hazard.title not in texts


@pytest.mark.parametrize(("name", "macro"), MACROS.items(), ids=MACROS)
def test_a_macro_is_found_where_its_row_says(name: str, macro: Macro) -> None:
    function = FUNCTIONS[name]
    assert function.__module__ == f"macros.render.{macro.module}"
    assert (function.__doc__ or "").strip()
    assert next(iter(inspect.signature(function).parameters)).lstrip("_") == "page"


@pytest.mark.parametrize(("name", "macro"), MACROS.items(), ids=MACROS)
def test_a_row_of_a_macro_makes_sense(name: str, macro: Macro) -> None:
    assert {macro.takes, macro.shows_all} <= KIND_NAMES | {""}
    assert not (macro.takes and macro.choices)
    assert not macro.can_go_without or macro.choices
    assert macro.before_id is None or macro.takes or macro.shows_all


def test_a_new_row_is_all_that_checks_need_of_a_new_macro(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"a.md": '{{ newest("knees") }}\n', "b.md": '{{ newest("kness") }}\n\n{{ page_sources() }}\n'}
    made = made_library(claim("knees"), pages=pages)
    monkeypatch.setitem(MACROS, "newest", Macro("evidence.claim", takes="claims", has_chips=True))
    checks = (every_macro_call_names_what_exists, claims_on_a_page_are_listed_at_its_end)
    assert [problem.wrong for check in checks for problem in check(made)] == [
        "newest(): there is no 'kness' in claims",
        "newest() shows claims, but the page does not list its sources",
    ]
    assert claims_shown_on(made, made.pages["a.md"]) == {"knees"}


def test_nothing_else_lists_kinds_or_macros(root: Path) -> None:
    """A list of five of their names elsewhere would have to be kept up to date with the register."""
    copies = []
    for path in sorted((root / "macros").rglob("*.py")):
        if path.name in ("register.py", "macro.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            items = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
            texts = {item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)}
            if len(texts & KIND_NAMES) > 5 or len(texts & MACROS.keys()) > 5:
                copies.append(f"{path.relative_to(root)}:{node.lineno}")  # type: ignore[attr-defined]
    assert copies == []
