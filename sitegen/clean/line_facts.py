"""What a line of a pasted page shows by itself: its size, its end, its words, its form. From one line of text; no line is judged here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.clean.dates import find_date, read_date_line
from sitegen.clean.furniture import furniture, heads_links
from sitegen.clean.names import byline_names
from sitegen.clean.talk_words import HOLDING, KINDS, REPORTING, TALK

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|©")
_HEAD = 240
"""As much of a line is looked at; the rest of a longer one only counts."""
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SIZES = ((0, "no word"), (1, "1"), (2, "2"), (4, "3 to 4"), (7, "5 to 7"), (11, "8 to 11"), (17, "12 to 17"), (26, "18 to 26"), (45, "27 to 45"))  # fmt: skip
_FEW = 3
_TEXT, _SENTENCE = 18, 7
_NAME = range(2, 5)
_SENTENCES = re.compile(r"[.!?…][”\"’')\]»]*\s+[\"“‘'(„«]?[^\W\d_a-z]")
_QUOTED = re.compile("[“”„«»‹›]|(?:^|\\s)[\"'‘]\\w|[,.!?][\"'’](?:\\s|$)")
_TELLING = frozenset({"a credit in brackets", "a credit at the end", "a count", "some time ago", "left or right"})
_DIGITS = "0123456789"
_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("a web address", ".", re.compile(r"https?://|\bwww\.|\w\.(?:com|org|net|de|co\.uk|fr|es|it)\b")),
    ("a handle", "@", re.compile(r"(?:^|[\s(])@\w+|\w@\w")),
    ("a hash", "#", re.compile(r"#\w")),
    ("a bar", "|•·/›>»", re.compile(r"\s[|•·/›>»]\s|[|›>»]$|^[|›>»]")),
    ("a copyright sign", "©(", re.compile(r"©|\(c\)")),
    ("a credit in brackets", "([", re.compile(r"[(\[][^()\[\]]{2,60}(?:/|via |photo|image|getty|foto|bild|ap\b|afp|reuters|epa|dpa|imago)[^()\[\]]{0,40}[)\]]")),
    ("a label", ":", re.compile(r"[^\W\d_][\w ]{1,24}:\s\S")),
    ("a clock time", _DIGITS, re.compile(r"\b\d{1,2}[:.h]\d\d\b")),
    ("some time ago", _DIGITS, re.compile(r"\b\d{1,3}\s?(?:min|mins|minutes?|hours?|hrs?|h|m|d|days?|weeks?|months?|years?) ago\b|\bvor \d+|\bhace \d+|\bil y a \d+")),
    ("a price", "$€£", re.compile(r"[$€£]\s?\d|\d\s?€")),
    ("a dash before", "-–—", re.compile(r"^[-–—]")),
    ("a bullet", "•·▪●■*+►▶»", re.compile(r"^[•·▪●■*+►▶»]")),
    ("an ellipsis", ".…", re.compile(r"(?:\.\.\.|…)$")),
    ("a count", _DIGITS, re.compile(r"^\(?\d[\d.,]*[km]?\)?$")),
)  # fmt: skip
"""A form, characters of which it needs one, and how it is written, in lower case."""
_CREDIT = re.compile(
    r"\b(?:getty images|via getty|shutterstock|afp|reuters|epa|dpa|picture alliance|imago|ap photo|alamy|ap|pa|pa wire|pa images|via ap)\)?[.\]]?$"
)
_CREDIT_LENGTH = 30
_CAPTION = frozenset(
    "left right center centre links rechts pictured archive undated pose poses show shows arrive arrives attend attends walk walks".split()
)
_DATE_LENGTH = 120
_YEAR = re.compile(r"\d{4}")
"""No date is read without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """A line as the page shows it."""

    facts: tuple[str, ...]
    shape: str
    """In one word: how like a sentence, a headline or a button it is."""
    kinds: frozenset[str]
    """What it is or speaks of, for its neighbours to see."""
    size: int
    """In words."""
    content: frozenset[str]
    """Its words that mean something."""


def line_facts(line: str) -> LineFacts:
    """Return what a line shows by itself."""
    head = line[:_HEAD]
    words = _WORD.findall(head)
    size = len(words) if len(line) <= _HEAD else len(line) // 6
    if _WIDE.search(head):
        size = len(line) // 3
    lower = [w.lower() for w in words]
    end = _end(line)
    shape = _shape(size, end)
    facts = [f"words: {_bin(size)}", f"ends in: {end} / {shape}", f"starts with: {_start(head)} / {shape}"]
    facts += _word_facts(words, lower)
    facts += (f"has: {name} / {shape}" for name in _forms(head.lower(), lower))
    known = tuple(_known(line, words))
    facts += known
    facts += (f"word: {w} / {'short' if size <= _SENTENCE else 'long'}" for w in sorted(TALK.intersection(lower)))
    if lower:
        facts.append(
            f"first word: {'holding' if lower[0] in HOLDING else 'talk' if lower[0] in TALK else 'other'} / {shape}"
        )
    return LineFacts(
        facts=tuple(facts),
        shape=shape,
        kinds=frozenset(_kinds(facts)),
        size=size,
        content=frozenset(w for w in lower if w not in HOLDING and len(w) >= _FEW),
    )


def _forms(head: str, words: Sequence[str]) -> Iterator[str]:
    have = set(head)
    for name, needs, form in _FORMS:
        if not have.isdisjoint(needs) and form.search(head):
            yield name
    if _CREDIT.search(head[-_CREDIT_LENGTH:]):
        yield "a credit at the end"
    if not _CAPTION.isdisjoint(words):
        yield "left or right"


def _kinds(facts: Sequence[str]) -> Iterator[str]:
    """Yield what a neighbour can tell of a line."""
    for fact in facts:
        family, _, value = fact.partition(": ")
        parts = value.split(" / ")
        is_known = family == "is" or (family == "has" and parts[0] in _TELLING)
        if is_known or (family == "speaks of" and parts[1] in {"half", "most"}):
            yield parts[0]


def _bin(size: int) -> str:
    return next((name for most, name in _SIZES if size <= most), "over 45")


def _end(line: str) -> str:
    bare = line.rstrip("”\"’')]»“ ")
    last = bare[-1:]
    if last and last in ".。":
        return "full stop"
    if last and last in "?!:,;…":
        return last
    if len(bare) < len(line.rstrip()):
        return "closing mark"
    return "digit" if last.isdigit() else "letter" if last.isalpha() else "sign"


def _start(line: str) -> str:
    first = line[:1]
    if first in "\"“‘'„«":
        return "quotation mark"
    return "digit" if first.isdigit() else "lower case" if first.islower() else "capital" if first.isalpha() else "sign"


def _shape(size: int, end: str) -> str:
    stops = end in {"full stop", "?", "!", ":"}
    if size >= _TEXT:
        return "text" if stops else "open text"
    if size >= _SENTENCE:
        return "sentence" if stops else "headline"
    return "short sentence" if stops and size >= _FEW else "words" if size >= _FEW else "button"


def _share(part: int, whole: int) -> str:
    share = part / whole
    return next(name for most, name in ((0, "none"), (0.15, "few"), (0.3, "some"), (0.5, "half"), (1, "most")) if share <= most)  # fmt: skip


def _word_facts(words: list[str], lower: list[str]) -> Iterator[str]:
    if not words:
        return
    size = "short" if len(words) <= _SENTENCE else "middle" if len(words) <= _TEXT else "long"
    yield f"holding words: {_share(len([w for w in lower if w in HOLDING]), len(lower))} / {size}"
    yield f"capitals: {_share(len([w for w in words if w[0].isupper()]), len(words))} / {size}"
    if len(words) > 1 and all(w.isupper() for w in words if w[0].isalpha()):
        yield f"capitals: shouted / {size}"
    talk = [w for w in lower if w in TALK]
    counts = {kind: len([w for w in talk if w in table]) for kind, table in KINDS.items()} if talk else {}
    for kind, count in counts.items():
        if count:
            yield f"speaks of: {kind} / {_share(count, len(lower))} / {size}"
    yield f"speaks of: {min(sum(map(bool, counts.values())), 4)} kinds / {size}"


def _known(line: str, words: list[str]) -> Iterator[str]:
    if len(line) <= _HEAD and furniture(line):
        yield "is: known furniture"
    if heads_links(line):
        yield "is: a head of links"
    if _YEAR.search(line, 0, _DATE_LENGTH):
        if read_date_line(line):
            yield "is: a date"
        elif find_date(line):
            yield "has: a date / " + ("short" if len(words) <= _SENTENCE else "long")
    if byline_names(line):
        yield "is: a byline"
    if len(words) in _NAME and all(w[0].isupper() for w in words) and not any(c.isdigit() for c in line):
        yield "is: like a name"
    head = line[:_HEAD]
    if _QUOTED.search(head):
        said = not REPORTING.isdisjoint(w.lower() for w in words)
        yield "quotes: " + ("with a reporting word" if said else "alone")
    yield f"sentences: {min(3, 1 + len(_SENTENCES.findall(head)))}"
