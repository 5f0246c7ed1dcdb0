"""Every code of a diagnostic of this room is explained, and every explained code is in use."""

import re
from pathlib import Path

import sitegen.content
from sitegen.content.codes import CODES

SOURCES = [
    path.read_text(encoding="utf-8")
    for path in Path(sitegen.content.__file__).parent.glob("*.py")
    if path.name != "codes.py"
]
PARTS = ("cue", "source", "expression")


def test_every_code_in_use_is_explained() -> None:
    used = {code for source in SOURCES for code in re.findall(r"(?:error|warning)\(\s*\"([a-z-]+)\"", source)}
    assert used
    assert used <= CODES.keys()


def test_every_explained_code_is_in_use() -> None:
    composed = {f"{part}-not-in-body" for part in PARTS}
    assert {code for code in CODES.keys() - composed if not any(f'"{code}"' in source for source in SOURCES)} == set()
