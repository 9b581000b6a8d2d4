"""Rules and certificates keep to the schemas that stand beside the checker."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.decisions.certificates.checker import PATH, our_files
from tests.decisions.certificates.spoiling import proofs
from tests.decisions.guide import guide


def _schema(name: str) -> Draft202012Validator:
    schema = json.loads(PATH.with_name(f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


RULES, CERTIFICATE = _schema("rules"), _schema("certificate")


@pytest.mark.parametrize("id", sorted(guide()))
def test_every_proof_of_ours_keeps_to_them(id: str) -> None:
    rules, certificate = map(json.loads, our_files(id))
    assert [*RULES.iter_errors(rules)] == []
    assert [*CERTIFICATE.iter_errors(certificate)] == []


def test_tables_of_every_kind_keep_to_them() -> None:
    pairs = list(proofs(100))
    assert len(pairs) == 100
    for rules, certificate in pairs:
        assert [*RULES.iter_errors(rules), *CERTIFICATE.iter_errors(certificate)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rules, _: rules.pop("tables"),
        lambda rules, _: rules.update(proof=2),
        lambda rules, _: rules.update(date="today"),
        lambda rules, _: rules["tables"][-1].update(policy="other"),
        lambda rules, _: rules["tables"][-1]["rules"][0].update(when={"a": "b"}),
        lambda rules, _: rules["questions"][0].update(more=1),
        lambda _, certificate: certificate.update(rules="abc"),
        lambda _, certificate: certificate.update(tree=[1, 2, 3]),
        lambda _, certificate: certificate.update(combinations="many"),
    ],
)
def test_what_has_another_shape_is_refused(spoil: Callable[[Any, Any], object]) -> None:
    rules, certificate = copy.deepcopy(next(proofs(1)))
    spoil(rules, certificate)
    assert [*RULES.iter_errors(rules), *CERTIFICATE.iter_errors(certificate)]
