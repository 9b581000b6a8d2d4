"""Pitfalls about knees, hips and back."""

from __future__ import annotations

from .pitfall import Pitfall, both, words

JOINTS = (
    Pitfall(
        "no_risk_reduction_from_unadjusted_prevalence",
        ("3.5",),
        words(
            r"^(?=.*\b10(\.2)?\b)(?=.*\b(cuts?|lowers?|reduc\w+|halv\w+|drops?|falls?|prevents?|protect\w*|third)\b)"
        ),
        "these are counts in groups that differ in more than running: give them side by side, as counts",
    ),
    Pitfall(
        "elite_figures_are_never_for_hobby_runners",
        ("13.3",),
        words(r"\b(you|your|runners|running)\b"),
        "say that the figure is for elite runners, and that it does not describe people who run for fun",
        unless=words(r"\b(elite|competitive|professional)\b"),
    ),
    Pitfall(
        "running_is_never_said_to_protect_knees",
        ("running",),
        words(
            r"\b(protects?|shields?|is protective|is good for)\b.{0,30}\b(knees?|hips?|joints?|cartilage|arthritis)\b"
        ),
        "people who run differ in other ways: say what was counted, and that it does not show that running protects",
    ),
    Pitfall(
        "cartilage_is_never_built",
        ("cartilage",),
        words(r"\b(builds?|grows?|regrows?|thickens?|strengthens?|rebuilds?|repairs?|heals?)\b"),
        "say what one scan marker did, and over what time",
    ),
    Pitfall(
        "circulation_is_never_the_reason_joints_do_well",
        ("circulation", "blood flow"),
        words(
            r"\b(feeds?|nourish\w*|brings?|improves?|keeps?|maintains?|helps?)\b.{0,40}\b(joints?|cartilage|knees?)\b"
        ),
        "say that no trial tested it",
    ),
    Pitfall(
        "discs_are_never_strengthened",
        ("disc", "disk"),
        both(
            r"\b(discs?|disks?)\b",
            r"\b(strengthen\w*|stronger|build\w*|nourish\w*|thicken\w*|thicker|healthier|grow\w*)\b",
        ),
        "say 'no sign of harm': the scans were taken at one moment",
    ),
    Pitfall(
        "weight_loss_multiples_are_never_for_running",
        ("kilo", "kg", "pound"),
        words(r"\b(four|4)\b.{0,30}\b(kilos?|kilograms?|kg|pounds?|times)\b.{0,60}\b(knees?|load|force)\b"),
        "leave it out: it was measured in walking",
    ),
    Pitfall(
        "no_single_correct_running_form",
        ("form", "technique", "style", "gait", "way to run"),
        words(r"\b(correct|proper|perfect|ideal)\b (running )?(form|technique|style|gait|way to run)"),
        "say that there is no one correct way to run; offer one change, only if it eases pain",
    ),
    Pitfall(
        "posture_is_never_the_cause_of_back_pain",
        ("posture", "slouch", "weak core"),
        words(r"\b(causes?|leads? to|brings? on|results? in)\b.{0,30}\b(back pain|pain)\b"),
        "say that a link is reported, and that nobody has shown it to be the cause",
    ),
    Pitfall(
        "elite_odds_are_never_for_hobby_runners",
        ("3.3",),
        words(r"\b3\.3\b.{0,20}\b(times|odds|ratio|as likely)\b"),
        "say that the figure is for elite distance runners",
        unless=words(r"\b(elite|competitive|professional)\b"),
    ),
    Pitfall(
        "cartilage_is_never_said_to_recover_within_hours",
        ("cartilage", "joint", "knee"),
        words(r"\b(recovers?|recovered|bounces? back|back to normal)\b.{0,30}\b(hours?|overnight|next day)\b"),
        "say that one scan marker was back at its start within about 90 minutes, in small studies",
        unless=words(r"\bmarker\b"),
    ),
    Pitfall(
        "running_with_arthritis_keeps_its_margin",
        ("arthritis", "x-ray"),
        both(r"\b(run|runs|running|runners|ran)\b", r"\b(did not|didn['’]t|do not|don['’]t) (get worse|worsen)\b"),
        "say 'may not have got worse faster than people who did not run, but a modest harm cannot be excluded'",
        unless=words(r"\bfaster\b"),
    ),
)
