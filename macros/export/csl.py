"""Sources as CSL-JSON, as other programs read it: https://docs.citationstyles.org/en/stable/specification.html"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..records import Source
from .indented import indented

# How records say that a list of authors goes on. CSL has no field for it; reference managers read these words.
GOES_ON = ("and others", "et al.", "et al")
_AS_OTHERS_WRITE_IT = {"literal": "et al."}


def csl_json(sources: Iterable[Source]) -> str:
    """All sources as one CSL-JSON document, each with our notes on it under `custom`."""
    return indented([csl_item(source) for source in sources])


def csl_item(source: Source) -> dict[str, Any]:
    """One source as CSL-JSON."""
    item = source.csl()
    item["author"] = [_name(name) for name in item["author"]]
    return item


def goes_on(name: dict[str, str]) -> bool:
    """Whether a name stands for authors who are not named."""
    return name.get("literal") in GOES_ON or name == _AS_OTHERS_WRITE_IT


def _name(name: dict[str, str]) -> dict[str, str]:
    if goes_on(name):
        return dict(_AS_OTHERS_WRITE_IT)
    given = name.get("given", "")
    # "KE" would be one given name to a program that makes initials.
    return (
        {**name, "given": " ".join(f"{letter}." for letter in given)} if given.isalpha() and given.isupper() else name
    )
