"""Page scope: every link and picture leads somewhere, to the very place; every page can be reached."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import count
from posixpath import dirname, join, normpath, splitext

from ...macro import MACROS
from ...records import Page, Place, Problem
from ...records.files.validating import nearest
from ...records.page import Call
from ...register import KINDS
from ..scope import ANY, Records, references_in
from ..sentences import MACRO_CALL

_INLINE = re.compile(r"\]\(\s*(?:<([^>\n]*)>|([^)\s]*))[^)]*\)")
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_CODE = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SCHEMES = ("https:", "http:", "mailto:", "tel:")


def every_link_leads_somewhere(library: Records) -> Iterator[Problem]:
    """A link names a page or a file that is there, or an address of the web; a picture names a file."""
    for page in library.pages.values():
        for start, target in _links(page):
            path = target.partition("#")[0].partition("?")[0]
            scheme = _SCHEME.match(target)
            if scheme:
                if scheme[0].lower() not in _SCHEMES:
                    yield Problem(
                        page.place(start),
                        f"the link begins with {scheme[0]}",
                        allowed=", ".join(_SCHEMES),
                        fix="link to a page or to an address of the web",
                    )
            elif path and not _is_there(library, _absolute(page, path)):
                found = _absolute(page, path)
                yield Problem(
                    page.place(start),
                    f"the link leads to {found}, which is not there",
                    fix=nearest(found, [file for file in library.files if file.endswith(splitext(found)[1] or "/")])
                    or "correct the path, counted from this page's folder",
                )
            elif not path and not target:
                yield Problem(page.place(start), "the link leads nowhere", fix="put an address between ( and )")


def every_anchor_is_there(library: Records) -> Iterator[Problem]:
    """What stands after # in a link is a heading of that page, or made by one of its macros."""
    for page in library.pages.values():
        for start, target in _links(page):
            path, mark, anchor = target.partition("#")
            other = library.pages.get(_absolute(page, path) if path else page.path)
            if mark and other and not _SCHEME.match(target) and not _has_anchor(library, other, anchor):
                yield _no_anchor(library, page.place(start), other, anchor)
    for kind in KINDS:
        for id, record in library.kind(kind.name).items():
            for at, reference, target in references_in(record):
                path, mark, anchor = target.partition("#")
                if reference.kind == "pages" and mark and not _has_anchor(library, library.pages[path], anchor):
                    yield _no_anchor(library, library.place(kind.name, id, *at), library.pages[path], anchor)


def _no_anchor(library: Records, place: Place, page: Page, anchor: str) -> Problem:
    headings = anchors_of_headings(page)
    return Problem(
        place,
        f"{page.path} has no place called #{anchor}",
        allowed=", ".join(sorted(headings)) or "what its macros make",
        fix=nearest(anchor, headings | _drawn(library, page)) or "use one of these, or give the page such a heading",
    )


def every_page_is_in_the_menu(library: Records) -> Iterator[Problem]:
    """The menu of mkdocs.yml names each page once, or leaves it out by name."""
    if library.nav is None or ANY in library.broken["pages"]:
        return
    seen: set[str] = set()
    for target, place in library.nav.entries:
        if _SCHEME.match(target):
            continue
        if not _is_there(library, target):
            fix = nearest(target, library.pages) or "add the page, or delete this line"
            yield Problem(place, f"the menu names '{target}', which is not there", fix=fix)
        elif target in seen:
            yield Problem(place, f"the menu names {target} twice", fix="delete one of the two")
        seen.add(target)
    for path, page in library.pages.items():
        if path not in seen and not library.nav.leaves_out(path):
            yield Problem(
                page.document.place(),
                "no menu leads to this page",
                fix=f"add `- {path}` to `nav` in mkdocs.yml, or a pattern of it to `not_in_nav`",
            )


MOST_IN_A_SECTION = 9


def no_section_is_too_long(library: Records) -> Iterator[Problem]:
    """A reader takes in a section of the menu at a glance."""
    for name, pages, place in library.nav.sections if library.nav else ():
        if pages > MOST_IN_A_SECTION:
            yield Problem(
                place,
                f"the section '{name}' has {pages} pages",
                allowed=f"{MOST_IN_A_SECTION} in a section of the menu",
                fix="move one to a section that fits too, or leave it out by a pattern of `not_in_nav` and link to it",
            )


def every_page_is_named_as_an_address(library: Records) -> Iterator[Problem]:
    """The name of a page is its address, and data names pages by it."""
    for path, page in library.pages.items():
        if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md", path):
            yield Problem(
                Place(page.file),
                f"'{path}' is not the name of a page",
                allowed="small letters, digits and hyphens, such as bones/bone-scans.md",
                fix="rename the file or its folder",
            )


def every_page_is_linked_from_another(library: Records) -> Iterator[Problem]:
    """Somebody who reads gets to each page: the menu alone leads nobody there. Front pages have the menu."""
    linked = {
        target.partition("#")[0]
        for kind in KINDS
        for record in library.kind(kind.name).values()
        for _, reference, target in references_in(record)
        if reference.kind == "pages"
    }
    for page in library.pages.values():
        linked |= pages_linked_in(page) - {page.path}
    for path, page in library.pages.items():
        if path not in linked and not path.endswith("index.md") and page.is_for_readers:
            yield Problem(page.document.place(), "no other page links to this one", fix="link to it from one that fits")


def pages_linked_in(page: Page) -> set[str]:
    """Where the words of a page lead, below docs/; addresses of the web are not among them."""
    targets = (target for _, target in _links(page) if not target.startswith("#") and not _SCHEME.match(target))
    return {_absolute(page, target.partition("#")[0]) for target in targets}


def _is_there(library: Records, path: str) -> bool:
    return path in library.pages or path in library.files or path in library.broken["pages"]


def _absolute(page: Page, path: str) -> str:
    """From a path as a page writes it to a path below docs/."""
    return normpath(path.lstrip("/") if path.startswith("/") else join(dirname(page.path), path))


@cache
def _links(page: Page) -> tuple[tuple[int, str], ...]:
    """Where each link or picture of a page leads, with where that is written. Code and macros hold none."""
    text = MACRO_CALL.sub(_blank, _CODE.sub(_blank, page.body))
    inline = [
        (found.start(1) if found[1] is not None else found.start(2), found[1] or found[2] or "")
        for found in _INLINE.finditer(text)
    ]
    return tuple(sorted([*inline, *((found.start(1), found[1]) for found in _DEFINED.finditer(text))]))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


# After number signs, or above a line of = or -.
_HEADING = re.compile(
    r"^(?: *#{1,6} +(?P<a>.+?)(?: +#+)?|(?P<b>[^\s|#>-].*?))(?: *\{:?(?P<list>[^{}\n]*)\})? *(?(b)\n(?:=+|-+) *)$",
    re.MULTILINE,
)
_ID_GIVEN = re.compile(r"(?<!\{)\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}")


@cache
def anchors_of_headings(page: Page) -> frozenset[str]:
    """The anchors that Markdown gives the headings of a page, in its own order (markdown/extensions/toc.py)."""
    text = _CODE.sub(_blank_fences, page.body)
    found: set[str] = set(_ID_GIVEN.findall(text))
    for heading in _HEADING.finditer(text):
        if "#" not in (heading["list"] or ""):
            anchor = _slug(heading["a"] or heading["b"])
            again = (f"{anchor}_{number}" for number in count(1))
            found.add(anchor if anchor not in found else next(one for one in again if one not in found))
    return frozenset(found)


def _blank_fences(found: re.Match[str]) -> str:
    return found[0] if found[2] else _blank(found)


def _slug(heading: str) -> str:
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", MACRO_CALL.sub("", heading))
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _has_anchor(library: Records, page: Page, anchor: str) -> bool:
    """The cheap ways first: pages are drawn here only for an anchor that is rare, or wrong."""
    return (
        anchor in anchors_of_headings(page)
        or any(anchor in _made_by(library, call) for call in page.calls)
        or anchor in _drawn(library, page)
    )


def _made_by(library: Records, call: Call) -> set[str]:
    macro = MACROS.get(call.macro)
    if macro is None or macro.before_id is None or macro.choices:  # a choice shows some of its kind
        return set()
    ids = library.kind(macro.shows_all) if macro.shows_all else [call.argument]
    return {macro.before_id + id for id in ids}


def _drawn(library: Records, page: Page) -> set[str]:
    """Every id in what the macros of a page make of their records."""
    # Drawing imports the library, which imports the checks.
    from ...render.anchors import anchors_made

    return anchors_made(library, page)
