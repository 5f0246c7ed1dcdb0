"""Sites to publish, and what then lies in the output folder."""

from hypothesis import strategies as st

from sitegen.store import places
from sitegen.store.publish import publish

PATHS = ("index.html", "feed.xml", "a", "a/index.html", "a/b/index.html", "topics/x/index.html", "topics/y/index.html")
"""Some stand where others need a folder."""


def _is_tree(paths):
    return not any(other.startswith(f"{path}/") for path in paths for other in paths)


sites = st.dictionaries(st.sampled_from(PATHS), st.sampled_from([b"1", b"two", b"3" * 5000]), min_size=1).filter(
    _is_tree
)


def published(output):
    """Return the files of the output, without the mark."""
    found = {p.relative_to(output).as_posix(): p for p in output.rglob("*") if not p.is_dir()}
    return {name: path.read_bytes() for name, path in found.items() if name != places.MARK}


def folders(output):
    return {p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_dir()}


def change(site, output, new):
    """Publish what makes the output the new site."""
    old = published(output)
    writes = {path: data for path, data in new.items() if old.get(path) != data}
    publish(site, output, writes, old.keys() - new.keys(), lambda stats: repr(sorted(stats)).encode())
    return sorted(writes)
