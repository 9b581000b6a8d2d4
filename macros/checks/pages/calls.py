"""Page scope: macros exist and get what they take; a page states its evidence and lists it."""

from __future__ import annotations

from collections.abc import Iterator

from ...macro import MACROS, Macro
from ...records import Problem
from ...records.files.validating import nearest
from ...records.page import Call
from ..scope import ANY, Records


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
    name, given, macro = call.macro, len(call.arguments), MACROS.get(call.macro)
    if macro is None:
        fix = nearest(name, MACROS) or "use one of these"
        return Problem(call.place, f"there is no macro '{name}'", ", ".join(sorted(MACROS)), fix)
    first = bool(macro.takes or macro.choices)
    least, most = first and not macro.can_go_without, first + macro.label
    if not least <= given <= most:
        return Problem(
            call.place,
            f"{name}() gets {given} arguments",
            allowed=f"{least:d}" if least == most else f"{least:d} or {most}",
            fix=f"write {_example(name, macro)}",
        )
    known = library.kind(macro.takes).keys() | library.broken[macro.takes] if macro.takes else set(macro.choices)
    if given and call.argument not in known and ANY not in known:
        where = f"in {macro.takes}" if macro.takes else "to draw" if macro.can_go_without else "among the parts"
        fix = f"correct the id, or add the record to data/{macro.takes}" if macro.takes else "use one of these"
        return Problem(
            call.place,
            f"{name}(): there is no '{call.argument}' {where}",
            allowed=", ".join(macro.choices),
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


def _example(name: str, macro: Macro) -> str:
    inside = '"its-id"' if macro.takes else f'"{macro.choices[0]}"' if macro.choices else ""
    more = f', or {{{{ {name}({inside}, "words to show") }}}}' if macro.label else ""
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


def _has_chips(call: Call) -> bool:
    return call.macro in MACROS and MACROS[call.macro].has_chips


def claims_on_a_page_are_listed_at_its_end(library: Records) -> Iterator[Problem]:
    """A chip opens and prints by the list of sources at the page's end, so a page with chips has one."""
    for page in library.pages.values():
        calls = page.calls
        if not any(call.macro == "page_sources" for call in calls):
            for call in calls:
                if _has_chips(call) and not _is_the_map(library, call):
                    yield Problem(
                        call.place,
                        f"{call.macro}() shows claims, but the page does not list its sources",
                        fix="end the page with '## Sources' and {{ page_sources() }}",
                    )
                    break
