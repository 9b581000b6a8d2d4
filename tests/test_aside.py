"""What a macro renders passes Markdown by, and comes back in its place, untouched."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.aside import ASIDES, AsideExtension

BLOCK = '<div class="tool"><p>*not emphasis* &amp; <b>bold</b></p></div>'
INLINE = '<a class="chip" href="x/#y">*words*</a>'


def read(text: str) -> str:
    return Markdown(extensions=[AsideExtension(), "md_in_html", "admonition"]).convert(text)


def test_a_block_stands_by_itself_as_it_was() -> None:
    assert read(f"Before.\n\n{ASIDES.put(BLOCK)}\n\nAfter.") == f"<p>Before.</p>\n{BLOCK}\n<p>After.</p>"


def test_a_block_needs_no_empty_lines_around_it() -> None:
    assert read(f"Before.\n{ASIDES.put(BLOCK)}\nAfter.") == f"<p>Before.</p>\n{BLOCK}\n<p>After.</p>"


def test_what_stands_in_a_sentence_stays_in_it() -> None:
    assert read(f"Words. {ASIDES.put(INLINE)} *More.*") == f"<p>Words. {INLINE} <em>More.</em></p>"


@pytest.mark.parametrize(
    "text", ['!!! note "T"\n    Words. {}', "- Words. {}", "<div markdown>\n\nWords. {}\n\n</div>"]
)
def test_it_comes_back_wherever_words_can_stand(text: str) -> None:
    assert INLINE in read(text.format(ASIDES.put(INLINE)))


def test_two_in_a_line_keep_their_order() -> None:
    assert read(f"{ASIDES.put('<i>1</i>')} and {ASIDES.put('<i>2</i>')}") == "<p><i>1</i> and <i>2</i></p>"


def test_nothing_piles_up_between_builds() -> None:
    mark = ASIDES.put(BLOCK)
    read(mark)
    with pytest.raises(KeyError):
        read(mark)
