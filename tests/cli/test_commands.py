"""The commands as a user meets them: words, channels, exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli.main import main
from tests.sites import article_of, site, write


def run(*words: str | Path, given: bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(w) for w in words], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


@pytest.fixture
def built(root: Path) -> Path:
    assert run("build", "--site", root, "-q").exit_code == 0
    return root


def test_a_new_site_builds_and_checks(tmp_path: Path) -> None:
    demo = tmp_path / "demo"
    assert run("init", demo).exit_code == 0
    done = run("build", "--site", demo)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == f"the site is at {demo}/output/index.html"
    checked = run("check", "--site", demo)
    assert (checked.exit_code, checked.stdout) == (0, "0 errors, 0 warnings\n")


def test_init_refuses_a_folder_with_files_and_never_overwrites(tmp_path: Path) -> None:
    write(tmp_path, {"sitegen.toml": "title = 'mine'\n"})
    refused = run("init", tmp_path)
    assert (refused.exit_code, "--force" in refused.stderr) == (2, True)
    assert run("init", tmp_path, "--force").exit_code == 0
    assert (tmp_path / "sitegen.toml").read_text() == "title = 'mine'\n"
    assert (tmp_path / "seeds").is_dir()


def test_new_article_is_a_draft_that_builds(built: Path) -> None:
    made = run("new", "article", 'The "second" bridge', "--site", built)
    assert made.exit_code == 0
    done = run("build", "--site", built)
    assert done.exit_code == 0
    assert "1 held (draft)" in done.stdout
    assert run("new", "article", 'The "second" bridge', "--site", built).exit_code == 1


def test_new_topic_is_added_once(built: Path) -> None:
    assert run("new", "topic", "Rivers & lakes", "--site", built).exit_code == 0
    assert run("new", "topic", "Rivers & lakes", "--site", built).exit_code == 2
    assert run("build", "--site", built).exit_code == 0


def test_build_says_when_nothing_changed(built: Path) -> None:
    done = run("build", "--site", built)
    assert "nothing changed" in done.stdout
    assert done.stderr == ""


def test_build_as_json_is_json_alone(root: Path) -> None:
    done = run("build", "--site", root, "--json")
    report = json.loads(done.stdout)
    assert (report["exit_code"], report["counts"]["articles"], report["published"]) == (0, 2, True)


def test_build_in_another_folder_with_another_address(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere"
    assert run("build", "--site", built, "-o", out, "--base-url", "https://news.example.net/x").exit_code == 0
    assert b"https://news.example.net/x/feed.xml" in (out / "feed.xml").read_bytes()
    assert b"https://example.org/sub/feed.xml" in (built / "output/feed.xml").read_bytes()


def test_wrong_use_exits_with_2(root: Path, tmp_path: Path) -> None:
    for words in (
        ["build", "--site", tmp_path / "nowhere"],
        ["build", "--site", root, "--clock", "yesterday"],
        ["build", "--site", root, "--base-url", "example.org"],
        ["clean"],
        ["annotate"],
        ["list", "everything", "--site", root],
        ["no-such-command"],
    ):
        assert run(*words).exit_code == 2, words


def test_the_clock_decides_what_is_in_the_future(root: Path) -> None:
    done = run("build", "--site", root, "--clock", "2025-03-13")
    assert "1 held (dated in the future): content/2025-03-14" in done.stdout
    listed = run("list", "future", "--site", root, "--clock", "2025-03-13", "--json")
    assert [row["published"] for row in json.loads(listed.stdout)] == ["2025-03-14"]
    assert run("list", "future", "--site", root, "--clock", "2025-03-14", "--json").stdout == "[]\n"


def test_list_speakers_and_topics(built: Path) -> None:
    speakers = json.loads(run("list", "speakers", "--site", built, "--json").stdout)
    assert {"Ada Thornbury", "Miriam Vale"} <= {row["name"] for row in speakers}
    assert run("list", "topics", "--site", built).exit_code == 0
    assert run("list", "drafts", "--site", built).stdout == ""


def test_explain_says_why_and_what_changed(built: Path) -> None:
    path = article_of(built, "bridge")
    page = f"articles/{path.stem}/"
    told = run("explain", page, "--site", built).stdout
    assert "is made by article.html" in told
    assert f"from content/{path.name}" in told
    assert "nothing has changed since" in told
    path.write_text(path.read_text() + "\nMore.\n")
    assert f"changed since: content/{path.name}" in run("explain", page, "--site", built).stdout
    assert run("explain", "no/such/page", "--site", built).exit_code == 1


def test_check_tells_an_old_site_and_a_broken_link(built: Path) -> None:
    path = article_of(built, "bridge")
    path.write_text(path.read_text() + "\nSee [this](/topics/none/).\n")
    assert "not what its inputs say now" in run("check", "--site", built).stderr
    assert run("build", "--site", built).exit_code == 0
    found = run("check", "--site", built)
    assert found.exit_code == 1
    assert "leads to no page" in found.stderr


def test_strict_makes_warnings_count(root: Path) -> None:
    write(root, {"sitegen.toml": 'titel = "Digest"\n'})
    assert run("build", "--site", root).exit_code == 0
    strict = run("build", "--site", root, "--strict")
    assert strict.exit_code == 1
    assert "sitegen.toml:1:1: warning:" in strict.stderr
    assert "title" in strict.stderr


def test_ingest_copies_a_path_from_outside_once(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(
        "A new quay for Port Ellery\n\nPublished 2 April 2025\n\nThe council opened a new quay on April 1, 2025.\n"
    )
    done = run("ingest", outside, "--site", root)
    assert (done.exit_code, (root / "seeds/outside.txt").is_file()) == (0, True)
    assert "3 new" in done.stdout
    again = run("ingest", outside, "--site", root)
    assert (again.exit_code, again.stdout) == (0, "nothing new in seeds/\n")
    outside.write_text("Another text under the same name\n")
    assert run("ingest", outside, "--site", root).exit_code == 1
    assert run("ingest", "--site", root).stdout == "nothing new in seeds/\n"


def test_annotate_filter_keeps_order_and_answers_bad_lines() -> None:
    lines = [
        json.dumps({"id": "a", "text": "“We go,” said Ada Thornbury on Monday.", "published": "2025-03-12"}),
        "not json",
        json.dumps({"id": "b", "text": 5}),
        json.dumps({"id": "c", "text": ""}),
    ]
    done = run("annotate", "--jsonl", given="\n".join(lines).encode())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert [row["id"] for row in rows] == ["a", None, "b", "c"]
    assert ["error" in row for row in rows] == [False, True, True, False]
    (quoted,) = rows[0]["quotations"]
    assert (quoted["text"].rstrip(","), quoted["manner"], quoted["speaker"]) == ("We go", "direct", "ada-thornbury")
    assert [(t["text"], t["value"]) for t in rows[0]["times"]] == [("Monday", "2025-03-10")]


def test_clean_filter() -> None:
    page = (
        "<html><head><title>T</title></head><body><article><h1>A bridge for Ellery</h1>"
        + "<p>The council approved the bridge after years of debate, and the mayor said so.</p>" * 5
    )
    lines = [
        json.dumps({"id": 1, "html": page, "url": "https://example.org/x"}),
        json.dumps({"id": 2, "text": "One.\n\nTwo."}),
    ]
    done = run("clean", "--jsonl", given="\n".join(lines).encode())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert rows[0]["title"] == "A bridge for Ellery"
    assert set(rows[0]) == {
        "id",
        "title",
        "byline",
        "publisher",
        "published",
        "language",
        "text",
        "markdown",
        "removed",
        "diagnostics",
    }


def test_help_names_every_command() -> None:
    told = run("--help").stdout
    for name in ("init", "new", "ingest", "build", "serve", "check", "list", "explain", "clean", "annotate"):
        assert f"  {name} " in told
