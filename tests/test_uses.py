"""What a page was made from is noted, and what differs between two libraries."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from macros.library import Library
from macros.memory import ALL, Use
from macros.uses import changed, watched


def under_watch(library: Library) -> tuple[Library, set[Use]]:
    seen: set[Use] = set()
    return watched(library, seen), seen


def test_a_record_that_is_taken_is_noted(library: Library) -> None:
    watcher, seen = under_watch(library)
    id = next(iter(library.claims))
    assert watcher.claims[id] is library.claims[id]
    assert watcher.terms.get("no-such-term") is None
    assert seen == {("claims", id), ("terms", "no-such-term")}


def test_who_goes_through_all_uses_all(library: Library) -> None:
    watcher, seen = under_watch(library)
    assert len(list(watcher.charts.values())) == len(library.charts)
    assert ("charts", ALL) in seen


def test_what_a_method_takes_is_noted_too(library: Library) -> None:
    watcher, seen = under_watch(library)
    claim = next(one for one in library.claims.values() if one.figures)
    watcher.figure(f"{claim.id}/{claim.figures[0].id}")
    assert ("claims", claim.id) in seen


def test_a_changed_record_differs_and_no_other(library: Library) -> None:
    first, *_ = library.terms.values()
    terms = {**library.terms, first.id: first.model_copy(update={"plain": "Something else."})}
    after = replace(library, terms=MappingProxyType(terms))
    assert changed(library, after) == {("terms", first.id), ("terms", ALL)}
    assert changed(after, after) == set()


def test_a_record_that_was_only_read_again_does_not_differ(library: Library) -> None:
    terms = {id: term.model_copy() for id, term in library.terms.items()}
    assert changed(library, replace(library, terms=MappingProxyType(terms))) == set()


def test_what_pages_show_of_a_question_beside_its_rules_differs_too(library: Library) -> None:
    id, tool = next(iter(library.compiled.items()))
    name, question = next(iter(tool.questions.items()))
    assert question.written
    written = question.written.model_copy(update={"mixed": "Another reason."})
    told = replace(tool, questions=MappingProxyType({**tool.questions, name: replace(question, written=written)}))
    after = replace(library, compiled=MappingProxyType({**library.compiled, id: told}))
    assert changed(library, after) == {("compiled", id), ("compiled", ALL)}
