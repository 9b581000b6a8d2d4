"""How hard each page is to read, as a smoke alarm: a high grade calls for a look, a low one proves nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from macros.checks.pages.readability import grade, sentences_of
from macros.library import Library, load_library


def report(library: Library) -> Iterator[str]:
    """A line for each page, the hardest first."""
    pages = {path: sentences_of(page, library.terms) for path, page in library.pages.items()}
    for path, read in sorted(pages.items(), key=lambda item: -grade(item[1]) if item[1] else 0):
        if read:
            longest = max(sentence.words for sentence in read)
            average = mean(sentence.words for sentence in read)
            yield f"{grade(read):5.1f}  {average:4.1f} words a sentence, {longest:2} at most  {path}"


if __name__ == "__main__":
    for line in report(load_library(Path(__file__).resolve().parent.parent)):
        print(line)
    sys.exit(0)
