"""What the sample views are made of: a harbour town and its news."""

from dataclasses import replace

from sitegen import markup
from sitegen.model.annotations import Aspect, Manner
from sitegen.model.pictures import Strip, StripColumn, StripSpan
from sitegen.model.shown import (
    ArticleRef,
    Chrome,
    EventGroup,
    Head,
    Link,
    SharePicture,
    ShownDate,
    ShownEvent,
    ShownQuotation,
    ShownSpeaker,
    SpeakerCount,
)
from sitegen.model.text import Mark, Span
from sitegen.plan.chrome import feed_of

BASE = "https://digest.example/news/"
CHROME = Chrome(
    title="The Harbour Digest",
    description="What was said, and when, along the coast",
    base_url=BASE,
    language="en",
    sections=(Link(words="Topics", address="topics/"), Link(words="Speakers", address="speakers/")),
    search=True,
    grounds=("#ffffff", "#000000"),
    picture=SharePicture(address="share.png", words="The Harbour Digest"),
    assets=(("icon.svg", "icon.0a1b2c3d.svg"), ("style.css", "style.4e5f6a7b.css")),
)
BARE_CHROME = replace(CHROME, description="", search=False, grounds=("", ""), picture=None)

DAY = ShownDate(words="19 November 2024", machine="2024-11-19")
MONTH = ShownDate(words="July 2024", machine="2024-07", precision="month only")
INFERRED = ShownDate(words="19 November 2024", machine="2024-11-19", precision="inferred from the text")
UNKNOWN = ShownDate(words="Date not known")

MAYOR = ShownSpeaker(
    name="Ingrid Vasaro", address="speakers/ingrid-vasaro/", role="Mayor of Port Elling", affiliation="Port Elling"
)
LONG = ShownSpeaker(
    name="Maximiliana Wolfeschlegelsteinhausenbergerdorff-Papadimitrakopoulou",
    address="speakers/long/",
    role="Deputy spokesperson",
    affiliation="Coastal Authority",
)
CAPTAIN = ShownSpeaker(name="יעל ברק", address="speakers/yael/", role="רב חובל")
MINISTRY = ShownSpeaker(name="Ministry of Fisheries", address=None)

ARTICLE = ArticleRef(
    title="Port Elling will move its fish market “before the winter”",
    address="articles/market/",
    date=DAY,
    publishers=("Coast Courier", "Elling Post"),
    summary="The mayor set out when the market moves and who pays for it; the ministry has not agreed to the sum.",
)
OTHER = ArticleRef(title="Ferry strike ends after nine days", address="articles/ferry/", date=MONTH)
UNDATED = ArticleRef(
    title="سفينة جديدة في الميناء", address="articles/ship/", date=UNKNOWN, publishers=("Coast Courier",)
)

BODY = """Mayor Ingrid Vasaro said on Tuesday that the market will move soon. "We will open the new hall before the first snow," she told the council, "and nobody will lose a stall."

# What it costs

The ministry said the sum of *four million* was too high, and that it would answer in July. See [the earlier report](articles/ferry/) and [the plan](https://example.org/plan?a=1&b=2).

| Hall | Stalls |
|---|---|
| Old | 40 |
| New | 55 |

- Fish & shellfish
- Nets

> A poster at the quay reads: mind the ropes.

Captain Yael Barak called it "a good day for small boats", though she <b>doubted</b> the date.
"""


def _mark(words: str, number: int, tag: str = "mark", css: str = "quotation") -> Mark:
    start = markup.visible_text(BODY).index(words)
    attributes = {"mark": (("class", "quotation direct"),), "time": (("class", "date"), ("datetime", "2024-07"))}.get(
        tag, (("class", css),)
    )
    return Mark(
        span=Span(start, start + len(words)),
        tag=tag,
        attributes=attributes,
        anchor=f"{css}-{number}",
        note_href=f"#card-{number}" if tag == "mark" else f"#event-{number}",
        note_text=str(number),
        note_label=f"Card {number}",
    )


MARKS = (
    _mark("We will open the new hall before the first snow,", 1),
    _mark("and nobody will lose a stall.", 2),
    _mark("the sum of four million was too high", 3),
    _mark("in July", 4, "time", "date"),
    _mark("on Tuesday", 5, "span", "date"),
)


def quotation(
    number: int, manner: Manner = Manner.DIRECT, speaker: ShownSpeaker | None = MAYOR, **more: object
) -> ShownQuotation:
    given = {
        "pieces": ("We will open the new hall before the first snow,", "and nobody will lose a stall.")
        if manner is Manner.DIRECT
        else ("the sum of four million was too high",),
        "cue": "" if manner is Manner.DIRECT else "denied",
        "said": DAY,
        "article": ARTICLE,
        "place": f"articles/market/#quotation-{number}",
        **more,
    }
    return ShownQuotation(anchor=f"card-{number}", manner=manner, speaker=speaker, **given)


QUOTATIONS = (
    quotation(1, also=(Link(words="Elling Post", address="articles/ferry/#quotation-2"), Link(words="Unplaced"))),
    quotation(2, Manner.INDIRECT, MINISTRY),
    quotation(
        3, Manner.MIXED, CAPTAIN, pieces=('a good day for small boats", though she doubted the date',), said=MONTH
    ),
    quotation(4, Manner.INDIRECT, None, place=""),
    quotation(5, Manner.DIRECT, None),
    quotation(6, Manner.DIRECT, LONG, pieces=("מחר נצא לים",), article=UNDATED),
)


def event(number: int, date: ShownDate | None = DAY, aspect: Aspect = Aspect.PAST, **more: object) -> ShownEvent:
    given = {"expression": "on Tuesday", "article": ARTICLE, "place": f"articles/market/#date-{number}", **more}
    given["start"] = date.machine if date else ""
    return ShownEvent(
        anchor=f"event-{number}",
        text="The council heard the mayor out and asked for the figures.",
        date=date,
        aspect=aspect,
        **given,
    )


GROUPS = (
    EventGroup(
        heading="2024",
        anchor="y2024",
        events=(
            event(4, MONTH, also=(Link(words="Elling Post", address="articles/ferry/#event-1"),)),
            event(5, DAY, gap="4 months later", aspect=Aspect.ONGOING),
        ),
    ),
    EventGroup(
        heading="2025",
        anchor="y2025",
        events=(
            event(
                6,
                ShownDate(words="3 March 2025", machine="2025-03-03"),
                Aspect.SCHEDULED,
                expression="on March 3",
                passed=True,
            ),
        ),
    ),
    EventGroup(
        heading="No date given",
        anchor="undated",
        events=(
            event(7, None, Aspect.EXPECTED, expression="soon", article=OTHER),
            event(8, None, expression="", place=""),
        ),
    ),
)
STRIP = Strip(
    first="1 July 2024",
    last="3 March 2025",
    columns=(
        StripColumn(place=0, width=16, happened=2, ahead=0),
        StripColumn(place=500, width=16, happened=1, ahead=1),
        StripColumn(place=983, width=16, happened=0, ahead=3),
    ),
    spans=(StripSpan(place=100, width=250),),
    events=7,
    beyond=1,
)
FORTY = tuple(
    EventGroup(
        heading=str(year),
        anchor=f"y{year}",
        events=tuple(
            event(
                year * 100 + n,
                ShownDate(words=f"{n + 1} May {year}", machine=f"{year}-05-{n + 1:02}"),
                article=(ARTICLE, OTHER, UNDATED)[n % 3],
            )
            for n in range(10)
        ),
    )
    for year in range(2024, 2018, -1)
)
SPEAKERS = (
    SpeakerCount(speaker=MAYOR, quotations=1204),
    SpeakerCount(speaker=MINISTRY, quotations=1),
    SpeakerCount(speaker=LONG, quotations=3),
    SpeakerCount(speaker=CAPTAIN, quotations=2),
)
TOPICS = (
    Link(words="Fish market", address="topics/fish-market/"),
    Link(words="Ferries & fares", address="topics/ferries/"),
    Link(words="Unplaced"),
)
FEED_LINKS = (feed_of("All articles", ""), feed_of("Fish market", "topics/fish-market/"))


def head(address: str, title: str = "", **more: object) -> Head:
    given = {"description": "About " + title, "feeds": FEED_LINKS, **more}
    return Head(title=title, address=address, **given)


def bare_head(address: str, title: str = "") -> Head:
    return Head(title=title, description="", address=address)
