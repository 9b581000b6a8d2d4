"""What is found out about a record is kept with it: a record never changes, and most outlive a build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")
Found = TypeVar("Found")


def kept(look: Callable[[Thing], Iterable[Found]]) -> Callable[[Thing], tuple[Found, ...]]:
    """`look`, asked once about each thing. Things are told apart as objects: to compare long records takes long."""
    known: dict[int, tuple[Thing, tuple[Found, ...]]] = {}

    def ask(thing: Thing) -> tuple[Found, ...]:
        entry = known.get(id(thing))
        if entry is None or entry[0] is not thing:
            if len(known) > _MOST:  # a server that ran for days; begin anew
                known.clear()
            entry = known[id(thing)] = (thing, tuple(look(thing)))
        return entry[1]

    ask.__doc__ = look.__doc__
    return ask


_MOST = 20_000
