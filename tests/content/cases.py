"""Reads the cases of tests/cases/content: a heading, a file between ```` fences, then a list of what is made of it.

Behind ````file may stand crlf, cr or bom. In the file ⟨U+2028⟩ stands for that character. The list:

    - error 3:1 yaml-duplicate-key: words of the message or the hint
    - title = One
    - nothing              no entry can be had
    - no findings          (else all findings must be listed)

A place in the text is shown with what stands around it: `quotation 1 = direct ana: and then ‹words› followed by`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.article import Entry
from sitegen.model.text import Span

FOLDER = Path(__file__).parent.parent / "cases" / "content"
_CASE = re.compile(
    r"^## (?P<name>.+)\n+(?P<prose>(?:[^`\n#].*\n+)*)````(?P<kind>.*)\n(?P<text>(?:.*\n)*?)````\n+(?P<list>(?:- .*\n)+)",
    re.MULTILINE,
)
_AROUND = 10
_BREAKS = {"crlf": "\r\n", "cr": "\r"}


@dataclass(frozen=True)
class Case:
    name: str
    kind: str
    text: str
    findings: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


def cases(pattern: str) -> Iterator[Case]:
    for path in sorted(FOLDER.glob(pattern)):
        source = path.read_text(encoding="utf-8")
        found = list(_CASE.finditer(source))
        assert len(found) == len(re.findall(r"^## ", source, re.MULTILINE)), f"{path.name}: a case that cannot be read"
        yield from (_case(f"{path.stem}: {match['name']}", match) for match in found)


def _case(name: str, match: re.Match[str]) -> Case:
    lines = [line[2:] for line in match["list"].splitlines()]
    findings = tuple(line for line in lines if line.startswith(("error ", "warning ")))
    facts = tuple((key, _characters(value)) for line in lines if " = " in line for key, value in [line.split(" = ", 1)])
    if "nothing" in lines:
        facts = (("nothing", ""),)
    return Case(name=name, kind=match["kind"], text=_text(match), findings=findings, facts=facts)


def _characters(text: str) -> str:
    return re.sub(r"⟨U\+([0-9A-F]+)⟩", lambda m: chr(int(m[1], 16)), text)


def _text(match: re.Match[str]) -> str:
    text = _characters(match["text"])
    flags = match["kind"].split()
    for flag in flags:
        text = text.replace("\n", _BREAKS.get(flag, "\n"))
    return "\ufeff" * ("bom" in flags) + text


def shown(entry: Entry) -> dict[str, str]:
    """What an entry says, in a form to be compared with a case's facts."""
    article, text = entry.article, entry.article.text
    when = article.published
    facts = {
        "id": article.id,
        "title": article.title,
        "text": text.replace("\n", "⏎"),
        "body": article.body.replace("\r", "␍").replace("\n", "⏎"),
        "language": article.language,
        "url": str(article.url),
        "byline": ", ".join(article.byline),
        "seeds": ", ".join(article.seeds),
        "topics": ", ".join(entry.topics),
        "aliases": ", ".join(entry.aliases),
        "publishers": ", ".join(f"{p.name} <{p.url}>" for p in article.publishers),
        "published": f"{when.value} from {when.how}",
        "between": f"{when.earliest} and {when.latest}",
        "evidence": when.evidence,
        "draft": str(entry.draft).lower(),
        "policy": str(entry.body_policy),
        "corrections": ", ".join(f"{c.date} {c.text}" for c in entry.corrections),
        "lines": " ".join(f"{name}:{line}" for name, line in entry.lines.items()),
        "summary": entry.annotations.summary,
        "quotations": str(len(entry.annotations.quotations)),
        "events": str(len(entry.annotations.timeline)),
    }
    for number, speaker in enumerate(entry.annotations.speakers, 1):
        facts[f"speaker {number}"] = (
            f"{speaker.key}: {speaker.name}, {speaker.kind}, {speaker.role}, {speaker.affiliation}"
        )
    for number, quotation in enumerate(entry.annotations.quotations, 1):
        pieces = " + ".join(_place(text, span) for span in quotation.content)
        facts[f"quotation {number}"] = f"{quotation.manner} {quotation.speaker}: {pieces}"
        facts[f"cue {number}"] = _place(text, quotation.cue)
        facts[f"source {number}"] = _place(text, quotation.source)
        facts[f"confidence {number}"] = str(quotation.confidence)
    for number, event in enumerate(entry.annotations.timeline, 1):
        facts[f"event {number}"] = f"{event.aspect} {' '.join(event.speakers)}: {_place(text, event.what)}"
        time = event.when
        facts[f"time {number}"] = f"{time.type} {time.value}: {_place(text, time.span)}" if time else "none"
    return facts


def _place(text: str, span: Span | None) -> str:
    if span is None:
        return "none"
    before, after = text[max(span.start - _AROUND, 0) : span.start], text[span.end : span.end + _AROUND]
    return f"{before.lstrip()}‹{span.of(text)}›{after.rstrip()}".replace("\n", "⏎")
