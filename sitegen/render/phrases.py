"""How do templates speak? `_`, `ngettext` and the filters that hang on the language; a translation may hold HTML, what is filled in is escaped."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from sitegen.model.shown import ShownSpeaker
from sitegen.words import Words, phrases

UNITS = {
    "articles": phrases("%(num)s article", "%(num)s articles"),
    "events": phrases("%(num)s event", "%(num)s events"),
    "more articles": phrases("%(num)s more article", "%(num)s more articles"),
    "quotations": phrases("%(num)s quotation", "%(num)s quotations"),
    "statements": phrases("%(num)s statement", "%(num)s statements"),
}
"""What templates count."""


def functions(words: Words) -> Mapping[str, Callable[..., Any]]:
    """Return the functions of gettext as Jinja knows them."""

    @pass_eval_context
    def gettext(context: EvalContext, text: str, **more: object) -> str:
        return _form(context, words.form(text)) % more

    @pass_eval_context
    def ngettext(context: EvalContext, singular: str, plural: str, num: int, **more: object) -> str:
        return _form(context, words.counted_form(singular, plural, num)) % {**more, "num": words.number(num)}

    return {"gettext": gettext, "ngettext": ngettext}


def _form(context: EvalContext, form: str) -> str:
    """Return a phrase as the template takes it: HTML, where that is what it makes."""
    return Markup(form) if context.autoescape else form  # noqa: S704 - a catalogue is a file of the theme


def worded(words: Words) -> Mapping[str, Callable[..., Any]]:
    """Return the filters that hang on the language."""
    return {
        "counted": partial(_counted, words),
        "listed": words.listed,
        "number": words.number,
        "role": partial(_role, words),
    }


def _counted(words: Words, count: int, units: str) -> str:
    """Return a count with its unit, given in the plural: "1 article", "1,204 articles"; of what is not in the table in a theme's own word."""
    return words.count(*UNITS[units], count) if units in UNITS else f"{words.number(count)} {units}"


def _role(words: Words, speaker: ShownSpeaker) -> str:
    """Return role and affiliation, the second only where the first does not already name it."""
    apart = speaker.affiliation.casefold() not in speaker.role.casefold()
    return words.series(speaker.role, speaker.affiliation if apart else "")
