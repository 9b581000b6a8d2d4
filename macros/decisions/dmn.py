"""OMG DMN 1.5 XML (https://www.omg.org/spec/DMN/1.5): what writing (dmn_export.py) and reading (dmn_import.py) share.

DMN carries the table, its types and its graph. What it has no place for (why we ask, what an outcome means,
examples, guarantees) stands in `extensionElements` under a namespace of our own, so that a file that a modeller
changed comes back as a whole record. Where DMN does carry something, only DMN's own element says it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class DmnVersion:
    """The namespaces of one version of the standard."""

    number: str
    model: str
    diagram: str


def _version(number: str, published: str) -> DmnVersion:
    base = f"https://www.omg.org/spec/DMN/{published}"
    return DmnVersion(number, f"{base}/MODEL/", f"{base}/DMNDI/")


# Written: 1.5, the standard of this project, and 1.3, which today's modellers read. The part that we use is the same.
VERSIONS = {version.number: version for version in (_version("1.5", "20230324"), _version("1.3", "20191111"))}
# Read: also the versions in between and after, whose decision tables are the same.
READ = (*VERSIONS.values(), _version("1.4", "20211108"), _version("1.6", "20240513"))

DC = "http://www.omg.org/spec/DMN/20180521/DC/"
DI = "http://www.omg.org/spec/DMN/20180521/DI/"
OURS = "urn:x-running-bones-joints:record:1"
MODEL = "urn:x-running-bones-joints:decision:"

ANNOTATIONS = ("because", "claims", "hazards")

# Words of FEEL's grammar (DMN 1.5, 10.3.1.2) and functions that our expressions call: none may be an input's name.
_RESERVED = frozenset(
    "and between else every external false floor for function if in instance list max min not null of or range return "
    "satisfies some then true".split()
)


def feel_name(id: str) -> str:
    """An id as a FEEL name: `-` would subtract, so it is `_`. No two ids get the same name."""
    name = id.replace("-", "_")
    return f"_{name}" if name[0].isdigit() else f"{name}_" if name in _RESERVED else name


def slug(name: str) -> str:
    """An id for a name that somebody else chose; `feel_name` undone."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def xml_id(*parts: str) -> str:
    """An id that is unique in a file: ids of ours hold no dot. A letter comes first, as XML wants."""
    return ".".join(parts)


def last_part(id: str) -> str:
    """Our id within an XML id of the form that `xml_id` gives; a slug of any other."""
    return slug(id.rsplit(".", 1)[-1])
