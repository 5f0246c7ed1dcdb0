"""A real calendar program takes the calendar of a built site, and knows its events again when it comes anew."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.sites import article_of, build, site, write

pytestmark = pytest.mark.reader

CONFIG = """\
[calendars]
[[digest]]
path = {folder}/events
[default]
default_calendar = digest
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def _khal(folder: Path, *words: str | Path) -> str:
    command = [shutil.which("khal") or "khal", "-c", str(folder / "config"), *map(str, words)]
    home = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=home, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_khal_takes_the_calendar_and_has_each_event_once(tmp_path: Path) -> None:
    root, folder = site(tmp_path / "site"), write(tmp_path / "khal", {"events/.keep": ""})
    write(folder, {"config": CONFIG.format(folder=folder)})
    assert build(root).exit_code == 0
    _khal(folder, "import", "--batch", root / "output" / "calendar.ics")
    assert "Construction will begin" in _khal(folder, "list", "2025-06-02", "1d")
    path = article_of(root, "bridge")
    path.write_text(path.read_text().replace("title: Council", "title: The council"))
    assert build(root, base_url="https://elsewhere.example/").exit_code == 0
    _khal(folder, "import", "--batch", root / "output" / "calendar.ics")
    listed = _khal(folder, "list", "2025-06-01", "3d")
    assert listed.count("Construction will begin") == 1
    assert "The council approves" in listed
