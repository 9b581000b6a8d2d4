"""Drawings that explain: inline, so that they take the page's colours, with the meaning of their numbers as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .context import PageContext
from .templating import rendered


@dataclass(frozen=True)
class Drawing:
    """What a drawing of templates/drawings says in words. A label explains the number of its place in the list."""

    title: str
    description: str  # for people who do not see it: what is drawn, not what it means
    labels: tuple[str, ...]
    notes: tuple[str, ...] = ()


DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "bone-renewal": Drawing(
            title="How bone renews itself",
            description=(
                "Five pictures of the surface of a bone. Arrows press on it and cells inside notice. A large cell "
                "clears a pit. Small cells line the pit and fill it. On one side the surface is level again. On the "
                "other it lies below a dashed line that shows where it was."
            ),
            labels=(
                "Load bends the bone a little. Cells inside it notice.",
                "Large cells clear away old bone and leave a pit.",
                "Many small cells fill the pit with new bone.",
                "As much is filled as was cleared: the bone stays as it was.",
                "Less is filled than was cleared: the bone gets thinner. The dashed line shows where it was.",
            ),
            notes=("A sketch of what textbooks say. It shows the order of things, not how long they take.",),
        ),
        "where-bones-break": Drawing(
            title="Where weak bones break most often",
            description=(
                "A skeleton from the front. The spine, hips, wrists, upper arms and pelvis are marked. Beside it three "
                "bones of the spine from the side: the middle one is squashed at the front into a wedge."
            ),
            labels=(
                "Upper arm.",
                "Spine. It can break while you bend or lift, and often nobody notices.",
                "Wrist.",
                "Pelvis.",
                "Hip: the top of the thigh bone.",
                "Three spine bones from the side. The middle one is squashed into a wedge. "
                "The dashed line shows its old height.",
            ),
            notes=("Marked bones are where such breaks happen most. Other bones break too.",),
        ),
        "impact-ladder": Drawing(
            title="A ladder of impact, from walking to hopping",
            description=(
                "Five steps that rise to the right, with a person on each: walking, walking briskly, jogging, jumping "
                "low on two feet, and hopping high on one leg. More lines under the feet mean a harder landing. A "
                "dashed line stands between the second and the third step."
            ),
            labels=(
                "Walking.",
                "Brisk walking.",
                "Jogging.",
                "Low jumps on two feet.",
                "Hopping on one leg, and high jumps.",
            ),
            notes=(
                "Dashed line: the usual limit of impact in UK guidance after a spine fracture or several low-impact "
                "fractures. It limits how hard you land, not how long you walk.",
                "The order of the steps is ours, and they are not to scale.",
            ),
        ),
        "spine-sparing": Drawing(
            title="Bends and lifts that spare the spine",
            description=(
                "Three moves, each drawn twice. With a cross the back is bent; with a tick it is long. Lifting a box "
                "with straight legs, or with bent knees and the box close. Putting on a shoe while standing bent over, "
                "or sitting with the foot on the other knee. Sitting straight up in bed, or getting up from the side "
                "with the help of the arms."
            ),
            labels=(
                "Lift with bent hips and knees and the load close, not with a round back.",
                "Sit down for socks and shoes and bring the foot up to you.",
                "Roll to your side and push up with your arms, instead of sitting straight up.",
            ),
            notes=("Cross: harder on the spine. Tick: kinder to the spine.",),
        ),
    }
)


def drawing(_page: PageContext, id: str = "") -> str:
    """One drawing with its caption, or all of them where none is named.

    Raises ValueError, with the names that there are, for one that is not there.
    """
    if id and id not in DRAWINGS:
        raise ValueError(f"drawing(): there is no '{id}'; there are {', '.join(DRAWINGS)}")
    return rendered("drawing.html", drawings={id: DRAWINGS[id]} if id else DRAWINGS)
