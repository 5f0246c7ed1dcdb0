"""How a reader searches: in a real browser, on the site as a host serves it and as the preview does."""

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from urllib.parse import urlsplit

import pytest

from sitegen.serve import address
from sitegen.serve.server import Callers, Preview, PreviewServer
from tests.browser import Browser, Tab, served
from tests.sites import build, write

pytestmark = pytest.mark.browser

SETTINGS = 'title = "Ellery digest"\nbase_url = "https://example.org/news/digest/"\n'
LATE = """
Harbour dues are frozen

Published 20 April 2025

“The bridge tolls stay as they are,” Mayor Ada Thornbury said. “Ferry fares will rise,” said Miriam Vale, a director.
"""
EARLY = """
Ferry company doubts the bridge

Published 14 March 2024

The Ellery Ferry Company met on Friday. “Bridge tolls would ruin us,” said its director, Miriam Vale. “We will see about the fares,” Mayor Ada Thornbury said.
"""
FOUND = "document.querySelectorAll('#found > li').length && document.querySelector('#said').textContent"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    many = {f"seeds/tide{n}.txt": _tide(n) for n in range(1, 13)}
    write(root, {"sitegen.toml": SETTINGS, "seeds/late.txt": LATE, "seeds/early.txt": EARLY, **many})
    assert build(root).exit_code == 0
    return root


def _tide(number: int) -> str:
    numbers = "one two three four five six seven eight nine ten eleven twelve".split()
    word = numbers[number - 1]
    return f"Tide table {word}\n\nPublished {number} May 2025\n\nThe harbour office printed table {word} of the {word} tides on paper of its own, it said in a note {word}.\n"


@pytest.fixture(scope="module")
def hosted(site: Path) -> Iterator[str]:
    """The address of the site where a plain web server has it, under its path."""
    with served(site / "output", "/news/digest/") as found:
        yield found


@pytest.fixture(scope="module")
def previewed(site: Path) -> Iterator[str]:
    """The address of its preview."""
    started: Queue[str] = Queue()
    preview = Preview(site=site, output=site / "output", watched=(site / "content",), port=0)
    callers = Callers(build=lambda: build(site), say=lambda _report: None, started=started.put)
    server = PreviewServer(preview, address.listen(preview.host, preview.port), callers)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield started.get(timeout=60)
    server.stop()
    thread.join(60)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as made:
        yield made


def opened(browser: Browser, where: str) -> Tab:
    """Open the search page and wait until it can be used."""
    tab = browser.tab().go(where)
    tab.until("!document.querySelector('form.search').hidden && document.querySelector('#speaker').length > 1")
    return tab


@pytest.mark.parametrize("place", ["hosted", "previewed"])
def test_words_and_a_speaker_lead_to_what_she_said(
    place: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    tab = opened(browser, request.getfixturevalue(place) + "search/")
    tab.type("bridge tolls", "#q")
    tab.until(f"{FOUND} === 'Articles found: 2'")
    tab.choose("#speaker", "miriam-vale")
    tab.until("document.querySelectorAll('#found blockquote').length === 1")  # in the other article the mayor says it
    assert tab.address.endswith("search/?q=bridge+tolls&speaker=miriam-vale")
    assert tab.text("#found b.who").startswith("Miriam Vale")
    assert tab.text("#found h2") == "Ferry company doubts the bridge"
    assert tab.text("#found blockquote") == "“Bridge tolls would ruin us”"
    assert tab.texts("#found blockquote mark") == ["Bridge", "tolls"]
    assert tab.texts("#found .pill") == ["Direct"]
    assert len(tab.texts("#found > li")) == 2
    tab.follow("#found blockquote a")
    assert tab.value("document.querySelector(':target').textContent") == "Bridge tolls would ruin us,"
    assert tab.value("document.querySelector(':target').tagName") == "MARK"
    assert tab.errors == []
    host = urlsplit(tab.address).netloc
    assert {urlsplit(url).netloc for url in tab.requests} == {host}


def test_a_search_is_its_address(browser: Browser, hosted: str) -> None:
    tab = opened(browser, f"{hosted}search/?q=fares&speaker=ada-thornbury&date=2024-03")
    tab.until(f"{FOUND} === 'Articles found: 1'")
    assert [tab.value(f"document.querySelector('#{name}').value") for name in ("q", "speaker", "date")] == [
        "fares",
        "ada-thornbury",
        "2024-03",
    ]
    assert tab.texts("#found blockquote") == ["“We will see about the fares”"]
    tab.choose("#speaker", "")
    tab.choose("#date", "")
    tab.until(f"{FOUND} === 'Articles found: 2'")
    assert tab.address.endswith("search/?q=fares")


def test_without_words_the_newest_come_first(browser: Browser, hosted: str) -> None:
    tab = opened(browser, f"{hosted}search/?speaker=ada-thornbury")
    tab.until(f"{FOUND} === 'Articles found: 2'")
    assert tab.texts("#found h2") == ["Harbour dues are frozen", "Ferry company doubts the bridge"]
    assert tab.texts("#found .who") == ["Ada Thornbury, mayor"] * 2 or all(
        who.startswith("Ada Thornbury") for who in tab.texts("#found .who")
    )
    assert tab.texts("#found time") == ["20 April 2025", "14 March 2024"]


def test_the_keyboard_is_enough(browser: Browser, hosted: str) -> None:
    tab = opened(browser, f"{hosted}search/")
    tab.value("document.querySelector('#q').focus()")
    tab.type("tides")
    tab.press("Enter")
    tab.until(f"{FOUND} === 'Articles found: 12'")
    assert len(tab.texts("#found > li")) == 10
    assert tab.value("document.querySelector('#said').getAttribute('role')") == "status"
    tab.value("document.querySelector('#more').focus()")
    tab.press("Enter")
    tab.until("document.querySelectorAll('#found > li').length === 12")
    assert tab.value("document.activeElement === document.querySelectorAll('#found h2 a')[10]")
    assert not tab.value("document.querySelector('#more').checkVisibility()")


def test_names_lead_to_their_pages(browser: Browser, hosted: str) -> None:
    tab = opened(browser, f"{hosted}search/?q=thornbury")
    tab.until(FOUND)
    assert tab.texts("#named a") == ["Ada Thornbury"]
    tab.follow("#named a")
    assert tab.address == f"{hosted}speakers/ada-thornbury/"
    tab.leads(lambda: tab.value("[...document.links].find((a) => a.search).click()"))
    tab.until(f"{FOUND} === 'Articles found: 2'")
    assert tab.address == f"{hosted}search/?speaker=ada-thornbury"


@pytest.mark.parametrize("query", ["q=xylophone", "speaker=nobody-of-that-name", "q=%3Cimg+src%3Dx%3E"])
def test_nothing_found_is_said(query: str, browser: Browser, hosted: str) -> None:
    tab = browser.tab().go(f"{hosted}search/?{query}")
    tab.until("document.querySelector('#said').textContent.startsWith('Nothing was found.')")
    assert tab.texts("#found > li") == []
    assert tab.errors == []


def test_without_javascript_there_is_a_way_from_a_to_z(browser: Browser, hosted: str) -> None:
    tab = browser.tab(javascript=False).go(f"{hosted}search/")
    assert "Searching needs JavaScript." in tab.text("main")
    tab.follow("noscript a")
    assert tab.address == f"{hosted}a-z/"
    assert "Ada Thornbury" in tab.texts("#a + ul a")
    tab.follow("#a + ul a")
    assert tab.address == f"{hosted}speakers/ada-thornbury/"


def test_an_index_that_cannot_be_loaded_is_said(browser: Browser, site: Path, tmp_path: Path) -> None:
    alone = tmp_path / "search"
    alone.mkdir()
    (alone / "index.html").write_bytes((site / "output" / "search" / "index.html").read_bytes())
    for script in (site / "output").glob("search.*.js"):
        (tmp_path / script.name).write_bytes(script.read_bytes())
    with served(tmp_path) as found:
        tab = browser.tab().go(f"{found}search/")
        tab.until("document.querySelector('#said').textContent === 'The search could not be loaded.'")
