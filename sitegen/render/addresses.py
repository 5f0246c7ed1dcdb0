"""How a page points at another one, at any base path.

An address is relative to the site's root ("articles/x/", "" for the home page); plan makes it. Percent-encoding is done here, once:
what is already encoded stays as it is.
"""

import re
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import quote, urljoin, urlsplit

_SAFE = "/~-._!$'()*+,;=:@?&%"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_WITH_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def encoded(address: str) -> str:
    """Return an address or a URL of ASCII characters that mean the same."""
    path, mark, fragment = _STRAY_PERCENT.sub("%25", address).partition("#")
    return quote(path, safe=_SAFE, errors="replace") + mark + quote(fragment, safe=_SAFE, errors="replace")


def web_url(url: str | None) -> str:
    """Return a URL that a browser opens as a page of the web; empty for anything else, a script above all."""
    url = (url or "").strip()
    if not _WEB.match(url):
        return ""
    host_end = next((at for at in range(url.index("//") + 2, len(url)) if url[at] in "/?#"), len(url))
    return url[:host_end] + encoded(url[host_end:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where the page at hand stands."""

    path: str
    """Of its file, relative to the output folder."""
    base_url: str
    """Absolute, ends with a slash."""
    anywhere: bool = False
    """It answers at any address, so that no link of it can be relative."""

    @property
    def address(self) -> str:
        """Return the page's own address."""
        return self.path.removesuffix("index.html") if f"/{self.path}".endswith("/index.html") else self.path

    def href(self, address: str) -> str:
        """Return a link from here to an address of the site; a URL of the web stays itself."""
        if _WITH_SCHEME.match(address):
            return web_url(address)
        if self.anywhere:
            return encoded(urlsplit(self.base_url).path + address)
        return encoded(self._relative(address))

    def absolute(self, address: str) -> str:
        """Return the whole URL of an address of the site."""
        return web_url(address if _WITH_SCHEME.match(address) else self.base_url + address)

    def in_body(self, url: str) -> str:
        """Return the link to what the body of an article links to."""
        if _WITH_SCHEME.match(url) or url.startswith("#"):
            return url
        return self.href(_site_address(url))

    def _relative(self, address: str) -> str:
        target, mark, fragment = address.partition("#")
        if fragment and target == self.address:
            return mark + fragment
        folders, parts = self.path.split("/")[:-1], target.split("/")
        same = 0
        while same < min(len(folders), len(parts) - 1) and folders[same] == parts[same]:
            same += 1
        rest = "/".join(parts[same:])
        return ("../" * (len(folders) - same) + rest or "./") + mark + fragment


def absolute_in_body(url: str, base_url: str, article: str) -> str:
    """Return the whole URL of what the body of the article at an address links to."""
    if url.startswith("#"):
        return encoded(base_url + article + url)
    if _WITH_SCHEME.match(url):
        return urljoin(base_url, url)
    return encoded(base_url + _site_address(url))


def _site_address(url: str) -> str:
    """Return an address within the site: one that climbs above its root stays at the root."""
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", url, re.DOTALL).groups()  # type: ignore[union-attr] # always matches
    slash = "/" if path.endswith(("/", "/.", "/..")) else ""
    inside = normpath("/" + path).strip("/")
    return (inside + slash if inside else "") + mark + rest
