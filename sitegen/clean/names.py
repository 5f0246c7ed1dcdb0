"""Which names a byline gives: people or an agency, without "By", roles and places."""

import re
from collections.abc import Iterable

from sitegen.clean.characters import one_line
from sitegen.clean.vocabulary import words

_LEAD = re.compile(
    r"(?:(?:story|written|reported|report|article|text|words|analysis|opinion|review|exclusive|interview|posted|published|compiled|edited)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|от|автор|авторы|текст|texto|texte|testo|autor|auteur|autore|author)\b\s*:?\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;|/•·&]|\s(?:and|und|et|y|e|en|och|og|i|и|with)\s)\s*", re.IGNORECASE)
_FULL = "Full Name"
"""What single words stand beside when the first part of a byline is no name: places, not people."""
_NAME_WORDS = 6
_NAME_LENGTH = 60
_LINE_LENGTH = 200
_INITIALS = 3
_PARTICLES = words(
    """
    de da do dos das di del della der den van von zu zur la le el al bin ibn ben y e of the for d' ter ten dela st
    """
)
_ROLES = words(
    """
    reporter reporters correspondent editor editors writer writers journalist columnist contributor photographer
    producer staff newsroom desk bureau chief senior deputy associate assistant managing executive special political
    business sports science health technology foreign diplomatic national local contributing guest freelance intern
    producer anchor host author team redaktion redakteur correspondant journaliste redactie published updated
    updated: min read minute minutes ago image photo credit getty images view bio profile posts follow subscribe
    share comments email more twitter facebook instagram linkedin whatsapp telegram youtube agencies
    """
)
_NOT_A_NAME = words(
    """
    admin administrator none null undefined unknown anonymous webmaster editorial guest by author nachrichten noticias actualités notizie nyheter haberler новости
    """
)
_AGENCIES = words(
    """
    afp ap dpa reuters upi ians pti ani tass xinhua efe ansa apa sda ats belga anp ritzau ntb tt kna epd sid
    interfax kyodo yonhap
    """
)
_CODE = re.compile(r"[<>{}\[\]=\\?!%$#~`_]|\d{3}|://")
_AGENCY_TAIL = re.compile(
    r"\s*\((?:reuters|ap|afp|dpa|upi|ians|pti|ani|tass|xinhua)\)$|\s+for\s+[A-Z].{2,40}$|,?\s+(?:AP|AFP|PTI|IANS)$",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(r"\s*(?:기자|선임기자|특파원|記者|记者|通讯员)$")
"""Korean and Chinese put "reporter" behind the name."""
_MAIL = re.compile(r"\S+@\S+|https?://\S+|@\w+")


def names(byline: str) -> tuple[str, ...]:
    """Return the names of a byline in order, each once; what is no name is left out."""
    text = _MAIL.sub(" ", one_line(byline))[:500].strip()
    text = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    found = [name for part in parts if (name := _name(part))]
    first = found[0] if found and _name(parts[0]) else _FULL
    return tuple(dict.fromkeys(n for n in found if _is_person(n, first)))


def _is_person(name: str, first: str) -> bool:
    """Say whether a later part of a byline names somebody: a single word after a full name is a place, unless it is an agency."""
    return name == first or " " in name or " " not in first or name.lower() in _AGENCIES or not name.isascii()


def stated_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a field for authors: as they stand, also of an agency or a desk; several in one value are parted."""
    found: list[str] = []
    for value in values:
        bare = _MAIL.sub("", one_line(value)).strip(" ,;|")
        alone = not _BETWEEN.search(bare) and not _LEAD.match(bare)
        plausible = (
            0 < len(bare) <= _NAME_LENGTH
            and any(c.isalpha() for c in bare)
            and bare.lower() not in _NOT_A_NAME
            and not _CODE.search(bare)
        )
        found += [bare] if alone and plausible else names(value)
    return tuple(dict.fromkeys(found))


def _name(part: str) -> str:
    """Return the part if it reads as a name: capitals or a script without them, no digits, no role."""
    if part.strip(" .()").lower() in _AGENCIES:
        return part.strip(" .()")
    name = _TITLE_TAIL.sub("", _AGENCY_TAIL.sub("", part.strip(' .,:;-–—|()"“”')))
    words = name.split()
    lower = [w.lower().strip(".") for w in words]
    if (
        not words
        or len(words) > _NAME_WORDS
        or len(name) > _NAME_LENGTH
        or lower[0] in _NOT_A_NAME
        or _ROLES.intersection(lower)
    ):
        return ""
    if any(c.isdigit() or c in "<>{}[]=\\/?!%$#~`_" for c in name):
        return ""
    capital = all(w[0].isupper() or not w[0].isalpha() or not w[0].islower() or w.lower() in _PARTICLES for w in words)
    return _cased(words) if capital and any(c.isalpha() for c in name) else ""


def _cased(words: list[str]) -> str:
    """Write names in capitals (ANN EXAMPLE) as names; short ones may be initials (AFP)."""
    shouted = (
        len(words) > 1
        and all(w.isupper() and len(w.strip(".")) > 1 for w in words)
        and any(len(w) > _INITIALS for w in words)
    )
    return " ".join(w.capitalize() if shouted and "." not in w else w for w in words)


def byline_names(line: str) -> tuple[str, ...]:
    """Return the names of a line that is nothing but a byline ("By Ann Example, Bob Sample"), else none."""
    lead = _LEAD.match(line)
    if not lead or len(line) > _LINE_LENGTH or (line.rstrip()[-1:] in ".?!" and len(line) > _NAME_LENGTH):
        return ()
    parts = [p for p in _BETWEEN.split(_MAIL.sub(" ", line[lead.end() :])) if p.strip(" .,:;-–—|()")]
    known = [bool(_name(p)) or bool(_ROLES.intersection(p.lower().replace(".", "").split())) for p in parts]
    return names(line) if parts and all(known) else ()
