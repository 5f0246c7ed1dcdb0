"""Which topics does a headline name? The names, synonyms and keywords that an editor wrote in, ids of topics out.

Whole words, whatever their letters' case; an abbreviation in capitals (US, IT) only in capitals, and not in a headline that is all capitals.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.model.config import TopicSetting

_WORD = re.compile(r"\w+")
_LONGEST_ABBREVIATION = 4
_ENOUGH = 2
"""Different words of a topic among the most telling words of an article."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    topic: str
    words: tuple[str, ...]
    """Without case."""
    capitals: tuple[str, ...]
    """As they must stand there; empty: their case does not matter."""

    def at(self, place: int, words: list[str], plain: list[str]) -> bool:
        """Say whether it stands at a place of some words; plain: the same words without case."""
        end = place + len(self.words)
        if tuple(plain[place:end]) != self.words:
            return False
        return not self.capitals or tuple(words[place:end]) == self.capitals


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The words of all topics."""

    phrases: dict[str, tuple[_Phrase, ...]]
    """By their first word."""

    def in_title(self, title: str) -> tuple[str, ...]:
        """Return the topics of which words stand in a title, those with more different ones first."""
        found = {phrase for phrase in self._in(title) if not (phrase.capitals and title.isupper())}
        return _ranked(found, 1)

    def among(self, terms: Iterable[str]) -> tuple[str, ...]:
        """Return the topics with several different words among the most telling ones of an article."""
        return _ranked({phrase for term in terms for phrase in self._in(term)}, _ENOUGH)

    def _in(self, text: str) -> Iterator[_Phrase]:
        words = _WORD.findall(text)
        plain = [word.casefold() for word in words]
        for place, word in enumerate(plain):
            for phrase in self.phrases.get(word, ()):
                if phrase.at(place, words, plain):
                    yield phrase


def words_of(settings: Iterable[TopicSetting]) -> TopicWords:
    """Return the words of the topics."""
    phrases: dict[str, dict[_Phrase, None]] = {}
    for setting in settings:
        for written in (setting.name, *setting.synonyms, *setting.keywords):
            words = tuple(_WORD.findall(written))
            if words:
                short = len("".join(words)) <= _LONGEST_ABBREVIATION and written.isupper()
                phrase = _Phrase(setting.id, tuple(word.casefold() for word in words), words if short else ())
                phrases.setdefault(phrase.words[0], {})[phrase] = None
    return TopicWords({first: tuple(found) for first, found in phrases.items()})


def _ranked(found: set[_Phrase], least: int) -> tuple[str, ...]:
    many: dict[str, int] = {}
    for phrase in found:
        many[phrase.topic] = many.get(phrase.topic, 0) + 1
    return tuple(sorted((t for t in many if many[t] >= least), key=lambda t: (-many[t], t)))
