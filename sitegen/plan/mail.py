"""An edition as e-mail: what its page shows, cut to what every mail client shows whole; input: the desk.

Gmail hides all beyond 102 kB. The bounds below keep the longest mail under 90 kB, with addresses in any script; a test holds that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.model.feeds import MailView
from sitegen.model.page import Page
from sitegen.model.shown import EditionItem, Link, ShownEvent
from sitegen.model.site import Edition
from sitegen.plan import urls
from sitegen.plan.chrome import clip
from sitegen.plan.editions import ahead, edition_articles, items_of, title_of
from sitegen.plan.parts import Desk, speaker_counts

_ITEMS = 12
_SOURCES = 3
_MORE = 12
_UPCOMING = 6
_SPEAKERS = 8
_STATEMENT = 280
"""Code points of a statement; a longer one is not cut but left out."""


def mail_pages(at: Desk, edition: Edition) -> Iterable[Page]:
    """Yield an edition as e-mail with HTML, and as plain text."""
    view = _view(at, edition)
    sources = tuple(at.cards[a].path for a in edition_articles(edition))
    for address, template in ((urls.mail(edition.slug), urls.MAIL), (urls.mail_text(edition.slug), urls.MAIL_TEXT)):
        yield Page(path=address, template=template, view=view, sources=sources)


def _view(at: Desk, edition: Edition) -> MailView:
    articles = edition_articles(edition)
    beside = tuple(article for item in edition.items[_ITEMS:] for article in item)
    more = (*beside, *edition.more)
    return MailView(
        chrome=at.chrome,
        title=title_of(at, edition),
        address=urls.edition(edition.slug),
        summary=clip(edition.summary),
        items=tuple(map(_short, items_of(at, edition)[:_ITEMS])),
        more=tuple(Link(words=clip(at.cards[a].title), address=urls.article(a)) for a in more[:_MORE]),
        left_out=len(more[_MORE:]),
        upcoming=tuple(map(_brief, tuple(ahead(at, edition, articles))[:_UPCOMING])),
        speakers=speaker_counts(at, [at.cards[a] for a in articles], _SPEAKERS),
    )


def _short(item: EditionItem) -> EditionItem:
    """Return a story with its sources as words, for their links are on the edition's page, and one statement: whole, or none."""
    headline = replace(item.headline, words=clip(item.headline.words))
    said = tuple(replace(quoted, also=()) for quoted in item.said if sum(map(len, quoted.pieces)) <= _STATEMENT)
    return replace(
        item, headline=headline, summary=clip(item.summary), sources=_names(item.sources), story=None, said=said[:1]
    )


def _names(sources: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(Link(words=clip(source.words)) for source in sources[:_SOURCES])


def _brief(event: ShownEvent) -> ShownEvent:
    article = replace(event.article, title=clip(event.article.title), summary="")
    return replace(event, text=clip(event.text), article=article, also=(), note="")
