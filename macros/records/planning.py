"""What answers and results of a decision say to the walk-run planner. It has no rule of its own beside these."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import Id, Record


class Move(StrEnum):
    """What a result does to the weeks, the most careful first."""

    STOP = "stop"
    FIRST = "first"
    BACK_2_AFTER_REST = "back-2-after-rest"
    BACK_2 = "back-2"
    BACK_1_AFTER_REST = "back-1-after-rest"
    BACK_1 = "back-1"
    SAME_AFTER_REST = "same-after-rest"
    SAME = "same"
    WAIT = "wait"
    NEXT = "next"

    @property
    def steps_back(self) -> int:
        """How many steps it goes back by name."""
        return int(self.split("-")[1]) if self.startswith("back-") else 0


class Noted(Record):
    """What a session counts as, once this answer is noted for it."""

    ran: bool = Field(True, description="Whether it was a run, so that no break goes on over it")
    leaves: Id | None = Field(
        None,
        description="How the next session is told that this one was. Without it those before count on as they did",
    )
