"""Every hit policy and aggregation does what DMN 1.5, 8.2.10, says; an unanswered question never matches."""

import pytest

from macros.decisions.space.domain import Domain
from macros.decisions.space.regions import Ranges
from macros.decisions.tables.evaluate import (
    AmbiguousTable,
    Outcome,
    fired_rows,
    first_values,
    matching_rows,
    outcome_of,
    positions_of,
    results_in,
    row_states,
)
from macros.decisions.tables.table import Axis, OutputColumn, Row, Table, Values
from macros.records.decision import Aggregation, HitPolicy

from .. import oracle
from ..generated import POLICIES, generated

ANY: Ranges = ((0, 1),)
NO: Ranges = ((0, 0),)
YES: Ranges = ((1, 1),)
AXES = tuple(Axis(id, id, Domain("choice", 2, ("no", "yes"), ("No", "Yes"))) for id in ("a", "b"))
COLOUR = OutputColumn("colour", "Colour", ("red", "amber", "green"), ("Red", "Amber", "Green"))
DAYS = OutputColumn("days", "Days", numbers=Domain("integer", 10))


def table(
    policy: HitPolicy,
    *gives: Values,
    aggregation: Aggregation = Aggregation.LIST,
    outputs: tuple[OutputColumn, ...] = (COLOUR,),
    default: Values | None = None,
) -> Table:
    """Rows that match when a is yes, one for each result."""
    rows = tuple(Row(f"r{index}", ((YES, ANY),), values) for index, values in enumerate(gives))
    return Table("test", AXES, rows, policy, aggregation, outputs, default)


def result(table: Table, a: str = "yes", b: str = "no") -> Outcome:
    positions = [position for position in positions_of(table, {"a": a, "b": b}) if position is not None]
    return outcome_of(table, matching_rows(table, positions))


RED, AMBER, GREEN = ("red",), ("amber",), ("green",)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (HitPolicy.FIRST, AMBER),
        (HitPolicy.PRIORITY, RED),
        (HitPolicy.RULE_ORDER, (AMBER, GREEN, RED, AMBER)),
        (HitPolicy.OUTPUT_ORDER, (RED, AMBER, AMBER, GREEN)),
        (HitPolicy.COLLECT, (AMBER, GREEN, RED, AMBER)),
    ],
)
def test_several_rules_that_match(policy: HitPolicy, expected: Outcome) -> None:
    assert result(table(policy, AMBER, GREEN, RED, AMBER)) == expected


@pytest.mark.parametrize(
    ("policy", "many"),
    [
        (HitPolicy.UNIQUE, False),
        (HitPolicy.ANY, False),
        (HitPolicy.FIRST, False),
        (HitPolicy.PRIORITY, False),
        (HitPolicy.RULE_ORDER, True),
        (HitPolicy.OUTPUT_ORDER, True),
        (HitPolicy.COLLECT, True),
    ],
)
def test_one_rule_no_rule_and_the_default(policy: HitPolicy, many: bool) -> None:
    assert table(policy, GREEN).many is many
    assert result(table(policy, GREEN)) == ((GREEN,) if many else GREEN)
    assert result(table(policy, GREEN), a="no") == (() if many else None)
    assert result(table(policy, GREEN, default=RED), a="no") == ((RED,) if many else RED)
    assert result(table(policy, GREEN, default=RED)) == ((GREEN,) if many else GREEN)


def test_rules_that_agree_are_one_result_under_any_and_a_fault_under_unique() -> None:
    assert result(table(HitPolicy.ANY, RED, RED)) == RED
    with pytest.raises(AmbiguousTable, match="rows disagree under ANY"):
        result(table(HitPolicy.ANY, RED, GREEN))
    with pytest.raises(AmbiguousTable, match="2 rows match under UNIQUE"):
        result(table(HitPolicy.UNIQUE, RED, RED))


@pytest.mark.parametrize(
    ("aggregation", "of_three", "of_none"),
    [
        (Aggregation.SUM, (9,), None),
        (Aggregation.MIN, (1,), None),
        (Aggregation.MAX, (5,), None),
        (Aggregation.COUNT, (3,), (0,)),
        (Aggregation.LIST, ((3,), (1,), (5,)), ()),
    ],
)
def test_aggregation(aggregation: Aggregation, of_three: Outcome, of_none: Outcome) -> None:
    made = table(HitPolicy.COLLECT, (3,), (1,), (5,), aggregation=aggregation, outputs=(DAYS,))
    assert result(made) == of_three
    assert result(made, a="no") == of_none


def test_the_first_output_ranks_first_and_a_greater_number_before_a_smaller() -> None:
    outputs = (COLOUR, DAYS)
    given = (("amber", 9), ("red", 1), ("red", 3), ("red", 3))
    assert result(table(HitPolicy.PRIORITY, *given, outputs=outputs)) == ("red", 3)
    expected = (("red", 3), ("red", 3), ("red", 1), ("amber", 9))
    assert result(table(HitPolicy.OUTPUT_ORDER, *given, outputs=outputs)) == expected


@pytest.mark.parametrize(
    ("policy", "fired"),
    [
        (HitPolicy.UNIQUE, (0,)),
        (HitPolicy.ANY, (0,)),
        (HitPolicy.FIRST, (0,)),
        (HitPolicy.PRIORITY, (1,)),
        (HitPolicy.RULE_ORDER, (0, 1, 2)),
        (HitPolicy.OUTPUT_ORDER, (1, 2, 0)),
        (HitPolicy.COLLECT, (0, 1, 2)),
    ],
)
def test_the_rules_that_a_result_comes_from(policy: HitPolicy, fired: tuple[int, ...]) -> None:
    made = table(policy, AMBER, RED, RED)
    assert fired_rows(made, [0, 1, 2]) == fired
    assert fired_rows(made, []) == ()


def test_an_unanswered_question_neither_matches_nor_fails_to() -> None:
    rows = (
        Row("both", ((YES, YES),), RED),
        Row("either", ((YES, ANY), (ANY, YES)), RED),
        Row("all", ((ANY, ANY),), RED),
        Row("two ways", ((NO, NO), (YES, NO)), RED),
    )
    made = Table("test", AXES, rows, HitPolicy.FIRST, Aggregation.LIST, (COLOUR,))
    assert row_states(made, (None, None)) == [None, None, True, None]
    assert row_states(made, (1, None)) == [None, True, True, None]
    assert row_states(made, (0, None)) == [False, None, True, None]
    assert row_states(made, (None, 0)) == [False, None, True, None]
    assert row_states(made, (0, 1)) == [False, True, True, False]
    assert matching_rows(made, (0, 1)) == [1, 2]
    assert positions_of(made, {"b": "yes"}) == (None, 1)
    assert positions_of(made, {"a": "maybe", "b": "no"}) == (None, 0)


def test_a_derived_value_is_open_while_a_number_that_it_reads_is_missing() -> None:
    ten = Domain("integer", 11)
    twice = Axis("twice", "Twice", Domain("integer", 21), tree=("+", "n", "n"), of=(ten,))
    sum_of = Axis("sum", "Sum", Domain("integer", 21, low=5), tree=("+", "n", "m"), of=(ten, ten))
    made = Table("test", (twice, sum_of), (), HitPolicy.FIRST, Aggregation.LIST, (COLOUR,))
    assert positions_of(made, {"n": 4, "m": 3}) == (8, 2)
    assert positions_of(made, {"n": 4}) == (8, None)
    assert positions_of(made, {"n": 4, "m": "three"}) == (8, None)
    assert positions_of(made, {"n": 4, "m": 11}) == (8, None)  # an answer that is none
    assert sum_of.reads == ("n", "m")
    assert AXES[0].reads == ("a",)


def test_outcomes_as_lists_of_results() -> None:
    assert results_in(None, many=False) == ()
    assert results_in(RED, many=False) == (RED,)
    assert results_in((RED, GREEN), many=True) == (RED, GREEN)
    assert results_in((), many=True) == ()
    assert first_values((("red", 3), ("green", 1)), many=True) == ("red", "green")
    assert first_values(("red", 3), many=False) == ("red",)


def test_generated_tables_give_what_the_standard_says() -> None:
    tables = list(generated(30 * len(POLICIES), seed=2))
    assert len(tables) == 30 * len(POLICIES) > 30
    for decision, chance in tables:
        made = decision.table
        for _ in range(30):
            point = tuple(chance.randrange(axis.domain.size) for axis in made.axes)
            expected = oracle.matched(made, point)
            assert [made.rows[index] for index in matching_rows(made, point)] == expected
            assert outcome_of(made, matching_rows(made, point)) == oracle.outcome(made, point)


def test_between_which_positions_a_value_lies_follows_what_is_known() -> None:
    numbers = Domain("integer", 10, low=5)
    own = Axis("n", "n", numbers)
    assert own.between({"n": (2, 3)}) == (2, 3)
    assert own.between({}) == (0, 9)
    derived = Axis("d", "d", Domain("integer", 30), tree=("+", "n", "m"), of=(numbers, numbers))
    assert derived.between({"n": (1, 1), "m": (2, 3)}) == (13, 14)
    assert derived.between({"n": (1, 1)}) == (11, 20)
