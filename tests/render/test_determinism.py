"""The same views and templates give the same bytes, wherever and whenever."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FINGERPRINTS = """
from sitegen import fingerprint
from sitegen.render.renderer import render
from sitegen.render.theme import Theme
from tests.render.conftest import default_texts
from tests.render.sample_bare import EMPTY
from tests.render.sample_pages import RICH
theme = Theme(default_texts(), {})
for page in (*RICH, *EMPTY):
    print(page.path, fingerprint.of_bytes(render(page, theme).value), theme.closure(page.template))
"""


def _run(zone: str, seed: str, folder: Path) -> str:
    env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", FINGERPRINTS], cwd=folder, env=env, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def here() -> str:
    return _run("UTC", "0", ROOT)


def test_time_zone_hash_seed_and_folder_make_no_difference(here: str, tmp_path: Path) -> None:
    assert here.count("\n") > 20
    assert _run("Asia/Kathmandu", "1", tmp_path) == here
