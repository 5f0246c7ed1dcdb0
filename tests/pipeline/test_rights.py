"""What may not be republished is in no file of the site: no page, no feed, no search or data file, no description, no summary."""

import html
import re
from functools import cache
from pathlib import Path

import pytest

from sitegen.content.codec import decode
from sitegen.markup import visible_text
from tests.indexed import unpacked
from tests.sites import build, files_in, write

WORDS = (
    "amber anchor antler apron arbour badger ballast barley beacon bellows birch blanket bobbin boulder bramble brazier bucket button cabin candle canvas "
    "carpet cedar cellar chalk chapel cinder cistern clover cobble copper cradle cricket crystal curtain cutlass daisy dapple ember fable falcon feather "
    "fennel fiddle flagon flint forge fountain furrow gable garnet ginger glacier gravel grotto hammock harness hazel heather hemlock"
).split()
RUN = 6
"""Words of the source in a row that are no chance."""
SETTINGS = """
title = "Ellery digest"
base_url = "https://example.org/"
{more}
"""
TABLES = """
[[publishers]]
host = "wire.example"
body = "none"

[[publishers]]
name = "Brook Hill Gazette"
body = "excerpt"
"""


def own_words(number: int) -> list[str]:
    return WORDS[number * 4 : number * 4 + 4]


def body(number: int) -> str:
    """Eight paragraphs with four words that are in no other article; a quotation and a dated event stand deep in it."""
    a, b, c, d = own_words(number)
    return "\n\n".join(
        [
            f"The council of {a.title()} Quay has put the {b} bridge before the {c} works in its list of the year, a paper says, and the {d} road comes last.",
            f"People beside the {a} market think the {b} sheds will have to make room, and some have moved the {c} stalls to the {d} square by themselves.",
            f"Nobody in the {a} office could tell how the {b} money is shared between the {c} banks of the river and the old {d} company behind them.",
            f"A line of the {a} railway may be laid along the {b} dyke where the {c} gardens are, if the owners of the {d} fields agree to sell.",
            f"“We counted every {a} plank before the {b} flood came over us,” Mayor Ada Thornbury said behind the {c} doors of the {d} hall.",
            f"On March 3, 2025 the {a} ferry ran aground near the {b} pier with the {c} freight and all the {d} passengers aboard.",
            f"The makers of the {a} lamps hope for the {b} light along the {c} way, though their {d} workshop stands empty most of the winter.",
            f"In the end the {a} bell will be rung for the {b} builders and the {c} children get a day off to see the {d} gates opened.",
        ]
    )


def article(number: int, *lines: str) -> str:
    head = "\n".join([f"title: {WORDS[number].title()} bridge comes first", 'published: "2025-03-12"', *lines])
    return f"---\n{head}\n---\n\n{body(number)}\n"


def lay_out(root: Path, more: str, **files: str) -> Path:
    write(root, {"sitegen.toml": SETTINGS.format(more=more)} | {f"content/{n}.md": text for n, text in files.items()})
    report = build(root)
    assert [d.message for d in report.diagnostics if d.severity == "error"] == []
    return root


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(
        tmp_path_factory.mktemp("mixed"),
        TABLES,
        free=article(0),
        closed=article(1, "body: none"),
        wire=article(2, "publishers: [{name: The Wire, url: https://www.wire.example/}]"),
        gazette=article(3, "publishers: [{name: Brook Hill Gazette}]"),
        both=article(4, "publishers: [{name: Brook Hill Gazette}, {name: The Wire, url: https://wire.example/4}]"),
        part=article(5, "body: excerpt"),
    )


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("strict"), 'body = "none"', shut=article(6), open=article(7, "body: full"))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str, own: set[str]) -> set[str]:
    """The runs of words in which one is the article's own."""
    told = words(text)
    found = (told[i : i + RUN] for i in range(len(told) - RUN + 1))
    return {" ".join(run) for run in found if own & set(run)}


@cache
def published(root: Path) -> str:
    """All that the site says, tags and escapes undone."""
    texts = []
    for data in unpacked(files_in(root / "output")).values():
        text = data.decode("utf-8", "replace")
        for _ in range(3):  # JSON in HTML, HTML in feeds
            text = html.unescape(re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text))
        texts += (text, re.sub(r"<[^>]*>", " ", text), text.replace("\\n", " "))
    return " ".join(words(" ".join(texts)))


def leaked(root: Path, name: str, allowed: int = 0) -> list[str]:
    """The runs of words that the site has of an article: beyond its first paragraphs, its quotations and its timeline."""
    entry = decode(name, (root / "content" / f"{name}.md").read_text("utf-8")).value
    text = visible_text(entry.article.body)
    paragraphs = [p for p in text.split("\n") if p]
    told = entry.annotations
    spans = [s for q in told.quotations for s in q.content] + [e.what for e in told.timeline]
    own = next(own for number in range(len(WORDS) // 4) if (own := set(own_words(number))) <= set(words(text)))
    free = {run for span in spans for run in runs(text[span.start : span.end], own)}
    free |= {run for paragraph in paragraphs[:allowed] for run in runs(paragraph, own)}
    said = published(root)
    return sorted(run for p in paragraphs for run in runs(p, own) - free if run in said)


def test_what_may_be_republished_is(mixed: Path, strict: Path) -> None:
    assert len(leaked(mixed, "free")) > 60
    assert len(leaked(strict, "open")) > 60


@pytest.mark.parametrize("name", ["closed", "wire", "both"])
def test_nothing_of_a_closed_article(mixed: Path, name: str) -> None:
    assert leaked(mixed, name) == []


@pytest.mark.parametrize("name", ["gazette", "part"])
def test_nothing_beyond_an_excerpt(mixed: Path, name: str) -> None:
    assert leaked(mixed, name, 3) == []  # 400 characters and the end of the paragraph
    assert leaked(mixed, name)


def test_nothing_where_the_site_says_so(strict: Path) -> None:
    assert leaked(strict, "shut") == []


def test_quotations_and_events_stay(mixed: Path) -> None:
    a, b, *_ = own_words(1)
    assert f"we counted every {a} plank before the {b} flood came over us" in published(mixed)
