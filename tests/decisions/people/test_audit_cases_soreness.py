"""Described people of the second audit, taken through the tables on soreness, and the pages and ladders beside them.

A case gives a sign in words that a table may use. Whichever question asks about it, "yes" and "not sure" lead to help
as fast as the evidence says, whatever else is answered.
"""

from __future__ import annotations

import re

import pytest

from macros.checks.scope import texts_in
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, decide
from macros.decisions.tables.evaluate import first_values
from macros.library import Library
from macros.records.decision import Urgency

SORENESS = ("sore-today", "plan-next-session", "back-who-to-see", "knee-who-to-see", "shoes-what-to-try")
AFTER_A_RUN = ("sore-today", "plan-next-session")
NO_HELP_SOONER = {Urgency.NOW, Urgency.TODAY}


def possible(table: Compiled, **answers: str | int) -> set[str]:
    """Every outcome that is still possible with these answers, whatever else is answered."""
    result = decide(table, {id.replace("_", "-"): answer for id, answer in answers.items()})
    outcomes = (result.outcome,) if isinstance(result, Decided) else result.possible
    return {str(value) for one in outcomes for value in first_values(one, table.table.many)}


def urgencies(table: Compiled, **answers: str | int) -> set[Urgency]:
    return {table.record.outcomes[id].urgency for id in possible(table, **answers)}


def asked_in(table: Compiled, words: str) -> list[tuple[str, str]]:
    """The answers, as question and option, that somebody gives to whom a sign in these words applies."""
    found = [
        (id, "yes")
        for id, question in table.questions.items()
        if any(re.search(words, sign.ask, re.IGNORECASE) for sign in question.signs)
    ]
    hinted = [
        (id, option)
        for id, question in table.questions.items()
        for option, hint in question.hints.items()
        if re.search(words, hint, re.IGNORECASE)
    ]
    return found + hinted


@pytest.mark.parametrize("id", SORENESS)
@pytest.mark.parametrize(
    "sign",
    [
        r"numb.*(between|genitals|bottom)",
        r"(bladder|urine)",
        r"both legs.*weak|weak.*both legs",
    ],
)
def test_signs_of_squeezed_nerves_are_an_emergency_in_every_table(library: Library, id: str, sign: str) -> None:
    table = library.compiled[id]
    answers = asked_in(table, sign)
    assert answers, f"{id} does not ask about {sign}"
    for question, answer in answers:
        assert urgencies(table, **{question: answer}) == {Urgency.NOW}
        if "not-sure" in table.questions[question].options:
            assert urgencies(table, **{question: "not-sure"}) == {Urgency.NOW}


@pytest.mark.parametrize("id", AFTER_A_RUN)
def test_a_sexual_change_with_back_pain_is_an_emergency(library: Library, id: str) -> None:
    table = library.compiled[id]
    ((question, answer),) = asked_in(table, "sexual")
    assert possible(table, **{question: answer}) == {"emergency-now"}
    assert table.record.outcomes["emergency-now"].care_card == "emergency"
    assert next(iter(table.questions)) == question, "it comes before the question of what is for today"


@pytest.mark.parametrize("id", SORENESS)
def test_a_foot_that_drops_is_for_today(library: Library, id: str) -> None:
    table = library.compiled[id]
    answers = asked_in(table, r"foot (that )?drops")
    assert answers
    assert all(urgencies(table, **{question: answer}) <= NO_HELP_SOONER for question, answer in answers)


@pytest.mark.parametrize("id", SORENESS)
def test_an_ache_of_both_thighs_on_a_bone_medicine_is_for_today(library: Library, id: str) -> None:
    table = library.compiled[id]
    answers = asked_in(table, r"(?=.*bone medicine|.*bone\s+medicine)(?=.*both)")
    assert answers
    assert all(urgencies(table, **{question: answer}) <= NO_HELP_SOONER for question, answer in answers)


@pytest.mark.parametrize(("id", "question"), [("sore-today", "morning"), ("plan-next-session", "felt")])
def test_the_exemption_for_muscle_ache_leaves_out_who_takes_a_bone_medicine(
    library: Library, id: str, question: str
) -> None:
    exemption = library.compiled[id].questions[question].help
    assert "dull ache" in exemption
    assert "not for anyone who takes or took a bone medicine" in exemption


@pytest.mark.parametrize("id", ["sore-today", "plan-next-session", "shoes-what-to-try"])
@pytest.mark.parametrize("sign", [r"snap or pop at the heel", r"warm, red or swollen foot", r"blood thinner"])
def test_a_snap_a_numb_foot_and_a_bleed_are_for_today(library: Library, id: str, sign: str) -> None:
    table = library.compiled[id]
    answers = asked_in(table, sign)
    assert answers
    assert all(urgencies(table, **{question: answer}) <= NO_HELP_SOONER for question, answer in answers)


def test_a_knee_that_bleeds_is_for_today(library: Library) -> None:
    table = library.compiled["knee-who-to-see"]
    ((question, answer),) = asked_in(table, "blood thinner")
    assert urgencies(table, **{question: answer}) <= NO_HELP_SOONER


@pytest.mark.parametrize(
    ("id", "outcome"),
    [
        ("sore-today", "help-today"),
        ("plan-next-session", "be-seen"),
        ("knee-who-to-see", "hot-joint-today"),
        ("knee-who-to-see", "ask-the-team"),
        ("shoes-what-to-try", "get-checked"),
    ],
)
def test_a_hot_joint_goes_straight_to_a_hospital_for_the_same_reasons(library: Library, id: str, outcome: str) -> None:
    steps = library.decisions[id].outcomes[outcome].do
    (step,) = (one for one in steps if "straight to a hospital" in one)
    for reason in ("unwell or shivery", "replaced joint", "lately injected", "weak immune system"):
        assert reason in step


@pytest.mark.parametrize("card", ["same-day", "hot-joint", "knee-injury"])
def test_the_cards_know_the_same_reasons_for_a_hospital(library: Library, card: str) -> None:
    record = library.care_cards[card]
    text = " ".join((*(library.signs[id].says for id in record.signs), record.action))
    for reason in ("unwell", "replace", "injected", "immune system is weak"):
        assert reason in text


def test_nobody_runs_with_a_fever(library: Library) -> None:
    sore, after = (library.compiled[id] for id in AFTER_A_RUN)
    runs = {"carry-on", "wait", "ease-off", "stop", "go-on", "repeat", "rest-and-go-back", "go-back"}
    assert not possible(sore, ill="yes") & runs
    assert possible(after, emergency="no", sign="no", felt="ill") == {"rest-until-well"}


def test_a_fever_with_a_sore_or_swollen_joint_is_for_today(library: Library) -> None:
    for id in (*AFTER_A_RUN, "knee-who-to-see"):
        table = library.compiled[id]
        answers = asked_in(table, r"fever.*(sore|joint)|sore or swollen joint, and you feel hot, shivery")
        assert answers, id
        assert all(urgencies(table, **{question: answer}) <= NO_HELP_SOONER for question, answer in answers)
    assert possible(library.compiled["sore-today"], warning_signs="swollen", ill="yes") <= {
        "emergency-now",
        "help-today",
    }


@pytest.mark.parametrize("id", SORENESS[2:])
def test_under_18_is_asked_and_never_left_to_care_alone(library: Library, id: str) -> None:
    """A boy of 14 with a sore knee and no limp."""
    table = library.compiled[id]
    (question,) = (
        one
        for one, asked in table.questions.items()
        if "under 18" in " ".join((asked.ask, *(sign.ask for sign in asked.signs))).lower()
    )
    assert urgencies(table, **{question: "yes"}) <= NO_HELP_SOONER | {Urgency.APPOINTMENT}


@pytest.mark.parametrize("path", ["do/long-run-check.md", "do/sore-today.md", "do/shoes-what-to-try.md"])
def test_tools_say_that_they_are_not_for_anyone_under_18(library: Library, path: str) -> None:
    assert "not for anyone under 18" in library.pages[path].body


@pytest.mark.parametrize("id", ["sore-today", "knee-who-to-see", "shoes-what-to-try"])
def test_a_crash_after_effort_is_asked_about_and_not_given_a_plan(library: Library, id: str) -> None:
    table = library.compiled[id]
    ((question, answer),) = asked_in(table, "ME/CFS")
    assert urgencies(table, **{question: answer}) <= NO_HELP_SOONER | {Urgency.APPOINTMENT}
    for plan in library.plans.values():
        assert any("ME/CFS" in line for line in plan.not_for), plan.id


def test_painkillers_on_most_days_get_no_colour(library: Library) -> None:
    sore, after = (library.compiled[id] for id in AFTER_A_RUN)
    ((question, answer),) = asked_in(sore, "most days")
    assert not possible(sore, **{question: answer}) & {"carry-on", "wait", "ease-off", "stop"}
    assert "most days" in after.questions["felt"].options["painkiller"]


@pytest.mark.parametrize("id", [*SORENESS, "plan-ladder", "route-finder"])
def test_back_pain_over_50_is_for_today_when_it_is_sudden(library: Library, id: str) -> None:
    texts = [text for _, text in texts_in(library.decisions[id]) if "over 50" in text and "back" in text.lower()]
    assert all(re.search(r"sudden", text, re.IGNORECASE) for text in texts)
    assert not [text for text in texts if "new or sudden" in text]


def test_an_eating_disorder_is_named_with_help_in_five_countries(library: Library) -> None:
    card = library.care_cards["low-energy"]
    assert any("eating disorder" in library.signs[id].says for id in card.signs)
    for body in ("Beat (UK)", "Bodywhys (Ireland)", "(US)", "NEDIC (Canada)", "Butterfly (Australia)"):
        assert body in card.action
        assert body in library.pages["bones/food-energy-periods-hormones.md"].body
    for words in ("the same day", "cannot eat", "chest symptoms", "stop hard training"):
        assert words in card.action
    assert any("eating disorder" in library.signs[id].says for id in library.care_cards["same-day"].signs)


def test_what_explains_missing_periods_is_no_sign_of_low_energy(library: Library) -> None:
    lists = library.checklists
    texts = (
        library.care_cards["low-energy"].action,
        library.pages["bones/food-energy-periods-hormones.md"].body,
        *(text for _, text in texts_in(lists["food-and-energy-check-in"]) if "3 months" in text),
        *(text for _, text in texts_in(lists["bone-health-prompts"]) if "Experts ask about few periods" in text),
    )
    assert len(texts) == 4
    for text in texts:
        for reason in ("hormonal coil", "hysterectomy", "breastfeeding", "menopause"):
            assert reason in text


def test_a_broken_hip_gets_one_answer_on_the_pages(library: Library) -> None:
    for page in ("bones/after-a-spine-fracture.md", "bones/running-with-osteoporosis.md"):
        (line,) = (
            one for one in library.pages[page].body.splitlines() if re.search(r"\*\*One (broken )?hip or pelvis", one)
        )
        assert "ask first. Do not start to run on your own." in line
