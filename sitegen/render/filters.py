"""What templates may do with a value: the filters of the default theme and of every other."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import groupby
from typing import Any

from jinja2 import TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from sitegen import markup
from sitegen.model.shown import ArticleRef, ShownQuotation, ShownSpeaker, SpeakerCount
from sitegen.model.text import Mark
from sitegen.render.addresses import Here, web_url
from sitegen.render.json_ld import json_ld as graph_of
from sitegen.render.mail import flowed

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"})
_BODY_HEADING = re.compile(r"(</?h)([1-6])>")
_HIGHEST_IN_BODY, _LOWEST = 2, 6
_JSON_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_FREE_OF_NAME = (None, None)


def _here(context: Context) -> Here:
    here = context.get("here")
    if not isinstance(here, Here):
        message = "a macro that makes links is imported 'with context'"
        raise TemplateRuntimeError(message)
    return here


@pass_context
def href(context: Context, address: str) -> str:
    """Return a link from the page at hand to an address of the site."""
    return _here(context).href(address)


@pass_context
def absolute(context: Context, address: str) -> str:
    """Return the whole URL of an address of the site."""
    return _here(context).absolute(address)


@pass_context
def asset(context: Context, name: str) -> str:
    """Return a link from the page at hand to a file of the theme that is copied."""
    addresses = dict(context["view"].chrome.assets)
    if name in addresses:
        return _here(context).href(addresses[name])
    close = get_close_matches(name, addresses, 1)
    message = f"the theme has no file '{name}' to copy" + (f"; did you mean '{close[0]}'?" if close else "")
    raise TemplateRuntimeError(message)


@pass_context
def markdown(context: Context, text: str, marks: tuple[Mark, ...] = ()) -> Markup:
    """Return Markdown as HTML with its marks, headings from h2 on."""
    return Markup(_html(text, marks, _here(context)))  # noqa: S704 - to_html escapes all that is text


@lru_cache(maxsize=64)
def _html(text: str, marks: tuple[Mark, ...], here: Here) -> str:
    return _headings_below_title(markup.to_html(text, marks, here.in_body))


def _headings_below_title(html: str) -> str:
    """Shift the headings so that the highest is h2: a page has one h1, and it is not in the body."""
    levels = [int(m[2]) for m in _BODY_HEADING.finditer(html)]
    shift = _HIGHEST_IN_BODY - min(levels, default=_HIGHEST_IN_BODY)
    return _BODY_HEADING.sub(lambda m: f"{m[1]}{min(int(m[2]) + shift, _LOWEST)}>", html) if shift else html


@pass_context
def json_ld(context: Context, view: object) -> str:
    """Return what a page says of itself in the vocabulary of schema.org, as JSON; empty for a page that is no content."""
    return graph_of(view, _here(context))


def json_script(text: str) -> Markup:
    """Return JSON text that is safe within a script element."""
    return Markup(text.translate(_JSON_ESCAPES))  # noqa: S704 - nothing of it can end the element


def direction(language: str) -> str:
    """Return the writing direction of a language tag."""
    parts = language.lower().replace("_", "-").split("-")
    return "rtl" if (parts[0] in _RIGHT_TO_LEFT and "latn" not in parts) or "arab" in parts else "ltr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one speaker said on a page."""

    speaker: ShownSpeaker | None
    """None: all that nobody is established for."""
    quotations: tuple[ShownQuotation, ...]


def by_speaker(quotations: tuple[ShownQuotation, ...], speakers: tuple[SpeakerCount, ...] = ()) -> tuple[Voice, ...]:
    """Return quotations by speaker: in the order of the speakers, then as they appear; the unattributed last."""
    voices: dict[tuple[str | None, str | None], list[ShownQuotation]] = {_name(s.speaker): [] for s in speakers}
    for quotation in quotations:
        voices.setdefault(_name(quotation.speaker), []).append(quotation)
    voices[_FREE_OF_NAME] = voices.pop(_FREE_OF_NAME, [])
    return tuple(Voice(speaker=said[0].speaker, quotations=tuple(said)) for said in voices.values() if said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says that one speaker said."""

    article: ArticleRef
    speaker: ShownSpeaker | None
    quotations: tuple[ShownQuotation, ...]


def by_article(quotations: tuple[ShownQuotation, ...]) -> tuple[Report, ...]:
    """Return quotations that follow each other in one article, and in one role, together; their order stays."""
    runs = groupby(quotations, key=lambda q: (q.article, q.speaker))
    return tuple(Report(article=article, speaker=who, quotations=tuple(said)) for (article, who), said in runs)


def _name(speaker: ShownSpeaker | None) -> tuple[str | None, str | None]:
    return (speaker.name, speaker.address) if speaker else _FREE_OF_NAME


FILTERS: Mapping[str, Callable[..., Any]] = {
    "absolute": absolute,
    "asset": asset,
    "by_article": by_article,
    "by_speaker": by_speaker,
    "direction": direction,
    "flowed": flowed,
    "href": href,
    "json_ld": json_ld,
    "json_script": json_script,
    "markdown": markdown,
    "web_url": web_url,
}
