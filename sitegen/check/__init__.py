"""The files of a built site -> what a validator would say: links, anchors, pages, feeds."""

from sitegen.check.site import check_site

__all__ = ["check_site"]
