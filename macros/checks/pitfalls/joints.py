"""Pitfalls about knees, hips and back."""

from __future__ import annotations

from .pitfall import Pitfall, both, does, unless, words

_ELITE = unless(r"\b(elite|competitive|professional)\b")

JOINTS = (
    Pitfall(
        "counts_of_two_groups_are_an_effect_of_running",
        ("3.5",),
        both(r"\b10(\.2)?\b", r"\b((cut|lower|reduc|halv|drop|prevent|protect)\w*|falls?|fell|third)\b"),
        "these are counts in groups that differ in more than running: give them side by side, as counts",
    ),
    Pitfall(
        "figures_of_elite_runners_are_for_everyone",
        ("13.3",),
        words(r"\b(you|your|runners|running)\b"),
        "say that the figure is for elite runners, and that it does not describe people who run for fun",
        unless=_ELITE,
    ),
    Pitfall(
        "running_protects_knees",
        ("running", "jogging"),
        does("protect|shield|spar|is good for", "knees?|hips?|joints?|cartilage|arthritis", who="running|jogging"),
        "people who run differ in other ways: say what was counted, and that it does not show that running protects",
    ),
    Pitfall(
        "cartilage_is_built",
        ("cartilage",),
        words(r"\b(re)?(build|built|gr[eo]w|thicken|strengthen|repair|heal)\w*"),
        "say what one scan marker did, and over what time",
    ),
    Pitfall(
        "circulation_feeds_joints",
        ("circulation", "blood flow"),
        does("feed|fed|nourish|bring|improv|keep|kept|maintain|help", "joints?|cartilage|knees?"),
        "say that no trial tested it",
    ),
    Pitfall(
        "discs_are_strengthened",
        ("disc", "disk"),
        both(
            r"\bdis[ck]s?\b",
            r"\b((strengthen|nourish|thicken|grow)\w*|stronger|buil[dt]\w*|thicker|healthier|grew)\b",
        ),
        "say 'no sign of harm': the scans were taken at one moment",
    ),
    Pitfall(
        "a_kilo_lost_takes_four_off_the_knee",
        ("kilo", "kg", "pound"),
        words(r"\b(four|4)\b.{0,30}\b(kilos?|kilograms?|kg|pounds?|times)\b.{0,60}\b(knees?|load|force)\b"),
        "leave it out: it was measured in walking",
    ),
    Pitfall(
        "one_running_form_is_correct",
        ("form", "technique", "style", "gait", "way to run"),
        words(
            r"\b(correct|proper|perfect|ideal)\b (running )?(form|technique|style|gait|way to run)",
            parts="correct|proper|perfect|ideal",
        ),
        "say that there is no one correct way to run; offer one change, only if it eases pain",
        unless=unless(r"\bno (one|single)\b"),
    ),
    Pitfall(
        "posture_causes_back_pain",
        ("posture", "slouch", "weak core"),
        does("caus|lead|bring|result", "pain"),
        "say that a link is reported, and that nobody has shown it to be the cause",
    ),
    Pitfall(
        "odds_of_elite_runners_are_for_everyone",
        ("3.3",),
        words(r"\b3\.3\b.{0,20}\b(times|odds|ratio|as likely)\b"),
        "say that the figure is for elite distance runners",
        unless=_ELITE,
    ),
    Pitfall(
        "cartilage_recovers_within_hours",
        ("cartilage", "joint", "knee"),
        does("recover|bounce|back to normal", "hours?|overnight|next day"),
        "say that one scan marker was back at its start within about 90 minutes, in small studies",
        unless=unless(r"\bmarker\b"),
    ),
    Pitfall(
        "running_with_arthritis_does_no_harm",
        ("arthritis", "x-ray"),
        both(
            r"\b(run|runs|running|runners|ran)\b",
            r"\b(do|does|did)( not|n['’]t) (get worse|worsen)\b|(\bnot|n['’]t) (be )?made? worse\b",
        ),
        "say 'may not have got worse faster than people who did not run, but a modest harm cannot be excluded'",
        unless=unless(r"\bfaster\b"),
    ),
)
