"""`sitegen fetch` as a user meets it: words, channels, exit codes, lists of feeds, an interruption."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli.main import main
from tests.fetch.server import Asked, Server, answer, rss, with_etag
from tests.fetch.site import Site

LIST = b"""<opml><body><outline text="Quay" xmlUrl="https://quay.test/feed?a=1&amp;b=2"/>
<outline text='The "Post"' xmlUrl="https://POST.test/feed/"/><outline xmlUrl="mailto:me"/></body></opml>"""
FETCH = "[fetch]\npause = 0\nallow_private = true\n"


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, ["fetch", *(str(w) for w in words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def follow(root: Path, *urls: str) -> None:
    (root / "sitegen.toml").write_text(FETCH + "".join(f'[[feeds]]\nurl = "{url}"\n' for url in urls))


def test_the_summary(tmp_path: Path, server: Server) -> None:
    server.pages = {"/feed": with_etag(rss("/a", "/b", "/c")), "/a": answer("A"), "/b": answer("B"), "/c": answer("C")}
    follow(tmp_path, server.url("/feed"), server.url("/gone"))
    done = run("--site", tmp_path, "--pages", "2", "--clock", "2025-06-01T12:00:00")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("2 feeds, 0 not modified, 3 new items, 2 new pages, ")
    assert lines[1:] == [
        "1 page left for the next run (--pages)",
        "kept in seeds/fetched/20250601T120000Z.warc.gz; `sitegen build` makes articles of it",
    ]
    first, hint = done.stderr.splitlines()
    assert first.startswith(server.url("/gone"))
    assert first.endswith("error: is not there (404)")
    assert hint.startswith("  hint: ")
    follow(tmp_path, server.url("/feed"))
    again = run("--site", tmp_path, "--pages", "0")
    assert again.stdout.splitlines() == [
        "1 feed, 1 not modified, 0 new items, 0 new pages, 0 bytes",
        "1 page left for the next run (--pages)",
        "nothing new",
    ]
    assert (again.exit_code, again.stderr) == (0, "")


def test_json_and_quiet(tmp_path: Path, server: Server) -> None:
    server.pages = {"/feed": answer(rss("/a")), "/a": answer("A")}
    follow(tmp_path)
    told = json.loads(run("--site", tmp_path, "--json", server.url("/feed"), server.url("/gone")).stdout)
    assert (told["exit_code"], told["feeds"], told["new_items"], told["pages"]) == (1, 2, 1, 1)
    assert [(a["url"], a["outcome"]) for a in told["answers"]] == [
        (server.url("/feed"), "new"),
        (server.url("/gone"), "failed"),
        (server.url("/a"), "new"),
    ]
    assert told["diagnostics"][0]["code"] == "fetch-gone"
    quiet = run("--site", tmp_path, "-q", server.url("/feed"))
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "")


def test_nothing_configured_and_wrong_use(tmp_path: Path) -> None:
    done = run("--site", tmp_path)
    assert (done.exit_code, done.stdout.startswith("no feeds are configured")) == (0, True)
    assert run("--site", tmp_path, "example.org/feed").exit_code == 2
    assert run("--site", tmp_path / "none").exit_code == 2
    assert run("--site", tmp_path, "--pages", "-1").exit_code == 2


def test_a_list_of_feeds_is_appended_once(tmp_path: Path) -> None:
    before = '# mine\r\ntitle = "Quay"\r\n[[feeds]]\r\nurl = "https://post.test/feed"'
    (tmp_path / "sitegen.toml").write_bytes(before.encode())
    (tmp_path / "list.opml").write_bytes(LIST)
    done = run("--site", tmp_path, "--opml", tmp_path / "list.opml")
    assert done.stdout == "sitegen.toml: 1 feed added; 1 followed already\n"
    assert "warning: mailto:me is no address of the web" in done.stderr
    after = (tmp_path / "sitegen.toml").read_bytes().decode()
    assert after == before + '\r\n\r\n[[feeds]]\r\nurl = "https://quay.test/feed?a=1&b=2"\r\nname = "Quay"\r\n'
    again = run("--site", tmp_path, tmp_path / "list.opml")
    assert again.stdout == "sitegen.toml: 0 feeds added; 2 followed already\n"
    assert (tmp_path / "sitegen.toml").read_bytes().decode() == after


def test_a_list_goes_where_the_site_is_configured(tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_bytes(LIST)
    (tmp_path / "pyproject.toml").write_text('[tool.sitegen]\ntitle = "Quay"\n')
    done = run("--site", tmp_path, "--opml", tmp_path / "list.opml", "--json")
    assert json.loads(done.stdout)["config"] == "pyproject.toml"
    text = (tmp_path / "pyproject.toml").read_text()
    assert '[[tool.sitegen.feeds]]\nurl = "https://POST.test/feed/"\nname = "The \\"Post\\""\n' in text
    assert not (tmp_path / "sitegen.toml").exists()


@pytest.mark.parametrize("config", ['feeds = [{url = "https://a.test/"}]\n', "title = \n", "title = 3\n"])
def test_a_list_that_cannot_be_appended_changes_nothing(tmp_path: Path, config: str) -> None:
    (tmp_path / "list.opml").write_bytes(LIST)
    (tmp_path / "sitegen.toml").write_text(config)
    assert run("--site", tmp_path, "--opml", tmp_path / "list.opml").exit_code == 1
    assert (tmp_path / "sitegen.toml").read_text() == config


def test_what_had_come_before_an_interruption_is_kept(site: Site, server: Server) -> None:
    waiting = threading.Event()

    def hanging(connection: object, asked: Asked) -> None:
        waiting.set()
        time.sleep(10)

    server.pages = {"/a": answer("<p>A"), "/b": hanging}
    follow(site.root, server.url("/a"), server.url("/b"))
    code = "import sys; from sitegen.cli.main import main; sys.argv[0] = 'sitegen'; main()"
    command = [sys.executable, "-c", code, "fetch", "--site", str(site.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert waiting.wait(30)
        os.kill(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, "")
    assert "interrupted; what had come is kept" in out
    assert [url for url, _ in site.kept()] == ["/a"]


def test_a_build_imports_nothing_of_the_network(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content").mkdir()
    code = (
        "import sys; from click.testing import CliRunner; from sitegen.cli.main import main\n"
        f"result = CliRunner().invoke(main, ['build', '--site', {str(tmp_path)!r}])\n"
        "assert 'nothing to publish' in result.output, result.output\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('httpx', 'httpcore', 'protego') or n.startswith('sitegen.fetch')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
