"""Big and malicious files take a time that grows with their size, not with its square."""

import time

import pytest

from sitegen.content.codec import decode, encode
from sitegen.content.revision import ownership, revise
from sitegen.content.terms import terms
from sitegen.model.annotations import Annotations, Manner, Quotation
from sitegen.model.article import Article, Entry
from sitegen.model.text import Span

SECONDS = 10
"""On a slow and busy machine; what grows with the square takes minutes."""


@pytest.fixture(autouse=True)
def clock():
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < SECONDS


def article(text: str) -> Article:
    return Article(id="x", title="x", body=text, text=text)


def entry(text: str, quotations: list[Quotation]) -> Entry:
    found = Annotations(made_by="4f1c", quotations=tuple(quotations))
    return Entry(article=article(text), annotations=found, path="content/x.md")


def quotation(start: int, end: int) -> Quotation:
    return Quotation(content=(Span(start, end),), cue=Span(start - 5, start - 1), manner=Manner.DIRECT)


def test_a_word_said_a_hundred_thousand_times():
    text = "said x " * 100_000
    found = entry(text.strip(), [quotation(7 * n + 5, 7 * n + 6) for n in range(1, 900)])
    read = decode("content/x.md", encode(found))
    assert read.value.annotations.quotations == found.annotations.quotations


def test_places_beyond_counting_are_left_out():
    text = "said x " * 100_000
    found = entry(text.strip(), [quotation(7 * n + 5, 7 * n + 6) for n in (5, 50_000)])
    read = decode("content/x.md", encode(found))
    assert read.diagnostics == ()
    assert read.value.annotations.quotations == found.annotations.quotations[:1]


def test_hundreds_of_thousands_of_one_letter():
    sizes = range(4, 700)
    text = " ".join("“" + "a" * size + "” said" for size in sizes)
    starts, position = [], 1
    for size in sizes:
        starts.append(position)
        position += size + len("” said “")
    quotations = [quotation(start, start + size) for start, size in zip(starts, sizes, strict=True)][1:]
    assert all(set(q.content[0].of(text)) == {"a"} for q in quotations)
    read = decode("content/x.md", encode(entry(text, quotations)))
    assert read.diagnostics == ()
    assert len(read.value.annotations.quotations) > 300


def test_thousands_of_different_quotations_in_a_long_article():
    words = [f"said word{n} and more of it{n}" for n in range(20_000)]
    text = " ".join(words)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    found = entry(text, [quotation(starts[n] + 5, starts[n + 1] - 1) for n in range(0, 20_000, 8)])
    read = decode("content/x.md", encode(found))
    assert read.value.annotations.quotations == found.annotations.quotations


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "a: [" * 50_000,
        "---\n" + "[" * 200_000 + "\n---\n",
        "---\n" + "- " * 200_000 + "\n---\n",
        "---\n" + "? " * 100_000 + "\n---\n",
        "---\nx: &a [*b" + ",[" * 100_000 + "\n---\n",
        "---\n" + "".join(f"key{n}: x\n" for n in range(3_000)) + "---\n",
        "---\ntitle: " + '"' * 500_000 + "\n---\n",
        "\r\n" * 200_000 + "x",
        "---\n" + "#\n" * 200_000 + "---\n",
        "---\n" + "a: |\n" + " x\n#\n" * 20_000 + "---\n",
        "--- \n" * 100_000,
    ],
    ids=lambda text: text[4:20],
)
def test_hostile_front_matter(text):
    decode("content/x.md", text)
    ownership(text)
    revise("content/x.md", text, Annotations(made_by="4f1c"))


@pytest.mark.parametrize("word", ["Aa ", "Word ", "’", "a-", "A’s ", "“"])
def test_terms_of_a_megabyte(word):
    terms(word, word * (1_000_000 // len(word)))
