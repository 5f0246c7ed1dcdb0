"""Words of an article in another language than the site's say which it is, for who hears them read out."""

from dataclasses import replace

from sitegen.model.page import PublisherView, SpeakerView
from sitegen.render.theme import Theme
from tests.plan.sites import desk_of
from tests.samples import card

from .reading import elements, made, tree, words
from .sample_pages import RICH
from .sample_parts import ARTICLE, QUOTATIONS

PAGES = {p.path: p for p in RICH}
FOREIGN = replace(ARTICLE, title="Der Markt zieht um", summary="Nach neun Jahren.", language="de")


def test_an_article_has_a_language_where_it_is_not_the_sites() -> None:
    at = desk_of(card("bridge", language="en"), card("markt", language="de"))
    assert (at.refs["bridge"].language, at.refs["markt"].language) == ("", "de")


def test_its_title_and_summary_say_so_in_a_list(theme: Theme) -> None:
    page = PAGES["publishers/coast-courier/index.html"]
    assert isinstance(page.view, PublisherView)
    root = tree(made(replace(page, view=replace(page.view, articles=(FOREIGN, ARTICLE))), theme))
    said = {words(e): e.get("lang") for e in elements(root, "h3", "p")}
    assert (said[FOREIGN.title], said[FOREIGN.summary]) == ("de", "de")
    assert (said[ARTICLE.title], said[ARTICLE.summary]) == (None, None)


def test_its_statements_say_so(theme: Theme) -> None:
    page = PAGES["speakers/ingrid-vasaro/index.html"]
    assert isinstance(page.view, SpeakerView)
    (year, *_) = page.view.years
    both = (replace(QUOTATIONS[0], article=FOREIGN), QUOTATIONS[1])
    root = tree(made(replace(page, view=replace(page.view, years=(replace(year, quotations=both),))), theme))
    assert [e.get("lang") for e in elements(root, "blockquote")] == ["de", None]
