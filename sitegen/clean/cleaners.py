"""Which cleaner a source goes to, and what comes of it: articles, and the reasons why not."""

from collections.abc import Callable

from sitegen.clean.charset import Decoded, Unreadable, decode
from sitegen.clean.draft import Draft
from sitegen.clean.feeds import feed_articles
from sitegen.clean.index_pages import captured_page, is_capture
from sitegen.clean.json_feed import json_feed_articles
from sitegen.clean.letters import mail_articles
from sitegen.clean.markdown_source import markdown_draft
from sitegen.clean.media_type import is_mail, media_type, no_article
from sitegen.clean.opml import opml_note
from sitegen.clean.outcome import Outcome, outcome
from sitegen.clean.page import page_outcome
from sitegen.clean.plain_text import text_draft
from sitegen.clean.refusal import Refusal
from sitegen.model.article import Article, SourceDocument
from sitegen.model.diagnostic import Checked

LARGEST = 20_000_000
"""Bytes of one source."""

Cleaner = Callable[[str, str | None], Outcome]


def _alone(cleaner: Callable[[str, str | None], Draft | Refusal]) -> Cleaner:
    return lambda text, url: outcome(cleaner(text, url))


CLEANERS: dict[str, Cleaner] = {
    "text/plain": _alone(text_draft),
    "text/html": page_outcome,
    "text/markdown": _alone(markdown_draft),
}
"""Of texts that are one article."""
GATHERINGS: dict[str, Callable[[SourceDocument, str], Outcome]] = {
    "application/rss+xml": feed_articles,
    "application/atom+xml": feed_articles,
    "application/feed+json": json_feed_articles,
    "application/json": json_feed_articles,
    "text/x-opml": opml_note,
}
"""Of texts that may be several."""
_UNREADABLE = {
    Unreadable.BINARY: Refusal(code="seed-binary", message="the source is binary data, not text"),
    Unreadable.CHARSET: Refusal(code="seed-charset", message="the source's charset cannot be told"),
}


def clean(source: SourceDocument) -> Checked[tuple[Article, ...]]:
    """Return the articles of a source; what gives none is told with its reason."""
    found = captured_page(source, _outcome(source)) if is_capture(source) else _outcome(source)
    return Checked(
        value=tuple(draft.article((_seed(source, draft),)) for draft in found.drafts),
        diagnostics=tuple(refusal.at(source.name) for refusal in found.told),
    )


def _seed(source: SourceDocument, draft: Draft) -> str:
    return f"{source.name}#{draft.part}" if draft.part else source.name


def _outcome(source: SourceDocument) -> Outcome:
    if len(source.data) > LARGEST:
        return outcome(Refusal(code="seed-too-large", message=f"the source has {len(source.data) / 1e6:.0f} MB"))
    if not source.data.strip():
        return outcome(Refusal(code="seed-empty", message="the source is empty"))
    name = source.part or source.path
    if is_mail(source.data, name, source.media_type):
        return mail_articles(source)
    decoded = decode(source.data, _charset(source.media_type))
    if not isinstance(decoded, Decoded):
        return outcome(_UNREADABLE[decoded])
    return _of_text(source, decoded.text, media_type(decoded.text, name, source.media_type))


def _of_text(source: SourceDocument, text: str, kind: str) -> Outcome:
    if gathering := GATHERINGS.get(kind):
        return gathering(source, text)
    if kind == "text/plain" and (other := no_article(source.part or source.path)):
        return outcome(Refusal(code="seed-kind", message=f"a {other} is no article"))
    if cleaner := CLEANERS.get(kind):
        return cleaner(text, source.url)
    return outcome(Refusal(code="seed-kind", message=f"it is named as {kind} and does not begin as one"))


def _charset(declared: str | None) -> str:
    """Return the charset that a declared media type names."""
    _, _, parameters = (declared or "").partition(";")
    named = (p.partition("=") for p in parameters.split(";"))
    return next((value for name, _, value in named if name.strip().lower() == "charset"), "")


def clean_html(html: str, url: str | None) -> Checked[Article | None]:
    """Return the article of an HTML page."""
    return _single("text/html", html, url)


def clean_text(text: str, url: str | None) -> Checked[Article | None]:
    """Return the article of a pasted text."""
    return _single("text/plain", text, url)


def _single(kind: str, source: str, url: str | None) -> Checked[Article | None]:
    large = Refusal(code="seed-too-large", message=f"the source has {len(source):,} characters")
    found = outcome(large) if len(source) > LARGEST else CLEANERS[kind](source, url)
    return Checked(
        value=found.drafts[0].article(()) if found.drafts else None,
        diagnostics=tuple(refusal.at(url or "-") for refusal in found.told),
    )
