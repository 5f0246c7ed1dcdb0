"""Which values of the stylesheet does the editor set? [tokens] and [tokens.dark] in; tokens with their places out.

A value becomes a part of the published stylesheet as it is, so it must be one that ends where its declaration ends and that loads nothing.
"""

import re
from collections.abc import Iterator

from sitegen.content.findings import Findings
from sitegen.content.toml_table import TomlTable
from sitegen.model.config import Token

DARK = "dark"

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_STRING = re.compile(r"""\"[^"]*\"|'[^']*'""")
_CALL = re.compile(r"([\w-]*)\(")
_NOWHERE = re.compile(r"""[;{}<>\\@!"']|/\*""")
"""What ends a declaration, opens a block or a comment, or escapes; a quotation mark that is still there has no fellow."""
_FUNCTIONS = frozenset(
    "calc clamp max min rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var".split()
)
_PAIRS = {"(": ")", "[": "]"}


def read_tokens(table: TomlTable) -> tuple[Token, ...]:
    """Return the tokens for light and dark."""
    light = (name for name in table.values if name != DARK)
    return (*_read(table, light, dark=False), *_read_dark(table))


def _read_dark(table: TomlTable) -> Iterator[Token]:
    if DARK in table.values:
        inner = table.table(DARK)
        yield from _read(inner, iter(inner.values), dark=True)


def _read(table: TomlTable, names: Iterator[str], *, dark: bool) -> Iterator[Token]:
    for name in names:
        value = table.text(name).strip()
        if not isinstance(table.values[name], str):
            continue
        if not _NAME.fullmatch(name):
            table.mistyped(name, "a name as link or largest, without the two hyphens before it")
        elif not is_css_value(value):
            table.mistyped(name, "a value of CSS as #1a4f8a, 1.25rem or Georgia, serif")
        else:
            yield _token(table.findings, Token(name=name, value=value, dark=dark), table.at(name).start)


def _token(findings: Findings, token: Token, offset: int) -> Token:
    line = findings.line(offset)
    column = offset - findings.text.rfind("\n", 0, offset)
    return Token(name=token.name, value=token.value, dark=token.dark, path=findings.path, line=line, column=column)


def is_css_value(words: str) -> bool:
    """Say whether it is one value, whole in itself, that loads nothing."""
    bare = _STRING.sub("", words)
    called = {name.lower() for name in _CALL.findall(bare)}
    whole = bool(words) and words.isprintable() and "\\" not in words
    return whole and not _NOWHERE.search(bare) and called <= {*_FUNCTIONS, ""} and _is_balanced(bare)


def _is_balanced(words: str) -> bool:
    """Say whether each bracket has its fellow, in order."""
    waiting: list[str] = []
    for character in words:
        if character in _PAIRS:
            waiting.append(_PAIRS[character])
        elif character in _PAIRS.values() and (not waiting or waiting.pop() != character):
            return False
    return not waiting
