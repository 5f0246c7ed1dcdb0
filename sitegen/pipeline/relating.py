"""Which articles tell the same, and which topics are they of? Decoded content in, Knowledge for link out.

What was known of the articles before is remembered, and only what came, went or changed is looked at again; without a memo all is, with the same result.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import fingerprint
from sitegen.link.knowledge import Knowledge
from sitegen.model.article import Entry
from sitegen.model.config import TopicSetting
from sitegen.model.site import Card
from sitegen.pipeline.library import Library, Part, library_of
from sitegen.store.memo import Memo

if TYPE_CHECKING:
    from sitegen.link.likeness import Told
    from sitegen.link.stories import Stories
    from sitegen.link.topic_model import TopicModel

_SAMPLE = 1000
"""Articles from which the words of topics are learned."""
_MONTH = len("2025-03")

Scores = dict[str, tuple[tuple[str, float], ...]]


def relate(site: Path, known: Iterable[tuple[Entry, Card]], topics: Sequence[TopicSetting], engine: str) -> Knowledge:
    """Return which of these articles tell the same, and of which topics they are."""
    with closing(Memo(site)) as memo:
        at_hand = library_of(memo, known, engine)
        groups = _groups(at_hand)
        scores = _scores(at_hand, topics) if topics else {}
        return Knowledge(groups=groups, scores=scores, joined=json.loads(memo.get("happenings", engine) or "{}"))


def remember(site: Path, joined: Mapping[str, tuple[tuple[int, ...], ...]], engine: str) -> None:
    """Keep what the next run may be told of merged timelines."""
    with closing(Memo(site)) as memo:
        memo.put("happenings", engine, json.dumps(joined))


def _groups(library: Library) -> tuple[tuple[str, ...], ...]:
    """Return the articles by story, those that are alone left out."""
    from sitegen.link import stories

    marks, state = _known_stories(library)
    now = library.marks()
    gone = [article for article, mark in marks.items() if now.get(article) != mark]
    new = [article for article, mark in now.items() if marks.get(article) != mark]
    if gone:
        state = stories.without(state, gone)
    if new:
        state = stories.added(*_at_hand(library, state, new))
    if gone or new:
        library.memo.put("stories", library.engine, json.dumps([now, state.packed()], ensure_ascii=False))
    return tuple(group for group in state.groups if len(group) > 1)


def _known_stories(library: Library) -> tuple[dict[str, str], "Stories"]:
    """Return what was remembered: the articles with their marks, and the stories."""
    from sitegen.link import stories

    text = library.memo.get("stories", library.engine)
    if text:
        marks, packed = json.loads(text)
        return marks, stories.unpacked(packed)
    return {}, stories.stories(())


def _at_hand(library: Library, state: "Stories", new: Sequence[str]) -> tuple["Stories", list["Told"]]:
    """Return the stories with the impressions of articles that new ones may be like, and the new ones."""
    from dataclasses import replace

    from sitegen.link.likeness import Told, within_reach
    from sitegen.link.story_time import minutes

    spans = {a: minutes(library.cards[a].published.value) for a in new}
    timed = [Told(id=a, impression=None, earliest=s, latest=e) for a, (s, e) in spans.items()]
    near = within_reach(state.articles, timed).tolist()
    wanted = [article.id for article, is_near in zip(state.articles, near, strict=True) if is_near]
    seen = library.impressions({*wanted, *new}, Part.LEAD)
    articles = tuple(replace(a, impression=seen[a.id]) if a.id in seen else a for a in state.articles)
    return replace(state, articles=articles), [replace(a, impression=seen[a.id]) for a in timed]


def _scores(library: Library, topics: Sequence[TopicSetting]) -> Scores:
    """Return by article the topics that it is of, best first."""
    sample = _sample(library.cards)
    marks = library.marks()
    asked = fingerprint.of_value(tuple(topics))
    key = fingerprint.combined((library.engine, asked, *(marks[a] for a in sample)))
    before: dict[str, list[tuple[str, float]]] = json.loads(library.memo.get("topic scores", key) or "{}")
    new = [article for article, mark in marks.items() if mark not in before]
    if new:
        before |= _scored(library, topics, (key, sample), new)
        kept = {mark: before[mark] for mark in marks.values()}
        library.memo.put("topic scores", key, json.dumps(kept))
    return {article: tuple((t, s) for t, s in before[mark]) for article, mark in marks.items()}


def _sample(cards: Mapping[str, Card]) -> list[str]:
    """Return the articles to learn from, by id: of the months before the newest if they are enough, so that today's seldom are among them.

    Of those the ones whose ids hash lowest: an older article that comes or goes seldom changes them either.
    """
    months = {article: (card.published.value or "")[:_MONTH] for article, card in cards.items()}
    newest = max(months.values(), default="")
    settled = [article for article, month in months.items() if month < newest]
    known = settled if len(settled) >= _SAMPLE else months
    return sorted(sorted(known, key=fingerprint.of_text)[:_SAMPLE])


def _scored(
    library: Library, topics: Sequence[TopicSetting], learned_from: tuple[str, Sequence[str]], new: Sequence[str]
) -> dict[str, list[tuple[str, float]]]:
    """Return by mark the topics of new articles."""
    from sitegen.link.topic_scores import THRESHOLD

    model = _model(library, topics, *learned_from)
    seen = library.impressions(new, Part.WHOLE)
    rows = model.scores([seen[article] for article in new]).tolist()
    marks = library.marks()
    found = {}
    for article, row in zip(new, rows, strict=True):
        fitting = [(topic.id, score) for topic, score in zip(topics, row, strict=True) if score >= THRESHOLD]
        found[marks[article]] = sorted(fitting, key=lambda pair: (-pair[1], pair[0]))
    return found


def _model(library: Library, topics: Sequence[TopicSetting], key: str, sample: Sequence[str]) -> "TopicModel":
    from sitegen.link import topic_model
    from sitegen.pipeline.topic_filter import of_topic

    text = library.memo.get("topic model", key)
    if text:
        return topic_model.unpacked(text)
    seen = library.impressions(sample, Part.WHOLE)
    model = topic_model.learned([seen[article] for article in sample], [of_topic(topic) for topic in topics])
    library.memo.put("topic model", key, model.packed())
    return model
