"""How are annotations written? Annotations and the visible text in, the lines of the machine's four keys out.

Each item is one line; a span is written as its words, with a number only where the words do not say which place is meant.
"""

from collections.abc import Callable, Iterator, Sequence

from sitegen.content import yaml_text
from sitegen.content.anchors import Words
from sitegen.content.yaml_text import mapping, scalar, sequence
from sitegen.model import when
from sitegen.model.annotations import (
    Annotations,
    Quotation,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.text import Span

MACHINE_KEYS = ("summary", "speakers", "quotations", "timeline")
"""In the order in which they are written."""

SPEAKER_FIELDS = ("key", "name", "kind", "role", "affiliation")
QUOTATION_FIELDS = ("speaker", "manner", "cue", "cue_nth", "source", "source_nth", "confidence", "text", "nth")
EVENT_FIELDS = (
    "date",
    "value",
    "type",
    "expression",
    "expression_nth",
    "signal",
    "mod",
    "quant",
    "freq",
    "begin",
    "end",
    "anchor",
    "aspect",
    "speakers",
    "who",
    "text",
    "nth",
)

Field = tuple[str, str]


def written(text: str, annotations: Annotations) -> dict[str, str]:
    """Return for each machine-owned key the text of its lines, the last one without a break."""
    words = Words(text)
    quotations = (_quotation(words, quotation) for quotation in annotations.quotations)
    events = (_event(words, event) for event in annotations.timeline)
    return {
        "summary": f"summary: {yaml_text.line(annotations.summary)}",
        "speakers": yaml_text.block("speakers", map(_speaker, annotations.speakers)),
        "quotations": yaml_text.block("quotations", filter(None, quotations)),
        "timeline": yaml_text.block("timeline", filter(None, events)),
    }


def _speaker(speaker: Speaker) -> str:
    fields = [("key", scalar(speaker.key)), ("name", scalar(speaker.name))]
    if speaker.kind is not SpeakerKind.PERSON:
        fields.append(("kind", str(speaker.kind)))
    return mapping([*fields, *_set(role=speaker.role, affiliation=speaker.affiliation)])


def _quotation(words: Words, quotation: Quotation) -> str | None:
    content = _content(words, quotation.content)
    if not content:
        return None
    fields = [("speaker", "null" if quotation.speaker is None else scalar(quotation.speaker))]
    fields.append(("manner", str(quotation.manner)))
    for name, span in (("cue", quotation.cue), ("source", quotation.source)):
        fields += _span(words, name, span, lambda part: words.nearest(part, quotation.content))
    return mapping([*fields, ("confidence", repr(float(quotation.confidence))), *content])


def _event(words: Words, event: TimelineEvent) -> str | None:
    content = _content(words, (event.what,))
    if not content:
        return None
    fields = list(_when(words, event.when, event.what)) if event.when else [("date", "null")]
    fields += _set(signal=event.signal, aspect=event.aspect)
    if event.speakers:
        fields.append(("speakers", sequence(map(scalar, event.speakers))))
    fields += _set(who=event.who or None)
    return mapping([*fields, *content])


def _content(words: Words, spans: Sequence[Span]) -> tuple[Field, ...]:
    """Return the words of an item, and which of their places they are where there are several; nothing if that cannot be told."""
    parts = [(span.of(words.text), span) for span in spans]
    numbers = [words.number(part, span) for part, span in parts]
    if not parts or None in numbers:
        return ()
    shown = [scalar(part) for part, _ in parts]
    text = ("text", sequence(shown) if len(shown) > 1 else shown[0])
    if all(len(words.all(part)) == 1 for part, _ in parts):
        return (text,)
    return text, ("nth", sequence(map(str, numbers)) if len(numbers) > 1 else str(numbers[0]))


def _when(words: Words, time: TimeExpression, what: Span) -> Iterator[Field]:
    """Yield what dates an event; a value that names no calendar time is no date."""
    is_date = when.days(time.value) is not None
    yield "date", scalar(time.value or "") if is_date else "null"
    yield from _set(value=None if is_date else time.value)
    if is_date or time.type is not TimexType.DATE:
        yield "type", str(time.type)
    yield from _span(words, "expression", time.span, lambda part: words.within(part, what))
    yield from _set(mod=time.mod, quant=time.quant, freq=time.freq)
    yield from _set(begin=time.begin_point, end=time.end_point, anchor=time.anchor)


def _set(**values: str | None) -> Iterator[Field]:
    """Yield the fields that are set."""
    yield from ((name, scalar(value)) for name, value in values.items() if value is not None)


def _span(words: Words, name: str, span: Span | None, found: Callable[[str], Span | None]) -> Iterator[Field]:
    """Yield the words of a span, and their number where they would be found elsewhere."""
    part = span.of(words.text) if span else ""
    if not span or not part:
        return
    if found(part) == span:
        yield name, scalar(part)
    elif number := words.number(part, span):
        yield name, scalar(part)
        yield f"{name}_nth", str(number)
