"""OMG DMN XML (https://www.omg.org/spec/DMN/1.5): what writing (dmn_out.py) and reading (dmn_in.py) share.

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


# Written: 1.3, which today's modellers open, and 1.5, the standard of this project. The part that we use is the same.
VERSIONS = {version.number: version for version in (_version("1.3", "20191111"), _version("1.5", "20230324"))}
DEFAULT_VERSION = "1.3"
# Read: every version, as decision tables have stayed the same since 1.1.
READ = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd": "1.1",
    "http://www.omg.org/spec/DMN/20180521/MODEL/": "1.2",
    VERSIONS["1.3"].model: "1.3",
    "https://www.omg.org/spec/DMN/20211108/MODEL/": "1.4",
    VERSIONS["1.5"].model: "1.5",
    "https://www.omg.org/spec/DMN/20240513/MODEL/": "1.6",
}

DC = "http://www.omg.org/spec/DMN/20180521/DC/"
DI = "http://www.omg.org/spec/DMN/20180521/DI/"
OURS = "urn:x-running-bones-joints:record:1"
MODEL = "urn:x-running-bones-joints:decision:"

ANNOTATIONS = ("because", "claims", "hazards")

# Words of FEEL's grammar (DMN 1.5, chapter 10.3.1) and functions that expressions call: none may be an input's name.
_RESERVED = re.compile(
    r"and|between|else|every|external|false|floor|for|function|if|in|instance|list|max|min|not|null|of|or|range|return|"
    r"satisfies|some|then|true"
)


def feel_name(id: str) -> str:
    """An id as a FEEL name: `-` would subtract, so it is `_`. No two ids get the same name."""
    name = id.replace("-", "_")
    return f"_{name}" if name[0].isdigit() else f"{name}_" if _RESERVED.fullmatch(name) else name


def slug(name: str) -> str:
    """An id for a name that somebody else chose; `feel_name` undone."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def decision_id(id: str) -> str:
    """A decision's id as an XML id, which cannot begin with a digit."""
    return f"_{id}" if id[0].isdigit() else id


def xml_id(kind: str, *ids: str) -> str:
    """An id that is unique in a file: a rule, an input and a decision may have the same one. Ours hold no dot."""
    return ".".join((kind, *ids))


def last_part(id: str) -> str:
    """Our id within an XML id of these forms; a slug of any other."""
    return slug(id.rsplit(".", 1)[-1])
