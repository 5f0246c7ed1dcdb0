"""What is told when the disk refuses: one diagnostic for each kind of refusal, made from the system's error number."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.model.diagnostic import Diagnostic, RefusedError, Severity

_KINDS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("disk-full", "free some space and run the command again"),
    errno.EDQUOT: ("disk-full", "your quota is used up: free some space and run the command again"),
    errno.EFBIG: ("disk-full", "the file system takes no file of this size"),
    errno.EROFS: ("read-only", "the file system is mounted read-only"),
    errno.EACCES: ("no-permission", "check who owns it and who may write there"),
    errno.EPERM: ("no-permission", "check who owns it and who may write there"),
    errno.EISDIR: ("is-a-folder", "a file is expected here"),
    errno.ENOTDIR: ("not-a-folder", "a folder is expected here"),
    errno.EEXIST: ("already-exists", "move it away or choose another name"),
    errno.ENOENT: ("not-found", "check the path"),
    errno.ENAMETOOLONG: ("name-too-long", "choose a shorter name"),
    errno.EIO: ("disk-error", "the disk may be failing: check the system's log"),
    errno.EMFILE: ("too-many-open-files", "raise the limit of open files (ulimit -n)"),
    errno.ENFILE: ("too-many-open-files", "the system has no free file handle left"),
}
_OTHER = ("disk-error", "")


class StoreError(RefusedError):
    """The disk refused; carries the one diagnostic that says so."""


def refusal(path: str, error: OSError, consequence: str = "") -> Diagnostic:
    """Return what to tell of a system error; the consequence is what became of the site."""
    code, hint = _KINDS.get(error.errno or 0, _OTHER)
    said = error.strerror or str(error) or type(error).__name__
    hint = "; ".join(part for part in (hint, consequence) if part)
    return Diagnostic(severity=Severity.ERROR, code=code, path=_named(path, error), message=said, hint=hint)


def _named(path: str, error: OSError) -> str:
    """Prefer the path that the system named, of a rename the new one: it is the one that has to be put right."""
    named = error.filename2 or error.filename
    if isinstance(named, bytes):
        return named.decode("utf-8", "replace")
    return named if isinstance(named, str) else path


def obstacle(path: Path, message: str, hint: str = "") -> StoreError:
    """Return the error for something that stands where it must not."""
    found = Diagnostic(severity=Severity.ERROR, code="in-the-way", path=path.as_posix(), message=message, hint=hint)
    return StoreError(found)


@contextmanager
def telling(path: Path, consequence: str = "") -> Iterator[None]:
    """Turn system errors within into a StoreError about this path."""
    try:
        yield
    except OSError as error:
        raise StoreError(refusal(path.as_posix(), error, consequence)) from error
