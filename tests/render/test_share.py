"""The pictures that stand for pages: their form, the same bytes each time, and nothing on them that is not set right."""

import io

import pytest
from PIL import Image

from sitegen.model.machine_pages import ShareView
from sitegen.model.shown import SharePicture
from sitegen.render import typesetting
from sitegen.render.share import HEIGHT, WIDTH, _lines, share
from sitegen.render.typesetting import fitting

READING = ("serif", "sans", "arabic")
QUOTED = "“We will open the new hall before the first snow, and nobody will lose a stall”"
ARABIC = "“سنفتتح القاعة الجديدة قبل أول تساقط للثلوج في Port Elling عام 2024”"


def card(words: str = QUOTED, **more: str) -> ShareView:
    given = {"who": "Ingrid Vasaro, Mayor of Port Elling", "line": "Coast Courier · 19 November 2024", **more}
    site = given.pop("site", "The Harbour Digest")
    return ShareView(site=site, picture=SharePicture(address="share.png", words=words, **given))


def texts(view: ShareView) -> list[str]:
    return [line.text for line in _lines(view)]


def test_a_picture_has_the_size_that_networks_ask_for_and_is_small() -> None:
    data = share(card())
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (WIDTH, HEIGHT), "P")
        assert image.getpixel((0, HEIGHT - 1)) == 0
    assert len(data) < 40_000


def test_the_same_words_give_the_same_bytes() -> None:
    assert share(card()) == share(card())
    assert share(card()) != share(card(QUOTED.replace("hall", "haul")))


def test_a_statement_stands_with_who_says_it_and_whence_it_is() -> None:
    *words, site, who, origin = texts(card())
    assert " ".join(words) == QUOTED
    assert (site, who, origin) == (
        "The Harbour Digest",
        "Ingrid Vasaro, Mayor of Port Elling",
        "Coast Courier · 19 November 2024",
    )


def test_a_long_statement_is_cut_between_words_and_says_so() -> None:
    long = f"“{'We will open the new hall before the first snow. ' * 20}Nobody will lose a stall”"
    *words, _, _, _ = texts(card(long))
    told = " ".join(words)
    assert told.endswith(" …”")
    assert long.startswith(told.removesuffix(" …”"))
    assert long[len(told) - 3] == " "


def test_a_long_line_of_small_print_is_cut_too() -> None:
    assert texts(card(line="A publisher with a name " * 10))[-1].endswith(" …")


def test_nothing_reaches_the_edge() -> None:
    for view in (card(), card("Wolfeschlegelsteinhausenbergerdorff " * 3), card("Ferry strike ends", who="", line="")):
        with Image.open(io.BytesIO(share(view))) as image:
            for side in (image.crop((0, 20, 60, HEIGHT)), image.crop((WIDTH - 60, 20, WIDTH, HEIGHT))):
                assert side.getextrema() == (0, 0)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Straße, €5 … “no”", "serif"),
        ("Мы откроем — Ελληνικά", "serif"),
        ("हम पहली बर्फ़बारी", "sans"),
        (ARABIC, "arabic"),
        ("中文标题", None),
        ("שלום", None),
        ("Thai ไทย", None),
        ("Ship it 🚢", None),
    ],
)
def test_words_are_set_in_a_font_that_has_them_all(text: str, family: str | None) -> None:
    assert fitting(text, READING) == (family if family in {None, "serif"} or typesetting._has_shaping() else None)


@pytest.mark.parametrize("part", [{"words": "中文标题"}, {"who": "王小明"}, {"line": "人民日报"}])
def test_what_cannot_be_set_right_leaves_the_card_of_the_site(part: dict[str, str]) -> None:
    assert texts(card(**part)) == ["The Harbour Digest"]


def test_a_site_whose_own_name_cannot_be_set_has_a_card_without_words() -> None:
    assert texts(card("中文标题", site="海港文摘")) == []
    assert share(card("中文标题", site="海港文摘"))


def test_without_shaping_letters_that_join_are_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_has_shaping", lambda: False)
    assert fitting(ARABIC, READING) is None
    assert fitting("हम पहली", READING) is None
    assert fitting("Čeština", READING) == "serif"


def test_a_text_from_the_right_stands_at_the_right_in_every_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_has_shaping", lambda: True)
    rows = [line for line in _lines(card(f"{ARABIC} Port Elling Port Elling Port Elling")) if line.type.size > 30]
    assert len(rows) > 1
    assert all(line.type.from_right for line in rows)
    assert not any(line.type.from_right for line in _lines(card("Port Elling سنفتتح")) if line.type.size > 30)
