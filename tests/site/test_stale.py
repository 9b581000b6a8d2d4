"""H08: a site that is built after a review date says so by itself, and puts away what is drawn from old claims."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import macros
from macros.library import Library
from macros.render.macros import MACROS
from macros.render.page.context import PageContext
from tests.site.html_pages import HtmlPage, read_pages
from tools.build import build_site

CHARTS = "evidence/charts.md"


@pytest.fixture
def day(library: Library, monkeypatch: pytest.MonkeyPatch) -> datetime.date:
    """The day after the last review date of all claims, on which what is built now is built."""
    day = max(claim.review_due for claim in library.claims.values()) + datetime.timedelta(days=1)
    noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    return day


@pytest.fixture
def page(library: Library, day: datetime.date) -> PageContext:
    """A page of that day."""
    assert macros.day.today() == day
    return PageContext(library, CHARTS, directory_urls=True, today=macros.day.today())


def test_every_claim_says_that_it_is_being_rechecked(page: PageContext) -> None:
    chips = {id: str(MACROS["claim"](page, id)) for id, one in page.library.claims.items() if not one.retired}
    assert chips
    assert [id for id, chip in chips.items() if "claim-chip__recheck" not in chip] == []


def test_no_chart_is_drawn_from_a_claim_past_its_date(page: PageContext) -> None:
    shown = {id: str(MACROS["chart"](page, id)) for id in page.library.charts}
    assert [id for id, markup in shown.items() if 'role="img"' in markup] == ["certainty-map"]
    assert [id for id, markup in shown.items() if 'class="chart__recheck ' in markup]


@pytest.fixture
def later(tmp_path: Path, day: datetime.date) -> dict[str, HtmlPage]:
    """The whole site as it is built on that day."""
    build_site(tmp_path)
    return read_pages(tmp_path)


@pytest.mark.audit
def test_a_whole_site_of_that_day_says_all_of_it(later: dict[str, HtmlPage]) -> None:
    marks = [e for page in later.values() for e in page.elements if "claim-chip__recheck" in e.classes]
    chips = [e for page in later.values() for e in page.elements if "claim-chip" in e.classes]
    living = [chip for chip in chips if "claim-chip--retired" not in chip.classes]
    assert len(marks) == len(living) > 0
    page = later["evidence/charts/index.html"]
    drawn = [e for e in page.tagged("svg") if e.attributes.get("role") == "img"]
    assert [e.attributes["aria-labelledby"] for e in drawn] == ["chart-certainty-map-1-title"]
    notices = [e for e in page.elements if "chart__recheck" in e.classes]
    assert notices
    assert [notice for notice in notices if "hidden" in notice.attributes] == []


def test_the_site_of_today_says_none_of_that(site: Path) -> None:
    elements = [element for page in read_pages(site).values() for element in page.elements]
    notices = [element for element in elements if "chart__recheck" in element.classes]
    assert len(notices) > 0
    assert [notice for notice in notices if "hidden" not in notice.attributes] == []
    assert [element for element in elements if "claim-chip__recheck" in element.classes] == []
