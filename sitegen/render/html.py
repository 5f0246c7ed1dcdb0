"""How a page is made by its template: HTML, the sitemap, robots.txt."""

from jinja2 import TemplateError

from sitegen.model.diagnostic import Checked
from sitegen.model.machine_pages import HeadersView, NotFoundView, RedirectsView
from sitegen.model.page import Page, View
from sitegen.render.addresses import Here
from sitegen.render.characters import fit
from sitegen.render.mistakes import mistake
from sitegen.render.theme import Theme

_MISTAKES = (TemplateError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What an expression of a template can raise."""
_ANYWHERE = (NotFoundView, HeadersView, RedirectsView)
"""Whose links are of use at any address."""


def by_template(page: Page, theme: Theme) -> Checked[bytes | None]:
    """Return the page as its template makes it."""
    here = Here(path=page.path, base_url=_base_url(page.view), anywhere=isinstance(page.view, _ANYWHERE))
    try:
        text = theme.template(page.template).render(view=page.view, here=here)
    except _MISTAKES as error:
        return Checked(value=None, diagnostics=(mistake(error, theme.sources, page.template),))
    return Checked(value=fit(text).encode())


def _base_url(view: View) -> str:
    of_site = getattr(view, "chrome", view)
    return str(getattr(of_site, "base_url", "/"))
