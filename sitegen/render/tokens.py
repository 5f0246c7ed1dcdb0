"""How do the editor's tokens come into the stylesheet? Each takes the place of the value that the theme gives it, so that print and dark stay as they are.

Tokens are the custom properties of the first `:root` rule, those for dark of the first one within `@media (prefers-color-scheme: dark)`.
"""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from sitegen.model.config import Token
from sitegen.model.diagnostic import Checked, Diagnostic, Severity
from sitegen.render.contrast import contrast_problems

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LIGHT = re.compile(r"(?:\A|[};])\s*:root\s*\{([^{}]*)\}")
_DARK = re.compile(r"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{\s*:root\s*\{([^{}]*)\}")
_DECLARED = re.compile(r"--([\w-]+)\s*:\s*([^;]*?)\s*(?:;|\Z)")
_NO_DARK = "\n@media (prefers-color-scheme: dark) {{\n  :root {{{}}}\n}}\n"


def with_tokens(sheet: str, tokens: tuple[Token, ...]) -> Checked[str]:
    """Return the stylesheet with these values, and what is wrong with them."""
    known = declared(sheet, dark=False)
    unknown = tuple(_unknown(token, known) for token in tokens if token.name not in known)
    if unknown:
        return Checked(value=sheet, diagnostics=unknown)
    made = _put(_put(sheet, [t for t in tokens if not t.dark], _LIGHT), [t for t in tokens if t.dark], _DARK)
    return Checked(value=made, diagnostics=tuple(contrast_problems(palettes(sheet), palettes(made), tokens)))


def declared(sheet: str, *, dark: bool) -> Mapping[str, str]:
    """Return the tokens of a stylesheet with their values; for dark only those that it changes."""
    found = (_DARK if dark else _LIGHT).search(_without_comments(sheet))
    return {name: " ".join(value.split()) for name, value in _DECLARED.findall(found[1])} if found else {}


def palettes(sheet: str) -> Mapping[str, Mapping[str, str]]:
    """Return the values that hold in light and in dark."""
    light = declared(sheet, dark=False)
    return {"light": light, "dark": {**light, **declared(sheet, dark=True)}}


def _without_comments(sheet: str) -> str:
    """Return the stylesheet with blanks for comments, so that all stands where it stood."""
    return _COMMENT.sub(lambda m: " " * len(m[0]), sheet)


def _put(sheet: str, tokens: Iterable[Token], rule: re.Pattern[str]) -> str:
    for token in tokens:
        found = rule.search(_without_comments(sheet))
        if found:
            sheet = _put_one(sheet, token, found.span(1))
        else:  # only of dark: a name of the light rule is known
            sheet += _NO_DARK.format(f" --{token.name}: {token.value}; ")
    return sheet


def _put_one(sheet: str, token: Token, within: tuple[int, int]) -> str:
    """Return the stylesheet with one value in the place of the theme's, or after all where there is none."""
    inside = _without_comments(sheet)[slice(*within)]
    for found in _DECLARED.finditer(inside):
        if found[1] == token.name:
            start, end = (within[0] + offset for offset in found.span(2))
            return sheet[:start] + token.value + sheet[end:]
    end = within[0] + len(inside.rstrip())
    gap = "" if inside.rstrip().endswith(";") or not inside.strip() else ";"
    return f"{sheet[:end]}{gap} --{token.name}: {token.value};{sheet[end:]}"


def _unknown(token: Token, known: Mapping[str, str]) -> Diagnostic:
    close = get_close_matches(token.name, known, n=1)
    names = f"tokens here: {', '.join(known)}" if known else "the stylesheet has no :root rule with tokens"
    return Diagnostic(
        severity=Severity.ERROR,
        code="token-unknown",
        path=token.path,
        line=token.line,
        column=token.column,
        message=f"the stylesheet has no token {token.name}",
        hint=f"did you mean {close[0]}?" if close else names,
        width=len(token.name),
    )
