"""A chart to take along: one picture that needs nothing beside it, and its numbers for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.render.drawing.plot import sheet
from macros.render.evidence.chart import chart
from macros.render.evidence.chart_files import chart_files

from ..making import AFTER_REVIEW, TODAY, claim, context, figure, library, source
from ..making import chart as made

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("icon-array", "bars", "intervals", "dots", "steps")
FIGURES = [figure("one"), figure("two", value=-0.8, low=-3.0, high=4.0, label="=Two, and <more>", over="18 months")]


def files(*records: object, late: bool = False) -> dict[str, str]:
    made_of = library(source(), *records, pages={"index.md": ""})
    day = AFTER_REVIEW if late else TODAY
    return {path: content.decode() for path, content in chart_files(made_of, directory_urls=True, today=day).items()}


def picture(kind: str = "dots", *figures: str, **more: object) -> ElementTree.Element:
    held = files(claim(figures=FIGURES), made("a-chart", kind, *figures, **more))
    return ElementTree.fromstring(held["downloads/charts/a-chart.svg"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_alone_says_all_that_its_card_says(kind: str) -> None:
    a_week = {"panel": {"series": [{"figure": "knees/one", "times": 3}]}}  # a single session is not named
    alone = picture(kind, **(a_week if kind == "steps" else {}))
    said = " ".join(text for element in alone.iter(f"{SVG}text") for text in element.itertext())
    assert alone.findtext(f"{SVG}title") == "Knees of two groups"
    description = alone.findtext(f"{SVG}desc")
    assert description
    assert description.startswith("Running may do little to knees.")
    for words in ("Running may do little to knees.", "20.5", "They were watched", "Lo 2017", "CC-BY-4.0"):
        assert words in said
    assert ("Out of 100" in said) == (kind != "icon-array")  # what its scale measures


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_alone_looks_the_same_without_a_stylesheet(kind: str) -> None:
    alone = picture(kind)
    shapes = [element for tag in ("line", "rect", "circle", "use", "text") for element in alone.iter(SVG + tag)]
    assert shapes
    for element in alone.iter():
        assert not {"class", "style"} & set(element.attrib)
    for shape in shapes:
        assert {"fill", "stroke"} & set(shape.attrib), ElementTree.tostring(shape)


def test_every_colour_of_a_picture_alone_is_one_of_the_light_palette(root: Path) -> None:
    tokens = (root / "overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    light = set(re.findall(r"--rbj-[\w-]+: (#[0-9a-f]{6})", tokens.partition('"slate"')[0]))
    used = {value for name, value in vars(sheet).items() if name.isupper() and re.match("#", str(value))}
    assert len(used) == 8
    assert used <= light


def test_words_in_a_picture_alone_cannot_become_markup() -> None:
    assert "=Two, and <more>" in [text.text for text in picture("dots", "knees/two").iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", ["icon-array", "intervals"])
def test_all_of_a_picture_alone_lies_inside_it_and_nothing_on_anything_else(kind: str) -> None:
    alone = picture(kind, "knees/one", "knees/one", "knees/one")
    height = float(alone.attrib["height"])
    texts = [float(text.attrib["y"]) for text in alone.findall(f"{SVG}text")]
    assert texts == sorted(texts) or kind == "icon-array"
    assert max(texts) < height
    for inner in alone.findall(f"{SVG}svg"):
        top, high = float(inner.attrib["y"]), float(inner.attrib["height"])
        assert not [down for down in texts if top + 2 < down < top + high]


def test_a_sheet_holds_each_drawn_number_as_it_is_in_the_record() -> None:
    held = files(claim(figures=FIGURES), made("a-chart", "dots", "knees/one", "knees/two"))
    rows = list(csv.DictReader(io.StringIO(held["downloads/charts/a-chart.csv"].removeprefix("\ufeff"))))
    assert [(row["what"], row["number"], row["from"], row["to"]) for row in rows] == [
        ("Group one", "20.5", "18", "22"),
        ("'=Two, and <more>", "-0.8", "-3", "4"),  # no spreadsheet runs it
    ]
    assert {(row["scale"], row["unit"], row["source"], row["DOI"]) for row in rows} == {
        ("Out of 100", "of 100 people", "Lo 2017", "10.1002/acr.22939")
    }
    assert [row["time"] for row in rows] == ["", "18 months"]


def test_the_map_of_all_claims_comes_with_its_counts_without_those_withdrawn() -> None:
    history = [{"date": "2026-11-22", "kind": kind, "note": "It fell."} for kind in ("added", "retired")]
    withdrawn = claim("back", history=history)
    held = files(claim(), withdrawn, claim("hips", kind="our-rule"), made("map", "map", topic=None, panels=[]))
    rows = list(csv.reader(io.StringIO(held["downloads/charts/map.csv"].removeprefix("\ufeff"))))
    assert rows == [["topic", "High", "Moderate", "Low", "Very low", "Our rule"], ["Knees", "0", "0", "1", "0", "1"]]


def test_the_card_leads_to_both_files_and_neither_is_made_past_the_review_date() -> None:
    records = claim(figures=FIGURES), made()
    links = re.findall(r'href="([^"]+)"[^>]* download>', chart(context(source(), *records), "a-chart"))
    assert links == ["../../downloads/charts/a-chart.svg", "../../downloads/charts/a-chart.csv"]
    assert {f"../../{path}" for path in files(*records)} == set(links)
    assert files(*records, late=True) == {}
    assert "download" not in chart(context(source(), *records, today=AFTER_REVIEW), "a-chart")
