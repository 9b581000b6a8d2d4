"""What changed in the guide since a revision: outcomes of decisions, and verdicts. Never a text difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .decisions.diagram.compiled import Compiled
from .decisions.versions.difference import Difference, compare
from .history import Past
from .library import Library
from .records import Article, Claim, Myth

# The kinds that are compared, all in data/.
COMPARED = ("decisions", "claims", "articles", "myths")


def changes_since(past: Past, library: Library) -> Iterator[str]:
    """The whole answer, line by line."""
    then = past.records
    yield f"Compared with {past.revision}:"
    yield from _decisions(past, library)
    yield from _statements("Claims", past, "claims", _claims(then.claims), _claims(library.claims))
    yield from _statements("Verdicts", past, "articles", _verdicts(then.articles), _verdicts(library.articles))
    yield from _statements("Myths", past, "myths", _answers(then.myths), _answers(library.myths))


def _decisions(past: Past, library: Library) -> Iterator[str]:
    unread = {id: why for (kind, id), why in past.unreadable.items() if kind == "decisions"}
    same = []
    yield ""
    yield "Decisions"
    for id, record in library.decisions.items():
        now = library.compiled.get(id)
        if now is None:
            yield f"  {id}: cannot be compared while it has mistakes: run `python -m macros check`"
        elif id in unread:
            yield f"  {id}: cannot be compared, as what it was then cannot be read now: {unread[id]}"
        elif id not in past.compiled:
            yield f"  new: {id} ({record.title})"
        elif past.compiled[id].fingerprint == now.fingerprint:
            same.append(id)
        else:
            found = compare(past.compiled[id], now)
            if found.changed or found.questions:
                yield from _changed(past.compiled[id], now, found)
            else:
                same.append(id)
    for id in [*past.compiled, *unread]:
        if id not in library.decisions:
            yield f"  gone: {id}"
    if same:
        yield f"  no combination of answers changes its outcome in: {', '.join(same)}"


def _changed(before: Compiled, after: Compiled, found: Difference) -> Iterator[str]:
    versions = f"version {before.version}" + (f" → {after.version}" if after.version != before.version else "")
    yield (
        f"  {after.id} ({after.record.title}), {versions}: {found.affected:,} of {found.combinations:,} "
        "combinations of answers change their outcome"
    )
    for sentence in found.questions:
        yield f"    {sentence}"
    for change in found.changed:
        yield f"    {change.words}"


@dataclass(frozen=True)
class Statement:
    """What is compared about a claim, a verdict or an answer, in words; and the record that it stands in."""

    record: str
    fields: Mapping[str, str]


def _claims(claims: Mapping[str, Claim]) -> dict[str, Statement]:
    return {
        id: Statement(
            id,
            {
                "certainty": claim.certainty.value,
                "statement": claim.statement,
                "kind": claim.kind.value,
                "retired": claim.history[-1].note if claim.retired else "",
            },
        )
        for id, claim in claims.items()
    }


def _verdicts(articles: Mapping[str, Article]) -> dict[str, Statement]:
    return {
        claim.id: Statement(article.id, {"verdict": claim.verdict.value, "claim": claim.claim})
        for article in articles.values()
        for claim in article.claims
    }


def _answers(myths: Mapping[str, Myth]) -> dict[str, Statement]:
    return {id: Statement(id, {"answer": myth.answer.value, "question": myth.question}) for id, myth in myths.items()}


def _statements(
    title: str, past: Past, kind: str, before: Mapping[str, Statement], after: Mapping[str, Statement]
) -> Iterator[str]:
    """What was added, what is gone, what is said otherwise, by id."""
    unread = {id: why for (of, id), why in past.unreadable.items() if of == kind}
    lines = [f"  {id}: what it was then cannot be read now: {why}" for id, why in unread.items()]
    for id, statement in after.items():
        if id in before:
            lines += _restated(id, before[id].fields, statement.fields)
        elif statement.record not in unread:
            lines.append(f"  new: {id} ({next(iter(statement.fields.values()))})")
    lines += [f"  gone: {id}" for id in before if id not in after]
    yield ""
    yield title
    yield from lines or ["  nothing changed"]


def _restated(id: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for name, new in after.items():
        if name == "retired" and new and not before[name]:
            yield f"  {id}: retired: {new}"
        elif before[name] != new:
            yield f"  {id}: {name}: {before[name] or 'no'} → {new or 'no'}"
