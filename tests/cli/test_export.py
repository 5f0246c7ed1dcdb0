"""The digest as data: a built site's documents against their schemas, and `sitegen export`."""

import csv
import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar
from jsonschema import Draft202012Validator

from sitegen.check.site import check_site
from sitegen.cli.main import main
from sitegen.plan.schemas import KINDS, schema
from tests.sites import article_of, build, files_in, site

BASE = "https://example.org/sub/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = site(tmp_path_factory.mktemp("export") / "site")
    assert build(made).exit_code == 0
    return made


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, ["export", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def valid(document: bytes) -> dict[str, object]:
    read = json.loads(document)
    kind = read["schema"].removeprefix(f"{BASE}api/schema/").removesuffix(".json")
    Draft202012Validator(schema(KINDS[kind])).validate(read)
    return dict(read)


def test_every_document_of_a_built_site_is_by_its_schema(root: Path) -> None:
    files = files_in(root / "output")
    documents = [p for p in files if p.startswith("api/") and not p.startswith("api/schema/")]
    kinds = {str(valid(files[path])["schema"]).rsplit("/", 1)[1] for path in documents}
    assert kinds >= {"index.json", "article.json", "speaker.json", "topic.json", "timeline.json"}
    assert {f"api/schema/{kind}.json" for kind in KINDS} <= set(files)
    assert json.loads(files["api/schema/article.json"]) == schema(KINDS["article"])


def test_check_follows_the_links_of_the_documents(root: Path) -> None:
    files = files_in(root / "output")
    assert check_site(files, BASE) == ()
    gone = {path: data for path, data in files.items() if not path.startswith("api/speakers/ada")}
    assert {(d.code, d.path) for d in check_site(gone, BASE)} >= {("link-broken", "api/index.json")}
    torn = {**files, "api/index.json": b"{"}
    assert [d.code for d in check_site(torn, BASE)] == ["data-invalid"]


def test_json_is_everything_in_one_document(root: Path) -> None:
    made = run("json", "--site", root)
    assert (made.exit_code, made.stderr) == (0, "")
    read = valid(made.stdout_bytes)
    assert {len(read[part]) for part in ("articles", "timeline")} == {2, 3}  # type: ignore[arg-type] # lists


def test_csv_has_a_row_for_each_quotation_and_event(root: Path) -> None:
    said = list(csv.DictReader(StringIO(run("csv", "--site", root).stdout_bytes.decode("utf-8-sig"))))
    assert (said[0]["speaker"], said[0]["role"], said[0]["manner"]) == ("Ada Thornbury", "Mayor", "direct")
    events = list(
        csv.DictReader(StringIO(run("csv", "--what", "events", "--site", root).stdout_bytes.decode("utf-8-sig")))
    )
    assert [row["date"] for row in events] == ["2025-03-11", "2025-03-14", "2025-06-02"]
    assert all(row["link"].startswith(BASE) for row in (*said, *events))


def test_a_topic_alone(root: Path) -> None:
    made = json.loads(run("timelinejs", "--topic", "bridge", "--site", root).stdout)
    assert made["title"]["text"]["headline"] == "Bridge"
    assert [e["start_date"]["year"] for e in made["events"]] == [2025, 2025, 2025]
    asked = run("csv", "--topic", "nowhere", "--site", root)
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert "no topic 'nowhere'" in asked.stderr
    assert run("json", "--topic", "bridge", "--site", root).exit_code == 2


def test_opml_and_ics_are_those_of_the_site(root: Path) -> None:
    files = files_in(root / "output")
    assert run("opml", "--site", root).stdout_bytes == files["opml.xml"]
    assert run("ics", "--site", root).stdout_bytes == files["calendar.ics"]
    listed = {o.get("xmlUrl", "") for o in ET.fromstring(files["opml.xml"]).iter("outline") if o.get("type")}
    assert listed == {BASE + path for path in files if path.endswith("feed.xml")}
    assert len(Calendar.from_ical(files["calendar.ics"]).walk("VEVENT")) == 1


def test_a_file_gets_what_stdout_would(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "digest.csv"
    assert run("csv", "-o", target, "--site", root).stdout == ""
    assert target.read_bytes() == run("csv", "--site", root).stdout_bytes


def test_wrong_use_and_wrong_content(root: Path, tmp_path: Path) -> None:
    assert run("xlsx", "--site", root).exit_code == 2
    assert run("json", "--site", tmp_path / "nowhere").exit_code == 2
    broken = site(tmp_path / "site", **{"content/bad.md": "---\ntitle: [\n---\n"})
    made = run("json", "--site", broken)
    assert (made.exit_code, made.stdout) == (1, "")
    assert "content/bad.md:" in made.stderr


def test_a_calendar_keeps_the_names_of_its_events(tmp_path: Path) -> None:
    made = site(tmp_path / "site")
    build(made)
    uids = [e["UID"] for e in Calendar.from_ical(run("ics", "--site", made).stdout_bytes).walk("VEVENT")]
    path = article_of(made, "bridge")
    path.write_text(path.read_text().replace("title: Council", "title: The council"))
    path.rename(path.with_name("renamed.md"))
    again = run("ics", "--site", made, "--base-url", "https://elsewhere.example/").stdout_bytes
    assert [e["UID"] for e in Calendar.from_ical(again).walk("VEVENT")] == uids
    assert b"The council approves" in again


def test_dates_are_english_for_machines_and_in_the_language_of_the_site_for_people(root: Path) -> None:
    settings = (root / "sitegen.toml").read_text("utf-8")
    (root / "sitegen.toml").write_text('language = "de"\n' + settings, "utf-8")
    try:
        rows = run("csv", "--what", "events", "--site", root).stdout
        shown = run("timelinejs", "--site", root).stdout
    finally:
        (root / "sitegen.toml").write_text(settings, "utf-8")
    assert ("11 March 2025" in rows, "11. März 2025" in rows) == (True, False)
    assert ("11 March 2025" in shown, "11. März 2025" in shown) == (False, True)
