"""Page scope: macros exist and get ids that exist; links lead to pages; the words keep the tone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from posixpath import dirname, join, normpath

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..records import Page, Place, Problem
from ..records.validating import nearest
from .scope import Records
from .wording import FORBIDDEN_WORDS

# The macros that a page may call, and the kind of record that each one's first argument names.
MACROS: dict[str, str | None] = {
    "claim": "claims",
    "cite": "sources",
    "term": "terms",
    "care_card": "care_cards",
    "decision": "decisions",
    "decision_built": "decisions",
    "decision_rows": "decisions",
    "checklist": "checklists",
    "plan": "plans",
    "planner": "decisions",
    "options": "options",
    "chart": "charts",
    "drawing": None,
    "pain_diary": None,
    "appointment_summary": None,
    "certainty_key": None,
    "all_claims": None,
    "claim_cards": None,
    "all_sources": None,
    "source_entries": None,
    "all_charts": None,
    "downloads": None,
    "all_care_cards": None,
    "glossary_list": None,
    "hazard_log": None,
    "not_yet_checked": None,
    "page_sources": None,
    "guidance": "guidance",
    "all_guidance": None,
    "article_claims": None,
    "all_myths": None,
    "quality_scores": None,
    "thigh_bone": None,
    "sign": None,
}


@dataclass(frozen=True)
class Call:
    """A macro call on a page, with its first argument where that is a plain text."""

    macro: str
    argument: str
    place: Place


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)


@cache
def calls_on(page: Page) -> tuple[Call, ...]:
    """Every macro call on a page, in order. A page that Jinja cannot parse has none (and a problem of its own)."""
    try:
        tree = _environment().parse(page.body)
    except TemplateSyntaxError:
        return ()
    found = []
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            first = call.args[0] if call.args else None
            argument = first.value if isinstance(first, nodes.Const) and isinstance(first.value, str) else ""
            found.append(Call(call.node.name, argument, _place(page, call, argument)))
    return tuple(found)


def _place(page: Page, call: nodes.Call, argument: str) -> Place:
    """Jinja knows a call's line only; its column is found in that line."""
    line = page.body.splitlines()[call.lineno - 1]
    column = max(line.find(argument), 0) if argument else max(line.find("{{"), 0)
    return Place(page.file, page.body_line + call.lineno - 1, column + 1)


def every_page_can_be_read(library: Records) -> Iterator[Problem]:
    """The template language on a page is well formed."""
    for page in library.pages.values():
        try:
            _environment().parse(page.body)
        except TemplateSyntaxError as error:
            yield Problem(
                Place(page.file, page.body_line + error.lineno - 1),
                f"a macro call is not well formed: {error.message}",
                fix='write {{ claim("its-id") }}, with both braces and both quotes',
            )


def every_macro_call_names_what_exists(library: Records) -> Iterator[Problem]:
    """The macro is one of ours, and the id that it gets leads to a record."""
    for page in library.pages.values():
        for call in calls_on(page):
            if call.macro not in MACROS:
                yield Problem(
                    call.place,
                    f"there is no macro '{call.macro}'",
                    allowed=", ".join(sorted(MACROS)),
                    fix=nearest(call.macro, MACROS) or "use one of these",
                )
                continue
            kind = MACROS[call.macro]
            if kind and call.argument not in library.kind(kind):
                yield Problem(
                    call.place,
                    f"{call.macro}(): there is no '{call.argument}' in {kind}",
                    fix=nearest(call.argument, library.kind(kind))
                    or f"correct the id, or add the record to data/{kind}",
                )


_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")


def every_link_leads_to_a_page(library: Records) -> Iterator[Problem]:
    """A relative link to a Markdown page names one that exists."""
    for page in library.pages.values():
        for match in _LINK.finditer(page.body):
            target = match[1].partition("#")[0]
            if not target.endswith(".md") or "://" in target:
                continue
            path = normpath(join(dirname(page.path), target))
            if path not in library.pages:
                yield Problem(
                    page.place(match.start(1)),
                    f"the link leads to {path}, which is not there",
                    fix=nearest(path, library.pages) or "correct the path, counted from this page's folder",
                )


def titles_and_descriptions_are_unique(library: Records) -> Iterator[Problem]:
    """Two pages with one title cannot be told apart in search or in a browser's tabs."""
    for field in ("title", "description"):
        seen: dict[str, str] = {}
        for page in library.pages.values():
            value = getattr(page.meta, field)
            if value in seen:
                yield Problem(
                    page.document.place((field,)), f"{seen[value]} has the same {field}", fix="make one of them differ"
                )
            seen.setdefault(value, page.file)


def pages_keep_the_tone(library: Records) -> Iterator[Problem]:
    """No frightening or empty words on a page."""
    for page in library.pages.values():
        for match in FORBIDDEN_WORDS.finditer(page.body):
            yield Problem(
                page.place(match.start()),
                f"the guide does not say '{match[0]}'",
                fix="say what to look and feel for; give chances as N out of 100",
            )


_DO_NOT_BOX = re.compile(r"^!!! do-not.*\n(?:(?:[ ]{4}.*)?\n)+", re.MULTILINE)


def every_do_not_bullet_says_so(library: Records) -> Iterator[Problem]:
    """Each bullet of a 'Do not' box begins with the words (H10)."""
    for page in library.pages.values():
        for box in _DO_NOT_BOX.finditer(page.body):
            for bullet in re.finditer(r"^ {4}[-*] +(?!Do not\b)", box[0], re.MULTILINE):
                yield Problem(
                    page.place(box.start() + bullet.end()),
                    "a bullet in a 'Do not' box begins with 'Do not'",
                    fix="begin it with 'Do not'",
                )


def an_explain_page_states_its_evidence(library: Records) -> Iterator[Problem]:
    """An explain or how-to page shows at least one claim and ends with its sources."""
    for page in library.pages.values():
        if page.meta.type in ("explain", "how-to"):
            macros = {call.macro for call in calls_on(page)}
            for needed in ("claim", "page_sources"):
                if needed not in macros:
                    yield Problem(
                        page.place(len(page.body)),
                        f"this page never calls {needed}()",
                        fix=f"add {{{{ {needed}(…) }}}}",
                    )


def _is_the_map(library: Records, call: Call) -> bool:
    """A map of all claims shows none of them in words."""
    chart = library.charts.get(call.argument) if call.macro == "chart" else None
    return chart is not None and not chart.claims


def claims_on_a_page_are_listed_at_its_end(library: Records) -> Iterator[Problem]:
    """A chip opens and prints by the list of sources at the page's end, so a page with chips has one."""
    showing = {"claim", "chart", "all_charts", "decision", "checklist", "plan", "planner"}
    for page in library.pages.values():
        calls = calls_on(page)
        if not any(call.macro == "page_sources" for call in calls):
            for call in calls:
                if call.macro in showing and not _is_the_map(library, call):
                    yield Problem(
                        call.place,
                        f"{call.macro}() shows claims, but the page does not list its sources",
                        fix="end the page with '## Sources' and {{ page_sources() }}",
                    )
                    break
