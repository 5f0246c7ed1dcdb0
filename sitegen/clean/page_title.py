"""What a page's article is called: the headline that its places for one agree upon, without kicker and site name."""

import re
from collections.abc import Iterator

from sitegen.clean.json_ld import text
from sitegen.clean.page_fields import PageFields

_TAIL = re.compile(r"(?:\s+[–—*·»›-]\s+|\s*[|｜ㅣ]\s*|：|--)[^|｜ㅣ：»›]{2,60}$")
_SURE = frozenset("|｜ㅣ")
"""What follows one of these is the site's or a section's name, whatever it is."""
_EDGE = re.compile(r"[^\w\s]|\s")
_KICKER = re.compile(r"(?:[:|»›]|\s[–—-])\s*(?=[\w\"“„«‘'»¿¡(])")
_LONGEST = 600
_SHORTEST = 10
"""A shorter h1 may be the name of the section or of the site."""


def title_of(page: PageFields, site: str) -> str:
    """Return the headline; site is the publisher's name."""
    stated = text(page.ld, "headline")[:_LONGEST]
    shared = untailed(page.meta("og:title", "twitter:title")[:_LONGEST], page, site)
    shown = _shown(page, shared)
    if not stated:
        return _common_end(shared, shown) or shared or shown or untailed(page.title, page, site)
    if shared and key(shared) == key(shown) != key(stated) and key(text(page.ld, "alternativeHeadline")) != key(stated):
        return shared
    return _without_kicker(stated, shared, shown)


def key(title: str) -> str:
    """Return what two spellings of one title share."""
    return "".join(c for c in title.casefold() if c.isalnum())


def _shown(page: PageFields, shared: str) -> str:
    """Return the h1 that is the headline: one that another field begins with, else the only one."""
    said = [key(t) for t in (shared, page.meta("twitter:title"), page.title) if t]
    likely = (h1 for h1 in page.h1s if len(key(h1)) >= _SHORTEST and any(k.startswith(key(h1)) for k in said))
    return next(likely, page.h1s[0] if len(page.h1s) == 1 else "")


def untailed(title: str, page: PageFields, site: str) -> str:
    """Return the title without the site's name behind a bar or a dash."""
    whole = (other for other in _others(page) if _is_start(other, title))
    if shorter := next(whole, ""):
        return shorter
    name, m = key(site), _TAIL.search(title)
    if not m or not (key(m[0]) in name or (name and name in key(m[0])) or not _SURE.isdisjoint(m[0])):
        return title
    head, tail = title[: m.start()].strip(), title[m.start() :].strip(" |｜ㅣ")
    if not head or (len(head) < _SHORTEST <= len(tail) / 2 and not (name and name in key(tail))):
        return tail
    return head


def _others(page: PageFields) -> Iterator[str]:
    yield text(page.ld, "headline")
    yield from page.h1s
    yield page.meta("twitter:title")


def _is_start(start: str, title: str) -> bool:
    """Say whether a title is another with something behind a mark or a space that parts them."""
    return (
        _SHORTEST <= len(start) < len(title)
        and title.startswith(start)
        and bool(_EDGE.match(title[len(start)]))
        and not _SURE.isdisjoint(title[len(start) :])
    )


def _without_kicker(stated: str, *others: str) -> str:
    """Return the headline without the words before it that another place for it leaves out."""
    keys = set(map(key, others))
    return next((rest for rest in _rests(stated) if key(rest) in keys), stated)


def _common_end(shared: str, shown: str) -> str:
    """Return the headline that two titles with different kickers end in; nothing where they are not such."""
    ends = {key(rest) for rest in (shown, *_rests(shown))}
    return "" if key(shared) == key(shown) else next((rest for rest in _rests(shared) if key(rest) in ends), "")


def _rests(title: str) -> Iterator[str]:
    """Yield what follows each mark that may end a kicker, where it begins as a headline does."""
    rests = (title[m.end() :] for m in _KICKER.finditer(title))
    yield from (rest for rest in rests if len(rest) >= _SHORTEST and not rest[0].islower())
