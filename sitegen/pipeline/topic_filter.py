"""topics as a filter: which topics of a file fit each text? JSON Lines in, JSON Lines out, in the same order (docs/filters.md).

All lines are read before the first is answered: what words say of a topic is learned from all of them. Kept is about 2 kB of each.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sitegen.model.config import TopicSetting
from sitegen.model.diagnostic import Checked, has_errors
from sitegen.pipeline.json_lines import Answers, Row, Unreadable, row, text

if TYPE_CHECKING:
    from sitegen.annotate.vectors import Impression


def read_topics(path: str, words: str) -> Checked[tuple[TopicSetting, ...]]:
    """Return the topics of a file in the form of topics.toml; none where something is wrong with it."""
    from sitegen.content import editor_lists
    from sitegen.content.findings import Findings

    findings = Findings(path, words.removeprefix("\ufeff"))
    found = editor_lists.read_topics(findings)
    return Checked(value=() if has_errors(findings.diagnostics) else found, diagnostics=findings.diagnostics)


def topic_lines(lines: Iterable[bytes], topics: tuple[TopicSetting, ...]) -> Answers:
    """Yield for each line every topic with its score, best first."""
    from sitegen.link.topic_scores import topic_scores

    read = [_impression(line) for line in lines]
    articles = [found for _, found in read if found is not None]
    scores = iter(topic_scores(articles, [of_topic(topic) for topic in topics]).tolist())
    for known, found in read:
        if isinstance(known, Unreadable):
            yield known.answer(), False
        else:
            yield {"id": known, "topics": _ranked(topics, next(scores))}, found is not None


def of_topic(topic: TopicSetting) -> "Impression":
    """Return what a topic is about, in its editor's words."""
    from sitegen.annotate.vectors import impression

    return impression("", "\n".join((topic.name, *topic.synonyms, topic.description, *topic.keywords)))


def _impression(line: bytes) -> "tuple[object, Impression | None]":
    """Return the line's id and what it is about; why not, and nothing, where it cannot be read."""
    from sitegen.annotate.vectors import impression

    found = row(line, ("text", "title"))
    if isinstance(found, Unreadable):
        return found, None
    return found["id"], impression(text(found, "title"), text(found, "text"))


def _ranked(topics: tuple[TopicSetting, ...], scores: list[float]) -> list[Row]:
    best_first = sorted(zip(topics, scores, strict=True), key=lambda pair: -pair[1])
    return [{"id": topic.id, "name": topic.name, "score": score} for topic, score in best_first]
