"""Numbers and days in the guide's data, by the cases that the tools for readers are held to as well."""

from __future__ import annotations

import datetime
import json
import re
from decimal import Decimal
from typing import Any

import pytest

from macros.decisions.space.conditions import ConditionError, parse_cell
from macros.decisions.space.domain import Domain
from macros.records.base import Date, Real, Record
from macros.records.files.reading import parse_yaml
from macros.records.files.validating import validated
from tools.build import ROOT

CASES = json.loads((ROOT / "tests" / "numbers.json").read_text(encoding="utf-8"))


class Held(Record):
    number: Real | None = None
    whole: int | None = None
    day: Date | None = None


def held(line: str) -> Held | None:
    document = parse_yaml(line + "\n", "held.yml")
    record, problems = validated(Held, document, (), document.value)
    assert bool(record) != bool(problems)
    return record


def is_digits(case: dict[str, Any]) -> bool:
    return re.fullmatch("[0-9]+", case["text"]) is not None


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: case["text"])
def test_a_number_in_the_data_is_read_as_meant_or_refused(case: dict[str, Any]) -> None:
    for text in (case["text"], f'"{case["text"]}"'):
        record = held(f"number: {text}")
        assert (record and record.number) == (None if text.startswith('"') else case["data"])


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: case["text"])
def test_data_and_tools_never_read_two_different_numbers(case: dict[str, Any]) -> None:
    assert case["data"] is None or case["tool"] in (case["data"], None)


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: case["text"])
def test_a_whole_number_takes_no_other_spelling(case: dict[str, Any]) -> None:
    record = held(f"whole: {case['text']}")
    assert (record and record.whole) == (case["data"] if is_digits(case) else None)


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: case["text"])
def test_a_cell_of_a_table_takes_a_number_as_meant_or_refuses_it(case: dict[str, Any]) -> None:
    domain = Domain("integer", 10**20, scale=1000)
    text = case["text"]
    if re.fullmatch(r"[0-9]*\.?[0-9]+", text):
        assert parse_cell(f"<= {text}", domain) == ((0, int(Decimal(text) * 1000)),)
    elif re.fullmatch(r"[0-9]+(,[0-9]+)+", text) and not re.fullmatch(r"[1-9][0-9]{0,2}(,[0-9]{3})+", text):
        assert parse_cell(text, domain) == parse_cell(text.replace(",", ", "), domain), "a comma between tests says or"
    else:
        with pytest.raises(ConditionError):
            parse_cell(f"<= {text}", domain)


@pytest.mark.parametrize("case", CASES["days"], ids=lambda case: case["text"])
def test_a_day_in_the_data_is_a_day_or_refused(case: dict[str, Any]) -> None:
    record = held(f"day: {case['text']}")
    assert bool(record) == case["is"]
    if record:
        assert record.day == datetime.date.fromisoformat(case["text"])
