"""What our stylesheets name is there: custom properties, classes, and a reason beside every `!important`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
import tinycss2

from tools.assets.bundles import ASSETS, theme_stylesheets

SHEETS = sorted((ASSETS / "stylesheets").rglob("*.css"))
MOST_LINES = 300


def stray_properties(ours: str, theme: str = "", scripts: str = "") -> dict[str, set[str]]:
    """Custom properties that our styles declare for nobody, and those that they use and nobody declares."""
    ours, theme = (tinycss2.serialize(tinycss2.parse_component_value_list(css, True)) for css in (ours, theme))
    used, used_by_theme = (set(re.findall(r"var\(\s*(--[\w-]+)", css)) for css in (ours, theme))
    declared, by_theme = (set(re.findall(r"(?:^|[{;])\s*(--[\w-]+)\s*:", css)) for css in (ours, theme))
    set_by_scripts = set(re.findall(r'"(--[\w-]+)"', scripts))
    return {"unused": declared - used - used_by_theme, "undeclared": used - declared - by_theme - set_by_scripts}


@pytest.mark.parametrize(
    ("ours", "unused", "undeclared"),
    [
        (":root{--a:1px}b{top:var(--a)}", set(), set()),
        (":root{--a:1px;--b:2px}b{top:var(--a)}", {"--b"}, set()),
        ("b{top:var(--a, 1px)}", set(), {"--a"}),
        ("/* --a: 1px */b{top:var(--a)}", set(), {"--a"}),
        (".a--b:hover{--c:1px}/* var(--c) */", {"--c"}, set()),
        (":root{--theirs:1px}b{top:var(--of-theirs);left:var(--moved)}", set(), set()),
    ],
)
def test_a_custom_property_is_declared_and_used(ours: str, unused: set[str], undeclared: set[str]) -> None:
    theme = "a{--of-theirs:1px;top:var(--theirs)}"
    found = stray_properties(ours, theme, 'style.setProperty("--moved", top)')
    assert found == {"unused": unused, "undeclared": undeclared}


def test_our_styles_declare_what_they_use_and_use_what_they_declare() -> None:
    scripts = _texts((ASSETS / "scripts").rglob("*.js"))
    assert stray_properties(_texts(SHEETS), _texts(theme_stylesheets()), scripts) == {
        "unused": set(),
        "undeclared": set(),
    }


def unwritten_classes(css: str, texts: str) -> set[str]:
    """Classes that the styles name and no text writes.

    `a--{{ b }}` and the like write every name that begins so, and `classes("a", "b")` writes `a--b`.
    """
    words = set(re.findall(r"[\w-]+", texts))
    begun = tuple(set(re.findall(r"[\w-]+(?:--|__)(?=\$?\{)", texts))) or ("{",)
    return {
        name
        for name in _classes(css)
        if not name.startswith(begun) and not words.issuperset(name.split("--")) and name not in words
    }


@pytest.mark.parametrize(
    ("css", "unwritten"),
    [
        (".plan{top:0}", set()),
        (".plans{top:0}", {"plans"}),
        ("@media print{.a:is(.b, .plan)>c{top:0}}", {"a", "b"}),
        (".day--run{top:0}.day--walk{top:0}", set()),
        (".level--now{top:.5rem}", set()),
        (".other--now{top:0}", {"other--now"}),
        (".plan--short{top:0}", set()),
        (".plan--tall{top:0}", {"plan--tall"}),
    ],
)
def test_a_class_that_nothing_writes_is_found(css: str, unwritten: set[str]) -> None:
    assert unwritten_classes(css, '<p class="plan day--{{ kind }}"> `level--${level}` "short"') == unwritten


def test_every_class_in_our_styles_is_written_somewhere(root: Path) -> None:
    written = [
        *(root / "macros").rglob("*.html"),
        *(root / "macros" / "render").rglob("*.py"),
        *(path for kind in ("html", "js") for path in (root / "overrides").rglob(f"*.{kind}")),
        *(root / "docs").rglob("*.md"),
    ]
    assert unwritten_classes(_texts(SHEETS), _texts(written)) - _classes(_texts(theme_stylesheets())) == set()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_stylesheet_is_short_and_gives_a_reason_for_what_it_forces(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    assert len(css.splitlines()) <= MOST_LINES
    assert [block for block in re.findall(r"\{[^{}]*\}", css) if "!important" in block and "/*" not in block] == []


def _texts(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _classes(css: str) -> set[str]:
    return {name for rule in tinycss2.parse_stylesheet(css, True, True) for name in _named(rule)}


def _named(rule: tinycss2.ast.Node) -> Iterable[str]:
    if rule.type == "at-rule" and rule.content and rule.lower_at_keyword in ("media", "container", "supports"):
        for inner in tinycss2.parse_rule_list(rule.content, True, True):
            yield from _named(inner)
    elif rule.type == "qualified-rule":
        yield from _in_selector(rule.prelude)


def _in_selector(tokens: Iterable[tinycss2.ast.Node]) -> Iterable[str]:
    tokens = list(tokens)
    yield from (after.value for dot, after in pairwise(tokens) if dot == "." and after.type == "ident")
    for token in tokens:
        if token.type == "function":
            yield from _in_selector(token.arguments)
