"""What a mistake in a template looks like to the person who made it: exceptions of Jinja -> diagnostics."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cached_property
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError

from sitegen.model import page, shown
from sitegen.model.diagnostic import Diagnostic, Severity

BUILT_IN = "default/"
"""A template's name with this before it is the default theme's own."""
CHOSEN = "theme/"
"""With this before it, it is the chosen theme's; the default theme's where that has none of the name."""
THEMES = "themes/"
"""Among the files that come with sitegen: the folder of the other themes, each in a folder of its name."""

_NO_FIELD = re.compile(r"'sitegen\.model\.\w+\.(\w+) object' has no attribute '(\w+)'")

Place = tuple[str, int]
"""Name of a template, and a 1-based line of it."""


@dataclass(frozen=True, kw_only=True)
class Sources:
    """The texts of templates, and whose they are."""

    default: Mapping[str, str]
    chosen: Mapping[str, str]
    """Of the theme that lies over the default one; empty: none does."""
    overrides: Mapping[str, str]
    name: str = ""
    """Of the chosen theme."""

    @cached_property
    def in_use(self) -> Mapping[str, str]:
        """Return what each name stands for."""
        return {**self.default, **self.chosen, **self.overrides}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return every text under each name that reaches it."""
        below = {CHOSEN + name: text for name, text in {**self.default, **self.chosen}.items()}
        return {**self.in_use, **below, **{BUILT_IN + name: text for name, text in self.default.items()}}

    def line(self, place: Place) -> str:
        """Return a line of a template; empty where there is none."""
        lines = self.texts.get(place[0], "").splitlines()
        return lines[place[1] - 1] if 0 < place[1] <= len(lines) else ""

    def owner(self, name: str) -> str:
        """Return the name of the theme whose text it is; empty: the site's own."""
        if name in self.overrides:
            return ""
        of_chosen = name.removeprefix(CHOSEN) in self.chosen and not name.startswith(BUILT_IN)
        return self.name if of_chosen else "default"

    def path(self, name: str) -> str:
        """Return where a template lies, as a person looks for it."""
        if self.chosen and self.owner(name) == self.name:
            return f"templates/{THEMES}{self.name}/{name.removeprefix(CHOSEN)}"
        return "templates/" + name.removeprefix(BUILT_IN).removeprefix(CHOSEN)


def syntax_mistake(error: TemplateSyntaxError, sources: Sources) -> Diagnostic:
    """Return the diagnostic of a template that cannot be read."""
    place = error.filename or error.name or "", error.lineno
    return _diagnostic("template-syntax", error.message or "cannot be read", sources, place)


def missing_template(wanted: str, sources: Sources, place: Place) -> Diagnostic:
    """Return the diagnostic of a reference to a template that is not there."""
    return _diagnostic(
        "template-missing",
        f"there is no template '{wanted}'",
        sources,
        place,
        _did_you_mean(wanted, tuple(sources.texts)),
    )


def mistake(error: Exception, sources: Sources, template: str) -> Diagnostic:
    """Return the diagnostic of an exception that came out of rendering a template."""
    if isinstance(error, TemplateSyntaxError):
        return syntax_mistake(error, sources)
    place = _last_place(error, sources) or (template, 1)
    if isinstance(error, TemplateNotFound):
        return missing_template(str(error.name or error), sources, place)
    if found := _NO_FIELD.search(str(error)):
        view, field = found.groups()
        return _diagnostic(
            "template-error", f"{view} has no field '{field}'", sources, place, _did_you_mean(field, _fields_of(view))
        )
    return _diagnostic("template-error", str(error) or type(error).__name__, sources, place)


def _last_place(error: Exception, sources: Sources) -> Place | None:
    """Return the innermost line of a template in the traceback, which Jinja writes in terms of templates."""
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((place for place in reversed(frames) if place[0] in sources.texts), None)


def _diagnostic(code: str, message: str, sources: Sources, place: Place, hint: str = "") -> Diagnostic:
    name, line = place
    source = sources.line(place)
    owner = sources.owner(name)
    whose = f"this is a file of the {owner} theme" if owner else ""
    return Diagnostic(
        severity=Severity.ERROR,
        code=code,
        path=sources.path(name),
        line=max(line, 1),
        message=message,
        hint="; ".join(filter(None, (hint, whose))),
        source=source,
        width=max(len(source), 1),
    )


def _did_you_mean(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word, known, n=1)
    return f"did you mean '{close[0]}'?" if close else ""


def _fields_of(view: str) -> tuple[str, ...]:
    kind = getattr(page, view, None) or getattr(shown, view, None)
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()
