"""Can the editor's colours be read? Palettes before and after in, warnings out; contrast as WCAG 2.2 measures it (1.4.3)."""

from collections.abc import Iterator, Mapping
from itertools import product

from PIL import ImageColor

from sitegen.model.config import Token
from sitegen.model.diagnostic import Diagnostic, Severity

_WORDS = ("ink", "muted", "link", "accent")
_GROUNDS = ("ground", "surface")
_LEAST = 4.5
"""For text of ordinary size (WCAG 2.2, level AA); the themes themselves have 6.3 and more."""
_LINEAR_BELOW = 0.04045
_OPAQUE = 255

Palettes = Mapping[str, Mapping[str, str]]
"""Values of tokens by name, in light and in dark."""


def contrast_problems(before: Palettes, after: Palettes, tokens: tuple[Token, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each pair of colours that the tokens changed and that is hard to read."""
    for scheme, (words, ground) in product(after, product(_WORDS, _GROUNDS)):
        old, new = before[scheme], after[scheme]
        changed = [n for n in (words, ground) if new.get(n) != old.get(n)]
        if changed and words in new and ground in new:
            yield from _problem(scheme, (words, new[words]), (ground, new[ground]), _set_by(changed[0], scheme, tokens))


def _set_by(name: str, scheme: str, tokens: tuple[Token, ...]) -> Token:
    """Return the line that sets a token for a scheme: the one for dark first, where it is dark."""
    lines = sorted((t for t in tokens if t.name == name), key=lambda t: t.dark, reverse=scheme == "dark")
    return lines[0]


def _problem(scheme: str, words: tuple[str, str], ground: tuple[str, str], token: Token) -> Iterator[Diagnostic]:
    measured = contrast(words[1], ground[1])
    pair = f"{words[0]} on {ground[0]} in {scheme}"
    if measured is None:
        yield _told(token, Severity.NOTE, f"{pair}: the contrast cannot be told", "write the colours as #rrggbb")
    elif measured < _LEAST:
        message = f"{pair}: the contrast is {measured:.1f}:1, and {_LEAST}:1 is the least that can be read by most"
        yield _told(token, Severity.WARNING, message, "take a darker or a lighter colour")


def contrast(one: str, other: str) -> float | None:
    """Return the contrast of two colours, 1 to 21; None where one of them is no plain colour."""
    lights = [_luminance(one), _luminance(other)]
    if lights[0] is None or lights[1] is None:
        return None
    darker, lighter = sorted((lights[0], lights[1]))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float | None:
    try:
        red, green, blue, *alpha = ImageColor.getrgb(colour)
    except ValueError:
        return None
    if alpha and alpha[0] != _OPAQUE:
        return None
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= _LINEAR_BELOW else ((share + 0.055) / 1.055) ** 2.4


def _told(token: Token, severity: Severity, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        severity=severity,
        code="token-contrast",
        path=token.path,
        line=token.line,
        column=token.column,
        message=message,
        hint=hint,
        width=len(token.name),
    )
