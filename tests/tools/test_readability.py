"""The report on how hard pages are to read."""

from __future__ import annotations

from tests.render.making import library
from tools.readability import report


def test_the_report_lists_every_page_with_words_the_hardest_first() -> None:
    hard = "Osteoporotic individuals necessitate multidisciplinary rehabilitation."
    lines = list(report(library(pages={"easy.md": "We run.", "empty.md": "# Only a heading", "hard.md": hard})))
    assert [line.split()[-1] for line in lines] == ["hard.md", "easy.md"]
    assert float(lines[0].split()[0]) > float(lines[1].split()[0])
