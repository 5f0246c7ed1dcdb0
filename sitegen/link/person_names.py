"""Can two names be of one person? Names as articles give them in; how alike they are out.

Sources of the rules: English given names and their short forms; common Latin spellings of Cyrillic and Arabic names.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

_NOT_WORD = re.compile(r"[\W_]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
PARTICLES = frozenset("al bin da de del della den der di do dos du el ibn la le st ten ter van von zu".split())

_SHORT_FORMS = """
abigail abby|albert al bert|alexander alex alec sandy|alfred al fred|andrew andy|anthony tony|arthur art|barbara barb|benjamin ben|bernard bernie
bob robert rob bobby|catherine katherine kathryn cathy kathy kate katie|charles charlie chuck|christine christina chris|christopher chris
daniel dan danny|david dave|deborah debbie deb|donald don donnie|dorothy dot|douglas doug|edward ed eddie ted ned|elizabeth liz beth betty eliza
eugene gene|francis frank fran|frances fran|frederick fred freddie|geoffrey jeffrey jeff geoff|george|gerald jerry gerry|gregory greg|harold hal harry|henry harry hank
jacob jake|james jim jimmy jamie|janet jan|jennifer jen jenny|jessica jess|john jack johnny|jonathan jon|joseph joe joey|judith judy|kenneth ken kenny
lawrence laurence larry|leonard len leo|louis lou|margaret maggie meg peggy|martin marty|matthew matt|michael mike mick|mitchell mitch|nancy nan|nathaniel nathan nate
nicholas nick|norman norm|pamela pam|patricia pat patty|patrick pat paddy|peter pete|philip phillip phil|raymond ray|rebecca becky|richard dick rick rich ricky
ronald ron ronnie|samuel sam|samantha sam|sidney sid|stanley stan|stephen steven steve|stuart stu|susan sue suzy|terence terry|theodore ted teddy|thomas tom tommy
timothy tim|victoria vicky|vincent vince|walter walt|wilfred wilf|william will bill billy willy|zachary zach
"""
_SAME: dict[str, set[int]] = {}
for _number, _names in enumerate(_SHORT_FORMS.replace("\n", "|").split("|")):
    for _name in _names.split():
        _SAME.setdefault(_name, set()).add(_number)

_SPELLINGS = (
    ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ei", "i"), ("ai", "i"), ("yi", "i"), ("iy", "i"), ("ij", "i"), ("ae", "e"), ("oe", "o"), ("ue", "u"),
    ("ck", "k"), ("ks", "x"), ("y", "i"), ("w", "v"), ("c", "k"), ("j", "i"), ("q", "k"),
)  # fmt: skip


class Likeness(IntEnum):
    """How alike two given names are."""

    OTHER = 0
    VARIANT = 1
    """An initial, a short form or another spelling."""
    CUT = 2
    """One lacks the first names of the other."""
    MIDDLE = 3
    """One has a middle name or initial more."""
    SAME = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, taken apart, in lower case without accents."""

    given: tuple[str, ...]
    """In order; a middle name may be an initial. Empty where only a surname is given."""
    surname: tuple[str, ...]
    """With its particles."""
    suffix: str = ""
    """Jr, III."""


@lru_cache(maxsize=100_000)
def normal(words: str) -> str:
    """Return words in lower case without accents, marks and doubled blanks."""
    plain = words if words.isascii() else _without_accents(words)
    return _NOT_WORD.sub(" ", plain).casefold().strip()


def _without_accents(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def taken_apart(name: str) -> Name:
    """Return the parts of a name."""
    words = normal(name).split()
    suffix = words.pop() if len(words) > 1 and words[-1] in _SUFFIXES else ""
    start = len(words) - 1
    while start > 0 and words[start - 1] in PARTICLES:
        start -= 1
    return Name(tuple(words[:start]), tuple(words[max(start, 0) :]), suffix)


@lru_cache(maxsize=50_000)
def spelling(word: str) -> str:
    """Return what other Latin spellings of the same name come to as well: Dmitri and Dmitry, Gorbachev and Gorbatchev."""
    for written, common in _SPELLINGS:
        word = word.replace(written, common)
    made = "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])
    return made.removesuffix("f") + "v" if made.endswith("of") else made


def likeness(one: Name, other: Name) -> Likeness:
    """Say how alike the given names are of two names with the same surname; without given names they are like none."""
    if not one.given or not other.given or (one.suffix and other.suffix and one.suffix != other.suffix):
        return Likeness.OTHER
    if one.given == other.given and one.suffix == other.suffix:
        return Likeness.SAME
    pairs = list(zip(one.given, other.given, strict=False))
    if any(_alike(a, b) is Likeness.OTHER for a, b in pairs):
        return Likeness.CUT if _is_cut(one.given, other.given) else Likeness.OTHER
    return Likeness.MIDDLE if pairs[0][0] == pairs[0][1] else Likeness.VARIANT


def _is_cut(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether one has the last given names or first surnames of the other alone: Santos Alvite, Fernando Santos Alvite."""
    short, long = sorted((one, other), key=len)
    return len(short) < len(long) and long[-len(short) :] == short and short[0] not in _SAME and len(short[0]) > 1


def _alike(one: str, other: str) -> Likeness:
    if one == other:
        return Likeness.SAME
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return Likeness.VARIANT if long.startswith(short) else Likeness.OTHER
    if _SAME.get(one, set()) & _SAME.get(other, set()) or spelling(one) == spelling(other):
        return Likeness.VARIANT
    return Likeness.VARIANT if len(short) > 4 and _one_letter_apart(short, long) else Likeness.OTHER  # noqa: PLR2004 - Jan and Jon are two


def _one_letter_apart(short: str, long: str) -> bool:
    """Say whether one letter more, less or other makes one word of the other; the first is the same."""
    if short[0] != long[0] or len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]
