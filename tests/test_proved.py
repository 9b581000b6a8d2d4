"""What was proved is not proved again, and anything else that could matter is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import checks, proved
from macros import library as reading
from macros.records import Place, Problem, Sign

from .render.making import sign


@pytest.fixture
def code(tmp_path: Path) -> Path:
    for name in ("proofs.py", "render/templates.py"):
        (tmp_path / "code" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "code" / name).write_text("one", encoding="utf-8")
    return tmp_path / "code"


def test_another_record_order_or_kind_is_another_mark(code: Path) -> None:
    a, b = sign("a"), sign("b")
    kinds: list[list[dict[str, Sign]]] = [
        [{"a": a, "b": b}, {}],
        [{"a": sign("a", says="other words"), "b": b}, {}],
        [{"b": b, "a": a}, {}],
        [{"a": a}, {"b": b}],
        [{"a": a}, {}],
        [{}, {"a": a, "b": b}],
    ]
    assert len({proved.mark_of(each, code) for each in kinds}) == len(kinds)
    assert proved.mark_of(kinds[0], code) == proved.mark_of(kinds[0], code)


def test_other_code_is_another_mark_but_for_what_draws_pages(code: Path) -> None:
    before = proved.mark_of([], code)
    (code / "render" / "templates.py").write_text("two", encoding="utf-8")
    assert proved.mark_of([], code) == before
    (code / "proofs.py").write_text("two", encoding="utf-8")
    assert proved.mark_of([], code) != before


def test_a_proof_that_looks_further_than_its_mark_is_refused() -> None:
    with pytest.raises(AttributeError, match="does not look at 'pages'"):
        _ = proved.OfProofs(object()).pages


class Counted:
    """Stands in for the proofs of tables: finds what it is told to, and counts how often it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, marks: Path) -> None:
        self.times = 0
        self.finds: list[Problem] = []
        monkeypatch.setattr(proved, "MARKS", marks)
        monkeypatch.setattr(reading, "proofs", self._look)
        monkeypatch.setattr(checks, "PROOFS", ())
        monkeypatch.setattr(checks, "ALONE", ())
        monkeypatch.setattr(checks, "TOGETHER", ())

    def _look(self, *_: object) -> Iterator[Problem]:
        self.times += 1
        yield from self.finds


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Counted:
    return Counted(monkeypatch, tmp_path / "marks")


def test_what_holds_is_proved_once_until_a_table_changes(counted: Counted, root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for name in ("data", "docs"):
        shutil.copytree(root / name, copy / name)
    for _ in range(2):
        assert reading.examine(copy)[1] == []
    assert counted.times == 1
    table = sorted((copy / "data" / "decisions").glob("*.yml"))[0]
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("\npurpose: ", "\npurpose: In other words. ", 1), encoding="utf-8")
    assert reading.examine(copy)[1] == []
    assert counted.times == 2


def test_what_does_not_hold_is_told_each_time(counted: Counted, root: Path) -> None:
    counted.finds = [Problem(Place("data"), "this does not hold")]
    for _ in range(2):
        assert reading.examine(root)[1] == counted.finds
    assert counted.times == 2
