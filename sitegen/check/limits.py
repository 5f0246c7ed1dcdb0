"""When is a page or an image too large? Figures with their reasons; sizes in, words out."""

from sitegen.check.pages import PageFacts

_PAGE_BYTES = 500_000
"""HTML packs to about a sixth: 80 kB, which take a phone on a slow line (Lighthouse: 1.6 Mbit/s, 150 ms) half a second and more, before any picture."""
_PAGE_ELEMENTS = 5_000
"""A phone lays out some ten elements a millisecond: half a second without an answer to a touch."""
_IMAGE_BYTES = 300_000
"""Above it messengers show no picture beside a shared link; a slow line takes one and a half seconds."""
_IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def page(found: PageFacts) -> str:
    """Return what is too much in a page, or nothing."""
    if found.size > _PAGE_BYTES:
        return f"the page has {found.size // 1000} kB; above {_PAGE_BYTES // 1000} kB it comes slowly to a phone"
    if found.elements > _PAGE_ELEMENTS:
        return f"the page has {found.elements:,} elements; above {_PAGE_ELEMENTS:,} a phone is slow to show it"
    return ""


def image(path: str, data: bytes) -> str:
    """Return what is too much in an image, or nothing."""
    if not path.lower().endswith(_IMAGES) or len(data) <= _IMAGE_BYTES:
        return ""
    return f"the image has {len(data) // 1000} kB; above {_IMAGE_BYTES // 1000} kB messengers do not show it"
