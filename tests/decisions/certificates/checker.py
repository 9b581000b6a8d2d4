"""The checker that readers get, as it stands in check/: it is no part of any package."""

from __future__ import annotations

import importlib.util
from typing import Any

from macros.decisions.certificates.certificate import proof_files
from tests.decisions.guide import guide
from tools.build import ROOT

PATH = ROOT / "check" / "check_proof.py"


def _checker() -> Any:
    spec = importlib.util.spec_from_file_location("check_proof", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CHECKER = _checker()


def said(rules: str, certificate: str) -> str | None:
    """What it says of a proof that holds; none of one that does not."""
    try:
        return str(CHECKER.check(rules, certificate))
    except Exception:
        return None


def accepts(rules: str, certificate: str) -> bool:
    return said(rules, certificate) is not None


def our_files(id: str) -> tuple[str, str]:
    """The texts of the rules and the certificate of a decision of the guide."""
    rules, certificate = proof_files(guide()[id], guide()).values()
    return rules.decode(), certificate.decode()
