"""The same article twice: copies of others, newer versions, and what is none of these."""

from contextlib import closing
from pathlib import Path

import pytest

from sitegen.content.codec import decode
from sitegen.model.article import Publisher
from sitegen.model.when import How, When
from sitegen.pipeline.knowing import decode as decode_all
from sitegen.pipeline.settling import Settler
from sitegen.store.memo import Memo
from tests.pipeline.settled import BRIDGE, EXTRA, FERRY, WEATHER, made, seeds, settle, settler, texts

NEWS = Publisher(name="Coastal News", url="https://coastal.example/")
URL = "https://post.example/2025/bridge"
COPY_URL = "https://coastal.example/world/8891"


def only(root: Path) -> str:
    (text,) = texts(root).values()
    return text


@pytest.mark.parametrize(
    "words",
    [
        BRIDGE,
        BRIDGE[:3],
        (*BRIDGE[:2], EXTRA, *BRIDGE[2:]),
        ("BROOK HILL, March 13 (Coastal News) - " + BRIDGE[0], *BRIDGE[1:], "Follow us for more from the coast."),
        [p.replace("said", "stated").replace("told the hall", "said in the hall") for p in BRIDGE],
    ],
    ids=["exact", "shortened", "a paragraph more", "furniture", "edited"],
)
@pytest.mark.parametrize("runs", [1, 2])
def test_a_copy_adds_its_publisher_and_its_source(tmp_path: Path, words, runs: int) -> None:
    first = made(BRIDGE, "a.html", url=URL)
    copy = made(
        words, "b.html", url=COPY_URL, publishers=(NEWS,), title="Bridge gets green light", published="2025-03-13"
    )
    if runs == 1:
        settle(tmp_path, first, copy)
    else:
        settle(tmp_path, first)
        before = only(tmp_path)
        assert settle(tmp_path, copy).revised == tuple(texts(tmp_path))
        assert only(tmp_path) == before.replace("[a.html]", "[a.html, b.html]").replace(
            "{name: The Ellery Post}]",
            f'{{name: The Ellery Post}}, {{name: Coastal News, url: "{COPY_URL}"}}]',
        )
    assert seeds(tmp_path) == [["a.html", "b.html"]]
    entry = decode("x", only(tmp_path)).value
    assert [p.name for p in entry.article.publishers] == ["The Ellery Post", "Coastal News"]
    assert (entry.article.title, entry.annotations.summary) == ("Council approves harbour bridge", "From a.html.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIDGE, FERRY),
        (
            WEATHER.format(sky="cloudy", high=12, wind=30, side="west", low=4, wave=2, hour=6),
            WEATHER.format(sky="sunny", high=19, wind=12, side="east", low=9, wave=1, hour=7),
        ),
        (
            BRIDGE,
            (
                "The regional court in Brook Hill stopped the harbour bridge on Friday until it has heard its opponents.",
                "Judge Mara Lind said the council had not weighed what the bridge means for the birds of Gull Island.",
                "The council has until 4 April to answer, and Deputy Mayor Tom Farrow said it would.",
                BRIDGE[3],
            ),
        ),
        (
            BRIDGE,
            (
                "Port Ellery will get its bridge: after a long evening the councillors voted 14 to 9 for the project.",
                "Thornbury called it a good day. The ferry company fears for jobs, and a citizens' group around Jonas Reed wants to sue.",
                "The county is to pay a part of the costs; how large it will be is open.",
            ),
        ),
        ("Rain until noon, then sun.", "Rain until noon, then sun."),
    ],
    ids=[
        "another article",
        "filled in anew",
        "a follow-up",
        "another report of the same event",
        "a brief of another title",
    ],
)
def test_what_is_no_copy_has_its_own_file(tmp_path: Path, one, other) -> None:
    settle(tmp_path, made(one, "a.html"), made(other, "b.html", title="Quite another headline"))
    assert sorted(seeds(tmp_path)) == [["a.html"], ["b.html"]]


def test_the_main_copy_is_the_first_published_then_the_longest_then_the_first_by_name(tmp_path: Path) -> None:
    copies = [
        made(BRIDGE[:4], "a.html", title="A", published="2025-03-13"),
        made(BRIDGE, "c.html", title="C", published="2025-03-12", publishers=(NEWS,), url=COPY_URL),
        made(BRIDGE, "b.html", title="B", published="2025-03-12"),
        made(BRIDGE[:4], "d.html", title="D", published="2025-03-12"),
    ]
    settle(tmp_path, *copies)
    entry = decode("x", only(tmp_path)).value
    assert (entry.article.title, entry.article.seeds[0], entry.annotations.summary) == ("B", "b.html", "From b.html.")
    assert set(entry.article.seeds) == {"a.html", "b.html", "c.html", "d.html"}
    assert [p.name for p in entry.article.publishers] == ["The Ellery Post", "Coastal News"]


def test_a_copy_that_is_there_stays_the_main_one(tmp_path: Path) -> None:
    settle(tmp_path, made(BRIDGE[:4], "a.html", title="A", published="2025-03-13"))
    settle(tmp_path, made(BRIDGE, "b.html", title="B", published="2025-03-12"))
    assert decode("x", only(tmp_path)).value.article.title == "A"


def test_an_editors_file_keeps_every_byte(tmp_path: Path) -> None:
    settle(tmp_path, made(BRIDGE, "a.html"))
    (path,) = (tmp_path / "content").glob("*.md")
    edited = (
        only(tmp_path)
        .replace("seeds: [a.html]\n", "# where from\nseeds:\n- a.html  # the original\n\n")
        .replace("publishers: [{name: The Ellery Post}]", "publishers: []  # ask them")
        .replace("\nWork is", "\nIndeed work is")
    )
    path.write_bytes(b"\xef\xbb\xbf" + edited.replace("\n", "\r\n").encode())
    settle(tmp_path, made(BRIDGE[:4], "b.html", publishers=(NEWS,)))
    assert path.read_bytes().decode("utf-8-sig") == edited.replace(
        "- a.html  # the original\n", "- a.html  # the original\n- b.html\n"
    ).replace("publishers: []", 'publishers: [{name: Coastal News, url: "https://coastal.example/"}]').replace(
        "\n", "\r\n"
    )


def test_a_newer_version_replaces_what_nobody_edited(tmp_path: Path) -> None:
    settle(tmp_path, made(BRIDGE, "a.html", url=URL))
    new = made(
        (BRIDGE[0].replace("six", "seven"), *BRIDGE[1:4], EXTRA),
        "b.html",
        url="http://www.post.example/2025/bridge/?utm_source=feed#top",
        title="Council approves bridge at last",
        updated=When(value="2025-03-14T09:30:00+01:00", how=How.PAGE),
    )
    settled = settle(tmp_path, new)
    assert (settled.new, settled.revised) == ((), tuple(texts(tmp_path)))
    text = only(tmp_path)
    entry = decode("x", text).value
    assert entry.article.body == new.article.body
    assert entry.article.title == "Council approves bridge at last"
    assert entry.article.updated.value == "2025-03-14T09:30:00+01:00"
    assert entry.article.published.value == "2025-03-12"
    assert entry.article.url == URL
    assert entry.annotations.summary == "From b.html."
    (note,) = entry.corrections
    assert note.date == "2025-03-14"
    assert (
        note.text
        == "Updated by its publisher: 2 paragraphs new or changed, 2 paragraphs replaced or removed, the title was “Council approves harbour bridge”."
    )
    assert settle(tmp_path, made(BRIDGE, "a.html", url=URL), new).revised == ()
    assert only(tmp_path) == text


def test_without_a_date_of_the_change_none_is_made_up(tmp_path: Path) -> None:
    settle(tmp_path, made(BRIDGE, "a.html", url=URL))
    settle(tmp_path, made((*BRIDGE[2:], EXTRA), "b.html", url=URL))
    entry = decode("x", only(tmp_path)).value
    assert EXTRA in entry.article.body
    assert entry.article.updated.value is None
    assert entry.corrections == ()


def test_another_text_at_the_same_address_takes_the_place_and_a_warning_says_so(tmp_path: Path) -> None:
    settle(tmp_path, made(BRIDGE, "a.html", url=URL))
    (found,) = settle(tmp_path, made(FERRY, "b.html", url=URL, title="Electric boats")).diagnostics
    assert (found.code, "seeds/b.html" in found.message) == ("address-reused", True)
    assert seeds(tmp_path) == [["a.html", "b.html"]]
    assert "220 passengers" in only(tmp_path)


def test_an_older_version_is_noted_as_a_source_only(tmp_path: Path) -> None:
    later = When(value="2025-03-14", how=How.PAGE)
    settle(tmp_path, made(BRIDGE, "b.html", url=URL, updated=later))
    before = only(tmp_path)
    settle(tmp_path, made((*BRIDGE[1:3], EXTRA), "a.html", url=URL))
    assert only(tmp_path) == before.replace("[b.html]", "[b.html, a.html]")


@pytest.mark.parametrize("whole", ["body", "quotations"])
def test_an_edited_article_stays_and_a_warning_says_where_the_newer_version_is(tmp_path: Path, whole: str) -> None:
    settle(tmp_path, made(BRIDGE, "a.html", url=URL))
    (path,) = (tmp_path / "content").glob("*.md")
    edited = path.read_text()
    if whole == "body":
        edited = edited.replace("Work is to begin", "Work begins")
    else:
        quoted = "  - {speaker: null, manner: indirect, confidence: 1.0, text: would not wait for the next flood}\n"
        edited = edited.replace("quotations: []\n", f"quotations:\n{quoted}")
    path.write_text(edited)
    settled = settle(
        tmp_path, made((BRIDGE[0], *BRIDGE[2:], EXTRA), "b.html", url=URL, updated=When(value="2025-03-15"))
    )
    (found,) = settled.diagnostics
    assert (found.code, found.severity, found.path) == ("source-newer", "warning", f"content/{path.name}")
    assert "seeds/b.html" in found.message
    assert path.read_text() == edited.replace("[a.html]", "[a.html, b.html]")


def test_an_edited_title_stays_when_the_text_is_replaced(tmp_path: Path) -> None:
    settle(tmp_path, made(BRIDGE, "a.html", url=URL))
    (path,) = (tmp_path / "content").glob("*.md")
    path.write_text(
        path.read_text().replace("title: Council approves harbour bridge", "title: Yes to the bridge  # ours")
    )
    settle(tmp_path, made((*BRIDGE[:4], EXTRA), "b.html", url=URL, title="At last", updated=When(value="2025-03-15")))
    assert "title: Yes to the bridge  # ours\n" in only(tmp_path)
    assert EXTRA in only(tmp_path)


@pytest.mark.parametrize(
    "teaser", ["The council of Port Ellery approved the new harbour bridge on Tuesday …", "A bridge, at last."]
)
@pytest.mark.parametrize("runs", [1, 2])
@pytest.mark.parametrize("first", ["teaser", "page"])
def test_the_whole_page_wins_over_the_teaser_of_a_feed(tmp_path: Path, teaser: str, runs: int, first: str) -> None:
    item = made(teaser, "feed.xml#1", url=URL, published=None)
    page = made(BRIDGE, "page.html", url=URL, byline=("Li Wei",))
    order = (item, page) if first == "teaser" else (page, item)
    settled = [settle(tmp_path, *order)] if runs == 1 else [settle(tmp_path, one) for one in order]
    assert all(s.diagnostics == () for s in settled)
    entry = decode("x", only(tmp_path)).value
    assert entry.article.body == page.article.body
    assert entry.article.byline == ("Li Wei",)
    assert entry.article.published.value == "2025-03-12"
    assert entry.corrections == ()
    assert seeds(tmp_path) == [["feed.xml#1", "page.html"]]


def test_stories_of_one_letter_may_share_its_address(tmp_path: Path) -> None:
    stories = [made(BRIDGE, "letter.eml#1", url=URL), made(FERRY, "letter.eml#2", url=URL, title="Electric boats")]
    settle(tmp_path, *stories)
    before = texts(tmp_path)
    assert sorted(seeds(tmp_path)) == [["letter.eml#1"], ["letter.eml#2"]]
    assert settle(tmp_path, *reversed(stories)).revised == ()
    assert texts(tmp_path) == before


def test_a_home_page_is_no_address_of_an_article(tmp_path: Path) -> None:
    settle(
        tmp_path, made(BRIDGE, "a.html", url="https://post.example/"), made(FERRY, "b.html", url="https://post.example")
    )
    assert len(texts(tmp_path)) == 2


def test_what_an_editor_does_while_the_command_runs_is_not_overwritten(tmp_path: Path) -> None:
    at_work = settler(tmp_path)
    at_work.settle([made(BRIDGE[:4], "a.html", published="2025-03-13")])
    (path,) = (tmp_path / "content").glob("*.md")
    path.write_text(path.read_text().replace("Work is to begin", "Work begins"))
    at_work.settle([made(BRIDGE, "b.html", published="2025-03-12")])
    assert "Work begins" in only(tmp_path)
    assert seeds(tmp_path) == [["a.html", "b.html"]]


def test_what_is_remembered_of_the_files_that_are_there_changes_nothing(tmp_path: Path) -> None:
    settle(tmp_path, made(BRIDGE, "a.html"), made(FERRY, "b.html", title="Electric boats"))
    known = decode_all(tmp_path, texts(tmp_path), "test").value
    for seed in ("c.html", "d.html"):
        with closing(Memo(tmp_path)) as memo:
            Settler(tmp_path, known, (), memo).settle([made(BRIDGE[:4], seed, publishers=(NEWS,))])
    assert sorted(seeds(tmp_path)) == [["a.html", "c.html", "d.html"], ["b.html"]]
    assert "".join(texts(tmp_path).values()).count("Coastal News") == 1
