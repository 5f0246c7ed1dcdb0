"""The pages of the digest as data: a document for each article, speaker, topic and story, the timeline, an index, and their schemas."""

from collections.abc import Iterable

from sitegen.model.data import Address, Document
from sitegen.model.data_pages import DataView, SchemaView
from sitegen.model.page import Page
from sitegen.plan import urls
from sitegen.plan.data import (
    article_data,
    index_data,
    speaker_data,
    story_data,
    timeline_data,
    topic_data,
)
from sitegen.plan.facts import Facts, page_of
from sitegen.plan.feeds import Bodies
from sitegen.plan.parts import Desk
from sitegen.plan.schemas import KINDS, schema_text

_NAMES = {document: kind for kind, document in KINDS.items()}


def api_pages(at: Desk, bodies: Bodies) -> Iterable[Page]:
    """Yield every document, and the schemas."""
    facts, site = Facts(at), at.site
    yield _page(at, urls.HOME, index_data(facts))
    yield _page(at, urls.TIMELINE, timeline_data(facts))
    for article, entry in bodies.items():
        yield _page(at, urls.article(article), article_data(facts, entry), (entry.path,))
    for person in site.people:
        yield _page(at, page_of(person), speaker_data(facts, person))
    for topic in site.topics:
        yield _page(at, page_of(topic), topic_data(facts, topic))
    for story in site.stories:
        yield _page(at, page_of(story), story_data(facts, story))
    for kind in KINDS:
        yield Page(path=urls.schema(kind), template="schema", view=SchemaView(text=schema_text(kind)))


def data_view(at: Desk, document: Document) -> DataView:
    """Return a document as it is written."""
    schema = Address(urls.schema(_NAMES[type(document)]))
    return DataView(base_url=at.config.base_url, schema=schema, document=document)


def _page(at: Desk, page: str, document: Document, sources: tuple[str, ...] = ()) -> Page:
    return Page(path=urls.data(page), template="data", view=data_view(at, document), sources=sources)
