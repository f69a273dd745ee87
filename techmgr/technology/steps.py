"""The nine steps of a case, their states, and what is shown of them on a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say


class Step(IntEnum):
    """The nine steps by number; they may overlap."""

    DISCLOSURE = 1
    DOCKETING = 2
    ASSESSMENT = 3
    PROTECTION = 4
    MARKETING = 5
    MONITORING = 6
    DISTRIBUTION = 7
    EQUITY = 8
    AMENDMENT = 9


class State(StrEnum):
    """The state of a step. Due soon and overdue are computed when read, never stored."""

    NOT_STARTED = "not_started"
    PLANNED = "planned"
    ACTIVE = "active"
    WAITING = "waiting"
    DONE = "done"
    WAIVED = "waived"
    MISSED = "missed"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


COMPUTED = frozenset({State.DUE_SOON, State.OVERDUE})
ENDED = frozenset({State.DONE, State.WAIVED, State.MISSED})
WORKED = frozenset({State.ACTIVE, State.DONE})

NAMES: dict[Step, Text] = {
    Step.DISCLOSURE: say("Disclosure"),
    Step.DOCKETING: say("Docketing"),
    Step.ASSESSMENT: say("Assessment"),
    Step.PROTECTION: say("Protection"),
    Step.MARKETING: say("Marketing"),
    Step.MONITORING: say("Monitoring"),
    Step.DISTRIBUTION: say("Distribution"),
    Step.EQUITY: say("Equity"),
    Step.AMENDMENT: say("Amendment"),
}

STATE_NAMES: dict[State, Text] = {
    State.NOT_STARTED: say("Not started"),
    State.PLANNED: say("Planned"),
    State.ACTIVE: say("Under way"),
    State.WAITING: say("Waiting"),
    State.DONE: say("Done"),
    State.WAIVED: say("Waived"),
    State.MISSED: say("Missed"),
    State.DUE_SOON: say("Due soon"),
    State.OVERDUE: say("Overdue"),
}


def step_of(number: int) -> Step:
    """Return the step of a number; refuses a number that is none."""
    if not 1 <= number <= len(Step):
        raise UserError(say("A case has steps 1 to 9, not {number}.", number=number), field="step")
    return Step(number)


def shown(stored: State, due: date | None, today: date, soon_days: int) -> State:
    """Return the state to show: what is due outranks what is stored, except for a waived step.

    `due` is the earliest open deadline or task of the step. With 14 days of warning and today
    14 September, 28 September is due soon, 13 September is overdue.
    """
    if due is None or stored is State.WAIVED:
        return stored
    if due < today:
        return State.OVERDUE
    return State.DUE_SOON if due <= today + timedelta(days=soon_days) else stored


def after_waiting(started: date | None) -> State:
    """Return the state a step goes back to when it no longer waits or is no longer waived."""
    return State.ACTIVE if started is not None else State.NOT_STARTED


def earliest(days: Iterable[date | None]) -> date | None:
    """Return the earliest of the days that are known."""
    return min((day for day in days if day is not None), default=None)
