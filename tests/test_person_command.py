"""python -m macros person: what every tool and card says to one person."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from macros.__main__ import main


def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str, *more: str) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["person", *more]) == 0
    return capsys.readouterr().out


def test_a_sign_is_taken_up_by_every_tool_that_asks_it_and_by_its_cards(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = json.loads(told(capsys, monkeypatch, '{"signs": ["swollen-calf"]}', "--json"))
    assert said["tools"]["route-finder"]["urgency"] == "today"
    assert said["tools"]["route-finder"]["allows"] == []
    assert said["tools"]["plan-ladder"]["allows"] == []  # it takes the result of the one before
    assert {"clot", "same-day"} <= set(said["cards"])


def test_a_tool_that_needs_more_says_what_it_still_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = json.loads(told(capsys, monkeypatch, "facts: {falls: no}", "--json"))
    assert said["tools"]["route-finder"]["outcome"] is None
    assert "back" in said["tools"]["route-finder"]["open"]
    assert "It still asks" in told(capsys, monkeypatch, "facts: {falls: no}")


def test_slips_are_said_with_their_places_and_the_nearest_id(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "person.yml"
    file.write_text("signs: [swolen-calf]\nfacts: {falls: maybe, zzz: 1}\n")
    assert main(["person", str(file)]) == 1
    said = capsys.readouterr().err
    for words in ("person.yml:1:9", "'swollen-calf'", "'maybe' is no answer to 'falls'", "no tool asks 'zzz'"):
        assert words in said


@pytest.mark.parametrize("text", ["[1]", "signs: 3", "facts: [1]", "age: 62", "signs: ["])
def test_what_is_no_person_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["person"]) == 1
    assert "Traceback" not in capsys.readouterr().err
