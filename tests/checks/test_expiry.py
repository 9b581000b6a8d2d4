"""A build warns 60 days before a claim is due for a fresh look; the day can be set."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

import macros
from macros.__main__ import main
from macros.checks.expiry import DAYS_AHEAD, in_a_line, reviews_due
from macros.day import today
from macros.held import found_right
from macros.library import Library
from macros.memory import Inputs, Memory

from .changing import changed

DUE = datetime.date(2040, 6, 1)


@pytest.fixture
def one_due(library: Library) -> Library:
    return changed(library, "claims", "dxa-dose", review_due=DUE)


def whats(library: Library, today: datetime.date) -> Iterator[str]:
    return (due.what for due in reviews_due(library, today) if due.date == DUE)


def test_a_warning_comes_60_days_ahead_and_not_61(one_due: Library) -> None:
    assert list(whats(one_due, DUE - datetime.timedelta(days=DAYS_AHEAD + 1))) == []
    assert list(whats(one_due, DUE - datetime.timedelta(days=DAYS_AHEAD))) == ["dxa-dose (claims)"]
    assert list(whats(one_due, DUE + datetime.timedelta(days=1))) == ["dxa-dose (claims)"]


def test_a_warning_names_the_line_the_day_and_what_is_left(one_due: Library) -> None:
    today = DUE - datetime.timedelta(days=3)
    (due,) = [due for due in reviews_due(one_due, today) if due.date == DUE]
    assert due.words(today).endswith("warning: dxa-dose (claims) is due for a fresh look on 2040-06-01, in 3 days")
    assert due.words(today).startswith("data/claims/")
    assert due.words(DUE + datetime.timedelta(days=1)).endswith("was due on 2040-06-01")


def test_what_was_withdrawn_is_not_due(library: Library) -> None:
    claim = library.claims["dxa-dose"]
    gone = claim.history[0].model_copy(update={"kind": "retired"})
    retired = changed(library, "claims", "dxa-dose", review_due=DUE, history=(*claim.history, gone))
    assert list(whats(retired, DUE)) == []


def test_the_earliest_comes_first_and_pages_and_verdicts_are_among_them(library: Library) -> None:
    found = reviews_due(library, datetime.date(2100, 1, 1))
    assert [due.date for due in found] == sorted(due.date for due in found)
    assert {"A09 (articles)", "stretching (guidance)", "Myths and mixed messages"} <= {due.what for due in found}


def test_check_prints_warnings_and_passes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    late = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(late.timestamp())))
    assert today() == late.date()
    assert main(["--root", str(root), "check"]) == 0
    printed = capsys.readouterr()
    assert "warning: dxa-dose (claims) was due on" in printed.err
    assert printed.out.endswith("all well.\n")


def test_check_says_nothing_of_reviews_that_are_far_away(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    early = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(early.timestamp())))
    assert main(["--root", str(root), "check"]) == 0
    assert capsys.readouterr().err == ""


def test_the_log_of_a_site_build_gets_one_line(library: Library) -> None:
    today = datetime.date(2100, 1, 1)
    line = in_a_line(reviews_due(library, today), today)
    assert "\n" not in line
    assert "of them overdue" in line


def test_a_site_build_logs_it_outside_the_log_that_stops_a_strict_build(
    library: Library, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    late = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(late.timestamp())))
    found = found_right(library, Inputs("", {}), tmp_path, Memory(tmp_path))
    macros._warn_of_reviews(found.due_in_a_line)
    (record,) = caplog.records
    assert record.name == "macros"
    assert "are due for a fresh look" in record.getMessage()
