"""How are statements and events written as a table? As CSV (RFC 4180, UTF-8), a row for each, with nothing in it that a spreadsheet would take for a formula.

It begins with a byte order mark: without one Excel takes the file for the encoding of the computer it runs on, and every quotation mark is broken.
"""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from sitegen.model.data import ArticleName, DataEvent, DataQuotation
from sitegen.render.addresses import Here
from sitegen.render.characters import fit

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula in one spreadsheet or another; such a cell gets an apostrophe before it."""
QUOTATION_COLUMNS = (
    "date",
    "speaker",
    "role",
    "affiliation",
    "manner",
    "cue",
    "words",
    "confidence",
    "article",
    "link",
    "publisher",
    "source",
)
EVENT_COLUMNS = ("date", "until", "date_words", "aspect", "event", "told_by", "article", "link", "publisher", "source")

_BREAK = " … "
"""Between the pieces of a statement that its cue breaks."""

Row = Mapping[str, str]


def quotations_csv(quotations: Iterable[DataQuotation], base_url: str) -> bytes:
    """Return statements as a table."""
    here = Here(path="", base_url=base_url)
    return _table(QUOTATION_COLUMNS, (_quotation(quoted, here) for quoted in quotations))


def events_csv(events: Iterable[DataEvent], base_url: str) -> bytes:
    """Return events as a table."""
    here = Here(path="", base_url=base_url)
    return _table(EVENT_COLUMNS, (_event(event, here) for event in events))


def _quotation(quoted: DataQuotation, here: Here) -> Row:
    speaker = quoted.speaker
    return {
        "date": quoted.article.published or "",
        "speaker": speaker.name if speaker else "",
        "role": (speaker.role if speaker else None) or "",
        "affiliation": (speaker.affiliation if speaker else None) or "",
        "manner": quoted.manner,
        "cue": quoted.cue,
        "words": _BREAK.join(quoted.pieces),
        "confidence": f"{quoted.confidence:g}",
        "link": here.absolute(quoted.link.path),
        **_article(quoted.article),
    }


def _event(event: DataEvent, here: Here) -> Row:
    date = event.date
    return {
        "date": date.value if date else "",
        "until": (date.until if date else None) or "",
        "date_words": date.words if date else "",
        "aspect": event.aspect,
        "event": event.text,
        "told_by": str(1 + len(event.also)),
        "link": here.absolute(event.link.path),
        **_article(event.article),
    }


def _article(article: ArticleName) -> Row:
    return {"article": article.title, "publisher": ", ".join(article.publishers), "source": article.source or ""}


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    made = StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _cell(words: str) -> str:
    words = fit(words)
    return f"'{words}" if words.startswith(FORMULA) else words
