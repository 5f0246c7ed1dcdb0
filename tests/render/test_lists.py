"""Home, topic, speaker, timeline, index, feeds, redirect, and what machines read."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from sitegen.model.machine_pages import RedirectView
from sitegen.model.page import Page, SpeakerView, TimelineView
from sitegen.model.pictures import Bar
from sitegen.render.theme import Theme

from .reading import by_id, elements, made, tree, words
from .sample_pages import RICH
from .sample_parts import CHROME, GROUPS, head

PAGES = {p.path: p for p in RICH}


def _root(path: str, theme: Theme) -> ET.Element:
    return tree(made(PAGES[path], theme))


def _headings(root: ET.Element) -> list[str]:
    return [words(e) for e in elements(root, "h2")]


def test_home_has_its_parts_in_order(theme: Theme) -> None:
    assert _headings(_root("index.html", theme)) == [
        "Tuesday, 19 November 2024",
        "More articles",
        "Coming up",
        "Topics",
        "Who is speaking",
        "Subscribe",
    ]


def test_a_topic_has_its_parts_in_order(theme: Theme) -> None:
    assert _headings(_root("topics/fish-market/index.html", theme)) == [
        "Timeline",
        "Stories",
        "Articles",
        "Who is speaking",
        "Articles over time",
        "Subscribe",
    ]


def test_a_topic_names_what_it_is_a_part_of_and_its_parts(theme: Theme) -> None:
    main = next(elements(_root("topics/fish-market/index.html", theme), "main"))
    links = [(words(e), e.get("href")) for e in elements(next(elements(main, "header")), "a")]
    assert links == [
        ("Topic", "../"),
        ("Trade", "../trade/"),
        ("Nets", "../nets/"),
        ("Stalls", "../stalls/"),
        ("Search in Fish market", "../../search/?topic=fish-market"),
    ]


def test_a_story_has_its_parts_in_order(theme: Theme) -> None:
    root = _root("stories/fish-market-moves/index.html", theme)
    assert _headings(root) == ["Timeline", "Who said what", "Articles", "Topics", "Who is speaking", "Subscribe"]
    assert "July 2024 · month only – 19 November 2024" in words(next(elements(root, "main")))


def test_an_edition_has_its_parts_in_order_and_says_what_changed_since(theme: Theme) -> None:
    root = _root("editions/2024-11-19/index.html", theme)
    assert _headings(root) == [
        "Stories",
        "Also published",
        "Corrected since",
        "Coming up",
        "Who spoke",
        "As e-mail",
        "Subscribe",
    ]
    corrected = next(e for e in elements(root, "section") if e.get("aria-labelledby") == "corrections")
    assert words(corrected) == "Corrected since 19 November 2024: Ferry strike ends after nine days"


def test_a_publisher_leads_to_its_own_site(theme: Theme) -> None:
    root = _root("publishers/coast-courier/index.html", theme)
    assert _headings(root) == ["Articles", "Who is speaking", "Subscribe"]
    (outside,) = [e.get("href") for e in elements(root, "a") if e.get("class") == "outside"]
    assert outside == "https://courier.example/"


def test_other_articles_that_tell_the_same_are_named(theme: Theme) -> None:
    root = _root("stories/fish-market-moves/index.html", theme)
    also = next(e for e in elements(root, "p") if "also" in (e.get("class") or ""))
    assert words(also) == "Also in: Elling Post; Unplaced"
    assert [e.get("href") for e in elements(also, "a")] == ["../../articles/ferry/#quotation-2"]
    assert "Also in: Elling Post" in words(by_id(root, "event-4"))
    assert "Was scheduled" in words(by_id(root, "event-6"))
    assert "the day has passed" in words(root)


def test_a_speaker_has_the_parts_in_order(theme: Theme) -> None:
    root = _root("speakers/ingrid-vasaro/index.html", theme)
    assert _headings(root) == ["2024", "Date not known", "Topics", "Quotations over time", "Also known as", "Subscribe"]
    roles = next(e for e in elements(root, "ul") if e.get("class") == "roles")
    assert [words(e) for e in elements(roles, "li")] == [
        "Mayor of Port Elling July 2024 · month only – 19 November 2024",
        "Councillor Date not known",
    ]


def test_a_sparkline_is_given_as_text_too(theme: Theme) -> None:
    root = _root("speakers/ingrid-vasaro/index.html", theme)
    svg = next(e for e in root.iter() if str(e.tag).endswith("svg"))
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == "12 bars from 01/2024 to 12/2024, at most 11 quotations; the values follow as text"
    values = next(e for e in elements(root, "ul") if e.get("class") == "values")
    assert words(values).startswith("01/2024: 7 02/2024: 2")


def test_a_sparkline_of_zeros_stays_within_its_frame(theme: Theme) -> None:
    page = PAGES["speakers/ingrid-vasaro/index.html"]
    assert isinstance(page.view, SpeakerView)
    view = replace(page.view, mentions=tuple(Bar(label=str(n), count=0) for n in range(500)))
    html = made(replace(page, view=view), theme)
    assert all(
        float(h) <= 48 and float(x) <= 240 for x, h in re.findall(r'<rect x="([\d.]+)".*? height="([\d.]+)"', html)
    )


def test_counts_are_in_words(theme: Theme) -> None:
    text = words(_root("topics/fish-market/index.html", theme))
    assert "1,204 quotations" in text
    assert re.search(r"\b1 quotation\b", text)


def test_a_long_timeline_folds_by_year_and_a_short_one_does_not(theme: Theme) -> None:
    root = _root("timeline/index.html", theme)
    years = list(elements(root, "details"))
    assert [e.get("id") for e in years] == [f"y{y}" for y in range(2024, 2018, -1)]
    assert [e.get("id") for e in years if "open" in e.attrib] == ["y2019"]
    assert _headings(root)[6:] == ["Days", "Months", "Years", "Subscribe"]
    short = TimelineView(chrome=CHROME, head=head("timeline/", "Timeline"), groups=GROUPS, years=(), months=(), days=())
    root = tree(made(Page(path="timeline/index.html", template="timeline.html", view=short), theme))
    assert list(elements(root, "details")) == []
    assert _headings(root)[:3] == ["2024", "2025", "No date given"]


def test_pages_of_a_list_are_linked(theme: Theme) -> None:
    root = _root("archive/2/index.html", theme)
    pages = next(e for e in elements(root, "nav") if e.get("class") == "pages")
    assert [(words(e), e.get("href")) for e in elements(pages, "a")] == [("← Newer", "../3/"), ("Older →", "../1/")]
    assert "Page 2 of 3" in words(pages)


def test_feeds_are_named_with_the_address_to_copy(theme: Theme) -> None:
    root = _root("feeds/index.html", theme)
    assert [words(e) for e in elements(root, "code")] == ["https://digest.example/news/feed.xml"]


def test_feeds_can_be_taken_in_each_form(theme: Theme) -> None:
    links = {e.get("aria-label"): e.get("href") for e in elements(_root("feeds/index.html", theme), "a")}
    assert links["Fish market, RSS"] == "../topics/fish-market/feed.xml"
    assert links["Fish market, Atom"] == "../topics/fish-market/atom.xml"
    assert links["Fish market, JSON"] == "../topics/fish-market/feed.json"


def test_links_of_the_page_that_answers_anywhere_are_rooted(theme: Theme) -> None:
    root = _root("404.html", theme)
    links = [e.get("href", "") for e in elements(root, "a", "link")]
    assert all(h.startswith(("/news/", "#")) for h in links)
    assert not [e for e in elements(root, "link") if e.get("rel") == "canonical"]


def test_a_redirect_leads_on_by_itself_and_by_hand(theme: Theme) -> None:
    page = Page(
        path="articles/old/index.html",
        template="redirect.html",
        view=RedirectView(chrome=CHROME, head=head("articles/market/"), target="articles/market/"),
    )
    root = tree(made(page, theme))
    refresh = next(e for e in elements(root, "meta") if e.get("http-equiv") == "refresh")
    assert refresh.get("content") == "0; url=../market/"
    assert (
        next(e for e in elements(root, "link") if e.get("rel") == "canonical").get("href")
        == "https://digest.example/news/articles/market/"
    )
    assert next(elements(root, "a")).get("href") == "../market/"


def test_the_strip_of_a_timeline_counts_its_events_in_words_too(theme: Theme) -> None:
    root = _root("stories/fish-market-moves/index.html", theme)
    strip = next(e for e in elements(root, "figure") if e.get("class") == "strip")
    (svg,) = (e for e in strip if str(e.tag).endswith("svg"))
    assert svg.get("aria-label") == "7 events from 1 July 2024 to 3 March 2025; the list below has them all"
    assert words(strip) == "1 July 2024 1 event far from these, in the list 3 March 2025"
    heights = [float(e.get("height") or 0) for e in svg if not e.get("class")]
    assert heights == [16.0, 8.0]
