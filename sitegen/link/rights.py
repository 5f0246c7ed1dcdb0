"""How much of each article may be republished? Cards and the configuration in, cards with the decision out: no later stage decides again."""

from dataclasses import replace
from urllib.parse import urlsplit

from sitegen import fingerprint
from sitegen.model.article import BodyPolicy, Publisher
from sitegen.model.config import Config, PublisherSetting
from sitegen.model.site import Card

_STRICT = (BodyPolicy.NONE, BodyPolicy.EXCERPT, BodyPolicy.FULL)
"""Strictest first."""


def with_rights(cards: tuple[Card, ...], config: Config) -> tuple[Card, ...]:
    """Return the cards with their policy decided; where nothing may be republished, a summary in the source's words goes too."""
    return tuple(_decided(card, body_policy(card, config), config.body) for card in cards)


def body_policy(card: Card, config: Config) -> BodyPolicy:
    """Return the article's own policy, else the strictest of its publishers', else the site's."""
    if card.body_policy or not config.publishers:
        return card.body_policy or config.body
    found = {_of_publisher(publisher, card, config) for publisher in card.publishers or (Publisher(name=""),)}
    return next(policy for policy in _STRICT if policy in found)


def _of_publisher(publisher: Publisher, card: Card, config: Config) -> BodyPolicy:
    hosts = [_host(url) for url in (publisher.url, card.url) if url]
    return next((s.body for s in config.publishers if _matches(s, publisher.name, hosts)), config.body)


def _matches(setting: PublisherSetting, name: str, hosts: list[str]) -> bool:
    named = not setting.name or setting.name.casefold() == name.casefold()
    wanted = setting.host.casefold()
    return named and (not wanted or any(h == wanted or h.endswith("." + wanted) for h in hosts))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").casefold()
    except ValueError:  # brackets that hold no address
        return ""


def _decided(card: Card, policy: BodyPolicy, usual: BodyPolicy) -> Card:
    hidden = policy is BodyPolicy.NONE and bool(card.summary) and not card.own_summary
    if (card.body_policy or usual) is policy and not hidden:
        return card
    mark = fingerprint.combined((card.fingerprint, policy, str(hidden)))
    return replace(card, body_policy=policy, summary="" if hidden else card.summary, fingerprint=mark)
