"""The files of a built site -> what a validator would say: links, anchors, pages, feeds, sizes."""

from sitegen.check.site import check_site, outside_links, read_pages

__all__ = ["check_site", "outside_links", "read_pages"]
