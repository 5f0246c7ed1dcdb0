"""The table of `sitegen list topics`: what each topic takes in, and how well that fits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model.site import Card, Topic
from sitegen.pipeline.survey import Survey
from sitegen.pipeline.topic_fits import topic_fits
from sitegen.pipeline.workspace import Request
from sitegen.slug import slug

_SHOWN = 5
"""Articles of a topic: the three that fit best and the two that fit least."""
_BEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """An article of a topic."""

    title: str
    score: float | None
    """None: it is there by a word or by the editor's choice."""

    def __str__(self) -> str:
        return f"\t{'-' if self.score is None else format(self.score, '.2f')}\t{self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic as the table shows it."""

    slug: str
    name: str
    parent: str
    articles: int
    fits: tuple[Fit, ...]

    def __str__(self) -> str:
        line = "\t".join((self.slug, self.name, str(self.articles), self.parent)).rstrip("\t")
        return "\n".join((line, *map(str, self.fits)))


def topic_table(request: Request, found: Survey) -> Iterator[TopicRow]:
    """Yield the topics with articles, then those of topics.toml that have none."""
    fits = topic_fits(request, found.loaded)
    cards = {card.id: card for card in found.linked.site.cards}
    there = {topic.slug for topic in found.linked.site.topics}
    for topic in found.linked.site.topics:
        yield TopicRow(
            slug=topic.slug,
            name=topic.name,
            parent=topic.parent,
            articles=len(topic.articles),
            fits=_shown(topic, cards, fits),
        )
    for setting in found.loaded.settings.topics:
        address = slug(setting.id)
        if address not in there:
            yield TopicRow(
                slug=address,
                name=setting.name,
                parent=slug(setting.parent) if setting.parent else "",
                articles=0,
                fits=(),
            )


def _shown(topic: Topic, cards: Mapping[str, Card], fits: Mapping[str, Mapping[str, float]]) -> tuple[Fit, ...]:
    """Return the articles that fit best and least, best first; those without a score come last."""
    scored = [(fits.get(article, {}).get(topic.slug), cards[article]) for article in topic.articles]
    ranked = sorted(scored, key=lambda pair: (-(pair[0] or 0), pair[1].id))
    chosen = ranked if len(ranked) <= _SHOWN else (*ranked[:_BEST], *ranked[_BEST - _SHOWN :])
    return tuple(Fit(title=card.title, score=None if card.topics else score) for score, card in chosen)
