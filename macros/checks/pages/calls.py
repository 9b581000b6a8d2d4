"""Page scope: macros exist and get what they take; a page states its evidence and lists it."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Problem
from ...records.files.validating import nearest
from ...records.page import Call
from ..scope import ANY, Records

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
    "offline_copy": None,
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


# Those whose first argument is one of a few words instead.
_PARTS = ("bones", "joints", "running")
CHOICES: dict[str, tuple[str, ...]] = {
    "claim_cards": _PARTS,
    "source_entries": _PARTS,
    "sign": ("bone", "joint", "start", "support"),
    "drawing": (
        "bone-renewal",
        "impact-ladder",
        "knee",
        "load-step-metre",
        "spine-sparing",
        "strength-at-home",
        "warm-up",
        "where-bones-break",
        "where-it-hurts",
    ),
}
# Those that draw all, or the first, where none is named; and those that take a text after the first argument.
_CHOICE_CAN_BE_LEFT_OUT = {"sign", "drawing"}
_TAKES_WORDS = {"term"}


def every_macro_call_can_be_read(library: Records) -> Iterator[Problem]:
    """The template language of a page holds calls of macros and nothing else."""
    for page in library.pages.values():
        told = 0
        for at in page.unread:
            if at >= told:
                told = page.body.find("\n", at) if "\n" in page.body[at:] else len(page.body)  # one message a line
                yield Problem(
                    page.place(at),
                    f"a macro call is not well formed: {page.body[at : at + 40].splitlines()[0]}",
                    allowed="the name of a macro, and texts in quotes between ( and )",
                    fix='write {{ claim("its-id") }}, with both braces and both quotes',
                )


def every_macro_call_names_what_exists(library: Records) -> Iterator[Problem]:
    """The macro is one of ours, it gets as many arguments as it takes, and its first one leads to something."""
    for page in library.pages.values():
        for call in page.calls:
            problem = wrong_with(call, library)
            if problem:
                yield problem


def wrong_with(call: Call, library: Records) -> Problem | None:
    """The problem of a call, if it has one."""
    name, given = call.macro, len(call.arguments)
    if name not in MACROS:
        fix = nearest(name, MACROS) or "use one of these"
        return Problem(call.place, f"there is no macro '{name}'", ", ".join(sorted(MACROS)), fix)
    kind, choices = MACROS[name], CHOICES.get(name)
    most = (1 if kind or choices else 0) + (name in _TAKES_WORDS)
    least = 1 if kind or (choices and name not in _CHOICE_CAN_BE_LEFT_OUT) else 0
    if not least <= given <= most:
        return Problem(
            call.place,
            f"{name}() gets {given} arguments",
            allowed=f"{least}" if least == most else f"{least} or {most}",
            fix=f"write {_example(name, kind, choices)}",
        )
    known = library.kind(kind).keys() | library.broken[kind] if kind else choices
    if given and known is not None and call.argument not in known and ANY not in known:
        where = f"in {kind}" if kind else "to draw" if name in _CHOICE_CAN_BE_LEFT_OUT else "among the parts"
        fix = f"correct the id, or add the record to data/{kind}" if kind else "use one of these"
        return Problem(
            call.place,
            f"{name}(): there is no '{call.argument}' {where}",
            allowed=", ".join(choices or ()),
            fix=nearest(call.argument, known) or fix,
        )
    if (
        name == "planner"
        and given
        and call.argument in library.decisions
        and not _leads_to_plans(library, call.argument)
    ):
        lead = [id for id in library.decisions if _leads_to_plans(library, id)]
        return Problem(
            call.place, f"planner(): no result of '{call.argument}' is a plan", ", ".join(lead), "use such a table"
        )
    return None


def _leads_to_plans(library: Records, decision: str) -> bool:
    return bool(library.decisions[decision].outcomes.keys() & (library.plans.keys() | library.broken["plans"]))


def _example(name: str, kind: str | None, choices: tuple[str, ...] | None) -> str:
    inside = '"its-id"' if kind else f'"{choices[0]}"' if choices else ""
    more = f', or {{{{ {name}({inside}, "words to show") }}}}' if name in _TAKES_WORDS else ""
    return f"{{{{ {name}({inside}) }}}}{more}"


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


def an_explain_page_states_its_evidence(library: Records) -> Iterator[Problem]:
    """An explain or how-to page shows at least one claim and ends with its sources."""
    for page in library.pages.values():
        if page.meta.type in ("explain", "how-to"):
            macros = {call.macro for call in page.calls}
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
        calls = page.calls
        if not any(call.macro == "page_sources" for call in calls):
            for call in calls:
                if call.macro in showing and not _is_the_map(library, call):
                    yield Problem(
                        call.place,
                        f"{call.macro}() shows claims, but the page does not list its sources",
                        fix="end the page with '## Sources' and {{ page_sources() }}",
                    )
                    break
