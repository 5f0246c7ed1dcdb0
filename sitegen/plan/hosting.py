"""What the host of the site reads: redirects that it can answer itself, and the headers of its answers; input: the desk, and pages."""

from collections.abc import Iterable

from sitegen.model.machine_pages import HeadersView, RedirectsView, RedirectView
from sitegen.model.page import Page
from sitegen.plan import urls
from sitegen.plan.parts import Desk


def redirects_page(at: Desk, pages: Iterable[Page]) -> Page:
    """Return the list of former addresses that these pages answer at."""
    found = ((p.path.removesuffix("index.html"), p.view.target) for p in pages if isinstance(p.view, RedirectView))
    view = RedirectsView(base_url=at.config.base_url, redirects=tuple(sorted(found)))
    return Page(path=urls.REDIRECTS, template="redirects.txt", view=view)


def headers_page(at: Desk) -> Page:
    """Return the headers of answers: for all, and for files that are found at another address when they change."""
    lasting = tuple(address for name, address in at.chrome.assets if name != address)
    view = HeadersView(base_url=at.config.base_url, lasting=lasting)
    return Page(path=urls.HEADERS, template="headers.txt", view=view)
