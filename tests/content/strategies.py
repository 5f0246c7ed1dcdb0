"""Entries as they might come from annotate, over texts that are hard to quote, to write and to find again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from sitegen.markup import visible_text
from sitegen.model.annotations import (
    Annotations,
    Aspect,
    Manner,
    Quotation,
    Signal,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.article import Article, BodyPolicy, Correction, Entry, Publisher
from sitegen.model.text import Span
from sitegen.model.when import UNKNOWN, How, When

_WORDS = """no yes 12:30 2024-11-19 0x1f 1e3 null ~ {x} [y] @z `q` “soon,” " ' \\ \\n --- … é e\u0301 क्\u200dष said he *it*
= << ? !tag &a *a % | > x, y [link](https://x.example) \U0001f600"""
_HARDER = [
    "a: b",
    "a #b",
    "- x",
    "the he",
    "don't: ",
    "\n\n",
    "\n",
    " ",
    "",
    ", ",
    "\t",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u202e",
]
_RARE = ["N\u00a0o", "\ue000", "\ufffe", "\U0001ffff"]
HARD = st.sampled_from([*_WORDS.split(), *_HARDER, *_RARE])
UNSTORED = {"blacklist_categories": ("Cs",), "blacklist_characters": "\0"}
TEXT = st.one_of(HARD, st.text(st.characters(**UNSTORED), max_size=12))
NAME = TEXT.filter(lambda words: bool(words.strip()))
BODY = st.lists(st.one_of(HARD, HARD, TEXT), max_size=30).map(" ".join)
HEX = st.text("0123456789abcdef", min_size=8, max_size=12)
URL = st.sampled_from(["https://example.org/a?b=c#d", "http://x.example/ü:1"])
CONFIDENCE = st.floats(0, 1)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(seconds=-4521))])
MOMENTS = st.datetimes(*map(datetime.fromisoformat, ("1900-01-01", "2100-01-01")), timezones=ZONES)
VALUES = st.one_of(
    st.sampled_from(["2024", "2024-07", "2024-W47", "2024-Q3", "2024-SU", "2024-11-19T10:30"]),
    st.dates().map(str),
    MOMENTS.map(datetime.isoformat),
)


@st.composite
def whens(draw):
    if draw(st.booleans()):
        return UNKNOWN
    bounds = sorted((draw(MOMENTS), draw(MOMENTS)))
    return When(
        value=draw(st.none() | VALUES),
        earliest=draw(st.sampled_from([None, bounds[0]])),
        latest=draw(st.sampled_from([None, bounds[1]])),
        how=draw(st.sampled_from(How)),
        evidence=draw(TEXT),
    )


@st.composite
def spans(draw, text):
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, min(len(text), start + 25))))


@st.composite
def quotations(draw, text, keys):
    pieces = sorted(draw(st.lists(spans(text), min_size=1, max_size=3)))
    apart = [piece for index, piece in enumerate(pieces) if not index or pieces[index - 1].end < piece.start]
    return Quotation(
        content=tuple(apart[:1] if len(apart) < 2 else apart),
        cue=draw(st.none() | spans(text)),
        source=draw(st.none() | spans(text)),
        manner=draw(st.sampled_from(Manner)),
        speaker=draw(st.sampled_from([None, *keys])),
        confidence=draw(CONFIDENCE),
    )


@st.composite
def events(draw, text, keys):
    time = TimeExpression(
        span=draw(spans(text)),
        type=draw(st.sampled_from(TimexType)),
        value=draw(st.none() | VALUES | st.sampled_from(["FUTURE_REF", "P3D", "XXXX-11", "2024-11-19TMO", "199"])),
        mod=draw(st.none() | st.just("START")),
        quant=draw(st.none() | st.just("EVERY")),
        freq=draw(st.none() | st.just("2x")),
        begin_point=draw(st.none() | VALUES),
        end_point=draw(st.none() | VALUES),
        anchor=draw(st.none() | VALUES),
    )
    return TimelineEvent(
        when=draw(st.sampled_from([None, time])),
        signal=draw(st.none() | st.sampled_from(Signal)),
        what=draw(spans(text)),
        who=draw(st.just("") | NAME),
        aspect=draw(st.sampled_from(Aspect)),
        speakers=tuple(draw(st.lists(st.sampled_from(keys), max_size=2, unique=True))) if keys else (),
    )


@st.composite
def speakers(draw):
    names = draw(st.lists(NAME, max_size=3, unique=True))
    return tuple(
        Speaker(
            key=f"s{number}" if draw(st.booleans()) else f"key {number} {name}",
            name=name,
            kind=draw(st.sampled_from(SpeakerKind)),
            role=draw(st.none() | TEXT),
            affiliation=draw(st.none() | TEXT),
        )
        for number, name in enumerate(names)
    )


@st.composite
def annotations(draw, text):
    heard = draw(speakers())
    keys = [speaker.key for speaker in heard]
    found = (draw(st.lists(quotations(text, keys), max_size=4)), draw(st.lists(events(text, keys), max_size=3)))
    said, happened = found if text else ((), ())
    return Annotations(
        speakers=heard,
        quotations=tuple(said),
        timeline=tuple(happened),
        times=tuple(event.when for event in happened if event.when),
        summary=draw(TEXT),
        made_by=draw(HEX),
    )


@st.composite
def articles(draw):
    body = draw(BODY)
    publisher = st.builds(Publisher, name=NAME, url=st.none() | URL)
    return Article(
        id=draw(st.sampled_from(["2024-11-19-visit", "no", "12", "visite-à-paris", "1e3"])),
        seeds=tuple(draw(st.lists(TEXT, max_size=2))),
        title=draw(NAME),
        byline=tuple(draw(st.lists(TEXT, max_size=2))),
        publishers=tuple(draw(st.lists(publisher, max_size=2))),
        url=draw(st.none() | URL),
        published=draw(whens()),
        language=draw(st.sampled_from(["en", "no", "pt-BR"])),
        body=body,
        text=visible_text(body),
    )


@st.composite
def entries(draw):
    article = draw(articles())
    made = draw(annotations(article.text)) if article.text else Annotations(made_by=draw(HEX))
    corrections = st.builds(Correction, date=VALUES, text=NAME)
    return Entry(
        article=article,
        annotations=made,
        path="content/visit.md",
        topics=tuple(draw(st.lists(TEXT, max_size=2))),
        draft=draw(st.booleans()),
        corrections=tuple(draw(st.lists(corrections, max_size=2))),
        aliases=tuple(draw(st.lists(TEXT, max_size=2))),
        body_policy=draw(st.none() | st.sampled_from(BodyPolicy)),
    )


def comparable(entry):
    """What a content file does not hold, made equal."""
    return replace(entry, annotations=replace(entry.annotations, made_of=""))
