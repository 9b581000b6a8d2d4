"""What nobody has checked yet is counted from the records, and changes with them."""

from __future__ import annotations

import datetime
import re

from macros.records import Hazard
from macros.render.about.not_yet_checked import not_yet_checked
from tests.records.test_quality import score

from ..making import AFTER_REVIEW, HERE, REVIEW, TODAY, claim, context, source

TESTED = {"kind": "test", "what": "Proved."}


def hazard(id: str, *controls: dict[str, str], **more: object) -> Hazard:
    return Hazard.model_validate(
        {
            "id": id,
            "title": f"Title of {id}",
            "cause": "A page is misread.",
            "effect": "A setback.",
            "before": {"severity": 2, "likelihood": 4},
            "controls": [{"kind": "words", "what": "Said on the page."}, *controls],
            "evidence": "The proof.",
            "after": {"severity": 2, "likelihood": 2},
            **REVIEW,
            **more,
        }
    )


def shown(*records: object, today: datetime.date = TODAY) -> str:
    markup = not_yet_checked(context(*records, today=today))
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_sources_that_were_read_in_part_are_counted() -> None:
    whole = source("whole", custom={"verified": "yes"})
    assert "1 in all. 0 read in part only" in shown(whole)
    assert "2 in all. 1 read in part only" in shown(whole, source("part"))


def test_rules_of_our_own_are_counted_among_the_claims() -> None:
    rule = claim("rule", kind="our-rule", certainty="very-low")
    assert "2 in all. 1 rest on our own judgement" in shown(claim(), rule)


def test_a_hazard_that_no_test_holds_is_named_and_linked_until_it_has_one() -> None:
    markup = not_yet_checked(context(hazard("H01"), hazard("H02", TESTED)))
    assert re.findall(r'<a href="[^"]*#hazard-h01">H01: Title of H01</a>', markup)
    assert "H02" not in markup
    assert "A test stands behind each." in shown(hazard("H01", TESTED))


def test_risks_that_are_accepted_are_counted() -> None:
    assert "For 1 a risk is left" in shown(hazard("H01", TESTED, accepted_because="Some skip it."), hazard("H02"))


def test_who_marked_pages_is_read_from_the_marks() -> None:
    by_tool = score(pages=[HERE], but=[])
    assert "1 in all. No person has marked any. A tool has marked 1." in shown(by_tool)
    by_person = score(id="by-a-person", pages=[HERE], but=[], by={"kind": "person", "name": "A nurse"})
    assert "People have marked 1. A tool has marked 1." in shown(by_tool, by_person)


def test_what_is_overdue_is_counted_on_the_day_of_the_build() -> None:
    assert "Overdue. 0 pages and records" in shown(claim())
    assert "Overdue. 2 pages and records" in shown(claim(), today=AFTER_REVIEW)  # the claim, and the page it stands on
