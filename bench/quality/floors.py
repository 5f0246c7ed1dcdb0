#!/usr/bin/env python3
"""Measure the extraction through the filters and compare it with floors that only rise.

    bench/quality/floors.py [--slice] [--raise]

Scorer and data are those of the folder that SITEGEN_EVAL names (default: ../shared/data beside the repository); nothing of them is in
the repository. bench/floors.json holds the floors: of the whole sets, and of a slice of each for a quick look. --raise writes what was
measured, less a margin for noise, where that is above the floor; it never lowers one.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "bench" / "floors.json"
SLICE = 40
MARGIN = 0.005
"""A measured figure may be this share above the floor that is made of it."""
STAGES = {
    "quotes": ["annotate", "--jsonl"],
    "times": ["annotate", "--jsonl"],
    "events": ["annotate", "--jsonl"],
    "clean": ["clean", "--jsonl"],
}
SCRIPTS = {
    "furniture": (["furniture.py", "--json"], ["--pastes"]),
    "duplicates": (["duplicates.py", "--json", "--copies", "500"], ["--copies", "60", "--articles", "2500"]),
}
"""Measured by scripts of this folder; what makes them quick."""
KEPT_OF_SCRIPTS = ("P", "R", "titles", "P, repeats set aside")
KEPT = (
    "direct_e2e_F",
    "all_e2e_P",
    "all_e2e_F",
    "e2n",
    "strict",
    "type",
    "value",
    "event_date_accuracy",
    "timeline_date_F1",
    "F1",
    "title",
    "day",
    "authors",
)


def data_folder() -> Path:
    return Path(os.environ.get("SITEGEN_EVAL", ROOT.parent / "shared" / "data"))


def measure(stage: str, folder: Path, limit: int) -> dict[str, float]:
    """Return the figures of a stage, named by set and measure."""
    program = Path(sys.executable).parent / "sitegen"
    command = [sys.executable, str(folder / "evaluate.py"), stage, "--json", "--limit", str(limit), "--"]
    done = subprocess.run([*command, str(program), *STAGES[stage]], capture_output=True, check=False, text=True)
    if done.returncode:
        sys.exit(f"{stage}: the scorer failed\n{done.stderr[-2000:]}")
    return dict(flat(stage, json.loads(done.stdout), KEPT))


def measure_here(name: str, *, quick: bool) -> dict[str, float]:
    """Return the figures of a script of this folder."""
    (script, *words), more = SCRIPTS[name]
    command = [sys.executable, str(Path(__file__).with_name(script)), *words, *(more if quick else [])]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    if done.returncode:
        sys.exit(f"{name}: the script failed\n{done.stderr[-2000:]}")
    return dict(flat(name, json.loads(done.stdout), KEPT_OF_SCRIPTS))


def flat(name: str, found: dict, kept: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    for key, value in found.items():
        if isinstance(value, dict):
            yield from flat(f"{name}.{key}", value, kept)
        elif key in kept:
            yield f"{name}.{key}", value


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--slice", action="store_true", help="the first articles of each set only")
    ask.add_argument("--raise", dest="lift", action="store_true", help="raise floors to what was measured")
    given = ask.parse_args()
    folder = data_folder()
    if not (folder / "evaluate.py").is_file():
        print(f"quality not measured: no scorer in {folder} (name its folder in SITEGEN_EVAL)")
        return
    kind = "slice" if given.slice else "whole"
    floors = json.loads(FLOORS.read_text()) if FLOORS.is_file() else {}
    held = floors.setdefault(kind, {})
    figures = {}
    for stage in STAGES:
        figures |= measure(stage, folder, SLICE if given.slice else 0)
    for script in SCRIPTS:
        figures |= measure_here(script, quick=given.slice)
    sunk = [name for name, floor in held.items() if figures.get(name, 0) < floor]
    for name, figure in figures.items():
        print(f"{name}: {figure} (floor {held.get(name, 'none')}){'  BELOW' if name in sunk else ''}")
    if given.lift:
        for name, figure in figures.items():
            held[name] = max(held.get(name, 0), round(figure * (1 - MARGIN), 3))
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n")
    if sunk:
        sys.exit(f"{len(sunk)} figures are below their floors")


if __name__ == "__main__":
    main()
