"""From the bytes of a source to articles: one file for each kind of source, told by content."""

from sitegen.clean.cleaners import clean, clean_html, clean_text

__all__ = ["clean", "clean_html", "clean_text"]
