"""In how many articles does each word stand? Cards in, counts of their most telling words out."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from operator import itemgetter

from sitegen.model.site import Card


def spread(cards: Iterable[Card]) -> Counter[str]:
    """Return by word the number of cards that have it among their terms."""
    return Counter(map(itemgetter(0), chain.from_iterable(card.terms for card in cards)))
