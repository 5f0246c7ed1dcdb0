"""Markdown once: the visible text, and marks that run through emphasis and links."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup import escape_markdown, leading_blocks, line_of, to_html, visible_text
from sitegen.model.text import Mark, Span


def span_of(words: str, markdown: str) -> Span:
    start = visible_text(markdown).index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Hello *big **bold** world*", "Hello big bold world"),
        ("a [link](http://x.org) here", "a link here"),
        ("one\ntwo", "one two"),
        ("one  \ntwo", "one\ntwo"),
        ("# Head\n\nbody `code`", "Head\n\nbody code"),
        ("- a\n- b", "a\n\nb"),
        ("<b>raw</b> &amp; more", "<b>raw</b> & more"),
        ("before ![alt](x.png) after", "before  after"),
        ("    code\n    block", "code\nblock"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\n\nb\n\n1\n\n2"),
        ("", ""),
    ],
)
def test_visible_text(markdown: str, shown: str) -> None:
    assert visible_text(markdown) == shown


def test_a_mark_is_closed_and_opened_again_at_every_border() -> None:
    text = "He said *we **will** go* [now](http://x.org) and left"
    html = to_html(text, [Mark(span=span_of("said we will go now and", text), anchor="q1")])
    assert html == (
        '<p>He <mark id="q1">said </mark><em><mark>we </mark><strong><mark>will</mark></strong><mark> go</mark></em>'
        '<mark> </mark><a href="http://x.org"><mark>now</mark></a><mark> and</mark> left</p>\n'
    )


def test_a_mark_within_a_mark_is_nested() -> None:
    text = "We go on Monday now"
    marks = [Mark(span=span_of(text, text)), Mark(span=span_of("on Monday", text), tag="time")]
    assert to_html(text, marks) == "<p><mark>We go <time>on Monday</time> now</mark></p>\n"


def test_a_note_stands_after_the_last_piece_and_outside_links() -> None:
    text = "so [he said](http://x.org) then\n\nnext"
    html = to_html(text, [Mark(span=span_of("he said", text), note_href="#c", note_text="1", note_label="Card")])
    assert '<mark>he said</mark></a><a class="note" href="#c" aria-label="Card">1</a> then' in html


def test_a_mark_over_two_paragraphs_has_one_id() -> None:
    text = "One two.\n\nThree four."
    html = to_html(text, [Mark(span=span_of("two.\n\nThree", text), anchor="q")])
    assert html.count('id="q"') == 1
    assert html.count("<mark") == 2


def test_raw_html_and_active_links_never_pass() -> None:
    html = to_html('<script>x</script> [a](javascript:alert(1)) <a href="x" onclick="y">z</a>')
    assert "<script" not in html
    assert "<a" not in html


def test_images_are_links_to_them() -> None:
    assert to_html("![a cat](http://x.org/c.png)") == '<p><a href="http://x.org/c.png">a cat</a></p>\n'
    assert to_html("[![a](http://x.org/c.png)](http://y.org)") == '<p><a href="http://y.org">a</a></p>\n'


def test_links_are_mapped() -> None:
    assert 'href="../x/"' in to_html("[a](/x/)", link=lambda address: ".." + address)


def test_line_of_an_offset() -> None:
    markdown = "one\n\n# two\n\nthree"
    assert [line_of(markdown, visible_text(markdown).index(w)) for w in ("one", "two", "three")] == [0, 2, 4]


def test_leading_blocks_are_whole() -> None:
    markdown = "First one.\n\n- a\n- b\n\nLast."
    assert leading_blocks(markdown, 5) == "First one.\n"
    assert leading_blocks(markdown, 11) == "First one.\n\n- a\n- b\n"
    assert leading_blocks(markdown, 999) == markdown


_PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60)


@given(_PLAIN)
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    shown = visible_text(escape_markdown(words))
    assert " ".join(shown.split()) == " ".join(words.split())


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


_MARKDOWN = st.lists(
    st.sampled_from(
        ["one ", "*two* ", "**three *four* five** ", "[six *seven*](http://x.org) ", "\n\n", "- ", "`c` ", "\n", "“q” "]
    ),
    max_size=14,
).map("".join)


@given(_MARKDOWN, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=4))
def test_marks_keep_the_words_and_nest(markdown: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(span=Span(a, a + n), anchor=f"m{i}") for i, (a, n) in enumerate(spans)]
    html = to_html(markdown, marks)
    reader = _Nesting()
    reader.feed(html)
    assert reader.open == []
    assert re.sub(r"</?mark[^>]*>", "", html) == to_html(markdown)
