"""What must hold whatever comes, in whatever order: it does not matter where a batch ends, nor where a run; nothing changes the second time."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.article import Publisher
from sitegen.model.when import How, When
from sitegen.pipeline.work import Made
from tests.pipeline.settled import BRIDGE, EXTRA, FERRY, WEATHER, made, seeds, settle, settler, texts

LATER = When(value="2025-03-14", how=How.PAGE)
URL = "https://post.example/bridge"


def _at(name: str) -> dict[str, Any]:
    return {"publishers": (Publisher(name=name),), "url": f"https://{name}.example/8891"}


def _weather(**words: Any) -> str:
    return WEATHER.format(**words)


ARRIVALS = (
    made(BRIDGE, "a", url=URL),
    made(BRIDGE, "b", **_at("north")),
    made(BRIDGE[:4], "c", title="Bridge gets green light", published="2025-03-11", **_at("south")),
    made((*BRIDGE[:2], EXTRA, *BRIDGE[2:]), "d", **_at("east")),
    made((*BRIDGE, EXTRA), "e", url=f"{URL}?utm_source=feed", updated=LATER),
    made(BRIDGE[0][:90] + " …", "feed#1", url=f"http://www.{URL[8:]}/", published=None),
    made(FERRY, "f", title="Electric boats", **_at("north") | {"url": "https://north.example/2"}),
    made(FERRY[:2], "g", title="Ferry firm plans boats", published=None, **_at("west")),
    made(_weather(sky="cloudy", high=12, wind=30, side="west", low=4, wave=2, hour=6), "h", title="Weather"),
    made(_weather(sky="sunny", high=19, wind=12, side="east", low=9, wave=1, hour=7), "i", title="Weather"),
)
TEASER = ("feed#1",)
"""Of the first, whose page it cannot be known for before that page comes: not told with the groups."""

GROUPS = ({"a", "b", "c", "d", "e"}, {"f", "g"}, {"h"}, {"i"})

orders = st.permutations(ARRIVALS).flatmap(lambda all_: st.integers(1, len(all_)).map(lambda n: all_[:n]))


def _split(arrivals: list[Made], borders: set[int]) -> list[list[Made]]:
    cuts = [0, *sorted(b for b in borders if 0 < b < len(arrivals)), len(arrivals)]
    return [arrivals[a:b] for a, b in pairwise(cuts)]


def _groups(root: Path) -> list[list[str]]:
    return sorted(seeds(root))


@settings(max_examples=20, deadline=None)
@given(orders, st.sets(st.integers(1, 9), max_size=4))
def test_it_does_not_matter_where_a_batch_ends(arrivals: list[Made], borders: set[int]) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        settle(Path(one), *arrivals)
        at_work = settler(Path(other))
        for batch in _split(arrivals, borders):
            at_work.settle(batch)
        assert texts(Path(one)) == texts(Path(other))


@settings(max_examples=20, deadline=None)
@given(orders, st.sets(st.integers(1, 9), max_size=3))
def test_one_run_or_several_bring_the_same_articles_together(arrivals: list[Made], borders: set[int]) -> None:
    arrivals = [arrival for arrival in arrivals if arrival.article.seeds != TEASER]
    came = {made_.article.seeds[0] for made_ in arrivals}
    expected = sorted(sorted(group & came) for group in GROUPS if group & came)
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        settle(Path(one), *arrivals)
        assert _groups(Path(one)) == expected
        for run in _split(arrivals, borders):
            settle(Path(other), *run)
        assert _groups(Path(other)) == expected


@settings(max_examples=20, deadline=None)
@given(orders, st.randoms(use_true_random=False))
def test_settling_again_changes_nothing(arrivals: list[Made], random: Any) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        settle(root, *arrivals)
        before = texts(root)
        random.shuffle(arrivals)
        again = settle(root, *arrivals)
        assert (again.new, again.revised) == ((), ())
        assert texts(root) == before
