"""Plain data as YAML 1.2, as a contributor would write it: the twin of reading.py."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

_WIDTH = 118


def yaml_text(value: Mapping[str, Any]) -> str:
    """The YAML that `reading.parse_yaml` reads back as `value`. Texts are quoted only where they must be."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", format(value, "f"))


class _Dumper(yaml.SafeDumper):
    """PyYAML quotes by YAML 1.1, in which `no` and `2026-11-22` are no texts. Here YAML 1.2's core schema counts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # the name and the form are PyYAML's

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        node = super().represent_sequence(tag, sequence, flow_style)
        node.flow_style = _fits_a_line(node.value)
        return node

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        node = super().represent_mapping(tag, mapping, flow_style)
        node.flow_style = _fits_a_line([part for pair in node.value for part in pair])
        return node


def _fits_a_line(parts: list[yaml.Node]) -> bool:
    """Whether a list or a mapping holds nothing but a few words, so that it reads best on one line."""
    return all(isinstance(part, yaml.ScalarNode) for part in parts) and sum(len(part.value) + 2 for part in parts) < 90


_Dumper.add_representer(Decimal, _decimal)
_CORE = {
    "null": (r"~|null|Null|NULL|", "~nN\0"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+", "-+0123456789"),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
}
for _name, (_pattern, _first) in _CORE.items():
    _Dumper.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), ["" if c == "\0" else c for c in _first]
    )
