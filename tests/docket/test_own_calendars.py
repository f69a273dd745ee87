"""Calendars as an office keeps them: declared closings, holidays worked, years compared, files."""

from datetime import date

import pytest
from action_examples.docket import A_CALENDAR, a_provisional

from techmgr.core.errors import UserError
from techmgr.docket.actions_calendars import (
    ConfirmYear,
    KeepDay,
    RemoveDay,
    TakeCalendar,
    confirm_year,
    keep_day,
    remove_day,
    take_calendar,
)
from techmgr.docket.following import follow_record
from techmgr.docket.queries import DeadlineFilter, due_within
from techmgr.docket.queries_calendars import calendar_file, calendar_names, year_of_days
from techmgr.docket.queries_why import why_of
from techmgr.docket.recomputing import How

TODAY = date(2026, 9, 14)


@pytest.fixture
def followed(office):
    """A provisional whose year ends on Saturday 10 October 2026, before Columbus Day."""
    office.act(follow_record, a_provisional(office))
    return office


def conversion(office):
    rows = office.read(due_within, DeadlineFilter(), TODAY)
    (row,) = [row for row in rows if row.rule == "us.conversion"]
    return row


def closed(day=date(2026, 10, 13), kind="closed", calendar="us", name="Storm") -> KeepDay:
    return KeepDay(calendar, day, kind, name, "Executive Order")


def test_a_declared_closing_moves_the_date_and_is_listed(followed):
    kept = followed.act(keep_day, closed()).result
    (change,) = [each for each in kept.changes if each.before == date(2026, 10, 13)]
    assert (change.how, change.after) == (How.MOVED, date(2026, 10, 14))
    why = followed.read(why_of, conversion(followed).id, TODAY)
    assert "Storm, closed" in [str(step.detail) for step in why.steps]
    shown = followed.read(year_of_days, "us", 2026, TODAY)
    (storm,) = [row for row in shown.days if row.origin == "own"]
    assert (storm.name, storm.source) == ("Storm", "Executive Order")
    followed.act(remove_day, RemoveDay(storm.id, storm.version, "It never came"))
    assert conversion(followed).legal == date(2026, 10, 13)


def test_a_holiday_on_which_the_office_works_is_open(followed):
    followed.act(keep_day, closed(date(2026, 10, 12), "open", name="Open on Columbus Day"))
    assert conversion(followed).legal == date(2026, 10, 12)


def test_the_safe_date_follows_the_rules_calendar(followed):
    followed.act(keep_day, closed(date(2026, 10, 9)))
    assert conversion(followed).safe == date(2026, 10, 8)


def test_a_day_needs_a_name_a_source_and_a_calendar(office):
    for request, words in [
        (KeepDay("us", date(2026, 10, 9), "closed", "", "x"), "Say what day it is"),
        (KeepDay("us", date(2026, 10, 9), "closed", "x", ""), "Say who declared it"),
        (KeepDay("mars", date(2026, 10, 9), "closed", "x", "x"), "no calendar “mars”"),
        (KeepDay("cn", date(2026, 10, 9), "workday", "x", "x"), "is no weekend"),
    ]:
        with pytest.raises(UserError, match=words):
            office.act(keep_day, request)
    office.act(keep_day, closed())
    with pytest.raises(UserError, match="entered already"):
        office.act(keep_day, closed())


def test_2031_is_not_covered_until_somebody_compares_it(office):
    shown = office.read(year_of_days, "us", 2031, TODAY)
    assert "has no list for 2031" in str(shown.warning)
    office.act(confirm_year, ConfirmYear("us", 2031, "OPM, federal holidays 2031"))
    shown = office.read(year_of_days, "us", 2031, TODAY)
    assert shown.covered
    assert shown.confirmed == "OPM, federal holidays 2031"
    assert shown.warning is None


def test_a_calendar_comes_as_a_file_and_goes_as_one(office):
    office.act(take_calendar, TakeCalendar("sg.toml", A_CALENDAR, "New filings"))
    assert ("sg", "IPOS") in [(c, str(t)) for c, t in office.read(calendar_names, TODAY)]
    shown = office.read(year_of_days, "sg", 2026, TODAY)
    assert date(2026, 9, 15) in {row.day for row in shown.days}
    assert date(2026, 8, 9) in {row.day for row in shown.days}
    assert shown.covered
    written = office.read(calendar_file, "sg", TODAY)
    again = office.act(take_calendar, TakeCalendar("sg.toml", written, "Once more")).result
    assert again.days == 0
    shipped = office.read(calendar_file, "us", TODAY)
    assert office.act(take_calendar, TakeCalendar("us.toml", shipped, "The same")).result.days == 0
    with pytest.raises(UserError, match="cannot be read"):
        office.act(take_calendar, TakeCalendar("bad.toml", "code = 3 4", "Tried"))
