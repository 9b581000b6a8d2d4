"""Option grids: balanced, as sure as their claims, and with chances that can be read as chances."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Problem
from ..evidence.wording import surer_than_its_claim
from ..scope import Records

# The longest option may have this many times the words of the shortest: more, and it would seem to weigh more.
_LONGEST_TO_SHORTEST = 1.25


def options_are_told_at_the_same_length(library: Records) -> Iterator[Problem]:
    """No option has a quarter more words than another."""
    for id, grid in library.options.items():
        longest = max(grid.options, key=lambda option: option.words)
        shortest = min(grid.options, key=lambda option: option.words)
        if longest.words > _LONGEST_TO_SHORTEST * shortest.words:
            yield Problem(
                library.place("options", id, "options", grid.options.index(longest)),
                f"`{longest.id}` has {longest.words} words and `{shortest.id}` {shortest.words}",
                fix="shorten the one or say more of the other: each option gets the same room",
            )


def an_option_promises_no_more_than_its_claims(library: Records) -> Iterator[Problem]:
    """What an option may bring or cost says 'probably' or 'may' as the first claim behind it does."""
    for id, grid in library.options.items():
        for number, option in enumerate(grid.options):
            for aspect, points in option.points:
                for index, point in enumerate(points if aspect in ("good", "bad") else ()):
                    if point.claims:
                        place = library.place("options", id, "options", number, aspect, index)
                        yield from surer_than_its_claim(point.says, library.claims[point.claims[0]], place)


def a_chance_is_so_many_people_out_of_100_over_a_time(library: Records) -> Iterator[Problem]:
    """A figure in a grid counts people, and says over what time."""
    for id, grid in library.options.items():
        for number, option in enumerate(grid.options):
            for index, name in enumerate(option.chances.figures):
                figure = library.figure(name)
                if figure.unit != "of 100 people" or not figure.over:
                    yield Problem(
                        library.place("options", id, "options", number, "chances", "figures", index),
                        f"{name} does not say how many people out of 100, over what time",
                        fix="name another figure, or say in `note` that there is no count",
                    )


def no_option_rests_on_a_retired_claim(library: Records) -> Iterator[Problem]:
    """What was withdrawn weighs nothing any more."""
    for id, grid in library.options.items():
        for number, option in enumerate(grid.options):
            for aspect, points in option.points:
                for index, point in enumerate(points):
                    for claim in point.claims:
                        if library.claims[claim].retired:
                            yield Problem(
                                library.place("options", id, "options", number, aspect, index),
                                f"{claim} is retired",
                                fix="take it out, and look again at what rested on it",
                            )
