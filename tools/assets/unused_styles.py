"""Leaves out of the theme's stylesheet what this guide never shows: code, tabs, blog posts, versions and so on.

A browser reads every rule before it paints, and asks all of them of every element. A third of the theme's rules are
for things that no page here has. What they are is said once, in LEFT_OUT; a test reads every built page and fails if
one of these names turns up after all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import tinycss2

# Names of classes in the theme, as regular expressions for a whole name, by what they are for.
LEFT_OUT = {
    "code and its colours": r"highlight\w*|md-code_.*|md-clipboard.*|linenos|linenodiv|filename|hll",
    "notes on code": r"md-annotation.*|md-typeset__scrollwrap",
    "tabs inside a page": r"tabbed-.*",
    "lists of tasks": r"task-list-.*",
    "keys, emoji, mathematics": r"key-(?!points).*|emojione|gemoji|twemoji|x{1,3}l|lg|arithmatex|katex-html",
    "diagrams, marks of editors": r"mermaid|critic",
    "a blog": r"md-post.*|md-author.*|md-profile.*|md-pagination.*|md-meta.*|md-\w+--post|md-draft|giscus",
    "tooltips of the theme": r"md-tooltip.*",
    "versions, languages and the repository": r"md-version.*|md-select.*|md-source.*|md-header__source|md-nav__source",
    "consent, feedback, banners": r"md-consent.*|md-feedback.*|md-banner.*|md-social.*|md-input.*|md-progress",
    "what its search found": r"md-search-result.*",
    "tags and states of pages": r"md-tag.*|md-status.*|md-copyright.*",
    "parts of the theme that are switched off": (
        r"md-nav--integrated|md-header--lifted|md-header__(?:ellipsis|title)|md-search__suggest|md-pin|md-content__button"
    ),
    "grids and buttons of the theme": r"grid|md-button.*",
    "kinds of boxes that are not ours": (
        r"abstract|bug|danger|example|failure|quote|success|cards|info|note|tip|question|warning"
    ),
}

# Pages read from left to right.
_NEVER_ATTRIBUTES = ("[dir=rtl]", "[data-md-color-primary=", "[data-md-color-accent=")
_LEFT_OUT = re.compile("|".join(f"(?:{names})" for names in LEFT_OUT.values()))
_NESTED = {"media", "supports", "layer", "container"}
_PROPERTY = re.compile(r"--[\w-]+")


def is_left_out(name: str) -> bool:
    """Whether the rules for this class are left out."""
    return _LEFT_OUT.fullmatch(name) is not None


def without_unused(css: str, used_elsewhere: str) -> str:
    """The stylesheet without rules that can match nothing here, and without custom properties that nothing asks for.

    A rule stays as long as one of its selectors may match. `used_elsewhere` is every other text that may ask for a
    custom property.
    """
    rules = list(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    asked = {name for text in (*rules, used_elsewhere) for name in re.findall(r"var\(\s*(--[\w-]+)", text)}
    return "".join(_without_unasked(rule, asked) for rule in rules)


def _kept(rules: Iterable[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _selectors(rule.prelude) if _may_match(each)]
            if selectors:
                yield f"{','.join(map(tinycss2.serialize, selectors))}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            inside = "".join(_kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)))
            if inside:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: list[Any]) -> list[list[Any]]:
    """The selectors of a list. A comma inside brackets belongs to the selector that holds it."""
    found: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _may_match(selector: list[Any]) -> bool:
    """Whether an element of this guide may match. What stands in brackets, as in :not(), is not looked at."""
    if any(name in tinycss2.serialize(selector) for name in _NEVER_ATTRIBUTES):
        return False
    return not any(dot == "." and name.type == "ident" and is_left_out(name.value) for dot, name in pairwise(selector))


def _without_unasked(rule: str, asked: set[str]) -> str:
    head, brace, body = rule.partition("{")
    if not brace or head.startswith("@") or "--" not in body:
        return rule
    declarations = tinycss2.parse_declaration_list(body[:-1], skip_comments=True, skip_whitespace=True)
    kept = [each for each in declarations if not _PROPERTY.fullmatch(getattr(each, "name", "")) or each.name in asked]
    return f"{head}{{{';'.join(each.serialize().removesuffix(';') for each in kept)}}}" if kept else ""
