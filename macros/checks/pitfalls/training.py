"""Pitfalls about building up, shoes, stretching and pain."""

from __future__ import annotations

from .pitfall import Pitfall, both, does, unless, words

TRAINING = (
    Pitfall(
        "ten_percent_a_week_is_proven",
        ("10 percent", "10%", "10 %", "10 per cent", "ten percent", "ten per cent"),
        both(
            r"\b(weekly|a week|each week|per week|every week|week to week)\b",
            r"\b((prevent|protect|lower|cut|reduc)\w*|keeps? (you|injur\w+)|proven|works|stick to)\b",
            parts="prevent|protect|lower|cut|reduc|keep|proven|works|stick",
        ),
        "say that it made no difference in a trial; give the longest single run of 30 days as a caution line",
        unless=unless(r"\bno (more|better|fewer)\b"),
    ),
    Pitfall(
        "weekly_jumps_are_harmless",
        ("week",),
        words(
            r"\b(jumps?|increases?|rises?|spikes?)\b.{0,40}"
            r"\b(?P<verb>harmless|fine|(do|does|did|are|is) (no (harm|problem)|safe)|no problem)\b",
            parts="harm|fine|problem|safe",
        ),
        "the study does not show that: say so",
    ),
    Pitfall(
        "a_workload_ratio_steers",
        ("acwr", "acute", "workload"),
        both(
            r"\bACWR\b|\bacute[ :-]+(to )?chronic\b|\bworkload ratio\b",
            r"\b(keep|kept|stay|aim|target|sweet spot|between|below|above|under|use|steer|follow)\b",
        ),
        "the guide does not steer by this ratio",
    ),
    Pitfall(
        "couch_to_5k_is_tested",
        ("5k", "c25k"),
        both(
            r"\b(couch[- ]to[- ]5k|C25K)\b",
            r"\b(proven|tested|evidence-based|shown to|prevent\w*|keeps? within 10)\b",
        ),
        "no trial of it was found, and its steps are larger than 10%",
    ),
    Pitfall(
        "stretching_prevents_injury",
        ("stretch",),
        does("prevent|lower|reduc|cut|protect|avoid|guard|stop", r"injur\w+|strains?|soreness|stiffness"),
        "say that it has not been shown to prevent injury, and give the range",
        unless=unless(r"\b(raise|rise|may lower)\b"),
    ),
    Pitfall(
        "pain_limits_are_validated",
        ("pain", "traffic"),
        both(
            r"\bpain (limits?|zones?|scales?|tables?|scores?|monitoring)\b|\btraffic lights?\b",
            r"\b(validated|proven|tested|evidence-based|shows? that you)\b",
            parts="validated|proven|tested|evidence|show",
        ),
        "say that the limits are expert opinion and that no trial compares them",
    ),
    Pitfall(
        "bone_pain_has_a_number",
        ("bone", "stress", "shin", "groin"),
        both(
            r"\b(bone|stress (injury|fracture)|shin|groin)\b",
            r"\b(pain )?(of )?[0-5] (to [2-5]|or (less|below)|out of 10)\b|\b[0-5]/10\b|\b(green|amber)\b",
            parts="0|1|2|3|4|5|green|amber",
        ),
        "pain on a bone gets no number: stop and be seen",
        unless=unless(
            r"\b(never|not|no|zero|stop)\b|\b(cm|km|days?|weeks?|months?|years?|times|hours?|minutes?|units?)\b"
        ),
    ),
    Pitfall(
        "shoes_absorb_impact",
        ("shoe", "cushion", "insole", "trainers"),
        words(r"\b((absorb|soak(s|ed|ing)? up|spar(e|ing)|shield|protect)\w*|(takes?|taken|took) away)\b"),
        "say what the trial counted: injuries, with a softer and a harder version of one shoe",
    ),
    Pitfall(
        "softer_shoes_are_for_heavier_runners",
        ("soft",),
        words(
            r"\b(?P<verb>better|fewer|lower|clearer|more clearly|most|helps?)\b.{0,40}\bheav(y|ier)\b"
            r"|\bheav(y|ier)\b.{0,40}\b(helped|protected|better off)\b.{0,20}\bsoft"
        ),
        "the trial says lighter runners",
    ),
    Pitfall(
        "shoes_last_so_many_miles",
        ("shoe", "trainers"),
        words(r"\b(replace|change|worn out|last)\w*\b.{0,40}\b[0-9]{3,4}\b.{0,12}\b(km|kilomet\w+|miles?)\b"),
        "say that no distance has been shown",
    ),
    Pitfall(
        "soft_ground_is_kinder",
        ("grass", "trail", "soft", "sand", "treadmill"),
        both(
            r"\b(grass|trails?|soft (surfaces?|ground)|sand|(a|the|on) treadmills?)\b",
            r"\b(kinder|gentler|easier on|fewer injuries|protect\w*|spare[sd]?|better for)\b",
            parts="kinder|gentler|easier|fewer|protect|spare|better",
        ),
        "no study of injuries was found: leave it out",
    ),
    Pitfall(
        "forty_of_100_are_injured_in_a_year",
        ("40",),
        words(r"\b40(\.2)? (out )?of 100\b.{0,80}\b(a|each|per|every|one) year\b"),
        "say 'while a study followed them': the time differs from study to study",
    ),
    Pitfall(
        "softness_is_felt",
        ("soft",),
        words(r"\b(choose|pick|prefer|buy|take|go for)\b.{0,40}\bfeels? softer\b"),
        "the trial measured stiffness by machine: comfort is a reasonable guide",
        can_be_denied=False,
    ),
    Pitfall(
        "somebody_is_quoted_on_adverts_for_shoes",
        ("advert",),
        words(r"\btype of shoe matters less than adverts\b"),
        "leave it out: nobody is known to have said so",
        can_be_denied=False,
    ),
    Pitfall(
        "a_warm_up_is_harmless",
        ("warm",),
        words(r"\bwarm(ing)?[ -]?up\b.{0,30}\b(harmless|cannot hurt|(does|is) no (harm|problem))\b"),
        "leave it out: it has no source",
        can_be_denied=False,
    ),
    Pitfall(
        "strength_work_prevents_back_pain",
        ("back",),
        words(
            r"\bstrength\b.{0,60}\b(?P<verb>back health|healthy back|protects? (the|your) back|prevents? back pain)\b"
            r"|\bback (pain|health)\b.{0,40}\b(prevented|helped|kept|protected)\b.{0,20}\bby\b.{0,20}\bstrength\b",
            parts="health|protect|prevent|help|kept",
        ),
        "say what was shown: strength, and a lower energy cost of running",
    ),
    Pitfall(
        "a_hop_test_at_home",
        ("hop",),
        words(r"\b(try|do(?! not)|test|check)\b.{0,40}\bhop(s|ping)?\b|\bhop tests?\b"),
        "say not to hop: a stress fracture can break through",
    ),
    Pitfall(
        "the_base_of_the_fifth_metatarsal",
        ("metatarsal",),
        words(r"\bbase of (the )?(5th|fifth) metatarsal\b"),
        "write 'fifth metatarsal', as the source does",
        can_be_denied=False,
    ),
)
