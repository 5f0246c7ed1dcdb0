"""Which publishers were articles taken from? Cards in, one Outlet for each name in."""

from collections.abc import Iterable

from sitegen.model.article import Publisher
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Outlet
from sitegen.slug import unique


def outlets(cards: Iterable[Card], promises: Iterable[Promise]) -> tuple[Outlet, ...]:
    """Return the publishers by name; names that differ in letter case alone are one."""
    heard: dict[str, list[tuple[Publisher, str]]] = {}
    for card in cards:
        for publisher in card.publishers:
            heard.setdefault(publisher.name.casefold(), []).append((publisher, card.id))
    given = {p.key.casefold(): p.slug for p in promises if p.thing is Thing.OUTLET}
    taken = set(given.values())
    made = (_outlet(given.get(name) or unique(heard[name][0][0].name, taken), heard[name]) for name in sorted(heard))
    return tuple(made)


def promised(found: Iterable[Outlet]) -> Iterable[Promise]:
    """Yield the promises of their addresses."""
    for outlet in found:
        yield Promise(thing=Thing.OUTLET, slug=outlet.slug, key=outlet.name.casefold())


def _outlet(address: str, seen: list[tuple[Publisher, str]]) -> Outlet:
    url = next((p.url for p, _ in reversed(seen) if p.url), None)
    return Outlet(slug=address, name=seen[0][0].name, url=url, articles=tuple(dict.fromkeys(a for _, a in seen)))
