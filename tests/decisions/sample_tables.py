"""Decisions that between them use everything a decision can: for what is written out, read back, and run elsewhere.

They need not prove well; they need to be odd.
"""

from __future__ import annotations

import functools

from macros.decisions.diagram.compiled import Compiled
from macros.decisions.tables.table import Question

from .making import asked, compiled_with_problems, facts_of, outcomes

_SITE = asked(
    "site",
    "options: {knee: Knee, hip: {label: Hip, hint: or groin}, not-sure: {label: Not sure, as: hip}, shin: Shin}, "
    "signs: [one-two, three]",
)
_PAIN = asked("pain", "range: '[0..10]', unit: of 10, help: 'A number, whole'")
_WEEKS = asked("weeks-off", "range: '[-4..52]', step: 4, unit: weeks, short: Weeks off")
_LEG = asked(
    "leg",
    "options: {no: No, sore: Sore, bone: {label: Bone, signs: [three]}, yes: Yes, "
    "not-sure: {label: Not sure, as: yes}}, signs: {One: [one-two, three], Two: [four]}",
)
_SURE = asked("sure", "boolean: true")
# What several of them ask, and how they name it.
FACTS = _PAIN + asked("certainty", "boolean: true, keeps: 30 days, sensitive: true, alone: For tests")
_SHARED = "  - fact: pain\n"
_CERTAIN = "  - {fact: certainty, id: sure}\n"
_EXAMPLE = "examples:\n  - {given: {pain: 1}, then: go, about: 'Not ''run'', & <not> executed'}\n"
_STRINGS = outcomes("stop", "ease-off", "go") + _EXAMPLE
_POINTS = "outputs:\n  - {id: points, label: Points, range: '[-5..9]', unit: points}\n" + _EXAMPLE
_BOTH = (
    "outputs:\n  - {id: colour, label: Colour, values: {red: Red, amber: Amber, green: Green}}\n"
    "  - {id: points, label: Points, range: '[-5..9]'}\n" + _EXAMPLE
)


def _decision(policy: str, inputs: str, results: str, *rules: str) -> str:
    lines = "".join(f"  - {{id: r{index}, {rule}, because: 'Row {index}: <so>'}}\n" for index, rule in enumerate(rules))
    return f"hit_policy: {policy}\ninputs:\n{inputs}rules:\n{lines}{results}"


_TEXTS = {
    "unique": _decision(
        "unique",
        _WEEKS + _SURE,
        "default: ease-off\n" + _STRINGS,
        "when: {weeks-off: '< 8', sure: true}, then: go, claims: [one, two], hazards: [H01]",
        "when: {weeks-off: '(8..24], 40', sure: false}, then: stop",
    ),
    "any": _decision(
        "any",
        _SITE + _PAIN,
        _STRINGS,
        "when: {site: not(shin)}, then: stop",
        "when: {site: knee, pain: '> 3'}, then: stop",
        "when: {site: shin, pain: '<= 3, 5'}, then: go",
    ),
    "priority": _decision(
        "priority",
        _SHARED + _SITE,
        _STRINGS,
        "when: {pain: '[0..4]'}, then: go",
        "when: {pain: '3, 5, [7..8]'}, then: stop",
        "when: {site: 'hip, shin'}, then: ease-off",
    ),
    "signs": _decision(
        "unique",
        _LEG + _SURE,
        "default: go\n" + _STRINGS,
        "when: {leg: yes}, then: stop",
        "when: {leg: [sore, bone], sure: true}, then: ease-off",
    ),
    "priority-of-numbers": _decision(
        "priority", _PAIN, _POINTS, "when: {pain: '< 8'}, then: -2", "when: {pain: '> 2'}, then: 9", "then: 0"
    ),
    "priority-of-two": _decision(
        "priority",
        _PAIN + _SURE,
        "default: {colour: green, points: 0}\n" + _BOTH,
        "when: {pain: '> 2'}, then: {colour: amber, points: 3}",
        "when: {sure: true}, then: {colour: amber, points: 4}",
        "when: {pain: 10}, then: {colour: red, points: -5}",
    ),
    "first": _decision(
        "first",
        asked("30-days", "boolean: true") + _SITE,
        _STRINGS,
        "when: {30-days: false}, then: stop",
        "when: {site: [knee, shin]}, then: go",
    ),
    "rule-order": _decision(
        "rule order",
        _PAIN,
        "default: go\n" + _STRINGS,
        "when: {pain: '> 2'}, then: go",
        "when: {pain: '> 5'}, then: stop",
        "when: {pain: '> 8'}, then: go",
    ),
    "output-order": _decision(
        "output order",
        _PAIN,
        _BOTH,
        "when: {pain: '> 2'}, then: {colour: green, points: 1}",
        "when: {pain: '> 5'}, then: {colour: red, points: 1}",
        "when: {pain: '> 6'}, then: {colour: red, points: 2}",
        "when: {pain: '> 8'}, then: {colour: green, points: 1}",
    ),
    **{
        f"collect-{aggregation}": _decision(
            f"collect\naggregation: {aggregation}",
            _SHARED + _CERTAIN,
            _POINTS,
            "when: {pain: '> 2'}, then: 4",
            "when: {pain: '> 5', sure: true}, then: -5",
            "when: {pain: 9}, then: 4",
        )
        for aggregation in ("list", "sum", "min", "max", "count")
    },
    "decimals": _decision(
        "collect\naggregation: min",
        asked("km", "range: '[-0.5..1.5]', unit: km")
        + asked("dose", "range: '[0..1]', step: 0.25")
        + asked("mass", "range: '[0..2]'"),
        "outputs:\n  - {id: price, label: Price, range: '[-1..151]'}\n" + _EXAMPLE,
        "when: {km: '> 1', mass: '<= 1.5'}, then: 98.83",
        "when: {km: '[-0.3..0.4]', dose: '0.50, 1'}, then: 150.21",
        "when: {dose: '< 0.5', mass: 0.1}, then: -0.05",
    ),
    "derived": _decision(
        "first",
        asked("in", "range: '[0..1.2]', unit: km, scale: 10")
        + asked("for", "range: '[-5..5]'")
        + "  - {id: ratio, short: 'Ratio, in %', range: '[-1.9..6.1]', unit: '%', "
        "value: '(in * 5 - for) // max(min(for, 4) + 0 * in, 1) - (0 - for) // 3 + 1 - 13 + 1 + 2'}\n",
        _STRINGS,
        "when: {ratio: '> 1'}, then: stop",
        "when: {for: '[-2..2]'}, then: ease-off",
        "then: go",
    ),
    "graph": _decision(
        "unique",
        "  - {id: level, decision: priority, short: What the pain says}\n  - {id: score, decision: collect-sum}\n"
        "  - {fact: pain, short: Pain again}\n" + _CERTAIN,
        _STRINGS,
        "when: {level: stop}, then: stop",
        "when: {level: [ease-off, go], pain: '>= 1', score: '<= 3'}, then: ease-off",
        "when: {level: not(stop), pain: 0, sure: true}, then: go",
    ),
}


def sample_facts() -> dict[str, Question]:
    """What several of them ask."""
    return facts_of(FACTS)[0]


@functools.cache
def tables() -> dict[str, Compiled]:
    """Every one of them, compiled."""
    done, problems = compiled_with_problems(FACTS, **{id.replace("-", "_"): text for id, text in _TEXTS.items()})
    assert done.keys() == _TEXTS.keys(), "\n".join(map(str, problems))
    return done
