"""Tables and ladders of a planner that is not the guide's: nothing in code or script may know their names."""

from __future__ import annotations

from macros.decisions.diagram.compiled import Compiled
from tests.decisions.making import compiled_with_problems
from tests.records.test_plan import plan, run

NEXT = """
hit_policy: first
inputs:
  - id: urgent
    ask: Urgent?
    why: It comes first
    signs: [a-siren]
    options: {no: No, yes: "Yes", not-sure: {label: Not sure, as: yes}}
  - id: sign
    ask: A sign?
    why: It counts
    signs: [a-mark]
    options: {no: No, unwell: "No, but I have a fever", swollen: "No, but a joint is swollen", yes: "Yes"}
  - id: felt
    ask: How?
    why: It tells
    options:
      green: {label: Green, noted: {leaves: fine}}
      missed: {label: Missed, noted: {ran: false}}
      hidden: {label: Hidden, noted: {ran: true}}
      amber: {label: Amber, noted: {leaves: amber}}
      red: {label: Red, noted: {leaves: red}}
      later: {label: Later, noted: {ran: false}}
  - {id: before, ask: Before?, why: It tells, options: {fine: Fine, amber: Amber, red: Red}}
  - {id: easing, ask: Easing?, why: It tells, range: "[0..20]", unit: days}
rules:
  - {id: urgent, when: {urgent: yes}, then: ring, because: It is urgent}
  - {id: sign, when: {sign: yes}, then: ring, because: It is a sign}
  - {id: twice, when: {felt: red, before: red}, then: halt, because: Twice}
  - {id: swollen-red, when: {sign: swollen, felt: red}, then: halt, because: Both}
  - {id: long, when: {felt: amber, easing: "> 10"}, then: halt, because: Long}
  - {id: red, when: {sign: no, felt: red}, then: down, because: Red}
  - {id: swollen, when: {sign: swollen}, then: one-down, because: Swollen}
  - {id: unwell, when: {sign: unwell}, then: in-bed, because: Unwell}
  - {id: amber, when: {felt: amber}, then: again, because: Amber}
  - {id: later, when: {felt: [later, missed]}, then: later, because: Later}
  - {id: fine, when: {}, then: onward, because: Fine}
outcomes:
  ring: {urgency: now, plan: stop, heading: Ring, means: Ring.}
  halt: {urgency: appointment, plan: stop, heading: Halt, means: Halt.}
  down: {urgency: care, plan: back-2-after-rest, spares_legs: true, heading: Down, means: Down.}
  one-down: {urgency: care, plan: back-1, heading: Down, means: Down.}
  in-bed: {urgency: care, plan: same-after-rest, heading: Bed, means: Bed.}
  again: {urgency: care, plan: same, heading: Again, means: Again.}
  later: {urgency: note, plan: wait, heading: Later, means: Later.}
  onward: {urgency: start, plan: next, heading: On, means: On.}
examples: [{given: {urgent: yes}, then: ring}]
"""


JUMP = """
hit_policy: first
inputs:
  - {id: longest, ask: Longest?, why: It counts, looks_back: 6, range: "[0.0..20.0]", unit: km}
  - {id: planned, ask: Planned?, why: It counts, range: "[0.1..20.0]", unit: km}
  - {id: more, value: planned - longest, range: "[-199..200]"}
rules:
  - {id: over, when: {longest: "> 0", more: "> 10"}, then: over, because: Over}
  - {id: all, when: {}, then: within, because: All}
outcomes:
  over: {urgency: care, points_out: true, heading: Over, means: Over.}
  within: {urgency: note, heading: In, means: In.}
examples: [{given: {longest: 1, planned: 1}, then: within}]
"""


STEP = """
hit_policy: rule order
inputs:
  - {id: jump, ask: Jump?, why: It counts, options: {no: No, yes: "Yes"}}
  - {id: percent, ask: Percent?, why: It counts, range: "[0..50]", unit: "%"}
  - {id: more, ask: More?, why: It counts, range: "[0..20]", step: 0.5, unit: minutes}
  - {id: unbroken, ask: Unbroken?, why: It counts, range: "[0..20]", step: 0.5, unit: minutes}
rules:
  - {id: jump, when: {jump: yes, more: ">= 2"}, then: jump, because: Jump}
  - {id: rise, when: {percent: ">= 40", more: ">= 1.5"}, then: rise, because: Rise}
  - {id: long, when: {unbroken: ">= 2"}, then: long-step, because: Long}
outcomes:
  jump: {urgency: care, heading: Jump, means: Jump.}
  rise: {urgency: care, heading: Rise, means: Rise.}
  long-step: {urgency: care, heading: Long, means: Long.}
examples: [{given: {jump: no, percent: 0, more: 0, unbroken: 0}, then: []}]
"""


RESTART = """
hit_policy: first
inputs: [{id: days-off, ask: Days?, why: It counts, range: "[0..20]", unit: days}]
rules:
  - {id: long, when: {days-off: ">= 12"}, then: again, because: Twelve days}
  - {id: middle, when: {days-off: ">= 9"}, then: lower, because: Nine days}
  - {id: short, when: {}, then: on, because: Few days}
outcomes:
  again: {urgency: care, plan: first, heading: Again, means: Again.}
  lower: {urgency: care, plan: back-1, heading: Lower, means: Lower.}
  on: {urgency: start, plan: same, heading: On, means: On.}
examples: [{given: {days-off: 1}, then: on}]
"""


LADDER = """
hit_policy: first
inputs: [{id: route, ask: Route?, why: It counts, options: {runs: Runs, walks: Walks}}]
rules:
  - {id: runs, when: {route: runs}, then: a-ladder, because: Runs}
  - {id: walks, when: {}, then: a-walk, because: Walks}
outcomes:
  a-ladder: {urgency: start, heading: Runs, means: Runs.}
  a-walk: {urgency: start, heading: Walks, means: Walks.}
examples: [{given: {route: runs}, then: a-ladder}]
"""


RUNS = {"fewest": 2, "most": 4, "between": 1}
WALKS = {"fewest": 1, "most": 7}
PLAN = plan([run(4)], [run(5)], [run(6)], [run(7)], [run(8)], [run(9)], days=RUNS)
WALK = plan(
    [{"times": 2, "parts": [{"walk": 5}]}],
    [{"times": 2, "parts": [{"walk": 10}]}],
    bound=0,
    bound_unbroken=0,
    days=WALKS,
)


def table(text: str) -> Compiled:
    """A table. What a guide's own has to have besides, such as an example for each row, is not looked at here."""
    return compiled_with_problems(test=text)[0]["test"]
