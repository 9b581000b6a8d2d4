"""Reads XML that nobody has looked at yet: elements with their places, and nothing else.

A document type declaration is refused before anything in it is read, so that there are no entities to expand
(CWE-776), none to fetch (CWE-611) and no other file to open. Every element and attribute that nothing asked for can
be listed afterwards: that is how an import says what it did not understand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from ...records.files.problem import Place, Problem
from .dmn import slug

MOST_BYTES = 10_000_000
MOST_DEPTH = 100
MOST_ELEMENTS = 100_000
MOST_OF_A_KIND = 1_000  # decisions of a file, and inputs
MOST_LETTERS = 20_000  # of one text or attribute
ENCODINGS = ("utf-8", "utf-16", "us-ascii", "iso-8859-1")
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"'>]*)")


class XmlError(ValueError):
    """XML that is not read, in words, and where."""

    def __init__(self, place: Place, wrong: str, allowed: str = "", fix: str = "export it again, as DMN 1.3 or 1.5"):
        super().__init__(f"{place}: {wrong}")
        self.problem = Problem(place, wrong, allowed, fix)


@dataclass(eq=False, slots=True)
class Element:
    """An element. What is asked of it counts as understood."""

    namespace: str
    name: str
    place: Place
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    letters: int = 0
    asked: bool = False
    asked_attributes: set[str] = field(default_factory=set)

    @property
    def words(self) -> str:
        """The text between its tags, that of its children left out."""
        return "".join(self.parts)

    @property
    def title(self) -> str:
        """Its name, single spaces between the words."""
        return " ".join(self.attribute("name").split())

    def ask(self) -> bool:
        """Count this element itself as understood."""
        self.asked = True
        return True

    def attribute(self, name: str, default: str = "") -> str:
        self.asked_attributes.add(name)
        return self.attributes.get(name, default)

    def all(self, *names: str) -> list[Element]:
        """The children of these names and this element's namespace."""
        found = [child for child in self.children if child.name in names and child.namespace == self.namespace]
        for child in found:
            child.asked = True
        return found

    def one(self, name: str) -> Element | None:
        """The first child of a name; a second one stays unasked."""
        for child in self.children:
            if child.name == name and child.namespace == self.namespace:
                child.asked = True
                return child
        return None

    def text(self, *path: str) -> str:
        """The text at the end of a path of children, or nothing."""
        element: Element | None = self
        for name in path:
            element = element.one(name) if element else None
        return element.words.strip() if element else ""

    def ignore(self) -> None:
        """Count everything in here as understood."""
        for element in self.walk():
            element.ask()
            element.asked_attributes.update(element.attributes)

    def walk(self) -> Iterator[Element]:
        """This element and every one below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def unasked(self) -> Iterator[tuple[Place, str]]:
        """Every element and attribute that nothing asked for, outermost only. Attributes of other namespaces are a
        tool's notes to itself (DMN 1.5, chapter 6.3, Extensibility); nobody else needs them."""
        for name in self.attributes:
            if name not in self.asked_attributes and " " not in name:
                yield self.place, f'the attribute {name}="{self.attributes[name][:80]}" of <{self.name[:80]}>'
        for child in self.children:
            if child.asked:
                yield from child.unasked()
            else:
                yield child.place, f"the element <{child.name[:80]}>"


def read_xml(content: bytes, name: str) -> Element:
    """The root element of a document; `name` is how places call it. Raises XmlError."""
    if len(content) > MOST_BYTES:
        raise XmlError(Place(name), f"the file has more than {MOST_BYTES:,} bytes")
    declared = _DECLARED.match(content[:200])
    if declared and declared[1].decode("latin-1").lower() not in ENCODINGS:
        wrong = f"its encoding, '{declared[1].decode('latin-1')[:40]}', is not read"
        raise XmlError(Place(name), wrong, f"{', '.join(ENCODINGS)}", "save it as UTF-8")
    reader = _Reader(name)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        place = Place(name, error.lineno, error.offset + 1)
        raise XmlError(place, f"this is not well-formed XML: {expat.ErrorString(error.code)}") from error
    except XmlError:
        raise
    except (LookupError, ValueError) as error:  # a declaration that this parser and its codecs do not agree on
        raise XmlError(Place(name), "its encoding is not the one that it declares", fix="save it as UTF-8") from error
    return reader.root


class _Reader:
    def __init__(self, name: str):
        self.name = name
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.open: list[Element] = []
        self.count = 0
        self.kinds: dict[str, int] = defaultdict(int)
        self.root: Element

    @property
    def _place(self) -> Place:
        return Place(self.name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _doctype(self, *_: object) -> None:
        raise XmlError(self._place, "a document type declaration (DOCTYPE) is not read: it could name other files")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= MOST_DEPTH:
            raise XmlError(self._place, f"elements are more than {MOST_DEPTH} deep inside each other")
        self.kinds[name] += 1
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise XmlError(self._place, f"there are more than {MOST_ELEMENTS:,} elements in this file")
        if name.endswith((" decision", " inputData")) and self.kinds[name] > MOST_OF_A_KIND:
            raise XmlError(self._place, f"there are more than {MOST_OF_A_KIND:,} decisions or inputs in this file")
        if any(len(text) > MOST_LETTERS for text in attributes.values()):
            raise XmlError(self._place, f"an attribute of more than {MOST_LETTERS:,} letters is not read")
        namespace, _, local = name.rpartition(" ")
        element = Element(namespace, local, self._place, attributes)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _text(self, words: str) -> None:
        element = self.open[-1]
        element.parts.append(words)
        element.letters += len(words)
        if element.letters > MOST_LETTERS:
            raise XmlError(self._place, f"a text of more than {MOST_LETTERS:,} letters is not read")


def by_id(elements: list[Element]) -> dict[str, Element]:
    """Elements by their XML ids, which may be missing."""
    return {element.attribute("id") or f"#{number}": element for number, element in enumerate(elements, 1)}


def own_ids(elements: Mapping[str, Element]) -> dict[str, str]:
    """Our id for each element with a name: the name says more than other tools' ids do. No two get the same."""
    ids: dict[str, str] = {}
    for key, element in elements.items():
        own = slug(element.attribute("name")) or slug(key) or "unnamed"
        number = 1
        while (id := own if number == 1 else f"{own}-{number}") in ids.values():
            number += 1
        ids[key] = id
    return ids
