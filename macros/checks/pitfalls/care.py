"""Pitfalls about food, benefits, surgery, birth, warning signs, and the words of bodies."""

from __future__ import annotations

from .pitfall import NOTHING, Pitfall, both, words

CARE = (
    Pitfall(
        "no_energy_availability_cutoffs",
        ("kcal", "calorie", "kilojoule", "fat"),
        words(r"\b[0-9][0-9,.]* ?(kcal|calories?|kilojoules?|kj)\b|\bbody[- ]fat\b.{0,20}[0-9]"),
        "leave the number out: food is never fed by numbers here; say where help is",
        unless=NOTHING,
    ),
    Pitfall(
        "no_energy_questionnaire_scores",
        ("leaf-q", "leam-q", "cat", "triad"),
        both(
            r"\b(LEAF-Q|LEAM-Q|CAT ?2|Triad score)\b",
            r"\b(score|points?|cut-?off|above|below)\b.{0,20}[0-9]|\b(complete|fill in|take) the\b",
        ),
        "give it as a prompt for a professional, without points",
        unless=NOTHING,
    ),
    Pitfall(
        "no_weight_targets",
        ("bmi", "body mass index", "weight"),
        words(
            r"\b(BMI|body mass index)\b.{0,20}\b(below|under|less than|of at least|at least)\b.{0,10}\b1[0-9]"
            r"|\b(target|goal|ideal|healthy|racing) weight\b"
        ),
        "leave it out: food is never steered by weight here; say where help is",
        unless=NOTHING,
    ),
    Pitfall(
        "no_promise_of_longer_life",
        ("life", "live", "years"),
        words(
            r"\brun(ning|ners)?\b.{0,30}\b(adds?|gains?|lengthens?|extends?|prolongs?)\b.{0,30}\b(life|lives|years)\b"
            r"|\b(adds?|gains?) (about )?(3|three) years\b|\blive (about )?(3|three) years longer\b"
        ),
        "say 'linked with fewer deaths'",
    ),
    Pitfall(
        "running_never_replaces_medicine",
        ("medic", "tablet", "antidepressant"),
        words(
            r"\b(stop|replace|reduce|cut down|come off|drop|leave out) (taking |on )?(your |the )?"
            r"(medicines?|medication|tablets?|antidepressants?)\b"
            r"|\b(instead|in place) of (your |taking )?(antidepressants?|tablets?|medicines?)\b"
            r"|\bas (good|well) as (antidepressants?|tablets?|medicines?)\b"
        ),
        "say that a medicine is changed only with the person who prescribed it",
        unless=words(r"\b(not|never|nobody|no)\b|n['’]t\b"),
    ),
    Pitfall(
        "both_return_rates_or_neither",
        ("74", "73"),
        both(r"\b(replac|surg|operat)", r"\b7[34](\.6)? (out )?of 100\b.{0,60}\b(ran|run|running|returned)\b"),
        "give 12 out of 100 (all replacements) beside 74 out of 100 (mostly resurfacing), or neither",
        unless=words(r"\b1[12](\.8)? (out )?of 100\b"),
    ),
    Pitfall(
        "fewer_revisions_are_never_an_effect_of_activity",
        ("revision",),
        words(
            r"\bactiv\w+\b.{0,60}\b(fewer|lowers?|cuts?|reduces?|prevents?|protects?)\b|\b(prevents?|protects?)\b.{0,30}\brevision"
        ),
        "a bad hip makes people inactive: leave it out, or say so",
    ),
    Pitfall(
        "walking_was_pooled_with_jogging_for_mood",
        ("mood", "depress"),
        words(
            r"\b(running|jogging|runs?)\b.{0,40}\b(eases?|lifts?|treats?|cures?|lowers?)\b.{0,30}\b(mood|depress\w+)\b"
        ),
        "write 'walking or jogging': the review did not set them apart",
        unless=words(r"\bwalking\b|\b(not|no|whether|nobody)\b|n['’]t\b"),
    ),
    Pitfall(
        "time_alone_never_frees_an_operated_knee",
        ("weeks", "months"),
        both(
            r"\b(ACL|ligament|meniscus|reconstruction|operation|surgery)\b",
            r"\b(ready|free|fine|allowed) to run\b|\byou (can|may) run\b",
        ),
        "the review counted what clinics do: say so, and that the surgeon or physiotherapist decides",
    ),
    Pitfall(
        "weeks_after_birth_are_opinion",
        ("birth", "postnatal"),
        both(
            r"\b(12|twelve|3|three) (weeks|months)\b",
            r"\b(proven|tested|studies show|trials? shows?|evidence shows?)\b",
        ),
        "say that the number of weeks is expert opinion",
    ),
    Pitfall(
        "covid_advice_carries_its_year",
        ("covid",),
        words(r"\b(7|seven|2|two|10|ten) (symptom-free )?(days|weeks)\b"),
        "name the year: the advice is of 2021",
        unless=words(r"\b2021\b"),
    ),
    Pitfall(
        "avoid_jogging_is_never_laid_on_mayo_or_cleveland",
        ("mayo", "cleveland"),
        words(
            r"\b(avoid|leave out|do not|don['’]t|not to|against|forbids?|stop)\b"
            r".{0,40}\b(jog\w*|run\w*|jump\w*|impact)\b"
        ),
        "we have not read it on their pages: name nobody",
        unless=NOTHING,
    ),
    Pitfall(
        "no_wording_of_the_parq_form",
        ("doctor ever", "dizziness", "par-q"),
        words(r"\bhas your doctor ever said\b|\blose balance because of dizziness\b|\bPAR-Q\+? question [0-9]"),
        "link to the form on its owners' site; its questions are not ours to copy",
        unless=NOTHING,
    ),
    Pitfall(
        "the_ottawa_rule_is_no_self_test",
        ("ottawa",),
        words(r"\b(you|your|yourself)\b"),
        "it is a clinician's tool: leave it out of what readers do",
        unless=words(r"\bclinicians?\b"),
    ),
    Pitfall(
        "chest_pain_is_never_waited_out",
        ("chest",),
        words(
            r"\bchest\b.{0,80}\b(if|unless) (it|this|they)\b"
            r".{0,20}\b(gone|goes|pass(es)?|settles?|eases?)\b.{0,20}\b(quickly|soon|minutes)\b"
        ),
        "sudden chest pain that does not go away is an emergency; pain that passes means no running until checked",
        unless=NOTHING,
    ),
    Pitfall(
        "emergency_numbers_are_never_of_one_country",
        ("999",),
        words(r"\b(call|ring|dial|phone) 999\b"),
        "write '999 (UK), 112 (EU), 911 (US and Canada) or your local number'",
        unless=words(r"\b112\b|\(UK\),$"),
    ),
    Pitfall(
        "no_clearance",
        ("clear",),
        words(r"\b(medical|doctor['’]s) clearance\b|\bcleared (to|for)\b"),
        "the branches of the chart that uses the word were not seen: say who asks first, and whom",
        unless=NOTHING,
    ),
)
