"""An item of a feed as a draft, whichever kind of feed it came from: the fullest text it has, as an article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen import fingerprint
from sitegen.clean.addresses import absolute
from sitegen.clean.blocks import Block
from sitegen.clean.characters import one_line, tidy
from sitegen.clean.draft import Draft
from sitegen.clean.fragment import Body, body_of_blocks, body_of_text, fragment_blocks
from sitegen.clean.furniture import furniture
from sitegen.clean.headline import made_headline
from sitegen.clean.language import language_of
from sitegen.clean.names import names
from sitegen.clean.outcome import Outcome
from sitegen.clean.part_names import PartNames
from sitegen.clean.refusal import Refusal
from sitegen.model.diagnostic import Severity
from sitegen.model.when import UNKNOWN, When

_TAIL = re.compile(
    r"(?:the post\b.{1,300}\bappeared first on\b.{1,200}|this (?:article|post|story) (?:was )?(?:first |originally )?(?:appeared|published) (?:first )?(?:on|in|at)\b.{1,200}"
    r"|(?:continue|keep) reading\b.{0,200}|read (?:more|the (?:rest|full|whole))\b.{0,120}|\[?\s*(?:…|\.\.\.)\s*\]?|comments?|\d+ comments?|permalink|source|via|share)[\s.…»→>\]]*",
    re.IGNORECASE,
)
"""Lines with which feeds end an item."""
_CUT = re.compile(r"\s*\[\s*(?:…|\.\.\.|&hellip;)\s*\]\s*$")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_CREDENTIALS = re.compile(r"^(https?://)[^/?#@]{0,300}@")
_MOST_ITEMS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a feed says of itself."""

    title: str = ""
    url: str | None = None
    language: str = ""
    authors: tuple[str, ...] = ()
    captured: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a feed says of one of its items."""

    key: str
    """Its id, else its address; may be empty."""
    title: str
    """Plain words."""
    url: str | None = None
    base: str | None = None
    """What its relative links are relative to."""
    html: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    """Its texts, each either of HTML or plain."""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    """Where the feed gathers from others."""
    published: When = UNKNOWN
    updated: When = UNKNOWN
    language: str = ""


def feed_outcome(items: Sequence[Item], about: About, fault: Refusal | None) -> Outcome:
    """Return the articles of a feed; items without words are counted in one note."""
    parts = PartNames()
    made = [(item, item_draft(item, about)) for item in items[:_MOST_ITEMS]]
    drafts = tuple(_named(item, draft, parts) for item, draft in made if draft)
    told = [fault] if fault else []
    if wordless := len(items) - len(drafts):
        said = f"{wordless} of {len(items)} items have no text and give no article"
        told.append(Refusal(code="seed-items", message=said, severity=Severity.NOTE))
    if not items and not fault:
        told.append(Refusal(code="seed-items", message="the feed has no items", severity=Severity.NOTE))
    return Outcome(drafts=drafts, told=tuple(told))


def _named(item: Item, draft: Draft, parts: PartNames) -> Draft:
    """Name the draft by the item's id, which lasts while items come and go; else by its words."""
    return replace(draft, part=parts.name(item.key or fingerprint.of_text(f"{draft.title}\n{draft.text}")[:16]))


def item_draft(item: Item, about: About) -> Draft | None:
    """Return the article of an item; None where it has no words."""
    body, removed = _fullest(item)
    if not any(c.isalnum() for c in body.text):
        body = body_of_text((item.title,))  # a headline and a link are news too; the page it leads to takes its place
    if not any(c.isalnum() for c in body.text):
        return None
    return Draft(
        title=item.title or made_headline(body.text),
        body=body.markdown,
        text=body.text,
        byline=_byline(item.authors or about.authors),
        publisher=item.publisher or about.title,
        publisher_url=None if item.publisher else about.url,
        url=item.url,
        published=item.published,
        updated=item.updated,
        language=language_of(body.text, item.language or about.language),
        removed=removed,
    )


def _byline(authors: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for a in authors for n in names(a)))


def _fullest(item: Item) -> tuple[Body, tuple[str, ...]]:
    """Return the longest of the item's texts and the lines taken out of it."""
    found = [_from_html(h, item) for h in item.html] + [_from_text(t) for t in item.plain]
    return max(found, key=lambda pair: len(pair[0].text), default=(Body(), ()))


def _from_html(html: str, item: Item) -> tuple[Body, tuple[str, ...]]:
    blocks = fragment_blocks(html, item.base or item.url)
    if isinstance(blocks, Refusal):
        return Body(), ()
    kept, removed = without_tail(blocks)
    return body_of_blocks(kept), removed


def _from_text(text: str) -> tuple[Body, tuple[str, ...]]:
    paragraphs = [_CUT.sub("…", " ".join(p.split())) for p in _PARAGRAPHS.split(tidy(text)) if p.strip()]
    removed: list[str] = []
    while len(paragraphs) > 1 and _TAIL.fullmatch(paragraphs[-1]):
        removed.insert(0, paragraphs.pop())
    return body_of_text(paragraphs), tuple(removed)


def without_tail(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks without those that only lead elsewhere, and the words of these."""
    kept: list[Block] = []
    removed: list[str] = []
    for block in blocks:
        out = _TAIL.fullmatch(one_line(block.text)) or furniture(block.text)
        (removed.append(block.text) if out else kept.append(block))
    return (tuple(kept), tuple(removed)) if kept else (tuple(blocks), ())


def web_address(href: str | None, base: str | None) -> str | None:
    """Return the address of a page of the web, without a password; None for any other."""
    found = absolute(href, base)
    return _CREDENTIALS.sub(r"\1", found) if found.startswith(("http://", "https://")) else None
