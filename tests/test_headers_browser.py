"""The headers that a site asks its host for: under them a browser shows every kind of page as without, and searches."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import Browser, headers_of, served
from tests.sites import build, site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = site(tmp_path_factory.mktemp("site"))
    assert build(root).exit_code == 0
    return root / "output"


@pytest.fixture(scope="module")
def hosted(output: Path) -> Iterator[str]:
    with served(output, "/sub/") as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as made:
        yield made


def test_pages_break_no_rule_of_their_own_policy(output: Path, hosted: str, browser: Browser) -> None:
    assert "Content-Security-Policy" in {name for _, name, _ in headers_of(output)}
    tab = browser.tab()
    kinds = {p.relative_to(output).parts[0]: p for p in sorted(output.rglob("*.html"), reverse=True)}
    for page in kinds.values():
        tab.go(hosted + page.relative_to(output).as_posix())
    assert tab.errors == []


def test_a_page_has_its_style_and_the_search_its_index(hosted: str, browser: Browser) -> None:
    tab = browser.tab().go(hosted)
    assert tab.value("document.styleSheets.length && document.styleSheets[0].cssRules.length") > 10
    tab.go(f"{hosted}search/?q=flood")
    tab.until("document.querySelectorAll('#found > li').length")
    assert tab.errors == []


def test_an_e_mail_looks_like_one(output: Path, hosted: str, browser: Browser) -> None:
    mail = next(output.rglob("email.html")).relative_to(output).as_posix()
    tab = browser.tab().go(hosted + mail)
    assert tab.value("[...document.querySelectorAll('[style]')].some((e) => e.style.length > 0)")
    assert tab.errors == []
