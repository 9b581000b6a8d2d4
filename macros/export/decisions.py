"""A decision as files for other programs: DMN for modellers, CSV for spreadsheets, JSON as our own tools read it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..decisions.compiled import Compiled
from ..decisions.interchange.dmn_out import to_dmn
from ..decisions.interchange.spreadsheet import to_csv
from .browser import tool_data

# What a file is called, and in which form it holds the table. Modellers that know DMN 1.3 only want the second one.
FORMS = {".dmn": "DMN 1.5", ".dmn-1.3.dmn": "DMN 1.3", ".csv": "CSV", ".json": "JSON"}


def decision_files(decisions: Mapping[str, Compiled]) -> Iterator[tuple[str, bytes]]:
    """Every decision in every form, by file name."""
    for id, decision in decisions.items():
        yield f"{id}.dmn", to_dmn(decision, decisions).encode()
        yield f"{id}.dmn-1.3.dmn", to_dmn(decision, decisions, "1.3").encode()
        yield f"{id}.csv", to_csv(decision).encode()
        yield f"{id}.json", (json.dumps(tool_data(decision, decisions), ensure_ascii=False) + "\n").encode()
