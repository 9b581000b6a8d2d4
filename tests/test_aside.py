"""What a macro renders passes Markdown by, and comes back in its place, untouched."""

from __future__ import annotations

import pytest
from markdown import Markdown

import macros
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


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[str, ...]]]:
    """Every call that was filled in, by name and arguments."""
    calls: list[tuple[str, tuple[str, ...]]] = []

    def render(name: str, arguments: tuple[str, ...], path: str, *, directory_urls: bool) -> str:
        calls.append((name, arguments))
        return f"<p>{path} {directory_urls}</p>"

    monkeypatch.setattr(macros, "render_macro", render)
    return calls


def test_plain_calls_are_filled_in_without_a_template(called: list[tuple[str, tuple[str, ...]]]) -> None:
    words = macros.filled('Bone {{ claim("a") }}.\n\n{{ term(\'b\', "c") }}\n', "x.md", directory_urls=True)
    assert called == [("claim", ("a",)), ("term", ("b", "c"))]
    assert "{{" not in words and words.startswith("Bone ")
    assert read(words).count("<p>x.md True</p>") == 2


@pytest.mark.parametrize(
    "odd", ["{{ no_such_macro() }}", "{{ x }}", "{% if x %}{% endif %}", "{## x ##}", "{{- sign() }}"]
)
def test_what_is_no_plain_call_is_left_to_the_plugin(called: list[tuple[str, tuple[str, ...]]], odd: str) -> None:
    words = f'Bone {{{{ claim("a") }}}} {odd}'
    assert macros.filled(words, "x.md", directory_urls=True) == words
    assert called == []
