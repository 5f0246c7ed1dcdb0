"""How the patterns of the rule tables are written, and what they become: regular expressions over classes of pieces.

A pattern is a row of atoms: `MONTH` any piece of that class, `the` that very word, `last/next` one of these,
`day=DAY` a piece to be read, `num=( … )` a group to be read, `?` and `*` as usual, `{count}` a fragment of the table.
Each piece of text is one code point that stands for the set of its classes, so a pattern runs in linear time.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

OTHER = "."
"""Code of a piece that no pattern asks for."""

_FIRST_CODE = 0xE000  # private use: cannot be mistaken for a sign of the expression language
_ATOM = re.compile(r"(?:(?P<name>\w+)=)?(?P<body>\(|[^\s?*]+)(?P<many>[?*]?)")
_GROUPS = frozenset({"(", "(?=", "(?!", "(?<=", "(?<!"})
_CLOSERS = re.compile(r"\)[?*]?")


@dataclass(frozen=True, slots=True)
class Codes:
    """The code points of all sets of classes that pieces may have."""

    by_classes: Mapping[frozenset[str], str]
    capital: Mapping[str, str]
    """By lower-case word, for a word that starts with a capital."""
    small: Mapping[str, str]

    def word(self, word: str) -> str:
        """Return the code of a word, which a capital may tell from its namesake (May, March, Sun)."""
        table = self.small if word[0].islower() else self.capital
        return table.get(word.lower().replace("’", "'"), OTHER)

    def classes(self, classes: Iterable[str]) -> str:
        """Return the code of a set of classes."""
        return self.by_classes.get(frozenset(classes), OTHER)

    def having(self, name: str) -> str:
        """Return an expression for one piece of any of the classes of `A/B`."""
        wanted = {name} if name == "/" else set(name.split("/"))
        letters = "".join(code for classes, code in self.by_classes.items() if classes & wanted)
        if not letters:
            message = f"no piece of text has the class {name}"
            raise ValueError(message)
        return f"[{letters}]"


def literals(patterns: Iterable[str]) -> set[str]:
    """Return the words that patterns ask for by themselves."""
    found: set[str] = set()
    for pattern in patterns:
        for part in pattern.split():
            if not _is_syntax(part):
                body = _atom(part)["body"] or ""
                found |= {word for word in body.split("/") if word and not word.isupper()}
    return found


def build_codes(
    lexicon: Mapping[str, frozenset[str]], capitals: frozenset[str], shapes: Iterable[frozenset[str]]
) -> Codes:
    """Give each set of classes its code; `capitals` are classes that a word has only with a capital."""
    small = {word: classes - capitals for word, classes in lexicon.items()}
    sets = sorted({*lexicon.values(), *small.values(), *shapes} - {frozenset()}, key=sorted)
    codes = {classes: chr(_FIRST_CODE + i) for i, classes in enumerate(sets)}
    return Codes(
        by_classes=codes,
        capital={word: codes[classes] for word, classes in lexicon.items()},
        small={word: codes[classes] for word, classes in small.items() if classes},
    )


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put the fragments of the table in the place of their names."""
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda m: fragments[m[1]], pattern)
    return pattern


def compile_pattern(pattern: str, codes: Codes) -> re.Pattern[str]:
    """Return the expression of an expanded pattern; a name used twice is numbered, see group_name."""
    expression = "".join(_translate(part, codes) for part in pattern.split())
    number = count()
    return re.compile(re.sub(r"\?P<(\w+)>", lambda m: f"?P<{m[1]}__{next(number)}>", expression))


def group_name(name: str) -> str:
    """Return the name that a group has in the pattern."""
    return name.partition("__")[0]


def _is_syntax(part: str) -> bool:
    return part == "|" or part in _GROUPS or bool(_CLOSERS.fullmatch(part)) or part.endswith("=(")


def _translate(part: str, codes: Codes) -> str:
    if part.endswith("=("):
        return f"(?P<{part[:-2]}>"
    if part == "(":
        return "(?:"
    if _is_syntax(part):
        return part
    atom = _atom(part)
    piece = codes.having(atom["body"] or "") + (atom["many"] or "")
    return f"(?P<{atom['name']}>{piece})" if atom["name"] else piece


def _atom(part: str) -> dict[str, str | None]:
    found = _ATOM.fullmatch(part)
    if not found:
        message = f"not an atom of a pattern: {part}"
        raise ValueError(message)
    return found.groupdict()
