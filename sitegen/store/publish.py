"""How the output folder goes from one whole site to the next: a redo log, carried out in place.

New files are written to staging and synced, then a journal of renames and removals: from then on the publication is decided.
Killed before, the old site stands; killed after, the next command finishes the journal. Its caller holds the site's lock.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace as with_changes
from pathlib import Path

from sitegen.model.diagnostic import Checked, Diagnostic, Severity
from sitegen.store import apply, places, staging
from sitegen.store.apply import Publication
from sitegen.store.durable import discard, replace
from sitegen.store.failure import StoreError, refusal, telling
from sitegen.store.journal import Journal, commit, decided, pending, read
from sitegen.store.lock import lock, publishing, shared
from sitegen.store.tree import Stat, stat_of

__all__ = ["claim", "lock", "pending", "publish", "recover", "shared"]

Record = Callable[[Mapping[str, Stat]], bytes]
"""Makes the manifest, given the stats of the files written."""

_OLD_STANDS = "the site in the output folder is as it was"
_HALF = (
    "the new site is partly in place; the next command finishes it (if it never can: delete .sitegen and build again)"
)
_ATTEMPTS = 3
_PAUSE_SECONDS = 0.05


def claim(output: Path) -> Checked[bool]:
    """Make the output folder ours; an error where it has files and no mark of ours, or cannot be had."""
    mark = output / places.MARK
    try:
        if not output.is_dir():
            output.mkdir(parents=True)
        if not mark.exists():
            if any(output.iterdir()):
                return Checked(value=False, diagnostics=(_not_ours(output),))
            mark.write_bytes(b"Made by sitegen, which removes files from here that are no longer part of the site.\n")
    except FileExistsError:
        error = NotADirectoryError(20, os.strerror(20), os.fspath(output))
        return Checked(value=False, diagnostics=(refusal(output.as_posix(), error),))
    except OSError as error:
        return Checked(value=False, diagnostics=(refusal(output.as_posix(), error),))
    return Checked(value=True)


def _not_ours(output: Path) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR,
        code="output-not-ours",
        path=output.as_posix(),
        message="the output folder has files that sitegen did not make; nothing was changed",
        hint=f"name another with -o, empty it, or, if sitegen may remove what is in it, put an empty file {places.MARK} there",
    )


def publish(site: Path, output: Path, writes: Mapping[str, bytes], removals: Iterable[str], manifest: Record) -> None:
    """Put these files in the output and remove those; then the manifest is the record of what stands there."""
    site, output = site.resolve(), output.resolve()
    if pending(site):
        message = "a publication is not finished: recover comes first"
        raise RuntimeError(message)
    journal = decided(site, output, writes, removals)
    publication = Publication(journal=journal, output=output, staging=places.staging(site))
    with telling(output, _OLD_STANDS):
        if journal.writes or journal.removals or journal.blockers:
            publication = _stage(site, publication, writes, manifest)
    if journal.writes or journal.removals or journal.blockers:
        _carry_out(site, publication)
    _close(site, publication, manifest)


def _stage(site: Path, publication: Publication, writes: Mapping[str, bytes], manifest: Record) -> Publication:
    """Bring everything to the disk that the publication needs, and decide it."""
    apply.check_way(publication)
    try:
        folder = staging.choose(site, publication.output)
        journal = with_changes(publication.journal, staging=os.path.relpath(folder, site))
        publication = with_changes(publication, journal=journal, staging=folder)
        staging.fill(publication, writes)
        stats = {write.path: stat_of(publication.staged(write)) for write in journal.writes}
        replace(places.next_manifest(site), manifest(stats))
        commit(site, journal)
    except BaseException:
        _withdraw(site, publication)
        raise
    return publication


def _withdraw(site: Path, publication: Publication) -> None:
    """Undo the decision and clear up, as far as the disk lets us; the journal first, what it names after."""
    try:
        places.journal(site).unlink(missing_ok=True)
        _clear(site, publication)
        for write in publication.journal.writes:
            apply.drop_empty_folders(publication.output, write.path)
    except OSError:
        return


def _clear(site: Path, publication: Publication) -> None:
    discard(places.next_manifest(site))
    staging.drop(publication.staging)


def _carry_out(site: Path, publication: Publication) -> None:
    """Apply the journal; an interrupt waits until that is done."""
    with publishing(site):
        try:
            _apply(publication)
        except KeyboardInterrupt:
            _apply(publication)
            raise
        except OSError as error:
            consequence = _OLD_STANDS if _undone(site, publication) else _HALF
            raise StoreError(refusal(publication.output.as_posix(), error, consequence)) from error


def _undone(site: Path, publication: Publication) -> bool:
    """Go back to the old site, as far as the disk lets us."""
    try:
        apply.undo(publication)
    except OSError:
        return False
    _withdraw(site, publication)
    return not pending(site)


def _apply(publication: Publication) -> None:
    """Apply with patience: an error of the moment must not leave half a site."""
    for attempt in range(1, _ATTEMPTS):
        try:
            return apply.apply(publication)
        except OSError:
            time.sleep(_PAUSE_SECONDS * attempt)
    return apply.apply(publication)


def _close(site: Path, publication: Publication, manifest: Record) -> None:
    """Replace the manifest, then forget the journal."""
    with telling(places.manifest(site), "the new site is in place"):
        written = {w.path: stat_of(publication.target(w.path)) for w in publication.journal.writes}
        try:
            replace(places.manifest(site), manifest(written))
        except OSError:
            if not pending(site):
                raise
            # a full disk has room for a rename: this one says the same, with stats from before the renames
            places.next_manifest(site).replace(places.manifest(site))
        places.journal(site).unlink(missing_ok=True)
        _clear(site, publication)


def recover(site: Path) -> bool:
    """Finish a publication that was decided and interrupted; say whether there was one. The site's lock is held."""
    site = site.resolve()
    with telling(places.state(site), _HALF):
        journal = read(site)
        if journal is None or not _finish(site, _located(site, journal)):
            _forget(site, damaged=pending(site))
            return False
    return True


def _located(site: Path, journal: Journal) -> Publication:
    output, folder = (Path(os.path.normpath(site / name)) for name in (journal.output, journal.staging))
    return Publication(journal=journal, output=output, staging=folder)


def _finish(site: Path, publication: Publication) -> bool:
    """Apply the journal again and verify the result; False where its files or the output are gone."""
    ours = (publication.output / places.MARK).exists()
    if not ours or not apply.can_be_finished(publication):
        return False
    apply.check_way(publication)
    with publishing(site):
        _apply(publication)
    if not apply.is_done(publication):  # the next build looks at every file
        discard(places.manifest(site))
    elif places.next_manifest(site).exists():  # not replaced before the crash
        places.next_manifest(site).replace(places.manifest(site))
    places.journal(site).unlink()
    _clear(site, publication)
    return True


def _forget(site: Path, *, damaged: bool) -> None:
    """Drop what was never decided; where it was and cannot be finished, the manifest too: the next build looks at every file."""
    if damaged:
        discard(places.manifest(site))
        places.journal(site).unlink()
    discard(places.next_manifest(site))
    staging.drop(places.staging(site))
