"""Which publisher and which address a page's evidence comes to, strongest evidence first."""

from urllib.parse import urlsplit

from sitegen.clean.addresses import absolute
from sitegen.clean.json_ld import link_of, named, text
from sitegen.clean.page_fields import PageFields, meta_key

_SITES = tuple(
    map(
        meta_key,
        (
            "og:site_name",
            "application-name",
            "al:android:app_name",
            "twitter:app:name:iphone",
            "publisher",
            "dc.publisher",
        ),
    )
)


def publisher_of(page: PageFields) -> tuple[str, str]:
    """Return the publisher's name and address; an address in the place of the name is no name."""
    said = (*named(page.ld, "publisher")[:1], *(page.meta(name) for name in _SITES))
    return next((name for name in said if name and "://" not in name), ""), link_of(page.ld, "publisher")


def address_of(page: PageFields, url: str | None) -> str | None:
    """Return the canonical address; a home page's is none."""
    for said in (page.canonical, page.meta("og:url"), text(page.ld, "url")):
        found = absolute(said, url)
        if found.startswith("http") and len(urlsplit(found).path) > 1:
            return found
    return absolute(url, None) or None


def is_free(page: PageFields) -> bool:
    """Say whether the page says that everybody may read all of its article."""
    return str(page.ld.get("isAccessibleForFree")).lower() == "true"
