"""How well does each topic fit each article that is shown? What a build would know of it, for `sitegen list topics`."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from sitegen.link.media_topics import MEDIA_PARTS
from sitegen.link.selection import Moment, select
from sitegen.link.topics import wanted
from sitegen.pipeline.inputs import engine
from sitegen.pipeline.loading import Loaded
from sitegen.pipeline.workspace import Request
from sitegen.slug import slug


def topic_fits(request: Request, loaded: Loaded) -> Mapping[str, Mapping[str, float]]:
    """Return by article id the slugs of the topics that fit it, with their scores; a part's counts for the whole."""
    from sitegen.pipeline.relating import relate

    moment = Moment(now=request.now, zone=ZoneInfo(loaded.settings.config.timezone), drafts=request.drafts)
    cards = tuple(known.card for known in loaded.known.values())
    shown = {card.path for card in select(cards, moment).cards}
    pairs = ((known.entry, known.card) for path, known in loaded.known.items() if path in shown)
    knowledge = relate(request.site, pairs, wanted(loaded.settings.topics), engine(loaded.records))
    wholes = {part.id: part.parent for part in MEDIA_PARTS} if not loaded.settings.topics else {}
    return {
        article: {slug(wholes.get(topic, topic)): score for topic, score in reversed(scores)}
        for article, scores in knowledge.scores.items()
    }
