"""What is known of articles does not depend on the order in which they came, nor on what is remembered."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from sitegen.annotate import vectors
from sitegen.link import topic_model
from sitegen.link.impressions import Impression
from sitegen.link.topic_model import TopicModel
from sitegen.model.site import Site
from sitegen.pipeline import relating
from sitegen.pipeline.loading import load
from sitegen.pipeline.survey import survey
from sitegen.store import places
from tests.sites import SETTINGS, request, write

BRIDGE = "The council of Port Ellery approved the new harbour bridge over the Wend. Construction of the harbour bridge begins in summer, and the ferry will stop."
FERRY = "The Quayside Ferry Company warned that forty sailors would lose their jobs. Its sailors will strike against the company's ferry timetable."
CHESS = "Mira Holt won the chess tournament of Castle Tarn against nine masters. The young chess player opened every game with her knight."
TOPICS = """\
[[topic]]
id = "transport"
name = "Transport"
description = "Bridges, ferries, roads, railways and how people travel."

[[topic]]
id = "games"
name = "Games"
description = "Chess, cards and board games, tournaments and players."
"""


def content(number: int, title: str, text: str) -> dict[str, str]:
    day = date(2025, 3, 10) + timedelta(days=number % 2)
    head = f'---\nid: a{number}\ntitle: "{title}"\npublished: "{day.isoformat()}"\nlanguage: de\n---\n'
    return {f"content/a{number}.md": f"{head}\n{text} {title}.\n"}


ARTICLES = [
    content(1, "Port Ellery approves the harbour bridge", BRIDGE),
    content(2, "Ferry company warns of a strike", FERRY),
    content(3, "Harbour bridge at Port Ellery approved", BRIDGE),
    content(4, "Mira Holt wins at Castle Tarn", CHESS),
    content(5, "Sailors of the Quayside Ferry Company to strike", FERRY),
]


def known(root: Path) -> Site:
    found = survey(request(root))
    assert [d for d in found.diagnostics if d.severity == "error"] == []
    return found.linked.site


def groups(site: Site) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in site.stories}


def of_topics(site: Site) -> dict[str, set[str]]:
    return {topic.slug: set(topic.articles) for topic in site.topics}


def everything(*parts: dict[str, str]) -> dict[str, str]:
    return {"sitegen.toml": SETTINGS, "content/topics.toml": TOPICS} | {k: v for part in parts for k, v in part.items()}


def test_stories_and_topics_by_meaning(tmp_path: Path) -> None:
    site = known(write(tmp_path, everything(*ARTICLES)))
    assert groups(site) == {frozenset({"a1", "a3"}), frozenset({"a2", "a5"})}
    assert "a4" in of_topics(site)["games"]
    assert "a4" not in of_topics(site).get("transport", set())


def test_any_split_into_runs_gives_the_same(tmp_path: Path) -> None:
    whole = known(write(tmp_path / "whole", everything(*ARTICLES)))
    for number, order in enumerate(([0, 1, 2, 3, 4], [4, 2, 0, 3, 1])):
        root = tmp_path / f"parts{number}"
        write(root, everything())
        for first, _ in pairwise([*order, -1]):
            site = known(write(root, ARTICLES[first]))
        assert groups(site) == groups(whole)
        assert of_topics(site) == of_topics(whole)


def test_what_goes_undoes_what_it_brought_and_a_lost_memo_changes_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, everything(*ARTICLES))
    before = known(root)
    (root / "content/a3.md").unlink()
    assert groups(known(root)) == {frozenset({"a2", "a5"})}
    write(root, ARTICLES[2])
    assert groups(known(root)) == groups(before)
    places.memo(root).unlink()
    again = known(root)
    assert (groups(again), of_topics(again)) == (groups(before), of_topics(before))


def test_an_article_that_changes_is_looked_at_again(tmp_path: Path) -> None:
    root = write(tmp_path, everything(*ARTICLES))
    known(root)
    write(root, content(3, "Chess at Castle Tarn", CHESS.replace("Mira Holt won", "Mira Holt has won")))
    assert groups(known(root)) == {frozenset({"a2", "a5"}), frozenset({"a3", "a4"})}


def test_the_newest_month_teaches_no_topic_where_older_articles_are_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taught: list[int] = []

    def learned(sample: Sequence[Impression], topics: Sequence[Impression]) -> TopicModel:
        taught.append(len(sample))
        return learn(sample, topics)

    learn = topic_model.learned
    monkeypatch.setattr(topic_model, "learned", learned)
    monkeypatch.setattr(relating, "_SAMPLE", 3)
    older = [{path: text.replace("2025-03", "2025-02") for path, text in part.items()} for part in ARTICLES[:3]]
    root = write(tmp_path, everything(*older))
    for added in ({}, *ARTICLES[3:]):
        known(write(root, added))
    assert taught == [3]
    known(write(root, older[0] | {"content/a1.md": older[0]["content/a1.md"].replace("bridge", "tunnel")}))
    assert taught == [3, 3]


def test_linking_finds_remembered_what_articles_are_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    make = vectors.impression

    def noting(title: str, text: str) -> Impression:
        asked.append(title)
        return make(title, text)

    monkeypatch.setattr(vectors, "impression", noting)
    root = write(tmp_path, {"sitegen.toml": SETTINGS, **ARTICLES[0], **ARTICLES[2]})
    load(request(root), None)
    titles = set(asked)
    assert len(titles) == 2
    asked.clear()
    assert len(known(root).stories) == 1
    assert titles.isdisjoint(asked)
