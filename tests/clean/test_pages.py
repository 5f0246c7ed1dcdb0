"""What a page says beside its text, and in which language it says it."""

import time

import pytest

from sitegen.clean.dates import read_date
from sitegen.clean.language import language_of, primary
from sitegen.clean.page import page_outcome
from sitegen.clean.refusal import Refusal
from sitegen.model.diagnostic import Severity

PROSE = "<p>The old bridge over the river was closed on Monday morning, the county said in a statement.</p>"
WALL = "<p>Subscribe to continue reading this article.</p>"


def page(ld: str = "", body: str = PROSE) -> str:
    return f'<html><head><title>Bridge closed after flood</title><script type="application/ld+json">{ld}</script></head><body><article>{body}</article></body></html>'


@pytest.mark.parametrize(
    ("published", "modified", "updated"),
    [
        ("2024-11-19T08:30:00+01:00", "2024-11-19T10:05:00+01:00", "2024-11-19T10:05:00+01:00"),
        ("2024-11-19T08:30:00+01:00", "2024-11-19T08:30:05+01:00", None),
        ("2024-11-19T08:30:00+01:00", "2024-11-18T08:30:00+01:00", None),
        ("2024-11-19", "2024-11-19T10:05:00+01:00", None),
        ("2024-11-19", "2024-11-21T10:05:00+01:00", "2024-11-21T10:05:00+01:00"),
        ("2024-11-19T08:30:00", "2024-11-20", "2024-11-20"),
        ("", "2024-11-20", None),
    ],
)
def test_an_update_is_later_than_the_publication(published: str, modified: str, updated: str | None) -> None:
    ld = f'{{"@type": "NewsArticle", "headline": "x", "datePublished": "{published}", "dateModified": "{modified}"}}'
    (draft,) = page_outcome(page(ld), None).drafts
    assert draft.updated.value == updated
    assert draft.updated.evidence == (f"dateModified: {modified}" if updated else "")


@pytest.mark.parametrize(
    ("ld", "body", "codes"),
    [
        ("", PROSE, []),
        ("", PROSE + WALL, ["seed-paywall"]),
        ('{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": false}', PROSE + WALL, ["seed-paywall"]),
        ('{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": true}', PROSE + WALL, []),
    ],
)
def test_a_page_that_hides_its_rest_is_told(ld: str, body: str, codes: list[str]) -> None:
    found = page_outcome(page(ld, body), None)
    (draft,) = found.drafts
    assert draft.text == "The old bridge over the river was closed on Monday morning, the county said in a statement."
    assert draft.removed == (("Subscribe to continue reading this article.",) if WALL in body else ())
    assert [t.code for t in found.told] == codes
    assert all(t.severity is Severity.NOTE and t.hint for t in found.told)


def test_a_page_without_text_is_refused() -> None:
    found = page_outcome("<html><body></body></html>", None)
    assert not found.drafts
    assert [type(t) for t in found.told] == [Refusal]


SENTENCES = {
    "en": "The mayor, Wojciech Szczęsny-Grabowski, met Ngozi Okonjo and Nguyễn Văn Trỗi in Łódź before flying on to Île-de-France.",
    "de": "Der Stadtrat hat am Montag beschlossen, die alte Brücke für den Verkehr zu sperren.",
    "fr": "Le conseil municipal a décidé lundi de fermer le vieux pont à la circulation.",
    "es": "El ayuntamiento decidió el lunes cerrar el puente viejo al tráfico hasta el verano.",
    "pt": "A câmara municipal decidiu na segunda-feira fechar a ponte velha ao trânsito.",
    "it": "Il consiglio comunale ha deciso lunedì di chiudere al traffico il vecchio ponte.",
    "nl": "De gemeenteraad besloot maandag de oude brug voor het verkeer af te sluiten.",
    "sv": "Kommunfullmäktige beslutade i måndags att stänga den gamla bron för trafik.",
    "da": "Byrådet besluttede mandag at lukke den gamle bro for al trafik, fordi den blev beskadiget.",
    "fi": "Kaupunginvaltuusto päätti maanantaina sulkea vanhan sillan liikenteeltä.",
    "pl": "Rada miasta postanowiła w poniedziałek zamknąć stary most dla ruchu.",
    "cs": "Zastupitelstvo v pondělí rozhodlo uzavřít starý most pro dopravu.",
    "tr": "Belediye meclisi pazartesi günü eski köprüyü trafiğe kapatma kararı aldı.",
    "ru": "Городской совет в понедельник решил закрыть старый мост для движения.",
    "uk": "Міська рада в понеділок вирішила закрити старий міст для руху транспорту.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει την παλιά γέφυρα.",
    "ar": "قرر المجلس البلدي يوم الاثنين إغلاق الجسر القديم أمام حركة المرور.",
    "hi": "नगर परिषद ने सोमवार को पुराने पुल को यातायात के लिए बंद करने का फैसला किया।",
    "ja": "市議会は月曜日、古い橋を通行止めにすることを決めた。",
    "zh": "市议会星期一决定关闭旧桥，禁止车辆通行。",
    "ko": "시의회는 월요일 오래된 다리를 통제하기로 결정했다.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_language_of_one_sentence(language: str) -> None:
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (SENTENCES["de"] * 4, "en-GB", "de"),
        ("The county said on Monday that the bridge would stay closed until its engineers had seen it.", "de", "en"),
        ("Byen får en ny bro, sier ordføreren i Oslo, og alle er glade for det.", "nb-NO", "nb"),
        ("Storm hits Samoa", None, "en"),
        ("Storm hits Samoa", "mi", "mi"),
        ("", None, "en"),
        ("12:30", "xx-invalid-", "xx"),
        ("1234 5678", "no language", "en"),
        ("İSTANBUL'DA ESKİ KÖPRÜ TRAFİĞE KAPATILDI, BELEDİYE AÇIKLADI", None, "tr"),
    ],
)
def test_language_with_what_is_declared(text: str, declared: str | None, language: str) -> None:
    assert language_of(text, declared) == language


@pytest.mark.parametrize(
    ("tag", "language"), [("en-US", "en"), ("pt_BR", "pt"), ("  DE ", "de"), ("zxx", ""), ("english", ""), (None, "")]
)
def test_primary_language_of_a_tag(tag: str | None, language: str) -> None:
    assert primary(tag) == language


@pytest.mark.parametrize(
    "source",
    [
        "<h1>" + "a: " * 300_000 + "</h1>" + PROSE,
        "<meta property=og:title content='" + "x | " * 2_000 + "'>" + PROSE,
        "<p>" + "<b>a</b> " * 14_000 + "</p>",
        "<h2>a</h2>" * 14_000 + PROSE,
        "<ul>" + "<li><a href=/x>y</a>" * 12_000 + "</ul>" + PROSE,
        "<div class='" + "author-name " * 800 + "'>By Ann Example</div>" * 20 + PROSE,
    ],
    ids=range(6),
)
def test_hostile_pages_are_fast(source: str) -> None:
    began = time.process_time()
    page_outcome(source, None)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("19. marraskuuta 2024", "2024-11-19"),
        ("2024. november 19.", "2024-11-19"),
        ("19 noiembrie 2024", "2024-11-19"),
        ("2024 m. lapkričio 19 d.", "2024-11-19"),
        ("19 Νοεμβρίου 2024", "2024-11-19"),
        ("2024년 11월 19일", "2024-11-19"),
        ("2024. 11. 19.", "2024-11-19"),
        ("19 نوفمبر 2024", "2024-11-19"),
        ("19 Kasım 2024 - 14:05", "2024-11-19T14:05:00"),
        ("19 listopada 2024", "2024-11-19"),
        ("19. listopadu 2024", "2024-11-19"),
        ("19. listopada 2024", None),
        ("2024. 13. 40.", None),
        ("03/04/2024", None),
    ],
)
def test_dates_in_other_languages(words: str, value: str | None) -> None:
    assert read_date(words) == value
