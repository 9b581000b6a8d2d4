"""The two files of a proof, always the same bytes for one decision: the rules as published, and the certificate."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from ..diagram.compiled import Compiled
from ..tables.evaluate import results_in
from .published import FORMAT, Json, code, published
from .trees import Leaf, Tree, axes_of, tree_of

RULES, CERTIFICATE = ".rules.json", ".cert.json"


def proof_files(decision: Compiled, decisions: Mapping[str, Compiled]) -> dict[str, bytes]:
    """The files by their names. `decisions` holds those that it needs."""
    rules = published(decision, decisions)
    return {
        f"{decision.id}{RULES}": canonical(rules),
        f"{decision.id}{CERTIFICATE}": canonical(certificate(decision, decisions, rules)),
    }


def certificate(decision: Compiled, decisions: Mapping[str, Compiled], rules: Mapping[str, Json]) -> dict[str, Json]:
    """What shows that the rules give each combination of answers the result that its leaf names."""
    logic = {key: value for key, value in rules.items() if key != "words"}
    return {
        "proof": FORMAT,
        "rules": hashlib.sha256(canonical(logic)).hexdigest(),
        "words": hashlib.sha256(canonical(rules["words"])).hexdigest(),
        "combinations": decision.combinations,
        "tree": _node(decision, tree_of(decision, decisions), [0] * len(axes_of(decision))),
    }


def canonical(data: Json) -> bytes:
    """The one way to write it: no blanks, letters as they are, keys in the order of docs-dev/certificate.md."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _node(decision: Compiled, tree: Tree, lows: Sequence[int]) -> Json:
    """A tree as lists. Of answers with ids a cut says how many of those that are left go left; of numbers the first
    that goes right. `lows` are the positions at which what is left of each axis begins.
    """
    if tree is None:
        return None
    if isinstance(tree, Leaf):
        return [
            tree.rows,
            [code(decision.authored.outputs, one) for one in results_in(tree.outcome, decision.table.many)],
        ]
    domain, place = axes_of(decision)[tree.axis].domain, tree.axis
    at = domain.low + tree.at * domain.step if domain.kind == "integer" else tree.at - lows[place]
    right = [*lows[:place], tree.at, *lows[place + 1 :]]
    return [place, at, _node(decision, tree.left, lows), _node(decision, tree.right, right)]
