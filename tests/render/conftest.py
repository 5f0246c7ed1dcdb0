from pathlib import Path

import pytest

from sitegen.render.folders import template_folders
from sitegen.render.theme import Theme


def default_texts() -> dict[str, str]:
    folder = next(f for f in template_folders() if f.is_dir())
    return {
        p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8")
        for p in sorted(Path(folder).rglob("*"))
        if p.is_file()
    }


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    return default_texts()


@pytest.fixture(scope="session")
def theme(texts: dict[str, str]) -> Theme:
    return Theme(texts, {})
