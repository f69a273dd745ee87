"""Today is the office's: in its own time zone, whatever the machine's."""

from datetime import UTC, date, datetime

from techmgr import schema
from techmgr.office.actions import SetSetting, set_setting


def test_today_is_the_day_in_the_offices_time_zone(office):
    office.act(set_setting, SetSetting("time_zone", "Asia/Shanghai", date(2026, 1, 1)))
    office.close()
    opened = schema.open_office(office.place, officer="Ines Moreau")
    opened.clock = lambda: datetime(2026, 12, 31, 20, 0, tzinfo=UTC)
    assert opened.today == date(2027, 1, 1)
    opened.close()
