"""What the evidence is easily made to say, and does not: one named pitfall each, looked for in every sentence.

A sentence falls into a pitfall when it is `about` its subject, `says` what the evidence does not, and nothing in it
(`unless`) turns that round. Questions say nothing. What others claim (the articles' claims, the reasons why people
believe a myth, what a hazard is about, the titles of sources) is not searched: there the guide only repeats it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ...records import Problem
from ..scope import Records
from ..sentences import Said
from .bones import BONES
from .care import CARE
from .joints import JOINTS
from .pitfall import Pitfall
from .training import TRAINING

PITFALLS = (*JOINTS, *BONES, *TRAINING, *CARE)

__all__ = ["PITFALLS", "Pitfall", "nothing_falls_into_a_pitfall"]


def nothing_falls_into_a_pitfall(library: Records) -> Iterator[Problem]:
    """No sentence of the data or the pages says what the evidence is easily made to say."""
    for said, near in _near(library.said):
        for sentence in said.sentences:
            for pitfall in near:
                if pitfall.holds_in(sentence[0]):
                    yield Problem(
                        said.place(sentence.start()),
                        f"“{sentence[0].strip()}” falls into a pitfall: {pitfall.name.replace('_', ' ')}",
                        fix=pitfall.fix,
                    )


def _near(texts: Sequence[Said]) -> Iterator[tuple[Said, Sequence[Pitfall]]]:
    """The texts that may fall into a pitfall, and into which. Most texts outlive a build, and are looked at once."""
    unknown = list(dict.fromkeys(said.text for said in texts if said.text not in _KNOWN))
    if len(_KNOWN) + len(unknown) > _MOST:  # a server that ran for days; begin anew
        _KNOWN.clear()
        unknown = list(dict.fromkeys(said.text for said in texts))
    _KNOWN.update(zip(unknown, _pitfalls_near(unknown), strict=True))
    for said in texts:
        if _KNOWN[said.text]:
            yield said, _KNOWN[said.text]


_KNOWN: dict[str, Sequence[Pitfall]] = {}
_MOST = 100_000


def _pitfalls_near(texts: Sequence[str]) -> list[list[Pitfall]]:
    """For each text, the pitfalls that it may fall into. One search of all texts for each word is fast."""
    small_letters = [text.lower() for text in texts]
    all_texts = "\0".join(small_letters)
    starts = [0, *accumulate(len(text) + 1 for text in small_letters)]
    near: list[list[Pitfall]] = [[] for _ in texts]
    for pitfall in PITFALLS:
        about: set[int] = set()
        for word in pitfall.about:
            at = all_texts.find(word)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                about.add(index)
                at = all_texts.find(word, starts[index + 1])
        for index in about:
            if pitfall.says.search(texts[index]):
                near[index].append(pitfall)
    return near
