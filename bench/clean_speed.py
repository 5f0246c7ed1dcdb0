#!/usr/bin/env python3
"""How fast the cleaner takes pages beside trafilatura alone in precision mode: both over the same pages, in turn, in one process.

    clean_speed.py PAGES.jsonl[.gz] [--rounds N]      lines with "html" and "url"

Within a pair each goes first every other time. The ratio is sitegen's pages a second over trafilatura's, whole and pair by pair.
"""

import argparse
import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from sitegen.clean import clean_html

Page = dict[str, str | None]


def sitegen_clean(page: Page) -> None:
    """Clean a page: text, Markdown and all fields."""
    clean_html(page["html"] or "", page["url"])


def trafilatura_clean(page: Page) -> None:
    """Extract the text of a page in precision mode, without metadata."""
    trafilatura.extract(page["html"] or "", url=page["url"], favor_precision=True, include_comments=False)


def seconds(clean: Callable[[Page], None], page: Page) -> float:
    """Return how long one page takes."""
    began = time.perf_counter()
    clean(page)
    return time.perf_counter() - began


def read(path: Path) -> list[Page]:
    """Return the pages of a file of JSON Lines."""
    data = path.read_bytes()
    lines = gzip.decompress(data) if path.suffix == ".gz" else data
    return [json.loads(line) for line in lines.splitlines()]


def measured(pages: list[Page], rounds: int) -> list[tuple[float, float]]:
    """Return for each pair sitegen's and trafilatura's seconds."""
    pairs: list[tuple[float, float]] = []
    for number in range(rounds):
        for index, page in enumerate(pages):
            if (number + index) % 2:
                theirs = seconds(trafilatura_clean, page)
                pairs.append((seconds(sitegen_clean, page), theirs))
            else:
                ours = seconds(sitegen_clean, page)
                pairs.append((ours, seconds(trafilatura_clean, page)))
    return pairs


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, nargs="+")
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    for path in args.pages:
        pages = read(path)
        for page in pages[:3]:
            sitegen_clean(page), trafilatura_clean(page)
        pairs = measured(pages, args.rounds)
        ours, theirs = (sum(side) for side in zip(*pairs, strict=True))
        answer = {
            "pages": len(pages),
            "sitegen_pages_per_s": round(len(pairs) / ours, 1),
            "trafilatura_pages_per_s": round(len(pairs) / theirs, 1),
            "ratio": round(theirs / ours, 3),
            "ratio_median_page": round(statistics.median(b / a for a, b in pairs), 3),
        }
        sys.stdout.write(f"{path.name}: {json.dumps(answer)}\n")


if __name__ == "__main__":
    main()
