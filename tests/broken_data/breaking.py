"""What a contributor can break, and what the check says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Breaking:
    """One slip: in a file, the first match of `pattern` becomes `by`; then `says` stands in the message."""

    name: str
    file: str
    pattern: str
    by: str
    says: str
    fix: str = ""
