"""Record scope: a position says no more, and dates from no other year, than the source it was read in."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Design, Guidance, Position, PositionKind, Problem, Seen
from ..scope import Records

_GIVES_ADVICE = (Design.GUIDELINE, Design.CONSENSUS, Design.PUBLIC_INFORMATION, Design.TOOL)


def a_position_is_as_seen_as_its_sources(library: Records) -> Iterator[Problem]:
    """What was read in part cannot be reported as read."""
    for guidance, index, position in _positions(library):
        partly = [id for id in position.sources if library.sources[id].custom.verified == "partial"]
        if position.status is Seen.SEEN and partly:
            yield Problem(
                library.place("guidance", guidance.id, "positions", index, "status"),
                f"only a part of {', '.join(partly)} was verified",
                fix="set `status: partly-seen` and say in `not_seen` what was not read",
            )


def a_position_is_dated_as_its_sources(library: Records) -> Iterator[Problem]:
    """Its year is the year of one of its sources; it is undated where none has a year."""
    for guidance, index, position in _positions(library):
        years = sorted({year for id in position.sources if (year := library.sources[id].year)})
        allowed: list[int | str] = [*years] or ["undated"]
        if position.year not in allowed:
            yield Problem(
                library.place("guidance", guidance.id, "positions", index, "year"),
                f"{position.body} is given as {position.year}, but its source is not",
                allowed=", ".join(map(str, allowed)),
                fix="write the year of the source",
            )


def only_who_advises_is_called_guidance(library: Records) -> Iterator[Problem]:
    """A study is labelled as one, and a body's advice is not."""
    for guidance, index, position in _positions(library):
        advises = any(library.sources[id].custom.design in _GIVES_ADVICE for id in position.sources)
        if advises != (position.kind is PositionKind.GUIDANCE):
            kind = PositionKind.GUIDANCE if advises else PositionKind.RESEARCH
            yield Problem(
                library.place("guidance", guidance.id, "positions", index),
                f"{position.body} is labelled '{position.kind.words}', which its sources are not",
                fix=f"set `kind: {kind.value}`",
            )


def _positions(library: Records) -> Iterator[tuple[Guidance, int, Position]]:
    for guidance in library.guidance.values():
        for index, position in enumerate(guidance.positions):
            yield guidance, index, position
