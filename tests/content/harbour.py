"""An article, what a machine found in it, and the file of both."""

from dataclasses import replace

from sitegen.content.codec import encode
from sitegen.content.revision import revise
from sitegen.markup import visible_text
from sitegen.model.annotations import (
    Annotations,
    Aspect,
    Manner,
    Quotation,
    Speaker,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.article import Article, Entry
from sitegen.model.text import Span

PATH = "content/harbour.md"
BODY = """“We open on Friday,” Ana Ruiz said on Tuesday.

The port has grown, the mayor, Li Wei, told the council. “No ship waits,” he said."""
TEXT = visible_text(BODY)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def found(by: str, role: str = "harbour master") -> Annotations:
    tuesday = TimeExpression(span=at("Tuesday"), type=TimexType.DATE, value="2024-11-19")
    return Annotations(
        made_by=by,
        summary="The harbour opens on Friday.",
        speakers=(
            Speaker(key="ana-ruiz", name="Ana Ruiz", role=role),
            Speaker(key="li-wei", name="Li Wei", role="mayor"),
        ),
        quotations=(
            Quotation(
                content=(at("We open on Friday,"),),
                cue=at("said"),
                source=at("Ana Ruiz"),
                manner=Manner.DIRECT,
                speaker="ana-ruiz",
                confidence=0.9,
            ),
            Quotation(content=(at("The port has grown"),), cue=at("told"), manner=Manner.INDIRECT, speaker="li-wei"),
        ),
        timeline=(TimelineEvent(when=tuesday, what=at("Ana Ruiz said"), aspect=Aspect.PAST, speakers=("ana-ruiz",)),),
    )


def written(by: str = "aaaa") -> str:
    article = Article(id="harbour", title="The harbour", body=BODY, text=TEXT)
    return encode(Entry(article=article, annotations=found(by), path=PATH))


NEW = replace(found("bbbb", role="port director"), summary="It opens.")


def revised(text: str, new: Annotations = NEW) -> str:
    checked = revise(PATH, text, new)
    assert checked.value is not None, checked.diagnostics
    again = revise(PATH, checked.value.text, new)
    assert again.value == checked.value, "revise twice is not revise once"
    return checked.value.text


def edited(old: str, new: str) -> str:
    assert old in written()
    return written().replace(old, new)
