"""Closed days per office: public holidays, declared closings, make-up workdays, years not covered."""

from datetime import date

import pytest

from techmgr.core.days import is_open, roll_forward
from techmgr.core.errors import UserError
from techmgr.docket.calendars import Closing, not_covered, read_calendar, with_closings


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("us", "2026-10-12"),  # Columbus Day
        ("us", "2021-12-31"),  # New Year's Day 2022, a Saturday, observed on Friday
        ("us", "2022-12-26"),  # Christmas Day 2022, a Sunday, observed on Monday
        ("us", "2017-01-20"),  # Inauguration Day
        ("us", "2024-12-24"),  # declared closed
        ("us", "2025-01-09"),  # declared closed
        ("ep", "2020-06-01"),  # Whit Monday
        ("ep", "2012-12-27"),  # declared by a supplementary notice
        ("ep", "2026-12-31"),  # New Year's Eve
        ("cn", "2024-10-07"),  # bridge day
        ("jp", "2025-12-29"),
        ("jp", "2026-01-02"),
    ],
)
def test_an_office_is_closed(calendars, code, day):
    assert not is_open(date.fromisoformat(day), calendars[code])


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("us", "2025-04-16"),  # Emancipation Day is a holiday of the District, not a federal one
        ("us", "2018-01-19"),  # no inauguration
        ("us", "2025-12-31"),
        ("weekends", "2025-12-25"),
    ],
)
def test_an_office_is_open(calendars, code, day):
    assert is_open(date.fromisoformat(day), calendars[code])


def test_a_chinese_term_does_not_end_on_a_make_up_workday(calendars):
    # After the National Day holiday 2024 the first working day is Tuesday 8 October; Saturday
    # 12 October is worked, and yet a term that would end on it moves to Monday.
    china = calendars["cn"]
    assert roll_forward(date(2024, 10, 1), china) == date(2024, 10, 8)
    assert date(2024, 10, 12) in china.workdays
    assert roll_forward(date(2024, 10, 12), china) == date(2024, 10, 14)


def test_a_year_without_a_list_is_said(calendars):
    assert "no list for 2031" in str(not_covered(calendars["us"], [2030, 2031]))
    assert not_covered(calendars["us"], [2026]) is None
    assert not_covered(calendars["weekends"], [2031]) is None


def test_an_office_adds_its_own_closings(calendars):
    storm = Closing(date(2031, 3, 3), "Storm", "Notice of 3 March 2031")
    office = with_closings(calendars["us"], [storm], covered=[2031])
    assert not is_open(storm.day, office)
    assert is_open(storm.day, calendars["us"])
    assert office.name_of(storm.day) == "Storm"
    assert not_covered(office, [2031]) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('code = "x"', "title"),
        ('code = "x"\ntitle = "X"\nbase = "Atlantis"', "Atlantis"),
        ("code = ", "cannot be read"),
        (
            'code = "x"\ntitle = "X"\nyearly = [{ month = 2, day = 30, name = "Never" }]',
            "Never",
        ),
        ('code = "x"\ntitle = "X"\nclosed = [{ tag = 1 }]', "tag"),
    ],
)
def test_a_wrong_calendar_is_refused_by_name(text, reason):
    with pytest.raises(UserError, match=reason) as refused:
        read_calendar(text, "own.toml")
    assert "own.toml" in str(refused.value)


def test_a_yearly_day_may_be_29_february():
    text = 'code = "x"\ntitle = "X"\nyearly = [{ month = 2, day = 29, name = "Leap" }]'
    calendar = read_calendar(text, "own.toml")
    assert calendar.closed_days(2024) == {date(2024, 2, 29): "Leap"}
    assert calendar.closed_days(2025) == {}
