"""How is a page made? By a template, by the writer of a form for machines, or as the theme has it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sitegen.model.data_pages import CalendarView, DataView, OpmlView, SchemaView
from sitegen.model.diagnostic import Checked
from sitegen.model.feeds import FeedForm, FeedView, MailView
from sitegen.model.machine_pages import AssetView, ShareView
from sitegen.model.page import Page, View
from sitegen.render.assets import published, with_addresses
from sitegen.render.atom import atom
from sitegen.render.calendar import calendar
from sitegen.render.html import by_template
from sitegen.render.json_data import data
from sitegen.render.json_feed import json_feed
from sitegen.render.mail import mail
from sitegen.render.mistakes import missing_template
from sitegen.render.opml import opml
from sitegen.render.rss import rss
from sitegen.render.theme import Theme

_FEEDS: Mapping[FeedForm, Callable[[FeedView], bytes]] = {
    FeedForm.RSS: rss,
    FeedForm.ATOM: atom,
    FeedForm.JSON: json_feed,
}


def _share(view: ShareView) -> bytes:
    from sitegen.render.share import share  # noqa: PLC0415 - Pillow takes 60 ms to come, and many builds draw nothing

    return share(view)


_WRITERS: Mapping[type, Callable[[Any], bytes]] = {
    CalendarView: calendar,
    DataView: data,
    FeedView: lambda view: _FEEDS[view.form](view),
    OpmlView: opml,
    SchemaView: lambda view: view.text.encode("utf-8"),
    ShareView: _share,
}
"""Who writes what no template makes."""


def render(page: Page, theme: Theme) -> Checked[bytes | None]:
    """Return the bytes of a page; without any, what is wrong in the template."""
    written = _written(page.view)
    if written is not None:
        return Checked(value=written)
    made = _asset(page, page.view, theme) if isinstance(page.view, AssetView) else by_template(page, theme)
    if isinstance(page.view, MailView) and page.path.endswith(".html") and made.value:
        made = Checked(value=mail(made.value))
    seen = tuple(replace(d, hint="; ".join(filter(None, (d.hint, f"seen in {page.path}")))) for d in made.diagnostics)
    return Checked(value=made.value, diagnostics=seen)


def _written(view: View) -> bytes | None:
    """Return the bytes of what no template makes; None for all else."""
    writer = _WRITERS.get(type(view))
    return writer(view) if writer else None


def _asset(page: Page, view: AssetView, theme: Theme) -> Checked[bytes | None]:
    text = theme.text(page.template)
    if text is None:
        return Checked(value=None, diagnostics=(missing_template(page.template, theme.sources, (page.template, 1)),))
    return Checked(value=published(page.template, with_addresses(page.template, text, dict(view.assets))))
