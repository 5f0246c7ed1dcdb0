#!/usr/bin/env python3
"""Ingest a web archive of N article pages that this script writes: pages a second, peak memory, and what a kill in the middle costs.

    bench/warc.py [-n 1000 10000] [--seed 1] [--kill] [--light] [--keep FOLDER]

Among the articles stand index pages, pictures, redirects and errors, as in any crawl. With --kill the last size is ingested once more, killed
with all its processes when half of the articles are there, and run again: their number must be right, none twice, none made again. With --light
nothing is annotated: what is measured is reading, cleaning and writing.
"""

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from webarchive import write_archive


def memory(group: int) -> tuple[int, int]:
    """Return the resident memory of the first process of a group, and of all of it, in MB; pages shared by workers count for each."""
    first = total = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError, IndexError, ValueError):
                fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
                if int(fields[2]) == group:
                    size = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") >> 20
                    total += size
                    first = size if int(folder.name) == group else first
    return first, total


COMMAND = "from sitegen.cli.main import main; main()"
LIGHT = """
from sitegen.model.annotations import Annotations
from sitegen.pipeline import work
from sitegen.pipeline.work import Made
work.annotate_all = lambda articles, made_by: tuple((Made(article=a, annotations=Annotations(made_by=made_by)), ()) for a in articles)
"""
script = COMMAND


def ingest(site: Path, until: int | None = None) -> tuple[float, int, int]:
    """Run an ingest, killed when so many articles are there; return seconds and the peaks of memory."""
    began = time.perf_counter()
    where = ["--scheduler", "inline"] if script != COMMAND else []
    command = [sys.executable, "-c", script, "ingest", "--site", str(site), "-q", *where]
    process = subprocess.Popen(command, start_new_session=True)
    one = all_of_them = 0
    while process.poll() is None:
        time.sleep(0.2)
        first, total = memory(process.pid)
        one, all_of_them = max(one, first), max(all_of_them, total)
        if until is not None and count(site) >= until:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            until = None
    return time.perf_counter() - began, one, all_of_them


def count(site: Path) -> int:
    """Return how many articles there are."""
    folder = site / "content"
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return sum(name.endswith(".md") and not name.startswith(".") for name in names)


def seeds(site: Path) -> list[str]:
    """Return what the articles name as their seeds."""
    lines = (line for path in sorted((site / "content").glob("*.md")) for line in path.read_text("utf-8").splitlines())
    return [line.split("pages.warc.gz#")[1].rstrip("'\"") for line in lines if "pages.warc.gz#" in line]


def lay_out(folder: Path, number: int, seed: int) -> Path:
    site = folder / f"site-{number}"
    (site / "seeds").mkdir(parents=True)
    (site / "sitegen.toml").write_text('title = "Bench"\nbase_url = "http://localhost:8000/"\n', "utf-8")
    with (site / "seeds/pages.warc.gz").open("wb") as file:
        write_archive(file, number, random.Random(seed))
    return site


def measure(folder: Path, number: int, seed: int) -> None:
    site = lay_out(folder, number, seed)
    size = (site / "seeds/pages.warc.gz").stat().st_size / 1e6
    seconds, one, total = ingest(site)
    print(
        f"{number:,} pages ({size:.1f} MB packed): {seconds:.0f} s, {number / seconds:.1f} pages/s, "
        f"peak {one} MB (all processes {total} MB), {count(site):,} articles",
        flush=True,
    )
    again, one, _ = ingest(site)
    print(f"  again, nothing to do: {again:.1f} s, peak {one} MB", flush=True)


def kill(folder: Path, number: int, seed: int) -> bool:
    """Kill an ingest half way and run it again; say whether all is as it should be."""
    site = lay_out(folder / "killed", number, seed)
    ingest(site, number // 2)
    there = {p.name: p.stat().st_mtime_ns for p in (site / "content").glob("*.md")}
    seconds, _, _ = ingest(site)
    touched = sum((site / "content" / name).stat().st_mtime_ns != when for name, when in there.items())
    named = seeds(site)
    good = count(site) == number and len(named) == len(set(named)) == number and not touched
    print(
        f"killed at {len(there):,}, then {seconds:.0f} s more: {count(site):,} articles, {len(named) - len(set(named))} seeds twice, "
        f"{touched} made again: {'good' if good else 'WRONG'}"
    )
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, nargs="+", default=[1000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    global script  # noqa: PLW0603 -- a script's own setting
    script = LIGHT + COMMAND if given.light else COMMAND
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        for number in given.n:
            measure(folder, number, given.seed)
        return int(given.kill and not kill(folder, given.n[-1], given.seed))


if __name__ == "__main__":
    sys.exit(main())
