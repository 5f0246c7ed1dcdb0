"""In which words does the site speak to its readers? A language and its catalogues in; phrases, numbers, lists and dates out.

A catalogue is the text of a gettext file (.po), keyed by the English phrases; what none has stays English. Without any, a site speaks English throughout, its dates too.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import c2py
from io import StringIO

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from sitegen import fingerprint
from sitegen.model.diagnostic import Checked, Diagnostic, Severity

_BRITISH = "en_GB"
"""What plain English means: 19 November 2024; en-US asks for the other order."""
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_CONTEXT_END = "\x04"
"""Stands between context and phrase in a key, as in gettext's own files."""
_AND = {"es": (re.compile(r" y (?=h?[ií](?![aeouáéóú]))", re.IGNORECASE), " e ")}
"""Where "and" has another form before the sound that follows: "Ana e Isabel"."""
_UNREADABLE = (PoFileError, ValueError, LookupError, TypeError, AttributeError)
"""What Babel raises for a text that is no catalogue, or one with a broken head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Phrases of one language by their English ones."""

    phrases: Mapping[str, tuple[str, ...]]
    """One form, or all that the language has for numbers."""
    plural: Callable[[int], int]
    """Which form goes with a number."""
    fingerprint: str


def phrase(text: str) -> str:
    """Mark a text of a table as a phrase of the interface, and return its key."""
    return text


def phrase_within(context: str, text: str) -> str:
    """Mark one that another language says differently in this context."""
    return f"{context}{_CONTEXT_END}{text}" if context else text


def phrases(singular: str, plural: str) -> tuple[str, str]:
    """Mark a phrase of a table that hangs on a number."""
    return singular, plural


def beginning(text: str) -> str:
    """Return words as they begin a line: "martes, 19 de noviembre" -> "Martes, 19 de noviembre"."""
    return text[:1].upper() + text[1:]


class Words:
    """The words of one site: called with an English phrase, it returns the site's own, filled in."""

    def __init__(self, language: str = "en", catalogues: Iterable[Catalogue] = ()) -> None:
        found = tuple(catalogues)
        known = locale_of(language)
        spoken = bool(found) or language.split("-", maxsplit=1)[0].lower() == "en"
        self.language = language if known and spoken else "en"
        self._locale = known if known and spoken else Locale.parse(_BRITISH)
        self._known = {key: (forms, c.plural) for c in found for key, forms in c.phrases.items()} if known else {}
        self.fingerprint = fingerprint.combined((self.language, *(c.fingerprint for c in found)))
        self.number = cache(self._number)
        self.day = cache(self._day)
        self.weekday = cache(self._weekday)
        self.month = cache(self._month)

    def __call__(self, text: str, /, **more: object) -> str:
        """Return a phrase: words("By %(names)s", names=…)."""
        return self.form(text) % more

    def within(self, context: str, text: str, /, **more: object) -> str:
        """Return a phrase that another language says differently in this context."""
        return self.form(phrase_within(context, text)) % more

    def count(self, singular: str, plural: str, count: int, /, **more: object) -> str:
        """Return a phrase that hangs on a number, which stands in it as num."""
        return self.counted_form(singular, plural, count) % {"num": self.number(count), **more}

    def form(self, key: str) -> str:
        """Return a phrase that is not filled in, by its key."""
        known = self._known.get(key)
        return known[0][0] if known else key.rpartition(_CONTEXT_END)[2]

    def counted_form(self, singular: str, plural: str, count: int) -> str:
        """Return the form of a phrase that goes with a number, not filled in."""
        known = self._known.get(singular)
        if not known:
            return singular if count == 1 else plural
        forms, index = known
        return forms[min(index(count), len(forms) - 1)]

    def series(self, *parts: str) -> str:
        """Return what stands side by side: "month only, inferred from the text"; what is empty is left out."""
        return self.form(", ").join(filter(None, parts))

    def listed(self, items: Iterable[str]) -> str:
        """Return names one after another: "a, b and c"."""
        listed = format_list(list(items), "standard", self._locale)
        other = _AND.get(self._locale.language)
        return other[0].sub(other[1], listed) if other else listed

    def _number(self, number: int) -> str:
        return format_decimal(number, locale=self._locale)

    def _day(self, day: date) -> str:
        """Return a day: 19 November 2024."""
        return format_date(day, "long", self._locale)

    def _weekday(self, day: date) -> str:
        """Return a day with its name: Tuesday, 19 November 2024."""
        return format_date(day, "full", self._locale)

    def _month(self, first: date) -> str:
        """Return the month of a day: November 2024."""
        return format_skeleton("yMMMM", first, locale=self._locale)


def locale_of(language: str) -> Locale | None:
    """Return how a language writes dates and numbers; of one whose region is not known, what it has in common."""
    if language.lower() == "en":
        return Locale.parse(_BRITISH)
    subtags = language.split("-")
    for end in range(len(subtags), 0, -1):
        try:
            return Locale.parse("-".join(subtags[:end]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def catalogue(path: str, text: str) -> Checked[Catalogue | None]:
    """Read a catalogue; fuzzy and empty phrases are left out."""
    try:
        read = read_po(StringIO(text), abort_invalid=True)
        plural = c2py(read.plural_expr)
    except _UNREADABLE as error:
        return Checked(value=None, diagnostics=(_unreadable(path, text, error),))
    done = [m for m in read if m.id and not m.fuzzy and all(_forms(m))]
    wrong = tuple(_wrong(path, m) for m in done if not _fits(m, read))
    phrases = {_key(m): _forms(m) for m in done}
    made = Catalogue(phrases=phrases, plural=plural, fingerprint=fingerprint.of_text(text))
    return Checked(value=made if not wrong else None, diagnostics=wrong)


def _key(message: Message) -> str:
    return phrase_within(message.context or "", _english(message)[0])


def _english(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (str(message.id),)


def _forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def _fits(message: Message, whole: Catalog) -> bool:
    """Say whether there are as many forms as needed, each with the placeholders of the English one; a form may say its number in words."""
    wanted, counted = set(_PLACEHOLDER.findall(_english(message)[-1])), len(_english(message)) > 1
    needed = wanted - {"num"} if counted else wanted
    forms = _forms(message)
    kept = all(needed <= _filled(form) <= wanted for form in forms)
    return kept and len(forms) == (whole.num_plurals if counted else 1)


def _filled(form: str) -> set[str]:
    """Return the placeholders of a phrase; one that cannot be filled in has something else, too."""
    names = set(_PLACEHOLDER.findall(form))
    try:
        form % dict.fromkeys(names, "")
    except (TypeError, ValueError, KeyError):
        return names | {"%"}
    return names


def _wrong(path: str, message: Message) -> Diagnostic:
    names = " ".join(f"%({n})s" for n in dict.fromkeys(_PLACEHOLDER.findall(_english(message)[-1])))
    return Diagnostic(
        severity=Severity.ERROR,
        code="words-form",
        path=path,
        line=message.lineno or 1,
        message=f"the translation of {_english(message)[0]!r} does not fit it",
        hint=f"it needs {names}" if names else "it has no placeholders, and % is written %%",
    )


def _unreadable(path: str, text: str, error: Exception) -> Diagnostic:
    line = error.lineno + 1 if isinstance(error, PoFileError) else 1
    lines = text.splitlines()
    source = lines[line - 1] if line <= len(lines) else ""
    return Diagnostic(
        severity=Severity.ERROR,
        code="words-syntax",
        path=path,
        line=line,
        message=f"this is no catalogue of words: {error}",
        source=source,
        width=max(len(source), 1),
    )


ENGLISH = Words()
"""What the public data speaks, whatever the language of the site."""
