"""What the evidence is easily made to say, and does not: prompts to look at a sentence again, never a proof.

A pitfall prompts where a sentence is `about` its subject, has the words that say it, and does not deny them in their
own clause. What no pattern of words finds may be wrong all the same; what one finds and somebody found right stands in
data/pitfall_exceptions.yml. What others claim (the articles' claims, the reasons why people believe a myth, what a
hazard is about, the titles of sources) is not searched: there the guide only repeats it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records import Problem
from ...records.files.validating import nearest
from ..scope import Records
from ..sentences import Said
from .bones import BONES
from .care import CARE
from .joints import JOINTS
from .near import pitfalls_near
from .pitfall import Pitfall
from .training import TRAINING

PITFALLS = (*JOINTS, *BONES, *TRAINING, *CARE)

__all__ = ["PITFALLS", "Pitfall", "every_prompt_is_answered"]


def every_prompt_is_answered(library: Records) -> Iterator[Problem]:
    """A sentence that may say what the evidence does not is reworded, or recorded with the reason why it is right."""
    needed: set[str] = set()
    for said, pitfalls in _near(library.said):
        for sentence in said.sentences:
            for pitfall in pitfalls:
                if pitfall.holds_in(sentence[0]):
                    answers = _answers(library, pitfall, sentence[0])
                    needed |= answers
                    if not answers:
                        yield Problem(
                            said.place(sentence.start()),
                            f"“{sentence[0].strip()}” may say what the evidence does not: {pitfall.words}",
                            fix=f"{pitfall.fix}; if the sentence is right, say why in data/pitfall_exceptions.yml",
                        )
    if not any(library.broken.values()):  # else what cannot be read may need it
        yield from _idle(library, needed)


def _answers(library: Records, pitfall: Pitfall, sentence: str) -> set[str]:
    """The exceptions that hold for a sentence."""
    return {
        id
        for id, exception in library.pitfall_exceptions.items()
        if exception.pitfall == pitfall.words and exception.words in sentence
    }


def _idle(library: Records, needed: set[str]) -> Iterator[Problem]:
    """Exceptions that nothing needs, and those from a pitfall that is none."""
    known = [pitfall.words for pitfall in PITFALLS]
    for id, exception in library.pitfall_exceptions.items():
        if exception.pitfall not in known:
            yield Problem(
                library.place("pitfall_exceptions", id, "pitfall"),
                f"there is no pitfall '{exception.pitfall}'",
                fix=nearest(exception.pitfall, known) or "write what the prompt says after its colon",
            )
        elif id not in needed:
            yield Problem(
                library.place("pitfall_exceptions", id),
                f"nothing needs the exception {id} any more: no prompt for '{exception.words}'",
                fix="delete it, or correct its words to those of the sentence",
            )


def _near(texts: Sequence[Said]) -> Iterator[tuple[Said, Sequence[Pitfall]]]:
    """The texts that may hold a pitfall, and which. Most texts outlive a build, and are looked at once."""
    unknown = list(dict.fromkeys(said.text for said in texts if said.text not in _KNOWN))
    if len(_KNOWN) + len(unknown) > _MOST:  # a server that ran for days; begin anew
        _KNOWN.clear()
        unknown = list(dict.fromkeys(said.text for said in texts))
    _KNOWN.update(zip(unknown, pitfalls_near(unknown, PITFALLS), strict=True))
    for said in texts:
        if _KNOWN[said.text]:
            yield said, _KNOWN[said.text]


_KNOWN: dict[str, Sequence[Pitfall]] = {}
_MOST = 100_000
