"""What a process costs, as the system counts it."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.build import ROOT
from tools.serve.inputs import CODE, WORDS

# Python keeps what it compiled, as it does unless it is told otherwise: else our code alone is compiled at each run.
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": ".", "PYTHONDONTWRITEBYTECODE": ""}


@dataclass(frozen=True)
class Cost:
    seconds: float  # of the processor
    megabytes: float  # at its largest


def cost(command: list[str], folder: Path) -> Cost:
    """Of a process and what it started. Raises where it fails."""
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)[:80]} failed in {folder}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def build(folder: Path, site: Path) -> Cost:
    return cost([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], folder)


def median(runs: int, work: Callable[[], Cost]) -> Cost:
    return median_of([work() for _ in range(runs)])


def median_of(costs: Sequence[Cost]) -> Cost:
    """The largest of them says how much memory is needed."""
    return Cost(statistics.median(each.seconds for each in costs), max(each.megabytes for each in costs))


@contextmanager
def copied() -> Iterator[Path]:
    """The project in a folder of its own, as a fresh clone has it, with its styles and fonts made."""
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name)
        for each in (*WORDS, *CODE):
            if (ROOT / each).is_dir():
                shutil.copytree(ROOT / each, tree / each, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / each, tree / each)
        cost([sys.executable, "-m", "tools.assets"], tree)
        yield tree
