"""Which topics and people did the editor set? Texts of topics.toml and people.toml in, settings out."""

from collections.abc import Iterator

from sitegen.content.findings import Findings, did_you_mean
from sitegen.content.toml_table import TomlTable
from sitegen.content.toml_text import load, section
from sitegen.model.config import PersonSetting, TopicSetting
from sitegen.model.text import Span
from sitegen.slug import slug

TOPIC_FIELDS = ("id", "name", "description", "keywords", "synonyms", "parent")
PERSON_FIELDS = ("name", "same", "note")


def read_topics(findings: Findings) -> tuple[TopicSetting, ...]:
    """Return the topics; each has an id of its own."""
    topics: dict[str, TopicSetting] = {}
    tables = list(_tables(findings, "topic"))
    for table in tables:
        table.note_unknown(TOPIC_FIELDS)
        topic = _topic(table)
        if topic and topic.id in topics:
            findings.error(
                "topic-twice", table.at("id"), f"there is a topic {topic.id} already", "each has an id of its own"
            )
        elif topic:
            topics[topic.id] = topic
    for table in tables:
        parent = table.text("parent") if "parent" in table.values else ""
        if parent and parent not in topics:
            hint = did_you_mean(parent, topics)
            findings.warning("topic-parent-unknown", table.at("parent"), f"there is no topic {parent[:40]}", hint)
    return tuple(topics.values())


def _topic(table: TomlTable) -> TopicSetting | None:
    name = table.required("name")
    if name is None:
        return None
    words = dict.fromkeys((*table.texts("keywords"), *table.texts("synonyms")))
    return TopicSetting(
        id=table.text("id").strip() or slug(name),
        name=name,
        description=table.text("description"),
        keywords=tuple(word for word in words if word.strip()),
    )


def read_people(findings: Findings) -> tuple[PersonSetting, ...]:
    """Return the people; a name is that of one of them."""
    people: list[PersonSetting] = []
    names: set[str] = set()
    for table in _tables(findings, "person"):
        table.note_unknown(PERSON_FIELDS)
        name = table.required("name")
        if name is None:
            continue
        person = PersonSetting(name=name, same=table.texts("same"), note=table.text("note"))
        own = {words.casefold() for words in (name, *person.same)}
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
    tables = values.get(header, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        whole.mistyped(header, f"a list of tables [[{header}]]")
        return
    for number, table in enumerate(tables, 1):
        yield TomlTable(table, findings, section(findings.text, header, number))
