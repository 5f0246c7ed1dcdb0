"""The tables of `sitegen export csv`, and TimelineJS3."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from jsonschema import Draft202012Validator

from sitegen.model.annotations import Aspect, Manner, SpeakerKind
from sitegen.model.data import Address, ArticleName, DataDate, DataEvent, DataQuotation, DataSpeaker
from sitegen.render.tables import events_csv, quotations_csv
from sitegen.render.timelinejs import timelinejs

BASE = "https://example.org/sub/"
ARTICLE = ArticleName(
    id="bridge",
    title='The "bridge", at last',
    published="2025-01",
    publishers=("Post", "Courier"),
    source="https://post.example/1",
)
ADA = DataSpeaker(
    slug="ada-thornbury", name="Ada Thornbury", kind=SpeakerKind.PERSON, role="mayor", affiliation="Ellery"
)
SAID = DataQuotation(
    id="bridge-quotation-1",
    pieces=("We will go", "but\nnot now"),
    manner=Manner.DIRECT,
    cue="said",
    speaker=ADA,
    confidence=0.9,
    article=ARTICLE,
    link=Address("articles/bridge/#quotation-1"),
    also=(),
    disputed=False,
)
DAY = DataDate(value="2025-06-02", until=None, length=None, mod=None, signal=None, nearby=False, words="2 June 2025")
OPENS = DataEvent(
    id="bridge-event-1",
    text="The bridge <b>opens</b> & stays",
    date=DAY,
    expression="2 June",
    aspect=Aspect.SCHEDULED,
    article=ARTICLE,
    link=Address("articles/bridge/#event-1"),
    also=(),
    otherwise=(),
)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_says_who_said_what_when_in_which_role_and_where() -> None:
    written = quotations_csv([SAID, replace(SAID, speaker=None)], BASE)
    first, second = rows(written)
    assert first == {
        "date": "2025-01",
        "speaker": "Ada Thornbury",
        "role": "mayor",
        "affiliation": "Ellery",
        "manner": "direct",
        "cue": "said",
        "words": "We will go … but\nnot now",
        "confidence": "0.9",
        "article": 'The "bridge", at last',
        "link": "https://example.org/sub/articles/bridge/#quotation-1",
        "publisher": "Post, Courier",
        "source": "https://post.example/1",
    }
    assert (second["speaker"], second["role"]) == ("", "")
    assert written.count(b"\r\n") == 3


def test_a_table_says_its_encoding_once_and_keeps_every_character() -> None:
    words = "“Straße”, Пётр, हिन्दी, العربية"
    written = quotations_csv([replace(SAID, pieces=(words,))], BASE)
    assert written.startswith("\ufeffdate,".encode())
    assert written.count("\ufeff".encode()) == 1
    assert rows(written)[0]["words"] == words


@pytest.mark.parametrize("words", ["=1+1", "+41 22", "-5 degrees", "@cmd", "\t=1", "＝1"])
def test_nothing_begins_as_a_formula(words: str) -> None:
    (row,) = rows(quotations_csv([replace(SAID, pieces=(words,))], BASE))
    assert row["words"] == f"'{words}"


def test_an_event_without_a_date_is_a_row_without_one() -> None:
    first, second = rows(events_csv([OPENS, replace(OPENS, date=None)], BASE))
    assert (first["date"], first["date_words"], first["told_by"]) == ("2025-06-02", "2 June 2025", "1")
    assert (second["date"], second["until"]) == ("", "")


def slide(**more: object) -> dict[str, object]:
    event = replace(OPENS, date=replace(DAY, **more))
    (made,) = json.loads(timelinejs("Digest", "", [event, replace(OPENS, date=None)], BASE))["events"]
    return dict(made)


def test_a_slide_has_what_timelinejs_asks_for_and_no_markup_of_the_source() -> None:
    made = slide()
    assert made["start_date"] == {"year": 2025, "month": 6, "day": 2}
    assert "end_date" not in made
    assert made["text"] == {
        "headline": "The bridge &lt;b&gt;opens&lt;/b&gt; &amp; stays",
        "text": "<p>The bridge &lt;b&gt;opens&lt;/b&gt; &amp; stays</p>"
        '<ul><li><a href="https://example.org/sub/articles/bridge/#event-1">'
        "The &quot;bridge&quot;, at last (Post, Courier)</a></li></ul>",
    }


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2025-06", {"year": 2025, "month": 6}, None),
        ("2025", {"year": 2025}, None),
        ("2025-06-02T12:00", {"year": 2025, "month": 6, "day": 2}, None),
        ("2025-W23", {"year": 2025, "month": 6, "day": 2}, {"year": 2025, "month": 6, "day": 8}),
        ("2025-Q2", {"year": 2025, "month": 4, "day": 1}, {"year": 2025, "month": 6, "day": 30}),
        ("2025-SU", {"year": 2025, "month": 6, "day": 1}, {"year": 2025, "month": 8, "day": 31}),
        ("199", {"year": 1990}, {"year": 1999, "month": 12, "day": 31}),
    ],
)
def test_a_date_is_as_precise_as_it_is(value: str, start: object, end: object) -> None:
    made = slide(value=value, words="about then")
    assert (made["start_date"], made.get("end_date")) == (start, end)
    assert made["display_date"] == "about then"


def test_a_period_has_its_end() -> None:
    assert slide(until="2025-07")["end_date"] == {"year": 2025, "month": 7}


DATE = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"minimum": 1, "maximum": 12},
        "day": {"minimum": 1, "maximum": 31},
    },
    "required": ["year"],
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "display_date": {"type": "string", "minLength": 1},
        "unique_id": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
        "autolink": {"type": "boolean"},
        "group": {"type": "string"},
    },
    "required": ["start_date", "text"],
    "additionalProperties": False,
}
TIMELINE = {
    "type": "object",
    "properties": {
        "title": {"type": "object", "properties": {"text": TEXT}, "additionalProperties": False},
        "events": {"type": "array", "items": SLIDE, "minItems": 1},
    },
    "required": ["events"],
    "additionalProperties": False,
}
"""What timeline.knightlab.com/docs/json-format.html says of the fields that we write; a field of another name would be lost without a word."""


@pytest.mark.parametrize(
    "date",
    [
        DAY,
        replace(DAY, value="2025", words="2025"),
        replace(DAY, value="2025-06"),
        replace(DAY, value="2025-Q2"),
        replace(DAY, value="199"),
        replace(DAY, value="19"),
        replace(DAY, until="2025-07-01"),
        replace(DAY, value="2025-06-02T12:00"),
    ],
)
def test_it_is_in_the_form_that_timelinejs_documents(date: DataDate) -> None:
    made = json.loads(timelinejs("Digest", "What happened", [replace(OPENS, date=date)], BASE))
    Draft202012Validator(TIMELINE).validate(made)
