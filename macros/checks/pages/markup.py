"""Page scope: only markup that a reader's browser and the security policy take, and boxes that become boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Page, Problem
from ...records.files.validating import nearest
from ..scope import Records

_TAG = re.compile(r"<(?=[A-Za-z/!?])[/!?]?([\w-]*)[^<>]*>?")
_ALLOWED_TAG = re.compile(r'<div(?: class="[\w -]+")?(?: markdown)?>|</div>|<https?://[^\s<>"]+>')


def no_page_holds_html(library: Records) -> Iterator[Problem]:
    """No script, style, frame or handler on a page: of HTML only `<div>` with a class, opened and closed."""
    for page in library.pages.values():
        open_tags: list[tuple[str, int, bool]] = []  # name, place, whether it is allowed
        for tag in _TAG.finditer(page.body):
            name, is_allowed = tag[1].lower(), bool(_ALLOWED_TAG.fullmatch(tag[0]))
            if tag[0].startswith("</") and any(name == other for other, _, _ in open_tags):
                while open_tags.pop()[0] != name:
                    pass
            elif tag[0] == "</div>":
                yield Problem(page.place(tag.start()), "this </div> closes nothing", fix="delete it")
            elif name == "div" or not is_allowed:
                told = open_tags and not open_tags[-1][2] and "\n" not in page.body[open_tags[-1][1] : tag.start()]
                if not is_allowed and not told:
                    yield Problem(
                        page.place(tag.start()),
                        f"HTML stands on a page: {' '.join(tag[0].split())[:60]}",
                        allowed='Markdown, macros, and <div class="…" markdown> with its </div>',
                        fix="write it in Markdown; for the sign itself, write &lt;",
                    )
                open_tags.append((name, tag.start(), is_allowed))
        for name, start, is_allowed in open_tags:
            if is_allowed:
                yield Problem(page.place(start), f"this <{name}> is never closed", fix=f"add </{name}> where it ends")


# { .class #id } after a heading or a link is Markdown's; { name=value } would write any attribute into the page.
_ATTRIBUTES = re.compile(r"(?<!\{)\{:?(?!\{)([^{}\n]*)\}(?!\})")


def no_page_sets_attributes(library: Records) -> Iterator[Problem]:
    """An attribute list gives a class or an id, and no handler or style."""
    for page in library.pages.values():
        for found in _ATTRIBUTES.finditer(page.body):
            if "=" in found[1]:
                yield Problem(
                    page.place(found.start()),
                    f"attributes are set here: {found[0]}",
                    allowed="{ .class } and { #id }",
                    fix="delete what has a = in it; looks belong into a stylesheet, behaviour into a script",
                )


FOLD = "fold"
_HEADING_CLASS = re.compile(r"^#{1,6} [^\n]*?(?<!\{)\{:?[^{}\n]*\.([\w-]+)[^{}\n]*\}[ ]*$", re.MULTILINE)


def every_heading_class_does_something(library: Records) -> Iterator[Problem]:
    """A heading is folded (macros/render/page/folding.py) or has no class: one with a slip would do nothing."""
    for page in library.pages.values():
        for found in _HEADING_CLASS.finditer(page.body):
            if found[1] != FOLD or not found[0].startswith("## "):
                yield Problem(
                    page.place(found.start(1)),
                    f"a heading has the class '{found[1]}', which does nothing here",
                    allowed=f"{{: .{FOLD} }} after a heading with ##",
                    fix=nearest(found[1], (FOLD,)) or "delete it",
                )


# The boxes that stylesheets/components/boxes.css draws.
BOXES = ("do", "do-not", "key-points", "short-answer", "unknown")
_BOX = re.compile(r"^([ ]*)(!{2,}|\?{3}\+?)[ ]*(.*)$", re.MULTILINE)
_BOX_HEAD = re.compile(r'([\w-]+)(?: "[^"\n]+")?')


@dataclass(frozen=True)
class Box:
    """A box of a page: its kind, and where its body stands in the page."""

    kind: str
    start: int
    end: int


def every_box_becomes_one(library: Records) -> Iterator[Problem]:
    """A box has a kind that is drawn, and a body indented below it; else its words stand outside."""
    for page in library.pages.values():
        for found in _BOX.finditer(page.body):
            head = _BOX_HEAD.fullmatch(found[3].rstrip())
            if found[2] != "!!!" or found[1] or not head:
                yield Problem(
                    page.place(found.start(2)),
                    f"this does not begin a box: {found[0].strip()[:60]}",
                    allowed=f'!!! and a kind ({", ".join(BOXES)}) at the start of the line, then a title in "…"',
                    fix='write it as !!! key-points "Key points"',
                )
            elif head[1] not in BOXES:
                yield Problem(
                    page.place(found.start(3)),
                    f"there is no box '{head[1]}'",
                    allowed=", ".join(BOXES),
                    fix=nearest(head[1], BOXES) or "use one of these",
                )
            elif not page.body[found.end() : _end_of_body(page.body, found.end())].strip():
                yield Problem(
                    page.place(found.start(2)),
                    "nothing stands in this box",
                    allowed="lines that begin with four spaces, below it",
                    fix="put four spaces before each line that belongs to it",
                )


def every_do_not_bullet_says_so(library: Records) -> Iterator[Problem]:
    """Each bullet of a 'Do not' box begins with the words (H10)."""
    for page in library.pages.values():
        for box in boxes_on(page):
            if box.kind == "do-not":
                body = page.body[box.start : box.end]
                for bullet in re.finditer(r"^ {4}(?:[-*+]|\d+\.) +(?!Do not\b)", body, re.MULTILINE):
                    yield Problem(
                        page.place(box.start + bullet.end()),
                        "a bullet in a 'Do not' box begins with 'Do not'",
                        fix="begin it with 'Do not'",
                    )


_STATING = ("key-points", "short-answer", "unknown")
_PARAGRAPH = re.compile(r"(?:^[ ]{4,}\S.*(?:\n|\Z))+?(?=\s*\Z|[ \t]*\n|[ ]{4,}[-*+] )", re.MULTILINE)
_EVIDENCE = re.compile(r"\{\{-?\s*(?:claim|cite)\(")


def what_a_box_states_rests_on_a_claim(library: Records) -> Iterator[Problem]:
    """In the boxes of a page that explains, each paragraph and point names its claim; one that begins in bold asks."""
    for page in library.pages.values():
        for box in boxes_on(page) if page.meta.type == "explain" else ():
            if box.kind in _STATING:
                for one in _PARAGRAPH.finditer(page.body, box.start, box.end):
                    if not _EVIDENCE.search(one[0]) and not one[0].lstrip().startswith("**"):
                        yield Problem(
                            page.place(one.end() - len(one[0].lstrip())),
                            f"no claim stands behind “{' '.join(one[0].split())[:60]}”",
                            allowed="a claim() or a cite() at its end, or **Do this:** at its start",
                            fix="add the claim, or leave the sentence out",
                        )


def boxes_on(page: Page) -> Iterator[Box]:
    """Every box of a page that is well formed."""
    for found in _BOX.finditer(page.body):
        head = _BOX_HEAD.fullmatch(found[3].rstrip())
        if head:
            yield Box(head[1], found.end(), _end_of_body(page.body, found.end()))


def _end_of_body(body: str, start: int) -> int:
    """Where the lines end that are empty or begin with four spaces."""
    found = re.compile(r"(?:\n(?: {4}.*|[ \t]*(?=\n|\Z)))*").match(body, start)
    return found.end() if found else start
