"""Whole-library scope: each hazard is held by proofs or tests that are there, and has people who could come to harm."""

from __future__ import annotations

from collections.abc import Iterator

from ...decisions.across.promised import ACROSS
from ...records import Problem
from ...records.files.validating import nearest
from ..scope import Records

PEOPLE = 3


def every_hazard_is_held_by_a_proof_or_a_test(library: Records) -> Iterator[Problem]:
    """At least one control of each hazard names a proof across tools, a guarantee or a test, and each name is there."""
    guarantees = {f"{id}.{one.id}" for id, decision in library.decisions.items() for one in decision.guarantees}
    for id, hazard in library.hazards.items():
        if not hazard.shown_by:
            yield Problem(
                library.place("hazards", id, "controls"),
                f"no control of the hazard {id} names a proof or a test",
                f"{', '.join(ACROSS)}; decision.guarantee; file::test",
                "add `shown_by: […]` to a control",
            )
        for index, control in enumerate(hazard.controls):
            for at, name in enumerate(control.shown_by):
                known = library.tests if "::" in name else guarantees if "." in name else ACROSS
                if known is not None and name not in known:
                    what = "test" if "::" in name else "guarantee" if "." in name else "proof across tools"
                    yield Problem(
                        library.place("hazards", id, "controls", index, "shown_by", at),
                        f"there is no {what} '{name}'",
                        fix=nearest(name, known) or "correct the name",
                    )


def every_hazard_has_people(library: Records) -> Iterator[Problem]:
    """Described people go through every tool at each check: some of them stand for each hazard."""
    named = [id for person in library.people.values() for id in person.hazards]
    for id in library.hazards:
        if named.count(id) < PEOPLE:
            yield Problem(
                library.place("hazards", id),
                f"{named.count(id)} described people name the hazard {id}, fewer than {PEOPLE}",
                fix=f"name {id} under `hazards` of people in data/people/ who could come to harm by it",
            )
