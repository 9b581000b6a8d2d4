"""Which texts may hold a pitfall at all: found by literal words, so that patterns are tried on few of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .pitfall import Pitfall


def pitfalls_near(texts: Sequence[str], pitfalls: Iterable[Pitfall]) -> list[list[Pitfall]]:
    """For each text, the pitfalls that one of its sentences may fall into. No sentence goes on after a line's end."""
    lines = [(index, line) for index, text in enumerate(texts) for line in text.split("\n")]
    words = _Words([line for _, line in lines])
    near: list[list[Pitfall]] = [[] for _ in texts]
    for pitfall in pitfalls:
        likely = words.holding(pitfall.about)
        if pitfall.says.parts:
            likely = likely & words.holding(pitfall.says.parts)
        for index, line in (lines[at] for at in sorted(likely)):
            if pitfall not in near[index] and any(True for _ in pitfall.says.found_in(line)):
                near[index].append(pitfall)
    return near


class _Words:
    """Each word of some texts, in small letters, with the texts that hold it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            for word in set(text.lower().split()):
                self._texts.setdefault(word, []).append(index)
        self._words = "\n".join(self._texts)
        self._known: dict[str, set[int]] = {}

    def holding(self, parts: Iterable[str]) -> set[int]:
        """The texts that may hold one of these parts. Of a part of several words, each is looked for."""
        return set().union(*(set.intersection(*map(self._holding, part.split())) for part in parts))

    def _holding(self, part: str) -> set[int]:
        if part not in self._known:
            found = self._known[part] = set()
            at = self._words.find(part)
            while at >= 0:
                start, end = self._words.rfind("\n", 0, at) + 1, self._words.find("\n", at)
                end = len(self._words) if end < 0 else end
                found.update(self._texts[self._words[start:end]])
                at = self._words.find(part, end)
        return self._known[part]
