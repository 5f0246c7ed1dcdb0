"""Cards -> Site, with the addresses that the site promises from now on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.link.editions import editions
from sitegen.link.happenings import happenings
from sitegen.link.knowledge import NOTHING, Knowledge
from sitegen.link.outlets import outlets
from sitegen.link.outlets import promised as outlets_promised
from sitegen.link.people import people
from sitegen.link.rights import with_rights
from sitegen.link.sayings import sayings
from sitegen.link.selection import Moment, select
from sitegen.link.spread import spread
from sitegen.link.timeline import timeline
from sitegen.link.told_stories import promised as stories_promised
from sitegen.link.told_stories import told_stories
from sitegen.link.topics import topics
from sitegen.link.voices import promised as voices_promised
from sitegen.link.voices import voices
from sitegen.model.config import Settings
from sitegen.model.diagnostic import Checked, Diagnostic, Severity
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Person, Site

_SAFE_ID = re.compile(r"[^\W_](?:[\w.-]*[\w-])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The site, what was held back and why, and promises that are new."""

    site: Site
    held: tuple[tuple[str, str], ...]
    due: str
    """When the next of those held is due (ISO 8601), or empty."""
    promises: tuple[Promise, ...]
    joined: Mapping[str, tuple[tuple[int, ...], ...]]
    """What the next run may be told of merged timelines."""


def link(
    cards: tuple[Card, ...],
    settings: Settings,
    promises: tuple[Promise, ...],
    moment: Moment,
    knowledge: Knowledge = NOTHING,
) -> Checked[Linked]:
    """Return what stands between the articles that are published at this moment."""
    config = settings.config
    selection = select(cards, moment)
    shown = with_rights(selection.cards, config)
    told = timeline(shown)
    marks = {card.id: card.fingerprint for card in shown}
    counts = spread(shown)
    everyone, doubts = people(shown, settings.people, promises, counts)
    stories = told_stories(knowledge.groups, shown, promises, counts)
    in_story = {article: s.slug for s in stories for article in s.articles}
    merged, joined = happenings(told, in_story, marks, knowledge.joined)
    about = topics(shown, settings.topics, knowledge.scores, config.max_topics)
    made, closing = editions(shown, stories, promises, (moment, config.editions))
    site = Site(
        config=config,
        cards=shown,
        people=everyone,
        topics=about,
        voices=voices(shown, about, everyone, config.min_confidence),
        timeline=told,
        happenings=merged,
        stories=stories,
        sayings=sayings(shown, everyone),
        outlets=outlets(shown, promises),
        editions=made,
        doubts=doubts,
    )
    known = set(promises)
    new = tuple(p for p in (*_promised(site), *closing) if p not in known)
    problems = (*_id_problems(cards), *_topic_problems(cards, settings))
    linked = Linked(site=site, held=selection.held, due=selection.due, promises=new, joined=joined)
    return Checked(value=linked, diagnostics=problems)


def _promised(site: Site) -> Iterable[Promise]:
    for card in site.cards:
        yield Promise(thing=Thing.ARTICLE, slug=card.id)
    for topic in site.topics:
        yield Promise(thing=Thing.TOPIC, slug=topic.slug)
    for person in site.people:
        yield _promise_of(person)
    yield from outlets_promised(site.outlets)
    yield from stories_promised(site.stories)
    yield from voices_promised(site.voices, site.people)


def _promise_of(person: Person) -> Promise:
    article, key = person.heard[0]
    return Promise(thing=Thing.SPEAKER, slug=person.slug, article=article, key=key)


def _id_problems(cards: tuple[Card, ...]) -> Iterable[Diagnostic]:
    """Find ids that cannot be an address, or are another article's too."""
    seen: dict[str, str] = {}
    for card in sorted(cards, key=lambda c: c.path):
        if not _SAFE_ID.fullmatch(card.id):
            yield _problem(card, "id", f"the id {card.id!r} cannot stand in an address", "letters, digits, hyphens")
        other = seen.setdefault(card.id.casefold(), card.path)
        if other != card.path:
            yield _problem(card, "id", f"the id {card.id!r} is also that of {other}", "give one of them another id")


def _topic_problems(cards: tuple[Card, ...], settings: Settings) -> Iterable[Diagnostic]:
    known = {t.id for t in settings.topics}
    for card in cards:
        for topic in card.topics:
            if known and topic not in known:
                hint = "topics there are: " + ", ".join(sorted(known)[:12])
                yield _problem(card, "topics", f"{topic!r} is not in topics.toml", hint, Severity.WARNING)


def _problem(card: Card, key: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    line = dict(card.lines).get(key, 1)
    code = f"{key}-unknown" if severity is Severity.WARNING else f"{key}-unusable"
    return Diagnostic(severity=severity, code=code, path=card.path, line=line, message=message, hint=hint)
