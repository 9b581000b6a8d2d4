"""What stands for a reader's safety is lost from no list without a reason, and what is new is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from macros.checks.doing.standing import lists_as_text, nothing_that_stands_is_lost
from macros.library import Library
from macros.records import Person, Sign, Standing
from macros.records.files.reading import Document, Origin, parse_yaml
from macros.records.files.validating import validated
from tests.decisions.making import asked, compiled, example, outcomes
from tests.decisions.proofs.test_verify import rule, table
from tests.render.making import library, sign

from .test_signs import card

UNSURE = "options: {no: No, yes: Yes, not-sure: {label: Not sure, as: yes}}"
HOT, WARM = sign("hot", parts=["warm"]), sign("warm")
PAGE = {"a.md": '{{ care_card("card") }}'}


def guide(
    *records: object,
    ticked: str = "hot, warm",
    answers: str = UNSURE,
    named: tuple[str, ...] = ("hot", "warm"),
    pages: Mapping[str, str] = PAGE,
    level: str = "today",
) -> Library:
    """One tool that asks about signs and shows a card beside a result, and one page with the card."""
    text = table(
        "first",
        rule("hot", "stop", a="yes") + rule("rest", "go"),
        "inputs:\n" + asked("a", f"signs: [{ticked}], {answers}"),
        outcomes("stop", "go").replace("stop: {", "stop: {care_card: card, "),
        "examples:\n" + example({"a": "yes"}, "stop") + example({"a": "no"}, "go"),
    )
    tools = compiled(test=text)
    made = library(*(records or (HOT, WARM)), card(*named, level=level), ann(), pages=pages)
    origins = {**made.origins, ("decisions", "test"): Origin(Document("test.yml"), ())}
    return replace(
        made,
        compiled=MappingProxyType(tools),
        decisions=MappingProxyType({"test": tools["test"].record}),
        origins=MappingProxyType(origins),
    )


def ann() -> Person:
    least = {"urgency": "today"}
    told = {"id": "ann", "about": "Ann, 50", "signs": ["warm"], "at_least": least, "because": "R.", "sources": ["lo"]}
    return Person.model_validate(told)


def lists(text: str) -> dict[str, Standing]:
    document = parse_yaml(text, "data/standing.yml")
    found = {}
    for index, entry in enumerate(document.value["standing"]):
        record, problems = validated(Standing, document, ("standing", index), entry)
        assert record and not problems
        found[record.id] = record
    return found


def after(before: Library, now: Library, **left: object) -> Library:
    """The guide as it is now, with the lists that were written before."""
    kept = lists(lists_as_text(before))
    for id, names in left.items():
        name = id.replace("_", "-")
        kept[name] = Standing.model_validate({**kept[name].model_dump(), "left": names})
    origins = {**now.origins, **{("standing", id): Origin(Document("data/standing.yml"), ()) for id in kept}}
    return replace(now, standing=MappingProxyType(kept), origins=MappingProxyType(origins))


def wrongs(held: Library) -> list[str]:
    return [problem.wrong for problem in nothing_that_stands_is_lost(held)]


def test_a_guide_in_which_all_stands_as_before_is_well() -> None:
    assert wrongs(after(guide(), guide())) == []


def test_a_sign_that_a_tool_asks_no_more_is_missed_with_somebody_who_has_it() -> None:
    assert wrongs(after(guide(), guide(ticked="hot"))) == [
        "'test' no longer asks about the sign 'warm' in its own words (somebody with it: Ann, 50)"
    ]


def test_a_sign_that_no_card_names_any_more_is_missed_though_its_whole_is_named() -> None:
    assert wrongs(after(guide(), guide(named=("hot",)))) == [
        "the card 'card' no longer names the sign 'warm' (somebody with it: Ann, 50)"
    ]


def test_a_sign_that_becomes_part_of_another_is_missed_where_the_other_alone_is_asked() -> None:
    before = guide(sign("hot"), WARM)
    assert wrongs(after(before, guide(HOT, WARM))) == []
    assert wrongs(after(before, guide(HOT, WARM, ticked="hot")))


@pytest.mark.parametrize(
    ("weaker", "said"),
    [
        (sign("warm", urgency="days"), "the sign 'warm' no longer asks for this at least: today"),
        (sign("warm", rules_out=["run", "load"], urgency="appointment"), "the sign 'warm' no longer rules out to jump"),
        (sign("warm", who="under 18"), "the sign 'warm' no longer counts for everyone"),
        (sign("warm", when="during a run"), "the sign 'warm' no longer counts at any time"),
    ],
)
def test_a_sign_that_asks_for_less_or_counts_for_fewer_is_missed(weaker: Sign, said: str) -> None:
    assert f"{said} (somebody with it: Ann, 50)" in wrongs(after(guide(), guide(HOT, weaker)))


def test_a_sign_that_asks_for_more_is_to_be_written_down() -> None:
    (wrong,) = wrongs(after(guide(), guide(HOT, sign("warm", urgency="now"))))
    assert wrong == "the list 'signs-for-now' does not hold warm yet"


def test_a_card_that_goes_from_a_page_or_becomes_slower_is_missed() -> None:
    assert wrongs(after(guide(), guide(pages={"a.md": "Nothing."}))) == ["the card 'card' no longer stands with 'a.md'"]
    assert "the card 'card' is no longer for now" in wrongs(after(guide(level="now"), guide()))


def test_not_sure_that_goes_is_missed() -> None:
    assert wrongs(after(guide(), guide(answers="options: {no: No, yes: Yes}"))) == [
        "nobody can be unsure about 'a' of 'test' any more"
    ]


def test_a_tool_that_goes_takes_nothing_with_it_unsaid() -> None:
    without = replace(guide(), compiled=MappingProxyType({}), decisions=MappingProxyType({}))
    assert len(wrongs(after(guide(), without))) == len(["hot", "warm", "a", "test.stop"])


def test_what_goes_with_a_reason_is_not_missed_and_what_is_back_needs_none() -> None:
    left = {"warm": {"date": "2026-11-25", "because": "Another tool asks it."}}
    assert wrongs(after(guide(), guide(ticked="hot"), asked_by_test=left)) == []
    assert wrongs(after(guide(), guide(), asked_by_test=left)) == ["'warm' stands here again"]


def test_what_is_written_holds_what_was_there_what_is_new_and_the_reasons() -> None:
    left = {"warm": {"date": "2026-11-25", "because": "Another tool: it asks."}}
    now = after(guide(), guide(HOT, WARM, sign("cold"), ticked="hot, cold"), asked_by_test=left)
    (written,) = [one for id, one in lists(lists_as_text(now)).items() if id == "asked-by-test"]
    assert written.holds == ("cold", "hot", "warm")
    assert written.left["warm"].because == "Another tool: it asks."


def test_the_lists_of_the_guide_are_written_as_the_command_writes_them(root: Path, library: Library) -> None:
    assert (root / "data" / "standing.yml").read_text(encoding="utf-8") == lists_as_text(library)
