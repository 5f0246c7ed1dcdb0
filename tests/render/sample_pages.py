"""A page of every kind, with all its parts."""

from dataclasses import replace

from sitegen.model.annotations import Aspect
from sitegen.model.machine_pages import (
    AssetView,
    HeadersView,
    NewsItem,
    NewsSitemapView,
    NotFoundView,
    RedirectsView,
    RedirectView,
    RobotsView,
    SitemapIndexView,
    SitemapView,
)
from sitegen.model.page import (
    ArchiveView,
    ArticleView,
    EditionView,
    HomeView,
    IndexView,
    Page,
    PublisherView,
    SpeakerView,
    StoryView,
    TimelineView,
    TopicView,
)
from sitegen.model.pictures import Bar
from sitegen.model.shown import (
    EditionItem,
    IndexGroup,
    IndexItem,
    Link,
    Pagination,
    QuotationGroup,
    RoleLine,
    SharePicture,
    ShownCorrection,
    ShownDate,
    Source,
)

from .sample_parts import (
    ARTICLE,
    BASE,
    BODY,
    CHROME,
    DAY,
    FORTY,
    GROUPS,
    INFERRED,
    MARKS,
    MONTH,
    OTHER,
    QUOTATIONS,
    SPEAKERS,
    STRIP,
    TOPICS,
    UNDATED,
    UNKNOWN,
    event,
    head,
)
from .sample_search import SEARCH_RICH, SEARCHING
from .sample_subscribing import MAIL_LINKS, RICH_SUBSCRIBING

COURIER = Link(words="Coast Courier", address="publishers/coast-courier/")
STORY = Link(words="The fish market moves", address="stories/fish-market-moves/")
ITEMS_OF_EDITION = (
    EditionItem(
        headline=Link(words=ARTICLE.title, address=ARTICLE.address),
        summary=ARTICLE.summary,
        sources=(
            Link(words="Coast Courier", address="articles/market/"),
            Link(words="Elling Post", address="articles/ferry/"),
        ),
        story=STORY,
        said=QUOTATIONS[:1],
    ),
    EditionItem(headline=Link(words=OTHER.title, address=OTHER.address), summary="", sources=()),
)
UPCOMING = (
    event(6, ShownDate(words="3 March 2025", machine="2025-03-03"), Aspect.SCHEDULED),
    event(7, None, Aspect.EXPECTED, expression="soon"),
)

BARS = tuple(Bar(label=f"{m:02}/2024", count=(m * 7) % 12) for m in range(1, 13))
PICTURE = SharePicture(
    address="articles/market/share.png",
    words="“We will open the new hall before the first snow”",
    who="Ingrid Vasaro, Mayor of Port Elling",
    line="Coast Courier · 19 November 2024",
)
ARTICLE_VIEW = ArticleView(
    chrome=CHROME,
    head=head("articles/market/", ARTICLE.title, kind="article", picture=PICTURE),
    title=ARTICLE.title,
    byline=("Ana Lim", "Bo Ek"),
    language="de",
    published=INFERRED,
    updated=ShownDate(words="20 November 2024", machine="2024-11-20"),
    evidence="on November 19",
    summary=ARTICLE.summary,
    body=BODY,
    marks=MARKS,
    quotations=QUOTATIONS,
    timeline=GROUPS,
    strip=STRIP,
    speakers=SPEAKERS,
    sources=(
        Source(
            publisher=COURIER,
            outside=Link(words="Original at courier.example", address="https://courier.example/a?b=1&c=2"),
            date=DAY,
        ),
        Source(
            publisher=Link(words="Elling Post"),
            outside=Link(words="alert", address="javascript:alert(1)"),
            date=UNKNOWN,
        ),
        Source(publisher=Link(words="Quay Radio"), outside=None, date=ShownDate(words="")),
    ),
    original="https://courier.example/a?b=1&c=2",
    corrections=(ShownCorrection(date=DAY, text="An earlier version named the wrong hall."),),
    topics=TOPICS,
    story=STORY,
    previous=Link(words="Ferry strike ends", address="articles/ferry/"),
    next=Link(words="سفينة جديدة في الميناء", address="articles/ship/"),
    neighbours_in="Fish market",
)
SITEMAPS = ("sitemap.xml", "news-sitemap.xml")
PAGES = Pagination(newer="archive/3/", older="archive/1/", words="Page 2 of 3")

RICH = (
    Page(path="articles/market/index.html", template="article.html", view=ARTICLE_VIEW),
    Page(
        path="index.html",
        template="home.html",
        view=HomeView(
            chrome=CHROME,
            head=head("", CHROME.title),
            edition=Link(words="Tuesday, 19 November 2024", address="editions/2024-11-19/"),
            summary="The mayor set out when the market moves.",
            items=ITEMS_OF_EDITION,
            articles=(
                ARTICLE,
                OTHER,
                UNDATED,
                replace(ARTICLE, address="articles/long/", title="Ein sehr langer Titel " * 8),
            ),
            upcoming=UPCOMING,
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
            groups=tuple(
                IndexGroup(
                    heading=t.words[:1],
                    anchor=f"in-{n}",
                    items=(IndexItem(link=t, note="Halls, stalls and who pays" if n else "", count=n),),
                )
                for n, t in enumerate(TOPICS)
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
            parent=Link(words="Trade", address="topics/trade/"),
            parts=(Link(words="Nets", address="topics/nets/"), Link(words="Stalls", address="topics/stalls/")),
            timeline=GROUPS,
            strip=STRIP,
            activity=BARS,
            stories=(IndexItem(link=STORY, note="19 November 2024", count=2),),
            articles=(ARTICLE, OTHER, UNDATED),
            speakers=SPEAKERS,
            pagination=PAGES,
        ),
    ),
    Page(
        path="stories/fish-market-moves/index.html",
        template="story.html",
        view=StoryView(
            chrome=CHROME,
            head=head("stories/fish-market-moves/", "The fish market moves"),
            title="The fish market moves",
            summary=ARTICLE.summary,
            first=MONTH,
            last=DAY,
            timeline=GROUPS,
            strip=STRIP,
            quotations=QUOTATIONS,
            speakers=SPEAKERS,
            articles=(ARTICLE, OTHER),
            topics=TOPICS,
        ),
    ),
    Page(
        path="editions/2024-11-19/index.html",
        template="edition.html",
        view=EditionView(
            chrome=CHROME,
            head=head("editions/2024-11-19/", "Tuesday, 19 November 2024"),
            title="Tuesday, 19 November 2024",
            summary="The mayor set out when the market moves.",
            items=ITEMS_OF_EDITION,
            more=(UNDATED, OTHER),
            upcoming=UPCOMING,
            speakers=SPEAKERS,
            corrections=((DAY, Link(words=OTHER.title, address=OTHER.address)),),
            mail=MAIL_LINKS,
        ),
    ),
    Page(
        path="publishers/coast-courier/index.html",
        template="publisher.html",
        view=PublisherView(
            chrome=CHROME,
            head=head("publishers/coast-courier/", "Coast Courier"),
            title="Coast Courier",
            url="https://courier.example/",
            articles=(ARTICLE, UNDATED),
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
            pagination=PAGES,
            mentions=BARS,
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
            months=(Link(words="May 2024", address="timeline/2024/05/"),),
            days=(Link(words="1 May 2024", address="timeline/2024/05/01/"),),
        ),
    ),
    Page(
        path="404.html", template="404.html", view=NotFoundView(chrome=CHROME, head=head("404.html", "Page not found"))
    ),
    Page(
        path="articles/old/index.html",
        template="redirect.html",
        view=RedirectView(chrome=CHROME, head=head("articles/old/", ""), target="articles/market/"),
    ),
    *RICH_SUBSCRIBING,
    Page(
        path="sitemap.xml",
        template="sitemap.xml",
        view=SitemapView(
            base_url=BASE, addresses=(("", "2024-11-19"), ("articles/market/", ""), ("topics/naïve/", ""))
        ),
    ),
    Page(
        path="long/sitemap.xml",
        template="sitemap-index.xml",
        view=SitemapIndexView(base_url=BASE, parts=(("sitemap-1.xml", "2024-11-19"), ("sitemap-2.xml", ""))),
    ),
    Page(
        path="news-sitemap.xml",
        template="news-sitemap.xml",
        view=NewsSitemapView(
            base_url=BASE,
            name="The Harbour Digest",
            items=(
                NewsItem(address="articles/market/", title=ARTICLE.title, language="de", date="2024-11-19"),
                NewsItem(
                    address="articles/ferry/", title="Fares & fees", language="en", date="2024-11-18T09:30:00+01:00"
                ),
            ),
            until="2024-11-20T09:00:00+00:00",
        ),
    ),
    Page(path="robots.txt", template="robots.txt", view=RobotsView(base_url=BASE, sitemaps=SITEMAPS)),
    Page(
        path="_redirects",
        template="redirects.txt",
        view=RedirectsView(
            base_url=BASE,
            redirects=(("articles/old/", "articles/market/"), ("articles/a b&c/", "articles/naïve/")),
        ),
    ),
    Page(
        path="_headers",
        template="headers.txt",
        view=HeadersView(base_url=BASE, lasting=("style.4e5f6a7b.css",)),
    ),
    *SEARCH_RICH,
    *(Page(path=path, template=name, view=AssetView(assets=SEARCHING.assets)) for name, path in SEARCHING.assets),
)
