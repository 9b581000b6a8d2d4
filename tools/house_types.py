"""Types at the edges: where `Any` may stand and why, and that no template is filled from a plain dict."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

# What ends in a slash is a folder. Tests may read what they made in any way.
ANY_STANDS = {
    "bench/": "z3 and the browser's answers have no types",
    "macros/__init__.py": "mkdocs-macros and Zensical have no types",
    "macros/decisions/across/signs.py": "answers of several types are kept side by side, each asked for by its own",
    "macros/decisions/interchange/": "a cell of another program's table may hold anything until a record takes it",
    "macros/export/csl.py": "a source as CSL-JSON is read by its keys",
    "macros/export/references.py": "a source as CSL-JSON is read by its keys",
    "macros/export/schemas.py": "pydantic gives a schema so",
    "macros/memory.py": "what is remembered is JSON until whoever asked has read it",
    "macros/records/evidence/source.py": "a source as CSL-JSON is read by its keys",
    "macros/records/files/": "a data file may hold anything until a model has read it",
    "macros/register.py": "fields are filled by their names",
    "macros/uses.py": "fields are filled by their names",
    "tools/assets/unused_styles.py": "tinycss2 has no types",
    "tools/audit/weakened.py": "fields are changed by their names, unchecked by their models",
    "tools/kept_pages.py": "what is remembered is JSON, and what of it is no article counts as not there",
    "tools/same_site.py": "lxml has no types",
    "tools/search_index.py": "lxml has no types",
    "tools/serve/": "MkDocs' own parts, and what two processes tell each other as JSON",
    "tools/serving.py": "socketserver and http.server type their hooks so",
}
_CODE = ("macros/**/*.py", "tools/**/*.py", "bench/*.py", "hooks.py")
_LOOSE = ("object", "Any")


def loose_types(root: Path, stands: Mapping[str, str] = ANY_STANDS) -> Iterator[str]:
    """Every `Any` without a reason, every reason without an `Any`, and every dict that would fill a template."""
    needed: set[str] = set()
    for path in sorted({path for pattern in _CODE for path in root.glob(pattern)}):
        name = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        reasons = {one for one in stands if name == one or (one.endswith("/") and name.startswith(one))}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id == "Any":
                needed |= reasons
                if not reasons:
                    yield f"{name}:{node.lineno}: Any: say what it is, or why nobody can in tools/house_types.py"
            if name.startswith("macros/render/"):
                yield from _from_a_dict(name, node)
    for one in sorted(stands.keys() - needed):
        yield f"tools/house_types.py: {one} needs no Any any more; take it off ANY_STANDS"


def _from_a_dict(name: str, node: ast.AST) -> Iterator[str]:
    fix = "make it a frozen dataclass"
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        if ast.unparse(node.value) in ("dict", "Mapping") and ast.unparse(node.slice.elts[-1]) in _LOOSE:
            yield f"{name}:{node.lineno}: {ast.unparse(node)} says nothing of what a template gets: {fix}"
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("rendered", "inline"):
        for inner in (inner for keyword in node.keywords for inner in ast.walk(keyword.value)):
            if isinstance(inner, ast.Dict) and any(isinstance(key, ast.Constant) for key in inner.keys):
                yield f"{name}:{inner.lineno}: a template is filled from a dict: {fix}"
