"""One change at a time that makes the guide less careful for somebody: `python -m tools.audit.sabotage [KIND …]`.

Each has to be refused by what `python -m macros check` asks. Fingerprints and worked examples are left out, so that
proofs, described people and the lists of what stands have to notice. Ends with how many were tried and refused.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from pydantic import ValidationError

from macros import checks
from macros.checks.doing import signs, standing
from macros.decisions.compiling.compiling import only_compiled, proofs
from macros.decisions.compiling.questions import read_facts
from macros.library import Library, load_library
from macros.records import Place, Problem, Sign
from tools.audit import weakened
from tools.audit.weakened import Change
from tools.build import ROOT

# What may say that a change is wrong only because nobody has written it down yet.
_PASSED_OVER = ("fingerprint", "the rule that fires is", "leads to", "no example shows", "does not hold")
_PROVED = (*checks.PROOFS, signs.a_sign_stands_on_cards_of_its_speed, signs.no_link_leads_to_more)
_WRITTEN = (standing.nothing_that_stands_is_lost,)


@dataclass(frozen=True)
class Kind:
    """A kind of change, and the checks that have to refuse each."""

    changes: Callable[[Library], Iterator[Change]]
    by: tuple[checks.Check, ...]

    @property
    def name(self) -> str:
        return self.changes.__name__.replace("_", "-")


KINDS = (
    Kind(weakened.less_careful_results, _PROVED),
    Kind(weakened.less_careful_stand_ins, _PROVED),
    Kind(weakened.slower_signs, _PROVED),
    Kind(weakened.signs_that_rule_out_nothing, _PROVED),
    Kind(weakened.signs_for_fewer, _WRITTEN),
    Kind(weakened.signs_that_leave_a_question, _WRITTEN),
    Kind(weakened.signs_that_move_and_go, _WRITTEN),
    Kind(weakened.signs_that_become_part_and_go, _WRITTEN),
    Kind(weakened.signs_that_leave_a_card, _WRITTEN),
    Kind(weakened.cards_that_go, _WRITTEN),
    Kind(weakened.not_sure_that_goes, _WRITTEN),
)


@cache
def guide() -> Library:
    return load_library(ROOT)


@cache
def every_change(name: str) -> tuple[Change, ...]:
    """All changes of a kind to the guide."""
    return tuple(next(kind for kind in KINDS if kind.name == name).changes(guide()))


def refused(change: Change, by: Sequence[checks.Check]) -> bool:
    """Whether a model, a proof, a described person or a list of what stands notices."""
    library = change.library
    if any(_is_no_record(sign) for sign in library.signs.values()):
        return True

    def place(kind: str) -> Callable[..., Place]:
        return lambda id, *at: library.place(kind, id, *at)

    facts, wrong = read_facts(library.facts, library.signs, place("facts"))
    compiled, problems = only_compiled(library.decisions, place("decisions"), library.signs, facts)
    changed = replace(library, compiled=MappingProxyType(compiled))
    found = [*wrong, *problems]
    if by is not _WRITTEN:
        found += proofs(compiled, place("decisions"))
    if _any_counts(found):
        return True
    return any(_any_counts(check(changed)) for check in by)


def _any_counts(problems: Iterable[Problem]) -> bool:
    return any(not any(words in problem.wrong for words in _PASSED_OVER) for problem in problems)


def _is_no_record(sign: Sign) -> bool:
    try:
        Sign.model_validate(sign.model_dump())
    except ValidationError:
        return True
    return False


def _tried(which: tuple[str, int]) -> tuple[str, str]:
    """A kind, and what one change of it says if nothing refuses it."""
    name, index = which
    kind = next(kind for kind in KINDS if kind.name == name)
    change = every_change(name)[index]
    return name, "" if refused(change, kind.by) else change.says


def main(arguments: Sequence[str] | None = None) -> int:
    """Try every change of every kind, or of those that are named."""
    parser = argparse.ArgumentParser(prog="python -m tools.audit.sabotage", description=__doc__)
    names = [kind.name for kind in KINDS]
    parser.add_argument("names", nargs="*", metavar="KIND", help=f"only these: {', '.join(names)}")
    chosen = parser.parse_args(arguments).names or names
    unknown = [name for name in chosen if name not in names]
    if unknown:
        print(f"There is no kind '{unknown[0]}'. There are: {', '.join(names)}.", file=sys.stderr)
        return 2
    every = [(name, index) for name in chosen for index in range(len(every_change(name)))]
    with ProcessPoolExecutor() as workers:
        results = list(workers.map(_tried, every, chunksize=16))
    tried = Counter(name for name, _ in results)
    missed = [(name, says) for name, says in results if says]
    for name, count in tried.items():
        print(f"{name:32}{count:6} tried {count - sum(one == name for one, _ in missed):6} refused")
    for name, says in missed:
        print(f"passes: {name}: {says}")
    print(f"{len(results)} changes that make somebody less careful, {len(results) - len(missed)} refused.")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
