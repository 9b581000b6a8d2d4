"""What ties a version to its rules: all that can change a result changes the fingerprint, and words do not."""

from __future__ import annotations

import pytest

from macros.decisions.versions.versions import version_problems
from macros.records import Place
from macros.records.decision import Version

from ..making import asked, compiled_with_problems

TEXT = (
    "hit_policy: priority\ninputs:\n"
    + asked("site", "options: {knee: Knee, hip: Hip, not-sure: {label: Not sure, as: hip}, shin: Shin}")
    + asked("far", "range: '[0..4]', step: 0.2, unit: km, scale: 10")
    + asked("read", "range: '[0..40]', step: 4, unit: min")
    + "  - {id: twice, short: Twice, value: read * 2, range: '[0..80]'}\n"
    "rules:\n"
    "  - {id: far, when: {far: '> 2'}, then: ease-off, because: It is far}\n"
    "  - {id: hip, when: {site: hip}, then: stop, because: It is the hip}\n"
    "  - {id: twice, when: {twice: '> 40'}, then: stop, because: It is twice as far}\n"
    "default: go\n"
    "shows: [{id: total, label: In all, value: far + read, unit: min, scale: 10}]\n"
    "with: [beside]\n"
    "outcomes:\n"
    "  stop: {urgency: today, heading: Stop, means: It means stop.}\n"
    "  ease-off: {urgency: care, heading: Ease off, means: It means less.}\n"
    "  go: {urgency: start, heading: Go, means: It means go.}\n"
    "examples: [{given: {site: hip}, then: stop}]\n"
)


def fingerprint(text: str) -> str:
    return compiled_with_problems(test=text)[0]["test"].fingerprint


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as: hip", "as: knee"),
        ("step: 0.2", "step: 0.1"),
        ("step: 4", "step: 1"),
        ("unit: km", "unit: miles"),
        ("unit: km, scale: 10", "unit: km, scale: 100"),
        ("far: '> 2'", "far: '> 2.2'"),
        ("value: read * 2", "value: read + read"),
        ("value: far + read", "value: far + read + 1"),
        ("unit: min, scale: 10", "unit: min, scale: 1"),
        ("default: go", "default: stop"),
        ("hit_policy: priority", "hit_policy: first"),
        ("urgency: today", "urgency: note"),
        ("with: [beside]\n", ""),
        ("then: ease-off", "then: go"),
        ("[0..40]', step: 4", "[0..36]', step: 4"),
        ("when: {site: hip}", "when: {site: [hip, shin]}"),
    ],
)
def test_what_can_change_a_result_changes_the_fingerprint(old: str, new: str) -> None:
    assert TEXT.count(old) >= 1
    assert fingerprint(TEXT.replace(old, new)) != fingerprint(TEXT)


def test_the_priority_of_outcomes_is_part_of_the_fingerprint() -> None:
    before, stop, ease_off, after = TEXT.partition("  stop:")[0], *_outcome_lines(), "  go:" + TEXT.split("  go:")[1]
    assert before + stop + ease_off + after == TEXT
    assert fingerprint(before + ease_off + stop + after) != fingerprint(TEXT)


def _outcome_lines() -> tuple[str, str]:
    stop, ease_off = TEXT.splitlines(keepends=True)[-4:-2]
    return stop, ease_off


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("label: Not sure", "label: I do not know"),
        ("because: It is far", "because: Far"),
        ("heading: Go", "heading: On"),
    ],
)
def test_words_do_not_change_the_fingerprint(old: str, new: str) -> None:
    assert old in TEXT
    assert fingerprint(TEXT.replace(old, new)) == fingerprint(TEXT)


@pytest.mark.parametrize(("numbers", "where"), [((1, 2, 3), []), ((1, 3), [1]), ((2, 2), [0]), ((1, 1, 3), [1])])
def test_versions_count_up_by_one(numbers: tuple[int, ...], where: list[int]) -> None:
    history = tuple(
        Version.model_validate({"version": number, "date": "2026-01-01", "change": "So", "fingerprint": "0123abcd"})
        for number in numbers
    )
    found = version_problems("test", history, "0123abcd", lambda *path: Place(".".join(map(str, path))))
    assert [(one.place.file, one.wrong) for one in found] == [
        (f"test.history.{index}.version", "versions count up by one") for index in where
    ]
