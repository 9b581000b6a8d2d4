"""What is left out of the theme's styles, and what stays."""

from __future__ import annotations

import re

import pytest

from tools.assets.bundles import theme_stylesheets
from tools.assets.unused_styles import LEFT_OUT, is_left_out, without_unused


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".md-tooltip{top:0}", ""),
        (".md-nav{top:0}", ".md-nav{top:0}"),
        (".md-nav .highlight{top:0}", ""),
        (".md-tooltip,.md-nav{top:0}", ".md-nav{top:0}"),
        (".md-nav:not(.highlight){top:0}", ".md-nav:not(.highlight){top:0}"),
        (":is(.highlight,.md-nav) a{top:0}", ":is(.highlight,.md-nav) a{top:0}"),
        ("[dir=rtl] .md-nav{top:0}", ""),
        ('.md-nav[title=".highlight"]{top:0}', '.md-nav[title=".highlight"]{top:0}'),
        ("@media print{.md-tooltip{top:0}}", ""),
        ("@media print{.md-tooltip{top:0}.md-nav{top:0}}", "@media print{.md-nav{top:0}}"),
        ("@keyframes turn{from{top:0}}", "@keyframes turn{from{top:0}}"),
        (":root{--asked:1px;--left:2px}a{top:var(--asked)}", ":root{--asked:1px}a{top:var(--asked)}"),
        (":root{--left:2px}", ""),
        (":root{--elsewhere:2px}", ":root{--elsewhere:2px}"),
    ],
)
def test_only_what_can_match_nothing_goes(css: str, left: str) -> None:
    assert without_unused(css, "b { top: var(--elsewhere) }") == left


@pytest.mark.parametrize("name", ["md-nav", "md-search__input", "admonition", "footnote", "decision-rules"])
def test_what_pages_have_is_not_left_out(name: str) -> None:
    assert not is_left_out(name)


@pytest.mark.parametrize("what", LEFT_OUT)
def test_every_part_that_is_left_out_is_one_of_the_themes(what: str, theme_classes: set[str]) -> None:
    assert any(re.fullmatch(LEFT_OUT[what], name) for name in theme_classes)


@pytest.fixture(scope="module")
def theme_classes() -> set[str]:
    return {name for path in theme_stylesheets() for name in re.findall(r"\.([a-zA-Z][\w-]*)", path.read_text("utf-8"))}
