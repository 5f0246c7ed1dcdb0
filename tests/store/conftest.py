"""A site with something published."""

import pytest

from sitegen.store.publish import claim
from tests.store.disk import quick
from tests.store.outputs import change


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """Return a maker of sites with an output of which something is published."""

    def made(old):
        site = tmp_path_factory.mktemp("site")
        output = site / "output"
        assert claim(output).value
        with quick():
            change(site, output, old)
        return site, output

    return made
