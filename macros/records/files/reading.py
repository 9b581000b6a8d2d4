"""Reads YAML 1.2 and remembers where every value stands.

PyYAML parses (its C parser when present) but follows YAML 1.1, in which `no` is false and
`2026-11-22` is a date. Here plain scalars are resolved by the YAML 1.2 core schema
(https://yaml.org/spec/1.2.2/#103-core-schema), so `yes`, `no` and dates stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .problem import Mark, Place, Problem

Path_ = tuple[str | int, ...]

# So many files are kept as they were read, for builds that follow each other in one process.
_KEPT = 1024

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What says no more than the plain value does; any other tag that is written out is refused.
_RESOLVED = {None, "!"} | {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
}
_NULL = re.compile(r"~|null|Null|NULL|")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_LONGEST_NUMBER = 300  # digits; more is no number of this guide, and Python reads no more than 4,300
_INT = re.compile(r"[-+]?[0-9]{1,18}")  # what has more digits is no number that anything here counts: it stays text
_BEGINS_A_VALUE = frozenset("~nNtTfF+-.0123456789")  # anything else is a word
_DECIMAL = re.compile(r"[-+]?(\.[0-9]{1,18}|[0-9]{1,18}(\.[0-9]{0,18})?)([eE][-+]?[0-9]{1,2})?")
_DEEPEST = 40
# No file, text or number of a guide comes near these. What is beyond them is refused before it takes time or memory.
MOST_BYTES = 2_000_000
MOST_LETTERS = 20_000
MOST_VALUES = 100_000
_TOO_MANY_DIGITS = re.compile(rf"[0-9]{{{_LONGEST_NUMBER + 1},}}")


@dataclass(eq=False)
class Document:
    """A file's value, and the place of every key and value in it by path."""

    file: str
    value: Any = None
    first_line: str = ""
    marks: dict[Path_, Mark | None] = field(default_factory=dict)  # as the parser gives them
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path_ = ()) -> Place:
        """Where `path` stands; where it does not exist, its nearest parent that does."""
        while path not in self.marks and path:
            path = path[:-1]
        return self.at(self.marks.get(path))

    def at(self, mark: Mark | None) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)


@dataclass(frozen=True)
class Origin:
    """Where a record stands, so that a later check can still point at its line."""

    document: Document
    path: Path_

    def place(self, *inside: str | int) -> Place:
        return self.document.place((*self.path, *inside))


def read_yaml(path: Path, name: str) -> Document:
    """Read the file at `path`; `name` is how problems call it. The same words give the same document again."""
    text = read_text(path, name)
    return _parsed(text, name) if isinstance(text, str) else Document(name, problems=text)


def read_text(path: Path, name: str) -> str | list[Problem]:
    """The words of a file; or why there are none to read. Both halves of a merge never pass for words."""
    try:
        raw = path.read_bytes()
    except IsADirectoryError:
        return [Problem(Place(name), "this is a folder, and a file belongs here", fix="rename or delete the folder")]
    except OSError as error:
        return [Problem(Place(name), f"this file cannot be read: {error.strerror}", fix="see who may read it")]
    if len(raw) > MOST_BYTES:
        wrong = f"this file has {len(raw):,} bytes, and the most is {MOST_BYTES:,}"
        return [Problem(Place(name), wrong, fix="take it apart, or delete what does not belong here")]
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        place = _place_in(raw[: error.start].decode("utf-8"), name)
        return [Problem(place, "this file is not UTF-8 text", fix="save the file as UTF-8")]
    control = _CONTROL.search(text)
    if control:
        said = f"an invisible character (U+{ord(control[0]):04X}) stands here"
        return [Problem(_place_in(text[: control.start()], name), said, fix="delete it, or save the file as UTF-8")]
    return _conflicts(text, name) or text


# What neither YAML nor HTML allows in a text.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# `=======` alone is a line below a heading in Markdown, so only the outer two marks count.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def _conflicts(text: str, name: str) -> list[Problem]:
    """Each place that git left undecided, told where it begins; an end without a beginning is told too."""
    marks = list(_CONFLICT.finditer(text)) if "<<<<<<<" in text or ">>>>>>>" in text else []
    return [
        Problem(
            _place_in(text[: mark.start()], name),
            f"git left a conflict here: '{mark[0][:40]}'",
            fix="keep the lines that are right, and delete the others with the lines of <, = and >",
        )
        for before, mark in zip((None, *marks), marks, strict=False)
        if mark[0].startswith("<") or before is None or before[0].startswith(">")
    ]


def _place_in(before: str, name: str) -> Place:
    """The place of what follows this much of a file."""
    return Place(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


@lru_cache(_KEPT)
def _parsed(text: str, name: str) -> Document:
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Document:
    """Parse YAML text into a value with places. Mistakes become problems, never exceptions."""
    document = Document(name, first_line=text.partition("\n")[0])
    tabs = _tab_indents(text, name)
    if tabs:
        document.problems.extend(tabs)
        return document
    try:
        document.value = _read(yaml.parse(text, Loader=LOADER), document)
    except _Unfit as unfit:
        document.problems.append(unfit.problem)
    except yaml.MarkedYAMLError as error:
        document.problems.append(syntax_problem(error, name))
    except yaml.YAMLError as error:  # a control character, say: PyYAML gives no line for it
        document.problems.append(Problem(Place(name), f"this is not readable YAML: {error}", fix="retype that line"))
    return document


class _Unfit(Exception):
    """What can be parsed, but not be built: values inside values without end, or an alias, which can multiply."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _tab_indents(text: str, name: str) -> list[Problem]:
    return [
        Problem(
            Place(name, number, line.index("\t") + 1),
            "a tab is used to indent; YAML allows spaces only",
            fix="replace each tab by two spaces",
        )
        for number, line in enumerate(text.splitlines(), 1)
        if "\t" in line[: len(line) - len(line.lstrip())]
    ]


def syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    """What the parser stumbled over, with the likely fix."""
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    words = error.problem or "this is not readable YAML"
    fix = "check the indentation, and that every quote, bracket and brace is closed"
    if "mapping values are not allowed" in words:
        fix = "put quotes around a text that contains a colon followed by a space"
    elif "could not find expected ':'" in words:
        fix = "a key needs a colon and a space after it"
    return Problem(place, f"YAML syntax: {words}", fix=fix)


def _read(events: Iterator[yaml.Event], document: Document) -> Any:
    """The value of the one document that a file holds; None where it holds nothing."""
    value = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Unfit(
                    Problem(
                        document.at(event.start_mark),
                        "a second document begins here, and a file holds one",
                        fix="delete the line ---, or move what follows to a file of its own",
                    )
                )
        elif isinstance(event, yaml.NodeEvent):
            value = _construct(event, events, (), document)
    return value


def _construct(event: yaml.Event, events: Iterator[yaml.Event], path: Path_, document: Document) -> Any:
    """Build plain Python values from what the parser tells, noting places and duplicate keys."""
    document.marks.setdefault(path, event.start_mark)
    if len(document.marks) > MOST_VALUES:
        place = document.at(event.start_mark)
        raise _Unfit(Problem(place, f"this file holds more than {MOST_VALUES:,} values", fix="take it apart"))
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, document)
    place = document.at(event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        raise _Unfit(Problem(place, f"aliases are not used here: *{event.anchor}", fix="write the value out"))
    if len(path) >= _DEEPEST:
        raise _Unfit(
            Problem(
                place,
                f"this stands more than {_DEEPEST} levels deep, which no record does",
                fix="delete the brackets or dashes that are too many",
            )
        )
    if isinstance(event, yaml.SequenceStartEvent):
        values: list[Any] = []
        for item in events:
            if isinstance(item, yaml.SequenceEndEvent):
                break
            values.append(_construct(item, events, (*path, len(values)), document))
        return values
    mapping: dict[str, Any] = {}
    for key_event in events:
        if isinstance(key_event, yaml.MappingEndEvent):
            break
        if not isinstance(key_event, yaml.ScalarEvent):
            place = document.at(key_event.start_mark)
            document.problems.append(Problem(place, "a key must be a word", fix="write `key: value`"))
            aside = Document(document.file)
            _construct(key_event, events, (*path, ""), aside)
            _construct(next(events), events, (*path, ""), aside)
            continue
        key: str = key_event.value
        if key in mapping:
            first = document.place((*path, key))
            document.problems.append(
                Problem(
                    document.at(key_event.start_mark),
                    f"the key '{key}' is there twice (first on line {first.line})",
                    fix="keep one of the two and delete the other",
                )
            )
            _construct(next(events), events, (*path, key), Document(document.file))
            continue
        there = (*path, key)
        document.marks[there] = key_event.start_mark
        mapping[key] = _construct(next(events), events, there, document)
    return mapping


def _scalar(node: yaml.ScalarEvent, document: Document) -> Any:
    text: str = node.value
    if len(text) > _LONGEST_NUMBER and (said := _too_long(text)):
        document.problems.append(Problem(document.at(node.start_mark), *said))
        return None
    if node.tag not in _RESOLVED:
        place = document.at(node.start_mark)
        document.problems.append(Problem(place, f"tags are not used here: {node.tag}", fix="delete the tag"))
        return None
    if node.style not in (None, "") or (text and text[0] not in _BEGINS_A_VALUE):
        return text
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    if _INT.fullmatch(text) and len(text) <= _LONGEST_NUMBER:
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)  # as it is written, never the binary fraction next to it
    return text


def _too_long(text: str) -> tuple[str, str, str] | None:
    """What is wrong with a text that no record needs, nothing allowed beside it, and the fix."""
    if len(text) > MOST_LETTERS:
        return f"a text of {len(text):,} letters stands here, and the most is {MOST_LETTERS:,}", "", "make it shorter"
    if found := _TOO_MANY_DIGITS.search(text):
        wrong = f"a number of {len(found[0]):,} digits stands here, and the most is {_LONGEST_NUMBER}"
        return wrong, "", "write the number that is meant"
    return None
