"""Each pitfall fires on a sentence that falls into it, and not on a careful one; today's guide falls into none."""

from __future__ import annotations

import pytest

from macros.checks.pitfalls import PITFALLS, Pitfall, nothing_falls_into_a_pitfall
from macros.library import Library
from tests.render.making import library as library_of

from .changing import changed, said, with_record

# For each: a sentence that falls in, and one on the same subject that does not.
SENTENCES = {
    "no_risk_reduction_from_unadjusted_prevalence": (
        "Running cuts arthritis from 10.2 to 3.5 out of 100.",
        "Of recreational runners 3.5 out of 100 had it, of people who did not run 10.2.",
    ),
    "elite_figures_are_never_for_hobby_runners": (
        "About 13.3 out of 100 runners get arthritis.",
        "About 13.3 out of 100 elite runners had arthritis.",
    ),
    "running_is_never_said_to_protect_knees": (
        "Running protects your knees.",
        "This does not show that running protects knees.",
    ),
    "cartilage_is_never_built": ("Each run builds cartilage.", "A run squeezes cartilage a little."),
    "circulation_is_never_the_reason_joints_do_well": (
        "Better circulation brings food to your joints.",
        "We do not know whether better circulation feeds the joints.",
    ),
    "discs_are_never_strengthened": (
        "Running strengthens the discs of your spine.",
        "We do not know whether running strengthens the discs.",
    ),
    "weight_loss_multiples_are_never_for_running": (
        "Each kilo lost takes four kilos of load off the knee.",
        "A kilo lost is a kilo less to carry.",
    ),
    "no_single_correct_running_form": (
        "Learn the correct running form first.",
        "There is probably no one correct way to run.",
    ),
    "posture_is_never_the_cause_of_back_pain": (
        "Poor posture causes back pain.",
        "A link with posture is reported; nobody has shown that it causes back pain.",
    ),
    "running_is_never_said_to_prevent_fractures": (
        "Running prevents broken bones.",
        "We do not know whether running prevents broken bones.",
    ),
    "late_starts_are_never_blamed_for_the_spine": (
        "Starting after 50 weakens the spine.",
        "Late starters had less dense spines at one moment.",
    ),
    "one_old_vertebra_is_no_bone_gain": (
        "Runners have 40% more bone.",
        "Runners had about 40% more bone mineral in one vertebra.",
    ),
    "brisk_walking_is_no_time_limit": (
        "Walk briskly for at most 20 minutes a day.",
        "Keep impact at or below brisk walking, and aim for about 20 minutes a day.",
    ),
    "no_fifty_impacts": ("Do 50 impacts on most days.", "Moderate impact belongs to most days."),
    "no_heel_drops": ("Heel drops are good for hips.", "Hopping was tested in healthy men."),
    "vitamin_d_keeps_the_word_alone": (
        "Vitamin D does not prevent fractures.",
        "Vitamin D alone does not prevent fractures in adults not known to be short of it.",
    ),
    "no_frax_or_ost_scores": (
        "An OST below 2 is a reason to ask.",
        "The FRAX tool of the University of Sheffield is one that doctors use.",
    ),
    "a_scan_is_no_running_test": (
        "A bone scan shows whether you can run.",
        "A bone scan is not a fitness test for running.",
    ),
    "no_energy_availability_cutoffs": ("Eat more than 30 kcal per kilo.", "Eat enough for what you do."),
    "no_energy_questionnaire_scores": (
        "A LEAF-Q score of 8 is a warning.",
        "The LEAF-Q is a questionnaire for professionals.",
    ),
    "the_weekly_ten_percent_rule_is_never_sold_as_proven": (
        "Adding 10% a week keeps injuries away, and lowers the load.",
        "A plan that adds 10% a week probably prevents no more injuries.",
    ),
    "big_weekly_jumps_are_never_called_harmless": (
        "Weekly jumps are fine.",
        "This does not show that weekly jumps are fine.",
    ),
    "no_acwr_advice": (
        "Keep your ACWR between 0.8 and 1.3.",
        "This guide does not use the ACWR.",
    ),
    "couch_to_5k_is_never_called_tested": (
        "Couch to 5K has been tested for years.",
        "Couch to 5K takes bigger steps and has not been tested.",
    ),
    "stretching_is_never_said_to_prevent_injury": (
        "Stretching prevents injuries.",
        "Stretching has not been shown to prevent injuries.",
    ),
    "pain_limits_are_never_called_validated": (
        "These pain limits are validated.",
        "These pain limits are expert opinion.",
    ),
    "pain_zones_are_never_for_bone": (
        "With shin pain of 0 to 2 out of 10, carry on.",
        "Pain of 0 to 2 out of 10 is for muscle and joints, never for bone.",
    ),
    "soft_landings_and_shoes_absorb_nothing": (
        "Good shoes absorb the impact on your back.",
        "A softer version of one shoe probably meant fewer injuries.",
    ),
    "softer_shoes_are_never_for_heavier_runners": (
        "Softer shoes help heavy runners most, with fewer injuries in heavier people.",
        "Softer shoes meant fewer injuries, more clearly in lighter runners.",
    ),
    "no_shoe_life_in_miles": (
        "Replace your shoes every 500 miles.",
        "After 200 miles, the load on the knee in these shoes was the same.",
    ),
    "soft_ground_is_never_called_kinder": (
        "Grass is kinder to your knees.",
        "No study shows that grass is kinder to knees.",
    ),
    "no_promise_of_longer_life": (
        "Running adds years to your life.",
        "Running is linked with fewer deaths.",
    ),
    "running_never_replaces_medicine": (
        "Run instead of taking antidepressants.",
        "Do not stop taking your tablets because you run.",
    ),
    "both_return_rates_or_neither": (
        "After a hip replacement, 74 of 100 ran again.",
        "After a hip replacement, 74 of 100 ran again in small studies, and 12 of 100 in a large one.",
    ),
    "fewer_revisions_are_never_an_effect_of_activity": (
        "Being active lowers the number of revisions.",
        "Active patients had fewer revisions, but a bad hip makes people inactive, so that is not the reason.",
    ),
    "avoid_jogging_is_never_laid_on_mayo_or_cleveland": (
        "Mayo Clinic says to avoid jogging.",
        "Mayo Clinic names walking as its example.",
    ),
    "no_wording_of_the_parq_form": (
        "Has your doctor ever said that you have a heart condition, or PAR-Q+ question 1.",
        "The PAR-Q+ asks about your health.",
    ),
    "the_ottawa_rule_is_no_self_test": (
        "Use the Ottawa rule to see if you need an X-ray.",
        "The Ottawa rule is a tool for clinicians.",
    ),
    "elite_odds_are_never_for_hobby_runners": (
        "Runners have 3.3 times the odds of knee arthritis.",
        "Elite distance runners had 3.3 times the odds.",
    ),
    "cartilage_is_never_said_to_recover_within_hours": (
        "Your cartilage recovers within hours of a run.",
        "One scan marker in the knee recovered within about 90 minutes, less than two hours.",
    ),
    "running_with_arthritis_keeps_its_margin": (
        "People with arthritis who ran did not get worse.",
        "People with arthritis who ran did not get worse faster than others, but a modest harm cannot be excluded.",
    ),
    "osteopenia_is_never_a_disease": (
        "Osteopenia is a disease of half of all women over 50.",
        "Osteopenia is a label on a scan, not a disease.",
    ),
    "no_one_to_two_percent_of_new_bone": (
        "Load adds 1 to 2% of bone where it lands.",
        "Gains in bone are mostly a few percent at most.",
    ),
    "forearm_scans_are_named": (
        "Of the women who broke a bone, 82 out of 100 had a T-score above the line.",
        "Of the women who broke a bone, 82 out of 100 were above the line at heel, finger or forearm.",
    ),
    "vitamin_d_has_one_unit": ("Take 400 IU of vitamin D.", "The NHS names 10 micrograms of vitamin D a day."),
    "no_amount_of_alcohol_is_called_good": (
        "Up to 2 units of alcohol a day are harmless.",
        "More than about 2 units of alcohol a day are linked with more broken bones.",
    ),
    "running_is_never_said_to_prevent_falls": (
        "Running lowers the number of falls.",
        "Balance work lowers the number of falls; running was not tested.",
    ),
    "rare_harm_is_never_proof_of_none": (
        "Exercise is harmless for weak bones.",
        "Serious harm from exercise was probably rare in the studies.",
    ),
    "no_weight_targets": (
        "A body mass index below 18 is too low for running.",
        "With a body mass index over 30, more than 3 km in week one may bring more early injuries.",
    ),
    "injured_in_a_study_is_not_injured_in_a_year": (
        "About 40 out of 100 runners are injured each year.",
        "About 40 out of 100 runners may be injured while a study follows them.",
    ),
    "softness_is_measured_not_felt": (
        "Choose the shoe that feels softer.",
        "Comfort is a reasonable guide; the trial measured softness by machine.",
    ),
    "nobody_is_quoted_on_adverts_for_shoes": (
        "The type of shoe matters less than adverts suggest.",
        "No trial shows that adverts for shoes are right.",
    ),
    "a_warm_up_is_never_called_harmless": (
        "A warm-up is probably harmless.",
        "A warm-up may lower injuries in some sports.",
    ),
    "strength_work_is_never_sold_for_back_health": (
        "Strength training is good for back health.",
        "Strength training probably makes running cost less energy.",
    ),
    "no_hop_tests_at_home": ("Do ten hops to test your shin.", "Do not hop on it to test it."),
    "no_base_of_the_fifth_metatarsal": (
        "The base of the 5th metatarsal heals slowly.",
        "The fifth metatarsal heals slowly.",
    ),
    "walking_was_pooled_with_jogging_for_mood": (
        "Running eases depression.",
        "Walking or jogging may ease low mood in people with depression.",
    ),
    "time_alone_never_frees_an_operated_knee": (
        "At 12 weeks after an ACL operation you are ready to run.",
        "After an ACL operation, clinics may allow slow running at about 12 weeks.",
    ),
    "weeks_after_birth_are_opinion": (
        "Trials show that 12 weeks after birth is the right time.",
        "After birth, UK guidance usually says to wait about 12 weeks, which is expert opinion.",
    ),
    "covid_advice_carries_its_year": (
        "After covid-19, wait for seven days without symptoms.",
        "After covid-19, UK advice of 2021 was seven days without symptoms.",
    ),
    "chest_pain_is_never_waited_out": (
        "With chest pain, ring for help if it is not gone quickly.",
        "With chest pain in a run, even if it passes, do not run until a doctor has checked you.",
    ),
    "emergency_numbers_are_never_of_one_country": (
        "Call 999 at once.",
        "Call 999 (UK), 112 (EU), 911 (US and Canada) or your local number.",
    ),
    "no_clearance": ("Get medical clearance first.", "It is clear that walking needs no doctor's note."),
}
BY_NAME = {pitfall.name: pitfall for pitfall in PITFALLS}


def test_every_pitfall_is_tested_and_every_test_has_a_pitfall() -> None:
    assert set(SENTENCES) == set(BY_NAME)
    assert len(BY_NAME) == len(PITFALLS)


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda pitfall: pitfall.name)
def test_it_fires_on_a_sentence_that_falls_in_and_not_on_a_careful_one(pitfall: Pitfall) -> None:
    falls_in, careful = SENTENCES[pitfall.name]
    assert pitfall.holds_in(falls_in)
    assert not pitfall.holds_in(careful)


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda pitfall: pitfall.name)
def test_a_question_says_nothing(pitfall: Pitfall) -> None:
    assert not pitfall.holds_in(SENTENCES[pitfall.name][0].rstrip(".") + "?")


def test_todays_guide_falls_into_none(library: Library) -> None:
    assert list(nothing_falls_into_a_pitfall(library)) == []


def test_each_pitfall_is_found_in_the_data_and_named(library: Library) -> None:
    text = " ".join(f"A sentence before it. {falls_in}" for falls_in, _ in SENTENCES.values())
    found = "\n".join(said(nothing_falls_into_a_pitfall(changed(library, "terms", "osteoporosis", meaning=text))))
    assert [name for name in SENTENCES if name.replace("_", " ") not in found] == []


def test_a_pitfall_on_a_page_is_found_at_its_line(library: Library) -> None:
    page = library.pages["index.md"]
    body = "Fine so far.\n\n- It is 3.5 km. Stretching prevents injuries. {{ claim('stretching-injury') }}\n"
    other = type(page)(page.path, page.file, page.meta, body, 10, page.document)
    (problem,) = nothing_falls_into_a_pitfall(with_record(library, "pages", "index.md", other))
    assert (problem.place.file, problem.place.line) == ("docs/index.md", 12)
    assert problem.wrong.startswith("“Stretching prevents injuries.” falls into a pitfall: stretching is never said")


@pytest.mark.parametrize("pitfall", PITFALLS, ids=lambda pitfall: pitfall.name)
def test_a_sentence_over_several_lines_falls_in_all_the_same(pitfall: Pitfall) -> None:
    in_it, _ = SENTENCES[pitfall.name]
    first, *others = in_it.split(" ")
    body = f"# Words\n\nOne.\n\n- Two. {first}\n  " + "\n  ".join(others) + "\n"
    found = [
        problem
        for problem in nothing_falls_into_a_pitfall(library_of(pages={"a.md": body}))
        if pitfall.name.replace("_", " ") in problem.wrong
    ]
    assert [(problem.place.line, problem.place.column) for problem in found] == [(8 + 4, 8)]


def test_words_of_others_are_not_searched(library: Library) -> None:
    changed_myth = changed(library, "myths", "discs", why_people_think_so="Adverts say: running strengthens discs.")
    assert list(nothing_falls_into_a_pitfall(changed_myth)) == []
