"""Which topics and people did the editor set? Texts of topics.toml and people.toml in, settings out."""

from collections.abc import Iterator, Mapping

from sitegen.content.findings import Findings, did_you_mean
from sitegen.content.toml_table import TomlTable
from sitegen.content.toml_text import load
from sitegen.model.config import PersonSetting, TopicSetting
from sitegen.model.text import Span
from sitegen.slug import slug

TOPIC_FIELDS = ("id", "name", "description", "keywords", "synonyms", "parent")
PERSON_FIELDS = ("name", "same", "different", "articles", "note")


def read_topics(findings: Findings) -> tuple[TopicSetting, ...]:
    """Return the topics; each has an id of its own."""
    topics: dict[str, TopicSetting] = {}
    places: dict[str, TomlTable] = {}
    for table in _tables(findings, "topic"):
        table.note_unknown(TOPIC_FIELDS)
        topic = _topic(table)
        if topic and topic.id in topics:
            findings.error(
                "topic-twice", table.at("id"), f"there is a topic {topic.id} already", "each has an id of its own"
            )
        elif topic:
            topics[topic.id] = topic
            places[topic.id] = table
    _check_parents(topics, places)
    return tuple(topics.values())


def _check_parents(topics: Mapping[str, TopicSetting], places: Mapping[str, TomlTable]) -> None:
    """Note parents that are no topics, and topics that are in the end parts of themselves: each circle once."""
    in_circles: set[str] = set()
    settled: set[str] = set()
    for topic in topics.values():
        table = places[topic.id]
        if topic.parent and topic.parent not in topics:
            hint = did_you_mean(topic.parent, topics)
            message = f"there is no topic {topic.parent[:40]}"
            table.findings.error("topic-parent-unknown", table.at("parent"), message, hint)
        circle = _circle(topic.id, topics, settled)
        if circle and not in_circles.intersection(circle):
            table = places[circle[0]]
            message = f"the topic is a part of itself: {' < '.join(circle)}"
            table.findings.error("topic-parent-circle", table.at("parent"), message, "a topic stands under its parent")
        in_circles.update(circle)


def _circle(start: str, topics: Mapping[str, TopicSetting], settled: set[str]) -> list[str]:
    """Return the topics from this one up to itself again; nothing where its parents end."""
    way: dict[str, None] = {}
    at = start
    while at in topics and at not in way and at not in settled:
        way[at] = None
        at = topics[at].parent
    settled.update(way)
    found = list(way)
    return [*found[found.index(at) :], at] if at in way else []


def _topic(table: TomlTable) -> TopicSetting | None:
    name = table.required("name")
    if name is None:
        return None
    synonyms = tuple(word for word in table.texts("synonyms") if word.strip())
    return TopicSetting(
        id=table.text("id").strip() or slug(name),
        name=name,
        description=table.text("description"),
        keywords=tuple(word for word in table.texts("keywords") if word.strip()),
        synonyms=synonyms,
        parent=table.text("parent").strip(),
    )


def read_people(findings: Findings) -> tuple[PersonSetting, ...]:
    """Return the people; a name is that of one of them, or of several who are told apart by articles."""
    people: list[PersonSetting] = []
    names: set[str] = set()
    for table in _tables(findings, "person"):
        table.note_unknown(PERSON_FIELDS)
        name = table.required("name")
        if name is None:
            continue
        person = PersonSetting(
            name=name,
            same=table.texts("same"),
            different=table.texts("different"),
            articles=table.texts("articles"),
            note=table.text("note"),
        )
        own = set() if person.articles else {words.casefold() for words in (name, *person.same)}
        if own & names:
            twice = next(words for words in (name, *person.same) if words.casefold() in names)
            message = f"{twice} is another person's name already"
            findings.error("person-twice", table.at("name"), message, "one [[person]] has all names of a person")
        names |= own
        people.append(person)
    return tuple(people)


def _tables(findings: Findings, header: str) -> Iterator[TomlTable]:
    """Yield the tables of a list of tables."""
    values = load(findings) or {}
    whole = TomlTable(values, findings, Span(0, len(findings.text)))
    whole.note_unknown((header,))
    yield from whole.tables(header)
