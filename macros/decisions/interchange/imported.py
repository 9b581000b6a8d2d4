"""What reading a file of another form gives: plain data as in data/decisions/*.yml, and what is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ...records.files.problem import Problem
from ..space.conditions import cell_text
from ..space.decimals import in_record, written
from ..space.domain import Domain
from ..space.regions import Ranges, everything, positions

Fields = dict[str, Any]


@dataclass(frozen=True)
class Imported:
    """Decisions in the file's order, everything of the file that was not understood, and what it leaves open.

    A question has been answered with a proposal already; whoever brings the file says whether it is right.
    """

    decisions: tuple[Fields, ...]
    problems: tuple[Problem, ...]
    questions: tuple[Problem, ...] = ()
    facts: tuple[Fields, ...] = ()  # what more than one of the decisions asks, as in data/facts/*.yml


def in_fields(model: type[BaseModel], fields: Fields) -> Fields:
    """The fields that are not empty, in the order of the record's model, what names a record first."""
    names = ["id", "title", "purpose", *(item.alias or name for name, item in model.model_fields.items())]
    return {name: fields[name] for name in dict.fromkeys(names) if fields.get(name) not in (None, "", {}, [])}


def yaml_cell(ranges: Ranges, domain: Domain) -> Any:
    """A range set as a cell in YAML: one answer, a list of answers, or tests of numbers; None for any."""
    if ranges == everything(domain.size):
        return None
    if domain.kind == "integer":
        (low, high), *more = ranges
        alone = low == high and not more
        return in_record(domain.low + low * domain.step, domain.scale) if alone else cell_text(ranges, domain)
    members = [domain.answer(position) for position in positions(ranges)]
    return members[0] if len(members) == 1 else members


def range_text(domain: Domain) -> str:
    """A range of numbers with all decimals of its scale, so that it says how exactly they are counted."""
    return f"[{written(domain.low, domain.scale)}..{written(domain.high, domain.scale)}]"


def label_of(id: str) -> str:
    """An id as words, where nobody has written any yet."""
    return id.replace("-", " ").capitalize()
