"""What DMN has no place for, in `extensionElements` under a namespace of our own: plain data out and in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any
from xml.etree.ElementTree import Element, SubElement

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..space.decimals import NumberError, plain, read_number
from . import elements
from .dmn import OURS
from .imported import Fields


def rest_of(record: BaseModel, said: Iterable[str]) -> Fields:
    """The fields of a record that DMN does not say, as plain data by their names in YAML."""
    return record.model_dump(by_alias=True, exclude_defaults=True, exclude=set(said))


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
        if isinstance(value, int | Decimal):
            element.set("type", "integer" if isinstance(value, int) else "number")
        element.text = plain(value) if isinstance(value, Decimal) else str(value)


def read_more(
    element: elements.Element, model: type[BaseModel], said: Iterable[str], problem: Callable[..., None]
) -> Fields:
    """The fields of `model` that an element's extension holds, but those that DMN says. Others stay unasked.

    What is not of the form that a field has is a problem, and left out.
    """
    extension = element.one("extensionElements")
    record = next((each for each in extension.children if each.namespace == OURS), None) if extension else None
    if record is None:
        return {}
    record.asked = True
    known = {item.alias or name: name for name, item in model.model_fields.items() if (item.alias or name) not in said}
    fields: Fields = {}
    for each in record.children:
        name = each.attributes.get("name", "")
        if each.name == "field" and name in known and each.ask():
            each.attribute("name")
            value = _read(each)
            if _fits(value, model, known[name]):
                fields[name] = value
            else:
                problem(each, f"the extension's field '{name}' is not of the form that it has here", "delete it")
    return fields


def _fits(value: Any, model: type[BaseModel], field: str) -> bool:
    try:
        _adapter(model, field).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _adapter(model: type[BaseModel], field: str) -> TypeAdapter[Any]:
    item = model.model_fields[field]
    form: Any = Annotated[(item.annotation, *item.metadata)] if item.metadata else item.annotation
    return TypeAdapter(form)


def _read(element: elements.Element) -> Any:
    kind = element.attribute("type")
    if kind == "map":
        return {each.attribute("name"): _read(each) for each in element.all("field")}
    if kind == "list":
        return [_read(each) for each in element.all("item")]
    words = element.words.strip()
    if kind == "integer" and re.fullmatch(r"-?[0-9]{1,15}", words):
        return int(words)
    if kind == "number":
        try:
            return read_number(words)
        except NumberError:
            return words
    return words == "true" if kind == "boolean" else words
