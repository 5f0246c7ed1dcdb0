"""Every field of a view is there for somebody: a template of a theme, or the writer of a form for machines, reads it.

Pages with all their parts are made in both themes while each read of a field is noted; comparing and hashing whole values does not count.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any, get_args

import pytest

from sitegen.model import page, pictures, shown
from sitegen.model.annotations import Manner
from sitegen.model.data import Address, TimelineData
from sitegen.model.data_pages import DataView, FeedOutline, OpmlView, SchemaView
from sitegen.model.machine_pages import ShareView
from sitegen.model.page import Page
from sitegen.model.search_pages import FoundStatement, SearchIndexView, SearchRecord
from sitegen.model.shown import SharePicture
from sitegen.render.renderer import render
from sitegen.render.search_records import documents
from sitegen.render.theme import Theme

from .sample_pages import RICH
from .sample_parts import DAY
from .test_calendar import VIEW as CALENDAR

MODULES = tuple(
    sys.modules[name]
    for name in sorted({shown.__name__, pictures.__name__, *(view.__module__ for view in get_args(page.View))})
)
BASE = "https://digest.example/news/"
OPML = OpmlView(
    title="Digest",
    base_url=BASE,
    language="en",
    feeds=(
        FeedOutline(
            group="Topics", title="Fish", description="Of fish", address="topics/fish/feed.xml", page="topics/fish/"
        ),
    ),
)
PICTURE = SharePicture(address="share.png", words="“It moves.”", who="Ingrid Vasaro", line="Coast Courier")
DATA = DataView(base_url=BASE, schema=Address("api/schema/timeline.json"), document=TimelineData(events=()))
FOR_MACHINES = (
    Page(path="calendar.ics", template="calendar", view=CALENDAR),
    Page(path="opml.xml", template="opml", view=OPML),
    Page(path="share.png", template="share", view=ShareView(site="Digest", picture=PICTURE)),
    Page(path="api/timeline.json", template="data", view=DATA),
    Page(path="api/schema/timeline.json", template="schema", view=SchemaView(text="{}")),
)
INDEX = SearchIndexView(
    language="en",
    program=True,
    records=(
        SearchRecord(
            address="articles/market/",
            title="The market moves",
            language="en",
            date=DAY,
            publishers=("Coast Courier",),
            summary="It moves.",
            body="It moves *soon*.",
            statements=(
                FoundStatement(
                    anchor="quotation-1",
                    manner=Manner.INDIRECT,
                    who="Ingrid Vasaro",
                    slug="ingrid-vasaro",
                    cue="said",
                    pieces=("it would move",),
                ),
            ),
            filters=(("topic", "fish-market Fish market"),),
            day="2024-11-19",
        ),
    ),
)
FOR_OTHERS: Mapping[str, str] = {
    "Asset.mark": "plan/urls.py makes of it the address of the file",
    "Asset.name": "plan/chrome.py and plan/machines.py: by it a template asks for the file's address",
    "SearchIndexView.language": "pipeline/building.py: by it the indexer splits words",
    "SearchIndexView.program": "pipeline/building.py: whether this part of the index has the program that searches",
    "NewsSitemapView.until": "pipeline/publishing.py: the moment at which the site is to be made again, for news are old after two days",
}
"""Fields that nothing reads while a page is made, and for whom they are there."""

_GENERATED = "<string>"
"""The file of the methods that dataclasses write themselves."""


def views(modules: tuple[ModuleType, ...] = MODULES) -> Iterator[type]:
    for module in modules:
        for kind in vars(module).values():
            if (
                is_dataclass(kind)
                and isinstance(kind, type)
                and kind.__module__ == module.__name__
                and kind is not Page
            ):
                yield kind


def watch(patch: pytest.MonkeyPatch, kind: type, read: set[str]) -> None:
    names = {f.name for f in fields(kind)}

    def noting(self: object, name: str) -> Any:
        if name in names and sys._getframe(1).f_code.co_filename != _GENERATED:
            read.add(f"{kind.__name__}.{name}")
        return object.__getattribute__(self, name)

    patch.setattr(kind, "__getattribute__", noting)


def forget() -> None:
    """Let nothing be remembered of pages made before: what is remembered is not read again."""
    for name, module in sys.modules.items():
        for thing in vars(module).values() if name.startswith("sitegen.render.") else ():
            if callable(clear := getattr(thing, "cache_clear", None)):
                clear()


def unread(pages: tuple[Page, ...], themes: tuple[Theme, ...], patch: pytest.MonkeyPatch) -> set[str]:
    """Return the fields that nothing reads while these pages are made."""
    read: set[str] = set()
    kinds = tuple(views())
    forget()
    with patch.context() as watched:
        for kind in kinds:
            watch(watched, kind, read)
        for theme in themes:
            for each in pages:
                assert render(each, theme).value is not None, each.path
        assert documents(INDEX)
    return {f"{kind.__name__}.{f.name}" for kind in kinds for f in fields(kind)} - read


def test_every_field_of_a_view_is_read(texts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = unread((*RICH, *FOR_MACHINES), (Theme(texts, {}), Theme(texts, {}, "dense")), monkeypatch)
    assert found == set(FOR_OTHERS)


def test_a_field_that_nobody_reads_is_found(texts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    silent = {"parts/timelines.html": texts["parts/timelines.html"].replace("event.gap", "event.text")}
    assert "ShownEvent.gap" in unread(RICH, (Theme(texts, silent),), monkeypatch)
