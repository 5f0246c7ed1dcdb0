"""Where in content/ may this article be already? By address and by likeness; filled with the content files as they are, then with each that is written."""

from collections.abc import Iterable, Iterator

from sitegen import fingerprint
from sitegen.clean.candidates import Candidates
from sitegen.clean.duplicates import VERSION, Wording
from sitegen.clean.same_address import address_key
from sitegen.model.article import Article
from sitegen.store.memo import Memo

_STAGE = "signature"
_AT_ONCE = 500
"""Signatures asked of the memo at a time."""


class Catalogue:
    """Content files by what finds them; their texts stay where they are."""

    def __init__(self, articles: Iterable[tuple[str, Article]], memo: Memo | None) -> None:
        self._paths: list[str] = []
        self._numbers: dict[str, int] = {}
        self._addresses: dict[str, list[int]] = {}
        self._candidates = Candidates()
        for batch in _batches(articles):
            known = _signatures([article for _, article in batch], memo)
            for (path, article), sign in zip(batch, known, strict=True):
                self._put(path, article, sign)

    def put(self, path: str, article: Article, wording: Wording) -> None:
        """Take in a content file, new or changed."""
        self._put(path, article, wording.signature)

    def at_address(self, url: str | None) -> tuple[str, ...]:
        """Return the files of articles that are, at one of their publishers, at this address."""
        key = address_key(url)
        return tuple(self._paths[n] for n in self._addresses.get(key, ())) if key else ()

    def like(self, wording: Wording) -> tuple[str, ...]:
        """Return the files that may hold the same article, likest first."""
        return tuple(self._paths[n] for n in self._candidates.near(wording.signature))

    def _put(self, path: str, article: Article, sign: str) -> None:
        number = self._numbers.setdefault(path, len(self._paths))
        if number == len(self._paths):
            self._paths.append(path)
        self._candidates.add(number, sign)
        for key in filter(None, map(address_key, addresses(article))):
            numbers = self._addresses.setdefault(key, [])
            if number not in numbers:
                numbers.append(number)


def addresses(article: Article) -> tuple[str | None, ...]:
    """Return where an article is: its own address, and those at the publishers that were added; the first one's is its home page."""
    return article.url, *(publisher.url for publisher in article.publishers[1:])


def _batches(articles: Iterable[tuple[str, Article]]) -> Iterator[list[tuple[str, Article]]]:
    batch: list[tuple[str, Article]] = []
    for item in articles:
        batch.append(item)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    yield batch


def _signatures(articles: list[Article], memo: Memo | None) -> list[str]:
    """Return the signatures of articles: remembered by their texts, else made."""
    keys = [fingerprint.combined((VERSION, article.text)) for article in articles]
    known = memo.get_many(_STAGE, keys) if memo else {}
    made = {k: Wording("", a.text).signature for k, a in zip(keys, articles, strict=True) if k not in known}
    if memo:
        memo.put_many(_STAGE, made)
    return [known[key] if key in known else made[key] for key in keys]
