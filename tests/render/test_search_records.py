"""What the indexer is told of an article: its words in their order, and where each piece begins."""

from dataclasses import replace

from sitegen.indexer import index
from sitegen.model.annotations import Manner
from sitegen.model.search_pages import FoundStatement, SearchIndexView, SearchRecord
from sitegen.render.search_records import documents
from tests.indexed import pieces, records

from .sample_parts import DAY

DIRECT = FoundStatement(
    anchor="quotation-1",
    manner=Manner.DIRECT,
    who="Ingrid Vasaro, Mayor",
    slug="ingrid-vasaro",
    cue="",
    pieces=("“We will move”", "“not pay”"),
)
INDIRECT = replace(DIRECT, anchor="quotation-2", manner=Manner.INDIRECT, cue="dismissed", pieces=("the <idea> & all",))
UNKNOWN = replace(DIRECT, anchor="quotation-3", who="", slug="", pieces=("“Nobody knows”",))
RECORD = SearchRecord(
    address="articles/märkt/",
    title="Fish & <b>chips</b>",
    language="de",
    date=DAY,
    publishers=("Coast Courier",),
    summary="In short.",
    body="A *first* paragraph.\n\n## Heading\n\n<script>alert(1)</script>",
    statements=(DIRECT, INDIRECT, UNKNOWN),
    filters=(("speaker", 'ingrid-vasaro "Ingrid" <Vasaro>'),),
    day="2024-11-19",
)


def indexed(*made: SearchRecord) -> dict[str, dict]:
    view = SearchIndexView(language="en", program=False, records=made)
    return records(index(documents(view), view.language, program=view.program).value)


def test_every_piece_is_found_where_its_id_says() -> None:
    (record,) = indexed(RECORD).values()
    assert pieces(record) == [
        (
            "text|de|2024-11-19",
            "In short. A first paragraph. Heading. <script>alert(1)</script>",
        ),
        ("who", "Ingrid Vasaro, Mayor."),
        ("said|quotation-1|direct|ingrid-vasaro", "“We will move” … “not pay”"),
        ("who", "Ingrid Vasaro, Mayor."),
        ("said|quotation-2|indirect|ingrid-vasaro", "dismissed: the <idea> & all."),
        ("who", ""),
        ("said|quotation-3|direct|", "“Nobody knows”"),
    ]


def test_what_stands_beside_the_words() -> None:
    found = indexed(RECORD)
    assert list(found) == ["/articles/märkt/"]
    record = found["/articles/märkt/"]
    assert record["meta"] == {"title": "Fish & <b>chips</b>", "date": "19 November 2024", "publishers": "Coast Courier"}
    assert record["filters"] == {"speaker": ['ingrid-vasaro "Ingrid" <Vasaro>']}


def test_an_article_of_which_only_the_title_is_known() -> None:
    bare = replace(RECORD, summary="", body="", statements=(), filters=(), publishers=(), day="")
    (record,) = indexed(bare).values()
    assert record["content"] == "Fish & <b>chips</b>"
