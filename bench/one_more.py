#!/usr/bin/env python3
"""What does one article more cost where 10,000 are known? The link stage is timed, and what it found is compared with a clean run.

    bench/one_more.py SITE [--runs 3]

SITE is ingested (bench/newswire.py, then `sitegen ingest`) and is not touched: its content is copied. Each run takes one article out, lets the rest be
known and their addresses promised, puts the article back and links in a process of its own. The last run links once more without anything remembered.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sitegen import fingerprint
from sitegen.content import ledger
from sitegen.pipeline import loading, survey
from sitegen.pipeline.workspace import Request

MOMENT = datetime(2025, 1, 1, tzinfo=UTC)
SHOWN = ("people", "topics", "stories", "happenings", "sayings", "editions", "doubts")


def linked(site: Path) -> dict[str, Any]:
    """Link a site in this process; return the seconds, the memory in MB and fingerprints of what was found."""
    request = Request(site=site, output=site / "output", now=MOMENT)
    loaded = loading.load(request, None)
    began, worked = time.perf_counter(), time.process_time()
    found = survey.linking(request, loaded).value
    seconds, busy = time.perf_counter() - began, time.process_time() - worked
    (site / "content/ledger.jsonl").write_text(ledger.write((*loaded.promises, *found.promises)), encoding="utf-8")
    parts = {f.name: fingerprint.of_value(getattr(found.site, f.name)) for f in fields(found.site) if f.name in SHOWN}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"articles": len(found.site.cards), "seconds": seconds, "busy": busy, "memory": memory, "found": parts}


def apart(site: Path) -> dict[str, Any]:
    """Link a site in a process of its own, as each build is one; compiled modules are kept, as an installation keeps them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, __file__, "--link", str(site)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    made: dict[str, Any] = json.loads(answer.stdout)
    return made


def copied(site: Path, folder: Path) -> Path:
    copy = folder / "site"
    (copy / "content").mkdir(parents=True)
    shutil.copy(site / "sitegen.toml", copy)
    for path in (site / "content").iterdir():
        if path.name != "ledger.jsonl":
            shutil.copy(path, copy / "content")
    return copy


def one_more(copy: Path, away: Path) -> tuple[dict[str, Any], str]:
    """Take an article out, link, put it back, link; return what that took, and the ledger before."""
    promises = copy / "content/ledger.jsonl"
    place = copy / "content" / away.name
    place.replace(away)
    promises.unlink(missing_ok=True)
    apart(copy)
    before = promises.read_text(encoding="utf-8")
    away.replace(place)
    return apart(copy), before


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("site", type=Path)
    ask.add_argument("--runs", type=int, default=3)
    ask.add_argument("--link", action="store_true", help=argparse.SUPPRESS)
    given = ask.parse_args()
    if given.link:
        print(json.dumps(linked(given.site)))
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(given.site, Path(folder))
        names = sorted((path.name for path in (copy / "content").glob("*.md")), key=fingerprint.of_text)
        added: dict[str, Any] = {}
        before = ""
        for name in names[-given.runs :]:
            added, before = one_more(copy, Path(folder) / name)
            print(
                "{articles} articles, one of them new: {seconds:.2f} s ({busy:.2f} s of work), {memory} MB".format(
                    **added
                )
            )
        shutil.rmtree(copy / ".sitegen")
        (copy / "content/ledger.jsonl").write_text(before, encoding="utf-8")
        clean = apart(copy)
        print(
            "{articles} articles, nothing remembered: {seconds:.2f} s ({busy:.2f} s of work), {memory} MB".format(
                **clean
            )
        )
        differ = [part for part in SHOWN if added["found"][part] != clean["found"][part]]
        print(
            f"different from a clean run: {', '.join(differ)}"
            if differ
            else "the same as in a clean run: " + ", ".join(SHOWN)
        )
        sys.exit(bool(differ))


if __name__ == "__main__":
    main()
