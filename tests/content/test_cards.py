"""What other pages may show of an entry."""

from dataclasses import replace

from sitegen.content.cards import card
from sitegen.content.codec import decode
from sitegen.content.terms import terms

FILE = """---
title: The harbour opens
speakers:
  - {key: ana, name: Ana Ruiz}
quotations:
  - {speaker: ana, manner: direct, confidence: 0.5, text: ["We open,", "at last."]}
  - {manner: indirect, text: the cranes were late}
timeline:
  - {date: null, value: FUTURE_REF, expression: soon, aspect: expected, text: more will come}
  - {date: "2024-07", expression: In July, aspect: past, speakers: [ana], text: the cranes came}
  - {date: null, aspect: ongoing, text: Work goes on}
---
“We open,” Ana Ruiz said, “at last.” She said the cranes were late. In July the cranes came.

Work goes on and soon more will come.
"""


def made():
    return card(decode("content/harbour.md", FILE).value)


def test_quotations_have_their_words_and_a_numbered_anchor():
    first, second = made().quotations
    assert (first.anchor, first.pieces, first.speaker, first.confidence) == (
        "quotation-1",
        ("We open,", "at last."),
        "ana",
        0.5,
    )
    assert (second.anchor, second.pieces, second.speaker) == ("quotation-2", ("the cranes were late",), None)


def test_events_have_a_date_only_where_a_calendar_time_is_known():
    events = made().events
    assert [(e.anchor, e.date, e.expression) for e in events] == [
        ("event-1", None, "soon"),
        ("event-2", "2024-07", "In July"),
        ("event-3", None, ""),
    ]


def test_the_fingerprint_is_that_of_everything_shown():
    entry = decode("content/harbour.md", FILE).value
    assert made().fingerprint == card(entry).fingerprint
    assert card(replace(entry, topics=("x",))).fingerprint != made().fingerprint
    assert dict(made().lines)["title"] == 2


def test_terms_are_names_and_common_words_without_those_that_tell_nothing():
    text = (
        "The harbour of Vell opened on Monday. Ana Ruiz, who runs the harbour, thanked Li Wei’s crew. "
        "“It’s a harbour for ships,” Ana Ruiz said. Ships don’t wait. Vell’s crew cheered."
    )
    found = dict(terms("Vell opens a harbour for ships", text))
    assert found["harbour"] == 4
    assert found["Ana Ruiz"] == 2
    assert found["Vell"] == 3
    assert found["Li Wei"] == 1
    assert found["ships"] == 3
    assert not {"The", "the", "said", "Monday", "It", "don’t", "don't", "on", "Ships", "Wei’s"} & set(found)


def test_the_most_telling_come_first_and_are_few():
    text = " ".join(f"word{'a' * n}" for n in range(60)) + " harbour" * 5
    found = terms("Harbour", text)
    assert found[0] == ("harbour", 6)
    assert len(found) == 30
    assert terms("", "") == ()
