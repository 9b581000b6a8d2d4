"""A disagreement as a matrix: a table for everybody, rows that carry their labels, our reading labelled as ours."""

from __future__ import annotations

import re
from typing import Any

from macros.records import Guidance
from macros.render.voices.guidance import all_guidance, guidance

from ..making import AFTER_REVIEW, REVIEW, claim, context, source


def topic(id: str = "stretching", **more: Any) -> Guidance:
    position = {
        "body": "Health Service",
        "country": "Ireland",
        "year": 2017,
        "population": "Adults",
        "position": "Stretch if you like <it>.",
        "stance": "ask-first",
        "status": "seen",
        "sources": ["lo-2017"],
    }
    study = {
        **position,
        "body": "A review",
        "year": "undated",
        "kind": "research",
        "stance": None,
        "status": "partly-seen",
        "not_seen": "Only the abstract was read.",
    }
    return Guidance.model_validate(
        {
            "id": id,
            "order": 1,
            "title": "Stretching",
            "question": "Do I have to stretch?",
            "map_asks": "Stretching?",
            "positions": [position, study],
            "what_all_agree": ["It is up to you."],
            "where_they_differ": "Before or after.",
            "our_reading": "As you like it.",
            "claims": ["knees"],
            "pages": ["joints/knees.md"],
            **REVIEW,
            **more,
        }
    )


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_each_row_says_who_where_when_for_whom_and_what() -> None:
    shown = guidance(context(source(), claim(), topic()), "stretching")
    row = shown[shown.index("Health Service") : shown.index("A review")]
    assert "Ireland, 2017" in row
    assert 'data-label="For whom">Adults' in row
    assert "Stretch if you like &lt;it&gt;." in row
    assert 'href="../../evidence/sources/joints/#source-lo-2017"' in row
    assert "Seen" in row


def test_a_study_is_labelled_and_what_was_not_read_is_said() -> None:
    shown = guidance(context(source(), claim(), topic()), "stretching")
    study = words(shown[shown.index("A review") : shown.index("</table>")])
    assert "A study, not guidance" in study
    assert "International" not in study
    assert "Partly seen Only the abstract was read." in study
    assert "Ireland, undated" in study


def test_each_cell_of_a_stacked_table_carries_the_name_of_its_column() -> None:
    shown = guidance(context(source(), claim(), topic()), "stretching")
    assert shown.count("<td") == shown.count("<td data-label=") == 6
    assert shown.count('scope="col"') == 4


def test_our_reading_is_labelled_as_ours_and_its_claims_carry_their_grade() -> None:
    page = context(source(), claim(), topic(), body='{{ guidance("stretching") }}\n{{ page_sources() }}')
    markup = guidance(page, "stretching")
    assert "Our reading ours, not a body’s As you like it." in words(markup)
    assert markup.index("Running may do little to knees.") < markup.index('aria-label="Low certainty.')
    assert page.claims_used == ["knees"]
    assert page.sources_used == ["lo-2017"]


def test_a_page_about_the_subject_says_what_follows_before_who_says_what() -> None:
    one = guidance(context(source(), claim(), topic()), "stretching")
    assert one.index("Our reading") < one.index("<details") < one.index("Health Service") < one.index("</details>")
    every = all_guidance(context(source(), claim(), topic()))
    assert every.index("Health Service") < every.index("Our reading")


def test_what_we_could_not_read_is_named_beside_the_table_only_if_there_is_any() -> None:
    assert "Not in the table" not in guidance(context(source(), claim(), topic()), "stretching")
    with_rest = topic(left_out="A clinic is said to disagree.")
    assert "A clinic is said to disagree." in guidance(context(source(), claim(), with_rest), "stretching")


def test_past_its_review_date_it_is_being_rechecked() -> None:
    assert 'data-review-due="2027-11-22" hidden' in guidance(context(source(), claim(), topic()), "stretching")
    late = guidance(context(source(), claim(), topic(), today=AFTER_REVIEW), "stretching")
    assert 'guidance__recheck" data-review-due="2027-11-22">' in late


def test_all_of_them_stand_folded_in_their_order() -> None:
    second = topic("ten-percent", order=2, title="The 10% rule")
    shown = all_guidance(context(source(), claim(), second, topic()))
    opened = r'<details class="guidance fold" data-print-open>\s*<summary><h2 [^>]*id="(guidance-[^"]+)"'
    assert re.findall(opened, shown) == ["guidance-stretching", "guidance-ten-percent"]


def test_the_map_says_who_answers_what_and_leads_to_their_words() -> None:
    position = topic().positions[0].model_dump()
    others = [{**position, "body": body, "stance": stance} for body, stance in (("B", "silent"), ("C", "yes"))]
    study = topic().positions[1].model_dump()
    shown = all_guidance(context(source(), claim(), topic(positions=[position, *others, study])))
    drawn = shown[: shown.index("<details")]
    assert words(drawn) == (
        "Stretching? Yes C (Ireland, 2017) Ask or check first Health Service (Ireland, 2017) "
        "Does not say B (Ireland, 2017)"
    )
    assert re.findall(r'href="#([^"]+)"', drawn) == [
        f"guidance-stretching{place}" for place in ("", "--3", "--1", "--2")
    ]
    assert all(f'<tr id="guidance-stretching--{number}"' in shown for number in (1, 2, 3))
    assert drawn.count("<svg") == 3


def test_it_never_leads_a_reader_to_the_page_they_are_on() -> None:
    assert "In the guide" not in guidance(context(source(), claim(), topic()), "stretching")
