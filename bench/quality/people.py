#!/usr/bin/env python3
"""Compare who is taken for one person with labels made by hand.

    bench/quality/people.py SITE [--labels FILE] [--write]

SITE is a site of newswire articles (bench/newswire.py), ingested. FILE (default: bench/quality/people.tsv) has a person a line: a name, then the mentions,
each the seed's name without its ending, "=", and the name there. --write makes such a file of what is found, for labelling by hand.
Wrongly merged: a person of the site with mentions of two labelled ones. Wrongly split: a labelled person in two of the site.
"""

import argparse
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from sitegen.model.annotations import SpeakerKind
from sitegen.model.site import Site
from sitegen.pipeline.survey import survey
from sitegen.pipeline.workspace import Request

LABELS = Path(__file__).with_name("people.tsv")
Mention = tuple[str, str]


def persons(site: Path) -> tuple[Site, dict[tuple[str, str], Mention]]:
    """Return the site, and by article id and speaker's key the mention as the labels name it."""
    found = survey(Request(site=site, output=site / "output", now=datetime.now(UTC)))
    seeds = {e.article.id: e.article.seeds[0].rsplit(".", 1)[0] for e in found.loaded.entries}
    cards = found.linked.site.cards
    names = {(c.id, s.key): (seeds[c.id], s.name) for c in cards for s in c.speakers}
    return found.linked.site, names


def written(site: Site, names: dict[tuple[str, str], Mention]) -> str:
    """Return the persons that two articles or more have, one a line."""
    lines = []
    for person in site.people:
        mentions = [names[heard] for heard in person.heard]
        if person.kind is SpeakerKind.PERSON and len({seed for seed, _ in mentions}) > 1:
            lines.append("\t".join([person.name, *(f"{seed}={name}" for seed, name in mentions)]))
    return "\n".join(sorted(lines)) + "\n"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("site", type=Path)
    ask.add_argument("--labels", type=Path, default=LABELS)
    ask.add_argument("--write", action="store_true")
    given = ask.parse_args()
    site, names = persons(given.site)
    if given.write:
        given.labels.write_text(written(site, names), encoding="utf-8")
        return
    spoken = (person for person in site.people if person.kind is SpeakerKind.PERSON)
    whose = {names[heard]: person.slug for person in spoken for heard in person.heard}
    labelled: dict[str, set[str]] = {}
    held: dict[str, Counter[str]] = {}
    for number, line in enumerate(given.labels.read_text(encoding="utf-8").splitlines()):
        name, *mentions = line.split("\t")
        for mention in mentions:
            seed, _, said = mention.partition("=")
            if slug := whose.get((seed, said)):
                labelled.setdefault(f"{number} {name}", set()).add(slug)
                held.setdefault(slug, Counter())[f"{number} {name}"] += 1
    merged = {slug: dict(found) for slug, found in held.items() if len(found) > 1}
    split = {name: sorted(slugs) for name, slugs in labelled.items() if len(slugs) > 1}
    count = len(labelled)
    print(
        f"{count} labelled persons: {len(merged)} wrongly merged ({len(merged) / count:.1%}), {len(split)} wrongly split ({len(split) / count:.1%})"
    )
    for slug, found in merged.items():
        print(f"  merged: {slug}: {', '.join(found)}")
    for name, slugs in split.items():
        print(f"  split: {name}: {', '.join(slugs)}")
    print(f"{len(site.doubts)} doubtful pairs told")
    for doubt in site.doubts:
        print(f"  {doubt.evidence}")


if __name__ == "__main__":
    main()
