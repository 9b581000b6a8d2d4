"""Plain words for what records hold as codes, numbers and dates. British English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...records import Certainty, ClaimKind, Design, Topic
from ...records.evidence.claim import Figure

TOPICS: dict[Topic, str] = {
    Topic.BONES: "Bones",
    Topic.BONE_STRESS: "Bone stress injuries",
    Topic.FOOD_ENERGY: "Food, energy and hormones",
    Topic.SCANS: "Bone scans",
    Topic.KNEES: "Knees",
    Topic.HIPS: "Hips",
    Topic.BACK: "Back",
    Topic.SURGERY: "Surgery and joint replacement",
    Topic.INFLAMMATORY: "Inflammatory arthritis",
    Topic.TRAINING: "Training and building up",
    Topic.SHOES: "Shoes, surfaces and technique",
    Topic.STRENGTH: "Strength and balance",
    Topic.WARM_UP: "Warm-up and stretching",
    Topic.PAIN: "Pain",
    Topic.WARNING_SIGNS: "Warning signs",
    Topic.BENEFITS: "Benefits of being active",
    Topic.WOMENS_HEALTH: "Women’s health",
    Topic.FALLS: "Falls",
}

DESIGNS: dict[Design, str] = {
    Design.SYSTEMATIC_REVIEW: "Reviews of all studies on a question",
    Design.RANDOMISED_TRIAL: "Randomised trials",
    Design.NON_RANDOMISED_TRIAL: "Trials without random groups",
    Design.COHORT: "Studies that followed people over time",
    Design.CASE_CONTROL: "Studies that compared people with and without a condition",
    Design.CROSS_SECTIONAL: "Studies at one point in time",
    Design.CASE_SERIES: "Reports of single patients",
    Design.LABORATORY: "Laboratory studies",
    Design.DIAGNOSTIC_ACCURACY: "Studies of tests and scans",
    Design.GUIDELINE: "Guidelines",
    Design.CONSENSUS: "Consensus of experts",
    Design.NARRATIVE_REVIEW: "Overviews by experts",
    Design.PUBLIC_INFORMATION: "Public information",
    Design.SURVEY: "Surveys",
    Design.TOOL: "Tools and questionnaires",
}

# GRADE's four levels (https://gdt.gradepro.org/app/handbook/handbook.html), in our words.
MEANINGS: dict[Certainty, str] = {
    Certainty.HIGH: "We are very sure. New studies are very unlikely to change this.",
    Certainty.MODERATE: "We are fairly sure. New studies may change it a little.",
    Certainty.LOW: "We are not very sure. Better studies may well change it.",
    Certainty.VERY_LOW: "We cannot tell. There is too little research, or its results do not fit together.",
}

KINDS: dict[ClaimKind, str] = {
    ClaimKind.FINDING: "A finding of research.",
    ClaimKind.GUIDANCE: "What named bodies say. That is advice, and no measure of how sure anyone is that it works.",
    ClaimKind.DEFINITION: "An agreed meaning or threshold.",
    ClaimKind.OUR_RULE: "An editorial choice of this guide, not a finding of research.",
}


# Not strftime: its names of months follow the machine's language.
def listed(items: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def led_by(title: str, says: str) -> str:
    """'The planner: how it was proved', but 'Sore today? How it was proved'."""
    if title.endswith(("?", "!", ".", "…")):
        return f"{title} {says[:1].upper()}{says[1:]}"
    return f"{title}: {says}"


def number(value: float) -> str:
    """Thousands with a comma, a true minus sign, and no digits that the record does not hold."""
    text = f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    return text.replace("-", "−")


def interval(figure: Figure) -> str:
    """'1.16 to 2.00': both ends as exact as each other. Empty where there is no range."""
    if figure.low is None or figure.high is None:
        return ""
    places = max(_places(figure.low), _places(figure.high))
    return " to ".join(f"{end:,.{places}f}".replace("-", "−") for end in (figure.low, figure.high))


def _places(value: float) -> int:
    """How many decimal places a number is written with."""
    return len(f"{value:g}".partition(".")[2])


def amount(figure: Figure) -> str:
    """The value with its unit: 3.5 out of 100 people, 21%, 1.17 (ratio)."""
    value, unit = number(figure.value), figure.unit
    if unit.startswith("percent"):
        return f"{value}%{unit.removeprefix('percent')}"
    if is_ratio(figure) or unit.endswith("-score"):
        return f"{value} ({unit})"
    return f"{value} {re.sub(r'(^|(?<= ))of (?=[0-9]|a million)', 'out of ', unit)}"


def is_ratio(figure: Figure) -> bool:
    """Whether it compares groups and says nothing of how many people there are in either."""
    return bool(re.search(r"\bratio\b", figure.unit))
