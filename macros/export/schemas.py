"""JSON Schemas of the records, from their models: for editors of data files and for readers of the downloads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from pydantic import BaseModel

from .indented import indented

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Kind(Protocol):
    """The part of the library's kinds that a schema is made of."""

    @property
    def name(self) -> str: ...
    @property
    def model(self) -> type[BaseModel]: ...
    @property
    def root(self) -> str | None: ...


def schemas(kinds: Iterable[Kind]) -> dict[str, str]:
    """By file name, the schema of a data file of each kind, as contributors write it."""
    return {f"{kind.name}.schema.json": indented(_of_a_file(kind)) for kind in kinds}


def _of_a_file(kind: Kind) -> dict[str, Any]:
    if kind.root:
        return _of_a_list(kind, kind.root)
    schema = _of_the_record(kind)
    # A record with a file of its own may leave out its id: it is called as its file.
    required = [name for name in schema.get("required", []) if name != "id"]
    return {"$schema": DIALECT, **schema, "required": required}


def _of_a_list(kind: Kind, root: str) -> dict[str, Any]:
    record = _of_the_record(kind)
    definitions = record.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "title": root,
        "type": "object",
        "properties": {root: {"type": "array", "items": record}},
        "required": [root],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _of_the_record(kind: Kind) -> dict[str, Any]:
    return kind.model.model_json_schema(by_alias=True, mode="validation")
