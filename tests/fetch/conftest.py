"""A site beside a server of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetch.server import Server, serving
from tests.fetch.site import Site


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def site(tmp_path: Path, server: Server) -> Site:
    return Site(root=tmp_path, server=server)
