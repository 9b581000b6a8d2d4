"""A position says no more than the source it was read in."""

from __future__ import annotations

from macros.checks.evidence import positions
from macros.library import Library
from macros.records import Position, PositionKind, Seen

from ..changing import changed, said

TOPIC = "impact-with-osteoporosis"


def with_position(library: Library, body: str, **fields: object) -> Library:
    found = library.guidance[TOPIC].positions
    assert any(position.body == body for position in found)
    new: tuple[Position, ...] = tuple(
        position.model_copy(update=fields) if position.body == body else position for position in found
    )
    return changed(library, "guidance", TOPIC, positions=new)


def test_what_was_read_in_part_is_not_reported_as_read(library: Library) -> None:
    assert list(positions.a_position_is_as_seen_as_its_sources(library)) == []
    bold = with_position(library, "Mayo Clinic", status=Seen.SEEN, not_seen=None)
    assert said(positions.a_position_is_as_seen_as_its_sources(bold)) == ["only a part of mayo-oposis was verified"]


def test_a_position_has_the_year_of_its_source(library: Library) -> None:
    assert list(positions.a_position_is_dated_as_its_sources(library)) == []
    newer = with_position(library, "Osteoporosis Canada", year=2026)
    (problem,) = positions.a_position_is_dated_as_its_sources(newer)
    assert (problem.wrong, problem.allowed) == (
        "Osteoporosis Canada is given as 2026, but its source is not",
        "2023",
    )
    dated = with_position(library, "Mayo Clinic", year=2024)
    (problem,) = positions.a_position_is_dated_as_its_sources(dated)
    assert problem.allowed == "undated"


def test_a_study_is_not_called_guidance(library: Library) -> None:
    assert list(positions.only_who_advises_is_called_guidance(library)) == []
    study = with_position(library, "Osteoporosis Canada", kind=PositionKind.RESEARCH)
    (problem,) = positions.only_who_advises_is_called_guidance(study)
    assert problem.fix == "set `kind: guidance`"
