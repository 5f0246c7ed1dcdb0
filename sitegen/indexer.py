"""Documents -> the files that a search in the browser reads: the only module that runs another program, Pagefind.

Its command line is asked, not its Python interface: that one waits 0.1 s for each document.
"""

import gzip
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cbor2
from pagefind.service import get_executable

from sitegen import fingerprint
from sitegen.model.diagnostic import Checked, Diagnostic, Severity

_INDEX = ("index/*", "fragment/*")
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*.pagefind")
_UNSTEMMED = "wasm.unknown.pagefind"
"""Its program for languages of which it knows no endings."""
_ENTRY = "pagefind-entry.json"
_MAGIC = b"pagefind_dcd"
_FILTERS = 3
"""Where the description of an index lists its filters: name, and name of the file."""
_PATIENCE_SECONDS = 600
_MISSING = 'pip install "pagefind[bin]"; or set search = false in sitegen.toml'
_BROKEN = "search = false in sitegen.toml leaves the search out"


def index(documents: Mapping[str, str], language: str, *, program: bool) -> Checked[dict[str, bytes]]:
    """Return the index of HTML documents by their paths, all taken for one language; with what reads it in a browser, if asked."""
    primary = language.partition("-")[0].lower()
    with TemporaryDirectory(prefix="sitegen-index-") as folder:
        source, made = Path(folder, "documents"), Path(folder, "index")
        for name, text in documents.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        wrong = _run(("--site", str(source), "--output-path", str(made), "--force-language", primary), folder)
        if wrong:
            return Checked(value={}, diagnostics=(wrong,))
        return Checked(value=_in_order(made) | _files(made, _INDEX) | (_program(made) if program else {}))


def _run(arguments: tuple[str, ...], folder: str) -> Diagnostic | None:
    """Run Pagefind in a folder where no configuration but ours is; return what went wrong."""
    program = get_executable()
    if program is None:
        return _failure("search-no-indexer", "Pagefind, which makes the search index, is not installed", _MISSING)
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        ran = subprocess.run(  # noqa: S603 - the program of the package, and paths of ours
            [program, *arguments, "--silent"],
            cwd=folder,
            env=settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except OSError as error:
        return _failure("search-no-indexer", f"Pagefind cannot be run: {error.strerror or error}", _MISSING)
    except subprocess.TimeoutExpired:
        return _failure("search-indexer-failed", f"Pagefind did not end in {_PATIENCE_SECONDS} s", _BROKEN)
    if ran.returncode == 0:
        return None
    said = (ran.stderr or ran.stdout).decode("utf-8", "replace").strip().rpartition("\n")[2]
    message = f"Pagefind ended with {ran.returncode} and made no search index"
    return _failure("search-indexer-failed", f"{message}: {said}" if said else message, _BROKEN)


def _failure(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(severity=Severity.ERROR, code=code, path="sitegen.toml", message=message, hint=hint)


def _files(made: Path, patterns: tuple[str, ...]) -> dict[str, bytes]:
    found = sorted(path for pattern in patterns for path in made.glob(pattern))
    return {path.relative_to(made).as_posix(): path.read_bytes() for path in found}


def _program(made: Path) -> dict[str, bytes]:
    """Return what searches, without Pagefind's own interfaces, and in one language alone."""
    found = _files(made, _PROGRAM)
    stemmed = [name for name in found if name.startswith("wasm.") and name != _UNSTEMMED]
    return {name: data for name, data in found.items() if name != _UNSTEMMED or not stemmed}


def _in_order(made: Path) -> dict[str, bytes]:
    """Return filters, description and entry so that the same documents give the same bytes.

    Pagefind writes filters in the order of a hash map, another one in each run, and names files by their bytes.
    """
    named: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for path in sorted(made.glob("filter/*")):
        name, values = _unpacked(path)
        data = _packed([name, sorted(values)])
        named[path.stem] = _name(path.stem, data)
        files[f"filter/{named[path.stem]}{path.suffix}"] = data
    entry = json.loads((made / _ENTRY).read_bytes())
    for language in entry["languages"].values():
        old = language["hash"]
        described = _unpacked(made / f"pagefind.{old}.pf_meta")
        described[_FILTERS] = sorted([name, named[file]] for name, file in described[_FILTERS])
        data = _packed(described)
        language["hash"] = _name(old, data)
        files[f"pagefind.{language['hash']}.pf_meta"] = data
    return files | {_ENTRY: json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()}


def _unpacked(path: Path) -> Any:  # noqa: ANN401 - nested lists of texts and numbers
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC))


def _packed(value: object) -> bytes:
    return gzip.compress(_MAGIC + cbor2.dumps(value), mtime=0)


def _name(old: str, data: bytes) -> str:
    """Return a name by the bytes, behind the language that the old name begins with."""
    return f"{old.rpartition('_')[0]}_{fingerprint.of_bytes(data)[:10]}"
