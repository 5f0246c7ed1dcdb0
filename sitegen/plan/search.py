"""The search page and the index behind it, as records of articles; input: the desk, and the articles' own pages."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from sitegen.model import when
from sitegen.model.annotations import Manner
from sitegen.model.page import ArticleView, Page
from sitegen.model.search_pages import FoundStatement, SearchIndexView, SearchRecord, SearchView
from sitegen.model.shown import ShownQuotation
from sitegen.model.site import Card
from sitegen.plan import dates, urls
from sitegen.plan.chrome import head
from sitegen.plan.parts import Desk

_SETTLED, _RECENT = 1000, 250
"""Articles of a part of the index. Each search reads a file of every part, and a changed article costs the indexing of its own
(1,000 take about 2 s): so the parts are small where most changes are, among the newest thousand or two."""

Filter = tuple[str, str]


def search_pages(at: Desk, articles: Mapping[str, ArticleView]) -> Iterable[Page]:
    """Yield the search page and the parts of the index, where the site has a search."""
    if not at.config.search:
        return
    parts = {urls.search_index(start + 1): at.site.cards[start:end] for start, end in _cut(len(at.site.cards))}
    view = SearchView(chrome=at.chrome, head=head(at.config, urls.SEARCH, at.words("Search")), parts=tuple(parts))
    yield Page(path=urls.file_of(urls.SEARCH), template="search.html", view=view)
    names = {urls.speaker(p.slug): f"{p.slug} {p.name}" for p in at.site.people}
    for number, (address, cards) in enumerate(parts.items()):
        records = tuple(_record(at, card, articles[card.id], names) for card in cards)
        part = SearchIndexView(language=at.config.language, program=number == 0, records=records)
        yield Page(path=address, template="search index", view=part, sources=tuple(c.path for c in cards))


def _cut(count: int) -> Iterable[tuple[int, int]]:
    """Yield where the parts begin and end among so many articles, oldest first: each stays as it is once it is full."""
    settled = max(count // _SETTLED - 1, 0) * _SETTLED
    yield from ((start, start + _SETTLED) for start in range(0, settled, _SETTLED))
    yield from ((start, min(start + _RECENT, count)) for start in range(settled, count, _RECENT))


def _record(at: Desk, card: Card, shown: ArticleView, names: Mapping[str, str]) -> SearchRecord:
    """Return an article as its page shows it."""
    days = when.days(card.published.value)
    return SearchRecord(
        address=shown.head.address,
        title=shown.title,
        language=shown.language,
        date=shown.published,
        publishers=tuple(source.publisher.words for source in shown.sources),
        summary=shown.summary,
        body=shown.body,
        statements=tuple(_statement(at, q) for q in shown.quotations),
        filters=(*_speakers(shown, names), *_topics(at, card), *_publishers(at, card), *_dates(at, card)),
        day=days[0].isoformat() if days else "",
    )


def _statement(at: Desk, quotation: ShownQuotation) -> FoundStatement:
    speaker = quotation.speaker
    address = speaker.address if speaker else None
    return FoundStatement(
        anchor=quotation.place.partition("#")[2],
        manner=quotation.manner,
        who=at.words.series(speaker.name, speaker.role) if speaker else "",
        slug=urls.slug_of(address) if address else "",
        cue=quotation.cue,
        pieces=tuple(_in_marks(at, quotation)),
    )


def _in_marks(at: Desk, quotation: ShownQuotation) -> Iterable[str]:
    """Yield the pieces of a statement: only words that were proved to be said stand in quotation marks."""
    for piece in quotation.pieces:
        yield at.words("“%(words)s”", words=piece) if quotation.manner is Manner.DIRECT else piece


def _speakers(shown: ArticleView, names: Mapping[str, str]) -> Iterable[Filter]:
    """Yield those whose statements the article has, each under the one name that the whole site knows them by."""
    addresses = (q.speaker.address for q in shown.quotations if q.speaker)
    for address in dict.fromkeys(filter(None, addresses)):
        yield "speaker", names[address]


def _topics(at: Desk, card: Card) -> Iterable[Filter]:
    for topic in at.topics.get(card.id, ()):
        yield "topic", f"{topic.slug} {topic.name}"


def _publishers(at: Desk, card: Card) -> Iterable[Filter]:
    outlets = (at.outlets.get(p.name.casefold()) for p in card.publishers)
    for outlet in dict.fromkeys(filter(None, outlets)):
        yield "publisher", f"{outlet.slug} {outlet.name}"


def _dates(at: Desk, card: Card) -> Iterable[Filter]:
    """Yield the year and the month of publication, as far as they are known."""
    days = when.days(card.published.value)
    if not days:
        return
    first, last = days[0].isoformat(), (days[1] - timedelta(days=1)).isoformat()
    for size in (len("2024"), len("2024-11")):
        shown = dates.shown(at.words, first[:size])
        if first[:size] == last[:size] and shown:
            yield "date", f"{first[:size]} {shown.words}"
