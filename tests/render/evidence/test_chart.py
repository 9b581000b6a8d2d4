"""What a chart shows: its finding with the evidence, a named picture, its caveat, and the same numbers as a table."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from macros.render.evidence.chart import all_charts, chart

from ..making import AFTER_REVIEW, TODAY, claim, context, figure, source
from ..making import chart as made

SVG = "{http://www.w3.org/2000/svg}"
SHARES = [figure("one"), figure("two", value=3.5, low=3.0, high=4.0)]


def drawn(markup: str) -> list[ElementTree.Element]:
    """Every picture in the markup, read as XML, which it must therefore be."""
    return [ElementTree.fromstring(svg) for svg in re.findall(r'<svg xmlns="http.*?</svg>(?=\n)', markup, re.DOTALL)]


def shown(kind: str, *figures: str, **more: object) -> str:
    page = context(source(), claim(figures=SHARES), made("a-chart", kind, *figures, **more))
    return chart(page, "a-chart")


@pytest.mark.parametrize("kind", ["icon-array", "bars", "intervals", "dots", "steps"])
def test_picture_has_a_role_a_name_and_a_description(kind: str) -> None:
    pictures = drawn(shown(kind))
    assert pictures
    for picture in pictures:
        assert picture.get("role") == "img"
        named = {picture.get("aria-labelledby"): f"{SVG}title", picture.get("aria-describedby"): f"{SVG}desc"}
        for id, tag in named.items():
            (element,) = [element for element in picture.iter(tag) if element.get("id") == id]
            assert element.text
        (description,) = picture.iter(f"{SVG}desc")
        assert str(description.text).startswith("Running may do little to knees. Group one: 20.5 out of 100, likely")
        assert "Scale: Out of 100." in str(description.text)
        assert str(description.text).endswith("They were watched, not put into groups by chance.")


@pytest.mark.parametrize("kind", ["icon-array", "bars", "intervals", "dots", "steps"])
def test_picture_brings_no_styles_and_no_colours_of_its_own(kind: str) -> None:
    pictures = list(drawn(shown(kind)))
    assert pictures
    for picture in pictures:
        for element in picture.iter():
            assert element.tag != f"{SVG}style"
            assert not {"style", "fill", "stroke", "font-size"} & set(element.attrib)


def test_words_in_a_picture_cannot_become_markup() -> None:
    figures = [figure("one", label="Knees <b>& hips</b>")]
    page = context(source(), claim(figures=figures), made(title="A < B", description="Left & right."))
    (picture,) = drawn(chart(page, "a-chart"))
    assert "Knees <b>& hips</b>" in [text.text for text in picture.iter(f"{SVG}text")]


def test_icon_array_fills_as_many_people_as_the_figure_says_and_a_part_of_the_next() -> None:
    (picture,) = drawn(shown("icon-array", "knees/two"))
    assert people_in(picture) == (3, 0.5)
    (picture,) = drawn(shown("icon-array", "knees/one"))
    assert people_in(picture) == (20, 0.5)
    assert len(list(picture.iter())) < 20  # a row is one drawing


def people_in(picture: ElementTree.Element) -> tuple[int, float]:
    """How many are filled, and how much of the next: by where the pictures of filled rows end."""
    assert len([use for use in picture.iter(f"{SVG}use") if use.get("class") == "chart__person"]) >= 7
    whole, part = 0, 0.0
    for parent in picture.iter(f"{SVG}svg"):
        for use in parent.findall(f"{SVG}use"):
            if use.get("class") == "chart__person chart__person--counted":
                ends = float(parent.get("width") or 100)
                whole, part = whole + int(ends // 10), part + max((ends % 10 - 0.9) / 7.2, 0)
    return whole, round(part, 2)


def test_table_holds_the_same_numbers_with_their_source_and_the_picture_names_it_once() -> None:
    markup = shown("intervals", "knees/one", "knees/two")
    table = markup.partition("<details")[2]
    for words in ("Group one", "20.5 out of 100 people", "likely range 18 to 22", "Group two", "3.5 out of 100 people"):
        assert words in table
    link = 'href="../../evidence/sources/joints/#source-lo-2017"'
    assert table.count(link) == 2
    assert markup.partition("<details")[0].count(link) == 1


def test_finding_carries_the_chip_of_each_claim_and_the_caveat_stands_in_the_figure() -> None:
    figure_markup = shown("intervals").partition("<details")[0]
    assert 'class="claim-chip claim-chip--low' in figure_markup
    assert '<p class="chart__caveat">They were watched, not put into groups by chance.</p>' in figure_markup


@pytest.mark.parametrize("kind", ["bars", "intervals", "dots", "steps"])
def test_what_a_scale_measures_is_words_of_the_page_as_wide_as_the_card(kind: str) -> None:
    markup = shown(kind, panel={"title": "A panel", "line": {"at": 0, "label": "no difference"}})
    picture = markup.index("<svg xmlns")
    assert markup.index('<p class="chart__heading" aria-hidden="true">A panel</p>') < picture
    for words in ("Out of 100", "Dashed line: no difference"):
        assert markup.index(f'<p class="chart__scale" aria-hidden="true">{words}</p>') > picture
    (drawing,) = drawn(markup)
    assert not [text for text in drawing.iter(f"{SVG}text") if text.text in ("A panel", "Out of 100")]


def test_people_out_of_100_are_said_before_ratios_where_the_record_counts_them_and_only_there() -> None:
    ratio = figure("odds", value=1.5, low=1.0, high=2.0, unit="odds ratio")
    people = figure("many", value=35, low=None, high=None, label="Runners who were injured", over="18 months")

    def before_the_picture(*figures: dict[str, object], drawn: str) -> str:
        page = context(source(), claim(figures=list(figures)), made("a-chart", "dots", f"knees/{drawn}"))
        return chart(page, "a-chart").partition("<svg xmlns")[0]

    counted = before_the_picture(ratio, people, drawn="odds")
    assert "Runners who were injured: <strong>35 out of 100 people</strong> (time: 18 months)." in counted
    assert "We have no numbers out of 100 people for it." in before_the_picture(ratio, drawn="odds")
    assert "chart__people" not in before_the_picture(ratio, people, drawn="many")


def test_a_chart_counts_as_use_of_its_claims() -> None:
    page = context(source(), claim(figures=SHARES), made())
    chart(page, "a-chart")
    assert page.claims_used == ["knees"]


def test_a_picture_is_put_away_past_the_review_date_of_a_claim() -> None:
    records = source(), claim(figures=SHARES), made()
    in_time, late = (chart(context(*records, today=day), "a-chart") for day in (TODAY, AFTER_REVIEW))
    notice = '<p class="chart__recheck notice notice--due" data-review-due="2027-11-22"'
    assert f"{notice} hidden>" in in_time
    assert drawn(in_time)
    assert f"{notice}>" in late
    assert not drawn(late)
    assert "<table" not in late
    assert "20.5" not in late


def test_the_first_of_several_review_dates_counts() -> None:
    records = (
        source(),
        claim(figures=[figure("one")]),
        claim("hips", figures=[figure("one")], review_due="2026-12-24"),
        made("a-chart", "intervals", "knees/one", "hips/one"),
    )
    assert 'data-review-due="2026-12-24"' in chart(context(*records), "a-chart")


def test_all_charts_are_listed_by_topic_and_the_map_counts_every_claim() -> None:
    records = source(), claim(figures=SHARES), claim("hips", certainty="moderate", statement="It probably helps.")
    page = context(*records, made(), made("map", "map", topic=None, panels=[]))
    markup = all_charts(page)
    assert markup.index('id="charts-all"') < markup.index('id="charts-knees"')
    picture = drawn(markup)[0]
    marks = [circle for circle in picture.iter(f"{SVG}circle") if circle.get("class") == "chart__point"]
    assert len(marks) == 2
    cells = re.findall(r"<td>(\d+)</td>", markup.partition("chart__table--counts")[2])
    assert cells[:5] == ["0", "1", "1", "0", "0"]
    assert 'From <a href="../../evidence/all-claims/">all claims of this guide</a>.' in markup


@pytest.mark.parametrize("kind", ["intervals", "dots"])
def test_the_line_of_no_difference_strikes_through_no_words(kind: str) -> None:
    panel = {"line": {"at": 0, "label": "no difference"}}
    (picture,) = drawn(shown(kind, "knees/one", "knees/two", panel=panel))
    lines = [one for one in picture.iter(f"{SVG}line") if one.get("class") == "chart__line"]
    assert len(lines) == 2
    for line in lines:
        top, bottom = sorted(em(line.get(end)) for end in ("y1", "y2"))
        for words in picture.iter(f"{SVG}text"):
            base = em(words.get("y"))
            assert base + 0.25 < top or base - 0.75 > bottom, ElementTree.tostring(words)


def em(length: str | None) -> float:
    return float(str(length).removesuffix("em"))
