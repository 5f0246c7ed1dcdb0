"""What became of each source when it was last read: its articles, what was said of it; kept in the memo, whose loss costs time only."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.model.diagnostic import Diagnostic
from sitegen.pipeline import failures
from sitegen.store.memo import Memo

FILE, DOCUMENT = "file", "document"
"""Stages of the memo."""
UNSEEN = ""
"""In place of an article's fingerprint: as it is in content/, so it stays."""
_ANY = "?"
"""In place of an article's fingerprint: different from whatever it is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What became of a source."""

    data: str
    """Fingerprint of its bytes."""
    by: str
    """Fingerprint of what read it."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Fingerprint of each article as it was cleaned, by its name as a seed."""
    told: tuple[Diagnostic, ...] = ()

    def written(self) -> str:
        """Return it as text."""
        return json.dumps([self.data, self.by, self.articles, failures.rows(self.told)], ensure_ascii=True)


def _read(text: str) -> Trace:
    data, by, articles, told = json.loads(text)
    return Trace(data=data, by=by, articles=articles, told=failures.from_rows(told))


class Traces:
    """What is known of sources: from the articles in content/, which count, and from the memo."""

    def __init__(self, memo: Memo, names: Iterable[str], by: str) -> None:
        """Take the names by which articles in content/ call their seeds."""
        self._memo = memo
        self._by = by
        self._names = frozenset(names)
        self._inner = _by_whole(self._names)

    def settled(self, stage: str, name: str, data: str) -> Trace | None:
        """Return what became of a source where nothing of it is to be done again."""
        trace = self._trace(stage, name)
        if trace is None and name in self._names:
            trace = Trace(data=data, by=self._by, articles={name: UNSEEN})
            self.keep(stage, name, trace)
        if trace is None or trace.data != data or not trace.articles.keys() <= self._names:
            return None
        same = trace.by == self._by or bool(trace.articles and not trace.told)
        return trace if same else None

    def known(self, name: str, data: str) -> dict[str, str]:
        """Return the articles that content/ has of a document, each with what it was made of if that may have changed."""
        trace = self._trace(DOCUMENT, name)
        if trace is None or trace.data == data:
            return dict.fromkeys((n for n in (name, *self._inner.get(name, ())) if n in self._names), UNSEEN)
        return {n: mark or _ANY for n, mark in trace.articles.items() if n in self._names}

    def keep(self, stage: str, name: str, trace: Trace) -> None:
        """Remember what became of a source."""
        self._memo.put(stage, name, trace.written())

    def _trace(self, stage: str, name: str) -> Trace | None:
        text = self._memo.get(stage, name)
        return _read(text) if text else None


def _by_whole(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the names of parts by the name of each whole that they may be parts of."""
    found: dict[str, list[str]] = {}
    for name in names:
        at = name.find("#")
        while at >= 0:
            found.setdefault(name[:at], []).append(name)
            at = name.find("#", at + 1)
    return {whole: tuple(parts) for whole, parts in found.items()}
