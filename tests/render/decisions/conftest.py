"""The small decision, rendered once for each module that reads it."""

from __future__ import annotations

import pytest

from macros.render.decisions.tool import decision

from .making import GO_OR_STOP, page_with


@pytest.fixture(scope="module")
def markup() -> str:
    return decision(page_with(test=GO_OR_STOP), "test")
