"""What a tool says of a file that is brought in: a sentence for each end, a question before anything is replaced."""

from __future__ import annotations

import re
from pathlib import Path

from macros.render.decisions.tool import decision

from ..decisions.making import GO_OR_STOP, page_with

_QUESTION = re.compile(r'<dialog data-part="replace" aria-labelledby="([\w-]+)">.*?</dialog>', re.DOTALL)


def tool() -> str:
    return decision(page_with(test=GO_OR_STOP), "test")


def test_there_is_a_hidden_sentence_for_each_way_that_the_script_can_end(root: Path) -> None:
    script = (root / "overrides" / "assets" / "scripts" / "bring-in.js").read_text(encoding="utf-8")
    ends = {"all", "some", "kept-mine", "none", "file-refused"}
    assert all(f'"{end}"' in script for end in ends)
    assert ends <= set(re.findall(r'<p data-says="([\w-]+)" hidden>', tool()))


def test_sentences_name_the_tool_that_still_works() -> None:
    assert "what is here stays. The tool still works.</p>" in tool()


def test_the_question_before_replacing_has_its_words_for_a_name_and_two_answers() -> None:
    found = _QUESTION.search(tool())
    assert found
    assert f'<p id="{found[1]}"><strong>Replace what is saved here?</strong></p>' in found[0]
    assert re.findall(r'<button type="button" value="(\w+)">', found[0]) == ["keep", "replace"]
