"""How is a page made fit for mail? HTML with a style element in, the same with its rules beside each element out: most clients drop or ignore style elements.

What only a style element can say (the dark colours) stays in one, for the clients that read it.
"""

import textwrap

import css_inline

_WIDTH = 72
_STUFFED = (" ", ">", "From ")
"""What a line of format=flowed must not begin with, but for a space before it."""
_INLINER = css_inline.CSSInliner(
    keep_at_rules=True, load_remote_stylesheets=False, minify_css=True, remove_inlined_selectors=True
)


def mail(html: bytes) -> bytes:
    """Return the page with its styles beside each element."""
    return _INLINER.inline(html.decode()).encode()


def flowed(words: str) -> str:
    """Return a paragraph as plain mail has it (RFC 3676, format=flowed): lines of at most 72, a space at the end of each that goes on; a long address stays whole."""
    lines = textwrap.wrap(str(words), _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
    return " \n".join(f" {line}" if line.startswith(_STUFFED) else line for line in lines)
