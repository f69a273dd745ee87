"""The nine states of a step or a deadline, as the window shows them."""

from enum import StrEnum


class State(StrEnum):
    """A state has one glyph and one colour everywhere; never colour alone."""

    NOT_STARTED = "not_started"
    PLANNED = "planned"
    ACTIVE = "active"
    WAITING = "waiting"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE = "done"
    WAIVED = "waived"
    MISSED = "missed"
