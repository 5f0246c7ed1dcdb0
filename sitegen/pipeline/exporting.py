"""The digest as data, in one file: read, linked, and written in the form asked for; nothing of the site is touched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.data import DataEvent, DataQuotation
from sitegen.model.diagnostic import Checked, Diagnostic, RefusedError, Severity, has_errors
from sitegen.model.site import Topic
from sitegen.pipeline.survey import Survey, survey
from sitegen.pipeline.workspace import Request
from sitegen.plan.api import data_view
from sitegen.plan.calendars import calendar_view
from sitegen.plan.data import digest_data, topic_data
from sitegen.plan.facts import Facts
from sitegen.plan.opml import opml_view
from sitegen.plan.parts import desk
from sitegen.render.calendar import calendar
from sitegen.render.json_data import data
from sitegen.render.opml import opml
from sitegen.render.tables import events_csv, quotations_csv
from sitegen.render.timelinejs import timelinejs
from sitegen.words import ENGLISH


class What(StrEnum):
    """What the rows of a table are."""

    QUOTATIONS = "quotations"
    EVENTS = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be exported."""

    form: str
    """A key of FORMS."""
    what: What = What.QUOTATIONS
    topic: str = ""
    """Slug; empty: everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The site, ready to be written."""

    survey: Survey
    facts: Facts
    topic: Topic | None
    wanted: Wanted


def export(request: Request, wanted: Wanted) -> Checked[bytes | None]:
    """Return the digest in a form; None where it cannot be read."""
    found = survey(request)
    if has_errors(found.diagnostics):
        return Checked(value=None, diagnostics=found.diagnostics)
    site = found.linked.site
    topic = next((t for t in site.topics if t.slug == wanted.topic), None)
    if wanted.topic and topic is None:
        raise RefusedError(_no_topic(wanted.topic, tuple(t.slug for t in site.topics)))
    facts = Facts(desk(site, request.now.date(), found.loaded.theme.words if found.loaded.theme else ENGLISH))
    ready = _Found(survey=found, facts=facts, topic=topic, wanted=wanted)
    return Checked(value=FORMS[wanted.form](ready), diagnostics=found.diagnostics)


def _no_topic(slug: str, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR,
        code="no-such-topic",
        path="content/topics.toml",
        message=f"there is no topic {slug!r}",
        hint=f"topics of this site: {', '.join(known)}" if known else "this site has no topics",
    )


def _base_url(found: _Found) -> str:
    return found.facts.at.config.base_url


def _json(found: _Found) -> bytes:
    return data(data_view(found.facts.at, digest_data(found.facts, found.survey.loaded.entries)))


def _csv(found: _Found) -> bytes:
    if found.wanted.what is What.EVENTS:
        return events_csv(_events(found.facts, found.topic), _base_url(found))
    return quotations_csv(_quotations(found), _base_url(found))


def _timelinejs(found: _Found) -> bytes:
    config, topic = found.facts.at.config, found.topic
    facts = Facts(found.facts.at, found.facts.at.words)  # for people: dates in the site's words
    title, description = (topic.name, topic.description) if topic else (config.title, config.description)
    return timelinejs(title, description, _events(facts, topic), config.base_url)


def _opml(found: _Found) -> bytes:
    return opml(opml_view(found.facts.at.config, found.facts.at.words, found.survey.pages))


def _ics(found: _Found) -> bytes:
    return calendar(calendar_view(found.facts.at, found.topic))


def _events(facts: Facts, topic: Topic | None) -> tuple[DataEvent, ...]:
    return topic_data(facts, topic).events if topic else facts.happenings(facts.at.site.happenings)


def _quotations(found: _Found) -> tuple[DataQuotation, ...]:
    """Return every statement, oldest article first; of one topic where that is asked for."""
    at = found.facts.at
    cards = [at.cards[a] for a in found.topic.articles] if found.topic else at.site.cards
    return found.facts.quotations((card, quoted) for card in cards for quoted in card.quotations)


FORMS: Mapping[str, Callable[[_Found], bytes]] = {
    "json": _json,
    "csv": _csv,
    "timelinejs": _timelinejs,
    "opml": _opml,
    "ics": _ics,
}
"""How each form is written."""
