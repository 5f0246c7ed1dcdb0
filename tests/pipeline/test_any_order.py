"""What stands between articles hangs on which articles there are: not on the order of their files, nor on the runs in which they came, nor on what was there before."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import fingerprint
from sitegen.content import ledger
from sitegen.model.ledger import Promise, Thing
from sitegen.model.machine_pages import RedirectView
from sitegen.pipeline.survey import Survey, survey
from sitegen.store import places
from tests.pipeline.test_relating import BRIDGE, CHESS, FERRY, TOPICS
from tests.sites import SETTINGS, request, write

LEDGER = "content/ledger.jsonl"
FOLDERS = {Thing.SPEAKER: "speakers", Thing.TOPIC: "topics", Thing.STORY: "stories"}


@dataclass(frozen=True)
class Told:
    """An article: who says what in it, and what happened when."""

    title: str
    text: str
    speaker: str
    role: str
    said: str
    day: str

    def written(self, identity: str) -> str:
        happened = f"The council of Port Ellery signed contract {len(self.speaker) % 2} for the harbour bridge"
        return (
            f'---\nid: {identity}\ntitle: "{self.title}"\npublished: "2025-03-10"\nlanguage: de\n'
            f'speakers: [{{key: it, name: "{self.speaker}", role: "{self.role}"}}]\n'
            f'quotations: [{{speaker: it, manner: direct, text: "{self.said}"}}]\n'
            f'timeline: [{{date: "{self.day}", type: DATE, expression: "{self.day}", aspect: past, text: "{happened}"}}]\n'
            f"---\n\n{self.text} {self.title}.\n\n“{self.said}” {happened} {self.day}.\n"
        )


WAIT = "We will not wait for anybody in this town"
ARTICLES = (
    Told("Port Ellery approves the harbour bridge", BRIDGE, "Ada Thornbury", "mayor of Port Ellery", WAIT, "2025-03-09"),
    Told("Harbour bridge at Port Ellery approved", BRIDGE, "Thornbury", "mayor of Port Ellery", WAIT, "2025-03"),
    Told("Ferry company warns of a strike", FERRY, "Jim Wright", "ferry director", f"{WAIT} nor elsewhere", "2025-03-09"),
    Told("Sailors of the Quayside Ferry Company to strike", FERRY, "James Wright", "ferry director", "No", "2025-03-08"),
    Told("Mira Holt wins at Castle Tarn", CHESS, "Mira Holt", "chess player", "It was a long game for both", "2025-03-08"),
    Told("Chess at Castle Tarn", CHESS, "David Wright", "analyst", "It was a long game for both of us", "2025-03-09"),
)  # fmt: skip
NUMBERS = range(len(ARTICLES))


def put(root: Path, number: int, name: str = "") -> None:
    """Write an article; name: of its file."""
    write(root, {f"content/{name or number}.md": ARTICLES[number].written(f"a{number}")})


def look(root: Path) -> Survey:
    """Read, link and plan, and promise the addresses as a build does."""
    found = survey(request(root))
    assert [d for d in found.diagnostics if d.severity == "error"] == []
    write(root, {LEDGER: ledger.write((*found.loaded.promises, *found.linked.promises))})
    return found


def between(found: Survey) -> dict[str, set[object]]:
    """Return what stands between the articles, without addresses."""
    site = found.linked.site
    return {
        "people": {(p.name, p.kind, p.heard, p.roles) for p in site.people},
        "topics": {(t.name, t.articles) for t in site.topics},
        "stories": {s.articles for s in site.stories},
        "happenings": {(frozenset((d.article, d.event.anchor) for d in h.tellings), h.date) for h in site.happenings},
        "sayings": {s.tellings for s in site.sayings},
        "doubts": {d.evidence for d in site.doubts},
    }


def clean(root: Path, numbers: Sequence[int]) -> dict[str, set[object]]:
    """Return what stands between some articles on a site that never held others."""
    write(root, {"sitegen.toml": SETTINGS, "content/topics.toml": TOPICS})
    for number in numbers:
        put(root, number)
    return between(look(root))


@cache
def of_all() -> dict[str, set[object]]:
    with TemporaryDirectory() as folder:
        return clean(Path(folder), NUMBERS)


def pages(found: Survey) -> dict[str, str]:
    return {page.path: fingerprint.of_value(page.view) for page in found.pages}


def assert_no_address_is_lost(root: Path, found: Survey) -> None:
    promised = ledger.read(LEDGER, (root / LEDGER).read_text()).value
    addresses = {f"{FOLDERS[p.thing]}/{p.slug}/index.html" for p in promised if p.thing in FOLDERS}
    assert addresses <= {page.path for page in found.pages}


def test_these_articles_have_all_that_can_stand_between_articles(tmp_path: Path) -> None:
    found = clean(tmp_path, NUMBERS)
    assert found["stories"] == {("a0", "a1", "a2", "a3"), ("a4", "a5")}
    assert {len(heard) for _, _, heard, _ in found["people"]} == {1, 2}
    assert len(found["sayings"]) == 2
    assert any(len(told) > 1 for told, _ in found["happenings"])


@settings(max_examples=4, deadline=None)
@given(st.permutations(NUMBERS), st.permutations(NUMBERS), st.sets(st.sampled_from(NUMBERS[1:]), max_size=2))
def test_any_order_of_files_and_any_runs_give_the_same(order: list[int], names: list[int], ends: set[int]) -> None:
    with TemporaryDirectory() as other:
        root = write(Path(other), {"sitegen.toml": SETTINGS, "content/topics.toml": TOPICS})
        for place, number in enumerate(order):
            if place in ends:
                look(root)
            put(root, number, f"file-{names[place]}")
        found = look(root)
        assert between(found) == of_all()
        assert_no_address_is_lost(root, found)


@settings(max_examples=4, deadline=None)
@given(st.sets(st.sampled_from(NUMBERS), min_size=1, max_size=5))
def test_what_goes_undoes_all_that_it_brought_but_addresses(gone: set[int]) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        root = Path(other)
        clean(root, NUMBERS)
        for number in gone:
            (root / f"content/{number}.md").unlink()
        found = look(root)
        assert between(found) == clean(Path(one), [n for n in NUMBERS if n not in gone])
        assert_no_address_is_lost(root, found)
        assert not {f"articles/a{n}/index.html" for n in gone} & {page.path for page in found.pages}


@settings(max_examples=2, deadline=None)
@given(st.permutations(NUMBERS))
def test_with_one_ledger_what_is_remembered_changes_no_page(order: list[int]) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {"sitegen.toml": SETTINGS, "content/topics.toml": TOPICS})
        for number in order[:-1]:
            put(root, number)
        look(root)
        put(root, order[-1])
        look(root)
        remembered = pages(look(root))
        places.memo(root).unlink()
        assert pages(look(root)) == remembered


def test_of_stories_that_become_one_the_later_address_leads_on(tmp_path: Path) -> None:
    clean(tmp_path, NUMBERS)
    given_before = (
        Promise(thing=Thing.STORY, slug="bridge", article="a1"),
        Promise(thing=Thing.STORY, slug="harbour", article="a0"),
    )
    write(tmp_path, {LEDGER: ledger.write(given_before)})
    found = {page.path: page.view for page in look(tmp_path).pages}
    later = found["stories/harbour/index.html"]
    assert isinstance(later, RedirectView)
    assert later.target == "stories/bridge/"
    assert not isinstance(found["stories/bridge/index.html"], RedirectView)
