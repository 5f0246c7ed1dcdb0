"""What the language tools do with one batch, in whatever process: sources into annotated articles, bodies into annotations.

Imported by worker processes: the heavy imports stay inside the functions.
"""

from dataclasses import dataclass, replace

from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, SourceDocument
from sitegen.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An article with what was found in it."""

    article: Article
    annotations: Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class FromSource:
    """What became of one source."""

    path: str
    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]


def clean_and_annotate(sources: tuple[SourceDocument, ...], made_by: str) -> tuple[FromSource, ...]:
    """Return what became of each source."""
    from sitegen.clean import clean

    cleaned = [clean(source) for source in sources]
    annotated = iter(annotate_all(tuple(a for checked in cleaned for a in checked.value), made_by))
    made = []
    for source, checked in zip(sources, cleaned, strict=True):
        pairs = [next(annotated) for _ in checked.value]
        problems = tuple(d for _, found in pairs for d in found)
        made.append(
            FromSource(
                path=source.path,
                made=tuple(m for m, _ in pairs),
                diagnostics=(*checked.diagnostics, *(replace(d, path=source.path) for d in problems)),
            )
        )
    return tuple(made)


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
