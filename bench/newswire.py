#!/usr/bin/env python3
"""Write newswire articles as text files into a site's seeds/, for load and speed.

    bench/newswire.py ARTICLES.jsonl SITE [-n 1000]

A line of ARTICLES.jsonl has id, title, text and date ("26-FEB-1987 15:01:01.79"); it becomes a file of headline, date line and body.
"""

import argparse
import json
import re
from itertools import islice
from pathlib import Path

SITE = """\
title = "Newswire"
description = "A thousand articles of a newswire."
base_url = "http://localhost:8000/"
"""


def file_name(identity: str) -> str:
    return re.sub(r"[^\w.-]+", "-", identity) + ".txt"


def as_text(row: dict[str, str]) -> str:
    day = row["date"].strip().split(" ")[0]
    number, month, year = day.split("-")
    return f"{row['title'].strip()}\n\nPublished {int(number)} {month.capitalize()} {year}\n\n{row['text'].rstrip()}\n"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path)
    ask.add_argument("site", type=Path)
    ask.add_argument("-n", type=int, default=1000)
    given = ask.parse_args()
    seeds = given.site / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    with given.articles.open(encoding="utf-8") as lines:
        for line in islice(lines, given.n):
            row = json.loads(line)
            (seeds / file_name(row["id"])).write_text(as_text(row), encoding="utf-8")
    (given.site / "sitegen.toml").write_text(SITE, encoding="utf-8")
    print(f"{len(list(seeds.iterdir()))} articles in {seeds}")


if __name__ == "__main__":
    main()
