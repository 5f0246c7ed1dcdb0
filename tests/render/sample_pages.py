"""A page of every kind, with all its parts."""

from dataclasses import replace

from sitegen.model.annotations import Aspect
from sitegen.model.page import (
    ArchiveView,
    ArticleView,
    AssetView,
    FeedsView,
    HomeView,
    IndexView,
    NotFoundView,
    Page,
    RedirectView,
    RobotsView,
    SitemapView,
    SpeakerView,
    TimelineView,
    TopicView,
)
from sitegen.model.shown import (
    Bar,
    IndexItem,
    Link,
    Pagination,
    QuotationGroup,
    RoleLine,
    ShownCorrection,
    ShownDate,
    Source,
)

from .sample_feeds import FEED, ITEMS
from .sample_parts import (
    ARTICLE,
    BASE,
    BODY,
    CHROME,
    DAY,
    FEED_LINKS,
    FORTY,
    GROUPS,
    INFERRED,
    MARKS,
    MONTH,
    OTHER,
    QUOTATIONS,
    SPEAKERS,
    TOPICS,
    UNDATED,
    UNKNOWN,
    event,
    head,
)

ARTICLE_VIEW = ArticleView(
    chrome=CHROME,
    head=head("articles/market/", ARTICLE.title, kind="article"),
    title=ARTICLE.title,
    byline=("Ana Lim", "Bo Ek"),
    language="de",
    published=INFERRED,
    evidence="on November 19",
    summary=ARTICLE.summary,
    body=BODY,
    marks=MARKS,
    quotations=QUOTATIONS,
    timeline=GROUPS,
    speakers=SPEAKERS,
    sources=(
        Source(publisher="Coast Courier", url="https://courier.example/a?b=1&c=2", date=DAY),
        Source(publisher="Elling Post", url="javascript:alert(1)", date=UNKNOWN),
    ),
    corrections=(ShownCorrection(date=DAY, text="An earlier version named the wrong hall."),),
    topics=TOPICS,
    previous=Link(words="Ferry strike ends", address="articles/ferry/"),
    next=Link(words="سفينة جديدة في الميناء", address="articles/ship/"),
    neighbours_in="Fish market",
)
PAGES = Pagination(newer="archive/3/", older="archive/1/", words="Page 2 of 3")

RICH = (
    Page(path="articles/market/index.html", template="article.html", view=ARTICLE_VIEW),
    Page(
        path="index.html",
        template="home.html",
        view=HomeView(
            chrome=CHROME,
            head=head("", CHROME.title),
            articles=(
                ARTICLE,
                OTHER,
                UNDATED,
                replace(ARTICLE, address="articles/long/", title="Ein sehr langer Titel " * 8),
            ),
            upcoming=(
                event(6, ShownDate(words="3 March 2025", machine="2025-03-03"), Aspect.SCHEDULED),
                event(7, None, Aspect.EXPECTED, expression="soon"),
            ),
            topics=TOPICS,
            speakers=SPEAKERS,
            pagination=replace(PAGES, newer=None),
        ),
    ),
    Page(
        path="archive/2/index.html",
        template="archive.html",
        view=ArchiveView(
            chrome=CHROME,
            head=head("archive/2/", "All articles"),
            title="All articles",
            articles=(ARTICLE, OTHER, UNDATED),
            pagination=PAGES,
        ),
    ),
    Page(
        path="topics/index.html",
        template="index.html",
        view=IndexView(
            chrome=CHROME,
            head=head("topics/", "Topics"),
            title="Topics",
            items=tuple(
                IndexItem(link=t, note="Halls, stalls and who pays" if n else "", count=n) for n, t in enumerate(TOPICS)
            ),
            unit="articles",
        ),
    ),
    Page(
        path="topics/fish-market/index.html",
        template="topic.html",
        view=TopicView(
            chrome=CHROME,
            head=head("topics/fish-market/", "Fish market"),
            title="Fish market",
            description="The market, its hall, its money.",
            timeline=GROUPS,
            articles=(ARTICLE, OTHER, UNDATED),
            speakers=SPEAKERS,
            pagination=PAGES,
        ),
    ),
    Page(
        path="speakers/ingrid-vasaro/index.html",
        template="speaker.html",
        view=SpeakerView(
            chrome=CHROME,
            head=head("speakers/ingrid-vasaro/", "Ingrid Vasaro", kind="profile"),
            name="Ingrid Vasaro",
            initials="IV",
            also_known_as=("Mayor Vasaro", "I. Vasaro"),
            note="Not the painter of the same name.",
            roles=(
                RoleLine(words="Mayor of Port Elling", first=MONTH, last=DAY),
                RoleLine(words="Councillor", first=UNKNOWN, last=UNKNOWN),
            ),
            years=(
                QuotationGroup(heading="2024", quotations=QUOTATIONS[:3]),
                QuotationGroup(heading="Date not known", quotations=QUOTATIONS[5:]),
            ),
            topics=TOPICS,
            mentions=tuple(Bar(label=f"{m:02}/2024", count=(m * 7) % 12) for m in range(1, 13)),
        ),
    ),
    Page(
        path="timeline/index.html",
        template="timeline.html",
        view=TimelineView(
            chrome=CHROME,
            head=head("timeline/", "Timeline"),
            groups=FORTY,
            years=(Link(words="2023", address="timeline/2023/"), Link(words="2022", address="timeline/2022/")),
        ),
    ),
    Page(
        path="feeds/index.html",
        template="feeds.html",
        view=FeedsView(chrome=CHROME, head=head("feeds/", "Feeds"), site=FEED_LINKS[:1], topics=FEED_LINKS[1:]),
    ),
    Page(
        path="404.html", template="404.html", view=NotFoundView(chrome=CHROME, head=head("404.html", "Page not found"))
    ),
    Page(
        path="articles/old/index.html",
        template="redirect.html",
        view=RedirectView(chrome=CHROME, head=head("articles/old/", ""), target="articles/market/"),
    ),
    Page(path="feed.xml", template="rss", view=FEED),
    Page(
        path="topics/fish-market/feed.xml",
        template="rss",
        view=replace(FEED, address="topics/fish-market/feed.xml", page="topics/fish-market/", items=ITEMS[:1]),
    ),
    Page(
        path="sitemap.xml",
        template="sitemap.xml",
        view=SitemapView(
            base_url=BASE, addresses=(("", "2024-11-19"), ("articles/market/", ""), ("topics/naïve/", ""))
        ),
    ),
    Page(path="robots.txt", template="robots.txt", view=RobotsView(base_url=BASE)),
    Page(path="style.css", template="style.css", view=AssetView()),
    Page(path="icon.svg", template="icon.svg", view=AssetView()),
)
