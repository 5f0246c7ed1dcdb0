"""What is an article called that does not say so? Its first heading, else its file's name."""

import re

from sitegen.content.findings import BREAK
from sitegen.markup import visible_text

_HEADING = re.compile(r" {0,3}#[ \t]+(\S.*)")
_FENCE = re.compile(r" {0,3}(```|~~~)")


def heading(body: str) -> str:
    """Return the visible text of the first `# heading`, empty if there is none."""
    fence = ""
    for line in BREAK.split(body):
        mark = _FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        elif not fence and (found := _HEADING.match(line)):
            return visible_text(found[0])
    return ""


def stem(path: str) -> str:
    """Return the file's name without its folder and its ending."""
    name = path.rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0] or name


def title_from_path(path: str) -> str:
    """Return the words of the file's name."""
    words = re.sub(r"[-_\s]+", " ", stem(path)).strip()
    return words[:1].upper() + words[1:] or path
