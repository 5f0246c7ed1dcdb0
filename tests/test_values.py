"""What was remembered is what it was."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from sitegen import values
from sitegen.content.cards import card
from sitegen.model.article import Article, BodyPolicy, Correction, Entry
from sitegen.model.site import Card
from sitegen.model.when import How, When
from tests.samples import entry


def test_an_entry_and_its_card_come_back() -> None:
    made = replace(
        entry(aliases=("old",), body_policy=BodyPolicy.EXCERPT, corrections=(Correction(date="2025-01-02", text="x"),)),
        lines={"title": 3},
    )
    back = values.loads(Entry, values.dumps(made))
    assert back == made
    assert back.lines == made.lines
    assert isinstance(back.body_policy, BodyPolicy)
    assert values.loads(Card, values.dumps(card(made))) == card(made)


@given(st.text(), st.none() | st.datetimes(timezones=st.just(UTC)), st.sampled_from(How))
def test_any_words_and_times(words: str, time: datetime | None, how: How) -> None:
    article = Article(
        title=words, body=words, text=words, published=When(value=words, earliest=time, how=how), byline=(words,)
    )
    assert values.loads(Article, values.dumps(article)) == article
