"""sitegen: from a pile of source articles to a news digest that can be trusted."""

__version__ = "0.1.0"
