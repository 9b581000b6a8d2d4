"""A slip meets those tests that reach it, and nothing that was remembered hides it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.memory import Memory
from tools import reaching
from tools.reaching import FailUnchanged, Reach, files, in_order, reaches, split_off

HERE = ("decisions.space.gaps", "best_cut")


def reach(file: str, seconds: float, *functions: tuple[str, str]) -> Reach:
    return Reach(file, frozenset(functions or [HERE]), seconds)


OWN = reach("tests/decisions/space/test_gaps.py", 9)
OF_ROOM = reach("tests/decisions/space/test_cover.py", 8)
QUICK = reach("tests/checks/test_quick.py", 1)
SLOW = reach("tests/decisions/proofs/test_slow.py", 30)
ELSEWHERE = reach("tests/decisions/space/test_domain.py", 1, ("decisions.space.gaps", "gap_boxes"))


def test_tests_that_reach_a_function_are_run_near_ones_first_then_quick_ones() -> None:
    found = in_order(*HERE, [SLOW, QUICK, OF_ROOM, ELSEWHERE, OWN])
    assert found == [each.file for each in (OWN, OF_ROOM, QUICK, SLOW)]


@pytest.mark.parametrize(("most", "slow_one"), [(48, True), (47.5, False)])
def test_a_slow_one_is_left_out_beyond_the_time_for_one_mutant(most: float, slow_one: bool) -> None:
    assert (SLOW.file in in_order(*HERE, [SLOW, QUICK, OF_ROOM, OWN], most)) is slow_one


def test_every_file_of_tests_of_the_engine_and_the_checks_is_among_them(root: Path) -> None:
    found = files()
    assert all((root / file).is_file() for file in found)
    assert len(found) == len({*found})
    for room in ("decisions", "checks"):
        assert {path.relative_to(root).as_posix() for path in (root / "tests" / room).rglob("test_*.py")} <= {*found}
    assert {"tests/broken_data/test_broken_data.py", "tests/test_folder.py"} <= {*found}


_NOTED = """
import sys
from pathlib import Path
from macros.memory import Memory
from tools import mutate, reaching
assert reaching.loaded() == [], "a change of these would do nothing"
reaching.Memory = lambda folder: Memory(Path(sys.argv[1]))
(found,) = reaching.reaches(sys.argv[2:])
reaching._note = lambda *_: 1  # what is not kept would fail
assert reaching.reaches([found.file]) == [found]
for module, function in sorted(found.functions):
    print(module, function)
"""


def test_what_a_file_of_tests_calls_is_noted_and_kept(root: Path, tmp_path: Path) -> None:
    """In a process of its own: tests run no tests."""
    call = [sys.executable, "-c", _NOTED, str(tmp_path), "tests/decisions/space/test_domain.py"]
    made = subprocess.run(call, cwd=root, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    found = made.stdout.splitlines()
    assert "decisions.space.domain Domain.allowed" in found
    assert "decisions.space.domain module" in found
    assert "decisions.space.gaps best_cut" not in found


def test_tests_that_fail_without_a_change_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = Memory(tmp_path)
    monkeypatch.setattr(reaching, "Memory", lambda _folder: kept)
    monkeypatch.setattr(reaching, "_note", lambda *_: 1)
    with pytest.raises(FailUnchanged, match=r"test_domain\.py"):
        reaches(["tests/decisions/space/test_domain.py"])


def test_nothing_counts_as_proved_already_where_a_change_is_tried() -> None:
    def remembers() -> int:
        import macros.memory
        import macros.proved

        macros.proved.note_that_it_holds("a mark of this test")
        Memory().put("a name of this test", "mark", 1)
        found = macros.proved.held_before("a mark of this test"), Memory().get("a name of this test", "mark")
        return int(found != (False, None))

    _, status = os.waitpid(split_off(remembers), 0)
    assert status == 0
