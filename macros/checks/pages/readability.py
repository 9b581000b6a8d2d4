"""Page and record scope: how long sentences are and how hard a page is to read.

The grade is that of Kincaid, Fishburne, Rogers and Chissom (1975), a report for the US Navy:
0.39 × words per sentence + 11.8 × syllables per word - 15.59. About 5 more is the reader's age.

Syllables are counted by rule (see `syllables`). Libraries that count them need a dictionary under another licence or
from another host, or split words as printers do, which finds one syllable in "area".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ...records import Page, Place, Problem, Term
from ...records.page import PageType
from ..scope import Records
from ..sentences import sentences

LONGEST = 25  # words
# The grade that is too hard, by type of page. Evidence and background may be harder than the guide itself.
HARDEST: Mapping[PageType, int] = {
    "home": 8,
    "hub": 8,
    "explain": 8,
    "how-to": 8,
    "tool": 8,
    "reference": 9,
    "about": 9,
}


@dataclass(frozen=True)
class Sentence:
    """A sentence of a page as a reader sees it."""

    text: str
    words: int
    syllables: int
    line: int = 0  # of the page's body, counted from 0

    @property
    def grade(self) -> float:
        return grade([self])


def no_sentence_runs_away(library: Records) -> Iterator[Problem]:
    """No sentence is longer than 25 words, on a page or in the data."""
    for page in library.pages.values():
        for sentence in sentences_of(page, library.terms):
            if sentence.words > LONGEST:
                place = Place(page.file, page.body_line + sentence.line)
                yield _too_long(place, sentence.text, sentence.words)
    for said in library.said:
        if said.kind != "pages" and len(said.text) > 2 * LONGEST:
            for found in said.sentences:
                words = len(_WORD.findall(found[0]))
                if words > LONGEST:
                    yield _too_long(said.place(found.start()), found[0].strip(), words)


def no_page_is_too_hard(library: Records) -> Iterator[Problem]:
    """A page is no harder to read than its type allows."""
    for page in library.pages.values():
        read = sentences_of(page, library.terms)
        limit = HARDEST[page.meta.type]
        if read and grade(read) > limit:
            hardest = worst(read)
            yield Problem(
                Place(page.file, page.body_line + hardest[0].line),
                f"this page is too hard to read: grade {grade(read):.1f}",
                allowed=f"{limit} for a page of type {page.meta.type} (US school years; 5 more is the reader's age)",
                fix="shorten these first: " + " | ".join(sentence.text for sentence in hardest),
            )


def _too_long(place: Place, text: str, words: int) -> Problem:
    shown = text if len(text) <= 60 else text[:57].rstrip() + "…"
    return Problem(place, f"a sentence of {words} words: “{shown}”", f"{LONGEST} words", "make two sentences of it")


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


@cache
def syllables(word: str) -> int:
    """How many syllables an English word has, by its groups of vowels. A number counts as one."""
    small = word.lower().split("'")[0].split("’")[0]
    if not small.isalpha():
        return 1
    heard = _SILENT.sub("", small) if len(small) > 2 else small
    return max(1, len(_GROUP_OF_VOWELS.findall(heard)) + len(_SPLIT.findall(heard)))


def grade(read: list[Sentence]) -> float:
    """The Flesch-Kincaid grade of some sentences: the US school year that they suit."""
    words = sum(sentence.words for sentence in read)
    return 0.39 * words / len(read) + 11.8 * sum(sentence.syllables for sentence in read) / words - 15.59


def worst(read: list[Sentence], many: int = 3) -> list[Sentence]:
    """The sentences that raise the grade most."""
    return sorted(read, key=lambda sentence: -sentence.grade)[:many]


def sentences_of(page: Page, terms: Mapping[str, Term]) -> list[Sentence]:
    """Every sentence that the page says itself, list items too; no headings, tables, chips or addresses."""
    return [
        Sentence(text, len(words), sum(map(syllables, words)), line)
        for lines in _blocks(_in_words(page.body, terms))
        for text, line in _sentences_in(lines)
        if (words := _WORD.findall(text))
    ]


_TERM = re.compile(r'\{\{\s*term\("([^"]+)"(?:,\s*"([^"]+)")?\)\s*\}\}')
_MACRO = re.compile(r"\{\{.*?\}\}|<[^>]+>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def _in_words(body: str, terms: Mapping[str, Term]) -> str:
    named = _TERM.sub(lambda call: call[2] or (terms[call[1]].term if call[1] in terms else call[1]), body)
    return _LINK.sub(r"\1", _MACRO.sub("", named)).replace("**", "")


_NOT_PROSE = re.compile(r"\s*(#|\||!!!)")
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")


def _blocks(text: str) -> Iterator[list[tuple[str, int]]]:
    """Paragraphs and list items, each as its lines with their numbers."""
    block: list[tuple[str, int]] = []
    for number, line in enumerate([*text.splitlines(), ""]):
        if not line.strip() or _NOT_PROSE.match(line) or _ITEM.match(line):
            if block:
                yield block
            block = []
        if line.strip() and not _NOT_PROSE.match(line):
            block.append((_ITEM.sub("", line).strip(), number))


def _sentences_in(lines: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Each sentence of a block, with the line on which it begins."""
    block = " ".join(text for text, _ in lines)
    for found in sentences(block):
        begins, at = len(found[0]) - len(found[0].lstrip()) + found.start(), 0
        for text, number in lines:
            at += len(text) + 1
            if begins < at:
                yield " ".join(found[0].split()), number
                break
