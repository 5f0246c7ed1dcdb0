"""What pages that list others say of themselves to machines."""

import json

from sitegen.model.site import Story
from sitegen.plan.stories import story_page
from tests.plan.sites import desk_of
from tests.samples import card


def test_a_story_lists_its_articles_newest_first_by_whole_addresses() -> None:
    story = Story(slug="quay", title="The quay", articles=("a", "b"))
    head = story_page(desk_of(card("a"), card("b"), stories=(story,)), story).view.head  # type: ignore[union-attr]  # a page of HTML has a head
    said = json.loads(head.json_ld)
    assert (said["@type"], said["name"]) == ("ItemList", "The quay")
    assert [(i["position"], i["url"]) for i in said["itemListElement"]] == [
        (1, "http://localhost:8000/articles/b/"),
        (2, "http://localhost:8000/articles/a/"),
    ]
