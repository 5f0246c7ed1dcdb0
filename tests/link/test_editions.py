"""A day or a week of the digest, and how it stays as it was."""

from dataclasses import replace
from datetime import timedelta

from sitegen.link.editions import editions, first_sentence
from sitegen.model.article import Publisher
from sitegen.model.config import Period
from sitegen.model.site import Story
from tests.samples import MOMENT, card, speaker

DAY, WEEK = (MOMENT, Period.DAY), (MOMENT, Period.WEEK)
YESTERDAY, TODAY = "2025-01-09", "2025-01-10"


def test_an_edition_has_the_articles_of_its_local_day() -> None:
    cards = (
        card("month", "2025-01"),
        card("none", None),
        card("a", YESTERDAY),
        card("late", "2025-01-09T23:30:00-05:00"),
    )
    made, _ = editions(cards, (), (), DAY)
    assert [(e.slug, e.items) for e in made] == [(YESTERDAY, (("a",),)), (TODAY, (("late",),))]


def test_a_week_runs_from_monday_to_sunday() -> None:
    made, _ = editions((card("sun", "2025-01-05"), card("mon", "2025-01-06")), (), (), WEEK)
    assert [(e.slug, e.first.isoformat(), e.last.isoformat()) for e in made] == [
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2025-W02", "2025-01-06", "2025-01-12"),
    ]


def test_a_story_that_several_publishers_tell_comes_first_and_its_fullest_article_leads() -> None:
    post, gazette = Publisher(name="Post"), Publisher(name="Gazette")
    cards = (
        card("alone", TODAY, publishers=(post,), speakers=(speaker("Ada Thornbury"),)),
        card("short", TODAY, publishers=(post,)),
        card("twin", TODAY, publishers=(gazette,), summary="The bridge fell. Nobody was hurt."),
    )
    story = Story(slug="bridge", title="Bridge", articles=("short", "twin"))
    ((edition,), kept) = editions(cards, (story,), (), DAY)
    assert edition.items == (("short", "twin"), ("alone",))
    assert kept == ()


def test_a_closed_edition_stays_when_an_article_of_its_day_arrives_late() -> None:
    before, kept = editions((card("a", YESTERDAY),), (), (), DAY)
    later = (replace(MOMENT, now=MOMENT.now + timedelta(days=5)), Period.DAY)
    after, new = editions((card("a", YESTERDAY), card("b", YESTERDAY)), (), kept, later)
    assert after == before
    assert new == ()


def test_a_change_in_a_closed_edition_is_noted_once_with_its_day() -> None:
    _, kept = editions((card("a", YESTERDAY),), (), (), DAY)
    changed = (card("a", YESTERDAY, title="Another headline"),)
    (noted,), new = editions(changed, (), kept, DAY)
    assert noted.corrections == ((TODAY, "a"),)
    later = (replace(MOMENT, now=MOMENT.now + timedelta(days=5)), Period.DAY)
    (again,), nothing = editions(changed, (), (*kept, *new), later)
    assert again.corrections == ((TODAY, "a"),)
    assert nothing == ()


def test_an_article_that_goes_leaves_its_edition() -> None:
    cards = (card("a", YESTERDAY), card("b", YESTERDAY))
    _, kept = editions(cards, (), (), DAY)
    ((edition,), _) = editions(cards[:1], (), kept, DAY)
    assert edition.items == (("a",),)
    assert editions((), (), kept, DAY)[0] == ()


def test_the_first_sentence_ends_at_no_abbreviation() -> None:
    assert first_sentence(card("a", summary="Dr. Hale met Gov. Reed. They spoke.")) == "Dr. Hale met Gov. Reed."
    assert first_sentence(card("a")) == "A"
