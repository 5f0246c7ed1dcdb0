"""Which catalogues speak for a language? A theme's `words/<language>.po`, the site's own phrases over the default ones, those of a region over what its language has in common."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from sitegen.model.diagnostic import Checked, Diagnostic, Severity
from sitegen.render.mistakes import Sources
from sitegen.words import Catalogue, Words, catalogue, locale_of

FOLDER, SUFFIX = "words", ".po"


def words_of(language: str, sources: Sources) -> Checked[Words]:
    """Return the words of a site in this language; English ones, and a warning, where there are none."""
    read = [catalogue(sources.path(name), text) for name, text in _texts(language, sources)]
    found: list[Catalogue] = [r.value for r in read if r.value]
    problems = tuple(d for r in read for d in r.diagnostics)
    if locale_of(language) is None or not (read or _is_english(language)):
        problems = (*problems, _missing(language))
    return Checked(value=Words(language, found), diagnostics=problems)


def _texts(language: str, sources: Sources) -> Iterable[tuple[str, str]]:
    """Yield the catalogues with their names, that which wins last."""
    subtags = language.lower().split("-")
    tags = ["-".join(subtags[:end]) for end in range(1, len(subtags) + 1)]
    for tag in tags:
        for texts in (sources.default, sources.chosen, sources.overrides):
            yield from ((name, text) for name, text in sorted(texts.items()) if _tag(name) == tag)


def catalogues(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the catalogues among files of a theme."""
    return tuple(name for name in sorted(texts) if _tag(name))


def _tag(name: str) -> str:
    """Return the language of a file of the theme; empty: it is no catalogue."""
    path = PurePosixPath(name)
    return path.stem.lower().replace("_", "-") if path.match(f"{FOLDER}/*{SUFFIX}") else ""


def _is_english(language: str) -> bool:
    return language.lower().split("-")[0] == "en"


def _missing(language: str) -> Diagnostic:
    base = language.split("-", maxsplit=1)[0].lower()
    return Diagnostic(
        severity=Severity.WARNING,
        code="words-missing",
        path="sitegen.toml",
        message=f"no interface words for {language}: the site speaks English around its articles",
        hint=f"put templates/{FOLDER}/{base}{SUFFIX} into the site",
    )
