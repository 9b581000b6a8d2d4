"""A chart: which figures of which claims are drawn, how, and what a reader takes from it.

It holds no number. A mark names a figure of a claim (`claim-id/figure-id`), and the picture is drawn from that.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from ..base import Id, Record, RefersTo, Text, mistake
from .source import Topic

FIGURE = r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$"
FigureRef = Annotated[str, StringConstraints(pattern=FIGURE), RefersTo("figures")]


class ChartKind(StrEnum):
    """How numbers become marks."""

    ICON_ARRAY = "icon-array"  # so many out of 100, as 100 small people
    BARS = "bars"  # a length that begins at zero
    INTERVALS = "intervals"  # a value with its likely range
    DOTS = "dots"  # values whose sources give no range
    STEPS = "steps"  # a plan, session by session
    MAP = "map"  # every claim by its topic and its certainty; names no figures


class Mark(Record):
    """One number of a claim, as one mark."""

    figure: FigureRef = Field(description="claim-id/figure-id")
    label: Text | None = Field(None, description="Shorter words than the figure's own, for the picture")
    tone: Literal["main", "other"] = Field("main", description="`other` for what the main marks are compared with")
    times: Annotated[int, Field(ge=1, le=21)] = Field(1, description="In steps: so many sessions in a row")
    step: FigureRef | None = Field(None, description="In steps: the figure that says how large the step to it is")


class Line(Record):
    """Where a value means no difference (a ratio of 1) or no change (0)."""

    at: Literal[0, 1]
    label: Text


class Panel(Record):
    """Marks on one scale, so of one unit."""

    title: Text | None = None
    axis: Text = Field(description="What the scale measures, with its unit")
    scale: Literal["linear", "log"] = "linear"
    line: Line | None = None
    series: Annotated[tuple[Mark, ...], Field(min_length=1)]


class Chart(Record):
    id: Id
    kind: ChartKind
    topic: Topic | None = Field(None, description="Where it stands on the page of charts; none for a map of all claims")
    title: Text
    finding: Text = Field(description="One sentence that says what the picture shows, as sure as its least sure claim")
    caveat: Text = Field(description="What the picture does not show; always seen with it")
    description: Text = Field(description="What it looks like, for those who do not see it")
    panels: tuple[Panel, ...] = ()

    @model_validator(mode="after")
    def _map_has_no_panels(self) -> Chart:
        if (self.kind is ChartKind.MAP) == bool(self.panels):
            raise mistake(
                "a map draws all claims by itself; every other chart says what it draws",
                "delete `panels`" if self.panels else "add `panels:` with a `series`",
                "panels",
            )
        return self

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for panel in self.panels for mark in panel.series)

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure that is drawn or written into the picture."""
        return tuple(id for mark in self.marks for id in (mark.figure, mark.step) if id)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that those figures belong to, once each, in order."""
        return tuple(dict.fromkeys(figure.partition("/")[0] for figure in self.figures))
