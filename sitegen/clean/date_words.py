"""The words that dates are written with in pasted articles and pages. Data only."""

from sitegen.clean.vocabulary import words

_MONTHS: tuple[str, ...] = (
    ("january jan janvier janv januar jän jänner enero ene gennaio gen januari janeiro stycznia styczeń января января янв січня ocak leden ledna tammikuuta január ianuarie sausio ιανουαρίου януари يناير"),
    ("february feb février févr fév februar febrero febbraio februari fevereiro fev lutego luty февраля фев лютого şubat únor února helmikuuta február februarie vasario φεβρουαρίου февруари فبراير"),
    ("march mar mars märz mär mrz marzo maart mrt março marca marzec марта мар березня mart březen března marts maaliskuuta március martie kovo μαρτίου март مارس"),
    ("april apr avril avr abril abr aprile kwietnia kwiecień апреля апр квітня nisan duben dubna huhtikuuta április aprilie balandžio απριλίου април أبريل"),
    ("may mai mayo maggio mag mei maio maja maj мая травня mayıs květen května toukokuuta május gegužės μαΐου май مايو"),
    ("june jun juin juni junio giugno giu junho czerwca czerwiec июня июн червня haziran červen června kesäkuuta június iunie birželio ιουνίου юни يونيو"),
    ("july jul juillet juil juli julio luglio lug julho lipca lipiec июля июл липня temmuz červenec července heinäkuuta július iulie liepos ιουλίου юли يوليو"),
    ("august aug août aou agosto ago augustus augusti sierpnia sierpień августа авг серпня ağustos srpen srpna elokuuta augusztus agustus rugpjūčio αυγούστου август أغسطس"),
    ("september sept sep septembre septiembre settembre set setembro września wrzesień сентября сен вересня eylül září syyskuuta szeptember septembrie rugsėjo σεπτεμβρίου септември سبتمبر"),
    ("october oct octobre oktober okt octubre ottobre ott outubro out października październik октября окт жовтня ekim říjen října lokakuuta október octombrie spalio οκτωβρίου октомври أكتوبر"),
    ("november nov novembre noviembre novembro listopada listopad ноября ноя листопада kasım listopadu marraskuuta noiembrie lapkričio νοεμβρίου ноември نوفمبر"),
    ("december dec décembre déc dezember dez diciembre dic dicembre dezembro grudnia grudzień декабря дек грудня aralık prosinec prosince joulukuuta decembrie desember gruodžio δεκεμβρίου декември ديسمبر"),
)  # fmt: skip

MONTHS: dict[str, int] = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""Month names and their short forms, lower case, without a dot."""

ZONES: dict[str, str] = {
    "z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
"""Zones that mean one offset; IST means three, ET and PT depend on the season: a time in those stays without one."""

DATE_LABELS = words(
    """
    published publish posted first date dated on at by am pm a p m uhr um h hrs hours ist et pt ct mt local time
    updated update last modified edited monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
    thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi
    jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì
    giovedì venerdì sabato domenica publié le à mis jour veröffentlicht aktualisiert am stand pubblicato il
    publicado el gepubliceerd the of and min read minute minutes print edition issue
    """
)
"""Words that may stand beside the date in a line that is nothing but a date."""

UPDATE_LABELS = frozenset({"updated", "update", "modified", "edited", "aktualisiert", "jour", "revised", "corrected"})
"""A date after one of these says when the article was changed, not when it was published."""
