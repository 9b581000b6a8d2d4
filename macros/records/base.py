"""What every record shares: strict, frozen models, ids, references and dated review."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError


def _strict_numbers(schema: object) -> None:
    """Every number in the schema of a model, however deep, takes numbers alone. Keys are always read as words."""
    if isinstance(schema, dict):
        if schema.get("type") in ("int", "float"):
            schema["strict"] = True
        schema = [part for name, part in schema.items() if name != "keys_schema"]
    if isinstance(schema, list | tuple):
        for part in schema:
            _strict_numbers(part)


class Record(BaseModel):
    """A frozen record. A field that the model does not name is an error, never ignored."""

    # Built when first needed: most records are parts of others, which build them as their own.
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=True, defer_build=True
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        """As pydantic has it, but a number is a number: no word such as `1_234`, `inf` or `yes` is read as one."""
        schema = handler(source)
        _strict_numbers(schema)
        return schema


@dataclass(frozen=True)
class RefersTo:
    """Marks a field as the id of a record of another kind; the library resolves every one of them."""

    kind: str


def mistake(wrong: str, fix: str, *at: str | int) -> PydanticCustomError:
    """For a validator: what is wrong and how to mend it, with the field (below the record) that it is about."""
    return PydanticCustomError("mistake", "{wrong}", {"wrong": wrong, "fix": fix, "at": at})


KEBAB = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=KEBAB)]
HazardId = Annotated[str, StringConstraints(pattern=r"^H[0-9]{2}$")]
ArticleClaimId = Annotated[str, StringConstraints(pattern=r"^[AB][0-9]{2}$")]  # a claim of one of the two articles


def _real(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


# A number of a claim or a plan, which is drawn and added up, never compared by a decision.
Real = Annotated[float, BeforeValidator(_real, json_schema_input_type=float)]


def _written_day(value: object) -> object:
    """Without it pydantic takes a time for its day, and 0 for the first of January 1970."""
    if isinstance(value, datetime.date) or (
        isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
    ):
        return value
    raise PydanticCustomError("date_form", "not a date")


Date = Annotated[datetime.date, BeforeValidator(_written_day)]
_A_YEAR = datetime.timedelta(days=366)

SourceRef = Annotated[Id, RefersTo("sources")]
ClaimRef = Annotated[Id, RefersTo("claims")]
TermRef = Annotated[Id, RefersTo("terms")]
HazardRef = Annotated[HazardId, RefersTo("hazards")]
ChecklistRef = Annotated[Id, RefersTo("checklists")]
SignRef = Annotated[Id, RefersTo("signs")]
FactRef = Annotated[Id, RefersTo("facts")]
CareCardRef = Annotated[Id, RefersTo("care_cards")]
DecisionRef = Annotated[Id, RefersTo("decisions")]
RubricRef = Annotated[Id, RefersTo("rubrics")]
PageRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md(#[a-z0-9_-]+)?$"),
    RefersTo("pages"),
    Field(description="A page below docs/, such as bones/does-running-build-bone.md, with an optional #anchor"),
]


class Said(Record):
    """A sentence or two of an answer, with the claims that they rest on. Each gets its own chips."""

    says: Text
    claims: Annotated[tuple[ClaimRef, ...], Field(min_length=1)] = Field(
        description="The main one first: a finding's grade decides the verb"
    )


class Reviewed(Record):
    """A record that somebody looks at again on a date."""

    reviewed: Date
    review_due: Date

    @model_validator(mode="after")
    def _is_due_within_a_year(self) -> Self:
        if not self.reviewed < self.review_due <= self.reviewed + _A_YEAR:
            raise mistake("`review_due` comes after `reviewed`, and within a year", "correct the date", "review_due")
        return self
