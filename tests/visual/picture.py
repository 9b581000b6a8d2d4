"""Small pictures of pages, and how far two of them differ as a person would see from across a room."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

# A stored picture is a quarter as wide as the window, in a few colours: enough to look at, and a few kilobytes.
SHRINK = 4
COLOURS = 24

# Browsers and systems draw the same letters a little differently, so pictures are compared by the mean of squares of
# this many pixels of the window, which a moved box changes and a smoother letter does not.
SQUARE = 32
SEEN = 20  # of 255: from this difference on, a square looks different


@dataclass(frozen=True)
class Difference:
    """How far two pictures lie apart. `share` is the part of all squares that look different."""

    share: float
    mean: float  # of all squares, from 0 to 255

    @property
    def is_small(self) -> bool:
        return self.share <= 0.05 and self.mean <= 4


def shrunk(screenshot: bytes) -> Image.Image:
    """A screenshot as it is stored."""
    with Image.open(io.BytesIO(screenshot)) as whole:
        small = whole.convert("RGB").reduce(SHRINK)
    return small.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def difference(first: Image.Image, second: Image.Image) -> Difference:
    """Everything differs where one picture is longer by more than a square."""
    tall = max(first.height, second.height)
    if abs(first.height - second.height) > SQUARE // SHRINK * 3 or first.width != second.width:
        return Difference(share=1.0, mean=255.0)
    apart = ImageChops.difference(*(_squares(picture, tall) for picture in (first, second)))
    histogram = apart.histogram()
    return Difference(
        share=sum(histogram[SEEN:]) / sum(histogram),
        mean=ImageStat.Stat(apart).mean[0],
    )


def _squares(picture: Image.Image, tall: int) -> Image.Image:
    """The brightness of each square."""
    padded = Image.new("L", (picture.width, tall), 255)
    padded.paste(picture.convert("RGB").convert("L"))
    side = SQUARE // SHRINK
    return padded.reduce(side)


def load(file: Path) -> Image.Image:
    with Image.open(file) as stored:
        stored.load()
        return stored
