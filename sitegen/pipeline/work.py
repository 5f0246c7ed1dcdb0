"""What the language tools do with one batch, in whatever process: sources into annotated articles, bodies into annotations.

Imported by worker processes: the heavy imports stay inside the functions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sitegen import fingerprint
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, SourceDocument
from sitegen.model.diagnostic import Checked, Diagnostic

MOST_AT_ONCE = 32
"""Articles of one source that are annotated where it was read; more are shared out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An article with what was found in it."""

    article: Article
    annotations: Annotations
    document: str = ""
    """The source that was read; where that is known by the name of its one article, or by its file's, empty."""

    @property
    def whole(self) -> str:
        """Return the name of the source of which the article is a part, or which it is."""
        return self.document or self.article.seeds[0].partition("#")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A source to be read, or one of its articles."""

    source: SourceDocument
    known: Mapping[str, str] = field(default_factory=dict)
    """Its articles that content/ has: the fingerprint of what each was made of; empty: not to be made again."""
    article: Article | None = None
    """One that was read and is to be annotated; the source has no bytes then."""
    document: str = ""
    """The source that it was read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FromSource:
    """What became of one source."""

    name: str
    articles: Mapping[str, str] = field(default_factory=dict)
    """The fingerprints of all its articles, as cleaned."""
    made: tuple[Made, ...] = ()
    """Those that are new or changed."""
    rest: tuple[Article, ...] = ()
    """In the place of those where they are many: to be annotated, a batch at a time."""
    refused: tuple[Diagnostic, ...] = ()
    """What cleaning said."""
    noted: tuple[Diagnostic, ...] = ()
    """What annotating said."""


def clean_and_annotate(tasks: tuple[Task, ...], made_by: str) -> tuple[FromSource, ...]:
    """Return what became of each source; of one with many articles, these as they were cleaned."""
    cleaned = [_cleaned(task) for task in tasks]
    wanted = [
        tuple(a for a in checked.value if _is_wanted(a, task)) for task, checked in zip(tasks, cleaned, strict=True)
    ]
    now = [articles if len(articles) <= MOST_AT_ONCE else () for articles in wanted]
    annotated = iter(annotate_all(tuple(a for articles in now for a in articles), made_by))
    found = []
    for task, checked, articles, at_once in zip(tasks, cleaned, wanted, now, strict=True):
        pairs = [next(annotated) for _ in at_once]
        found.append(
            FromSource(
                name=task.source.name,
                articles={a.seeds[0]: _mark(a) for a in checked.value},
                made=tuple(replace(m, document=task.document or task.source.name) for m, _ in pairs),
                rest=() if at_once else articles,
                refused=checked.diagnostics,
                noted=tuple(replace(d, path=m.article.seeds[0]) for m, told in pairs for d in told),
            )
        )
    return tuple(found)


def one_by_one(document: str, articles: tuple[Article, ...]) -> tuple[Task, ...]:
    """Return tasks for the articles of a source that was read, of which each stands or falls alone."""
    named = ((a, a.seeds[0].partition("#")) for a in articles)
    sources = ((a, SourceDocument(path=path, part=part, data=b"")) for a, (path, _, part) in named)
    return tuple(Task(source=source, article=a, document=document) for a, source in sources)


def _cleaned(task: Task) -> Checked[tuple[Article, ...]]:
    """Return the articles of a source; of one that takes all memory or nests without end it is told."""
    from sitegen.clean import clean

    if task.article:
        return Checked(value=(task.article,))
    try:
        return clean(task.source)
    except (MemoryError, RecursionError):
        return Checked(value=(), diagnostics=(crashed(task.source),))


def crashed(source: SourceDocument) -> Diagnostic:
    """Return what is said of a source on which its reader broke down."""
    from sitegen.clean.refusal import Refusal

    return Refusal(code="seed-crashed", message="the language tools broke down on this source").at(source.name)


def _is_wanted(article: Article, task: Task) -> bool:
    """Say whether an article is new, or was made of something else."""
    known = task.known.get(article.seeds[0])
    return known is None or (known != "" and known != _mark(article))


def _mark(article: Article) -> str:
    """Return the fingerprint of an article as it was cleaned."""
    return fingerprint.of_value(replace(article, removed=()))


def annotate_all(articles: tuple[Article, ...], made_by: str) -> tuple[tuple[Made, tuple[Diagnostic, ...]], ...]:
    """Return each article, dated if its text says when, with its annotations."""
    from sitegen.annotate.annotator import annotate

    return tuple(
        (
            Made(article=replace(article, published=found.value.published), annotations=found.value.annotations),
            found.diagnostics,
        )
        for article, found in zip(articles, annotate(articles, made_by=made_by), strict=True)
    )
