"""What DMN has no place for, in `extensionElements` under a namespace of our own: plain data out and in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from pydantic import BaseModel

from . import elements
from .dmn import OURS
from .imported import Fields


def rest_of(record: BaseModel, said: Iterable[str]) -> Fields:
    """The fields of a record that DMN does not say, as plain data by their names in YAML."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(said))


def write_more(parent: Element, fields: Mapping[str, Any]) -> None:
    """Put fields into an element's `extensionElements`; none, if there are none."""
    if fields:
        record = SubElement(SubElement(parent, "extensionElements"), "guide:record")
        for name, value in fields.items():
            _write(SubElement(record, "guide:field", {"name": name}), value)


def _write(element: Element, value: Any) -> None:
    """A value as an element's content. A text has no type."""
    if isinstance(value, Mapping):
        element.set("type", "map")
        for name, inner in value.items():
            _write(SubElement(element, "guide:field", {"name": str(name)}), inner)
    elif isinstance(value, list | tuple):
        element.set("type", "list")
        for inner in value:
            _write(SubElement(element, "guide:item"), inner)
    elif isinstance(value, bool):
        element.set("type", "boolean")
        element.text = str(value).lower()
    else:
        if isinstance(value, int):
            element.set("type", "integer")
        element.text = str(value)


def read_more(element: elements.Element, model: type[BaseModel], said: Iterable[str]) -> Fields:
    """The fields of `model` that an element's extension holds, but those that DMN says. Others stay unasked."""
    extension = element.one("extensionElements")
    record = next((each for each in extension.children if each.namespace == OURS), None) if extension else None
    if record is None:
        return {}
    record.asked = True
    known = {item.alias or name for name, item in model.model_fields.items()} - set(said)
    return {
        each.attribute("name"): _read(each)
        for each in record.children
        if each.name == "field" and each.attributes.get("name") in known and each.ask()
    }


def _read(element: elements.Element) -> Any:
    kind = element.attribute("type")
    if kind == "map":
        return {each.attribute("name"): _read(each) for each in element.all("field")}
    if kind == "list":
        return [_read(each) for each in element.all("item")]
    words = element.words.strip()
    if kind == "integer" and words.lstrip("-").isdecimal():
        return int(words)
    return words == "true" if kind == "boolean" else words
