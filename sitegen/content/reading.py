"""What do the machine's four keys say? Their nodes and the visible text in, annotations with spans out.

An item that cannot be read or whose words are gone is left out, and none but that item.
"""

from collections.abc import Collection, Iterable, Mapping

from yaml.nodes import Node

from sitegen.content.anchors import Words
from sitegen.content.dates import DATE_HINT, date_value
from sitegen.content.findings import did_you_mean
from sitegen.content.machine_keys import EVENT_FIELDS, QUOTATION_FIELDS, SPEAKER_FIELDS
from sitegen.content.placing import Placing
from sitegen.content.schema import Fields, Schema
from sitegen.content.strict_yaml import span
from sitegen.model import when
from sitegen.model.annotations import (
    Annotations,
    Aspect,
    Manner,
    Quotation,
    Signal,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.text import Span
from sitegen.slug import slug


def read_annotations(keys: Mapping[str, Node], schema: Schema, words: Words, kept: Collection[str]) -> Annotations:
    """Return what the keys say; those that are missing say nothing."""
    speakers = _speakers(keys["speakers"], schema) if "speakers" in keys else ()
    names = _Names(speakers)
    quotations = _Quotations(schema, words, names, is_kept="quotations" in kept)
    events = _Events(schema, words, names, is_kept="timeline" in kept)
    timeline = schema.items(keys["timeline"], events.read) if "timeline" in keys else ()
    return Annotations(
        summary=(schema.text(keys["summary"]) or "") if "summary" in keys else "",
        speakers=speakers,
        quotations=schema.items(keys["quotations"], quotations.read) if "quotations" in keys else (),
        timeline=timeline,
        times=tuple(event.when for event in timeline if event.when and len(event.when.span)),
    )


def _speakers(node: Node, schema: Schema) -> tuple[Speaker, ...]:
    found: dict[str, Speaker] = {}
    for item in schema.items(node, lambda item: item):
        speaker = _speaker(item, schema)
        if speaker and speaker.key in found:
            message = f"the key {speaker.key} is another speaker's already"
            schema.findings.error("speaker-twice", span(item), message, "each speaker has a key of its own")
        elif speaker:
            found[speaker.key] = speaker
    return tuple(found.values())


def _speaker(node: Node, schema: Schema) -> Speaker | None:
    fields = schema.fields(node, SPEAKER_FIELDS)
    name = schema.required(fields, "name", node) if fields is not None else None
    if fields is None or name is None:
        return None
    kind = schema.choice(fields["kind"], SpeakerKind) if "kind" in fields else None
    return Speaker(
        key=schema.optional(fields, "key") or slug(name),
        name=name,
        kind=kind or SpeakerKind.PERSON,
        role=schema.optional(fields, "role"),
        affiliation=schema.optional(fields, "affiliation"),
    )


class _Names:
    """Under which names the speakers of a file are known."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self.speakers = tuple(speakers)
        self.keys = {speaker.key for speaker in self.speakers}

    def key(self, words: str) -> str | None:
        """Return the key of the speaker with this key or this name; the machine's keys are slugs of names."""
        if words in self.keys:
            return words
        named = (s.key for s in self.speakers if words.casefold() == s.name.casefold() or words == slug(s.name))
        return next(named, None)


class _Items(Placing):
    """What quotations and events have in common."""

    def __init__(self, schema: Schema, words: Words, names: _Names, *, is_kept: bool) -> None:
        super().__init__(schema, words, is_kept=is_kept)
        self.names = names

    def speaker_key(self, node: Node) -> str | None:
        """Return the key of the speaker that is named there; one who is not among the speakers is nobody."""
        words = self.schema.text(node)
        found = self.names.key(words) if words else None
        if words is None or found:
            return found
        if self.is_kept:
            known = self.names.keys | {speaker.name for speaker in self.names.speakers}
            hint = did_you_mean(words, known) or "each speaker stands under speakers:"
            self.findings.error("speaker-unknown", span(node), f"there is no speaker {words[:60]}", hint)
        else:
            message = f"there is no speaker {words[:60]} any more: shown without one"
            self.findings.warning("speaker-unknown", span(node), message)
        return None


class _Quotations(_Items):
    """Reads the items of quotations."""

    def read(self, node: Node) -> Quotation | None:
        fields = self.schema.fields(node, QUOTATION_FIELDS)
        if fields is None:
            return None
        has_manner = self.schema.required(fields, "manner", node)
        manner = self.schema.choice(fields["manner"], Manner) if has_manner else None
        content = self.content(fields, node, "quotation-not-in-body")
        if manner is None or not content:
            return None
        source = self.part(fields, "source", lambda words: self.words.nearest(words, content))
        return Quotation(
            content=content,
            cue=self.part(fields, "cue", lambda words: self.words.nearest(words, content)),
            source=source,
            manner=manner,
            speaker=self._speaker(fields, source),
            confidence=self._confidence(fields),
        )

    def _speaker(self, fields: Fields, source: Span | None) -> str | None:
        """Return the speaker's key; whom the machine read out of words that are gone is not known any more."""
        is_gone = source is None and "source" in fields and not self.is_kept
        return self.speaker_key(fields["speaker"]) if "speaker" in fields and not is_gone else None

    def _confidence(self, fields: Fields) -> float:
        number = self.schema.number(fields["confidence"]) if "confidence" in fields else None
        if number is not None and not 0 <= number <= 1:
            self.schema.mistyped(fields["confidence"], "a number from 0 to 1")
            return 0.0
        return 1.0 if number is None else number


class _Events(_Items):
    """Reads the items of the timeline."""

    def read(self, node: Node) -> TimelineEvent | None:
        fields = self.schema.fields(node, EVENT_FIELDS)
        content = self.content(fields, node, "event-not-in-body") if fields is not None else ()
        if fields is None or not content:
            return None
        what = Span(content[0].start, max(content[-1].end, content[0].end))
        aspect = self.schema.choice(fields["aspect"], Aspect) if "aspect" in fields else None
        speakers = self.schema.items(fields["speakers"], self.speaker_key) if "speakers" in fields else ()
        return TimelineEvent(
            when=self._when(fields, what),
            signal=self.schema.choice(fields["signal"], Signal) if "signal" in fields else None,
            what=what,
            who=self.schema.optional(fields, "who") or "",
            aspect=aspect or Aspect.PAST,
            speakers=speakers,
        )

    def _when(self, fields: Fields, what: Span) -> TimeExpression | None:
        """Return what dates an event; a date that an editor gave without words of the text has an empty span."""
        value = self._date(fields) or self.schema.optional(fields, "value")
        place = self.part(fields, "expression", lambda words: self.words.within(words, what))
        has_lost_it = place is None and "expression" in fields and not self.is_kept
        if has_lost_it or (place is None and value is None):
            return None
        kind = self.schema.choice(fields["type"], TimexType) if "type" in fields else None
        rest = {name: self.schema.optional(fields, name) for name in ("mod", "quant", "freq", "anchor")}
        return TimeExpression(
            span=place or Span(what.start, what.start),
            type=kind or TimexType.DATE,
            value=value,
            begin_point=self.schema.optional(fields, "begin"),
            end_point=self.schema.optional(fields, "end"),
            **rest,
        )

    def _date(self, fields: Fields) -> str | None:
        words = self.schema.optional(fields, "date")
        if words is None or when.days(words):
            return words
        value = date_value(words)
        if value is None:
            hint = f"{DATE_HINT}; null where no date is known"
            self.findings.error("date-invalid", span(fields["date"]), f'"{words[:40]}" is no date', hint)
        return value
