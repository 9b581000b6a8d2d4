"""Proofs of tables by chance, whole and changed in one place, and a plain evaluator of the published rules that tries
every combination: it says whether each has the result of its leaf.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from random import Random
from typing import Any

from macros.decisions.certificates.certificate import canonical, proof_files
from tests.decisions.generated import generated

Proof = tuple[Any, Any]


def _leaf_result(proof: Proof, chance: Random) -> Proof:
    leaf = chance.choice(nodes(proof[1], 2))
    leaf[1] = [[part + 1 for part in result] for result in leaf[1]] or [[0]]
    return proof


def _leaf_rule(proof: Proof, chance: Random) -> Proof:
    leaf = chance.choice(nodes(proof[1], 2))
    leaf[0] = [place + 1 for place in leaf[0]] or [0]
    return proof


def _cut_elsewhere(proof: Proof, chance: Random) -> Proof:
    for cut in nodes(proof[1], 4)[-1:]:
        cut[chance.choice((0, 1))] += chance.choice((-1, 1))
    return proof


def _sides_swapped(proof: Proof, chance: Random) -> Proof:
    for cut in nodes(proof[1], 4)[-1:]:
        cut[2], cut[3] = cut[3], cut[2]
    return proof


def _no_leaf(proof: Proof, chance: Random) -> Proof:
    for cut in nodes(proof[1], 4)[-1:]:
        cut[chance.choice((2, 3))] = None
    return proof


def _other_result(proof: Proof, chance: Random) -> Proof:
    table = proof[0]["tables"][-1]
    rule, other = chance.choice(table["rules"]), chance.choice(table["rules"])
    rule["then"] = other["then"]
    return proof


def _wider_rule(proof: Proof, chance: Random) -> Proof:
    rule = chance.choice(proof[0]["tables"][-1]["rules"])
    if rule["when"]:
        del rule["when"][chance.choice(list(rule["when"]))]
    return proof


def _rules_swapped(proof: Proof, chance: Random) -> Proof:
    rules = proof[0]["tables"][-1]["rules"]
    one, two = chance.randrange(len(rules)), chance.randrange(len(rules))
    rules[one], rules[two] = rules[two], rules[one]
    return proof


def _other_policy(proof: Proof, chance: Random) -> Proof:
    proof[0]["tables"][-1]["policy"] = chance.choice(["first", "priority", "unique", "any", "rule order"])
    return proof


def _other_default(proof: Proof, chance: Random) -> Proof:
    table = proof[0]["tables"][-1]
    table["default"] = None if table["default"] else table["rules"][0]["then"]
    return proof


SABOTAGES: list[Callable[[Proof, Random], Proof]] = [
    _leaf_result,
    _leaf_rule,
    _cut_elsewhere,
    _sides_swapped,
    _no_leaf,
    _other_result,
    _wider_rule,
    _rules_swapped,
    _other_policy,
    _other_default,
]


@cache
def _all_proofs(count: int) -> list[str]:
    found = []
    for decision, _ in generated(count * 3):
        bare = replace(
            decision, record=decision.record.model_copy(update={"rules": (), "guarantees": (), "outcomes": {}})
        )
        texts = [json.loads(content) for content in proof_files(bare, {bare.id: bare}).values()]
        if is_true((texts[0], texts[1])):  # some of these tables have gaps, and no proof
            found.append(json.dumps(texts))
    return found[:count]


def proofs(count: int) -> Iterator[Proof]:
    for text in _all_proofs(count):
        rules, proof = json.loads(text)
        yield rules, proof


def text(data: Any) -> str:
    return canonical(data).decode()


def spoilt(proof: Proof, chance: Random) -> Proof:
    """A copy changed in one place, as one who spoils both files leaves them: nothing but the proof itself can tell."""
    rules, certificate = chance.choice(SABOTAGES)(copy.deepcopy(proof), chance)
    return rehashed(rules, certificate)


def rehashed(rules: Any, certificate: Any) -> Proof:
    """With the hashes of the rules and words as they are now."""
    logic = {key: value for key, value in rules.items() if key != "words"}
    certificate["rules"] = hashlib.sha256(canonical(logic)).hexdigest()
    if "words" in rules:
        certificate["words"] = hashlib.sha256(canonical(rules["words"])).hexdigest()
    return rules, certificate


def nodes(proof: Any, length: int) -> list[Any]:
    waiting, found = [proof["tree"]], []
    for node in waiting:
        if node is not None:
            waiting += node[2:]
            found += [node] if len(node) == length else []
    return found


def is_true(proof: Proof) -> bool:
    """Whether each combination of answers has the rules and the result of its leaf, tried one by one."""
    rules, certificate = proof
    asked = rules["questions"]
    every = [one.get("answers") or range(one["from"], one["to"] + 1, one["by"]) for one in asked]
    try:
        for point in product(*every):
            answers = dict(zip((one["id"] for one in asked), point, strict=True))
            answers |= {one["id"]: _worked_out(one["is"], answers) for one in rules["values"]}
            if _leaf_of(certificate["tree"], rules, answers) != _told(rules["tables"][-1], answers):
                return False
    except (IndexError, ValueError, TypeError):
        return False
    return True


def _worked_out(tree: Any, answers: dict[str, Any]) -> int:
    if not isinstance(tree, list):
        return int(answers[tree] if isinstance(tree, str) else tree)
    one, two = (_worked_out(part, answers) for part in tree[1:])
    if tree[0] in ("min", "max"):
        return min(one, two) if tree[0] == "min" else max(one, two)
    return {"+": one + two, "-": one - two, "*": one * two, "//": one // two if two else 0}[tree[0]]


def _leaf_of(node: Any, rules: Any, answers: dict[str, Any]) -> Any:
    axes = rules["questions"] + rules["values"]
    left = {one["id"]: list(one["answers"]) for one in axes if "answers" in one}
    ends = {one["id"]: (one["from"], one["to"]) for one in axes if "from" in one}
    while node is not None and len(node) == 4:
        id, at = axes[node[0]]["id"], node[1]
        if node[0] < 0:
            raise ValueError
        if id in left:
            if not 0 < at < len(left[id]):
                raise ValueError
            goes_left = answers[id] in left[id][:at]
            left[id] = left[id][:at] if goes_left else left[id][at:]
        else:
            low, high = ends[id]
            by = axes[node[0]].get("by", 1)
            if not low < at <= high or (at - low) % by:
                raise ValueError
            goes_left = answers[id] < at
            ends[id] = (low, at - by) if goes_left else (at, high)
        node = node[2 if goes_left else 3]
    return node


def _told(table: Any, answers: dict[str, Any]) -> Any:
    """The rules that count and their results, as the policy of DMN 1.5 (8.2.10) says; no leaf where there is none."""

    def fits(id: str, want: Any) -> bool:
        return any(one[0] <= answers[id] <= one[1] if isinstance(one, list) else answers[id] == one for one in want)

    def code(then: Any, sign: int = 1) -> Any:
        columns = zip(table["outputs"], then, strict=True)
        return [out["values"].index(v) if "values" in out and isinstance(v, str) else sign * v for out, v in columns]

    rules, policy = table["rules"], table["policy"]
    met = [place for place, rule in enumerate(rules) if all(fits(id, want) for id, want in rule["when"].items())]
    if policy in ("priority", "output order"):
        met.sort(key=lambda place: code(rules[place]["then"], -1))
    thens = [rules[place]["then"] for place in met]
    if policy in ("first", "priority", "any"):
        if policy == "any" and any(then != thens[0] for then in thens):
            raise ValueError
        met, thens = met[:1], thens[:1]
    if policy == "unique" and len(met) > 1:
        raise ValueError
    if policy == "collect" and table["aggregation"] != "list":
        work: Any = {"sum": sum, "min": min, "max": max, "count": lambda found: len(list(found))}[table["aggregation"]]
        some = met or table["aggregation"] == "count"
        return [met, [[work([then[0] for then in thens])]] if some else []]
    if not met and table["default"]:
        thens = [table["default"]]
    if not thens and policy in ("first", "priority", "any", "unique"):
        raise ValueError
    return [met, [code(then) for then in thens]]
