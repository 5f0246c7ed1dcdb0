"""A page of every kind that has nothing but what it must."""

from dataclasses import replace

from sitegen.model.machine_pages import RobotsView, SitemapView
from sitegen.model.page import (
    ArchiveView,
    ArticleView,
    EditionView,
    FeedsView,
    HomeView,
    IndexView,
    NotFoundView,
    Page,
    PublisherView,
    RedirectView,
    SpeakerView,
    StoryView,
    TimelineView,
    TopicView,
)
from sitegen.model.shown import Pagination

from .sample_feeds import FEED
from .sample_parts import BARE_CHROME, BASE, UNKNOWN, bare_head

NO_PAGES = Pagination()

EMPTY = (
    Page(
        path="articles/market/index.html",
        template="article.html",
        view=ArticleView(
            chrome=BARE_CHROME,
            head=bare_head("articles/market/", "T"),
            title="T",
            byline=(),
            language="en",
            published=UNKNOWN,
            updated=None,
            evidence="",
            summary="",
            body="",
            marks=(),
            quotations=(),
            timeline=(),
            strip=None,
            speakers=(),
            sources=(),
            original="",
            corrections=(),
            topics=(),
            story=None,
            previous=None,
            next=None,
            neighbours_in="",
        ),
    ),
    Page(
        path="index.html",
        template="home.html",
        view=HomeView(
            chrome=BARE_CHROME,
            head=bare_head(""),
            edition=None,
            summary="",
            items=(),
            articles=(),
            upcoming=(),
            topics=(),
            speakers=(),
            pagination=NO_PAGES,
        ),
    ),
    Page(
        path="archive/index.html",
        template="archive.html",
        view=ArchiveView(
            chrome=BARE_CHROME, head=bare_head("archive/", "A"), title="A", articles=(), pagination=NO_PAGES
        ),
    ),
    Page(
        path="speakers/index.html",
        template="index.html",
        view=IndexView(chrome=BARE_CHROME, head=bare_head("speakers/", "S"), title="S", groups=(), unit="quotations"),
    ),
    Page(
        path="topics/x/index.html",
        template="topic.html",
        view=TopicView(
            chrome=BARE_CHROME,
            head=bare_head("topics/x/", "X"),
            title="X",
            description="",
            parent=None,
            parts=(),
            timeline=(),
            strip=None,
            activity=(),
            stories=(),
            articles=(),
            speakers=(),
            pagination=NO_PAGES,
        ),
    ),
    Page(
        path="stories/x/index.html",
        template="story.html",
        view=StoryView(
            chrome=BARE_CHROME,
            head=bare_head("stories/x/", "X"),
            title="X",
            summary="",
            first=UNKNOWN,
            last=UNKNOWN,
            timeline=(),
            strip=None,
            quotations=(),
            speakers=(),
            articles=(),
            topics=(),
        ),
    ),
    Page(
        path="editions/x/index.html",
        template="edition.html",
        view=EditionView(
            chrome=BARE_CHROME,
            head=bare_head("editions/x/", "X"),
            title="X",
            summary="",
            items=(),
            more=(),
            upcoming=(),
            speakers=(),
            corrections=(),
        ),
    ),
    Page(
        path="publishers/x/index.html",
        template="publisher.html",
        view=PublisherView(
            chrome=BARE_CHROME,
            head=bare_head("publishers/x/", "X"),
            title="X",
            url=None,
            articles=(),
            speakers=(),
            pagination=NO_PAGES,
        ),
    ),
    Page(
        path="speakers/x/index.html",
        template="speaker.html",
        view=SpeakerView(
            chrome=BARE_CHROME,
            head=bare_head("speakers/x/", "X"),
            name="X",
            initials="",
            also_known_as=(),
            note="",
            roles=(),
            years=(),
            topics=(),
            mentions=(),
            pagination=NO_PAGES,
        ),
    ),
    Page(
        path="timeline/index.html",
        template="timeline.html",
        view=TimelineView(chrome=BARE_CHROME, head=bare_head("timeline/"), groups=(), years=(), months=(), days=()),
    ),
    Page(
        path="feeds/index.html",
        template="feeds.html",
        view=FeedsView(chrome=BARE_CHROME, head=bare_head("feeds/", "F"), site=(), topics=()),
    ),
    Page(path="404.html", template="404.html", view=NotFoundView(chrome=BARE_CHROME, head=bare_head("404.html", "N"))),
    Page(
        path="old/index.html",
        template="redirect.html",
        view=RedirectView(chrome=BARE_CHROME, head=bare_head("old/"), target=""),
    ),
    Page(path="feed.xml", template="rss", view=replace(FEED, title="", description="", language="", items=())),
    Page(path="sitemap.xml", template="sitemap.xml", view=SitemapView(base_url=BASE, addresses=())),
    Page(path="robots.txt", template="robots.txt", view=RobotsView(base_url=BASE)),
)
