"""Closed days by name, in the reader's language."""

import pytest

from techmgr.core.texts import words
from techmgr.docket.calendars import public_days, shipped_calendars
from techmgr.docket.holiday_names import holiday_words


@pytest.mark.parametrize(
    ("name", "chinese"),
    [
        ("Christmas Day", "圣诞节"),
        ("Christmas Day (observed)", "圣诞节（补休）"),
        ("Day off (substituted from 02/14/2026)", "与 2026-02-14 调休"),
        ("University closed", "University closed"),
    ],
)
def test_a_name_is_read_in_chinese(name, chinese):
    assert words(holiday_words(name), "zh_CN") == chinese


def test_public_holidays_of_the_large_offices_have_their_chinese():
    names = {
        name
        for calendar in shipped_calendars().values()
        if calendar.base is not None and calendar.base[0] in {"CN", "DE", "JP", "US"}
        for year in (2025, 2026, 2027)
        for name in public_days(calendar, year).values()
    }
    assert names
    assert not {name for name in names if words(holiday_words(name), "zh_CN") == name}
