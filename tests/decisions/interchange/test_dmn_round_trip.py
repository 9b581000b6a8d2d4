"""DMN out and in again: nothing is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.decisions.interchange.arithmetic import expression_text, read_expression
from macros.decisions.interchange.dmn import VERSIONS
from macros.decisions.interchange.dmn_out import to_dmn
from macros.decisions.interchange.feel import MOST_LISTED, feel_cell, feel_values, read_cell, read_values
from macros.decisions.space.domain import YES_NO, Domain
from macros.decisions.space.expressions import feel_text, inputs_of, parse_expression
from macros.decisions.space.regions import normalised
from macros.records import Decision

from ..making import asked, compiled, example, outcomes
from ..proofs.test_verify import rule as row
from ..proofs.test_verify import table
from .exporting import EVERY, exported, imported, recompiled


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("id", EVERY)
def test_yaml_to_dmn_to_yaml_loses_nothing(id: str, version: str) -> None:
    text = exported(id, version)
    assert imported(text).problems == ()
    done = recompiled(text)
    for again in done.values():
        before = EVERY[again.id]
        assert again.fingerprint == before.fingerprint
        assert again.authored == before.authored
        assert again.questions == before.questions
        assert again.shows == before.shows
        assert _but_cells(again.record) == _but_cells(before.record)
    assert to_dmn(done[id], {**EVERY, **done}, version) == text


def _but_cells(record: Decision) -> dict[str, Any]:
    """Everything of a record, but in how many ways a cell or a number can be written. Arithmetic counts as its tree."""
    fields = record.model_dump()
    for rule in fields["rules"]:
        del rule["when"]
    for item in fields["inputs"]:
        item["value"] = item["value"] and parse_expression(item["value"])
    for item in (*fields["inputs"], *fields["outputs"]):
        for name in ("range", "step", "scale"):
            item.pop(name, None)  # questions and tables above hold these
    return fields


@pytest.mark.parametrize("id", EVERY)
def test_the_table_itself_stands_in_dmns_own_elements(id: str) -> None:
    """A tool that drops our extension keeps the decision: what DMN carries needs no help."""
    bare = re.sub(r"(?s)\s*<extensionElements>.*?</extensionElements>", "", exported(id))
    assert "guide:" not in bare.replace("xmlns:guide", "")
    before = EVERY[id].authored
    after = recompiled(bare, fill=True)[id].authored
    assert [(axis.id, axis.decision, axis.tree) for axis in after.axes] == [
        (axis.id, axis.decision, axis.tree) for axis in before.axes
    ]
    for one, other in zip(before.domains, after.domains, strict=True):
        assert (one.kind, one.ids, one.low, one.step, one.size) == (
            other.kind, other.ids, other.low, other.step, other.size)  # fmt: skip
    assert after.rows == before.rows
    assert (after.policy, after.aggregation, after.default) == (before.policy, before.aggregation, before.default)
    assert [(column.id, column.values, column.numbers and column.numbers.answers) for column in after.outputs] == [
        (column.id, column.values, column.numbers and column.numbers.answers) for column in before.outputs
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a + b * 2",
        "(a + b) * 2",
        "a - (b - 3)",
        "a - b - 3",
        "a // (b // 2)",
        "a * b // 2",
        "max(min(a, 3) + 1, b) // 4",
    ],
)
def test_expressions_survive_feel_and_are_written_with_no_bracket_too_many(text: str) -> None:
    tree = parse_expression(text)
    assert read_expression(feel_text(tree), {id: id for id in inputs_of(tree)}) == tree
    assert expression_text(tree) == text


_DOMAINS = st.one_of(
    st.just(YES_NO),
    st.integers(2, 6).map(lambda size: Domain("choice", size, tuple(f"id-{number}" for number in range(size)))),
    st.builds(
        lambda size, low, step: Domain("integer", size, low=low, step=step),
        st.integers(2, 9),
        st.integers(-20, 20),
        st.integers(1, 7),
    ),
)


@given(_DOMAINS, st.data())
def test_cells_and_allowed_values_are_read_back_as_they_were(domain: Domain, data: st.DataObject) -> None:
    values = read_values(feel_values(domain))
    assert [values.domain.answer(position) for position in range(values.domain.size)] == list(domain.answers)
    members = data.draw(st.sets(st.integers(0, domain.size - 1), min_size=1))
    ranges = normalised((member, member) for member in members)
    assert read_cell(feel_cell(ranges, domain), values) == ranges


@pytest.mark.parametrize("size", [MOST_LISTED, MOST_LISTED + 1])
def test_numbers_in_steps_are_listed_or_said_by_their_step_and_come_back(size: int) -> None:
    high = 2 * (size - 1)
    made = compiled(
        test=table(
            "first",
            row("much", "stop", n="> 4") + row("rest", "go"),
            "inputs:\n" + asked("n", f"range: '[0..{high}]', step: 2"),
            outcomes("stop", "go"),
            "examples:\n" + example({"n": 6}, "stop") + example({"n": 4}, "go"),
        )
    )
    text = to_dmn(made["test"], made, "1.3")
    (again,) = imported(text).decisions
    assert (again["inputs"][0]["range"], again["inputs"][0]["step"]) == (f"[0..{high}]", 2)
    assert (f"[0..{high}]" in text) == (size > MOST_LISTED)
    assert ("step" in text) == (size > MOST_LISTED)
