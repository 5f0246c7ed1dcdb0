"""How are the editor's keys of a new file written? An Entry in, lines out; what is as if never written is left out."""

from collections.abc import Iterable, Iterator

from sitegen.content.dates import date_value
from sitegen.content.yaml_text import block, line, mapping, scalar, sequence
from sitegen.model.article import Correction, Entry, Publisher
from sitegen.model.when import UNKNOWN, When


def editor_lines(entry: Entry) -> Iterator[str]:
    """Yield the editor's keys of an entry in their order."""
    article = entry.article
    yield from _text("id", article.id)
    yield from _list("seeds", map(scalar, article.seeds))
    yield from _text("title", article.title)
    yield from _list("byline", map(scalar, article.byline))
    yield from _text("url", article.url)
    yield from _text("language", article.language)
    yield from published_lines(article.published)
    if updated := date_value(article.updated.value or ""):
        yield f"updated: {scalar(updated)}"
    yield from _list("publishers", map(publisher_line, article.publishers))
    yield from _list("topics", map(scalar, entry.topics))
    if entry.draft:
        yield "draft: true"
    if entry.corrections:
        yield block("corrections", map(correction_line, entry.corrections))
    yield from _list("aliases", map(scalar, entry.aliases))
    if entry.body_policy:
        yield f"body: {entry.body_policy}"


def _text(name: str, words: str | None) -> Iterator[str]:
    if words:
        yield f"{name}: {line(words)}"


def _list(name: str, items: Iterable[str]) -> Iterator[str]:
    written = sequence(items)
    if written != sequence(()):
        yield f"{name}: {written}"


def published_lines(published: When) -> Iterator[str]:
    """Yield the keys that say when an article was published, and how that is known."""
    if published == UNKNOWN:
        return
    value = date_value(published.value or "")
    if value:
        yield f"published: {scalar(value)}"
    bounds = (published.earliest, published.latest)
    if any(bounds):
        yield f"published_between: {sequence(scalar(b.isoformat()) if b else 'null' for b in bounds)}"
    yield from _text("published_evidence", published.evidence)
    yield f"published_from: {published.how}"


def publisher_line(publisher: Publisher) -> str:
    """Return a publisher as an item of its list."""
    fields = [("name", scalar(publisher.name))]
    return mapping([*fields, ("url", scalar(publisher.url))] if publisher.url else fields)


def correction_line(correction: Correction) -> str:
    """Return a correction as an item of its list."""
    return mapping((("date", scalar(correction.date)), ("text", scalar(correction.text))))
