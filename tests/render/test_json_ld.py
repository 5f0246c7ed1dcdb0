"""What pages say of themselves to machines: held against the vocabulary of schema.org, and against what they show."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from sitegen.model.annotations import Manner, SpeakerKind
from sitegen.model.feeds import MailView
from sitegen.model.machine_pages import NotFoundView, RedirectView
from sitegen.model.page import ArticleView, Page
from sitegen.model.shown import ShownDate, ShownQuotation
from sitegen.render.theme import Theme
from tests.vocabulary import PROPERTIES, TYPES, Node, nodes, problems

from .reading import made
from .sample_bare import EMPTY
from .sample_pages import ARTICLE_VIEW, RICH
from .sample_parts import MAYOR, QUOTATIONS, UNKNOWN, event

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SILENT = (MailView, NotFoundView, RedirectView)
HTML = [p for p in (*RICH, *EMPTY) if p.path.endswith(".html") and not isinstance(p.view, SILENT)]
PAGE = "https://digest.example/news/articles/market/"


def graphs(page: Page, theme: Theme) -> list[str]:
    return SCRIPT.findall(made(page, theme))


def things(page: Page, theme: Theme) -> list[Node]:
    (graph,) = graphs(page, theme)
    return list(nodes(json.loads(graph)["@graph"]))


def of(kind: str, page: Page, theme: Theme) -> list[Node]:
    return [thing for thing in things(page, theme) if thing["@type"] == kind]


def article(**more: Any) -> Page:
    return Page(path="articles/market/index.html", template="article.html", view=replace(ARTICLE_VIEW, **more))


def _named(pages: list[Page]) -> list[object]:
    return [pytest.param(p, id=f"{p.template}-{'rich' if p in RICH else 'bare'}") for p in pages]


@pytest.mark.parametrize("page", _named(HTML))
def test_a_page_has_one_graph_that_the_vocabulary_allows(page: Page, theme: Theme) -> None:
    (graph,) = graphs(page, theme)
    assert problems(graph) == []


def test_the_table_of_the_vocabulary_has_what_we_use_and_no_more(theme: Theme) -> None:
    every = [thing for page in HTML for thing in things(page, theme)]
    institution = replace(QUOTATIONS[0], speaker=replace(MAYOR, kind=SpeakerKind.STATE))
    every += things(article(quotations=(institution,)), theme)
    assert {t["@type"] for t in every} == set(TYPES)
    assert {name for t in every for name in t if name not in {"@type", "@id", "query-input"}} == set(PROPERTIES)


@pytest.mark.parametrize("page", [p for p in RICH if isinstance(p.view, SILENT)], ids=lambda p: p.template)
def test_a_page_that_is_no_content_says_nothing(page: Page, theme: Theme) -> None:
    assert graphs(page, theme) == []


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ({"@type": "Newspaper"}, "Newspaper is no type that we use"),
        ({"@type": "Person", "nickname": "Io"}, "nickname of Person is no property that we use"),
        ({"@type": "Organization", "jobTitle": "Mayor"}, "jobTitle is no property of Organization"),
        (
            {"@type": "Event", "startDate": "soon"},
            "startDate of Event: 'soon' is none of ['Date', 'DateTime']",
        ),
        ({"@type": "Person", "url": "speakers/x/"}, "url of Person: 'speakers/x/' is none of ['URL']"),
        (
            {"@type": "Quotation", "spokenByCharacter": {"@type": "Thing"}},
            "spokenByCharacter of Quotation: Thing is none of ['Organization', 'Person']",
        ),
        (
            {"@type": "NewsArticle", "mentions": [{"@id": "https://a.example/#x"}]},
            "mentions of NewsArticle: {'@id': 'https://a.example/#x'} refers to nothing in the graph",
        ),
    ],
)
def test_what_the_vocabulary_does_not_allow_is_found(thing: Node, told: str) -> None:
    assert problems(json.dumps({"@context": "https://schema.org", "@graph": [thing]})) == [told]


def test_an_article_says_whence_it_is(theme: Theme) -> None:
    (told,) = [t for t in of("NewsArticle", article(), theme) if t["@id"] == f"{PAGE}#article"]
    assert told["headline"] == ARTICLE_VIEW.title
    assert told["isBasedOn"] == "https://courier.example/a?b=1&c=2"
    assert [p["name"] for p in told["publisher"]] == ["Coast Courier", "Elling Post", "Quay Radio"]
    assert [p["name"] for p in told["author"]] == ["Ana Lim", "Bo Ek"]
    assert (told["datePublished"], told["dateModified"], told["inLanguage"]) == ("2024-11-19", "2024-11-20", "de")
    assert told["image"] == f"{PAGE}share.png"
    assert told["correction"][0]["text"] == "An earlier version named the wrong hall."


def test_only_a_speakers_own_words_are_a_quotation(theme: Theme) -> None:
    quoted = of("Quotation", article(), theme)
    direct = [q for q in QUOTATIONS if q.manner is Manner.DIRECT]
    assert [q["text"] for q in quoted] == [" … ".join(q.pieces) for q in direct]
    assert quoted[0]["spokenByCharacter"] == {"@id": "https://digest.example/news/speakers/ingrid-vasaro/#speaker"}
    assert quoted[0]["url"].startswith(f"{PAGE}#")
    assert "spokenByCharacter" not in quoted[1]  # nobody is established


def test_a_person_speaks_in_the_role_of_the_time(theme: Theme) -> None:
    (mayor,) = [p for p in of("Person", article(), theme) if p["name"] == "Ingrid Vasaro"]
    assert mayor["jobTitle"] == "Mayor of Port Elling"
    assert mayor["affiliation"] == {"@type": "Organization", "name": "Port Elling"}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (SpeakerKind.ORGANISATION, "Organization"),
        (SpeakerKind.STATE, "GovernmentOrganization"),
        (SpeakerKind.GROUP, None),
    ],
)
def test_who_is_no_person_is_not_made_one(kind: SpeakerKind, told: str | None, theme: Theme) -> None:
    spoken = replace(QUOTATIONS[0], speaker=replace(MAYOR, kind=kind))
    page = article(quotations=(spoken,), byline=())
    assert of("Person", page, theme) == []
    assert [t["name"] for t in of(told, page, theme) if told and "@id" in t] == (["Ingrid Vasaro"] if told else [])
    (quoted,) = of("Quotation", page, theme)
    assert ("spokenByCharacter" in quoted) == bool(told)


def test_an_event_without_a_sure_date_is_left_out(theme: Theme) -> None:
    group = ARTICLE_VIEW.timeline[0]
    sure = event(1, ShownDate(words="July 2024", machine="2024-07"))
    about = replace(event(2, ShownDate(words="about July 2024", machine="2024-07")), start="")
    page = article(timeline=(replace(group, events=(sure, about)),))
    assert [e["startDate"] for e in of("Event", page, theme)] == ["2024-07"]


def test_a_date_that_the_vocabulary_has_no_form_for_is_left_out(theme: Theme) -> None:
    week = ShownDate(words="week of 18 November 2024", machine="2024-W47", precision="week only")
    for date in (week, UNKNOWN):
        (told,) = [t for t in of("NewsArticle", article(published=date), theme) if t["@id"] == f"{PAGE}#article"]
        assert "datePublished" not in told


def test_a_page_tells_of_its_way_from_home(theme: Theme) -> None:
    page = next(p for p in RICH if p.path == "speakers/ingrid-vasaro/index.html")
    (trail,) = of("BreadcrumbList", page, theme)
    assert [(i["position"], i["name"], i["item"]["@id"]) for i in trail["itemListElement"]] == [
        (1, "The Harbour Digest", "https://digest.example/news/"),
        (2, "Speakers", "https://digest.example/news/speakers/"),
        (3, "Ingrid Vasaro", "https://digest.example/news/speakers/ingrid-vasaro/"),
    ]


def test_the_site_says_how_it_is_searched(theme: Theme) -> None:
    home = next(p for p in RICH if p.path == "index.html")
    (site,) = [t for t in of("WebSite", home, theme) if "potentialAction" in t]
    action = site["potentialAction"]
    assert action["target"]["urlTemplate"] == "https://digest.example/news/search/?q={search_term_string}"
    assert action["query-input"] == "required name=search_term_string"


def test_the_profile_of_a_speaker(theme: Theme) -> None:
    page = next(p for p in RICH if p.path == "speakers/ingrid-vasaro/index.html")
    (profile,) = of("ProfilePage", page, theme)
    who = profile["mainEntity"]
    assert (who["@type"], who["name"], who["alternateName"]) == (
        "Person",
        "Ingrid Vasaro",
        ["Mayor Vasaro", "I. Vasaro"],
    )
    assert who["description"] == "Not the painter of the same name."
    assert {q["isPartOf"]["@type"] for q in profile["hasPart"]} == {"NewsArticle"}


def test_a_long_page_does_not_become_a_data_set(theme: Theme) -> None:
    many = tuple(_numbered(n) for n in range(400))
    (graph,) = graphs(article(quotations=many), theme)
    assert len([t for t in nodes(json.loads(graph)) if t["@type"] == "Quotation"]) == 30
    assert len(graph.encode()) < 20_000


def _numbered(number: int) -> ShownQuotation:
    return replace(QUOTATIONS[0], anchor=f"card-quotation-{number}")


def test_a_list_says_how_long_it_is(theme: Theme) -> None:
    page = next(p for p in RICH if p.path == "topics/fish-market/index.html")
    (listed,) = of("ItemList", page, theme)
    assert listed["numberOfItems"] == len(listed["itemListElement"]) == 3
    assert isinstance(ARTICLE_VIEW, ArticleView)
