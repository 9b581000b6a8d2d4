"""What the evidence is easily made to say, and does not: one named pitfall each, looked for in every sentence.

A sentence falls into a pitfall when it is `about` its subject, `says` what the evidence does not, and nothing in it
(`unless`) turns that round. Questions say nothing. What others claim (the articles' claims, the reasons why people
believe a myth, what a hazard is about, the titles of sources) is not searched: there the guide only repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..records import Problem
from .scope import Records
from .sentences import everything_said, sentences


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _both(subject: str, words: str) -> re.Pattern[str]:
    """A sentence that holds both, in either order."""
    return _words(f"^(?=.*({subject}))(?=.*({words}))")


_TURNED_ROUND = _words(
    r"\b(not|no|none|never|nobody|nothing|neither|without|whether|unknown|untested|unclear|cannot|hardly|instead"
    r"|little|myth|habit|rather than|some people (say|think))\b|n['’]t\b"
)
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Pitfall:
    """Something that no sentence of the guide says. The name is the rule."""

    name: str
    about: tuple[str, ...]  # parts of words, in small letters: cheap to look for
    says: re.Pattern[str]
    fix: str
    unless: re.Pattern[str] = field(default=_TURNED_ROUND)

    def holds_in(self, sentence: str) -> bool:
        """Whether this sentence falls into it."""
        return bool(
            self.is_about(sentence.lower())
            and self.says.search(sentence)
            and not self.unless.search(sentence)
            and not sentence.rstrip().endswith("?")
        )

    def is_about(self, small_letters: str) -> bool:
        """Whether a text, given in small letters, names the subject."""
        return any(word in small_letters for word in self.about)


PITFALLS = (
    # Knees, hips and back
    Pitfall(
        "no_risk_reduction_from_unadjusted_prevalence",
        ("3.5",),
        _words(
            r"^(?=.*\b10(\.2)?\b)(?=.*\b(cuts?|lowers?|reduc\w+|halv\w+|drops?|falls?|prevents?|protect\w*|third)\b)"
        ),
        "these are counts in groups that differ in more than running: give them side by side, as counts",
    ),
    Pitfall(
        "elite_figures_are_never_for_hobby_runners",
        ("13.3",),
        _words(r"\b(you|your|runners|running)\b"),
        "say that the figure is for elite runners, and that it does not describe people who run for fun",
        unless=_words(r"\b(elite|competitive|professional)\b"),
    ),
    Pitfall(
        "running_is_never_said_to_protect_knees",
        ("running",),
        _words(
            r"\b(protects?|shields?|is protective|is good for)\b.{0,30}\b(knees?|hips?|joints?|cartilage|arthritis)\b"
        ),
        "people who run differ in other ways: say what was counted, and that it does not show that running protects",
    ),
    Pitfall(
        "cartilage_is_never_built",
        ("cartilage",),
        _words(r"\b(builds?|grows?|regrows?|thickens?|strengthens?|rebuilds?|repairs?|heals?)\b"),
        "say what one scan marker did, and over what time",
    ),
    Pitfall(
        "circulation_is_never_the_reason_joints_do_well",
        ("circulation", "blood flow"),
        _words(
            r"\b(feeds?|nourish\w*|brings?|improves?|keeps?|maintains?|helps?)\b.{0,40}\b(joints?|cartilage|knees?)\b"
        ),
        "say that no trial tested it",
    ),
    Pitfall(
        "discs_are_never_strengthened",
        ("disc", "disk"),
        _both(
            r"\b(discs?|disks?)\b",
            r"\b(strengthen\w*|stronger|build\w*|nourish\w*|thicken\w*|thicker|healthier|grow\w*)\b",
        ),
        "say 'no sign of harm': the scans were taken at one moment",
    ),
    Pitfall(
        "weight_loss_multiples_are_never_for_running",
        ("kilo", "kg", "pound"),
        _words(r"\b(four|4)\b.{0,30}\b(kilos?|kilograms?|kg|pounds?|times)\b.{0,60}\b(knees?|load|force)\b"),
        "leave it out: it was measured in walking",
    ),
    Pitfall(
        "no_single_correct_running_form",
        ("form", "technique", "style", "gait", "way to run"),
        _words(r"\b(correct|proper|perfect|ideal)\b (running )?(form|technique|style|gait|way to run)"),
        "say that there is no one correct way to run; offer one change, only if it eases pain",
    ),
    Pitfall(
        "posture_is_never_the_cause_of_back_pain",
        ("posture", "slouch", "weak core"),
        _words(r"\b(causes?|leads? to|brings? on|results? in)\b.{0,30}\b(back pain|pain)\b"),
        "say that a link is reported, and that nobody has shown it to be the cause",
    ),
    # Bones
    Pitfall(
        "running_is_never_said_to_prevent_fractures",
        ("running", "jogging"),
        _words(r"\b(prevents?|cuts?|lowers?|reduces?|avoids?)\b.{0,30}\b(fractures?|broken bones?|breaks)\b"),
        "say that we do not know: no trial has tested it",
    ),
    Pitfall(
        "late_starts_are_never_blamed_for_the_spine",
        ("spine",),
        _words(r"\b(running|starting)\b.{0,40}\b(harms?|damages?|weakens?|thins?|lowers)\b.{0,30}\bspines?\b"),
        "say that their spines were less dense at one moment, and that this does not show the cause",
    ),
    Pitfall(
        "one_old_vertebra_is_no_bone_gain",
        ("40",),
        _both(r"\b40 ?(%|percent|per cent)", r"\b(bone|density|mineral|denser)\b"),
        "say that it was one vertebra, by an old scan, in volunteers",
        unless=_words(r"\bvertebra\b"),
    ),
    Pitfall(
        "brisk_walking_is_no_time_limit",
        ("20", "twenty"),
        _words(
            r"\b(no (more|longer) than|at most|up to|only|limit(ed)?( of| to)?|maximum( of)?|not (more|longer) than"
            r"|ceiling( of)?|cap(ped)?( of| at)?|within)\b.{0,20}\b(20|twenty)[ -]min"
            r"|\b(20|twenty)[ -]minutes?\b.{0,30}\b(limit|maximum|ceiling|or less|at most)\b"
        ),
        "brisk walking is a ceiling for impact; 20 minutes a day are a target to build up to",
        unless=_words(r"\b(not a limit|no limit|a target|nobody|nothing)\b"),
    ),
    Pitfall(
        "no_fifty_impacts",
        ("50", "fifty", "10"),
        _words(r"\b(50|fifty)\b( moderate| high| daily)?( impacts?| jumps?)\b|\b5 ?(x|×) ?10\b"),
        "leave the count out: nobody here has seen it in the statement itself",
        unless=_NOTHING,
    ),
    Pitfall(
        "no_heel_drops",
        ("heel",),
        _words(r"\bheel[- ]drops?\b"),
        "leave it out: no trial of it was found",
        unless=_NOTHING,
    ),
    Pitfall(
        "vitamin_d_keeps_the_word_alone",
        ("vitamin d",),
        _words(r"\b(does not|do not|doesn['’]t|don['’]t|never) (prevent|stop|lower|cut)\b|\b(useless|no use)\b"),
        "write 'vitamin D alone', and for whom: adults who are not known to be short of it",
        unless=_words(r"\b(alone|by itself|by themselves)\b"),
    ),
    Pitfall(
        "no_frax_or_ost_scores",
        ("frax", "ost", "orai", "abone", "mores", "osiris"),
        re.compile(r"\b(OSTA?|ORAI|ABONE|MORES|OSIRIS)\b|\bFRAX\b.{0,30}[0-9]"),
        "link to the official service; the guide prints no score and no cut-off",
        unless=_NOTHING,
    ),
    Pitfall(
        "a_scan_is_no_running_test",
        ("scan",),
        _words(
            r"\bscans?\b.{0,40}"
            r"\b(clears?|shows? (that|if|whether) you (can|may)|tells? (if|whether) you (can|may)) .{0,10}\brun"
        ),
        "say that a scan looks for people who may need treatment",
        unless=_words(r"\b(not|no|never|cannot)\b|n['’]t\b"),
    ),
    # Food and hormones
    Pitfall(
        "no_energy_availability_cutoffs",
        ("kcal", "calorie", "kilojoule", "fat"),
        _words(r"\b[0-9][0-9,.]* ?(kcal|calories?|kilojoules?|kj)\b|\bbody[- ]fat\b.{0,20}[0-9]"),
        "leave the number out: food is never fed by numbers here; say where help is",
        unless=_NOTHING,
    ),
    Pitfall(
        "no_energy_questionnaire_scores",
        ("leaf-q", "leam-q", "cat", "triad"),
        _both(
            r"\b(LEAF-Q|LEAM-Q|CAT ?2|Triad score)\b",
            r"\b(score|points?|cut-?off|above|below)\b.{0,20}[0-9]|\b(complete|fill in|take) the\b",
        ),
        "give it as a prompt for a professional, without points",
        unless=_NOTHING,
    ),
    # Training
    Pitfall(
        "the_weekly_ten_percent_rule_is_never_sold_as_proven",
        ("10", "ten"),
        _words(
            r"^(?=.*\b(weekly|a week|each week|per week|every week|week to week)\b)"
            r"(?=.*\b(prevents?|protects?|keeps? (you|injur\w+)|proven|works|lowers?|cuts?|reduces?|stick to)\b)"
        ),
        "say that it made no difference in a trial; give the longest single run of 30 days as a caution line",
        unless=_words(r"\b(not|no|none|never shown|nobody|neither|hardly|whether)\b|n['’]t\b"),
    ),
    Pitfall(
        "big_weekly_jumps_are_never_called_harmless",
        ("week",),
        _words(r"\b(jumps?|increases?|rises?|spikes?)\b.{0,40}\b(harmless|fine|do no harm|no problem|are safe)\b"),
        "the study does not show that: say so",
    ),
    Pitfall(
        "no_acwr_advice",
        ("acwr", "acute", "workload"),
        _both(
            r"\bACWR\b|\bacute[ :-]+(to )?chronic\b|\bworkload ratio\b",
            r"\b(keep|stay|aim|target|sweet spot|between|below|above|under|use|steer|follow)\b",
        ),
        "the guide does not steer by this ratio",
    ),
    Pitfall(
        "couch_to_5k_is_never_called_tested",
        ("5k", "c25k"),
        _both(
            r"\b(couch[- ]to[- ]5k|C25K)\b", r"\b(proven|tested|evidence-based|shown to|prevents?|keeps? within 10)\b"
        ),
        "no trial of it was found, and its steps are larger than 10%",
    ),
    Pitfall(
        "stretching_is_never_said_to_prevent_injury",
        ("stretch",),
        _words(
            r"\b(prevents?|lowers?|reduces?|cuts?|protects?|avoids?|guards?|stops?)\b.{0,40}"
            r"\b(injur\w+|strains?|soreness|stiffness)\b"
        ),
        "say that it has not been shown to prevent injury, and give the range",
        unless=_words(r"\b(not|no|none|never|nobody|neither|hardly|whether|raise|rise|may lower)\b|n['’]t\b"),
    ),
    Pitfall(
        "pain_limits_are_never_called_validated",
        ("pain", "traffic"),
        _both(
            r"\bpain (limits?|zones?|scales?|tables?|scores?|monitoring)\b|\btraffic lights?\b",
            r"\b(validated|proven|tested|evidence-based|shows? that you)\b",
        ),
        "say that the limits are expert opinion and that no trial compares them",
    ),
    Pitfall(
        "pain_zones_are_never_for_bone",
        ("bone", "stress", "shin", "groin"),
        _both(
            r"\b(bone|stress (injury|fracture)|shin|groin)\b",
            r"\b(pain )?(of )?(0|1|2|3|4|5) (to (2|3|4|5)|or (less|below)|out of 10)\b|\b[0-5]/10\b|\b(green|amber)\b",
        ),
        "pain on a bone gets no number: stop and be seen",
        unless=_words(
            r"\b(never|not|no|zero|stop)\b|\b(cm|km|days?|weeks?|months?|years?|times|hours?|minutes?|units?)\b"
        ),
    ),
    Pitfall(
        "soft_landings_and_shoes_absorb_nothing",
        ("shoe", "cushion", "insole", "trainers"),
        _words(r"\b(absorbs?|soaks? up|takes? away|spares?|shields?|protects?)\b"),
        "say what the trial counted: injuries, with a softer and a harder version of one shoe",
    ),
    Pitfall(
        "softer_shoes_are_never_for_heavier_runners",
        ("soft",),
        _words(r"\b(better|fewer|lower|clearer|more clearly|most|helps?)\b.{0,40}\bheav(y|ier)\b"),
        "the trial says lighter runners",
    ),
    Pitfall(
        "no_shoe_life_in_miles",
        ("shoe", "trainers"),
        _words(r"\b(replace|change|worn out|last)\w*\b.{0,40}\b[0-9]{3,4}\b.{0,12}\b(km|kilomet\w+|miles?)\b"),
        "say that no distance has been shown",
    ),
    Pitfall(
        "soft_ground_is_never_called_kinder",
        ("grass", "trail", "soft", "sand", "treadmill"),
        _both(
            r"\b(grass|trails?|soft (surfaces?|ground)|sand|(a|the|on) treadmills?)\b",
            r"\b(kinder|gentler|easier on|fewer injuries|protects?|spares?|better for)\b",
        ),
        "no study of injuries was found: leave it out",
    ),
    # Benefits, surgery, birth
    Pitfall(
        "no_promise_of_longer_life",
        ("life", "live", "years"),
        _words(
            r"\brun(ning|ners)?\b.{0,30}\b(adds?|gains?|lengthens?|extends?|prolongs?)\b.{0,30}\b(life|lives|years)\b"
            r"|\b(adds?|gains?) (about )?(3|three) years\b|\blive (about )?(3|three) years longer\b"
        ),
        "say 'linked with fewer deaths'",
    ),
    Pitfall(
        "running_never_replaces_medicine",
        ("medic", "tablet", "antidepressant"),
        _words(
            r"\b(stop|replace|reduce|cut down|come off|drop|leave out) (taking |on )?(your |the )?"
            r"(medicines?|medication|tablets?|antidepressants?)\b"
            r"|\b(instead|in place) of (your |taking )?(antidepressants?|tablets?|medicines?)\b"
            r"|\bas (good|well) as (antidepressants?|tablets?|medicines?)\b"
        ),
        "say that a medicine is changed only with the person who prescribed it",
        unless=_words(r"\b(not|never|nobody|no)\b|n['’]t\b"),
    ),
    Pitfall(
        "both_return_rates_or_neither",
        ("74", "73"),
        _both(r"\b(replac|surg|operat)", r"\b7[34](\.6)? (out )?of 100\b.{0,60}\b(ran|run|running|returned)\b"),
        "give 12 out of 100 (all replacements) beside 74 out of 100 (mostly resurfacing), or neither",
        unless=_words(r"\b1[12](\.8)? (out )?of 100\b"),
    ),
    Pitfall(
        "fewer_revisions_are_never_an_effect_of_activity",
        ("revision",),
        _words(
            r"\bactiv\w+\b.{0,60}\b(fewer|lowers?|cuts?|reduces?|prevents?|protects?)\b|\b(prevents?|protects?)\b.{0,30}\brevision"
        ),
        "a bad hip makes people inactive: leave it out, or say so",
    ),
    # Bodies and forms
    Pitfall(
        "avoid_jogging_is_never_laid_on_mayo_or_cleveland",
        ("mayo", "cleveland"),
        _words(
            r"\b(avoid|leave out|do not|don['’]t|not to|against|forbids?|stop)\b"
            r".{0,40}\b(jog\w*|run\w*|jump\w*|impact)\b"
        ),
        "we have not read it on their pages: name nobody",
        unless=_NOTHING,
    ),
    Pitfall(
        "no_wording_of_the_parq_form",
        ("doctor ever", "dizziness", "par-q"),
        _words(r"\bhas your doctor ever said\b|\blose balance because of dizziness\b|\bPAR-Q\+? question [0-9]"),
        "link to the form on its owners' site; its questions are not ours to copy",
        unless=_NOTHING,
    ),
    Pitfall(
        "the_ottawa_rule_is_no_self_test",
        ("ottawa",),
        _words(r"\b(you|your|yourself)\b"),
        "it is a clinician's tool: leave it out of what readers do",
        unless=_words(r"\bclinicians?\b"),
    ),
)


def nothing_falls_into_a_pitfall(library: Records) -> Iterator[Problem]:
    """No sentence of the data or the pages says what the evidence is easily made to say."""
    for text, place in everything_said(library):
        small_letters = text.lower()
        near = [pitfall for pitfall in PITFALLS if pitfall.is_about(small_letters) and pitfall.says.search(text)]
        for sentence in sentences(text) if near else ():
            for pitfall in near:
                if pitfall.holds_in(sentence[0]):
                    yield Problem(
                        place(sentence.start()),
                        f"“{sentence[0].strip()}” falls into a pitfall: {pitfall.name.replace('_', ' ')}",
                        fix=pitfall.fix,
                    )
