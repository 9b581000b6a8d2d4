"""Walk-run ladders: each session in words and as a small bar. What a session adds up to is counted, never typed."""

from __future__ import annotations

from dataclasses import dataclass

import svg
from markupsafe import Markup

from ...export.planner import LONG_STEP, RISE, pointed_out
from ...library import Library
from ...records import Plan
from ...records.plan import Part, Segment, Session, SessionStep
from ..drawing.plot.canvas import em, share
from ..evidence.claim import Chip, chip
from ..page.context import PageContext
from ..page.links import Link
from ..page.templating import rendered
from ..page.words import number

_TIMES = {1: "once", 2: "twice"}
_RUNG = {"weeks": "Week", "levels": "Level"}

# Down the bar, in its own letters: runs are high and walks are low, so that shape says it without colour.
_BAR_EM, _WALK_EM, _EDGE_EM = 1.1, 0.4, 0.1


@dataclass(frozen=True)
class SessionShown:
    """One session of the table."""

    when: str
    words: str
    bar: Markup
    running: str
    unbroken: str
    steps: tuple[str, ...]  # what is large about the step to it, in words


def plan(page: PageContext, id: str) -> str:
    """The whole ladder as a table, with whom it is for, its largest steps and its evidence."""
    record = page.library.plans[id]
    return rendered(
        "doing/plan.html",
        id=id,
        plan=record,
        chips=_chips(page, record),
        rows=_rows(page.library, record),
        sessions=len(record.sessions),
        largest=_largest(record),
        runs=any(session.running for session in record.sessions),
        pages=[Link(page.title(target), page.url(target)) for target in record.pages],
    )


def minutes(value: float) -> str:
    """'1½ minutes', '1 minute'."""
    whole, half = divmod(value, 1)
    said = f"{number(whole) if whole else ''}{'½' if half else ''}"
    return f"{said} {'minute' if value <= 1 else 'minutes'}"


def in_words(session: Session) -> str:
    """'Walk 5 minutes. 8 times: run 1 minute, walk 1½ minutes.'"""
    said: list[str] = []
    for part in session.parts:
        if said and not part.of and not said[-1][:1].isdigit():
            said[-1] += f", {_part(part)}"
        else:
            said.append(_part(part))
    return " ".join(f"{one[:1].upper()}{one[1:]}." for one in said)


def _part(part: Part) -> str:
    if part.of:
        return f"{part.times} times: {', '.join(_segment(segment) for segment in part.of)}"
    return _segment(part)


def _segment(segment: Segment) -> str:
    return f"{'walk' if segment.run is None else 'run'} {minutes(segment.minutes)}"


def _chips(page: PageContext, record: Plan) -> list[Chip]:
    return [chip(page, id) for id in record.claims]


def _rows(library: Library, record: Plan) -> list[SessionShown]:
    longest = max(session.minutes for session in record.sessions)
    steps = {(step.week, step.session): step for step in record.steps}
    return [
        SessionShown(
            when=_when(record, week, index),
            words=in_words(session),
            bar=_bar(session, longest),
            running=f"{minutes(session.running)} of running"
            if session.running
            else f"{minutes(session.minutes)} of walking",
            unbroken=_unbroken(session),
            steps=_large(library, steps.get((week, index))),
        )
        for week, one in enumerate(record.weeks)
        for index, session in enumerate(one.sessions)
    ]


def _unbroken(session: Session) -> str:
    """How the running is parted by walks."""
    if not session.running:
        return "brisk and comfortable"
    return "without a walk" if session.unbroken == session.running else f"at most {minutes(session.unbroken)} at a time"


def _when(record: Plan, week: int, index: int) -> str:
    rung = f"{_RUNG[record.counts]} {week + 1}"
    sessions = record.weeks[week].sessions
    if len(sessions) == 1:
        times = sessions[0].times
        return f"{rung}, {_TIMES.get(times, f'{times} times')}"
    return f"{rung}, session {index + 1}"


def _large(library: Library, step: SessionStep | None) -> tuple[str, ...]:
    if step is None:
        return ()
    says = {
        RISE: f"{step.percent:.0f}% more running than the session before",
        LONG_STEP: f"{minutes(step.unbroken)} more without a walk than the session before",
    }
    return tuple(says[result] for result in pointed_out(library, step))


def _largest(record: Plan) -> list[str]:
    """The largest step of each kind, with where it stands."""
    if not any(step.after.running for step in record.steps):
        return []
    running = max(record.steps, key=lambda step: step.percent)
    unbroken = max(record.steps, key=lambda step: step.unbroken)
    return [
        f"Running in a session grows most in {_rung(record, running)}: "
        f"from {minutes(running.before.running)} to {minutes(running.after.running)}, {running.percent:.0f}% more.",
        f"The longest run without a walk grows most in {_rung(record, unbroken)}: "
        f"from {minutes(unbroken.before.unbroken)} to {minutes(unbroken.after.unbroken)}.",
    ]


def _rung(record: Plan, step: SessionStep) -> str:
    return f"{_RUNG[record.counts].lower()} {step.week + 1}"


def _bar(session: Session, longest: float) -> Markup:
    """A block for each segment, as long as its minutes. The words beside it say the same, so it is not announced."""
    drawn: list[svg.Element] = []
    at = 0.0
    for segment in session.segments:
        runs = segment.run is not None
        high = _BAR_EM if runs else _WALK_EM
        drawn.append(
            svg.Rect(
                x=share(100 * at / longest),
                y=em(_BAR_EM - high + _EDGE_EM),
                width=share(100 * segment.minutes / longest),
                height=em(high),
                class_=["plan__run" if runs else "plan__walk"],
            )
        )
        at += segment.minutes
    picture = svg.SVG(
        width=share(100),
        height=em(_BAR_EM + 2 * _EDGE_EM),
        class_=["plan__bar"],
        extra={"aria-hidden": "true", "focusable": "false"},
        elements=drawn,
    )
    return Markup(picture.as_str())  # svg.py writes markup, and no words stand in it
