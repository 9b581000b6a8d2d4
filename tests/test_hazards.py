"""Each hazard of the log has a test here that carries its number and shows that its main control is in place."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.checks.scope import texts_in
from macros.decisions.diagram.compiled import Compiled
from macros.decisions.diagram.path import Decided, Undecided, decide
from macros.decisions.tables.evaluate import first_values
from macros.export.planner import STEPS_BACK, step_back
from macros.library import Library
from macros.records import CareLevel, Hazard, Reviewed

RUNS = {
    "start-walk-run",
    "run-with-arthritis",
    "watch-the-joint",
    "back-walking-first",
    "strength-and-walk-run",
    "calm-joints-first",
    "staged-impact",
}
RUNNING_PLANS = {"short-runs", "gentler-start", "couch-to-5k"}


def outcomes(decision: Compiled, **answers: str | int) -> set[str]:
    """Every outcome that is still possible with these answers, whatever else is answered."""
    result = decide(decision, {id.replace("_", "-"): answer for id, answer in answers.items()})
    possible = (result.outcome,) if isinstance(result, Decided) else result.possible
    return {str(value) for outcome in possible for value in first_values(outcome, decision.table.many)}


@pytest.fixture
def route(library: Library) -> Compiled:
    return library.compiled["route-finder"]


@pytest.fixture
def sore(library: Library) -> Compiled:
    return library.compiled["sore-today"]


def card_text(library: Library, id: str) -> str:
    card = library.care_cards[id]
    return " ".join((card.heading, *(library.signs[id].says for id in card.signs), card.action)).lower()


def signs(decision: Compiled, question: str) -> set[str]:
    return {sign.id for sign in decision.questions[question].signs}


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h01_a_spine_fracture_never_leads_to_jogging(route: Compiled, answer: str) -> None:
    assert not outcomes(route, spine=answer) & RUNS


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h02_bone_pain_is_never_run_through(route: Compiled, sore: Compiled, answer: str) -> None:
    assert not outcomes(route, bone_pain=answer) & RUNS
    assert outcomes(sore, bone_pain=answer) == {"emergency-now", "help-today", "get-checked"}
    assert [*sore.questions].index("bone-pain") < [*sore.questions].index("during"), (
        "site and type come before the number"
    )


def test_h03_a_hot_swollen_joint_gets_help_today(library: Library, route: Compiled) -> None:
    assert {"hot-joint", "fever-and-sore"} <= signs(route, "urgent")
    assert "hot-joint-emergency" in signs(route, "emergency")
    assert library.care_cards["hot-joint"].level is not CareLevel.APPOINTMENT


def test_h03_the_card_for_a_hot_joint_stands_on_every_page_about_joints(library: Library) -> None:
    about_joints = {path for path in library.pages if path.startswith(("joints/", "both/"))}
    about_backs = {"joints/back-who-to-see.md", "joints/running-and-your-back.md"}
    after_a_run = {"do/sore-today.md", "do/walk-run-planner.md", "do/pain-diary.md", "do/compare-options.md"}
    assert about_joints > about_backs and after_a_run
    for path in (about_joints - about_backs) | after_a_run:
        page = library.pages[path]
        cards = {call.argument for call in page.calls if call.macro == "care_card"}
        assert "hot-joint" in cards or page.meta.type == "about", path  # how a tool works, without advice


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h04_emergency_signs_come_before_everything(library: Library, route: Compiled, answer: str) -> None:
    assert next(iter(route.questions)) == "emergency"
    assert outcomes(route, emergency=answer) == {"emergency-now"}
    assert "chest pain" in card_text(library, "emergency")


def test_h05_cauda_equina_signs_are_an_emergency(library: Library, route: Compiled) -> None:
    assert {"numb-or-bladder", "legs-newly-weak"} <= signs(route, "emergency")
    for id in ("emergency", "back-emergency"):
        assert {"numb-or-bladder", "numb-between-legs"} & set(library.care_cards[id].signs)


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h06_low_energy_never_leads_to_a_run(library: Library, route: Compiled, answer: str) -> None:
    ladder = library.compiled["plan-ladder"]
    routes = outcomes(route, energy=answer)
    assert "fuel-first" in routes
    assert not routes & RUNS
    assert not any(outcomes(ladder, route=id) & RUNNING_PLANS for id in routes)


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h07_someone_who_falls_trains_balance_first(route: Compiled, answer: str) -> None:
    assert not outcomes(route, falls=answer) & RUNS


def test_h08_everything_dated_says_when_it_is_looked_at_again(library: Library) -> None:
    for kind in ("claims", "care_cards", "hazards", "decisions", "checklists"):
        records = [record for record in library.kind(kind).values() if isinstance(record, Reviewed)]
        assert len(records) == len(library.kind(kind)) > 0
        assert all(record.review_due > record.reviewed for record in records)
    assert all(page.meta.review_due > page.meta.reviewed for page in library.pages.values())


def test_h09_the_tool_gets_the_very_table_that_is_proved(library: Library) -> None:
    from macros.export.browser import table_data

    assert library.compiled
    for decision in library.compiled.values():
        exported: Any = table_data(decision)
        assert [rule["boxes"] for rule in exported["rules"]] == [row.boxes for row in decision.table.rows]
        assert [rule["gives"] for rule in exported["rules"]] == [row.gives for row in decision.table.rows]


def test_h10_every_step_that_forbids_begins_with_do_not(library: Library) -> None:
    forbidding = re.compile(r"^(don't|never|avoid|no )\b", re.IGNORECASE)
    assert any(outcome.do for decision in library.decisions.values() for outcome in decision.outcomes.values())
    for decision in library.decisions.values():
        for outcome in decision.outcomes.values():
            assert not [step for step in outcome.do if forbidding.match(step)]


def test_h11_no_result_says_that_anybody_is_safe(library: Library) -> None:
    promise = re.compile(r"\b(safe to|you can run|cleared|no risk|all clear)\b", re.IGNORECASE)
    assert library.decisions and all(any(texts_in(decision)) for decision in library.decisions.values())
    for decision in library.decisions.values():
        assert not [text for _, text in texts_in(decision) if promise.search(text)]


def test_h12_the_privacy_page_says_what_the_tools_keep(library: Library) -> None:
    # That the tools do as the page says is shown in tests/browser.
    privacy = library.pages["about/privacy.md"].body
    assert "No answer is saved until you ask for it." in privacy
    assert "A share link holds your answers." in privacy


def test_h13_guidance_and_numbers_name_their_country(library: Library, route: Compiled) -> None:
    assert {"UK", "EU", "US"} <= set(
        re.findall(
            r"\b(UK|EU|US)\b", library.care_cards["emergency"].action + str(route.record.outcomes["emergency-now"].do)
        )
    )
    assert "UK guidance" in route.record.outcomes["staged-impact"].means


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h14_people_outside_the_research_are_not_advised_to_run(route: Compiled, answer: str) -> None:
    assert not outcomes(route, outside=answer) & RUNS
    assert {"under-18", "pregnant", "cancer-in-bone", "recent-break-or-operation"} <= signs(route, "outside")


def test_h15_a_changed_rule_needs_a_new_version(library: Library) -> None:
    assert library.compiled
    for decision in library.compiled.values():
        assert decision.record.history[-1].fingerprint == decision.fingerprint


def test_h16_signs_of_a_clot_need_help_the_same_day(library: Library, route: Compiled, sore: Compiled) -> None:
    for named in (signs(route, "urgent"), signs(sore, "warning-signs"), library.care_cards["clot"].signs):
        assert "swollen-calf" in named


def test_h17_no_weight_target_and_no_calorie_figure_anywhere(library: Library) -> None:
    figure = re.compile(
        r"\b\d[\d,.]*\s*(k?cal|kilocal|calories|kilojoule|kJ)\b|\btarget weight\b|\bideal weight\b", re.I
    )
    for kind in ("claims", "care_cards", "decisions", "checklists"):
        for id, record in library.kind(kind).items():
            assert not [text for _, text in texts_in(record) if figure.search(text)], id
    assert not [page.path for page in library.pages.values() if figure.search(page.body)]


def test_h18_signs_of_a_silent_spine_fracture_count_as_one(route: Compiled) -> None:
    assert {"lost-height", "new-stoop", "middle-back-pain", "long-term-steroids"} <= signs(route, "spine")


def test_h19_a_new_thigh_ache_on_bone_medicines_needs_help_and_the_medicine_goes_on(
    library: Library, route: Compiled
) -> None:
    assert "ache-on-bone-medicine" in signs(route, "urgent")
    assert "Do not stop a bone medicine on your own." in route.record.outcomes["help-today"].do
    assert "do not stop" in card_text(library, "thigh-bone-medicine")


def test_h20_groin_pain_is_not_run_or_walked_through(route: Compiled, sore: Compiled) -> None:
    assert "groin-pain-on-running" in signs(route, "urgent")
    assert "groin" in sore.questions["bone-pain"].ask.lower()
    steps = sore.record.outcomes["get-checked"].do
    assert any("Do not run or walk through it" in step for step in steps)
    assert any("hop" in step for step in steps)


def test_h21_a_child_with_a_limp_gets_help_today(library: Library, route: Compiled, sore: Compiled) -> None:
    assert "child-with-limp" in signs(route, "urgent")
    assert "under-18" in signs(sore, "outside")
    assert "child" in card_text(library, "same-day")


def test_h22_brisk_walking_limits_impact_not_time(library: Library, route: Compiled) -> None:
    outcome = route.record.outcomes["walking-level"]
    assert "limit for impact, not for time" in outcome.means
    assert any("target" in step for step in outcome.do)
    limit = re.compile(r"(no more than|at most|up to|maximum of) (about )?20 min", re.IGNORECASE)
    for kind in ("claims", "decisions", "checklists", "care_cards"):
        for id, record in library.kind(kind).items():
            assert not [text for _, text in texts_in(record) if limit.search(text)], id
    assert not [page.path for page in library.pages.values() if limit.search(page.body)]


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_h23_a_run_that_needed_a_painkiller_gets_no_traffic_light(sore: Compiled, answer: str) -> None:
    assert "painkiller-to-run" in signs(sore, "outside")
    assert not outcomes(sore, outside=answer) & {"carry-on", "ease-off", "stop"}


def test_h24_no_session_after_a_sore_one_is_longer(library: Library) -> None:
    following = library.compiled["plan-next-session"]
    assert outcomes(following, sign="yes") == {"emergency-now", "be-seen"}
    assert outcomes(following, emergency="no", sign="bone") == {"be-checked"}
    assert "worse as a run goes on" in following.questions["sign"].hints["bone"]
    assert "go-on" not in outcomes(following, felt="red") | outcomes(following, felt="amber")
    for plan in library.plans.values():
        for at, session in enumerate(plan.sessions):
            for steps in STEPS_BACK:
                lower = step_back(plan, at, steps)
                if lower is not None:
                    assert plan.sessions[lower].running <= session.running, (plan.id, at)
                    assert plan.sessions[lower].unbroken <= session.unbroken, (plan.id, at)
                    assert session.running or plan.sessions[lower].minutes <= session.minutes, (plan.id, at)


def test_h25_the_diary_stands_below_the_cards_and_draws_no_limit(library: Library, root: Path) -> None:
    # That it says the same whatever is written is shown in tests/browser/doing/pain_diary/test_writing.py.
    body = library.pages["do/pain-diary.md"].body
    cards = [body.index(f'care_card("{id}")') for id in ("emergency", "bone-pain")]
    assert max(cards) < body.index("pain_diary()") < body.index("#sore-today-table")
    chart = (root / "overrides/assets/scripts/tools/pain-diary.chart.js").read_text(encoding="utf-8")
    assert "for (const value of [0, 5, 10])" in chart
    assert "Decisions" not in (root / "overrides/assets/scripts/tools/pain-diary.js").read_text(encoding="utf-8")


def test_h26_a_comparison_stands_below_the_cards_and_each_choice_has_both_sides(library: Library) -> None:
    body = library.pages["do/compare-options.md"].body
    cards = [body.index(f'care_card("{id}")') for id in ("emergency", "hot-joint", "bone-pain")]
    assert max(cards) < body.index('options("sore-knee")')
    for grid in library.options.values():
        assert all(option.good and option.bad and option.unknown for option in grid.options)
        assert any(option.id == "no-change" for option in grid.options)


def test_h27_the_summary_says_that_nobody_checked_it(root: Path) -> None:
    # That it repeats answers as they were given is shown in tests/browser/doing/test_appointment_summary.py.
    sheet = (root / "macros/render/doing/templates/appointment_summary.html").read_text(encoding="utf-8")
    assert "No professional has checked it." in sheet
    assert "Decisions" not in (root / "overrides/assets/scripts/tools/appointment-summary.js").read_text(
        encoding="utf-8"
    )


def test_every_hazard_has_a_test_here(library: Library) -> None:
    tested = {name[5:8].upper() for name in dir(sys.modules[__name__]) if re.match(r"test_h\d\d_", name)}
    assert tested == set(library.hazards)


def test_a_hazard_with_a_remaining_risk_of_three_says_why_it_is_accepted(library: Library) -> None:
    hazards: list[Hazard] = list(library.hazards.values())
    assert all(hazard.accepted_because for hazard in hazards if hazard.after.risk == 3)


def test_an_open_run_is_never_called_decided(route: Compiled) -> None:
    assert isinstance(decide(route, {"emergency": "no"}), Undecided)
