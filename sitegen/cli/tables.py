"""The tables of `sitegen list`: one row a mapping of words and numbers."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.pipeline.survey import Survey

Row = dict[str, str | int]


def _held(found: Survey, reason: str) -> Iterator[Row]:
    titles = {entry.path: entry.article for entry in found.loaded.entries}
    for path, why in found.linked.held:
        if why == reason:
            article = titles[path]
            yield {"path": path, "published": article.published.value or "", "title": article.title}


def _drafts(found: Survey) -> Iterator[Row]:
    return _held(found, "draft")


def _future(found: Survey) -> Iterator[Row]:
    return _held(found, "dated in the future")


def _speakers(found: Survey) -> Iterator[Row]:
    cards = {card.id: card for card in found.linked.site.cards}
    for person in sorted(found.linked.site.people, key=lambda p: p.name.casefold()):
        count = sum(q.speaker == key for article, key in person.heard for q in cards[article].quotations)
        role = person.roles[-1].role if person.roles else ""
        yield {"slug": person.slug, "name": person.name, "kind": str(person.kind), "role": role, "quotations": count}


def _stories(found: Survey) -> Iterator[Row]:
    for story in reversed(found.linked.site.stories):
        yield {"slug": story.slug, "title": story.title, "articles": len(story.articles)}


TABLES: Mapping[str, Callable[[Survey], Iterator[Row]]] = {
    "drafts": _drafts,
    "future": _future,
    "speakers": _speakers,
    "stories": _stories,
}
