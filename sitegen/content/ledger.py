"""Which addresses were promised to readers? Lines of content/ledger.jsonl <-> promises; a damaged line costs that line only."""

import json
from collections.abc import Iterable
from dataclasses import fields

from sitegen.content.findings import Findings, did_you_mean
from sitegen.model.diagnostic import Checked
from sitegen.model.ledger import Promise, Thing
from sitegen.model.text import Span

_FIELDS = tuple(field.name for field in fields(Promise))


def read(path: str, text: str) -> Checked[tuple[Promise, ...]]:
    """Return the promises in their order; a line that is none is told and left out."""
    findings = Findings(path, text.removeprefix("\ufeff"))
    promises: dict[Promise, None] = {}
    position = 0
    for line in findings.text.split("\n"):
        if line.strip():
            promise = _promise(line.strip(), Span(position, position + len(line)), findings)
            if promise:
                promises[promise] = None
        position += len(line) + 1
    return Checked(value=tuple(promises), diagnostics=findings.diagnostics)


def _promise(line: str, at: Span, findings: Findings) -> Promise | None:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        hint = "take the line back from version control, or delete it: its address is given anew"
        findings.warning("ledger-line", at, "this line is no promise of an address, and left out", hint)
        return None
    thing = said.get("thing", "")
    if thing not in set(Thing) or not said.get("slug"):
        hint = did_you_mean(thing, set(Thing)) if said.get("slug") else ""
        findings.warning("ledger-line", at, "this line names no thing or no slug, and is left out", hint)
        return None
    values = {name: said[name] for name in _FIELDS if name in said and name != "thing"}
    return Promise(thing=Thing(thing), **values)


def write(promises: Iterable[Promise]) -> str:
    """Return the lines of promises in the order in which they are given, each once."""
    return "".join(f"{_line(promise)}\n" for promise in dict.fromkeys(promises))


def _line(promise: Promise) -> str:
    values = {name: str(value) for name in _FIELDS if (value := getattr(promise, name))}
    is_readable = all(value.isprintable() for value in values.values())
    return json.dumps(values, ensure_ascii=not is_readable)
