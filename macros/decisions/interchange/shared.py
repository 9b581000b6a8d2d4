"""What more than one decision of a file asks: a fact (data/facts/) that each of them names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...records import Fact
from .imported import Fields, in_fields


def facts_of(
    decisions: Sequence[Fields], questions: Mapping[str, Fields], told: Mapping[str, Fields]
) -> tuple[list[Fields], list[Fields]]:
    """The decisions naming facts, and these. `questions` are the file's own, by id, and `told` what is said of facts.

    A question that a decision asks in words of its own stays there.
    """
    asking = {id: [one for one in decisions if _asks(one, question)] for id, question in questions.items()}
    ids = {id: questions[id].get("fact", id) for id, by in asking.items() if "fact" in questions[id] or len(by) > 1}
    facts = {
        fact: in_fields(Fact, {**_but(questions[id], "fact"), **told.get(fact, {}), "id": fact})
        for id, fact in ids.items()
        if asking[id]
    }
    return [_naming(one, questions, ids) for one in decisions], list(facts.values())


def _naming(decision: Fields, questions: Mapping[str, Fields], ids: Mapping[str, str]) -> Fields:
    def named(item: Fields) -> Fields:
        id, question = item["id"], questions.get(item["id"], {})
        if id not in ids or not _same(item, question):
            return item
        short = item.get("short")
        return {
            "fact": ids[id],
            **({"id": id} if id != ids[id] else {}),
            **({"short": short} if short != question.get("short") else {}),
        }

    return {**decision, "inputs": [named(item) for item in decision.get("inputs", ())]}


def _asks(decision: Fields, question: Fields) -> bool:
    inputs: Iterable[Fields] = decision.get("inputs", ())
    return any(_same(item, question) for item in inputs)


def _same(item: Fields, question: Fields) -> bool:
    return _but(item, "short") == _but(question, "short")


def _but(fields: Fields, name: str) -> Fields:
    return {key: value for key, value in fields.items() if key != name}
