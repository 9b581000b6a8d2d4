"""A table with a hole, an overlap or an unreachable rule is refused, with a witness in words."""

import pytest

from macros.decisions.proofs.flaw import Flaw
from macros.decisions.proofs.idle_rules import idle_rules, redundant_rules
from macros.decisions.proofs.verify import ProofDisagreement
from macros.decisions.space.domain import Domain
from macros.decisions.tables.search import Search
from macros.decisions.tables.table import Axis, OutputColumn, Row, Table
from macros.records.decision import Aggregation, HitPolicy

from ..making import asked, example, outcomes, wrongs, yes_no

STOP_OR_GO = outcomes("stop", "go")


def table(policy: str, rules: str, inputs: str = yes_no("a", "b"), results: str = STOP_OR_GO, more: str = "") -> str:
    """A decision whose examples are made for it, so that only the table itself can be wrong."""
    return f"hit_policy: {policy}\n{inputs}rules:\n{rules}{results}{more}"


def rule(id: str, then: str, **when: str) -> str:
    cells = ", ".join(f"{key}: '{cell}'" for key, cell in when.items())
    return f"  - {{id: {id}, when: {{{cells}}}, then: {then}, because: it is so}}\n"


def table_problems(text: str) -> list[str]:
    text += "examples:\n" + example({"a": "yes", "b": "yes"}, "stop")
    return [wrong for wrong in wrongs(text) if "example" not in wrong]


def test_a_gap_is_found_with_its_witness() -> None:
    text = table("unique", rule("one", "stop", a="yes") + rule("two", "go", a="no", b="yes"))
    assert table_problems(text) == ["no rule for: a?: No, b?: No (1 combinations)"]


def test_a_gap_between_numbers_is_said_as_a_range() -> None:
    inputs = "inputs:\n" + asked("pain", "range: '[0..10]', short: pain")
    text = table("unique", rule("low", "go", pain="<= 3") + rule("high", "stop", pain="> 6"), inputs)
    text += "examples:\n" + example({"pain": 1}, "go") + example({"pain": 9}, "stop")
    assert wrongs(text) == ["no rule for: pain: 4 to 6 (3 combinations)"]


def test_a_default_fills_every_gap() -> None:
    text = table("unique", rule("one", "stop", a="yes", b="yes"), more="default: go\n")
    assert table_problems(text) == []


def test_an_overlap_under_unique_is_found_with_its_witness() -> None:
    text = table(
        "unique", rule("one", "stop", a="yes") + rule("two", "go", b="yes") + rule("rest", "go", a="no", b="no")
    )
    assert table_problems(text) == ["rules 'one' and 'two' both hold for: a?: Yes, b?: Yes"]


def test_a_conflict_under_any_is_found_and_agreement_is_not() -> None:
    agree = rule("one", "stop", a="yes") + rule("two", "stop", b="yes") + rule("rest", "go", a="no", b="no")
    assert table_problems(table("any", agree)) == []
    conflict = rule("one", "stop", a="yes") + rule("two", "go", b="yes") + rule("rest", "go", a="no", b="no")
    assert table_problems(table("any", conflict)) == [
        "rules 'one' and 'two' give different results for: a?: Yes, b?: Yes"
    ]


def test_a_masked_rule_names_the_rules_that_mask_it() -> None:
    text = table(
        "first",
        rule("one", "stop", a="yes") + rule("two", "go", a="no") + rule("never", "stop", b="yes"),
    )
    assert "rule 'never' can never be reached: 'one' and 'two' cover all of b?: Yes" in table_problems(text)


def test_a_rule_that_priority_always_passes_over_is_unreachable() -> None:
    text = table(
        "priority", rule("low", "go", a="yes") + rule("high", "stop", a="yes") + rule("rest", "go", a="no", b="-")
    )
    assert "rule 'low' can never be reached: 'high' covers all of a?: Yes" in table_problems(text)


def test_an_outcome_that_nothing_leads_to_is_found() -> None:
    text = table(
        "first", rule("one", "stop", a="yes", b="yes") + rule("rest", "go"), results=outcomes("stop", "go", "rest")
    )
    assert table_problems(text) == ["no combination of answers leads to the outcome 'rest'"]


def test_duplicate_and_subsumed_rules_are_found() -> None:
    twice = rule("one", "stop", a="yes") + rule("two", "stop", a="yes") + rule("rest", "go", a="no")
    assert "rule 'two' repeats rule 'one'" in table_problems(table("any", twice))
    inside = rule("wide", "stop", a="yes") + rule("narrow", "stop", a="yes", b="yes") + rule("rest", "go", a="no")
    assert "rule 'narrow' lies inside rule 'wide', which gives the same" in table_problems(table("any", inside))


def test_a_narrow_rule_on_top_counts_when_a_rule_between_differs() -> None:
    rules = rule("narrow", "stop", a="yes", b="yes") + rule("between", "go", b="yes") + rule("wide", "stop")
    assert table_problems(table("first", rules)) == []


def test_a_narrow_rule_on_top_of_a_wider_one_is_found_where_none_between_them_differs() -> None:
    same = rule("narrow", "stop", a="yes", b="yes") + rule("wide", "stop", a="yes") + rule("rest", "go", a="no")
    says = "rule 'narrow' lies inside rule 'wide', which gives the same"
    assert says in table_problems(table("first", same))
    assert says in table_problems(table("any", same))
    elsewhere = rule("narrow", "stop", a="yes", b="yes") + rule("other", "go", a="no") + rule("wide", "stop")
    assert says in table_problems(table("first", elsewhere))


def test_one_rule_between_that_differs_is_enough() -> None:
    rules = (
        rule("narrow", "stop", a="yes", b="yes")
        + rule("between", "go", a="yes")
        + rule("elsewhere", "go", a="no", b="no")
        + rule("wide", "stop")
    )
    assert not [wrong for wrong in table_problems(table("first", rules)) if "lies inside" in wrong]


def test_a_list_counts_a_rule_inside_another() -> None:
    rules = rule("wide", "stop", a="yes") + rule("narrow", "stop", a="yes", b="yes") + rule("rest", "go", a="no")
    assert not [wrong for wrong in table_problems(table("collect", rules)) if "lies inside" in wrong]


def test_an_input_that_never_matters_is_found() -> None:
    text = table("unique", rule("one", "stop", a="yes") + rule("two", "go", a="no"))
    assert table_problems(text) == ["the input 'b' never changes the result"]


def test_options_that_nothing_tells_apart_are_found() -> None:
    inputs = "inputs:\n" + asked("site", "options: {knee: Knee, hip: Hip, shin: Shin}")
    text = table("unique", rule("one", "stop", site="shin") + rule("two", "go", site="knee, hip"), inputs)
    text += "examples:\n" + example({"site": "knee"}, "go") + example({"site": "shin"}, "stop")
    assert wrongs(text) == ["'knee' and 'hip' always lead to the same result"]


def test_a_literal_outside_its_domain_is_refused_with_what_is_allowed() -> None:
    text = table("unique", rule("one", "stop", a="yess") + rule("two", "go", a="no"))
    assert "'yess' is not an answer to this input" in table_problems(text)


GUARDED = table("first", rule("one", "stop", a="yes") + rule("two", "stop", b="yes") + rule("rest", "go"))
SHOWN = (
    "examples:\n"
    + example({"a": "yes"}, "stop")
    + example({"a": "no", "b": "yes"}, "stop")
    + example({"a": "no", "b": "no"}, "go")
)


@pytest.mark.parametrize(
    ("promise", "broken"),
    [
        ("when: {a: yes}, always: [stop]", None),
        ("when: {a: yes}, never: [go]", None),
        ("monotone: {input: a, order: [no, yes]}", None),
        ("when: {a: no}, always: [stop]", "a?: No, b?: No: go"),
        ("when: {b: no}, never: [stop]", "a?: Yes, b?: No: stop"),
        ("monotone: {input: a, order: [yes, no]}", "b?: No: 'Yes' gives stop, 'No' gives go"),
    ],
)
def test_a_guarantee_holds_for_every_combination_or_shows_one_that_breaks_it(promise: str, broken: str | None) -> None:
    found = wrongs(f"{GUARDED}{SHOWN}guarantees:\n  - {{id: g, says: it holds, {promise}}}\n")
    if broken is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0].endswith(broken)


def test_a_guarantee_about_nothing_that_exists_is_refused() -> None:
    for promise in (
        "when: {c: yes}, always: [stop]",
        "when: {a: maybe}, always: [stop]",
        "never: [slow]",
        "monotone: {input: c, order: [no, yes]}",
        "monotone: {input: a, order: [no, maybe]}",
    ):
        assert len(wrongs(f"{GUARDED}{SHOWN}guarantees:\n  - {{id: g, says: it holds, {promise}}}\n")) == 1, promise


def test_every_rule_has_an_example_and_every_example_is_executed() -> None:
    assert wrongs(GUARDED + "examples:\n" + example({"a": "yes"}, "stop")) == [
        "no example shows the rule 'two'",
        "no example shows the rule 'rest'",
    ]
    wrong = SHOWN.replace("{a: no, b: no}, then: go", "{a: no, b: no}, then: stop")
    assert "the example gives go, not stop" in wrongs(GUARDED + wrong)
    assert "the example is not decided: it also needs b" in wrongs(GUARDED + SHOWN + example({"a": "no"}, "go"))
    assert "'c' is no question of this decision" in wrongs(GUARDED + SHOWN + example({"c": "no"}, "go"))
    assert "'maybe' is not an answer to 'a'" in wrongs(GUARDED + SHOWN + example({"a": "maybe"}, "go"))


TEXT = OutputColumn("text", "Text", ("stop", "go"), ("Stop", "Go"))


def of_several_boxes(policy: HitPolicy) -> Table:
    """In the flat form of a graph, a rule may hold several boxes: here 0 or 1, then 0 alone, with one result."""
    zero, one_ = (((0, 0),),), (((1, 1),),)
    rows = (Row("wide", (zero, one_), ("stop",)), Row("narrow", (zero,), ("stop",)))
    return Table("made", (Axis("n", "n", Domain("integer", 3)),), rows, policy, Aggregation.LIST, (TEXT,))


def found(policy: HitPolicy) -> list[Flaw]:
    made = of_several_boxes(policy)
    never, idle = idle_rules(made, Search(made))
    return [*never, *redundant_rules(made, Search(made), idle)[0]]


def test_a_rule_inside_one_box_of_another_is_found() -> None:
    wrong = [flaw.wrong for flaw in found(HitPolicy.ANY)]
    assert wrong == ["rule 'narrow' lies inside rule 'wide', which gives the same"]


def test_a_rule_behind_one_box_of_another_is_unreachable() -> None:
    wrong = [flaw.wrong for flaw in found(HitPolicy.FIRST)]
    assert wrong == ["rule 'narrow' can never be reached: 'wide' covers all of n: 0"]


LIMITS = "inputs:\n" + asked("pain", "range: '[0..9]', short: pain") + asked("new", "options: {no: No, yes: Yes}")


@pytest.mark.parametrize(
    ("rules", "wrong"),
    [
        (rule("much", "stop", pain="> 5") + rule("some", "ease", pain="[3..5]"), None),
        (rule("much", "stop", pain="> 4") + rule("some", "ease", pain="[3..5]"), ("some", 5, "'much' already does")),
        (rule("little", "go", pain="< 3") + rule("some", "ease", pain="[2..5]"), ("some", 2, "'little' already does")),
        (rule("much", "stop", pain="> 4", new="no") + rule("some", "ease", pain="[3..5]"), None),
        (
            rule("one", "stop", pain="> 4", new="no")
            + rule("two", "ease", pain="> 4", new="yes")
            + rule("some", "ease", pain="[3..5]"),
            ("some", 5, "'one' and 'two' already do"),
        ),
        # A cell that goes to the end of the range has no limit there.
        (rule("much", "stop", pain="> 5") + rule("some", "ease", pain=">= 3"), None),
        # From none to some is no limit that anyone moves.
        (rule("much", "stop", pain="> 0", new="no") + rule("some", "ease", pain="[1..5]"), None),
    ],
)
def test_a_limit_at_which_its_row_never_counts_is_refused(rules: str, wrong: tuple[str, int, str] | None) -> None:
    text = f"hit_policy: first\n{LIMITS}rules:\n{rules}{rule('rest', 'go')}{outcomes('stop', 'ease', 'go')}"
    said = [one for one in wrongs(text + "examples:\n" + example({"pain": 9}, "stop")) if "never counts" in one]
    expected = [f"rule '{wrong[0]}' never counts at {wrong[1]}: {wrong[2]} there"] if wrong else []
    assert said == expected


def test_a_rule_that_one_other_holds_is_told_with_that_one_alone() -> None:
    inputs = "inputs:\n" + asked("n", "range: '[0..9]'")
    rules = rule("some", "go", n="[0..3]") + rule("wide", "stop", n="[0..6]") + rule("never", "go", n="[2, 5]")
    text = table("first", rules.replace("[2, 5]", "2, 5") + rule("rest", "go"), inputs)
    found = wrongs(text + "examples:\n" + example({"n": 0}, "go") + example({"n": 5}, "stop") + example({"n": 9}, "go"))
    assert found == ["rule 'never' can never be reached: 'wide' covers all of n?: 2 or 5"]


def test_a_fault_in_the_search_for_gaps_is_noticed_by_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    text = table("unique", rule("one", "stop", a="yes") + rule("two", "go", a="no", b="yes"))
    monkeypatch.setattr("macros.decisions.proofs.verify.gap_boxes", lambda cover: [])
    with pytest.raises(ProofDisagreement, match="rules hold 3 of 4 combinations"):
        table_problems(text)
    assert table_problems(text.replace("unique", "first")) == []  # there rules may share what they hold
