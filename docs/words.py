#!/usr/bin/env python3
"""Bring the catalogues of interface words up to date with templates and code: docs/words.py, or `make words`.

What is new stands in them without a translation, what was reworded keeps its old one marked as fuzzy, what is no longer said stands at the end as obsolete. A new language is
a file templates/words/<language>.po with nothing in it.
"""

from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
WORDS = ROOT / "templates" / "words"
PLACES = {
    "templates": [("**.html", "jinja2.ext:babel_extract"), ("**.txt", "jinja2.ext:babel_extract")],
    "sitegen/plan": [("**.py", "python")],
    "sitegen/render": [("**.py", "python")],
}
"""Where phrases stand, and how they are found there."""
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "words": None,
    "within": ((1, "c"), 2),
    "count": (1, 2),
    "phrase": None,
    "phrase_within": ((1, "c"), 2),
    "phrases": (1, 2),
}
"""Functions that say or mark a phrase, with which of their arguments do."""
HEAD = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {plurals}\\n"

"""


def said() -> Catalog:
    """Return every phrase of the interface."""
    made = Catalog()
    for place, methods in PLACES.items():
        for _file, _line, phrase, _comments, context in extract_from_dir(
            str(ROOT / place), methods, keywords=KEYWORDS, strip_comment_tags=True
        ):
            made.add(phrase, context=context)
    return made


def updated(path: Path) -> str:
    """Return the text of a catalogue as it should be."""
    language = path.stem
    known = read_po(StringIO(path.read_text("utf-8")), locale=str(Locale.parse(language, sep="-")), abort_invalid=True)
    known.update(said(), update_header_comment=False)
    for key in [key for key, message in known.obsolete.items() if not message.string]:
        del known.obsolete[key]
    body = BytesIO()
    write_po(body, known, no_location=True, omit_header=True, sort_output=True, width=0)
    plurals = f"nplurals={known.num_plurals}; plural={known.plural_expr};"
    return HEAD.format(language=language, plurals=plurals) + body.getvalue().decode("utf-8").strip() + "\n"


def catalogues() -> Iterator[Path]:
    """Yield the catalogues that there are."""
    yield from sorted(WORDS.glob("*.po"))


if __name__ == "__main__":
    for catalogue in catalogues():
        catalogue.write_text(updated(catalogue), "utf-8")
