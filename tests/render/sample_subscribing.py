"""What readers subscribe to: feeds in every form, the page about them, an edition as e-mail; and what a speaker said about a topic. With all parts, and with none."""

from dataclasses import replace

from sitegen.model.annotations import Aspect
from sitegen.model.feeds import FeedForm, FeedsView, MailView
from sitegen.model.page import Page, TopicSpeakerView
from sitegen.model.shown import EditionItem, Link, Pagination, QuotationGroup, ShownDate

from .sample_feeds import FEED, ITEMS
from .sample_parts import (
    ARTICLE,
    BARE_CHROME,
    CHROME,
    FEED_LINKS,
    OTHER,
    QUOTATIONS,
    SPEAKERS,
    TOPICS,
    bare_head,
    event,
    head,
)

FORMS = (("feed.xml", FeedForm.RSS), ("atom.xml", FeedForm.ATOM), ("feed.json", FeedForm.JSON))
MAIL_LINKS = (
    Link(words="Formatted", address="editions/2024-11-19/email.html"),
    Link(words="Plain text", address="editions/2024-11-19/email.txt"),
)
MAIL = MailView(
    chrome=CHROME,
    title="Tuesday, 19 November 2024",
    address="editions/2024-11-19/",
    summary="The mayor set out when the market moves.",
    items=(
        EditionItem(
            headline=Link(words=ARTICLE.title, address=ARTICLE.address),
            summary=ARTICLE.summary,
            sources=(Link(words="Coast Courier"), Link(words="Elling Post")),
            said=QUOTATIONS[:1],
        ),
        EditionItem(headline=Link(words=OTHER.title, address=OTHER.address), summary="", sources=()),
    ),
    more=(Link(words="سفينة جديدة في الميناء", address="articles/ship/"),),
    left_out=2,
    upcoming=(
        event(6, ShownDate(words="3 March 2025", machine="2025-03-03"), Aspect.SCHEDULED),
        event(7, None, Aspect.EXPECTED, expression="soon"),
    ),
    speakers=SPEAKERS,
)
BARE_MAIL = replace(
    MAIL, chrome=BARE_CHROME, title="X", summary="", items=(), more=(), left_out=0, upcoming=(), speakers=()
)
WITHIN = TopicSpeakerView(
    chrome=CHROME,
    head=head("topics/fish-market/speakers/ingrid-vasaro/", "Ingrid Vasaro on Fish market"),
    speaker=Link(words="Ingrid Vasaro", address="speakers/ingrid-vasaro/"),
    topic=Link(words="Fish market", address="topics/fish-market/"),
    role="Mayor of Port Elling",
    years=(QuotationGroup(heading="2024", quotations=QUOTATIONS[:3]),),
    topics=TOPICS,
    pagination=Pagination(older="topics/fish-market/speakers/ingrid-vasaro/page/1/"),
)


def _mails(view: MailView, folder: str) -> tuple[Page, ...]:
    return tuple(Page(path=f"editions/{folder}/{n}", template=n, view=view) for n in ("email.html", "email.txt"))


RICH_SUBSCRIBING = (
    Page(path="topics/fish-market/speakers/ingrid-vasaro/index.html", template="topic_speaker.html", view=WITHIN),
    Page(
        path="feeds/index.html",
        template="feeds.html",
        view=FeedsView(
            chrome=CHROME,
            head=head("feeds/", "Feeds"),
            site=FEED_LINKS[:1],
            topics=FEED_LINKS[1:],
            speakers=FEED_LINKS[1:],
            stories=FEED_LINKS[1:],
            mail=MAIL_LINKS,
        ),
    ),
    *_mails(MAIL, "2024-11-19"),
    *(Page(path=path, template=form, view=replace(FEED, form=form, address=path)) for path, form in FORMS),
    *(
        Page(
            path=f"topics/fish-market/{path}",
            template=form,
            view=replace(
                FEED, form=form, address=f"topics/fish-market/{path}", page="topics/fish-market/", items=ITEMS[:1]
            ),
        )
        for path, form in FORMS
    ),
)
EMPTY_SUBSCRIBING = (
    Page(
        path="topics/x/speakers/y/index.html",
        template="topic_speaker.html",
        view=replace(
            WITHIN,
            chrome=BARE_CHROME,
            head=bare_head("topics/x/speakers/y/", "Y on X"),
            role="",
            years=(),
            topics=(),
            pagination=Pagination(),
        ),
    ),
    Page(
        path="feeds/index.html",
        template="feeds.html",
        view=FeedsView(
            chrome=BARE_CHROME, head=bare_head("feeds/", "F"), site=(), topics=(), speakers=(), stories=(), mail=()
        ),
    ),
    *_mails(BARE_MAIL, "x"),
    *(
        Page(
            path=path,
            template=form,
            view=replace(FEED, form=form, address=path, title="", description="", language="", items=()),
        )
        for path, form in FORMS
    ),
)
