"""Pitfalls about building up, shoes, stretching and pain."""

from __future__ import annotations

from .pitfall import NOTHING, Pitfall, both, words

TRAINING = (
    Pitfall(
        "the_weekly_ten_percent_rule_is_never_sold_as_proven",
        ("10", "ten"),
        words(
            r"^(?=.*\b(weekly|a week|each week|per week|every week|week to week)\b)"
            r"(?=.*\b(prevents?|protects?|keeps? (you|injur\w+)|proven|works|lowers?|cuts?|reduces?|stick to)\b)"
        ),
        "say that it made no difference in a trial; give the longest single run of 30 days as a caution line",
        unless=words(r"\b(not|no|none|never shown|nobody|neither|hardly|whether)\b|n['’]t\b"),
    ),
    Pitfall(
        "big_weekly_jumps_are_never_called_harmless",
        ("week",),
        words(r"\b(jumps?|increases?|rises?|spikes?)\b.{0,40}\b(harmless|fine|do no harm|no problem|are safe)\b"),
        "the study does not show that: say so",
    ),
    Pitfall(
        "no_acwr_advice",
        ("acwr", "acute", "workload"),
        both(
            r"\bACWR\b|\bacute[ :-]+(to )?chronic\b|\bworkload ratio\b",
            r"\b(keep|stay|aim|target|sweet spot|between|below|above|under|use|steer|follow)\b",
        ),
        "the guide does not steer by this ratio",
    ),
    Pitfall(
        "couch_to_5k_is_never_called_tested",
        ("5k", "c25k"),
        both(
            r"\b(couch[- ]to[- ]5k|C25K)\b", r"\b(proven|tested|evidence-based|shown to|prevents?|keeps? within 10)\b"
        ),
        "no trial of it was found, and its steps are larger than 10%",
    ),
    Pitfall(
        "stretching_is_never_said_to_prevent_injury",
        ("stretch",),
        words(
            r"\b(prevents?|lowers?|reduces?|cuts?|protects?|avoids?|guards?|stops?)\b.{0,40}"
            r"\b(injur\w+|strains?|soreness|stiffness)\b"
        ),
        "say that it has not been shown to prevent injury, and give the range",
        unless=words(r"\b(not|no|none|never|nobody|neither|hardly|whether|raise|rise|may lower)\b|n['’]t\b"),
    ),
    Pitfall(
        "pain_limits_are_never_called_validated",
        ("pain", "traffic"),
        both(
            r"\bpain (limits?|zones?|scales?|tables?|scores?|monitoring)\b|\btraffic lights?\b",
            r"\b(validated|proven|tested|evidence-based|shows? that you)\b",
        ),
        "say that the limits are expert opinion and that no trial compares them",
    ),
    Pitfall(
        "pain_zones_are_never_for_bone",
        ("bone", "stress", "shin", "groin"),
        both(
            r"\b(bone|stress (injury|fracture)|shin|groin)\b",
            r"\b(pain )?(of )?(0|1|2|3|4|5) (to (2|3|4|5)|or (less|below)|out of 10)\b|\b[0-5]/10\b|\b(green|amber)\b",
        ),
        "pain on a bone gets no number: stop and be seen",
        unless=words(
            r"\b(never|not|no|zero|stop)\b|\b(cm|km|days?|weeks?|months?|years?|times|hours?|minutes?|units?)\b"
        ),
    ),
    Pitfall(
        "soft_landings_and_shoes_absorb_nothing",
        ("shoe", "cushion", "insole", "trainers"),
        words(r"\b(absorbs?|soaks? up|takes? away|spares?|shields?|protects?)\b"),
        "say what the trial counted: injuries, with a softer and a harder version of one shoe",
    ),
    Pitfall(
        "softer_shoes_are_never_for_heavier_runners",
        ("soft",),
        words(r"\b(better|fewer|lower|clearer|more clearly|most|helps?)\b.{0,40}\bheav(y|ier)\b"),
        "the trial says lighter runners",
    ),
    Pitfall(
        "no_shoe_life_in_miles",
        ("shoe", "trainers"),
        words(r"\b(replace|change|worn out|last)\w*\b.{0,40}\b[0-9]{3,4}\b.{0,12}\b(km|kilomet\w+|miles?)\b"),
        "say that no distance has been shown",
    ),
    Pitfall(
        "soft_ground_is_never_called_kinder",
        ("grass", "trail", "soft", "sand", "treadmill"),
        both(
            r"\b(grass|trails?|soft (surfaces?|ground)|sand|(a|the|on) treadmills?)\b",
            r"\b(kinder|gentler|easier on|fewer injuries|protects?|spares?|better for)\b",
        ),
        "no study of injuries was found: leave it out",
    ),
    Pitfall(
        "injured_in_a_study_is_not_injured_in_a_year",
        ("40",),
        words(r"\b40(\.2)? (out )?of 100\b.{0,80}\b(a|each|per|every|one) year\b"),
        "say 'while a study followed them': the time differs from study to study",
    ),
    Pitfall(
        "softness_is_measured_not_felt",
        ("soft",),
        words(r"\b(choose|pick|prefer|buy|take|go for)\b.{0,40}\bfeels? softer\b"),
        "the trial measured stiffness by machine: comfort is a reasonable guide",
        unless=NOTHING,
    ),
    Pitfall(
        "nobody_is_quoted_on_adverts_for_shoes",
        ("advert",),
        words(r"\btype of shoe matters less than adverts\b"),
        "leave it out: nobody is known to have said so",
        unless=NOTHING,
    ),
    Pitfall(
        "a_warm_up_is_never_called_harmless",
        ("warm",),
        words(r"\bwarm(ing)?[ -]?up\b.{0,30}\b(harmless|cannot hurt|does no harm)\b"),
        "leave it out: it has no source",
        unless=NOTHING,
    ),
    Pitfall(
        "strength_work_is_never_sold_for_back_health",
        ("back",),
        words(r"\bstrength\b.{0,60}\b(back health|healthy back|protects? (the|your) back|prevents? back pain)\b"),
        "say what was shown: strength, and a lower energy cost of running",
    ),
    Pitfall(
        "no_hop_tests_at_home",
        ("hop",),
        words(r"\b(try|do|test|check)\b.{0,40}\bhop(s|ping)?\b|\bhop tests?\b"),
        "say not to hop: a stress fracture can break through",
    ),
    Pitfall(
        "no_base_of_the_fifth_metatarsal",
        ("metatarsal",),
        words(r"\bbase of (the )?(5th|fifth) metatarsal\b"),
        "write 'fifth metatarsal', as the source does",
        unless=NOTHING,
    ),
)
