"""How articles are told to the indexer: one small HTML document each, whose words a reader finds as pieces of a result.

Title, summary, body, then each statement under its speaker's name. Ids say where a piece begins and what it is: `text` (with the
article's language and day), `who`, and `said` with the statement's place on the article's page, its manner and its speaker's slug.
search.js reads them back, so that a hit among the words of a statement leads to that place.
"""

from collections.abc import Iterator

from markupsafe import Markup

from sitegen import markup
from sitegen.model.search_pages import FoundStatement, SearchIndexView, SearchRecord
from sitegen.render.characters import fit

_NO_DAY = "0000-00-00"
"""Before all days: what has none is last where the newest is first."""


def documents(view: SearchIndexView) -> dict[str, str]:
    """Return the documents of a part of the index by the path of the page they stand for."""
    return {f"{record.address}index.html": fit(_document(record)) for record in view.records}


def _document(record: SearchRecord) -> str:
    paragraphs = (record.summary, *markup.visible_text(record.body).split("\n\n"))
    parts = [
        Markup('<h1 data-pagefind-meta="title">{}</h1>').format(record.title),
        Markup('<p><span id="text|{}|{}"></span></p>').format(record.language, record.date.machine),
        *(Markup("<p>{}</p>").format(p) for p in paragraphs if p.strip()),
        *map(_statement, record.statements),
    ]
    head, body = (Markup().join(of) for of in (_head(record), parts))
    return f"<!doctype html><html><head>{head}</head><body data-pagefind-body>{body}</body></html>"


def _head(record: SearchRecord) -> Iterator[Markup]:
    """Yield what is known of the article beside its words."""
    for name, value in {"date": record.date.words, "publishers": ", ".join(record.publishers)}.items():
        if value:
            yield Markup('<meta content="{}" data-pagefind-meta="{}[content]">').format(value, name)
    for kind, value in record.filters:
        yield Markup('<meta content="{}" data-pagefind-filter="{}[content]">').format(value, kind)
    yield Markup('<meta content="{}" data-pagefind-sort="day[content]">').format(record.day or _NO_DAY)


def _statement(statement: FoundStatement) -> Markup:
    """Return a statement as its card shows it."""
    words = " … ".join(statement.pieces)
    cue = f"{statement.cue}: " if statement.cue else ""
    said = f"said|{statement.anchor}|{statement.manner}|{statement.slug}"
    heading = Markup('<h2 id="who">{}</h2>').format(statement.who)
    return heading + Markup('<p><span id="{}"></span>{}{}</p>').format(said, cue, words)
