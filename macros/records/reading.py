"""Reads YAML 1.2 and remembers where every value stands.

PyYAML parses (its C parser when present) but follows YAML 1.1, in which `no` is false and
`2026-11-22` is a date. Here plain scalars are resolved by the YAML 1.2 core schema
(https://yaml.org/spec/1.2.2/#103-core-schema), so `yes`, `no` and dates stay words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problem import Place, Problem

Path_ = tuple[str | int, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What PyYAML resolves plain and quoted scalars to by itself; any other tag was written out.
_RESOLVED = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
}
_NULL = re.compile(r"~|null|Null|NULL|")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@dataclass
class Document:
    """A file's value, and the place of every key and value in it by path."""

    file: str
    value: Any = None
    places: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path_ = ()) -> Place:
        """Where `path` stands; where it does not exist, its nearest parent that does."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(self.file))


def read_yaml(path: Path, name: str) -> Document:
    """Read the file at `path`; `name` is how problems call it."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Document(
            name, problems=[Problem(Place(name, line), "this file is not UTF-8 text", fix="save the file as UTF-8")]
        )
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Document:
    """Parse YAML text into a value with places. Mistakes become problems, never exceptions."""
    document = Document(name)
    tabs = _tab_indents(text, name)
    if tabs:
        document.problems.extend(tabs)
        return document
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        document.problems.append(_syntax_problem(error, name))
        return document
    except yaml.YAMLError as error:  # a control character, say: PyYAML gives no line for it
        document.problems.append(Problem(Place(name), f"this is not readable YAML: {error}", fix="retype that line"))
        return document
    if node is not None:
        document.value = _construct(node, (), document, set())
    return document


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


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    words = error.problem or "this is not readable YAML"
    fix = "check the indentation, and that every quote, bracket and brace is closed"
    if "mapping values are not allowed" in words:
        fix = "put quotes around a text that contains a colon followed by a space"
    elif "could not find expected ':'" in words:
        fix = "a key needs a colon and a space after it"
    return Problem(place, f"YAML syntax: {words}", fix=fix)


def _construct(node: yaml.Node, path: Path_, document: Document, open_nodes: set[int]) -> Any:
    """Build plain Python values from the node tree, noting places and duplicate keys."""
    place = Place(document.file, node.start_mark.line + 1, node.start_mark.column + 1)
    document.places.setdefault(path, place)
    if id(node) in open_nodes:
        document.problems.append(Problem(place, "an alias contains itself", fix="write the value out"))
        return None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, place, document)
    inside = open_nodes | {id(node)}
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, index), document, inside) for index, item in enumerate(node.value)]
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key_place = Place(document.file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            document.problems.append(Problem(key_place, "a key must be a word", fix="write `key: value`"))
            continue
        key = key_node.value
        if key in mapping:
            first = document.places[(*path, key)]
            document.problems.append(
                Problem(
                    key_place,
                    f"the key '{key}' is there twice (first on line {first.line})",
                    fix="keep one of the two and delete the other",
                )
            )
            continue
        document.places[(*path, key)] = key_place
        mapping[key] = _construct(value_node, (*path, key), document, inside)
    return mapping


def _scalar(node: yaml.ScalarNode, place: Place, document: Document) -> Any:
    text: str = node.value
    if node.tag not in _RESOLVED:
        document.problems.append(Problem(place, f"tags are not used here: {node.tag}", fix="delete the tag"))
        return None
    if node.style not in (None, ""):
        return text
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
