"""What an article says in one to three whole sentences that stand in its text; input: the parsed text and the title.

The first good sentence of the body leads: newswire tells the news there. Where it is none, or says little, others are weighed.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from sitegen.annotate.summary_sentences import Sentence, sentences
from sitegen.annotate.summary_words import LONGEST, SHORTEST, addresses_reader, is_furniture, quoted_share, stands_alone

_MOST = 3
_ENOUGH = 140
"""Code points with which a summary needs no further sentence."""
_NEAR = 4
"""Sentences behind the first among which further ones are looked for."""
_LAST_LEAD = 8
"""Sentences from the top of the body among which the summary begins, where one of them can."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STEM = 5
_SMALL = 3
_SAME = 0.75
"""Share of the words of a sentence and of the title that makes it the title again."""
_ALIKE = 0.45
"""The same of two sentences: the second tells little that is new."""
_PLACE, _TITLE, _NAMES, _TIME, _READER, _FIRST_PERSON, _QUOTED, _SHORT, _INSIDE, _POINTS = (
    3,
    2,
    0.4,
    0.3,
    2,
    1.2,
    1.5,
    0.6,
    0.4,
    0.8,
)
_FEW_NAMES = 2
_LITTLE = 70
_LEAST = 0.9
"""Below this weight a sentence is not added to another."""
_OWN = frozenset({"i", "we", "my", "our", "me", "us"})
_MARKS = ('"', "“", "'", "‘")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "EVENT", "FAC", "LOC", "LAW", "PRODUCT", "WORK_OF_ART"})
_WHEN = frozenset({"DATE", "TIME"})


def summary(doc: Doc, title: str = "") -> str:
    """Return up to three sentences of the text that can be read alone; nothing where there is none."""
    named = _stems(title)
    body = [s for s in sentences(doc) if not _repeats(s, named) and not is_furniture(s.words)]
    top = next((s.number for s in body if len(s.words) >= SHORTEST), 0)
    close = [s for s in body if s.number - top < _LAST_LEAD + _NEAR]
    good = [s for s in close if stands_alone(s)] or [s for s in body[len(close) :] if stands_alone(s)]
    if not good:
        return ""
    weighed = {s.number: _weight(s, s.number - top, named) for s in good}
    taken = [_first(good, weighed, top)]
    for other in _followers(good, weighed, taken[0]):
        length = sum(len(s.words) + 1 for s in taken)
        if len(taken) == _MOST or length > _ENOUGH:
            break
        if length + len(other.words) <= LONGEST and not any(_is_same(other, s) for s in taken):
            taken.append(other)
    return " ".join(s.words for s in sorted(taken, key=lambda s: s.number))


def _first(good: Sequence[Sentence], weighed: dict[int, float], top: int) -> Sentence:
    """Return the sentence that a summary begins with: of the first ones that which weighs most."""
    near = [s for s in good if s.number - top < _LAST_LEAD] or good[:_LAST_LEAD]
    return max(near, key=lambda s: (weighed[s.number], -s.number))


def _followers(good: Sequence[Sentence], weighed: dict[int, float], first: Sentence) -> list[Sentence]:
    """Return what can come after the first, the weightiest first; a sentence far from it may mean what stands between."""
    reach = first.number + _NEAR
    behind = [
        s
        for s in good
        if first.number < s.number <= reach and weighed[s.number] >= _LEAST and not s.words.startswith("If ")
    ]
    return sorted(behind, key=lambda s: (-weighed[s.number], s.number))


def _weight(s: Sentence, place: int, title: frozenset[str]) -> float:
    own = _stems(s.words)
    labels = [t.ent_type_ for t in s.span if t.ent_iob_ == "B"]
    names = sum(label in _NAMED for label in labels)
    weight = (
        _PLACE / (1 + 0.5 * place) + _NAMES * min(_FEW_NAMES, names) + _TIME * any(label in _WHEN for label in labels)
    )
    weight += _TITLE * (len(own & title) / len(title) if title else 0)
    weight -= _READER * addresses_reader(s.words) + _FIRST_PERSON * _is_personal(s)
    weight -= (
        _QUOTED * (quoted_share(s.words) + s.words.startswith(_MARKS))
        + _SHORT * (len(s.words) < _LITTLE)
        + _INSIDE * (not s.leads)
    )
    return weight - _POINTS * (not names and s.words.startswith("The ") and place > 0)


def _is_personal(s: Sentence) -> bool:
    """Say whether an author speaks of himself, outside of quotation marks."""
    outside = re.sub(r"“[^”]*”|\"[^\"]*\"", "", s.words).casefold().replace("’", "'")
    return any(word.partition("'")[0] in _OWN for word in outside.replace(",", " ").split())


def _stems(words: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in _WORD.findall(words.casefold()) if len(w) > _SMALL or w.isdigit())


def _repeats(s: Sentence, title: frozenset[str]) -> bool:
    """Say whether a sentence is the title again, or a headline."""
    if _is_headline(s):
        return True
    own = _stems(s.words)
    both = len(own & title)
    return bool(own) and bool(title) and both >= _SAME * len(own) and both >= _SAME * len(title)


def _is_headline(s: Sentence) -> bool:
    """Say whether nearly all words of a line at the top have capitals: "Council Approves New Bridge Over River."."""
    words = [w for w in s.words.split() if len(w) > _SMALL]
    return (
        s.leads and s.number == 0 and len(words) > _SMALL and all(w[0].isupper() or not w[0].isalpha() for w in words)
    )


def _is_same(a: Sentence, b: Sentence) -> bool:
    one, other = _stems(a.words), _stems(b.words)
    return not one or len(one & other) >= _ALIKE * min(len(one), len(other))
