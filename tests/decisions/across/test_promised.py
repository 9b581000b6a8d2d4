"""Over how much the proofs across tools hold: counted as products, compared here with lists of everybody."""

from __future__ import annotations

from itertools import product

import pytest

from macros.decisions.across.promised import ACROSS, extents, in_round_words, ways_together
from macros.decisions.across.signs import Tools
from tests.render.making import sign

from ..making import compiled
from .test_agreement import DARK, ICE, tool
from .test_signs import TOOL


def test_one_person_answers_what_two_tools_ask_once() -> None:
    made = compiled(one=tool(DARK, "run"), two=tool(DARK, ""), three=tool(ICE, ""))
    both = list(product(["no", "yes"], ["no", "yes"]))
    assert ways_together(made["one"], made["two"]) == 2
    assert ways_together(made["one"], made["three"]) == len(both)


def test_each_proof_says_over_how_much_it_holds() -> None:
    made = compiled(one=TOOL, two=tool(DARK, "", page="one.md"))
    found = extents(Tools(made, {"thunder": sign("thunder")}, {}), {"one.md": ["one"]}, 7)
    everybody = list(product(["no", "yes", "not-sure"], ["no", "yes"]))
    assert found.keys() == ACROSS.keys()
    assert found["floor"].count == len(everybody)  # `two` asks about no sign
    assert found["coverage"].count == 2
    assert found["agreement"].count == len(everybody)
    assert found["journeys"].count == len(everybody)
    assert found["not-sure"].count == len(everybody)
    assert found["words"].count == 0
    assert found["standing"].count == 7


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (1_177, "1,177"),
        (15_283_575, "more than 15 million"),
        (2_500_000_000, "more than 2 thousand million"),
        (3_204_118_293_120, "more than 3 million million"),
    ],
)
def test_large_numbers_are_said_so_that_anyone_can_read_them(count: int, says: str) -> None:
    assert in_round_words(count) == says
