"""Which cleaner a source goes to, and what comes of it: articles, or the one reason why not."""

from collections.abc import Callable

from sitegen.clean.charset import Decoded, Unreadable, decode
from sitegen.clean.draft import Draft
from sitegen.clean.markdown_source import markdown_draft
from sitegen.clean.media_type import media_type
from sitegen.clean.page import page_draft
from sitegen.clean.plain_text import text_draft
from sitegen.clean.refusal import Refusal
from sitegen.model.article import Article, SourceDocument
from sitegen.model.diagnostic import Checked

_LARGEST = 20_000_000
"""Bytes of one source."""

Cleaner = Callable[[str, str | None], Draft | Refusal]

CLEANERS: dict[str, Cleaner] = {
    "text/plain": text_draft,
    "text/html": page_draft,
    "text/markdown": markdown_draft,
}
_UNREADABLE = {
    Unreadable.BINARY: Refusal(code="seed-binary", message="the source is binary data, not text"),
    Unreadable.CHARSET: Refusal(code="seed-charset", message="the source's charset cannot be told"),
}


def clean(source: SourceDocument) -> Checked[tuple[Article, ...]]:
    """Return the articles of a source; an unusable one has none and an error that says why."""
    draft = _drafted(source)
    if isinstance(draft, Refusal):
        return Checked(value=(), diagnostics=(draft.at(source.path),))
    return Checked(value=(draft.article((source.path,)),))


def _drafted(source: SourceDocument) -> Draft | Refusal:
    if len(source.data) > _LARGEST:
        return Refusal(code="seed-too-large", message=f"the source has {len(source.data) / 1e6:.0f} MB")
    if not source.data.strip():
        return Refusal(code="seed-empty", message="the source is empty")
    decoded = decode(source.data)
    if not isinstance(decoded, Decoded):
        return _UNREADABLE[decoded]
    kind = media_type(decoded.text, source.path, source.media_type)
    cleaner = CLEANERS.get(kind)
    return (
        cleaner(decoded.text, source.url) if cleaner else Refusal(code="seed-kind", message=f"no cleaner reads {kind}")
    )


def clean_html(html: str, url: str | None) -> Checked[Article | None]:
    """Return the article of an HTML page."""
    return _single(page_draft, html, url)


def clean_text(text: str, url: str | None) -> Checked[Article | None]:
    """Return the article of a pasted text."""
    return _single(text_draft, text, url)


def _single(cleaner: Cleaner, source: str, url: str | None) -> Checked[Article | None]:
    large = len(source) > _LARGEST
    draft = (
        Refusal(code="seed-too-large", message=f"the source has {len(source):,} characters")
        if large
        else cleaner(source, url)
    )
    if isinstance(draft, Refusal):
        return Checked(value=None, diagnostics=(draft.at(url or "-"),))
    return Checked(value=draft.article(()))
