"""Pitfalls about bones, scans and falls."""

from __future__ import annotations

import re

from .pitfall import Pitfall, both, does, unless, words

BONES = (
    Pitfall(
        "running_prevents_fractures",
        ("running", "jogging"),
        does("prevent|cut|lower|reduc|avoid", "fractures?|broken bones?|breaks"),
        "say that we do not know: no trial has tested it",
    ),
    Pitfall(
        "a_late_start_harms_the_spine",
        ("spine",),
        does("harm|damag|weaken|thin|lowers|lowered", "spines?", who="running|starting"),
        "say that their spines were less dense at one moment, and that this does not show the cause",
    ),
    Pitfall(
        "runners_have_40_percent_more_bone",
        ("40",),
        both(r"\b40 ?(%|percent|per cent)", r"\b(bone|density|mineral|denser)\b"),
        "say that it was one vertebra, by an old scan, in volunteers",
        unless=unless(r"\bvertebra\b"),
    ),
    Pitfall(
        "brisk_walking_has_a_time_limit",
        ("20 min", "20-min", "twenty min", "twenty-min"),
        words(
            r"\b(no (more|longer) than|at most|up to|only|limit(ed)?( of| to)?|maximum( of)?|not (more|longer) than"
            r"|ceiling( of)?|cap(ped)?( of| at)?|within)\b.{0,20}\b(20|twenty)[ -]min"
            r"|\b(20|twenty)[ -]minutes?\b.{0,30}\b(limit|maximum|ceiling|or less|at most)\b"
        ),
        "brisk walking is a ceiling for impact; 20 minutes a day are a target to build up to",
        unless=unless(r"\b(not a limit|no limit|a target|nobody|nothing)\b"),
    ),
    Pitfall(
        "fifty_impacts_a_day",
        ("impact", "jump", "10"),
        words(r"\b(50|fifty)\b( moderate| high| daily)?( impacts?| jumps?)\b|\b5 ?(x|×) ?10\b", parts="50|fifty|10"),
        "leave the count out: nobody here has seen it in the statement itself",
        can_be_denied=False,
    ),
    Pitfall(
        "heel_drops_help",
        ("heel",),
        words(r"\bheel[- ]drops?\b"),
        "leave it out: no trial of it was found",
        can_be_denied=False,
    ),
    Pitfall(
        "vitamin_d_does_nothing",
        ("vitamin d",),
        words(
            r"\b((does|do|did|is|are|was|were)( not|n['’]t)|never) (prevent|stop|lower|cut)\w*\b"
            r"|\b(useless|no use)\b",
            parts="prevent|stop|lower|cut|use",
        ),
        "write 'vitamin D alone', and for whom: adults who are not known to be short of it",
        unless=unless(r"\b(alone|by itself|by themselves)\b"),
        can_be_denied=False,
    ),
    Pitfall(
        "a_bone_score_is_given",
        ("frax", "ost", "orai", "abone", "mores", "osiris", "score"),
        words(r"\b(OSTA?|ORAI|ABONE|MORES|OSIRIS|SCORE)\b|\bFRAX\b.{0,30}[0-9]", flags=re.NOFLAG),
        "link to the official service; the guide prints no score and no cut-off",
        can_be_denied=False,
    ),
    Pitfall(
        "a_scan_clears_a_runner",
        ("scan",),
        words(
            r"\bscans?\b.{0,40}\b(?P<verb>clears?|(shows?|tells?) (that|if|whether) you (can|may)) .{0,10}\brun"
            r"|\bcleared\b.{0,20}\bby a.{0,10} scan\b"
        ),
        "say that a scan looks for people who may need treatment",
    ),
    Pitfall(
        "osteopenia_is_a_disease",
        ("osteopenia", "low bone mass"),
        words(
            r"\b(osteopenia|low bone mass)\b.{0,30}\b(?P<verb>is|are) (a |an )?(disease|illness|condition)\b"
            r"|\bsuffer\w*\b"
        ),
        "say that it is a label on a scan",
    ),
    Pitfall(
        "bone_grows_by_1_to_2_percent",
        ("bone", "density"),
        words(r"\b(1|one) ?(to|or|-|–) ?(2|two) ?(%|percent|per cent)", parts="%|percent|per cent"),
        "say 'mostly a few percent at most': the smaller figure has no source",
        can_be_denied=False,
    ),
    Pitfall(
        "forearm_scans_are_any_scans",
        ("82",),
        both(r"\b82 ?(%|percent|per cent|(out )?of 100)", r"\b(broke|break\w*|broken|fractur\w+|T-score)\b"),
        "say that these were scans of heel, finger or forearm, over one year",
        unless=unless(r"\b(heel|finger|forearm)\b"),
    ),
    Pitfall(
        "vitamin_d_has_a_second_unit",
        ("iu",),
        words(r"\b[0-9][0-9,.]* ?IU\b", flags=re.NOFLAG),
        "give micrograms only: two units beside each other are mixed up (10 micrograms are 400 IU)",
        can_be_denied=False,
    ),
    Pitfall(
        "some_alcohol_is_good",
        ("alcohol", "drink", "wine"),
        words(
            r"\b(up to|below|under|within|less than)\b.{0,15}\b(2|two) units\b"
            r".{0,50}\b(harmless|fine|no (harm|problem)|does no)\b"
            r"|\b(alcohol|drinking|wine)\b.{0,40}\b(protects?|strengthens?|is good for|helps?)\b.{0,20}\bbones?\b"
            r"|\bbones?\b.{0,40}\b(protected|strengthened|helped)\b.{0,20}\bby (alcohol|drinking|wine)\b"
        ),
        "say 'clearest above about 2 units a day; less is the careful reading'",
        can_be_denied=False,
    ),
    Pitfall(
        "running_prevents_falls",
        ("running", "jogging", "walking"),
        does("prevent|lower|cut|reduc", "falls?", who="running|jogging|walking"),
        "balance and function work does: running was not tested, and walking alone stays uncertain",
    ),
    Pitfall(
        "exercise_does_no_harm",
        ("exercise", "running", "impact", "jogging"),
        words(
            r"\b(exercise|running|impact|jogging)\b.{0,30}"
            r"\b(?P<verb>is|are|does|has) (harmless|risk-free|no (harm|problem|risk))\b"
            r"|\bno (serious )?harm (was|has been) (found|seen)\b",
            parts="harm|risk|problem",
        ),
        "say 'serious harm was probably rare in the studies', and who was not in them",
    ),
)
