"""What a saved file means for a build."""

from __future__ import annotations

import pytest

from tools.serve.inputs import is_asset, is_input, is_words


@pytest.mark.parametrize(
    "path", ["docs/a/b.md", "data/claims/bones.yml", "macros/x.py", "check/x.py", "mkdocs.yml", "overrides/main.html"]
)
def test_what_a_build_reads_is_an_input(path: str) -> None:
    assert is_input(path)


@pytest.mark.parametrize(
    "path",
    ["docs/.b.md.swp", "docs/b.md~", "docs/4913", "overrides/assets/built/guide.css", "site/index.html", "README.md"],
)
def test_what_editors_and_builds_write_is_not(path: str) -> None:
    assert not is_input(path)


def test_words_and_styles_need_no_new_builder() -> None:
    assert is_words("data/a.yml")
    assert is_asset("overrides/assets/stylesheets/base.css")
    assert not is_words("macros/a.py")
    assert not is_asset("overrides/main.html")
