"""The drawings that explain, by the names that pages call them by, with their words.

They are drawn in macros/render/drawing/templates/drawings/.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Drawing:
    """What a drawing says in words. A label explains the number of its place in the list."""

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
        "knee": Drawing(
            title="What is in a knee",
            description=(
                "A knee twice. From the front, without its kneecap: the thigh bone above, the shin bone below, a thick "
                "line on the ends of both, two wedges between them at the edges, and a band in the middle. From the "
                "side: the kneecap in front of the thigh bone, held by a tendon above and below."
            ),
            labels=(
                "Thigh bone.",
                "Shin bone.",
                "Kneecap. It glides in front of the thigh bone.",
                "Cartilage: the smooth lining on the ends of the bones.",
                "Meniscus: a wedge on each side that spreads load.",
                "ACL: a band in the middle that keeps the shin bone from sliding forward.",
                "Tendon of the thigh muscle. It pulls on the kneecap when you straighten the leg.",
            ),
            notes=("A sketch: other bands, and the bag around the joint, are left out.",),
        ),
        "lower-leg": Drawing(
            title="Soft parts, and spots on a bone",
            description=(
                "A lower leg and foot from the inner side, toes to the left. Three thick lines: along the inner back "
                "edge of the shin bone, down the cord above the heel, and below the heel. Three rings: on the front of "
                "the shin bone, on a bone on top of the middle of the foot, and in the heel bone."
            ),
            labels=(
                "Along the inner edge of the shin, spread out: often called shin splints.",
                "Achilles tendon, the cord above the heel.",
                "Below the heel and along the arch.",
                "One spot on the front of the shin bone: treat it as bone.",
                "The top of the middle of the foot: treat it as bone.",
                "Deep in the heel bone, worse with each step: treat it as bone.",
            ),
            notes=("A sketch. Where it hurts does not settle what it is.",),
        ),
        "load-step-metre": Drawing(
            title="Load at each step, and over the same distance",
            description=(
                "Two lines of ground of the same length. Above the first a walking person, and eight low, wide humps. "
                "Above the second a running person, and five humps that are three times as high and narrower. A double "
                "arrow below marks the distance."
            ),
            labels=(
                "Walking: many steps, each with a low peak.",
                "Running: fewer steps, each with a peak about three times as high, and over sooner.",
                "The same distance. The shaded areas come out nearly the same.",
            ),
            notes=(
                "Heights are to scale, from a model of 14 healthy adults. Widths and the number of steps are a sketch.",
                "A force is not damage: the study did not follow the knees.",
            ),
        ),
        "where-it-hurts": Drawing(
            title="Where does it hurt? Mark it on paper",
            description="The outline of a body from the front and from the back, empty, to be marked with a pen.",
            labels=("From the front: your right side is on the left of the page.", "From the back."),
            notes=(
                "Print the page. Put one cross where it hurts most, and an arrow where the pain goes.",
                "Shade what is numb. If you shade between the legs, get emergency help now.",
            ),
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
        "strength-at-home": Drawing(
            title="Seven moves for strength at home",
            description=(
                "Seven rows of two pictures each, the start on the left and the end on the right. Sitting on a chair "
                "and standing before it. Standing at a worktop on flat feet and on the toes. Lying on the back with "
                "bent knees and with the hips lifted. Standing and holding on, with both feet down and with one leg "
                "out to the side. On hands and knees, and with one arm reaching forward and one leg back. Leaning on a "
                "worktop with straight arms, and with bent arms and the chest near it. Standing with a band that is "
                "fixed in front, with the arms stretched out, and with the elbows drawn back."
            ),
            labels=(
                "Thighs: stand up from a chair, and sit down slowly.",
                "Calves: rise onto your toes, and come down slowly.",
                "Hips: lift your hips, with both feet on the floor.",
                "Side of the hip: lift one leg a little to the side, and keep your body upright.",
                "Trunk: reach one leg back and the other arm forward, with a long back.",
                "Arms and chest: lean on a worktop, bend your arms, and push back.",
                "Upper back: pull a band towards you, and let it go back slowly.",
            ),
            notes=("Left: start. Right: end. Arrows show the way of the move.",),
        ),
        "warm-up": Drawing(
            title="A warm-up in three parts",
            description=(
                "Three pictures: a person walking briskly, a person jogging with short steps, and a person who holds "
                "on to a rail and swings one leg from back to front. A dashed line shows the leg behind the body."
            ),
            labels=(
                "Walk briskly for five minutes.",
                "Jog the first minutes slowly.",
                "If you like, hold on and swing each leg a few times.",
            ),
            notes=("The order is ours. It has not been shown to prevent injury.",),
        ),
    }
)
