"""The pages of the timeline of everything: one, or one for each year, month or day, as finely as it is full; input: the desk."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sitegen.model import when
from sitegen.model.page import Page, TimelineView
from sitegen.model.shown import Link
from sitegen.model.site import Happening
from sitegen.plan import dates, urls
from sitegen.plan.chrome import head, timeline_feed
from sitegen.plan.happenings import happening_groups
from sitegen.plan.parts import Desk, year_of
from sitegen.words import beginning

_TOO_MANY = 200
"""Events of one page; more are cut into years, more of a year into months, more of a month into days."""
_UNDATED = "undated"
_FINER = {4: (timedelta(days=31), "/{:%m}"), 7: (timedelta(days=1), "/{:%d}")}
"""By the length of a key: what is known at least so closely stands in a part of it."""

Parts = dict[str, list[Happening]]
"""Happenings by "1987", "1987/03", "1987/03/13" or "undated", in the order of the timeline; by year is what is known no closer, or all,
or nothing where its months have all."""
Links = tuple[tuple[Link, ...], tuple[Link, ...], tuple[Link, ...]]
"""To years, to the months of one, to the days of one month."""


def timeline_pages(at: Desk) -> Iterable[Page]:
    """Yield the timeline of everything; a long one leads with the time of the newest article and has pages for all others."""
    happenings = at.site.happenings
    if len(happenings) <= _TOO_MANY:
        yield _page(at, (urls.TIMELINE, at.words("Timeline")), happenings, ((), (), ()))
        return
    parts = _parts(happenings)
    keys = sorted(parts, key=_newest_year_first)
    first = _lead(at, [key for key in keys if parts[key]])
    yield _page(at, (urls.TIMELINE, at.words("Timeline")), parts[first], _links(at, keys, first))
    for key in keys:
        yield _page(
            at,
            (urls.timeline_year(key), at.words("Timeline: %(period)s", period=_words(at, key))),
            parts[key],
            _links(at, keys, key),
        )


def _newest_year_first(key: str) -> tuple[int, str]:
    """Order years from the newest, a year's months after it in their order, what has no date last."""
    return -int(key[:4]) if key != _UNDATED else 0, key


def _parts(happenings: Iterable[Happening]) -> Parts:
    years: Parts = {}
    for happening in happenings:
        years.setdefault(year_of(happening.date) or _UNDATED, []).append(happening)
    return {key: group for year, whole in years.items() for key, group in _cut(year, whole)}


def _cut(key: str, whole: list[Happening]) -> Iterable[tuple[str, list[Happening]]]:
    """Yield a part of the timeline, in finer parts where it is full."""
    if len(whole) <= _TOO_MANY or len(key) not in _FINER or key == _UNDATED:
        yield key, whole
        return
    closely, form = _FINER[len(key)]
    finer: Parts = {key: []}
    for happening in whole:
        days = when.days(happening.date)
        close = days and days[1] - days[0] <= closely
        finer.setdefault(key + (form.format(days[0]) if days and close else ""), []).append(happening)
    for part, group in finer.items():
        yield from [(part, group)] if part == key else _cut(part, group)


def _links(at: Desk, keys: Sequence[str], here: str) -> Links:
    year, month = here[:4], here[:7] if here != _UNDATED else ""
    return _within(at, keys, ""), _within(at, keys, year), _within(at, keys, month) if month != year else ()


def _within(at: Desk, keys: Iterable[str], whole: str) -> tuple[Link, ...]:
    """Return links to the parts next within a part: to months within a year."""
    parts = (key for key in keys if key.rpartition("/")[0] == whole)
    return tuple(Link(words=beginning(_words(at, key)), address=urls.timeline_year(key)) for key in parts)


def _words(at: Desk, key: str) -> str:
    shown = dates.shown(at.words, key.replace("/", "-"))
    return shown.words if shown else at.words("Without a date")


def _lead(at: Desk, keys: Sequence[str]) -> str:
    """Return the part of the newest article's time, else the latest before it."""
    known = [days for card in at.site.cards if (days := when.days(card.published.value))]
    newest = max(known)[0] if known else at.today
    before = [key for key in keys if key <= f"{newest:%Y/%m/%d}"]
    return max(before, default=keys[0])


def _page(at: Desk, named: tuple[str, str], happenings: Iterable[Happening], links: Links) -> Page:
    (address, title), (years, months, days) = named, links
    view = TimelineView(
        chrome=at.chrome,
        head=head(
            at.config,
            address,
            title,
            at.words("What happened when, with who reported it"),
            feeds=(timeline_feed(at.words),),
        ),
        groups=happening_groups(at, happenings),
        years=years,
        months=months,
        days=days,
    )
    return Page(path=urls.file_of(address), template="timeline.html", view=view)
