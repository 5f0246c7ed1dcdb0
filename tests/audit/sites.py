#!/usr/bin/env python3
"""Make the sites that `make audit` looks at, and build them at one moment: sites.py FOLDER [NAME…]

Every site is served at http://NAME.localhost/ (see server.mjs), the one called "below" at /news/ of its host.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from sitegen.content import codec
from tests.audit.articles import entries
from tests.audit.people import TITLED, cast, titled
from tests.audit.phrases import vocabulary
from tests.audit.stories import CLOCK, Digest

ROOT = Path(__file__).parents[2]
SETTINGS = """\
title = "{title}"
description = "{description}"
base_url = "http://{name}.localhost/{path}"
language = "{language}"
timezone = "Europe/Berlin"
min_confidence = 0.4
{more}

[[publishers]]
name = "Harbour Wire"
body = "excerpt"

[[publishers]]
host = "sealed.example"
body = "none"
"""
PEOPLE = """\
[[person]]
name = "{name}"
note = "Not the painter of the same name."
same = ["{titled}"]
"""


@dataclass(frozen=True)
class Sample:
    """A site: what it tells, and what its settings say."""

    name: str
    digest: Digest
    title: str = "The Ellery Digest"
    description: str = "What happened on the coast, when, and who said what."
    path: str = ""
    more: str = ""
    each: int = 5
    """Pages of each kind that browsers look at."""


_MONTH, _YEARS = timedelta(days=30), timedelta(days=700)
SAMPLES = (
    Sample("twelve", Digest(12, _MONTH)),
    Sample("below", Digest(12, _MONTH), path="news/", each=1),
    Sample("twelve-ar", Digest(12, _MONTH, "ar"), "موجز الساحل", "ما حدث على الساحل، ومتى، ومن قال ماذا.", each=3),
    Sample("dense", Digest(12, _MONTH), more='theme = "dense"', each=1),
    Sample("thousand", Digest(1000, _YEARS), more='editions = "week"', each=2),
)
MEASURED = ("one", "twelve", "thousand")
"""Sites whose pages Lighthouse looks at."""
_BASE = re.compile(r"^base_url = .*$", re.MULTILINE)
NAMES = ("one", *(sample.name for sample in SAMPLES))


def path_of(site: str) -> str:
    """Return where on its host a site begins."""
    return "/" + next((sample.path for sample in SAMPLES if sample.name == site), "")


def each_of(site: str) -> int:
    """Return how many pages of each kind browsers look at."""
    return next((sample.each for sample in SAMPLES if sample.name == site), Sample.each)


def address_of(site: str, page: str) -> str:
    """Return where a page of a site is served."""
    return f"http://{site}.localhost{path_of(site)}{page}"


def write(sample: Sample, site: Path) -> None:
    """Write what the site is made from."""
    content = site / "content"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    (site / "sitegen.toml").write_text(_settings(sample), encoding="utf-8")
    (content / "topics.toml").write_text(_topics(sample.digest.language), encoding="utf-8")
    (content / "people.toml").write_text(_people(sample.digest), encoding="utf-8")
    for entry in entries(sample.digest):
        (site / entry.path).write_text(codec.encode(entry), encoding="utf-8")


def _settings(sample: Sample) -> str:
    return SETTINGS.format(
        title=sample.title,
        description=sample.description,
        name=sample.name,
        path=sample.path,
        language=sample.digest.language,
        more=sample.more,
    )


def _topics(language: str) -> str:
    keys = ("id", "name", "description", "parent")
    tables = [
        [f'{key} = "{subject[key]}"' for key in keys if key in subject] for subject in vocabulary(language)["subjects"]
    ]
    return "\n".join("[[topic]]\n" + "\n".join(lines) + "\n" for lines in tables)


def _people(digest: Digest) -> str:
    """Return what an editor says of the two who are quoted most."""
    known = cast(digest.language, TITLED, CLOCK.date())
    return "\n".join(PEOPLE.format(name=p.name, titled=titled(p, digest.language).name) for p in known)


def build(site: Path) -> None:
    """Build a site as at the one moment."""
    command = [Path(sys.executable).with_name("sitegen"), "build", "--site", site, "--clock", CLOCK.isoformat(), "-q"]
    subprocess.run(command, check=True)


def own(folder: Path) -> None:
    """Build the repository's own site, which has one article."""
    site = folder / "one"
    shutil.rmtree(site, ignore_errors=True)
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, site / name)
    settings = (ROOT / "sitegen.toml").read_text(encoding="utf-8")
    (site / "sitegen.toml").write_text(_BASE.sub(f'base_url = "{address_of("one", "")}"', settings), encoding="utf-8")
    build(site)


def main(folder: Path, names: Sequence[str]) -> None:
    wanted = set(names or NAMES)
    if "one" in wanted:
        own(folder)
    for sample in SAMPLES:
        if sample.name in wanted:
            site = folder / sample.name
            write(sample, site)
            build(site)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
