"""Which files lie beside a saved page only to be shown in it? Names of seeds in, those names out.

Browsers save `Page.html` with a folder `Page_files` of pictures, scripts, style sheets and frames; the folder's ending is in the
browser's language.
"""

import re
from collections.abc import Collection

_PAGE = re.compile(r"(?P<stem>.+)\.x?html?", re.IGNORECASE)
_COMPANION = re.compile(r"(?P<stem>.+)[ _.-]\w{1,20}")


def companions(names: Collection[str]) -> frozenset[str]:
    """Return the names of files that belong to a saved page."""
    pages = {m["stem"] for name in names if (m := _PAGE.fullmatch(name))}
    return frozenset(name for name in names if _belongs(name, pages))


def _belongs(name: str, pages: Collection[str]) -> bool:
    folder = name
    while at := folder.rfind("/") + 1:
        folder = folder[: at - 1]
        if (m := _COMPANION.fullmatch(folder)) and "/" not in folder[m.end("stem") :] and m["stem"] in pages:
            return True
    return False
