"""Files of the theme that are copied, and what they name of one another: style sheets and web manifests are read for that."""

import re
from collections.abc import Callable, Collection, Mapping
from pathlib import PurePosixPath
from posixpath import basename, dirname, join, normpath

from rcssmin import cssmin

SUFFIXES = frozenset({".css", ".js", ".svg", ".webmanifest"})

_REFERENCE = r"""[^"'()\s?#]+"""
_NAMING = {
    ".css": re.compile(rf"""(?<=url\()(?P<open>\s*["']?){_REFERENCE}|(?<=@import)(?P<space>\s+["']){_REFERENCE}"""),
    ".webmanifest": re.compile(rf"""(?<="src")(?P<open>\s*:\s*"){_REFERENCE}"""),
}


def named_in(name: str, text: str, names: Collection[str]) -> tuple[str, ...]:
    """Return which other files of the theme a file names, in its order."""
    found: list[str] = []

    def note(other: str) -> str:
        found.append(other)
        return other

    _each(name, text, {n: n for n in names if n != name}, note)
    return tuple(found)


def with_addresses(name: str, text: str, addresses: Mapping[str, str]) -> str:
    """Return the text of a file with what it names found at its address; a file's address differs from its name in the last part alone."""
    return _each(name, text, addresses, lambda other: addresses[other])


def published(name: str, text: str) -> bytes:
    """Return a file as it is published: of a style sheet without comments and white space."""
    return (cssmin(text) if name.endswith(".css") else text).encode(errors="replace")


def _each(name: str, text: str, known: Collection[str], address: Callable[[str], str]) -> str:
    naming = _NAMING.get(PurePosixPath(name).suffix)

    def written(found: re.Match[str]) -> str:
        before = next(filter(None, found.groups()), "")
        reference = found[0][len(before) :]
        other = normpath(join(dirname(name), reference))
        return before + join(dirname(reference), basename(address(other))) if other in known else found[0]

    return naming.sub(written, text) if naming else text
