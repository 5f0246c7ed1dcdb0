"""Cards of all articles -> Site: the people, topics and timeline between them."""

from sitegen.link.linker import Linked, link

__all__ = ["Linked", "link"]
