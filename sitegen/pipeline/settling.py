"""Where does a new article go: a file of its own, under an id that no other has. Articles as cleaned and annotated in, content files out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.content import codec
from sitegen.model import when
from sitegen.model.article import Entry
from sitegen.model.diagnostic import Diagnostic
from sitegen.pipeline.knowing import Known
from sitegen.pipeline.work import Made
from sitegen.slug import unique
from sitegen.store.batch import write_all_durably

_TITLE_IN_ID = 70
"""Code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Content files, relative to the site: those that are new, those that changed; what was to say."""

    new: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Settler:
    """Gives articles their place in content/, batch by batch; what an earlier batch brought is known to the next."""

    def __init__(self, site: Path, known: Mapping[str, Known], names: Iterable[str]) -> None:
        """Take the content files as they are now: those that could be read, and the names of all."""
        self._site = site
        self._taken = {k.entry.article.id for k in known.values()} | {name.removesuffix(".md") for name in names}

    def settle(self, found: Iterable[Made]) -> Settled:
        """Write the content files of these articles, in the order given."""
        files: dict[str, bytes] = {}
        for made in found:
            identity = unique(_id_words(made), self._taken)
            path = f"content/{identity}.md"
            entry = Entry(article=replace(made.article, id=identity), annotations=made.annotations, path=path)
            files[path] = codec.encode(entry).encode("utf-8")
        write_all_durably(self._site, files)
        return Settled(new=tuple(files))


def _id_words(made: Made) -> str:
    """Return the day, where it is known, and the start of the title."""
    title, value = made.article.title, made.article.published.value
    start = title if len(title) <= _TITLE_IN_ID else title[:_TITLE_IN_ID].rsplit(" ", 1)[0]
    return f"{(value or '')[:10]} {start}" if when.days(value) else start
