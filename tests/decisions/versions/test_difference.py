"""What changed between two versions of a decision: exactly the combinations that trying them all would find."""

from __future__ import annotations

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.space.regions import Box, everything
from macros.decisions.versions.difference import compare
from macros.decisions.versions.shared_space import combinations

from ..guide import guide
from ..making import asked, compiled, example, one, outcomes, yes_no
from ..proofs.test_verify import rule, table


def walking(rules: str, *, inputs: str = yes_no("fracture", "falls", "back"), more: str = "") -> Compiled:
    text = table("first", rules, inputs, outcomes("walk", "balance", "run"))
    return one(text.replace("Walk,", "Walking first,") + more)


CALM = rule("fracture", "walk", fracture="yes") + rule("falls", "balance", falls="yes") + rule("rest", "run")
SHOWN = (
    "examples:\n"
    + example({"fracture": "yes"}, "walk")
    + example({"fracture": "no", "falls": "yes"}, "balance")
    + example({"fracture": "no", "falls": "no"}, "run")
)


def words(before: Compiled, after: Compiled) -> list[str]:
    return [change.words for change in compare(before, after).changed]


def pair(inputs: str = yes_no("fracture", "falls")) -> Compiled:
    return walking(CALM, inputs=inputs, more=SHOWN)


def test_a_changed_rule_is_said_as_the_answers_that_lead_elsewhere() -> None:
    bolder = CALM.replace("'yes'}, then: walk", "'yes', falls: 'yes'}, then: walk")
    after = walking(
        bolder,
        inputs=yes_no("fracture", "falls"),
        more="examples:\n"
        + example({"fracture": "yes", "falls": "yes"}, "walk")
        + example({"fracture": "no", "falls": "yes"}, "balance")
        + example({"falls": "no"}, "run"),
    )
    found = compare(pair(), after)
    assert [change.words for change in found.changed] == [
        "fracture?: Yes, falls?: No: Walking first → Run, 1 combination"
    ]
    assert (found.affected, found.combinations, found.questions) == (1, 4, ())
    assert words(after, after) == []


def test_a_new_question_is_taken_to_have_changed_nothing_before() -> None:
    inputs = yes_no("fracture", "falls", "back")
    after = walking(
        CALM.replace("rest, when: {}, then: run", "back, when: {back: 'yes'}, then: walk")
        + "  - {id: rest, when: {}, then: run, because: x}\n",
        inputs=inputs,
        more=SHOWN.replace("{fracture: no, falls: no}", "{fracture: no, falls: no, back: no}")
        + example({"fracture": "no", "falls": "no", "back": "yes"}, "walk"),
    )
    found = compare(pair(), after)
    assert found.questions == ("new question: back?",)
    assert words(pair(), after) == ["fracture?: No, falls?: No, back?: Yes: Run → Walking first, 1 combination"]
    assert compare(after, pair()).questions == ("question that is gone: back?",)


def test_a_new_answer_led_nowhere_before() -> None:
    inputs = "inputs:\n" + asked("fracture", "options: {no: No, yes: Yes, not-sure: {label: Not sure, as: yes}}")
    after = pair(inputs + asked("falls", "options: {no: No, yes: Yes}"))
    found = compare(pair(), after)
    assert found.questions == ("new answers to fracture?: Not sure",)
    assert [change.words for change in found.changed] == [
        "fracture?: Not sure: (no such answer) → Walking first, 2 combinations"
    ]
    assert [change.words for change in compare(after, pair()).changed] == [
        "fracture?: Not sure: Walking first → (no such answer), 2 combinations"
    ]
    assert compare(after, pair()).questions == ("answers that are gone to fracture?: Not sure",)


def test_an_answer_that_stands_for_another_one_now_is_a_change() -> None:
    options = "options: {no: No, yes: Yes, perhaps: {label: Perhaps, as: %s}}"
    falls = asked("falls", "options: {no: No, yes: Yes}")
    before, after = (pair("inputs:\n" + asked("fracture", options % answer) + falls) for answer in ("yes", "no"))
    assert words(before, after) == [
        "fracture?: Perhaps, falls?: No: Walking first → Run, 1 combination",
        "fracture?: Perhaps, falls?: Yes: Walking first → Balance, 1 combination",
    ]


def test_another_outcome_under_the_same_heading_is_told_apart_by_id() -> None:
    text = table(
        "first",
        CALM.replace("then: walk", "then: stroll"),
        yes_no("fracture", "falls"),
        outcomes("stroll", "balance", "run"),
    )
    after = one(text.replace("Stroll,", "Walking first,") + SHOWN.replace("then: walk", "then: stroll"))
    assert words(pair(), after) == ["fracture?: Yes: Walking first (walk) → Walking first (stroll), 2 combinations"]


def extras(arthritis: str) -> Compiled:
    return one(
        "hit_policy: collect\n"
        + yes_no("knee", "back")
        + "rules:\n"
        + rule("one", "joint", knee=arthritis)
        + rule("two", "spine", back="yes")
        + outcomes("joint", "spine")
        + "examples:\n"
        + f"  - {{given: {{knee: '{arthritis}', back: yes}}, then: [joint, spine]}}\n"
    )


def test_of_a_list_only_what_came_and_what_went_is_said() -> None:
    before, after = extras("yes"), extras("no")
    found = compare(before, after)
    assert [change.words for change in found.changed] == [
        "knee?: No: now also Joint, 2 combinations",
        "knee?: Yes: no longer Joint, 2 combinations",
    ]
    assert found.affected == 4


RUN = """hit_policy: unique
inputs:
  - {id: longest, ask: Longest?, why: w, short: longest, range: "[0..%d]"}
  - {id: planned, ask: Planned?, why: w, short: planned, range: "[1..20]"}
  - {id: jump, short: jump, value: "planned * 100 // max(longest, 1)", range: "[4..2000]"}
rules:
  - {id: over, when: {jump: "> %d"}, then: over, because: b}
  - {id: within, when: {jump: "<= %d"}, then: within, because: b}
outcomes:
  over: {urgency: care, heading: Over, means: m}
  within: {urgency: start, heading: Within, means: m}
examples:
  - {given: {longest: 2, planned: 20}, then: over}
  - {given: {longest: 10, planned: 5}, then: within}
"""


def test_of_a_derived_value_only_answers_that_can_give_it_are_counted() -> None:
    before, after = one(RUN % (20, 110, 110)), one(RUN % (20, 130, 130))
    number = sum(110 < planned * 100 // max(longest, 1) <= 130 for longest in range(21) for planned in range(1, 21))
    assert words(before, after) == [f"jump: 111 to 130: Over → Within, {number} combinations"]
    # No two distances of up to 20 stand in a proportion of 104 to 100.
    assert words(one(RUN % (20, 104, 104)), one(RUN % (20, 103, 103))) == []


def test_a_wider_range_has_answers_that_were_none() -> None:
    found = compare(one(RUN % (20, 110, 110)), one(RUN % (21, 110, 110)))
    assert found.questions == ("new answers to longest: 21",)
    assert sum(change.combinations for change in found.changed) == found.affected == 20
    assert found.combinations == 22 * 20


def test_numbers_in_steps_meet_in_the_steps_of_both() -> None:
    def stepped(low: int, high: int) -> Compiled:
        inputs = "inputs:\n" + asked("n", f"range: '[{low}..{high}]', step: 3, short: n")
        shown = "examples:\n" + example({"n": low}, "stop") + example({"n": high}, "go")
        return one(table("first", rule("one", "stop", n="<= 7") + rule("rest", "go"), inputs) + shown)

    found = compare(stepped(1, 10), stepped(4, 16))
    assert found.combinations == len(range(1, 17, 3))
    assert found.questions == ("new answers to n: 13 or more", "answers that are gone to n: 1")


def test_another_expression_is_another_value() -> None:
    before, after = one(RUN % (20, 110, 110)), one((RUN % (20, 110, 110)).replace("max(longest, 1)", "max(longest, 2)"))
    found = compare(before, after)
    assert found.questions == ("new value: jump", "value that is gone: jump (as it was)")
    tried_by_hand = sum(
        (planned * 100 // max(longest, 1) > 110) != (planned * 100 // max(longest, 2) > 110)
        for longest in range(21)
        for planned in range(1, 21)
    )
    assert found.affected == tried_by_hand == 2


def test_a_number_in_another_scale_is_another_question() -> None:
    before = one(RUN % (20, 110, 110))
    after = one(
        (RUN % (20, 110, 110))
        .replace('range: "[0..20]"', 'range: "[0..20]", scale: 10')
        .replace("[4..2000]", "[0..2000]")
        .replace("2, planned", "0.2, planned")
    )
    found = compare(before, after)
    assert found.questions == (
        "new question: longest",
        "question that is gone: longest (as it was)",
        "new value: jump",
        "value that is gone: jump (as it was)",
    )
    assert found.combinations == 21 * 201 * 20


def test_the_guides_own_decisions_do_not_differ_from_themselves() -> None:
    assert guide()
    for decision in guide().values():
        found = compare(decision, decision)
        assert (found.changed, found.affected, found.questions) == ((), 0, ())
        assert found.combinations == decision.combinations


def test_a_change_reaches_the_decisions_that_require_it() -> None:
    first = table("first", rule("one", "stop", a="yes") + rule("rest", "go"), yes_no("a"))
    shown = "examples:\n" + example({"a": "%s"}, "stop") + example({"a": "%s"}, "go")
    second = (
        "hit_policy: unique\ninputs:\n  - {id: step, decision: safe}\n"
        + "rules:\n"
        + rule("halt", "halt", step="stop")
        + rule("run", "run", step="go")
        + outcomes("halt", "run")
        + "examples:\n"
        + example({"a": "%s"}, "halt")
        + example({"a": "%s"}, "run")
    )
    old = compiled(safe=first + shown % ("yes", "no"), test=second % ("yes", "no"))["test"]
    turned = first.replace("{a: 'yes'}", "{a: 'no'}") + shown % ("no", "yes")
    new = compiled(safe=turned, test=second % ("no", "yes"))["test"]
    assert words(old, new) == ["a?: No: Run → Halt, 1 combination", "a?: Yes: Halt → Run, 1 combination"]


def test_combinations_of_an_impossible_value_are_none() -> None:
    found = compare(one(RUN % (20, 110, 110)), one(RUN % (20, 110, 110)))
    axes = found.axes
    everywhere = tuple(everything(axis.domain.size) for axis in axes)
    assert combinations(everywhere, axes) == 21 * 20
    jump = next(place for place, axis in enumerate(axes) if axis.tree)
    impossible: Box = (*everywhere[:jump], ((1994, 1994),), *everywhere[jump + 1 :])
    assert combinations(impossible, axes) == 0
