"""The codes on paper: one for each page for readers, of the address where it is published."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import segno

from macros.render.qr_codes import qr_codes
from tests.render.making import TODAY, library

SITE = "https://guide.example.org/run/"
PAGES = {"index.md": "", "bones/index.md": "", "bones/scans.md": ""}


@pytest.mark.parametrize(
    ("name", "address"),
    [("index", SITE), ("bones/index", f"{SITE}bones/"), ("bones/scans", f"{SITE}bones/scans/")],
)
def test_each_page_has_the_code_of_its_own_address(monkeypatch: pytest.MonkeyPatch, name: str, address: str) -> None:
    coded: list[str] = []
    make = segno.make

    def noted(text: str, **more: object) -> object:
        coded.append(text)
        return make(text, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(segno, "make", noted)
    made = qr_codes(library(pages=PAGES), SITE, TODAY, directory_urls=True)
    assert dict(zip(made, coded, strict=True))[f"assets/qr/{name}.svg"] == address


def test_a_code_is_a_drawing_that_a_strict_policy_lets_through() -> None:
    (drawing, *_) = qr_codes(library(pages=PAGES), SITE, TODAY, directory_urls=True).values()
    tree = ElementTree.fromstring(drawing)
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert b"style" not in drawing and b"script" not in drawing


def test_a_site_without_an_address_has_no_codes() -> None:
    assert qr_codes(library(pages=PAGES), "", TODAY, directory_urls=True) == {}
