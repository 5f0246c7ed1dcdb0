"""What does another source bring to an article that is there? Two articles in, what the first one's file does not say yet out."""

from dataclasses import replace

from sitegen.clean.same_address import host_name
from sitegen.content.merging import Additions, Version
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, Correction, Entry, Publisher
from sitegen.model.when import When


def seeds(old: Article, new: Article) -> Additions:
    """Return the sources that are not named yet."""
    return Additions(seeds=tuple(seed for seed in new.seeds if seed not in old.seeds))


def copy(old: Article, new: Article) -> Additions:
    """Return what a copy elsewhere adds: its sources and its publisher."""
    return replace(seeds(old, new), publishers=_others(old, _as_other(new)))


def with_main(entry: Entry, main: Article, annotations: Annotations) -> Entry:
    """Return the entry with another copy as its main one; what was the main one becomes a further source."""
    old = entry.article
    publishers = (*main.publishers, *_others(main, _as_other(old)))
    named = (*main.seeds, *(seed for seed in old.seeds if seed not in main.seeds))
    return replace(
        entry,
        article=replace(main, id=old.id, seeds=named, publishers=publishers),
        annotations=annotations,
    )


def whole(entry: Entry, page: Article, annotations: Annotations) -> Entry:
    """Return the entry with the page that its teaser led to; what the page does not say stays as the teaser had it."""
    old = entry.article
    return replace(
        entry,
        article=replace(
            page,
            id=old.id,
            seeds=(*old.seeds, *(seed for seed in page.seeds if seed not in old.seeds)),
            byline=page.byline or old.byline,
            publishers=page.publishers or old.publishers,
            published=page.published if page.published.value else old.published,
        ),
        annotations=annotations,
    )


def version(new: Article, annotations: Annotations, moment: When | None) -> Version:
    """Return what a newer version brings."""
    return Version(
        title=new.title,
        byline=new.byline,
        published=new.published,
        body=new.body,
        annotations=annotations,
        updated=moment.value if moment else None,
    )


def note(old: Article, new: Article, moment: When) -> Correction:
    """Return what readers are told of a change that the publisher made."""
    before, after = (frozenset(filter(None, a.body.split("\n\n"))) for a in (old, new))
    added, gone = len(after - before), len(before - after)
    told = [
        f"{_counted(added)} new or changed" if added else "",
        f"{_counted(gone)} replaced or removed" if gone else "",
    ]
    if old.title != new.title:
        told.append(f"the title was “{old.title}”")
    return Correction(
        date=(moment.value or "")[:10], text=f"Updated by its publisher: {', '.join(filter(None, told))}."
    )


def _counted(paragraphs: int) -> str:
    return "1 paragraph" if paragraphs == 1 else f"{paragraphs} paragraphs"


def _as_main(article: Article) -> tuple[Publisher, ...]:
    """Return the publishers as the main ones; where none is named, the site, so that the next is not taken for it."""
    name = host_name(article.url or "")
    return article.publishers or ((Publisher(name=name),) if name else ())


def _as_other(article: Article) -> tuple[Publisher, ...]:
    """Return the publishers as further ones, the first with the address of the article there."""
    main = _as_main(article)
    return (*(Publisher(name=p.name, url=article.url or p.url) for p in main[:1]), *main[1:])


def _others(main: Article, publishers: tuple[Publisher, ...]) -> tuple[Publisher, ...]:
    """Return those that the main article does not name yet, before them the main one's own where it names none."""
    own = _as_main(main)
    known = {p.name.casefold() for p in own}
    new = []
    for publisher in publishers:
        if publisher.name.casefold() not in known:
            known.add(publisher.name.casefold())
            new.append(publisher)
    unnamed = own if new and not main.publishers else ()
    return (*unnamed, *new)
