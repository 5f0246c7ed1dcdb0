"""What the front matter of a Markdown source says, read strictly: one plain `key: value` or a list of plain values to a key."""

import json
import re
from dataclasses import dataclass, field

from sitegen.clean.characters import one_line
from sitegen.clean.refusal import Refusal
from sitegen.clean.vocabulary import words

_FENCE = "---"
_KEY = re.compile(r"([A-Za-z_][\w-]{0,60})[ ]*:(?:[ ]+(.*))?$")
_LIKE_A_KEY = re.compile(r"\s*#|[A-Za-z_][\w-]{0,60}\s*:")
_ITEM = re.compile(r"\s*-[ ]+(.*)$")
_COMMENT = re.compile(r"\s+#.*$")
READ = words(
    """
    title headline date published pubdate author authors byline url source_url link canonical publisher source site
    lang language
    """
)
"""Keys whose values are used; what stands at others need not be plain."""
_MOST_LINES = 500
_SOON = 20
_OTHER_FENCES = {"+++": "TOML", ";;;": "JSON"}
_NEVER_PLAIN = ("!", "&", "*")
"""Tags, anchors and aliases: what is built of them is no plain data, whatever key it stands at."""
_LONE = re.compile("[\ud800-\udfff]")
_NOT_PLAIN = ("!", "&", "*", "{", "|", ">", "%", "@", "`")
"""What would make a value of YAML more than plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Front matter and what stands below it."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str
    body_line: int = 1

    def first(self, *keys: str) -> str:
        """Return the first value of the first of these keys that has one."""
        return next((v for k in keys for v in self.values.get(k, ()) if v), "")


def read_header(source: str) -> Header | Refusal:
    """Read the front matter of a source; a source without one is all body."""
    lines = source.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if other := _OTHER_FENCES.get(lines[start].rstrip()):
        return _refused(f"front matter in {other} is not read", start, lines)
    if lines[start].rstrip() != _FENCE or not "".join(lines[start + 1 : start + 2]).strip():
        return Header(body=source)
    if not _LIKE_A_KEY.match(lines[start + 1]):
        return _without_keys(source, start, lines)
    end = next(
        (i for i in range(start + 1, min(len(lines), start + _MOST_LINES)) if lines[i].rstrip() in {_FENCE, "..."}), 0
    )
    if not end:
        return _refused("the front matter is not closed", start, lines)
    reader = _Reader()
    for number in range(start + 1, end):
        if fault := reader.read(lines[number], number + 1):
            return _refused(fault, number, lines)
    return Header(values=reader.values, lines=reader.lines, body="\n".join(lines[end + 1 :]), body_line=end + 2)


def _without_keys(source: str, start: int, lines: list[str]) -> Header | Refusal:
    """Tell front matter that has no keys from a rule above the text: it is closed soon, by a line right after its own."""
    closed = (i for i in range(start + 2, min(len(lines), start + _SOON)) if lines[i].rstrip() == _FENCE)
    end = next(closed, 0)
    if end and all(line.strip() for line in lines[start + 1 : end]):
        return _refused("the front matter has no `key: value`", start + 1, lines)
    return Header(body=source)


def _refused(message: str, index: int, lines: list[str]) -> Refusal:
    shown = lines[index][:200]
    return Refusal(code="seed-front-matter", message=message, line=index + 1, source=shown, width=max(1, len(shown)))


class _Reader:
    """Reads front matter line by line."""

    def __init__(self) -> None:
        self.values: dict[str, tuple[str, ...]] = {}
        self.lines: dict[str, int] = {}
        self.key = ""

    def read(self, line: str, number: int) -> str:
        """Read one line and return what is wrong with it, if anything is."""
        bare = line.strip()
        if not bare or bare.startswith("#"):
            return ""
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return "a tab cannot indent"
        if self.key and (line[0] == " " or _ITEM.match(line)):
            return self._below(line)
        m = _KEY.match(line)
        return self._key(m[1], m[2] or "", number) if m else "this is no `key: value`"

    def _below(self, line: str) -> str:
        """Read a line that belongs to the key above it: an item of its list, or something that is not read."""
        item = _ITEM.match(line)
        if item and self.key in READ:
            return self._take(item[1])
        return ""

    def _key(self, written: str, value: str, number: int) -> str:
        self.key = written.lower()
        if self.key in self.lines:
            return f"the key {written} stands twice"
        self.lines[self.key] = number
        self.values[self.key] = ()
        if self.key in READ:
            return self._take(value)
        return f"`{value.strip()[:40]}` is no plain value" if value.strip().startswith(_NEVER_PLAIN) else ""

    def _take(self, value: str) -> str:
        """Keep the plain values of a line: one, or those between square brackets."""
        bare = value.strip()
        parts = bare[1:-1].split(",") if bare.startswith("[") and bare.endswith("]") else [bare]
        for part in parts:
            plain = _scalar(part.strip())
            if plain is None:
                return f"`{part.strip()[:40]}` is no plain value"
            self.values[self.key] += (plain,) if plain else ()
        return ""


def _scalar(value: str) -> str | None:
    """Return a plain value, in quotation marks or not; None for anything more than that."""
    if value[:1] == '"':
        return _quoted(value)
    if value[:1] == "'":
        m = re.fullmatch(r"'((?:[^']|'')*)'", _COMMENT.sub("", value))
        return one_line(m[1].replace("''", "'")) if m else None
    bare = _COMMENT.sub("", value)
    if bare.startswith(_NOT_PLAIN) or ": " in bare:
        return None
    return "" if bare in {"~", "null"} else one_line(bare)


def _quoted(value: str) -> str | None:
    """Return a value in double quotation marks, its escapes read."""
    try:
        read, _ = json.JSONDecoder(strict=False).raw_decode(value)
    except ValueError:
        return None
    return one_line(read) if isinstance(read, str) and not _LONE.search(read) else None
