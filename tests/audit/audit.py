#!/usr/bin/env python3
"""Build the sample sites and look at them as browsers, validators and Lighthouse do: audit.py FOLDER; exit 1 where something is found."""

import argparse
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.audit import control, kinds, sites
from tests.audit.control import unseen
from tests.audit.findings import Result, report
from tests.audit.lighthouse import Scores, judged, measured, shown
from tests.audit.looking import looks
from tests.audit.markup import sound, still, valid
from tests.audit.server import host, serving

_CHECKED = 30
"""Pages of each kind of a site that the Nu HTML checker reads: all but those of a site of 1,000 articles."""
_Done = TypeVar("_Done")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--sites", nargs="*", default=sites.NAMES, choices=sites.NAMES)
    ask.add_argument("--built", action="store_true", help="take the sites as they lie there")
    ask.add_argument("--looks", nargs="*", default=list(_LOOKS), choices=_LOOKS, help="only these parts of the audit")
    given = ask.parse_args()
    if not given.built:
        _timed("building", lambda: sites.main(given.folder, given.sites))
    folders = {name: given.folder.resolve() / name / "output" for name in given.sites}
    bad = [_LOOKS[look](folders) for look in given.looks]
    sys.exit(any(bad))


def _looked(folders: dict[str, Path]) -> bool:
    """Say what browsers and validators find; return whether they do."""
    blind = unseen(_checks({"control": control.FOLDER}))
    results = [Result("the audit sees mistakes", {}, blind), *_checks(folders), sound(folders), kinds.absent(folders)]
    sys.stdout.write(report(results, list(folders)) + "\n")
    return any(result.findings for result in results)


def _scored(folders: dict[str, Path]) -> bool:
    """Say what Lighthouse gives; return whether it is too little."""
    scores = _timed("Lighthouse", lambda: _scores(folders))
    found = judged(scores)
    sys.stdout.write(f"\n{shown(scores)}\n\n{report([found], list(folders))}\n")
    return bool(found.findings)


def _checks(folders: dict[str, Path]) -> list[Result]:
    """Return what is found in all pages, and what browsers find in some of each kind."""
    pages = {name: kinds.pages(name, folder) for name, folder in folders.items()}
    every = [page for found in pages.values() for page in found]
    checked = [page for found in pages.values() for page in kinds.samples(found, _CHECKED)]
    checked += [page for page in every if page.kind in {None, kinds.REDIRECT}]
    some = [page for name, found in pages.items() for page in kinds.samples(found, sites.each_of(name))]
    with _serving(folders) as port, ThreadPoolExecutor(1) as beside:
        markup = beside.submit(_timed, "markup", lambda: valid(folders, checked))
        seen = _timed("browsers", lambda: looks(some, port))
        return [still(folders, every), markup.result(), *seen]


def _scores(folders: dict[str, Path]) -> list[Scores]:
    """Return what Lighthouse gives the longest page of each kind that it measures; it runs alone, for it measures time."""
    wanted = [name for name in folders if name in sites.MEASURED]
    longest = [page for name in wanted for page in kinds.samples(kinds.pages(name, folders[name]), 1)]
    with _serving(folders) as port:
        return measured([page for page in longest if page.kind and page.kind.measured], port)


def _serving(folders: dict[str, Path]) -> AbstractContextManager[int]:
    return serving({name: host(folder, sites.path_of(name)) for name, folder in folders.items()})


def _timed(what: str, run: Callable[[], _Done]) -> _Done:
    began = time.monotonic()
    done = run()
    sys.stderr.write(f"{what}: {time.monotonic() - began:.0f} s\n")
    return done


_LOOKS = {"pages": _looked, "lighthouse": _scored}

if __name__ == "__main__":
    main()
