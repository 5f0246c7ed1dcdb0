"""Which events of different articles are one? Events in the order of the timeline in, happenings out."""

from sitegen.model.site import Dated, Happening


def alone(told: Dated) -> Happening:
    """Return an event that one article tells."""
    event = told.event
    return Happening(tellings=(told,), date=event.date, mod=event.mod, aspect=event.aspect)
