"""A warning sign: its words, how fast to act on it, and what it rules out until somebody has looked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from .base import ClaimRef, HazardRef, Id, Record, SignRef, SourceRef, Text, mistake


class HowFast(StrEnum):
    """How fast to act, the fastest first."""

    NOW = "now"
    TODAY = "today"
    DAYS = "days"
    APPOINTMENT = "appointment"
    ASK_FIRST = "ask-first"

    @property
    def words(self) -> str:
        """What it asks a reader to do."""
        return {
            "now": "Get help now",
            "today": "Get help today",
            "days": "Be seen within days",
            "appointment": "Book an appointment",
            "ask-first": "Ask before you run",
        }[self.value]


class Ruled(StrEnum):
    """What a sign can rule out, and a result can allow."""

    RUN = "run"
    JUMP = "jump"
    LOAD = "load"

    @property
    def words(self) -> str:
        """As a list of things to do names it."""
        return {"run": "running", "jump": "jumping", "load": "loading it"}[self.value]


class Region(StrEnum):
    """Where in the body a sign is; `any` where it is nowhere in particular."""

    ANY = "any"
    CHEST = "chest"
    BACK = "back"
    JOINT = "joint"
    KNEE = "knee"
    BONE = "bone"
    LEG = "leg"
    FOOT = "foot"
    FOOD = "food"
    BIRTH = "birth"

    @property
    def words(self) -> str:
        """As a heading names it."""
        return _PLACES[self]


_PLACES = {
    Region.ANY: "Anywhere, or all of you",
    Region.CHEST: "Chest and breath",
    Region.BACK: "Back and nerves",
    Region.JOINT: "Any joint",
    Region.KNEE: "Knee",
    Region.BONE: "Bone, hip or groin",
    Region.LEG: "Leg or calf",
    Region.FOOT: "Foot or heel",
    Region.FOOD: "Food and energy",
    Region.BIRTH: "Pregnancy and after a birth",
}


class Sign(Record):
    """Written once: cards and questions name its id, and say its words."""

    id: Id
    says: Text = Field(description="As a card says it, going on after 'if:'")
    ask: Text = Field(description="As a question lists it")
    urgency: HowFast
    rules_out: tuple[Ruled, ...] = Field(description="Until somebody has looked")
    where: Region
    when: Text | None = Field(
        None, description="When it counts, such as 'during or after a run'; at any time without it"
    )
    who: Text | None = Field(None, description="For whom it counts; for everyone without it")
    parts: tuple[SignRef, ...] = Field((), description="Signs that it takes together: whoever asks it has asked them")
    claims: tuple[ClaimRef, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    hazards: tuple[HazardRef, ...] = ()

    @model_validator(mode="after")
    def _stops_what_it_must(self) -> Sign:
        must = {HowFast.NOW: tuple(Ruled), HowFast.TODAY: tuple(Ruled), HowFast.DAYS: (Ruled.RUN, Ruled.JUMP)}
        missing = [what.value for what in must.get(self.urgency, ()) if what not in self.rules_out]
        if missing:
            raise mistake(
                f"a sign for '{self.urgency.value}' rules out {', '.join(missing)} too",
                "add it, or correct `urgency`",
                "rules_out",
            )
        return self


# More than a phone shows at once, and more than anyone keeps apart.
MOST_ON_A_SCREEN = 6


def _is_list(value: object) -> str:
    return "[ids]" if isinstance(value, list | tuple) else "[screens]"


def _on_screens(signs: Signs) -> Signs:
    for heading, ids in screens_of(signs).items():
        if len(ids) > MOST_ON_A_SCREEN:
            at = (heading,) if heading else ()
            raise mistake(
                f"a screen holds at most {MOST_ON_A_SCREEN} signs, and this one has {len(ids)}",
                "group them by place in the body: `signs: {Chest and breath: […], A joint: […]}`",
                *at,
                MOST_ON_A_SCREEN,
            )
    return signs


def screens_of(signs: Signs) -> Mapping[str, tuple[str, ...]]:
    """The ids by the heading of their screen, which is empty where one screen holds all."""
    if isinstance(signs, tuple):
        return {"": signs} if signs else {}
    return signs


def ids_of(signs: Signs) -> tuple[str, ...]:
    """All ids, in the order in which readers meet them."""
    return tuple(id for ids in screens_of(signs).values() for id in ids)


# What a question lists: ids, or ids by the heading of their screen.
Signs = Annotated[
    Annotated[tuple[SignRef, ...], Tag("[ids]")]
    | Annotated[dict[Text, Annotated[tuple[SignRef, ...], Field(min_length=1)]], Tag("[screens]")],
    Discriminator(_is_list),
    AfterValidator(_on_screens),
]
