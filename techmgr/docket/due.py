"""A computed deadline with its dates, where it stands on a day, and what a change moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from techmgr.core.texts import Text
from techmgr.docket.calendars import Calendar
from techmgr.docket.events import Event
from techmgr.docket.periods import Period
from techmgr.docket.rules import Arm, Rule


@dataclass(frozen=True, slots=True)
class Counted:
    """One arm counted: from `start` (the event's day, or the day it counts as received) to `end`.

    `more_days` were added after the period: received late, adjusted, or one less for the first day.
    """

    arm: Arm
    period: Period
    event_day: date
    start: date
    end: date
    late_receipt: int = 0
    more_days: int = 0


@dataclass(frozen=True, slots=True)
class Extension:
    """The last day after so many months of extension, before and after rolling."""

    months: int
    raw: date
    legal: date


@dataclass(frozen=True, slots=True)
class Due:
    """A computed deadline. `raw` is the counted end, `legal` is raw rolled by the rule's calendar,
    `safe` the last business day on or before raw; safe ≤ raw always, raw ≤ legal unless it rolls back.
    """

    rule: Rule
    event: Event
    calendar: Calendar
    counted: Counted
    others: tuple[Counted, ...]
    raw: date
    legal: date
    safe: date
    opens: date | None = None
    surcharge_raw: date | None = None
    surcharge_until: date | None = None
    extensions: tuple[Extension, ...] = ()
    met: date | None = None
    implied: date | None = None
    ended: date | None = None
    warnings: tuple[Text, ...] = ()

    @property
    def last(self) -> date:
        """The last day on which the duty can still be met: with every extension and surcharge."""
        longest = [self.legal, *(extension.legal for extension in self.extensions)]
        return max([*longest, self.surcharge_until] if self.surcharge_until else longest)

    @property
    def lost_on(self) -> date:
        """The day the right is lost when nothing is done: the day after the legal one, open or not.

        No reply by 31 May: abandoned on 1 June, even if that is a holiday (MPEP 711.04(a)).
        """
        return self.legal + timedelta(days=1)

    @property
    def key(self) -> tuple[str, object]:
        """Which deadline this is, also after its dates moved: the rule and the event's key."""
        return self.rule.code, self.event.key


class State(StrEnum):
    """Where a deadline stands on a day, as far as the register of events shows."""

    MET = "met"
    LATE = "late"  # met within surcharge or extension, or later and the office took it
    TOO_LATE = (
        "too late"  # done after the last day: a certificate of mailing or a revival is missing
    )
    ENDED = "ended"  # nothing is due any more: lapsed, waived, replaced by a newer event
    PASSED = "passed"  # an opportunity or a term that has gone by, no duty
    NOT_OPEN = "not open"
    OPEN = "open"
    EXTENDABLE = "extendable"  # the legal day is over, surcharge or extension is not
    MISSED = "missed"


def state(due: Due, today: date) -> State:
    """Say where a deadline stands on a day, from what the register of events shows."""
    if due.met or due.implied:
        return _done(due)
    if due.ended and due.ended <= due.last:
        return State.ENDED
    if today > due.legal and not due.rule.is_duty:
        return State.PASSED
    if today > due.last:
        return State.MISSED
    if today > due.legal:
        return State.EXTENDABLE
    return State.NOT_OPEN if due.opens and today < due.opens else State.OPEN


def _done(due: Due) -> State:
    if due.met is None or due.met <= due.legal or not due.rule.is_duty:
        return State.MET
    return State.LATE if due.implied or due.met <= due.last else State.TOO_LATE


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline before and after a change; None where there was none, or is none any more."""

    before: Due | None
    after: Due | None


def moved(before: Iterable[Due], now: Iterable[Due]) -> list[Moved]:
    """Return the deadlines whose dates differ between two computings, by rule and event."""
    old, new = {each.key: each for each in before}, {each.key: each for each in now}
    return [
        Moved(old.get(key), new.get(key))
        for key in dict.fromkeys([*old, *new])
        if _dates(old.get(key)) != _dates(new.get(key))
    ]


def _dates(found: Due | None) -> object:
    if found is None:
        return None
    return found.raw, found.legal, found.safe, found.surcharge_until, found.extensions
