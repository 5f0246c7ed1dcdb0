"""Which names that look like a person's are an organisation's? Looks for "Corp" behind the name, and for "which" and "it"."""

from collections.abc import Iterator

from sitegen.annotate import cues
from sitegen.annotate.clauses import children
from sitegen.annotate.mentions import Mention, is_fold
from sitegen.annotate.reading import Reading

_LONGEST = 6
"""Words of a company's name before its "Corp"."""
_JOINING = frozenset({"and", "&"})
_IMPERSONAL = frozenset(
    {"be", "take", "seem", "appear", "look", "make", "come", "happen", "sound", "remain", "feel", "become"}
)
"""After "it", these say nothing of who "it" is."""
_OWN = frozenset({"VBD", "VBZ", "VBP"})
_KINDS = cues.THE_ORGANISATION | frozenset(
    {"unit", "subsidiary", "maker", "producer", "retailer", "manufacturer", "supplier"}
)


def company_names(r: Reading) -> frozenset[str]:
    """Return what the names before "Corp" and the like begin with, in small letters ("siebel" of Siebel Systems Inc)."""
    found: set[str] = set()
    for i in range(1, len(r)):
        if r.lower[i].strip(".<>,") in cues.COMPANY_WORDS and r.words[i][0].isupper():
            words = list(_before(r, i))[::-1]
            found.update(" ".join(words[:n]) for n in range(1, len(words) + 1))
    return frozenset(found) - {"the", "a", "an"}


def _before(r: Reading, end: int) -> Iterator[str]:
    """Yield the words of the name that ends here, from the last to the first, in small letters."""
    for i in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        joins = r.lower[i] in _JOINING and i > 0 and r.words[i - 1][0].isupper() and i + 1 == end
        if not (r.words[i][0].isupper() or joins or is_fold(r, i)):
            return
        if r.words[i].strip() and not joins:
            yield r.lower[i].strip("<>")


def acts_as_company(r: Reading, m: Mention) -> bool:
    """Say whether a name is spoken of as a thing: "Falk, which …", "Falk, a unit of …", "Falk said it sold …"."""
    after = m.end + 1 if m.end < len(r) and r.words[m.end] == "," else m.end
    if after < len(r) and r.lower[after] == "which" and r.tag[after - 1] == ",":
        return True
    if any(r.lemma[c] in _KINDS and r.pos[c] == "NOUN" for c in children(r, m.end - 1, "appos")):
        return True
    if m.end + 3 >= len(r) or r.lower[m.end] not in {"said", "says"} or r.lower[m.end + 1] not in {"it", "its"}:
        return False
    verb = m.end + 2
    return r.lower[m.end + 1] == "its" or (
        r.tag[verb] in _OWN and r.lemma[verb] not in _IMPERSONAL and not _been(r, verb)
    )


def _been(r: Reading, verb: int) -> bool:
    return r.lemma[verb + 1] in _IMPERSONAL
