"""Pitfalls about food, benefits, surgery, birth, warning signs, and the words of bodies."""

from __future__ import annotations

from .pitfall import Pitfall, both, does, unless, words

_MEDICINES = r"(?:antidepressants?|tablets?|medicines?|medication)"

CARE = (
    Pitfall(
        "calories_or_fat_have_a_number",
        ("kcal", "calorie", "kilojoule", "kj", "fat"),
        words(r"\b[0-9][0-9,.]* ?(kcal|calories?|kilojoules?|kj)\b|\bbody[- ]fat\b.{0,20}[0-9]"),
        "leave the number out: food is never fed by numbers here; say where help is",
        can_be_denied=False,
    ),
    Pitfall(
        "a_questionnaire_is_scored",
        ("leaf-q", "leam-q", "cat", "triad"),
        both(
            r"\b(LEAF-Q|LEAM-Q|CAT ?2|Triad score)\b",
            r"\b(score|points?|cut-?off|above|below)\b.{0,20}[0-9]|\b(complete|fill in|take) the\b",
        ),
        "give it as a prompt for a professional, without points",
        can_be_denied=False,
    ),
    Pitfall(
        "a_weight_is_a_target",
        ("bmi", "body mass index", "weight"),
        words(
            r"\b(BMI|body mass index)\b.{0,20}\b(below|under|less than|of at least|at least)\b.{0,10}\b1[0-9]"
            r"|\b(target|goal|ideal|healthy|racing) weight\b",
            parts="bmi|body mass index|target|goal|ideal|healthy|racing",
        ),
        "leave it out: food is never steered by weight here; say where help is",
        can_be_denied=False,
    ),
    Pitfall(
        "running_makes_life_longer",
        ("life", "live", "years"),
        words(
            r"\brun(ning|ners)?\b.{0,30}\b(?P<verb>(add|gain|lengthen|extend|prolong)\w*)\b.{0,30}\b(life|lives|years)\b"
            r"|\b(life|lives|years)\b.{0,30}\b(added|gained|lengthened|extended|prolonged)\b.{0,20}\bby running\b"
            r"|\b(adds?|gains?) (about )?(3|three) years\b|\blive (about )?(3|three) years longer\b",
            parts="add|gain|lengthen|extend|prolong|longer",
        ),
        "say 'linked with fewer deaths'",
    ),
    Pitfall(
        "running_replaces_medicine",
        ("medic", "tablet", "antidepressant"),
        words(
            rf"\b(stop|replace|reduce|cut down|come off|drop|leave out) (taking |on )?(your |the )?{_MEDICINES}\b"
            rf"|\b(instead|in place) of (your |taking )?{_MEDICINES}\b|\bas (good|well) as {_MEDICINES}\b"
            rf"|\b{_MEDICINES}\b.{{0,20}}\b(be|is|are) (\w+ )?(stopped|replaced|reduced|dropped|left out)\b",
            parts="stop|replac|reduc|cut|come|drop|leave|left|instead|place|good|well",
        ),
        "say that a medicine is changed only with the person who prescribed it",
    ),
    Pitfall(
        "most_run_after_a_replacement",
        ("74", "73"),
        both(r"\b(replac|surg|operat)", r"\b7[34](\.6)? (out )?of 100\b.{0,60}\b(ran|run|running|returned)\b"),
        "give 12 out of 100 (all replacements) beside 74 out of 100 (mostly resurfacing), or neither",
        unless=unless(r"\b1[12](\.8)? (out )?of 100\b"),
    ),
    Pitfall(
        "activity_prevents_revisions",
        ("revision",),
        words(
            r"\bactiv\w+\b.{0,60}\b(?P<verb>fewer|(lower|cut|reduc|prevent|protect)\w*)\b|\b(prevents?|protects?)\b.{0,30}\brevision"
            r"|\brevisions?\b.{0,40}\b(prevented|lowered|cut|reduced)\b"
        ),
        "a bad hip makes people inactive: leave it out, or say so",
        unless=unless(r"\binactive\b"),
    ),
    Pitfall(
        "running_alone_lifts_mood",
        ("mood", "depress"),
        does("eas|lift|treat|cur|lower", r"mood|depress\w+", who="running|jogging|runs?"),
        "write 'walking or jogging': the review did not set them apart",
        unless=unless(r"\bwalking\b"),
    ),
    Pitfall(
        "weeks_free_an_operated_knee",
        ("weeks", "months"),
        both(
            r"\b(ACL|ligament|meniscus|reconstruction|operation|surgery)\b",
            r"\b(ready|free|fine|allowed|no problem) to run\b|\byou (can|may) run\b",
            parts="ready to|free to|fine to|allowed|problem|can run|may run",
        ),
        "the review counted what clinics do: say so, and that the surgeon or physiotherapist decides",
    ),
    Pitfall(
        "weeks_after_birth_are_proven",
        ("birth", "postnatal"),
        both(
            r"\b(12|twelve|3|three) (weeks|months)\b",
            r"\b(proven|tested|studies show|trials? shows?|evidence shows?|shown (by|in) (studies|trials?))\b",
        ),
        "say that the number of weeks is expert opinion",
    ),
    Pitfall(
        "covid_advice_is_of_today",
        ("covid",),
        words(r"\b(7|seven|2|two|10|ten) (symptom-free )?(days|weeks)\b"),
        "name the year: the advice is of 2021",
        unless=unless(r"\b2021\b"),
    ),
    Pitfall(
        "a_clinic_says_to_avoid_jogging",
        ("mayo", "cleveland"),
        words(
            r"\b(avoid|leave out|do not|don['’]t|not to|against|forbids?|stop)\b"
            r".{0,40}\b(jog\w*|run\w*|jump\w*|impact)\b"
            r"|\b(jog\w*|run\w*|jump\w*|impact)\b.{0,40}\b(avoided|left out|forbidden)\b"
        ),
        "we have not read it on their pages: name nobody",
        can_be_denied=False,
    ),
    Pitfall(
        "a_form_is_copied",
        ("doctor ever", "dizziness", "par-q"),
        words(r"\bhas your doctor ever said\b|\blose balance because of dizziness\b|\bPAR-Q\+? question [0-9]"),
        "link to the form on its owners' site; its questions are not ours to copy",
        can_be_denied=False,
    ),
    Pitfall(
        "the_ottawa_rule_is_for_readers",
        ("ottawa",),
        words(r"\b(you|your|yourself)\b"),
        "it is a clinician's tool: leave it out of what readers do",
        unless=unless(r"\bclinicians?\b"),
        can_be_denied=False,
    ),
    Pitfall(
        "chest_pain_can_wait",
        ("chest",),
        words(
            r"\bchest\b.{0,80}\b(if|unless) (it|this|they)\b"
            r".{0,20}\b(gone|goes|pass(es)?|settles?|eases?)\b.{0,20}\b(quickly|soon|minutes)\b"
            r"|\bchest pain\b.{0,40}\b(is|are) (fine|no problem|harmless)\b"
        ),
        "sudden chest pain that does not go away is an emergency; pain that passes means no running until checked",
        can_be_denied=False,
    ),
    Pitfall(
        "one_country_has_the_emergency_number",
        ("999",),
        words(r"\b(call|ring|dial|phone) 999\b"),
        "write '999 (UK), 112 (EU), 911 (US and Canada) or your local number'",
        unless=unless(r"\b112\b|\(UK\),$"),
        can_be_denied=False,
    ),
    Pitfall(
        "a_doctor_gives_clearance",
        ("clear",),
        words(r"\b(medical|doctor['’]s) clearance\b|\bcleared (to|for|by)\b"),
        "the branches of the chart that uses the word were not seen: say who asks first, and whom",
        can_be_denied=False,
    ),
)
