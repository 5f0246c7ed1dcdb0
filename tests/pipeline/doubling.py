"""Work for a process that dies of it; imports little, for each process imports it anew."""

import os


def doubled(items: tuple[int, ...], made_by: str) -> list[int]:
    """Double numbers; five kills the process."""
    if 5 in items:
        os._exit(9)
    return [2 * n for n in items]
