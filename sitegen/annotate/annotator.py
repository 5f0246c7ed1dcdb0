"""Article -> Annotations, in one order: publication date, statements, time, timeline, summary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Doc

from sitegen.annotate import language
from sitegen.annotate.attribution import statements
from sitegen.annotate.events import timeline, with_ends
from sitegen.annotate.published import infer_published
from sitegen.annotate.reading import read
from sitegen.annotate.summary import summary
from sitegen.annotate.timex import time_expressions
from sitegen.model.annotations import NOTHING, Annotations
from sitegen.model.article import Article
from sitegen.model.diagnostic import Checked, Diagnostic, Severity
from sitegen.model.when import When, days

LONGEST = 300_000
"""Code points."""
MOST_WORDS = 60_000
"""Words and marks; for 80,000 the parser needs 1.5 GB and 8 s."""
_BATCH = 16
_DAY = timedelta(days=1)
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_HAS_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """What was found, and the publication date: the article's own, or inferred where it has none."""

    published: When
    annotations: Annotations


def annotate(articles: Iterable[Article], *, made_by: str) -> Iterator[Checked[Annotated]]:
    """Yield the annotations of each article, in the order of the articles."""
    pairs = ((language.tame(article.text) if _readable(article) else "", article) for article in articles)
    for doc, article in language.load().pipe(pairs, as_tuples=True, batch_size=_BATCH):
        yield Checked(value=_annotated(doc, article, made_by), diagnostics=tuple(_problems(article)))


def _readable(article: Article) -> bool:
    return article.language in language.LANGUAGES and not _is_too_long(article.text)


def _is_too_long(text: str) -> bool:
    if len(text) <= MOST_WORDS:
        return False
    return len(text) > LONGEST or sum(1 for _ in _TOKEN.finditer(text)) > MOST_WORDS


def _annotated(doc: Doc, article: Article, made_by: str) -> Annotated:
    if not _HAS_WORD.search(doc.text):
        return Annotated(published=article.published, annotations=replace(NOTHING, made_by=made_by))
    given = article.published
    published = given if given.value or given.earliest or given.latest else infer_published(doc)
    reading = read(doc)
    said = statements(doc, reading)
    today = infer_published(doc).value if _is_reworked(article) else published.value
    times = time_expressions(doc, today)
    events = timeline(doc, times, said.speakers, today, reading)
    found = Annotations(
        speakers=said.speakers,
        quotations=said.quotations,
        times=with_ends(times, events),
        timeline=events,
        summary=summary(doc, article.title),
        made_by=made_by,
    )
    return Annotated(published=published, annotations=found)


def _is_reworked(article: Article) -> bool:
    """Say whether an article was changed days after it appeared: its "Thursday" may be counted from either day."""
    published, updated = days(article.published.value), days(article.updated.value)
    return published is not None and updated is not None and updated[0] - published[1] >= _DAY


def _problems(article: Article) -> Iterator[Diagnostic]:
    """Say plainly what was not extracted."""
    path = next(iter(article.seeds), article.id)
    if article.language not in language.LANGUAGES:
        message = f"speakers and timeline were not extracted: the language is {article.language!r}"
        yield Diagnostic(severity=Severity.NOTE, code="language-not-annotated", path=path, message=message)
    elif _is_too_long(article.text):
        limit = f"{MOST_WORDS:,} words or {LONGEST:,} characters"
        message = f"speakers and timeline were not extracted: the text has more than {limit}"
        yield Diagnostic(severity=Severity.WARNING, code="text-too-long", path=path, message=message)
