"""What the guide is made of, declared once: the kinds of records.

A kind is a field of `AllRecords`: its name, its model, where its records stand in data/, and what readers and
contributors call it. Everything else reads this: the reader, the checks, the downloads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, get_args, get_type_hints

from .records import (
    Article,
    CareCard,
    Chart,
    Checklist,
    Claim,
    Decision,
    ExcludedSource,
    Fact,
    Guidance,
    Hazard,
    Myth,
    OptionGrid,
    Person,
    PitfallException,
    Plan,
    Record,
    Rubric,
    Score,
    Sign,
    Source,
    Standing,
    Term,
)


@dataclass(frozen=True)
class Shelf:
    """Where the records of a kind stand in data/, and their names. Many stand in a file below `root`, or one each."""

    pattern: str
    plural: str  # for readers who meet it in a list of files
    one: str  # for whoever misspelt the id of one
    root: str | None = None
    is_tool: bool = False  # made for a reader to use: it promises nothing
    repeated: frozenset[str] = frozenset()  # fields that hold the words of others, or the bare names of things


@dataclass(frozen=True, kw_only=True)
class Kind(Shelf):
    """A kind of record, as the register declares it."""

    name: str
    model: type[Record]


@dataclass(frozen=True)
class AllRecords:
    """Every record by its id. Ids are unique within a kind; order is that of the files."""

    sources: Annotated[
        Mapping[str, Source],
        Shelf(
            "sources/*.yml",
            "Sources, as CSL with our notes",
            "source",
            "references",
            repeated=frozenset(("title", "container-title", "publisher", "genre", "note", "author")),
        ),
    ]
    excluded_sources: Annotated[
        Mapping[str, ExcludedSource],
        Shelf("excluded_sources.yml", "What we do not cite, and why", "excluded source", "excluded_sources"),
    ]
    claims: Annotated[Mapping[str, Claim], Shelf("claims/*.yml", "Claims with their figures", "claim", "claims")]
    signs: Annotated[Mapping[str, Sign], Shelf("signs/*.yml", "Signs", "sign", "signs")]
    facts: Annotated[Mapping[str, Fact], Shelf("facts/*.yml", "What more than one tool asks", "fact", "facts")]
    people: Annotated[Mapping[str, Person], Shelf("people/*.yml", "Described people", "described person", "people")]
    care_cards: Annotated[Mapping[str, CareCard], Shelf("care_cards.yml", "Warning signs", "care card", "care_cards")]
    standing: Annotated[
        Mapping[str, Standing],
        Shelf(
            "standing.yml",
            "Where each sign and card stands",
            "list",
            "standing",
            repeated=frozenset(("holds",)),
        ),
    ]
    terms: Annotated[Mapping[str, Term], Shelf("glossary.yml", "Words of the glossary", "glossary term", "terms")]
    hazards: Annotated[
        Mapping[str, Hazard],
        Shelf(
            "hazards.yml",
            "Hazards and what we do about them",
            "hazard",
            "hazards",
            repeated=frozenset(("title", "cause", "effect")),
        ),
    ]
    decisions: Annotated[Mapping[str, Decision], Shelf("decisions/*.yml", "Decision tables", "decision", is_tool=True)]
    checklists: Annotated[Mapping[str, Checklist], Shelf("checklists/*.yml", "Checklists", "checklist", is_tool=True)]
    plans: Annotated[Mapping[str, Plan], Shelf("plans/*.yml", "Walk-run ladders", "plan", is_tool=True)]
    options: Annotated[Mapping[str, OptionGrid], Shelf("options/*.yml", "Option grids", "option grid", is_tool=True)]
    charts: Annotated[Mapping[str, Chart], Shelf("charts/*.yml", "Charts", "chart")]
    guidance: Annotated[Mapping[str, Guidance], Shelf("guidance/*.yml", "Where guidance disagrees", "guidance")]
    articles: Annotated[
        Mapping[str, Article],
        Shelf("articles/*.yml", "What the two articles said", "article", repeated=frozenset(("claim", "title"))),
    ]
    myths: Annotated[
        Mapping[str, Myth],
        Shelf("myths.yml", "Myths and mixed messages", "myth", "myths", repeated=frozenset(("why_people_think_so",))),
    ]
    rubrics: Annotated[Mapping[str, Rubric], Shelf("rubrics.yml", "Rubrics for quality", "rubric", "rubrics")]
    quality: Annotated[Mapping[str, Score], Shelf("quality/*.yml", "Quality scores", "score")]
    pitfall_exceptions: Annotated[
        Mapping[str, PitfallException],
        Shelf(
            "pitfall_exceptions.yml",
            "Words that look like a pitfall and are none",
            "exception",
            "pitfall_exceptions",
            repeated=frozenset(("pitfall", "words")),
        ),
    ]

    @classmethod
    def of(cls, found: Mapping[str, Mapping[str, Record]]) -> AllRecords:
        """Records by their kind and id; none of a kind that is not named."""
        records: dict[str, Any] = {field.name: found.get(field.name, {}) for field in fields(AllRecords)}
        return AllRecords(**records)

    def kind(self, name: str) -> Mapping[str, Record]:
        """All records of a kind by id."""
        found: Mapping[str, Record] = getattr(self, name)
        return found


def _declared() -> Iterator[Kind]:
    for name, declared in get_type_hints(AllRecords, include_extras=True).items():
        records, shelf = get_args(declared)
        yield Kind(**vars(shelf), name=name, model=get_args(records)[1])


KINDS = tuple(_declared())
