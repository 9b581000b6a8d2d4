"""What the evidence is easily made to say, and does not: one named pitfall each, looked for in every sentence.

A sentence falls into a pitfall when it is `about` its subject, `says` what the evidence does not, and nothing in it
(`unless`) turns that round. Questions say nothing. What others claim (the articles' claims, the reasons why people
believe a myth, what a hazard is about, the titles of sources) is not searched: there the guide only repeats it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Problem
from ..scope import Records
from ..sentences import everything_said, sentences
from .bones import BONES
from .care import CARE
from .joints import JOINTS
from .pitfall import Pitfall
from .training import TRAINING

PITFALLS = (*JOINTS, *BONES, *TRAINING, *CARE)

__all__ = ["PITFALLS", "Pitfall", "nothing_falls_into_a_pitfall"]


def nothing_falls_into_a_pitfall(library: Records) -> Iterator[Problem]:
    """No sentence of the data or the pages says what the evidence is easily made to say."""
    for text, place in everything_said(library):
        small_letters = text.lower()
        near = [pitfall for pitfall in PITFALLS if pitfall.is_about(small_letters) and pitfall.says.search(text)]
        for sentence in sentences(text) if near else ():
            for pitfall in near:
                if pitfall.holds_in(sentence[0]):
                    yield Problem(
                        place(sentence.start()),
                        f"“{sentence[0].strip()}” falls into a pitfall: {pitfall.name.replace('_', ' ')}",
                        fix=pitfall.fix,
                    )
