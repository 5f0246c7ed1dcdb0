"""What an editor should look at: speakers that are missing, articles without a summary."""

from sitegen.link.review import review
from sitegen.model.annotations import Manner
from sitegen.model.config import Config
from sitegen.model.diagnostic import Diagnostic
from sitegen.model.site import Card, CardQuotation
from tests.plan.sites import quoted, site_of
from tests.samples import card


def said(known: int, unknown: int, **more: object) -> tuple[CardQuotation, ...]:
    """Direct quotations with a speaker, and without one."""
    speakers = ["ada-thornbury"] * known + [None] * unknown
    return tuple(quoted(number, f"Words {number}", who, **more) for number, who in enumerate(speakers, 1))


def of(code: str, *cards: Card, **config: object) -> list[Diagnostic]:
    return [d for d in review(site_of(*cards, config=Config(**config))) if d.code == code]


def telling(identity: str, *quotations: CardQuotation) -> Card:
    return card(identity, summary="Told.", quotations=quotations, lines=(("summary", 4), ("quotations", 9)))


def test_an_article_of_which_most_quotations_have_no_speaker() -> None:
    (found,) = of("speaker-share", telling("bridge", *said(2, 3)), telling("ferry", *said(2, 2)))
    assert str(found) == "content/bridge.md:9:1: warning: 3 of 5 direct quotations have no speaker (60%)"


def test_of_few_quotations_nothing_is_said() -> None:
    assert of("speaker-share", telling("bridge", *said(0, 3))) == []


def test_what_an_article_tells_in_its_own_words_needs_no_speaker() -> None:
    assert of("speaker-share", telling("bridge", *said(0, 5, manner=Manner.INDIRECT))) == []


def test_a_speaker_who_is_not_shown_for_want_of_confidence_is_missing() -> None:
    assert of("speaker-share", telling("bridge", *said(5, 0, confidence=0.5))) == []
    assert len(of("speaker-share", telling("bridge", *said(5, 0, confidence=0.5)), min_confidence=0.6)) == 1


def test_the_share_over_the_site() -> None:
    articles = [telling(f"a{n}", *said(2, 1)) for n in range(7)]
    (found,) = of("speaker-share", *articles)
    assert str(found) == "content:1:1: warning: 7 of 21 direct quotations have no speaker (33%)"
    assert of("speaker-share", *articles[:6]) == []
    assert of("speaker-share", *articles, telling("good", *said(8, 0))) == []


def test_an_article_without_a_summary() -> None:
    bare = card("bridge", summary=" ", lines=(("summary", 4),))
    (found,) = of("summary-missing", bare, telling("ferry"))
    assert str(found) == "content/bridge.md:4:1: warning: the article has no summary"
