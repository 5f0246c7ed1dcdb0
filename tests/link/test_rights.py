"""What may be republished is decided once, from the article, its publishers and the site."""

import pytest

from sitegen.link.rights import body_policy, with_rights
from sitegen.model.article import BodyPolicy, Publisher
from sitegen.model.config import Config, PublisherSetting
from sitegen.model.site import Card

FULL, EXCERPT, NONE = BodyPolicy.FULL, BodyPolicy.EXCERPT, BodyPolicy.NONE
WIRE = Publisher(name="Harbour Wire", url="https://news.harbour.example/")
GAZETTE = Publisher(name="The Gazette")


def config(*settings: PublisherSetting, body: BodyPolicy = FULL) -> Config:
    return Config(body=body, publishers=settings)


def card(*publishers: Publisher, policy: BodyPolicy | None = None, url: str | None = None, own: bool = False) -> Card:
    return Card(
        id="a", path="content/a.md", title="A", summary="The bridge fell.", publishers=publishers, url=url,
        body_policy=policy, own_summary=own, fingerprint="x",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("setting", "matches"),
    [
        (PublisherSetting(name="harbour wire", body=NONE), True),
        (PublisherSetting(host="harbour.example", body=NONE), True),
        (PublisherSetting(host="arbour.example", body=NONE), False),
        (PublisherSetting(name="Harbour Wire", host="elsewhere.example", body=NONE), False),
        (PublisherSetting(body=NONE), True),
    ],
)
def test_a_publisher_is_known_by_name_and_host(setting: PublisherSetting, matches: bool) -> None:  # noqa: FBT001
    assert body_policy(card(WIRE), config(setting)) is (NONE if matches else FULL)


def test_the_strictest_publisher_counts_and_the_article_itself_wins() -> None:
    strict = config(PublisherSetting(name="Harbour Wire", body=NONE), body=EXCERPT)
    assert body_policy(card(GAZETTE, WIRE), strict) is NONE
    assert body_policy(card(GAZETTE), strict) is EXCERPT
    assert body_policy(card(WIRE, policy=FULL), strict) is FULL


def test_the_address_tells_the_publisher_of_an_article_without_one() -> None:
    strict = config(PublisherSetting(host="harbour.example", body=EXCERPT))
    assert body_policy(card(url="https://www.harbour.example/a"), strict) is EXCERPT
    assert body_policy(card(url="https://[broken/a"), strict) is FULL


def test_a_summary_in_the_source_s_words_goes_with_the_body_but_an_editor_s_stays() -> None:
    made = with_rights((card(policy=NONE), card(policy=NONE, own=True), card(policy=EXCERPT)), config())
    assert [c.summary for c in made] == ["", "The bridge fell.", "The bridge fell."]
    assert [c.fingerprint == "x" for c in made] == [False, True, True]
