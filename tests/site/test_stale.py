"""H08: a site that is built after a review date says so by itself, and puts away what is drawn from old claims."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from macros.library import Library
from tests.site.html_pages import HtmlPage, read_pages
from tools.build import build_site


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory, library: Library) -> dict[str, HtmlPage]:
    """The site as it is built on the day after the last review date of all claims."""
    day = max(claim.review_due for claim in library.claims.values()) + datetime.timedelta(days=1)
    noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    folder = tmp_path_factory.mktemp("later")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        build_site(folder)
    return read_pages(folder)


def test_every_chip_says_that_its_claim_is_being_rechecked(later: dict[str, HtmlPage]) -> None:
    marks = [e for page in later.values() for e in page.elements if "claim-chip__recheck" in e.classes]
    chips = [e for page in later.values() for e in page.elements if "claim-chip" in e.classes]
    living = [chip for chip in chips if "claim-chip--retired" not in chip.classes]
    assert len(marks) == len(living) > 0


def test_no_picture_is_drawn_from_a_claim_past_its_date(later: dict[str, HtmlPage]) -> None:
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
