"""Where does an article go: a file of its own, or that of the same article from another source? Articles as annotated in, content files out.

One article after the other, against all that is in content/ and all that came before: so it does not matter where one batch ends.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import fingerprint
from sitegen.clean import versions
from sitegen.clean.duplicates import Wording, is_same
from sitegen.clean.same_address import address_key
from sitegen.clean.versions import Verdict
from sitegen.content import codec, merging
from sitegen.model import when
from sitegen.model.article import Article, Entry
from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.when import How
from sitegen.pipeline import joining
from sitegen.pipeline.catalogue import Catalogue
from sitegen.pipeline.knowing import Known
from sitegen.pipeline.work import Made
from sitegen.slug import unique
from sitegen.store.batch import write_all_durably
from sitegen.store.memo import Memo
from sitegen.store.tree import read_texts

_TITLE_IN_ID = 70
"""Code points."""

_REMEMBERED = 64
"""Files that were compared last: templates meet the same few again and again."""

_RELATED = 0.2
"""Of shingles shared by two articles of one source at one address: less, and they are two stories of one letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Content files, relative to the site: those that are new, those that changed; what was to say."""

    new: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Settler:
    """Gives articles their place in content/, batch by batch; what an earlier batch brought is known to the next."""

    def __init__(self, site: Path, known: Mapping[str, Known], names: Iterable[str], memo: Memo | None = None) -> None:
        """Take the content files as they are now: those that could be read, and the names of all."""
        self._site = site
        self._known = known
        self._memo = memo
        self._taken = {k.entry.article.id for k in known.values()} | {name.removesuffix(".md") for name in names}
        self._catalogue: Catalogue | None = None
        self._waiting: dict[str, str] = {}
        """Texts of this batch that are not written yet."""
        self._changed: set[str] = set()
        """Files that are no longer as they were known."""
        self._mine: dict[str, str] = {}
        """Files that this command made, with fingerprints of them as it left them: no person has worked on these."""
        self._compared: dict[str, tuple[Article | None, Wording]] = {}

    def settle(self, found: Iterable[Made]) -> Settled:
        """Write the content files of these articles, in the order given."""
        problems: list[Diagnostic] = []
        new = [path for made in found if (path := self._place(made, problems))]
        revised = tuple(path for path in self._waiting if path not in self._mine)
        write_all_durably(self._site, {path: text.encode("utf-8") for path, text in self._waiting.items()})
        self._waiting.clear()
        return Settled(new=tuple(new), revised=revised, diagnostics=tuple(problems))

    def _place(self, made: Made, problems: list[Diagnostic]) -> str | None:
        """Give an article its place; return the path of its file where it is a new one."""
        wording = Wording(made.article.title, made.article.text)
        catalogue = self._opened()
        paths = [path for path in catalogue.at_address(made.article.url) if self._is_there(path, made, wording)]
        if paths:
            self._renew(max(paths, key=lambda p: wording.held_by(self._wording(p))), (made, wording), problems)
            return None
        for path in catalogue.like(wording):
            article, other = self._words_of(path)
            if article and is_same(wording, other, versions.days_apart(article, made.article)):
                self._join(path, made)
                return None
        return self._begin(made, wording)

    def _opened(self) -> Catalogue:
        """Return the catalogue, filled when the first article comes: most builds bring none."""
        if self._catalogue is None:
            self._catalogue = Catalogue(((path, k.entry.article) for path, k in self._known.items()), self._memo)
        return self._catalogue

    def _is_there(self, path: str, made: Made, wording: Wording) -> bool:
        """Say whether what is at the article's address is the article, and no other story of the same letter."""
        entry = self._entry(path)
        if entry is None or not any(_is_of(seed, made.whole) for seed in entry.article.seeds):
            return entry is not None
        return self._is_related(path, wording)

    def _is_related(self, path: str, wording: Wording) -> bool:
        """Say whether a text has anything of a file's, or its title."""
        other = self._wording(path)
        shared = max(wording.held_by(other), other.held_by(wording))
        return shared >= _RELATED or wording.title == other.title

    def _begin(self, made: Made, wording: Wording) -> str:
        """Make a new file."""
        identity = unique(_id_words(made), self._taken)
        path = f"content/{identity}.md"
        article = replace(made.article, id=identity)
        text = codec.encode(Entry(article=article, annotations=made.annotations, path=path))
        self._waiting[path] = text
        self._changed.add(path)
        self._mine[path] = fingerprint.of_text(text)
        self._opened().put(path, article, wording)
        return path

    def _join(self, path: str, made: Made) -> None:
        """Put a copy to its article: another source and publisher of it, or its main one where it is better and nobody saw the other."""
        entry, text = self._on_disk(path)
        if entry is None:
            return
        is_mine = self._mine.get(path) == fingerprint.of_text(text)
        if is_mine and versions.rank(made.article) < versions.rank(entry.article):
            self._keep(path, codec.encode(joining.with_main(entry, made.article, made.annotations)))
        else:
            self._keep(path, merging.with_additions(text, joining.copy(entry.article, made.article)))

    def _renew(self, path: str, came: tuple[Made, Wording], problems: list[Diagnostic]) -> None:
        """Put what is at the address of an article to it: nothing new, the whole of a teaser, a newer version."""
        (made, wording), (entry, text) = came, self._on_disk(path)
        if entry is None:
            return
        if address_key(entry.article.url) != address_key(made.article.url):
            self._join(path, made)
            return
        said = self._verdict(entry.article, path, came)
        if said is Verdict.NOTHING_NEW:
            self._keep(path, merging.with_additions(text, joining.seeds(entry.article, made.article)))
            return
        moment = versions.updated(entry.article, made.article)
        additions = joining.seeds(entry.article, made.article)
        if said is Verdict.NEWER and moment:
            additions = replace(additions, corrections=(joining.note(entry.article, made.article, moment),))
        if said is Verdict.FULLER and self._mine.get(path) == fingerprint.of_text(text):
            self._keep(path, codec.encode(joining.whole(entry, made.article, made.annotations)))
            return
        version = joining.version(made.article, made.annotations, moment)
        renewed = merging.with_version(path, text, version, additions)
        if renewed is None:
            problems.append(_stays(entry, made.article))
            renewed = merging.with_additions(text, joining.seeds(entry.article, made.article))
        elif said is Verdict.NEWER and not self._is_related(path, wording):
            problems.append(_reused(entry, made.article))
        self._keep(path, renewed)

    def _verdict(self, old: Article, path: str, came: tuple[Made, Wording]) -> Verdict:
        """Return what a version is to the one in a file; beside a page, an item of a feed or a letter is what leads to it."""
        (made, wording), had = came, self._wording(path)
        is_item = made.article.seeds[0] != made.whole and not _is_gathered(old, made.whole)
        if is_item and len(wording) < len(had):
            return Verdict.NOTHING_NEW
        if made.article.seeds[0] == made.whole and _is_item(old) and len(wording) > len(had):
            return Verdict.FULLER
        return versions.verdict(old, made.article, (had, wording))

    def _keep(self, path: str, text: str | None) -> None:
        """Take a file's new text; None, or the same: it stays."""
        if text is None or text == self._text(path):
            return
        self._waiting[path] = text
        self._changed.add(path)
        self._compared.pop(path, None)
        if path in self._mine:
            self._mine[path] = fingerprint.of_text(text)
        if entry := self._entry(path):
            self._opened().put(path, entry.article, self._wording(path))

    def _entry(self, path: str) -> Entry | None:
        """Return what a file says by now."""
        if path in self._known and path not in self._changed:
            return self._known[path].entry
        text = self._text(path)
        return None if text is None else codec.decode(path, text).value

    def _on_disk(self, path: str) -> tuple[Entry | None, str]:
        """Return what a file that is to be changed says, read anew: somebody may have worked on it since it was known."""
        text = self._text(path)
        return (None, "") if text is None else (codec.decode(path, text).value, text)

    def _text(self, path: str) -> str | None:
        if path in self._waiting:
            return self._waiting[path]
        return read_texts(self._site, [path]).value.get(path)

    def _words_of(self, path: str) -> tuple[Article | None, Wording]:
        """Return a file's article and its wording; of one that is gone, none."""
        if path not in self._compared:
            if len(self._compared) >= _REMEMBERED:
                self._compared.clear()
            entry = self._entry(path)
            article = entry.article if entry else None
            self._compared[path] = article, Wording(article.title, article.text) if article else Wording("", "")
        return self._compared[path]

    def _wording(self, path: str) -> Wording:
        """Return the wording of a file."""
        return self._words_of(path)[1]


def _is_of(seed: str, whole: str) -> bool:
    """Say whether a seed is a source or a part of it."""
    return seed == whole or seed.startswith(f"{whole}#")


def _is_gathered(article: Article, whole: str) -> bool:
    """Say whether all that an article was made of are items of one feed or letter, however often it was fetched."""
    inner = whole.partition("#")[2]
    return all(_is_of(seed, whole) or _is_of(seed.partition("#")[2], inner or "#") for seed in article.seeds)


def _is_item(article: Article) -> bool:
    """Say whether an article was made of one item of a feed or a letter, and of no page: a page mostly says when it was published."""
    inner = {seed.partition("#")[2] for seed in article.seeds}
    return len(inner) == 1 and "" not in inner and article.published.how is not How.PAGE


def _stays(entry: Entry, new: Article) -> Diagnostic:
    return Diagnostic(
        severity=Severity.WARNING,
        code="source-newer",
        path=entry.path,
        line=entry.lines.get("body", 1),
        message=f"there is a newer version of this article in seeds/{next(iter(new.seeds), '')}; it is edited here and stays",
        hint="take over by hand what is new in it",
    )


def _reused(entry: Entry, new: Article) -> Diagnostic:
    return Diagnostic(
        severity=Severity.WARNING,
        code="address-reused",
        path=entry.path,
        line=entry.lines.get("title", 1),
        message=f"seeds/{next(iter(new.seeds), '')} has quite another text at the address of this article; it took its place",
        hint="if these are two articles, give one of them its own url and text by hand",
    )


def _id_words(made: Made) -> str:
    """Return the day, where it is known, and the start of the title."""
    title, value = made.article.title, made.article.published.value
    start = title if len(title) <= _TITLE_IN_ID else title[:_TITLE_IN_ID].rsplit(" ", 1)[0]
    return f"{(value or '')[:10]} {start}" if when.days(value) else start
