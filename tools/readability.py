"""How hard a page is to read, as a smoke alarm: a high grade calls for a look, a low one proves nothing.

The grade is that of Kincaid, Fishburne, Rogers and Chissom (1975), a report for the US Navy:
0.39 × words per sentence + 11.8 × syllables per word - 15.59. About 5 more is the reader's age.

Syllables are counted by rule (see `syllables`). Libraries that count them need a dictionary under another licence or
from another host, or split words as printers do, which finds one syllable in "area".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from macros.checks.sentences import sentences
from macros.library import Library, load_library
from macros.records import Page, Term

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*|\d[\d.,]*")
_GROUP_OF_VOWELS = re.compile(r"[aeiouy]+")
# Two vowels that are two sounds: osteo-, osteo-arthritis, area, being, diet, ruin, medium, idea, period, previous.
_SPLIT = re.compile(
    r"eo(?!us|ple)|ia(?!l|n)|ea(?=$|s$)|eing|iet|ui(?=n|t[ys])|iu|io(?!n|us)|yi|oi(?=ng)|ua[lt]|eat(?=e|i)|(?<=o)(?=arth)"
)
# A final e, es or ed that nobody hears: bone, bones, stopped; not little, pages, started.
_SILENT = re.compile(
    r"(?<![aeiouy])(?<![^aeiouy]l)e$|(?<![aeiouy])(?<![^aeiouy]l)(?<![cgsxz])(?<!sh)(?<!ch)es$|(?<![td])ed$"
)


def syllables(word: str) -> int:
    """How many syllables an English word has, by its groups of vowels. A number counts as one."""
    small = word.lower().split("'")[0].split("’")[0]
    if not small.isalpha():
        return 1
    heard = _SILENT.sub("", small) if len(small) > 2 else small
    return max(1, len(_GROUP_OF_VOWELS.findall(heard)) + len(_SPLIT.findall(heard)))


@dataclass(frozen=True)
class Sentence:
    """A sentence of a page as a reader sees it."""

    text: str
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        return grade([self])


def grade(read: list[Sentence]) -> float:
    """The Flesch-Kincaid grade of some sentences: the US school year that they suit."""
    words = sum(sentence.words for sentence in read)
    return 0.39 * words / len(read) + 11.8 * sum(sentence.syllables for sentence in read) / words - 15.59


def sentences_of(page: Page, terms: Mapping[str, Term]) -> list[Sentence]:
    """Every sentence that the page says itself, list items too; no headings, tables, chips or addresses."""
    return [
        Sentence(text, len(words), sum(map(syllables, words)))
        for block in _blocks(_in_words(page.body, terms))
        for found in sentences(block)
        for text in [" ".join(found[0].split())]
        if (words := _WORD.findall(text))
    ]


_TERM = re.compile(r'\{\{\s*term\("([^"]+)"(?:,\s*"([^"]+)")?\)\s*\}\}')
_MACRO = re.compile(r"\{\{.*?\}\}|<[^>]+>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def _in_words(body: str, terms: Mapping[str, Term]) -> str:
    named = _TERM.sub(lambda call: call[2] or terms[call[1]].term, body)
    return _LINK.sub(r"\1", _MACRO.sub("", named)).replace("**", "")


_NOT_PROSE = re.compile(r"\s*(#|\||!!!)")
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs and list items, each as one line."""
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        if not line.strip() or _NOT_PROSE.match(line) or _ITEM.match(line):
            if block:
                yield " ".join(block)
            block = []
        if line.strip() and not _NOT_PROSE.match(line):
            block.append(_ITEM.sub("", line).strip())


def worst(read: list[Sentence], many: int = 3) -> list[Sentence]:
    """The sentences that raise the grade most."""
    return sorted(read, key=lambda sentence: -sentence.grade)[:many]


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
