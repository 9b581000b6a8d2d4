"""What the menu of mkdocs.yml holds. Of that file nothing else is read here; the rest is the site generator's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import yaml

from .problem import Place, Problem
from .reading import LOADER, read_text, syntax_problem


@dataclass(frozen=True)
class Nav:
    """The pages that the menu names, in order, and the patterns of those that are left out on purpose."""

    entries: tuple[tuple[str, Place], ...]
    left_out: tuple[str, ...]
    sections: tuple[tuple[str, int, Place], ...] = ()  # each with how many pages it has

    def leaves_out(self, page: str) -> bool:
        """Whether `not_in_nav` names this page, its folder or a pattern of it."""
        return any(
            f"/{page}".startswith(pattern) if pattern.endswith("/") else fnmatch(f"/{page}", pattern)
            for pattern in self.left_out
        )


def read_nav(path: Path) -> Nav | list[Problem]:
    """The menu in `path`, or why there is none to read."""
    text = read_text(path, path.name)
    if not isinstance(text, str):
        return text
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        return [syntax_problem(error, path.name)]
    settings = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    if "nav" not in settings:
        return [Problem(Place(path.name), "there is no `nav`", fix="list the pages of the menu below a line `nav:`")]
    left_out = settings["not_in_nav"].value.split() if "not_in_nav" in settings else []
    return Nav(
        tuple(
            (node.value, Place(path.name, node.start_mark.line + 1, node.start_mark.column + 1))
            for node in _leaves(settings["nav"])
        ),
        tuple(pattern if pattern.startswith("/") else f"/{pattern}" for pattern in left_out),
        tuple(_sections(settings["nav"], path.name)),
    )


def _sections(nav: yaml.Node, file: str) -> Iterator[tuple[str, int, Place]]:
    for item in nav.value if isinstance(nav, yaml.SequenceNode) else ():
        for name, pages in item.value if isinstance(item, yaml.MappingNode) else ():
            if isinstance(pages, yaml.SequenceNode):
                place = Place(file, name.start_mark.line + 1, name.start_mark.column + 1)
                yield name.value, len(list(_leaves(pages))), place


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The pages below a section, however deep."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value)
