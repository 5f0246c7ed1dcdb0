"""Whatever is wrong with the input: one clear line, the right exit code, no traceback, nothing lost."""

import re
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.sites import BRIDGE, article_of, files_in, site, write

FIRST_LINE = re.compile(
    r"^(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|note): .+$", re.MULTILINE
)


def told(text: str) -> list[tuple[str, str]]:
    """Return path and severity of each diagnostic."""
    return [(m["path"], m["severity"]) for m in FIRST_LINE.finditer(text)]


BAD_SEEDS = {
    "empty": b"",
    "blank": b" \n\n\t\n",
    "binary": bytes(range(256)) * 40,
    "zip": b"PK\x03\x04" + b"\0" * 400,
}


@pytest.mark.parametrize("kind", BAD_SEEDS)
def test_a_bad_seed_leaves_its_neighbours_published(tmp_path: Path, kind: str) -> None:
    root = site(tmp_path, **{"seeds/bad.txt": BAD_SEEDS[kind]})
    done = run("build", "--site", root)
    assert done.exit_code == 1
    assert told(done.stderr) == [("seeds/bad.txt", "error")]
    assert len(list((root / "output/articles").glob("2025*"))) == 2
    again = run("build", "--site", root)
    assert (again.exit_code, told(again.stderr)) == (1, [("seeds/bad.txt", "error")])


def test_other_encodings_are_read(tmp_path: Path) -> None:
    root = site(
        tmp_path,
        **{
            "seeds/bridge.txt": BRIDGE.replace("Thornbury", "Thörnbury").encode("cp1252"),
            "seeds/ferry.txt": b"\xef\xbb\xbf" + BRIDGE.replace("bridge", "ferry").encode(),
        },
    )
    done = run("build", "--site", root)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "“We will not wait for the next flood,” Mayor Ada Thörnbury said." in article_of(root, "bridge").read_text()
    assert "\ufeff" not in article_of(root, "ferry").read_text()


HOPELESS = {
    "unclosed fence": ("---\ntitle: x\n\nbody", 1),
    "duplicate keys": ("---\ntitle: x\nid: a\ntitle: y\n---\n\nbody", 4),
    "not a mapping": ("---\n- a\n- b\n---\n\nbody", 2),
    "bad YAML": ("---\ntitle: [x\n---\n\nbody", 2),
    "bad date": ("---\ntitle: x\npublished: 2025-02-30\n---\n\nbody", 3),
    "alias bomb": ("---\na: &a [x]\ntitle: [*a, *a]\n---\n\nbody", 2),
}


@pytest.mark.parametrize("kind", HOPELESS)
def test_bad_content_publishes_nothing_and_the_last_good_site_stays(tmp_path: Path, kind: str) -> None:
    root = site(tmp_path)
    assert run("build", "--site", root).exit_code == 0
    before = files_in(root / "output")
    text, line = HOPELESS[kind]
    write(root, {"content/bad.md": text})
    done = run("build", "--site", root)
    assert done.exit_code == 1
    places = [(m["path"], m["severity"]) for m in FIRST_LINE.finditer(done.stderr)]
    assert ("content/bad.md", "error") in places
    assert f"content/bad.md:{line}:" in done.stderr
    assert files_in(root / "output") == before


def test_no_articles_at_all(tmp_path: Path) -> None:
    root = write(tmp_path, {"sitegen.toml": 'title = "Empty"\n'})
    done = run("build", "--site", root)
    assert (done.exit_code, told(done.stderr)) == (1, [("content", "error")])
    assert "seeds/" in done.stderr
    assert not (root / "output").exists()


@pytest.mark.parametrize("kind", ["a file", "not ours"])
def test_an_output_that_cannot_be_used(tmp_path: Path, kind: str) -> None:
    root = site(tmp_path)
    if kind == "a file":
        write(root, {"output": "I am a file"})
    else:
        write(root, {"output/precious.txt": "do not delete"})
    done = run("build", "--site", root)
    assert (done.exit_code, [s for _, s in told(done.stderr)]) == (1, ["error"])
    if kind == "not ours":
        assert files_in(root / "output") == {"precious.txt": b"do not delete"}


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("sitegen.toml", 'title = "x\n', "sitegen.toml:1:"),
        ("sitegen.toml", "title = 5\n", "sitegen.toml:1:"),
        ("sitegen.toml", 'base_url = "nowhere"\n', "sitegen.toml:1:"),
        ("sitegen.toml", 'title = "x"\ntimezone = "Mars/Olympus"\n', "sitegen.toml:2:"),
        ("content/topics.toml", "[[topic]]\nname = 3\n", "content/topics.toml:"),
        ("templates/article.html", "{% if %}", "templates/article.html:1:"),
        ("templates/article.html", "{{ view.titel }}", "templates/article.html:1:"),
        ("content/x.md", b"\xff\xfe\x00bad", "content/x.md:1:1:"),
    ],
)
def test_bad_settings_and_templates_are_told_with_their_place(
    tmp_path: Path, name: str, text: str | bytes, place: str
) -> None:
    root = site(tmp_path)
    assert run("build", "--site", root).exit_code == 0
    before = files_in(root / "output")
    write(root, {name: text})
    done = run("build", "--site", root)
    assert done.exit_code == 1
    assert place in done.stderr
    assert files_in(root / "output") == before


def test_two_files_of_one_id_are_named_both(tmp_path: Path) -> None:
    root = site(tmp_path)
    run("build", "--site", root)
    path = article_of(root, "bridge")
    write(root, {"content/zz-copy.md": path.read_bytes()})
    done = run("build", "--site", root)
    assert done.exit_code == 1
    assert f"content/{path.name}" in done.stderr
    assert "content/zz-copy.md" in done.stderr


def test_a_command_never_shows_a_traceback(tmp_path: Path) -> None:
    root = write(tmp_path, {"sitegen.toml": "\0", "content/a.md": b"\0\0", "seeds/x.html": b"<" * 50_000})
    done = run("build", "--site", root)
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    root = site(tmp_path)
    done = run("build", "--site", root, "--scheduler", "tcp://127.0.0.1:9")
    assert (done.exit_code, [s for _, s in told(done.stderr)]) == (1, ["error"])
    assert "Traceback" not in done.stderr
