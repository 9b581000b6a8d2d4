"""For each pitfall sentences that fall in and careful ones that do not; words that are missed easily, and denials."""

from __future__ import annotations

# For each: a sentence that falls in, and one on the same subject that does not.
SENTENCES = {
    "counts_of_two_groups_are_an_effect_of_running": (
        "Running cuts arthritis from 10.2 to 3.5 out of 100.",
        "Of recreational runners 3.5 out of 100 had it, of people who did not run 10.2.",
    ),
    "figures_of_elite_runners_are_for_everyone": (
        "About 13.3 out of 100 runners get arthritis.",
        "About 13.3 out of 100 elite runners had arthritis.",
    ),
    "running_protects_knees": (
        "Running protects your knees.",
        "This does not show that running protects knees.",
    ),
    "cartilage_is_built": ("Each run builds cartilage.", "A run squeezes cartilage a little."),
    "circulation_feeds_joints": (
        "Better circulation brings food to your joints.",
        "We do not know whether better circulation feeds the joints.",
    ),
    "discs_are_strengthened": (
        "Running strengthens the discs of your spine.",
        "We do not know whether running strengthens the discs.",
    ),
    "a_kilo_lost_takes_four_off_the_knee": (
        "Each kilo lost takes four kilos of load off the knee.",
        "A kilo lost is a kilo less to carry.",
    ),
    "one_running_form_is_correct": (
        "Learn the correct running form first.",
        "There is probably no one correct way to run.",
    ),
    "posture_causes_back_pain": (
        "Poor posture causes back pain.",
        "A link with posture is reported; nobody has shown that it causes back pain.",
    ),
    "running_prevents_fractures": (
        "Running prevents broken bones.",
        "We do not know whether running prevents broken bones.",
    ),
    "a_late_start_harms_the_spine": (
        "Starting after 50 weakens the spine.",
        "Late starters had less dense spines at one moment.",
    ),
    "runners_have_40_percent_more_bone": (
        "Runners have 40% more bone.",
        "Runners had about 40% more bone mineral in one vertebra.",
    ),
    "brisk_walking_has_a_time_limit": (
        "Walk briskly for at most 20 minutes a day.",
        "Keep impact at or below brisk walking, and aim for about 20 minutes a day.",
    ),
    "fifty_impacts_a_day": ("Do 50 impacts on most days.", "Moderate impact belongs to most days."),
    "heel_drops_help": ("Heel drops are good for hips.", "Hopping was tested in healthy men."),
    "vitamin_d_does_nothing": (
        "Vitamin D does not prevent fractures.",
        "Vitamin D alone does not prevent fractures in adults not known to be short of it.",
    ),
    "a_bone_score_is_given": (
        "An OST below 2 is a reason to ask.",
        "The FRAX tool of the University of Sheffield is one that doctors use.",
    ),
    "a_scan_clears_a_runner": (
        "A bone scan shows whether you can run.",
        "A bone scan is not a fitness test for running.",
    ),
    "calories_or_fat_have_a_number": ("Eat more than 30 kcal per kilo.", "Eat enough for what you do."),
    "a_questionnaire_is_scored": (
        "A LEAF-Q score of 8 is a warning.",
        "The LEAF-Q is a questionnaire for professionals.",
    ),
    "ten_percent_a_week_is_proven": (
        "Adding 10% a week keeps injuries away, and lowers the load.",
        "A plan that adds 10% a week probably prevents no more injuries.",
    ),
    "weekly_jumps_are_harmless": (
        "Weekly jumps are fine.",
        "This does not show that weekly jumps are fine.",
    ),
    "a_workload_ratio_steers": (
        "Keep your ACWR between 0.8 and 1.3.",
        "This guide does not use the ACWR.",
    ),
    "couch_to_5k_is_tested": (
        "Couch to 5K has been tested for years.",
        "Couch to 5K takes bigger steps and has not been tested.",
    ),
    "stretching_prevents_injury": (
        "Stretching prevents injuries.",
        "Stretching has not been shown to prevent injuries.",
    ),
    "pain_limits_are_validated": (
        "These pain limits are validated.",
        "These pain limits are expert opinion.",
    ),
    "bone_pain_has_a_number": (
        "With shin pain of 0 to 2 out of 10, carry on.",
        "Pain of 0 to 2 out of 10 is for muscle and joints, never for bone.",
    ),
    "shoes_absorb_impact": (
        "Good shoes absorb the impact on your back.",
        "A softer version of one shoe probably meant fewer injuries.",
    ),
    "softer_shoes_are_for_heavier_runners": (
        "Softer shoes help heavy runners most, with fewer injuries in heavier people.",
        "Softer shoes meant fewer injuries, more clearly in lighter runners.",
    ),
    "shoes_last_so_many_miles": (
        "Replace your shoes every 500 miles.",
        "After 200 miles, the load on the knee in these shoes was the same.",
    ),
    "soft_ground_is_kinder": (
        "Grass is kinder to your knees.",
        "No study shows that grass is kinder to knees.",
    ),
    "running_makes_life_longer": (
        "Running adds years to your life.",
        "Running is linked with fewer deaths.",
    ),
    "running_replaces_medicine": (
        "Run instead of taking antidepressants.",
        "Do not stop taking your tablets because you run.",
    ),
    "most_run_after_a_replacement": (
        "After a hip replacement, 74 of 100 ran again.",
        "After a hip replacement, 74 of 100 ran again in small studies, and 12 of 100 in a large one.",
    ),
    "activity_prevents_revisions": (
        "Being active lowers the number of revisions.",
        "Active patients had fewer revisions, but a bad hip makes people inactive, so that is not the reason.",
    ),
    "a_clinic_says_to_avoid_jogging": (
        "Mayo Clinic says to avoid jogging.",
        "Mayo Clinic names walking as its example.",
    ),
    "a_form_is_copied": (
        "Has your doctor ever said that you have a heart condition, or PAR-Q+ question 1.",
        "The PAR-Q+ asks about your health.",
    ),
    "the_ottawa_rule_is_for_readers": (
        "Use the Ottawa rule to see if you need an X-ray.",
        "The Ottawa rule is a tool for clinicians.",
    ),
    "odds_of_elite_runners_are_for_everyone": (
        "Runners have 3.3 times the odds of knee arthritis.",
        "Elite distance runners had 3.3 times the odds.",
    ),
    "cartilage_recovers_within_hours": (
        "Your cartilage recovers within hours of a run.",
        "One scan marker in the knee recovered within about 90 minutes, less than two hours.",
    ),
    "running_with_arthritis_does_no_harm": (
        "People with arthritis who ran did not get worse.",
        "People with arthritis who ran did not get worse faster than others, but a modest harm cannot be excluded.",
    ),
    "osteopenia_is_a_disease": (
        "Osteopenia is a disease of half of all women over 50.",
        "Osteopenia is a label on a scan, not a disease.",
    ),
    "bone_grows_by_1_to_2_percent": (
        "Load adds 1 to 2% of bone where it lands.",
        "Gains in bone are mostly a few percent at most.",
    ),
    "forearm_scans_are_any_scans": (
        "Of the women who broke a bone, 82 out of 100 had a T-score above the line.",
        "Of the women who broke a bone, 82 out of 100 were above the line at heel, finger or forearm.",
    ),
    "vitamin_d_has_a_second_unit": ("Take 400 IU of vitamin D.", "The NHS names 10 micrograms of vitamin D a day."),
    "some_alcohol_is_good": (
        "Up to 2 units of alcohol a day are harmless.",
        "More than about 2 units of alcohol a day are linked with more broken bones.",
    ),
    "running_prevents_falls": (
        "Running lowers the number of falls.",
        "Balance work lowers the number of falls; running was not tested.",
    ),
    "exercise_does_no_harm": (
        "Exercise is harmless for weak bones.",
        "Serious harm from exercise was probably rare in the studies.",
    ),
    "a_weight_is_a_target": (
        "A body mass index below 18 is too low for running.",
        "With a body mass index over 30, more than 3 km in week one may bring more early injuries.",
    ),
    "forty_of_100_are_injured_in_a_year": (
        "About 40 out of 100 runners are injured each year.",
        "About 40 out of 100 runners may be injured while a study follows them.",
    ),
    "softness_is_felt": (
        "Choose the shoe that feels softer.",
        "Comfort is a reasonable guide; the trial measured softness by machine.",
    ),
    "somebody_is_quoted_on_adverts_for_shoes": (
        "The type of shoe matters less than adverts suggest.",
        "No trial shows that adverts for shoes are right.",
    ),
    "a_warm_up_is_harmless": (
        "A warm-up is probably harmless.",
        "A warm-up may lower injuries in some sports.",
    ),
    "strength_work_prevents_back_pain": (
        "Strength training is good for back health.",
        "Strength training probably makes running cost less energy.",
    ),
    "a_hop_test_at_home": ("Do ten hops to test your shin.", "Do not hop on it to test it."),
    "the_base_of_the_fifth_metatarsal": (
        "The base of the 5th metatarsal heals slowly.",
        "The fifth metatarsal heals slowly.",
    ),
    "running_alone_lifts_mood": (
        "Running eases depression.",
        "Walking or jogging may ease low mood in people with depression.",
    ),
    "weeks_free_an_operated_knee": (
        "At 12 weeks after an ACL operation you are ready to run.",
        "After an ACL operation, clinics may allow slow running at about 12 weeks.",
    ),
    "weeks_after_birth_are_proven": (
        "Trials show that 12 weeks after birth is the right time.",
        "After birth, UK guidance usually says to wait about 12 weeks, which is expert opinion.",
    ),
    "covid_advice_is_of_today": (
        "After covid-19, wait for seven days without symptoms.",
        "After covid-19, UK advice of 2021 was seven days without symptoms.",
    ),
    "chest_pain_can_wait": (
        "With chest pain, ring for help if it is not gone quickly.",
        "With chest pain in a run, even if it passes, do not run until a doctor has checked you.",
    ),
    "one_country_has_the_emergency_number": (
        "Call 999 at once.",
        "Call 999 (UK), 112 (EU), 911 (US and Canada) or your local number.",
    ),
    "a_doctor_gives_clearance": ("Get medical clearance first.", "It is clear that walking needs no doctor's note."),
}


# What patterns missed: passives, and words that only sound like a "not".
FOUND_TOO = [
    ("weekly_jumps_are_harmless", "Weekly jumps are no problem."),
    ("weekly_jumps_are_harmless", "A big rise in one week does no harm."),
    ("exercise_does_no_harm", "Running is no problem for weak bones."),
    ("exercise_does_no_harm", "Impact does no harm to bones."),
    ("weeks_free_an_operated_knee", "Three months after surgery it is no problem to run."),
    ("running_protects_knees", "Knees are protected by running."),
    ("running_protects_knees", "There is no doubt that running protects the knees."),
    ("running_protects_knees", "Nobody doubts that running protects knees."),
    ("running_protects_knees", "It cannot be denied that running protects knees."),
    ("running_protects_knees", "Running not only protects knees."),
    ("running_protects_knees", "It does not hurt, and running protects your knees."),
    ("running_protects_knees", "If it does not hurt, running protects your knees."),
    ("running_protects_knees", "It is not hard, running protects your knees."),
    ("running_protects_knees", "This was not tested in hips, but running protects knees."),
    ("cartilage_is_built", "Cartilage is built by each run."),
    ("circulation_feeds_joints", "Your joints are fed by better circulation."),
    ("discs_are_strengthened", "By running, discs are built up."),
    ("posture_causes_back_pain", "Back pain is often caused by poor posture."),
    ("running_prevents_fractures", "Fractures are prevented by running."),
    ("running_prevents_fractures", "Not everyone knows it, but running cuts the number of fractures."),
    ("a_late_start_harms_the_spine", "The spine is weakened by starting late."),
    ("vitamin_d_does_nothing", "Fractures were not prevented by vitamin D."),
    ("some_alcohol_is_good", "Bones are strengthened by wine."),
    ("some_alcohol_is_good", "Up to 2 units of alcohol are no problem."),
    ("running_prevents_falls", "Falls are prevented by walking."),
    ("running_makes_life_longer", "Life is lengthened by running."),
    ("running_replaces_medicine", "Your tablets can be replaced by runs, so tablets are often left out."),
    ("activity_prevents_revisions", "Revisions are prevented by being active."),
    ("running_alone_lifts_mood", "Depression is eased by running."),
    ("ten_percent_a_week_is_proven", "Injuries are prevented by adding 10% a week."),
    ("stretching_prevents_injury", "Injuries are prevented by stretching."),
    ("stretching_prevents_injury", "Without doubt stretching prevents injuries."),
    ("shoes_absorb_impact", "Impact is soaked up by good shoes."),
    ("softer_shoes_are_for_heavier_runners", "Heavier runners are helped most by softer shoes."),
    ("soft_ground_is_kinder", "On grass, knees are protected."),
    ("strength_work_prevents_back_pain", "Back pain is prevented by strength work."),
    ("couch_to_5k_is_tested", "Injuries are prevented by Couch to 5K."),
    ("a_clinic_says_to_avoid_jogging", "Jogging is best avoided, says Mayo Clinic."),
    ("a_warm_up_is_harmless", "A warm-up is no problem."),
    ("chest_pain_can_wait", "Chest pain after a run is no problem."),
]


# A "not" in the clause of the words denies them, wherever the other clauses go.
DENIED = [
    ("running_protects_knees", "Running does not protect knees."),
    ("running_protects_knees", "Knees are not protected by running."),
    ("running_protects_knees", "No study shows that running protects knees, but it is pleasant."),
    ("running_protects_knees", "It is pleasant, but nobody knows whether running protects knees."),
    ("running_protects_knees", "We never write “running protects your knees”."),
    ("running_prevents_fractures", "Fractures were not prevented by running."),
    ("stretching_prevents_injury", "None of these shows that stretching prevents injuries."),
    ("weekly_jumps_are_harmless", "It isn’t shown that weekly jumps are no problem."),
]
