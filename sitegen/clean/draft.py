"""What every kind of source comes to before it is an article."""

from dataclasses import dataclass

from sitegen.clean.characters import one_line
from sitegen.markup import visible_text
from sitegen.model.article import Article, Publisher
from sitegen.model.when import UNKNOWN, When

_TITLE_LENGTH = 300
"""No headline is longer; a longer one is cut at a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article that does not know yet which file it came from."""

    title: str
    body: str
    """Markdown."""
    text: str | None = None
    """visible_text(body), where it is known already."""
    byline: tuple[str, ...] = ()
    publisher: str = ""
    publisher_url: str | None = None
    url: str | None = None
    published: When = UNKNOWN
    updated: When = UNKNOWN
    language: str = "en"
    removed: tuple[str, ...] = ()
    part: str = ""
    """Which part of its source it is, where that holds several: a feed item's id, the number of a letter's story."""

    def article(self, seeds: tuple[str, ...]) -> Article:
        """Return it as the article of these sources."""
        name = one_line(self.publisher)
        return Article(
            seeds=seeds,
            title=shortened(one_line(self.title), _TITLE_LENGTH),
            byline=self.byline,
            publishers=(Publisher(name=name, url=self.publisher_url),) if name else (),
            url=self.url,
            published=self.published,
            updated=self.updated,
            language=self.language,
            body=self.body,
            text=visible_text(self.body) if self.text is None else self.text,
            removed=self.removed,
        )


def shortened(text: str, length: int) -> str:
    """Return the text, cut after a word with an ellipsis where it is longer."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"
