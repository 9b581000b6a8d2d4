"""What must hold on every page of the built site, online and offline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.library import Library
from tests.site.html_pages import Element, HtmlPage, broken_references, read_pages
from tools.assets.bundles import EARLY, stylesheets
from tools.assets.fonts import CUTS, LICENCE
from tools.assets.unused_styles import is_left_out
from tools.offline import FRONT_DOOR, GUIDE

Pages = dict[str, HtmlPage]


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    return read_pages(site)


@pytest.fixture(scope="session")
def offline_pages(offline_folder: Path) -> Pages:
    return read_pages(offline_folder)


def test_every_markdown_page_is_built(pages: Pages, offline_pages: Pages, library: Library) -> None:
    built = {_file_online(name) for name in library.pages}
    assert set(pages) == built | {"404.html"}
    offline = {f"{GUIDE}/{name.removesuffix('.md')}.html" for name in library.pages}
    assert set(offline_pages) == offline | {FRONT_DOOR}


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: Pages) -> None:
    assert list(broken_references(site, pages)) == []


def test_every_link_and_anchor_of_the_offline_copy_leads_to_a_file(offline_folder: Path, offline_pages: Pages) -> None:
    assert list(broken_references(offline_folder, offline_pages)) == []
    assert [link for link in _own_links(offline_pages) if link.endswith("/")] == []


def test_no_page_makes_the_browser_ask_another_host(pages: Pages, offline_pages: Pages) -> None:
    asked = [
        f"{page.file}, {element}"
        for page, element in _elements(pages, offline_pages)
        if element.is_fetched and any(urlsplit(reference).netloc for reference in element.references())
    ]
    assert asked == []


def test_no_page_has_inline_scripts_styles_or_event_handlers(pages: Pages) -> None:
    inline = [
        f"{page.file}, {element}"
        for page, element in _elements(pages)
        if _is_inline_script(element)
        or element.tag == "style"
        or "style" in element.attributes
        or any(name.startswith("on") for name in element.attributes)
        or element.attributes.get("href", "").startswith("javascript:")
    ]
    assert inline == []


def test_every_page_has_one_h1_with_the_title_of_its_front_matter(pages: Pages, library: Library) -> None:
    assert library.pages
    for name, page in library.pages.items():
        headings = [heading.strip().removesuffix("#").strip() for heading in pages[_file_online(name)].headings]
        assert headings == [page.meta.title], name


def test_titles_and_descriptions_are_unique_and_whole(pages: Pages, library: Library) -> None:
    titles = Counter(page.title for page in pages.values())
    assert [title for title, count in titles.items() if count > 1] == []
    descriptions = {name: pages[_file_online(name)].meta("description") for name in library.pages}
    assert descriptions == {name: page.meta.description for name, page in library.pages.items()}
    assert len(set(descriptions.values())) == len(descriptions)


def test_every_page_is_in_british_english(pages: Pages, offline_pages: Pages) -> None:
    every = (*pages.values(), *offline_pages.values())
    languages = {page.file: page.tagged("html")[0].attributes.get("lang") for page in every}
    assert set(languages.values()) == {"en-GB"}, languages


def test_every_page_links_to_when_to_get_help(pages: Pages, offline_pages: Pages) -> None:
    without = [
        page.file
        for page in (*pages.values(), *offline_pages.values())
        if not any("get-help" in link.classes for link in page.tagged("a")) and page.file != FRONT_DOOR
    ]
    assert without == []


def test_every_emergency_number_is_a_link_that_rings(pages: Pages, offline_pages: Pages) -> None:
    every = (*pages.values(), *offline_pages.values())
    plain = [f"{page.file}: {found[0]}" for page in every for found in _NUMBER_NOT_TO_RING.finditer(_unlinked(page))]
    assert plain == []
    assert {
        link.attributes.get("href") for page in every for link in page.tagged("a") if "get-help" not in link.classes
    } >= {
        "tel:999",
        "tel:112",
        "tel:911",
        "tel:111",
    }


_NUMBER_NOT_TO_RING = re.compile(
    r"\b(999|112|911|111) (\((UK|EU|US)\b|in the (UK|EU|US|United|European)\b)|NHS 111(?! [A-Z])"
)


def _unlinked(page: HtmlPage) -> str:
    """What is read on a page, without its links."""
    return re.sub(r"(?s)<(a|script|svg)[\s>].*?</\1>|<[^>]*>", "", page.source)


def test_every_page_says_when_it_was_looked_at_and_that_no_clinician_has(pages: Pages, library: Library) -> None:
    assert library.pages
    for name, page in library.pages.items():
        source = pages[_file_online(name)].source
        assert f'<time datetime="{page.meta.reviewed}">' in source, name
        assert f'<time datetime="{page.meta.review_due}">' in source, name
        assert f'data-review-due="{page.meta.review_due}"' in source, name
        assert "not yet reviewed by a clinician" in source, name


def test_every_image_has_a_text_for_those_who_do_not_see_it(pages: Pages) -> None:
    assert [
        f"{page.file}, {image}"
        for page, image in _elements(pages)
        if image.tag == "img" and "alt" not in image.attributes
    ] == []


def test_no_id_is_used_twice_on_a_page(pages: Pages) -> None:
    twice = {page.file: [id for id, count in Counter(page.ids).items() if count > 1] for page in pages.values()}
    assert {file: ids for file, ids in twice.items() if ids} == {}


def test_no_page_shows_the_code_of_a_macro(pages: Pages, offline_pages: Pages) -> None:
    left = [
        page.file for page in (*pages.values(), *offline_pages.values()) if "{{" in page.source or "{%" in page.source
    ]
    assert left == []


def test_a_page_asks_for_one_stylesheet_and_two_scripts_and_what_its_own_parts_bring(pages: Pages, root: Path) -> None:
    assert pages
    for page in pages.values():
        apart = [name for name in _styles_and_scripts(page) if name.partition(".")[0] in _named(root, "tools", "looks")]
        assert sorted(set(_styles_and_scripts(page)) - set(apart)) == ["guide.css", "guide.js", "settings.js"], (
            page.file
        )
        tools = {name.partition(".")[0] for name in apart} - _named(root, "looks")
        assert all(f"<{tool}" in page.source for tool in tools), page.file


def test_a_page_brings_the_looks_of_its_parts_and_no_other(pages: Pages, root: Path) -> None:
    """A class that only one look knows is shown where that look is linked, and nowhere else."""
    looks = _classes_of_looks(root)
    assert pages and looks and all(looks.values())
    for look, names in looks.items():
        for page in pages.values():
            shown = {name for e in page.elements for name in e.attributes.get("class", "").split()} & names
            assert bool(shown) == (f"{look}.css" in _styles_and_scripts(page)), (page.file, look, shown)


def _styles_and_scripts(page: HtmlPage) -> list[str]:
    wanted = [reference for e in page.tagged("link", "script") for reference in e.references()]
    return [name.rpartition("/")[2] for name in wanted if name.endswith((".css", ".js"))]


def _classes_of_looks(root: Path) -> dict[str, set[str]]:
    styles = {path: set(re.findall(r"\.([a-z][\w-]*)", path.read_text("utf-8"))) for path in stylesheets()}
    shared = set().union(*styles.values())
    looks = (root / "overrides" / "assets" / "stylesheets" / "looks").glob("*.css")
    names: dict[str, set[str]] = {}
    for path in looks:
        of_look = names.setdefault(path.name.partition(".")[0], set())
        of_look |= set(re.findall(r"\.([a-z][\w-]*)", path.read_text("utf-8"))) - shared
    return names


# What readers answer in.
TOOLS = {
    "appointment-summary",
    "check-list",
    "decision-tool",
    "option-grid",
    "pain-diary",
    "walk-run-planner",
    "your-folder",
}


def test_back_to_top_floats_over_no_answer(pages: Pages) -> None:
    """It is there to read, and on the page of a tool it is not."""
    tools = {page.file: {element.tag for element in page.elements} & TOOLS for page in pages.values()}
    floats = {page.file for page in pages.values() for element in page.elements if "md-top" in element.classes}
    assert set().union(*tools.values()) == TOOLS
    assert floats == {file for file, found in tools.items() if not found}


def test_no_page_shows_what_the_styles_leave_out(pages: Pages, offline_pages: Pages) -> None:
    shown = {
        f"{page.file} has the class {name}, but tools/assets/unused_styles.py leaves out its styles: see LEFT_OUT"
        for page in (*pages.values(), *offline_pages.values())
        for element in page.elements
        for name in element.attributes.get("class", "").split()
        if is_left_out(name)
    }
    assert shown == set()


def _named(root: Path, *folders: str) -> set[str]:
    assets = root / "overrides" / "assets"
    files = (
        path for kind in ("scripts", "stylesheets") for name in folders for path in (assets / kind / name).glob("*")
    )
    return {path.name.partition(".")[0] for path in files}


def test_every_stylesheet_of_ours_is_in_the_bundle_or_on_a_page_and_so_is_every_script_that_stands_alone(
    root: Path, pages: Pages, offline_pages: Pages
) -> None:
    assets = root / "overrides" / "assets"
    used = {
        reference.rpartition("assets/")[2] for _, e in _elements(pages, offline_pages) for reference in e.references()
    }
    written = set((assets / "stylesheets").rglob("*.css"))
    apart = {path for path in written if path.parent.name in ("tools", "looks")}
    brought = {path for path in apart if f"built/{path.name.partition('.')[0]}.css" in used}
    assert written - brought <= {*stylesheets(), *(assets / name for name in used)}
    # tools/assets/bundles.py refuses a script that is in no bundle and is not one of these.
    tools = {path.name for path in (assets / "scripts" / "tools").glob("*.js") if "." not in path.stem}
    assert {*(f"scripts/{name}.js" for name in EARLY), *(f"built/{name}" for name in tools)} <= used


def test_the_site_brings_no_file_that_styles_and_scripts_are_joined_from(site: Path, offline_folder: Path) -> None:
    alone = {f"{name}.js" for name in EARLY}
    for assets in (site / "assets", offline_folder / GUIDE / "assets"):
        assert {path.relative_to(assets / "scripts").as_posix() for path in (assets / "scripts").rglob("*.js")} == alone
        assert not (assets / "stylesheets").exists()


def test_the_fonts_are_shipped_with_their_licence(site: Path) -> None:
    fonts = {path.name for path in (site / "assets" / "fonts").iterdir()}
    assert {name for name in fonts if name.endswith(".woff2")} == set(CUTS)
    licences = (site / "assets" / "fonts" / LICENCE).read_text(encoding="utf-8")
    assert "Łukasz" in licences or "Lukasz Dziedzic" in licences
    assert "SIL OPEN FONT LICENSE Version 1.1" in licences


def _file_online(markdown: str) -> str:
    """The HTML file that a page below docs/ becomes."""
    name = markdown.removesuffix(".md")
    return f"{name}.html" if name == "index" or name.endswith("/index") else f"{name}/index.html"


def _elements(*sites: Pages) -> Iterator[tuple[HtmlPage, Element]]:
    for pages in sites:
        for page in pages.values():
            for element in page.elements:
                yield page, element


def _own_links(pages: Pages) -> Iterator[str]:
    for _, element in _elements(pages):
        yield from (reference for reference in element.references() if not urlsplit(reference).scheme)


def _is_inline_script(element: Element) -> bool:
    return (
        element.tag == "script"
        and "src" not in element.attributes
        and element.attributes.get("type") != "application/json"
    )
