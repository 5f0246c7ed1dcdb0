"""stories as a filter: which articles tell the same happening? JSON Lines in, JSON Lines out, in the same order (docs/filters.md).

All lines are read before the first is answered. Kept is about 2 kB of each.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sitegen.pipeline.json_lines import Answers, Unreadable, row, text

if TYPE_CHECKING:
    from sitegen.link.likeness import Told


def story_lines(lines: Iterable[bytes]) -> Answers:
    """Yield for each line the story it tells: the id of that story's oldest article."""
    from sitegen.link.stories import stories

    read = [_told(line, str(number)) for number, line in enumerate(lines)]
    told = [article for _, article in read if article]
    ids = {article.id: known for known, article in read if article}
    first = {member: group[0] for group in stories(told).groups for member in group}
    for known, article in read:
        if isinstance(known, Unreadable):
            yield known.answer(), False
        elif article:
            yield {"id": known, "story": ids[first[article.id]]}, True


def _told(line: bytes, number: str) -> "tuple[object, Told | None]":
    """Return the line's id and its article; why not, and nothing, where it cannot be read."""
    from sitegen.annotate.vectors import impression_of_lead
    from sitegen.link.likeness import Told
    from sitegen.link.story_time import minutes

    found = row(line, ("title", "text"))
    if isinstance(found, Unreadable):
        return found, None
    earliest, latest = minutes(text(found, "published"))
    seen = impression_of_lead(text(found, "title"), text(found, "text"))
    return found["id"], Told(id=f"{found['id']} {number}", impression=seen, earliest=earliest, latest=latest)
