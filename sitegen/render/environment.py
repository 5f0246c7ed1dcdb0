"""How templates are read: Jinja without anything that a page's view does not determine."""

from collections.abc import Mapping

from jinja2 import Environment, FunctionLoader, StrictUndefined

from sitegen.render.filters import FILTERS
from sitegen.render.phrases import functions, worded
from sitegen.words import Words


def environment(texts: Mapping[str, str], words: Words) -> Environment:
    """Return an environment over the texts of templates, each one's file name its name, that speaks these words."""
    made = Environment(
        loader=FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=("jinja2.ext.i18n",),
    )
    made.newstyle_gettext = True  # type: ignore[attr-defined] # an extension's own
    made.globals.update(functions(words))
    made.filters.update({**FILTERS, **worded(words)})
    del made.filters["random"], made.globals["lipsum"]  # the same input, the same bytes
    return made
