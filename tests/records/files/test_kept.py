"""What is found out about a record is kept with it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.files.kept import kept


def test_a_thing_is_looked_at_once() -> None:
    looked: list[list[int]] = []

    @kept
    def doubled(thing: list[int]) -> Iterator[int]:
        looked.append(thing)
        yield from (2 * each for each in thing)

    one, same = [1, 2], [1, 2]
    assert doubled(one) == doubled(one) == doubled(same) == (2, 4)
    assert [thing is one for thing in looked] == [True, False]


def test_a_thing_in_the_place_of_one_that_is_gone_is_looked_at_anew() -> None:
    @kept
    def first(thing: list[int]) -> list[int]:
        return thing[:1]

    assert [first([number])[0] for number in range(1000)] == list(range(1000))
