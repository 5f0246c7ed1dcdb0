"""How is a page made? By a template, by the writer of a form for machines, or as the theme has it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sitegen.model.data_pages import CalendarView, DataView, OpmlView, SchemaView
from sitegen.model.diagnostic import Checked
from sitegen.model.feeds import FeedForm, FeedView, MailView
from sitegen.model.machine_pages import AssetView
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
    match view:
        case FeedView():
            return _FEEDS[view.form](view)
        case CalendarView():
            return calendar(view)
        case DataView():
            return data(view)
        case OpmlView():
            return opml(view)
        case SchemaView():
            return view.text.encode("utf-8")
        case _:
            return None


def _asset(page: Page, view: AssetView, theme: Theme) -> Checked[bytes | None]:
    text = theme.text(page.template)
    if text is None:
        return Checked(value=None, diagnostics=(missing_template(page.template, theme.sources, (page.template, 1)),))
    return Checked(value=published(page.template, with_addresses(page.template, text, dict(view.assets))))
