"""Where a row reads a number, words that name another one are refused: its own, its claims', and those of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest

from macros.checks import Check
from macros.checks.doing import thresholds
from macros.checks.doing.numbers import Numbers
from macros.decisions.compiling.compiling import compile_decisions
from macros.decisions.space.domain import Domain
from macros.decisions.tables.table import Axis
from macros.library import Library
from macros.records import Claim, Decision, Problem
from macros.records.files.reading import Origin, parse_yaml
from tests.decisions.making import TAIL, asked, outcomes
from tests.render.making import HERE, claim, library, made_page, source

CHECKS: list[Check] = [
    thresholds.the_words_of_a_row_say_where_it_begins_and_ends,
    thresholds.a_claim_of_a_row_says_where_it_begins_and_ends,
    thresholds.no_words_name_a_number_that_is_no_limit,
    thresholds.every_way_to_say_a_limit_is_still_needed,
]
MUCH = "More than 5 out of 10 is too much"
SOME = "3 to 5 out of 10 means less"
PAGE = "Stop above 5 out of 10, and ease off from 3 out of 10. None is 0 out of 10."
OURS = "Our table: 0 to 2 carry on, 3 to 5 ease off, above 5 stop. It is for adults over 50 too."


def guide(
    *,
    much: str = "> 5",
    some: str = "[3..5]",
    because: tuple[str, str] = (MUCH, SOME),
    page: str = PAGE,
    ours: str = OURS,
    hint: str = "Over 5 out of 10",
    more: str = "",
    promise: str = "Over 2 out of 10 never goes on",
) -> Library:
    """A guide with one table of pain, a claim that it rests on, and a page."""
    text = (
        "hit_policy: first\ninputs:\n"
        + asked("pain", f"range: '[0..10]', unit: out of 10{more}")
        + asked("red", f"options: {{no: No, yes: {{label: Yes, hint: '{hint}'}}}}")
        + "rules:\n"
        + "  - {id: red, when: {red: yes}, then: stop, because: 'It is red, at 7 days'}\n"
        + f"  - {{id: much, when: {{pain: '{much}'}}, then: stop, because: '{because[0]}', claims: [ours]}}\n"
        + f"  - {{id: some, when: {{pain: '{some}'}}, then: ease, because: '{because[1]}', claims: [ours]}}\n"
        + "  - {id: rest, then: go, because: x}\n"
        + outcomes("stop", "ease", "go")
        + f"guarantees: [{{id: g, says: {promise}, when: {{pain: '> 2'}}, never: [go]}}]\n"
        + "examples: [{given: {red: yes}, then: stop}]\n"
    )
    rule: Claim = claim("ours", kind="our-rule", statement=ours, certainty="very-low")
    return with_decision(library(rule, source(), pages={HERE: page}), text)


def with_decision(made: Library, text: str) -> Library:
    document = parse_yaml(text + TAIL, "test.yml")
    record = Decision.model_validate({"id": "test", **document.value})
    compiled, _ = compile_decisions({"test": record}, lambda _, *at: document.place(at))
    assert compiled
    return replace(
        made,
        decisions=MappingProxyType({"test": record}),
        compiled=MappingProxyType(compiled),
        origins=MappingProxyType({**made.origins, ("decisions", "test"): Origin(document, ())}),
    )


def found(made: Library) -> Iterator[Problem]:
    return (problem for check in CHECKS for problem in check(made))


def wrongs(made: Library) -> list[str]:
    return [problem.wrong for problem in found(made)]


def test_words_that_name_the_limits_are_right() -> None:
    assert wrongs(guide()) == []
    also = guide(
        because=("6 out of 10 or more is too much", "At least 3, and at most 5 out of 10"), hint="above 5 out of 10"
    )
    assert wrongs(also) == []


def test_a_moved_threshold_is_refused_with_all_the_other_words_that_name_the_old_one() -> None:
    problems = list(found(guide(much="> 4", some="[3..4]")))
    (much,) = [problem for problem in problems if problem.wrong.startswith("'More than")]
    assert much.wrong == "'More than 5 out of 10' is no limit of 'much', whose condition says: more than 4 out of 10"
    assert much.place.line == 7
    assert f"docs/{HERE}:8:6" in much.fix
    assert "test.yml:4:78" in much.fix  # the hint
    wrong = [problem.wrong for problem in problems]
    assert any(one.startswith("'3 to 5 out of 10' is no limit of 'some'") for one in wrong)
    assert "'3 to 5' is no limit of the rows that rest on this: much, some" in wrong
    assert "'above 5' is no limit of the rows that rest on this: much, some" in wrong
    assert wrong.count("'above 5 out of 10' is no limit of any table") == 1
    assert wrong.count("'Over 5 out of 10' is no limit of any table") == 1
    assert not any(one.startswith("no claim") for one in wrong), "what is wrong in the claim is said once"


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"because": ("Too much", SOME)}, "the words of 'much' do not name its limit: more than 5 out of 10"),
        ({"because": (MUCH, "From 3 out of 10")}, "the words of 'some' do not name its limit: up to 5 out of 10"),
        ({"because": ("5 out of 10 or more", SOME)}, "'5 out of 10 or more' is no limit of 'much'"),
        ({"promise": "Over 3 out of 10 never goes on"}, "'Over 3 out of 10' is no limit of 'g'"),
        ({"promise": "Pain never goes on"}, "the words of 'g' do not name its limit: more than 2 out of 10"),
        ({"page": "Ease off from 4 out of 10."}, "'from 4 out of 10' is no limit of any table"),
        ({"page": "Never 12 out of 10."}, "'12 out of 10' is no limit of any table"),
        ({"ours": "Our table: ease off from 3."}, "no claim of 'much' names its limit: more than 5 out of 10"),
        ({"ours": "Our table: ease off from 3 to 6."}, "'from 3 to 6' is no limit of the rows that rest on this"),
        ({"more": ", said: {7: [seven]}"}, "no row begins or ends at 7"),
        ({"more": ", no_limits: [{says: 4 out of 10, because: x}]"}, "no words need the exception '4 out of 10'"),
    ],
)
def test_words_that_do_not_fit_are_refused(changes: dict[str, str], wrong: str) -> None:
    assert any(one.startswith(wrong) for one in wrongs(guide(**changes)))  # type: ignore[arg-type]


def test_an_exception_with_its_reason_is_accepted_while_it_is_needed() -> None:
    page = "In one study it fell to 4 out of 10."
    assert wrongs(guide(page=page)) == ["'4 out of 10' is no limit of any table"]
    assert wrongs(guide(page=page, more=", no_limits: [{says: 4 out of 10, because: A study}]")) == []


JUMP = (
    "hit_policy: first\ninputs:\n"
    + asked("far", "range: '[1..100]', unit: km")
    + asked("before", "range: '[1..100]', unit: km")
    + "  - {id: jump, short: Jump, value: far * 100 // before, range: '[1..10000]', unit: '%%', said: {%s}}\n"
    + "rules:\n"
    + "  - {id: twice, when: {jump: '> 200'}, then: stop, because: '%s'}\n"
    + "  - {id: rest, then: go, because: x}\n"
    + outcomes("stop", "go")
    + "examples: [{given: {far: 9, before: 1}, then: stop}]\n"
)


@pytest.mark.parametrize(
    ("said", "because", "wrong"),
    [
        ("200: [twice, '100']", "A run more than twice as long", []),
        ("200: [twice, '100']", "A run over 100% longer, in the last 30 days", []),
        (
            "200: ['100']",
            "A run more than twice as long",
            ["the words of 'twice' do not name its limit: more than 200 %"],
        ),
        ("200: [twice], 150: [half]", "A run more than twice as long", ["no row begins or ends at 150"]),
    ],
)
def test_a_limit_can_be_named_in_words_of_its_own(said: str, because: str, wrong: list[str]) -> None:
    assert wrongs(with_decision(library(source()), JUMP % (said, because))) == wrong


PAIN = Numbers(Axis("pain", "Pain", Domain("integer", 11, unit="out of 10")), {})
KM = Numbers(Axis("far", "Far", Domain("integer", 21, low=0, step=5, unit="km", scale=10)), {})


@pytest.mark.parametrize(
    ("numbers", "text", "lines"),
    [
        (PAIN, "more than 5 out of 10", [{5}]),
        (PAIN, "no more than 5 out of 10", [{5}]),
        (PAIN, "5 out of 10 or less", [{5}]),
        (PAIN, "5 out of 10 or more", [{4}]),
        (PAIN, "less than 5 out of 10", [{4}]),
        (PAIN, "at least 5 out of 10", [{4}]),
        (PAIN, "3 to 5 out of 10", [{2}, {5}]),
        (PAIN, "between 3 and 5 out of 10", [{2}, {5}]),
        (PAIN, "2 or 5 out of 10", [{1, 2}, {4, 5}]),
        (PAIN, "5 out of 10", [{4, 5}]),
        (PAIN, "0 to 10 out of 10", [{-1}, {10}]),
        (PAIN, "11 out of 10", [set()]),
        (PAIN, "over 3 weeks, 5 of 10 people, 3 to 5 runs, 7 and 8 without a word", []),
        (PAIN, "15 out of 100 people", []),
        (KM, "more than 2.5 km", [{5}]),
        (KM, "up to 2.4 km", [set()]),
    ],
)
def test_what_a_sentence_says_is_read_as_a_line(numbers: Numbers, text: str, lines: list[set[int]]) -> None:
    assert [set(line) for mention in numbers.mentions(text) for line in mention.lines] == lines


@pytest.mark.parametrize("check", CHECKS)
def test_todays_library_keeps_to_it(library: Library, check: Check) -> None:
    assert list(check(library)) == []


@pytest.mark.parametrize(("pages", "more"), [(6, ""), (7, ""), (8, " and 1 more"), (9, " and 2 more")])
def test_of_many_other_words_eight_are_named(pages: int, more: str) -> None:
    made = guide(much="> 4", some="[3..4]", hint="x", page="x", ours=OURS.replace("above 5", "above 4"))
    told = {f"{at}.md": made_page(f"{at}.md", "Stop above 5 out of 10.") for at in range(pages)}
    problems = found(replace(made, pages=MappingProxyType(told)))
    (much,) = [problem for problem in problems if problem.wrong.startswith("'More than")]
    named, _, rest = much.fix.partition(" and ")
    assert named.count(":8:") == min(pages + 1, 8)  # the pages, and the row that says 3 to 5
    assert rest == more.removeprefix(" and ")
