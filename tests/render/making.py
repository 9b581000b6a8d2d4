"""A small library, so that a test shows one thing and does not hang on the guide's own words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from macros.library import Library
from macros.records import (
    Chart,
    Claim,
    Page,
    PageMeta,
    Sign,
    Source,
)
from macros.records.files.reading import Document, Origin, parse_yaml
from macros.register import KINDS
from macros.render.page.context import PageContext

REVIEW = {"reviewed": "2026-11-22", "review_due": "2027-11-22"}
TODAY = datetime.date(2026, 12, 1)
AFTER_REVIEW = datetime.date(2027, 11, 23)
HERE = "joints/knees.md"


def library(*records: object, pages: Mapping[str, str] | None = None) -> Library:
    """A library of these records. `pages` are bodies by path; HERE is always one of them."""
    kinds = {kind.model: kind.name for kind in KINDS}
    found: dict[str, dict[str, Any]] = {field.name: {} for field in fields(Library)}
    for record in records:
        kind, id = kinds[type(record)], record.id  # type: ignore[attr-defined, index]
        found[kind][id] = record
        found["origins"][kind, id] = Origin(Document(f"data/{kind}/{id}.yml"), ())  # type: ignore[index]
    found["pages"] = {path: made_page(path, body) for path, body in {HERE: "", **(pages or {})}.items()}
    frozen: dict[str, Any] = {name: MappingProxyType(value) for name, value in found.items()}
    broken = {kind: frozenset[str]() for kind in found}
    return Library(**frozen | {"files": frozenset(found["pages"]), "nav": None, "broken": broken})


def made_page(path: str, body: str) -> Page:
    meta = PageMeta.model_validate({"title": f"Title of {path}", "description": path, "type": "explain", **REVIEW})
    return Page(path, f"docs/{path}", meta, body, 8, parse_yaml("", path))


def context(*records: object, body: str = "", today: datetime.date = TODAY) -> PageContext:
    """The page HERE while it is rendered."""
    return PageContext(library(*records, pages={HERE: body}), HERE, directory_urls=True, today=today)


def source(id: str = "lo-2017", **more: Any) -> Source:
    design = more.pop("design", "cohort")
    notes = {
        "design": design,
        "population": "Adults in one country",
        "found": "Those who ran had no more of it.",
        "topics": ["knees"],
        "origin": "checked",
        "verified": "partial",
        "verified_note": "Abstract read.",
        **more.pop("custom", {}),
    }
    return Source.model_validate(
        {
            "id": id,
            "type": "article-journal",
            "title": "Running and knees",
            "author": [{"family": "Lo", "given": "Grace H."}],
            "issued": {"date-parts": [[2017]]},
            "container-title": "Arthritis Care",
            "volume": "69",
            "issue": "2",
            "page": "183-191",
            "DOI": "10.1002/acr.22939",
            "custom": notes,
            **more,
        }
    )


def sign(id: str, **more: Any) -> Sign:
    """A sign whose words are its id's, unless others are given."""
    words = id.replace("-", " ")
    given = {
        "says": words,
        "ask": words,
        "urgency": "today",
        "rules_out": ["run", "jump", "load"],
        "where": "any",
        **more,
    }
    return Sign.model_validate({"id": id, **given})


def claim(id: str = "knees", **more: Any) -> Claim:
    return Claim.model_validate(
        {
            "id": id,
            "topic": "knees",
            "statement": f"Running may do little to {id}.",
            "certainty": "low",
            "because": "All studies watched people.",
            "evidence": "Review of observational studies",
            "studied": "Adults",
            "not_studied": "Children",
            "limits": ["People with sore knees stop running."],
            "sources": ["lo-2017"],
            "history": [{"date": "2026-11-22", "kind": "added", "note": "First version."}],
            **REVIEW,
            **more,
        }
    )


def chart(id: str = "a-chart", kind: str = "intervals", *figures: str, **more: Any) -> Chart:
    """A chart of one panel over figures of claims, by default over `knees/one`."""
    panel = {"axis": "Out of 100", "series": [{"figure": figure} for figure in figures or ("knees/one",)]}
    return Chart.model_validate(
        {
            "id": id,
            "kind": kind,
            "topic": "knees",
            "title": "Knees of two groups",
            "finding": "Running may do little to knees.",
            "caveat": "They were watched, not put into groups by chance.",
            "description": "A dot with a line.",
            "panels": [{**panel, **more.pop("panel", {})}],
            **more,
        }
    )


def figure(id: str = "one", **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "label": f"Group {id}",
        "value": 20.5,
        "low": 18.0,
        "high": 22.0,
        "unit": "of 100 people",
        "source": "lo-2017",
        **more,
    }
