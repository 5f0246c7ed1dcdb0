"""How are events written for TimelineJS3? As its JSON, with the date in the site's own words, for its dates cannot say "by" or "about".

Its texts are HTML, so what stands in the sources is escaped. An event without a date has no place in it.
"""

import json
from collections.abc import Iterable
from datetime import timedelta
from html import escape

from sitegen.model import when
from sitegen.model.data import DataDate, DataEvent, Elsewhere
from sitegen.render.addresses import Here
from sitegen.render.characters import fit

_HEADLINE = 120
_MONTH = 7
_DAY = 10


def timelinejs(title: str, description: str, events: Iterable[DataEvent], base_url: str) -> bytes:
    """Return the JSON of a timeline."""
    here = Here(path="", base_url=base_url)
    slides = [_slide(event, event.date, here) for event in events if event.date and when.days(event.date.value)]
    whole = {"title": {"text": {"headline": _html(title), "text": _html(description)}}, "events": slides}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _slide(event: DataEvent, date: DataDate, here: Here) -> dict[str, object]:
    sources = [Elsewhere(article=event.article, link=event.link), *event.also]
    links = "".join(f"<li>{_source(source, here)}</li>" for source in sources)
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _start(date.value),
        "display_date": _html(date.words),
        "text": {"headline": _html(_clipped(event.text)), "text": f"<p>{_html(event.text)}</p><ul>{links}</ul>"},
        "autolink": False,
    }
    if ends := _end(date):
        slide["end_date"] = ends
    return slide


def _start(value: str) -> dict[str, int]:
    """Return a date as precise as it is; what is neither day, month nor year begins on its first day."""
    days = when.days(value)
    if days is None:
        return {}
    plain = value[:_DAY].replace("-", "").isdigit()  # a week, quarter or season is not
    first = days[0]
    if plain and len(value) < _MONTH:
        return {"year": first.year}
    if plain and len(value) == _MONTH:
        return {"year": first.year, "month": first.month}
    return {"year": first.year, "month": first.month, "day": first.day}


def _end(date: DataDate) -> dict[str, int]:
    """Return the end of a period that has one; empty: it is a day, or its precision says it."""
    if date.until and when.days(date.until):
        return _start(date.until)
    days = when.days(date.value)
    plain = date.value[:_DAY].replace("-", "").isdigit() and len(date.value) not in {2, 3}
    if plain or days is None:
        return {}
    last = days[1] - timedelta(days=1)
    return {"year": last.year, "month": last.month, "day": last.day}


def _source(source: Elsewhere, here: Here) -> str:
    names = ", ".join(source.article.publishers)
    words = f"{source.article.title} ({names})" if names else source.article.title
    return f'<a href="{escape(here.absolute(source.link.path))}">{_html(words)}</a>'


def _html(words: str) -> str:
    return escape(" ".join(fit(words).split()))


def _clipped(words: str) -> str:
    return words if len(words) <= _HEADLINE else words[: _HEADLINE - 2].rsplit(" ", 1)[0] + " …"
