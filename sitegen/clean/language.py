"""Which language a text is plainly in: by its script, or by its commonest words; English where nothing says otherwise."""

import re
from collections import Counter

_SAMPLE = 20_000
_ENOUGH_LETTERS = 12
_SCRIPT_SHARE = 0.4
_MARGIN = 1.5
_ENOUGH_WORDS = 5
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("te", re.compile(r"[\u0c00-\u0c7f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
"""Japanese before Chinese: it is the one that also has kana."""
_KANA_SHARE = 0.05
_IN_SCRIPT = (
    ("uk", re.compile(r"[іїєґ]")), ("bg", re.compile(r"\b(?:ще|във|със|която|които|е)\b")),
    ("fa", re.compile(r"[پچژگ]")), ("ur", re.compile(r"[ٹڈڑے]")),
)  # fmt: skip
_SISTERS = {"uk": "ru", "bg": "ru", "fa": "ar", "ur": "ar"}
_ENOUGH_SIGNS = 4
_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was for on with as it by at from his he are be have has not said an this which they but",
        "de": "der die das und ist nicht von mit den dem ein eine zu auf für im sich des auch es wird an hat dass sie werden bei aus",
        "fr": "le la les des et est une dans pour que qui sur au du par il pas avec plus ce sont cette ont mais aux été ses",
        "es": "el los las una y del que por con para es se su al lo más como pero sus fue ha este entre sobre desde hasta",
        "pt": "o os um uma não com para por mais como mas foi ao dos das na no pelo pela são ele também ser seu sua entre até",
        "it": "il lo gli una di che è per con non del della nel sono più anche alla dei delle dal come si ha ma questo stato",
        "nl": "het een van en dat niet is op te zijn voor met aan er ook maar door bij naar uit wordt heeft deze hij werd",
        "sv": "och att det som en är på för av med inte den till har ett om var men från vid kan eller han hon också",
        "da": "og det at er en den til på som for ikke med af har de et var men fra ved kan eller han hun også blev",
        "no": "og det at er en den til på som for ikke med av har de et var men fra ved kan eller han hun også ble",
        "fi": "ja on että ei se oli hän mutta myös ovat kun kuin sen joka mukaan tai jos vain olla niin",
        "pl": "i w na z się nie że do jest to o jak po za od przez ale dla są był jego także oraz które",
        "cs": "a v se na je že to s z do o i ve jako za by ale po který jsem podle jeho bude také",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi ancak sonra kadar ise en göre oldu",
        "id": "yang dan di dengan untuk pada ini dari dalam itu tidak akan juga ke oleh karena ada sebagai mereka telah",
        "ro": "și de la în că este pe cu nu din o mai pentru care au fost sunt prin dar după această",
        "hu": "a az és hogy nem is egy volt meg azt csak már ez van de mint el még ki vagy",
        "lt": "ir kad yra su iš į tai ne bet kaip buvo apie dėl už jis jau dar pagal",
        "vi": "và của là có trong được cho không một với các này đã những người để khi từ đến",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+")


def primary(tag: str | None) -> str:
    """Return the language of a BCP 47 tag without region and script; empty where it is none."""
    head = re.split(r"[-_]", (tag or "").strip().lower())[0]
    return head if re.fullmatch(r"[a-z]{2,3}", head) else ""


def language_of(text: str, declared: str | None = None) -> str:
    """Return the language that the text is plainly in, else the declared one, else English."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample, primary(declared)) or primary(declared) or "en"


def _by_script(text: str) -> str:
    letters = sum(1 for c in text if c.isalpha())
    if letters < _ENOUGH_LETTERS:
        return ""
    for language, script in _SCRIPTS:
        share = len(script.findall(text)) / letters
        if share >= (_KANA_SHARE if language == "ja" else _SCRIPT_SHARE):
            return _sister(text, language)
    return ""


def _sister(text: str, language: str) -> str:
    """Tell languages of one script by letters or words that only one of them has."""
    for other, sign in _IN_SCRIPT:
        if _SISTERS[other] == language and len(sign.findall(text.lower())) >= _ENOUGH_SIGNS:
            return other
    return language


def _by_words(text: str, declared: str) -> str:
    """Return the language whose commonest words clearly outnumber those of English and of the declared one."""
    words = Counter(w.lower() for w in _WORD.findall(text))
    hits = {language: sum(words[w] for w in common) for language, common in _WORDS.items()}
    best = max(hits, key=lambda language: hits[language])
    rival = max(hits["en"] if best != "en" else 0, hits.get(declared, 0) if best != declared else 0)
    return best if hits[best] >= _ENOUGH_WORDS and hits[best] > _MARGIN * rival else ""
