"""The same article or not, by its words; which addresses are one; which version counts."""

import time

import pytest

from sitegen.clean.candidates import Candidates
from sitegen.clean.duplicates import Wording, is_same
from sitegen.clean.same_address import address_key, host_name
from sitegen.clean.versions import Verdict, days_apart, rank, updated, verdict
from sitegen.model.when import How, When
from tests.pipeline.settled import BRIDGE, EXTRA, FERRY, made


def wording(*paragraphs: str, title: str = "Council approves harbour bridge") -> Wording:
    return Wording(title, "\n".join(paragraphs))


WHOLE = wording(*BRIDGE)
TABLE = "Dealers in Brook Hill asked {} crowns for a tonne of oats, {} for barley and {} for rye at the close on {}, the exchange said. Sales came to {} tonnes. The exchange publishes its prices every week and bases them on what twelve dealers of the region report to it by noon."
AWARD = "The {} Trust in {} gave its yearly award for the restoration of old houses to {} on Friday. The prize of 5,000 crowns goes each year to a family that has saved a house from decay by its own work. A jury of five visits the houses in spring. The award was founded after the flood, and its winners are entered in a book at the town hall."


@pytest.mark.parametrize(
    "copy",
    [
        wording(*BRIDGE, title="Yes to the bridge"),
        wording(*BRIDGE[:3]),
        wording(BRIDGE[0], BRIDGE[2], BRIDGE[4]),
        wording(*BRIDGE[:4], EXTRA, BRIDGE[4]),
        wording("By Li Wei", "BROOK HILL, 13 March (NWA) – " + BRIDGE[0], *BRIDGE[1:], "© NWA. All rights reserved."),
        wording(*(p.replace("said", "stated").replace("which", "that") for p in BRIDGE)),
        wording(*(p.upper() for p in BRIDGE)),
    ],
    ids=["retitled", "shortened", "thinned out", "a paragraph more", "furniture", "edited", "in capitals"],
)
def test_a_copy_is_found_and_confirmed(copy: Wording) -> None:
    candidates = Candidates()
    candidates.add(0, WHOLE.signature)
    candidates.add(1, wording(*FERRY).signature)
    assert candidates.near(copy.signature) == (0,)
    assert is_same(WHOLE, copy)
    assert is_same(copy, WHOLE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WHOLE, wording(*FERRY)),
        (
            wording(TABLE.format(212, 187, 165, "3 March", "4,100")),
            wording(TABLE.format(215, 182, 171, "10 March", "3,900")),
        ),
        (
            wording(AWARD.format("Ellery", "Port Ellery", "Nora and Paul Finch"), title="Finches win"),
            wording(AWARD.format("Ellery", "Brook Hill", "Karim and Lena Osei"), title="Oseis win"),
        ),
        (
            wording(*BRIDGE[:3]),
            wording(
                "Prosecutors searched the offices of the builder that is to raise the harbour bridge, a spokeswoman said on Monday, two weeks after the vote.",
                "They suspect that the firm, Oakham and Sons, paid for a journey of two councillors. The firm denies it and says that it paid for no more than a lunch.",
                BRIDGE[2],
            ),
        ),
        (wording("Rain until noon.", title="Tuesday"), wording("Rain until noon.", title="Wednesday")),
        (wording(""), wording("")),
    ],
    ids=["another", "a table with other numbers", "other names", "a follow-up", "a brief", "nothing"],
)
def test_what_is_alike_but_not_the_same(one: Wording, other: Wording) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)


def test_what_is_published_days_later_must_agree_more() -> None:
    rate = "The Bank of Ellery left its rate for loans to banks at {} per cent at its weekly meeting and {}. It took in paper worth 12 million crowns, and dealers had expected {}. The rate has stood there since the summer. The council of the bank meets again in a week and publishes the minutes of its meetings a month after each of them, as the law on the bank asks."
    one = wording(rate.format(4, "said that it saw no reason to move", "as much"))
    other = wording(rate.format(4, "gave no reasons this time", "just that from what its president had hinted"))
    assert is_same(one, other)
    assert not is_same(one, other, 7)
    assert is_same(WHOLE, wording(*BRIDGE[:3]), 30)
    days = [("2025-03-12", "2025-03-12T23:00", 0), ("2025-03-12", "2025-03-20", 7), ("2025-03", "2025-02-20", 8)]
    for first, second, apart in days:
        assert (
            days_apart(made(BRIDGE, "a", published=first).article, made(BRIDGE, "b", published=second).article) == apart
        )


def test_a_candidate_that_changes_is_found_as_it_is_now() -> None:
    candidates = Candidates()
    candidates.add(0, WHOLE.signature)
    candidates.add(0, wording(*FERRY).signature)
    assert candidates.near(WHOLE.signature) == ()
    assert candidates.near(wording(*FERRY).signature) == (0,)
    candidates.add(0, "")
    assert candidates.near(wording(*FERRY).signature) == ()
    assert candidates.near("") == ()


@pytest.mark.parametrize(
    "text", ["“" * 1_000_000, "a" * 1_000_000, "1.2" * 300_000, "word " * 200_000, "Ab. " * 200_000, "漢字。" * 100_000]
)
def test_hostile_texts_are_read_quickly(text: str) -> None:
    start = time.perf_counter()
    read = Wording("", text)
    assert is_same(read, Wording("", text + " end")) in {True, False}
    assert isinstance(read.signature, str)
    assert time.perf_counter() - start < 5


SPELLINGS = """
http://example.org/news/bridge
https://www.example.org/news/bridge/
https://example.org/news/bridge?utm_source=feed&utm_medium=rss#comments
https://example.org/news/bridge?fbclid=abc
https://amp.example.org/news/bridge
https://m.example.org:443/news/bridge/index.html
https://example.org/news/bridge/amp/
https://example.org/news/bridge.amp
https://example.org/amp/news/bridge
https://example.org/news/bridge?outputType=amp
https://www.google.com/amp/s/www.example.org/news/bridge
https://example-org.cdn.ampproject.org/c/s/example.org/news/bridge
HTTPS://EXAMPLE.org./news/%62ridge
""".split()


@pytest.mark.parametrize("url", SPELLINGS)
def test_spellings_of_one_address(url: str) -> None:
    assert address_key(url) == "example.org/news/bridge"


def test_addresses_of_different_pages() -> None:
    urls = ["https://example.org/?p=1", "https://example.org/?p=2", "https://example.org/P", "https://example.org/p"]
    assert len({address_key(u) for u in [*urls, "https://example.org:8080/p", "https://sub.example.org/p"]}) == 6
    assert address_key("https://example.org/?b=2&a=1") == address_key("https://example.org/?a=1&b=2&utm_id=3")


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://example.org",
        "https://www.example.org/?utm_source=x#top",
        "https://example.org/index.html",
        "mailto:a@example.org",
        "http://[bad/x",
        "https://x:y/z",
    ],
)
def test_what_is_no_address_of_an_article(url: str | None) -> None:
    assert address_key(url) is None


def test_the_name_of_a_site() -> None:
    assert host_name("https://www.example.org/a") == "example.org"
    assert host_name("http://[bad") == ""


def page(value: str | None) -> When:
    return When(value=value, how=How.PAGE)


@pytest.mark.parametrize(
    ("had", "came", "expected"),
    [
        (BRIDGE, BRIDGE, Verdict.NOTHING_NEW),
        (BRIDGE, BRIDGE[0][:80] + " …", Verdict.NOTHING_NEW),
        (BRIDGE, "This article is for subscribers.", Verdict.NOTHING_NEW),
        (BRIDGE, BRIDGE[:4], Verdict.NOTHING_NEW),
        (BRIDGE[0], BRIDGE, Verdict.FULLER),
        ("A town gets its bridge.", BRIDGE, Verdict.FULLER),
        (BRIDGE[:4], BRIDGE, Verdict.FULLER),
        (BRIDGE, (*BRIDGE[2:], EXTRA), Verdict.NEWER),
    ],
)
def test_a_version_without_a_date_of_its_own(had, came, expected: Verdict) -> None:
    old, new = made(had, "a").article, made(came, "b").article
    assert verdict(old, new, (Wording("", old.text), Wording("", new.text))) is expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2025-03-14", "2025-03-15", Verdict.NEWER),
        ("2025-03-14", "2025-03-13", Verdict.NOTHING_NEW),
        ("2025-03-14", "2025-03-14T20:00:00Z", Verdict.NEWER),
        ("2025-03-14T10:00:00+02:00", "2025-03-14T08:30:00Z", Verdict.NEWER),
        ("2025-03-14T10:00:00+02:00", "2025-03-14T07:30:00Z", Verdict.NOTHING_NEW),
        (None, "2025-03-15", Verdict.NEWER),
    ],
)
def test_a_version_with_a_date(old: str | None, new: str, expected: Verdict) -> None:
    had = made(BRIDGE, "a", updated=page(old)).article
    came = made((*BRIDGE[1:4], EXTRA), "b", updated=page(new)).article
    assert verdict(had, came, (Wording("", had.text), Wording("", came.text))) is expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"updated": page("2025-03-14")}, "2025-03-14"),
        ({"updated": page("2025-03-11")}, None),
        ({"updated": page("2025-03-12T09:00")}, None),
        ({"published": "2025-03-13"}, "2025-03-13"),
        ({}, None),
        ({"published": None}, None),
    ],
)
def test_when_an_article_was_changed_is_never_made_up(fields, expected: str | None) -> None:
    found = updated(made(BRIDGE, "a").article, made(BRIDGE, "b", **fields).article)
    assert (found.value if found else None) == expected


def test_the_order_of_copies() -> None:
    copies = [
        made(BRIDGE[:4], "b", published="2025-03-12T08:00:00Z"),
        made(BRIDGE, "b"),
        made(BRIDGE, "c"),
        made(BRIDGE[:4], "a"),
        made(BRIDGE, "a", published="2025-03"),
        made(BRIDGE, "a", published=None),
    ]
    articles = [copy.article for copy in copies]
    came = articles[::-1]
    assert sorted(came, key=rank) == articles


def test_thousands_of_copies_of_a_short_text_cost_no_more_than_others() -> None:
    candidates = Candidates()
    short, other = wording("Rain until noon.").signature, wording(*FERRY).signature
    began = time.perf_counter()
    for number in range(3000):
        candidates.add(number, short)
        assert len(candidates.near(short)) == min(number + 1, 12)
    candidates.add(3000, other)
    assert candidates.near(other) == (3000,)
    assert candidates.near(short)[:3] == (0, 1, 2)
    assert time.perf_counter() - began < 10


def test_a_signature_that_is_replaced_or_empty_is_not_found() -> None:
    candidates = Candidates()
    candidates.add(700, WHOLE.signature)
    assert candidates.near(WHOLE.signature) == (700,)
    candidates.add(700, wording(*FERRY).signature)
    assert candidates.near(WHOLE.signature) == ()
    candidates.add(700, "")
    assert candidates.near(wording(*FERRY).signature) == ()
    assert candidates.near("") == ()
