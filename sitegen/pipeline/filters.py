"""One stage as a filter: JSON Lines in, JSON Lines out, in the same order; the contract is stable (docs/filters.md)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sitegen.model import when
from sitegen.model.annotations import Annotations, Quotation, TimeExpression, TimelineEvent
from sitegen.model.article import Article
from sitegen.model.diagnostic import Diagnostic
from sitegen.model.text import Span
from sitegen.model.when import UNKNOWN, How, When

_BATCH = 64

Row = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A line that cannot be taken."""

    id: object
    error: str


def annotate_lines(lines: Iterable[bytes]) -> Iterator[tuple[Row, bool]]:
    """Yield for each line its answer, and whether it could be read."""
    from sitegen.pipeline.work import annotate_all

    for batch in _batches(lines):
        rows = [_row(line, ("text",)) for line in batch]
        articles = tuple(_article(row) for row in rows if isinstance(row, dict))
        made = iter(annotate_all(articles, ""))
        for row in rows:
            if isinstance(row, Unreadable):
                yield {"id": row.id, "error": row.error}, False
            else:
                found, problems = next(made)
                yield _annotated(row["id"], found.article, found.annotations, problems), True


def clean_lines(lines: Iterable[bytes]) -> Iterator[tuple[Row, bool]]:
    """Yield for each line its answer, and whether it could be read."""
    from sitegen.clean import clean_html, clean_text

    for line in lines:
        row = _row(line, ("html", "text"))
        if isinstance(row, Unreadable):
            yield {"id": row.id, "error": row.error}, False
        else:
            url = str(row["url"]) if row.get("url") else None
            html = row.get("html")
            checked = clean_html(html, url) if isinstance(html, str) else clean_text(str(row["text"]), url)
            yield _cleaned(row["id"], checked.value, checked.diagnostics), True


def _batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    waiting = iter(lines)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _row(line: bytes, texts: tuple[str, ...]) -> Row | Unreadable:
    """Return a line as an object that has one of these texts."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Unreadable(id=None, error=f"not JSON: {error}")
    if not isinstance(row, dict) or "id" not in row:
        return Unreadable(id=None, error='not an object with an "id"')
    if not any(isinstance(row.get(name), str) for name in texts):
        return Unreadable(id=row["id"], error=f"no text in {' or '.join(map(repr, texts))}")
    return row


def _article(row: Row) -> Article:
    text, given = str(row["text"]), row.get("published")
    known = isinstance(given, str) and when.days(given) is not None
    published = When(value=str(given), how=How.EDITOR) if known else UNKNOWN
    return Article(id=str(row["id"]), title="", body="", text=text, published=published)


def _annotated(identity: object, article: Article, found: Annotations, problems: Iterable[Diagnostic]) -> Row:
    text, published = article.text, article.published
    speakers = [{"key": s.key, "name": s.name, "role": s.role, "affiliation": s.affiliation} for s in found.speakers]
    return {
        "id": identity,
        "published": {"value": published.value, "from": str(published.how) if published.value else None},
        "speakers": speakers,
        "quotations": [row for i, q in enumerate(found.quotations) for row in _pieces(text, q, i)],
        "times": [_time(text, t) for t in found.times],
        "timeline": [_event(text, e) for e in found.timeline],
        "summary": found.summary,
        "diagnostics": [str(d) for d in problems],
    }


def _words(text: str, span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _pieces(text: str, quoted: Quotation, number: int) -> Iterator[Row]:
    for span in quoted.content:
        yield _words(text, span) | {
            "manner": str(quoted.manner),
            "cue": _pair(quoted.cue),
            "source": _pair(quoted.source),
            "speaker": quoted.speaker,
            "confidence": round(quoted.confidence, 3),
            "quotation": number,
        }


def _time(text: str, found: TimeExpression) -> Row:
    return _words(text, found.span) | {
        "type": str(found.type),
        "value": found.value,
        "mod": found.mod,
        "begin_point": found.begin_point,
        "end_point": found.end_point,
    }


def _event(text: str, event: TimelineEvent) -> Row:
    value = event.when.value if event.when else None
    return {
        "date": value if when.days(value) else None,
        "expression": event.when.span.of(text) if event.when else None,
        "aspect": str(event.aspect),
    } | _words(text, event.what)


def _cleaned(identity: object, article: Article | None, problems: Iterable[Diagnostic]) -> Row:
    return {
        "id": identity,
        "title": article.title if article else None,
        "byline": ", ".join(article.byline) if article else None,
        "publisher": article.publishers[0].name if article and article.publishers else None,
        "published": article.published.value if article else None,
        "language": article.language if article else None,
        "text": article.text if article else "",
        "markdown": article.body if article else "",
        "removed": list(article.removed) if article else [],
        "diagnostics": [str(d) for d in problems],
    }
