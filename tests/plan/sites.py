"""Sites made for tests by hand: cards with statements and events, and what stands between them."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sitegen.content.quotation_runs import quotation_runs
from sitegen.link.editions import editions
from sitegen.link.happenings import happenings
from sitegen.link.outlets import outlets
from sitegen.link.people import people
from sitegen.link.sayings import sayings
from sitegen.link.selection import Moment
from sitegen.link.timeline import timeline
from sitegen.link.voices import voices
from sitegen.model.annotations import Aspect, Manner
from sitegen.model.config import Config, Period
from sitegen.model.ledger import Promise
from sitegen.model.site import Card, CardEvent, CardQuotation, Site
from sitegen.plan.parts import Desk, desk
from sitegen.words import ENGLISH
from tests.samples import card, speaker

ADA = speaker("Ada Thornbury", "mayor")
BO = speaker("Bo Ek", "captain")
TODAY = date(2025, 1, 10)


def quoted(number: int, words: str, who: str | None = ADA.key, **more: Any) -> CardQuotation:
    given = {"manner": Manner.DIRECT, "cue": "said", "confidence": 0.9, "runs": quotation_runs(words), **more}
    return CardQuotation(anchor=f"quotation-{number}", pieces=(words,), speaker=who, **given)


def happens(number: int, words: str, day: str, **more: Any) -> CardEvent:
    given = {"mod": None, "expression": "", "aspect": Aspect.SCHEDULED, "speakers": (), **more}
    terms = tuple(sorted(words.casefold().split()))
    return CardEvent(anchor=f"event-{number}", text=words, date=day, terms=terms, **given)


def saying_card(identity: str, *quotations: CardQuotation, **more: Any) -> Card:
    return card(identity, speakers=(ADA, BO), quotations=quotations, **more)


def told(cards: tuple[Card, ...], *, today: date = TODAY, promises: tuple[Promise, ...] = (), **more: Any) -> Site:
    """Return the site with all that follows from its cards and the stories given."""
    stories = {article: story.slug for story in more.get("stories", ()) for article in story.articles}
    everyone, _ = people(cards, (), promises)
    events, moment = timeline(cards), Moment(now=datetime.combine(today, time(12), UTC), zone=ZoneInfo("UTC"))
    made, _ = editions(cards, more.get("stories", ()), promises, (moment, Period.DAY))
    found = {
        "people": everyone,
        "timeline": events,
        "happenings": happenings(events, stories, {}, {})[0],
        "sayings": sayings(cards, everyone),
        "outlets": outlets(cards, promises),
        "editions": made,
        "voices": voices(cards, more.get("topics", ()), everyone, 0.0),
    }
    return site_of(*cards, **(found | more))


def closing(cards: tuple[Card, ...], today: date) -> tuple[Promise, ...]:
    """Return what the ledger has of the editions that are closed on that day."""
    moment = Moment(now=datetime.combine(today, time(12), UTC), zone=ZoneInfo("UTC"))
    return editions(cards, (), (), (moment, Period.DAY))[1]


def desk_of(*cards: Card, **more: Any) -> Desk:
    return desk(site_of(*cards, **more), TODAY, ENGLISH)


def site_of(*cards: Card, **more: Any) -> Site:
    return Site(cards=cards, **{"config": Config(title="Digest"), "people": (), "topics": (), **more})
