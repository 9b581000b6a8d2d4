"""A decision as files for other programs: DMN for modellers, CSV for spreadsheets, JSON as our own tools read it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..decisions.certificates.certificate import CERTIFICATE, RULES, proof_files
from ..decisions.diagram.compiled import Compiled
from ..decisions.interchange.csv_out import to_csv
from ..decisions.interchange.dmn_out import in_version, to_dmn
from .browser import tool_data

# What a file is called, and in which form it holds the table. Today's modellers open DMN 1.3.
FORMS = {".dmn": "DMN 1.3", ".dmn-1.5.dmn": "DMN 1.5", ".csv": "CSV", ".json": "JSON"}
PROOF = {RULES: "its rules", CERTIFICATE: "its proof"}
PROOF_SCRIPT = ".proof.js"


def decision_files(decisions: Mapping[str, Compiled]) -> Iterator[tuple[str, bytes]]:
    """Every decision in every form, by file name."""
    for id, decision in decisions.items():
        text = to_dmn(decision, decisions)
        yield f"{id}.dmn", text.encode()
        yield f"{id}.dmn-1.5.dmn", in_version(text, "1.5").encode()
        yield f"{id}.csv", to_csv(decision).encode()
        yield f"{id}.json", (json.dumps(tool_data(decision, decisions), ensure_ascii=False) + "\n").encode()


def proofs(decisions: Mapping[str, Compiled]) -> Iterator[tuple[str, bytes]]:
    """The rules and the certificate of every decision, by file name (docs-dev/certificate.md), and both texts as a
    script, as a page from a folder can fetch nothing else.
    """
    for id, decision in decisions.items():
        files = proof_files(decision, decisions)
        yield from files.items()
        texts = json.dumps([content.decode() for content in files.values()], ensure_ascii=False)
        script = f"globalThis.proofs = {{ ...globalThis.proofs, {json.dumps(id)}: {texts} }};\n"
        yield f"{id}{PROOF_SCRIPT}", script.encode()
