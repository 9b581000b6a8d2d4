"""The palette, by sums: every text that the tokens name is readable on its ground, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "overrides" / "assets" / "stylesheets" / "tokens.css"

# WCAG 2.2, 1.4.3 and 1.4.11: https://www.w3.org/TR/WCAG22/#contrast-minimum
TEXT = 4.5
GRAPHICS = 3.0

_GROUNDS = ("paper", "surface", "sunken", "hero")
_LEVELS = ("now", "today", "appointment", "care", "start", "note")
PAIRS = [
    *(
        (text, ground, TEXT)
        for text in ("ink", "ink-soft", "track", "track-strong", "teal", "teal-strong")
        for ground in _GROUNDS
    ),
    *((edge, ground, GRAPHICS) for edge in ("line-strong", "focus") for ground in _GROUNDS),
    *((level, ground, TEXT) for level in _LEVELS for ground in _GROUNDS),
    ("lane", "track-ground", TEXT),  # the lanes have numbers
    *((line, "bone", GRAPHICS) for line in ("ink", "track", "teal", "line-strong")),
    *((f"on-{colour}", colour, TEXT) for colour in ("now", "track", "teal")),
    *((text, f"{level}-tint", TEXT) for level in _LEVELS for text in ("ink", level)),
    *((text, f"{colour}-tint", TEXT) for colour in ("track", "teal") for text in ("ink", colour, f"{colour}-strong")),
]


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_every_text_is_readable_on_its_ground(scheme: str) -> None:
    colours = _colours(scheme)
    contrasts = {(text, ground): (_contrast(colours[text], colours[ground]), least) for text, ground, least in PAIRS}
    assert {pair: contrast for pair, (contrast, least) in contrasts.items() if contrast < least} == {}


def _colours(scheme: str) -> dict[str, str]:
    block = re.search(
        rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\n\}}', TOKENS.read_text(encoding="utf-8"), re.DOTALL
    )
    assert block, scheme
    return dict(re.findall(r"--rbj-([a-z-]+): (#[0-9a-f]{6});", block[1]))


def _contrast(first: str, second: str) -> float:
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
