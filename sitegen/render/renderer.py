"""How is a page made? By a template, by the feed writer, or as the theme has it."""

from dataclasses import replace

from sitegen.model.diagnostic import Checked
from sitegen.model.page import AssetView, FeedView, Page
from sitegen.render.html import by_template
from sitegen.render.mistakes import missing_template
from sitegen.render.rss import rss
from sitegen.render.theme import Theme


def render(page: Page, theme: Theme) -> Checked[bytes | None]:
    """Return the bytes of a page; without any, what is wrong in the template."""
    if isinstance(page.view, FeedView):
        return Checked(value=rss(page.view))
    made = _asset(page, theme) if isinstance(page.view, AssetView) else by_template(page, theme)
    seen = tuple(replace(d, hint="; ".join(filter(None, (d.hint, f"seen in {page.path}")))) for d in made.diagnostics)
    return Checked(value=made.value, diagnostics=seen)


def _asset(page: Page, theme: Theme) -> Checked[bytes | None]:
    text = theme.text(page.template)
    if text is None:
        return Checked(value=None, diagnostics=(missing_template(page.template, theme.sources, (page.template, 1)),))
    return Checked(value=text.encode(errors="replace"))
