"""Whole-library scope: no page is a dead end, and whoever goes from task to task comes to a tool."""

from __future__ import annotations

from collections.abc import Iterator

from ...macro import MACROS
from ...records import Page, Problem
from ...records.files.validating import nearest
from ..scope import Records, references_in
from .links import pages_linked_in

_GUIDE = ("explain", "how-to")


def every_guide_page_has_a_next_task(library: Records) -> Iterator[Problem]:
    """It names a page that is there, and not itself."""
    for path, page in library.pages.items():
        task = page.meta.next
        if task is None:
            if page.meta.type in _GUIDE and page.is_for_readers:
                yield Problem(
                    page.document.place(),
                    "the page has no next task",
                    fix="add `next: {page: the/page.md, says: what the reader does there}`",
                )
        elif task.page not in library.pages and task.page not in library.broken["pages"]:
            yield Problem(
                page.document.place(("next", "page")),
                f"the next task leads to {task.page}, which is not there",
                fix=nearest(task.page, library.pages) or "correct the path, counted from docs/",
            )
        elif task.page == path:
            yield Problem(page.document.place(("next", "page")), "the next task is this page", fix="name another page")


def every_chain_of_tasks_comes_to_a_tool(library: Records) -> Iterator[Problem]:
    """From one next task to the next, a reader comes to something to do, and never back to a page read before."""
    for path, page in library.pages.items():
        if page.meta.type not in _GUIDE:
            continue
        way = [path]
        at: Page | None = page
        while at and at.meta.next and (at is page or at.meta.type != "tool"):
            at = library.pages.get(at.meta.next.page)
            if at and at.path in way:
                round_ = " → ".join([*way[way.index(at.path) :], at.path])
                yield Problem(
                    page.document.place(("next", "page")),
                    f"the next tasks go round in a circle: {round_}",
                    fix="let one of them lead to a tool",
                )
                break
            way.append(at.path if at else "")
        else:
            if at and len(way) > 1 and at.meta.type != "tool":
                yield Problem(
                    page.document.place(("next", "page")),
                    f"the next tasks end at {at.path}, where there is nothing to do",
                    fix="lead to a tool, or give that page a next task",
                )


def every_page_leads_on(library: Records) -> Iterator[Problem]:
    """A page that readers come to has a way on: in its words, in what it shows, or as its next task."""
    for path, page in library.pages.items():
        if page.is_for_readers and not (_led_to(library, page) - {path}):
            yield Problem(
                page.document.place(),
                "nothing on this page leads on",
                fix="link to what a reader does next, or add `next` to the front matter",
            )


def _led_to(library: Records, page: Page) -> set[str]:
    """The pages that a page leads to: by its words, by the records that its macros show, and by its next task."""
    found = pages_linked_in(page) | ({page.meta.next.page} if page.meta.next else set())
    for call in page.calls:
        macro = MACROS.get(call.macro)
        if macro and (kind := macro.takes or macro.shows_all):
            records = library.kind(kind)
            shown = records.values() if macro.shows_all else filter(None, [records.get(call.argument)])
            for record in shown:
                found |= {
                    target.partition("#")[0]
                    for _, reference, target in references_in(record)
                    if reference.kind == "pages"
                }
    return found
