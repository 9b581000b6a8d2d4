"""Pitfalls about bones, scans and falls."""

from __future__ import annotations

import re

from .pitfall import NOTHING, Pitfall, both, words

BONES = (
    Pitfall(
        "running_is_never_said_to_prevent_fractures",
        ("running", "jogging"),
        words(r"\b(prevents?|cuts?|lowers?|reduces?|avoids?)\b.{0,30}\b(fractures?|broken bones?|breaks)\b"),
        "say that we do not know: no trial has tested it",
    ),
    Pitfall(
        "late_starts_are_never_blamed_for_the_spine",
        ("spine",),
        words(r"\b(running|starting)\b.{0,40}\b(harms?|damages?|weakens?|thins?|lowers)\b.{0,30}\bspines?\b"),
        "say that their spines were less dense at one moment, and that this does not show the cause",
    ),
    Pitfall(
        "one_old_vertebra_is_no_bone_gain",
        ("40",),
        both(r"\b40 ?(%|percent|per cent)", r"\b(bone|density|mineral|denser)\b"),
        "say that it was one vertebra, by an old scan, in volunteers",
        unless=words(r"\bvertebra\b"),
    ),
    Pitfall(
        "brisk_walking_is_no_time_limit",
        ("20", "twenty"),
        words(
            r"\b(no (more|longer) than|at most|up to|only|limit(ed)?( of| to)?|maximum( of)?|not (more|longer) than"
            r"|ceiling( of)?|cap(ped)?( of| at)?|within)\b.{0,20}\b(20|twenty)[ -]min"
            r"|\b(20|twenty)[ -]minutes?\b.{0,30}\b(limit|maximum|ceiling|or less|at most)\b"
        ),
        "brisk walking is a ceiling for impact; 20 minutes a day are a target to build up to",
        unless=words(r"\b(not a limit|no limit|a target|nobody|nothing)\b"),
    ),
    Pitfall(
        "no_fifty_impacts",
        ("50", "fifty", "10"),
        words(r"\b(50|fifty)\b( moderate| high| daily)?( impacts?| jumps?)\b|\b5 ?(x|×) ?10\b"),
        "leave the count out: nobody here has seen it in the statement itself",
        unless=NOTHING,
    ),
    Pitfall(
        "no_heel_drops",
        ("heel",),
        words(r"\bheel[- ]drops?\b"),
        "leave it out: no trial of it was found",
        unless=NOTHING,
    ),
    Pitfall(
        "vitamin_d_keeps_the_word_alone",
        ("vitamin d",),
        words(r"\b(does not|do not|doesn['’]t|don['’]t|never) (prevent|stop|lower|cut)\b|\b(useless|no use)\b"),
        "write 'vitamin D alone', and for whom: adults who are not known to be short of it",
        unless=words(r"\b(alone|by itself|by themselves)\b"),
    ),
    Pitfall(
        "no_frax_or_ost_scores",
        ("frax", "ost", "orai", "abone", "mores", "osiris", "score"),
        re.compile(r"\b(OSTA?|ORAI|ABONE|MORES|OSIRIS|SCORE)\b|\bFRAX\b.{0,30}[0-9]"),
        "link to the official service; the guide prints no score and no cut-off",
        unless=NOTHING,
    ),
    Pitfall(
        "a_scan_is_no_running_test",
        ("scan",),
        words(
            r"\bscans?\b.{0,40}"
            r"\b(clears?|shows? (that|if|whether) you (can|may)|tells? (if|whether) you (can|may)) .{0,10}\brun"
        ),
        "say that a scan looks for people who may need treatment",
        unless=words(r"\b(not|no|never|cannot)\b|n['’]t\b"),
    ),
    Pitfall(
        "osteopenia_is_never_a_disease",
        ("osteopenia", "low bone mass"),
        words(r"\b(osteopenia|low bone mass)\b.{0,30}\b(is|are) (a |an )?(disease|illness|condition)\b|\bsuffer\w*\b"),
        "say that it is a label on a scan",
    ),
    Pitfall(
        "no_one_to_two_percent_of_new_bone",
        ("bone", "density"),
        words(r"\b(1|one) ?(to|or|-|–) ?(2|two) ?(%|percent|per cent)"),
        "say 'mostly a few percent at most': the smaller figure has no source",
        unless=NOTHING,
    ),
    Pitfall(
        "forearm_scans_are_named",
        ("82",),
        both(r"\b82 ?(%|percent|per cent|(out )?of 100)", r"\b(broke|break\w*|broken|fractur\w+|T-score)\b"),
        "say that these were scans of heel, finger or forearm, over one year",
        unless=words(r"\b(heel|finger|forearm)\b"),
    ),
    Pitfall(
        "vitamin_d_has_one_unit",
        ("iu",),
        re.compile(r"\b[0-9][0-9,.]* ?IU\b"),
        "give micrograms only: two units beside each other are mixed up (10 micrograms are 400 IU)",
        unless=NOTHING,
    ),
    Pitfall(
        "no_amount_of_alcohol_is_called_good",
        ("alcohol", "drink", "wine"),
        words(
            r"\b(up to|below|under|within|less than)\b.{0,15}\b(2|two) units\b"
            r".{0,50}\b(harmless|fine|no harm|does no)\b"
            r"|\b(alcohol|drinking|wine)\b.{0,40}\b(protects?|strengthens?|is good for|helps?)\b.{0,20}\bbones?\b"
        ),
        "say 'clearest above about 2 units a day; less is the careful reading'",
        unless=NOTHING,
    ),
    Pitfall(
        "running_is_never_said_to_prevent_falls",
        ("running", "jogging", "walking"),
        words(r"\b(running|jogging|walking)\b.{0,40}\b(prevents?|lowers?|cuts?|reduces?)\b.{0,30}\bfalls?\b"),
        "balance and function work does: running was not tested, and walking alone stays uncertain",
    ),
    Pitfall(
        "rare_harm_is_never_proof_of_none",
        ("exercise", "running", "impact", "jogging"),
        words(
            r"\b(exercise|running|impact|jogging)\b.{0,30}\b(is|are) (harmless|risk-free)\b"
            r"|\bno (serious )?harm (was|has been) (found|seen)\b"
        ),
        "say 'serious harm was probably rare in the studies', and who was not in them",
        unless=words(r"\b(not|whether|nobody|never)\b"),
    ),
)
