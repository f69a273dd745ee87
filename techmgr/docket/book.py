"""The rules and calendars an office computes with on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import Session

from techmgr.core.texts import Text
from techmgr.docket.calendars import Calendar, shipped_calendars
from techmgr.docket.rulebook import shipped_rules
from techmgr.docket.rules import Rulebook
from techmgr.office.queries import settings_on

OWN_CALENDAR = "office"


@dataclass(frozen=True, slots=True)
class Book:
    """Rules and calendars together. Always true: there is a calendar of the office's own."""

    rules: Rulebook
    calendars: Mapping[str, Calendar]

    @property
    def own(self) -> Calendar:
        """The calendar of the office's own closed days."""
        return self.calendars[OWN_CALENDAR]


def book_on(session: Session, day: date) -> Book:
    """Return the shipped rules and calendars, with the calendar the office has chosen as its own."""
    return _book(settings_on(session, day).calendar)


@lru_cache
def _book(own: str) -> Book:
    calendars = shipped_calendars()
    return Book(
        shipped_rules(), {**calendars, OWN_CALENDAR: calendars.get(own, calendars["office"])}
    )


@lru_cache
def titles() -> Mapping[str, Text]:
    """Return the name of every rule by its code."""
    return {rule.code: rule.name for rule in shipped_rules().rules}
