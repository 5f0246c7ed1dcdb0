"""Where does an address lead? Words and answers in; addresses of the web, checked, out."""

import httpx

from sitegen.fetch.answer import REDIRECTS, Answer
from sitegen.fetch.failure import FetchError

_LAST_PORT = 65_535


def checked(words: str) -> httpx.URL:
    """Return an address of the web without its fragment."""
    try:
        url = httpx.URL(words).copy_with(fragment=None)
        host = url.host  # decodes names in other scripts, and refuses those that are none
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(code="fetch-address", message=f"is no address of the web: {error}") from error
    if url.scheme not in {"http", "https"} or not host:
        raise FetchError(code="fetch-address", message=f"is no address of the web: {str(url)[:80]}")
    if url.port is not None and not 0 < url.port <= _LAST_PORT:
        raise FetchError(code="fetch-address", message=f"is no address of the web: there is no port {url.port}")
    if url.userinfo:
        raise FetchError(code="fetch-address", message="has a name or password in it, which is not sent")
    return url


def target(at: httpx.URL, answer: Answer) -> httpx.URL | None:
    """Return where a redirect leads; None where the answer is none."""
    if answer.status not in REDIRECTS:
        return None
    place = answer.header("location")
    if not place:
        raise FetchError(code="fetch-redirect", message=f"redirects ({answer.status}) without saying where to")
    try:
        joined = str(at.join(place))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(code="fetch-redirect", message=f"redirects to what is no address: {place[:80]!r}") from error
    try:
        return checked(joined)
    except FetchError as error:
        raise FetchError(code="fetch-redirect", message=f"redirects to what {error.message}") from error
