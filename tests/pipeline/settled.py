"""Articles made for tests of settling, and sites that they settle in."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sitegen.markup import visible_text
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, Publisher
from sitegen.model.when import UNKNOWN, How, When
from sitegen.pipeline.knowing import decode
from sitegen.pipeline.settling import Settled, Settler
from sitegen.pipeline.work import Made

BRIDGE = (
    "The council of Port Ellery approved the new harbour bridge on Tuesday after a debate of six hours, and asked the county for 40 million crowns towards it.",
    "Mayor Ada Thornbury told the hall that the town would not wait for the next flood. The old bridge was closed for 17 days last winter when the river rose above its piers.",
    "Work is to begin on 2 June and to last three years. Ships of up to 9,000 tonnes will pass below the middle span, which is to be lifted twice a day.",
    "The ferry company, which carries 300,000 people a year between the two banks, said the bridge would cost forty of its jobs and asked for a meeting with the council.",
    "Opponents collected 2,100 signatures against the plan. Their speaker, Jonas Reed, said they would take it to the regional court in Brook Hill before the end of the month.",
)
EXTRA = "Residents of the Old Quay gathered outside and sang until the lights in the hall went out, a custom of the town that goes back to the flood of 1954."
FERRY = (
    "The Ellery Ferry Company wants to buy two electric boats for the crossing to Gull Island, its director Miriam Vale said at the yearly meeting of shareholders.",
    "Each boat is to carry 220 passengers and to cost 11 million crowns. The yard in Brook Hill, where the present fleet was built, has made an offer.",
    "Vale said the boats would pay for themselves within twelve years if the price of diesel stayed as it was. Two shareholders voted against the plan.",
)
WEATHER = "Tuesday in Port Ellery will be {sky} with highs of {high} degrees and a wind of {wind} kilometres an hour from the {side}. At night the temperature falls to {low} degrees. The harbour office expects waves of {wave} metres off Gull Island and advises small boats to stay in. The next forecast comes at {hour} in the evening."


def made(words: Iterable[str] | str, seed: str, **more: Any) -> Made:
    body = words if isinstance(words, str) else "\n\n".join(words)
    day = more.pop("published", "2025-03-12")
    fields = {"title": "Council approves harbour bridge", "publishers": (Publisher(name="The Ellery Post"),), **more}
    article = Article(
        seeds=(seed,),
        published=When(value=day, how=How.PAGE) if day else UNKNOWN,
        body=body,
        text=visible_text(body),
        **fields,
    )
    return Made(article=article, annotations=Annotations(summary=f"From {seed}.", made_by="test"))


def texts(root: Path) -> dict[str, str]:
    return {f"content/{p.name}": p.read_text() for p in sorted((root / "content").glob("*.md"))}


def settler(root: Path) -> Settler:
    known = decode(root, texts(root), "test")
    assert known.diagnostics == ()
    return Settler(root, known.value, [path.removeprefix("content/") for path in known.value])


def settle(root: Path, *articles: Made) -> Settled:
    """Settle articles in a run of their own."""
    return settler(root).settle(articles)


def seeds(root: Path) -> list[list[str]]:
    """Return the sources of each file, in the order of the files."""
    known = decode(root, texts(root), "test").value
    return [sorted(k.entry.article.seeds) for k in known.values()]
