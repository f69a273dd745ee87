"""Settings hold from a day on; each refuses what it cannot be."""

from datetime import date

import pytest

from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import words
from techmgr.office.actions import SetSetting, SetSettings, set_setting, set_settings
from techmgr.office.queries import is_founded, settings_on, settings_recorded
from techmgr.office.settings import DECLARED, read_value, settings_from


def test_every_default_can_be_read_and_has_a_label():
    defaults = settings_from({})
    assert defaults.case_number_pattern == "{yy}-{n:03}"
    assert all(words(each.label, "en") for each in DECLARED.values())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("office_name", "  "),
        ("base_currency", "BUCKS"),
        ("fiscal_year_end", "02-30"),
        ("fiscal_year_end", "31 August"),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../etc/passwd"),
        ("country", "USA"),
        ("languages", "fr"),
        ("languages", ""),
        ("second_person", "maybe"),
        ("soon_days", "-1"),
        ("soon_days", "400"),
        ("largest_file_bytes", "0"),
        ("own_organisation", "x"),
        ("no_such_key", "1"),
    ],
)
def test_a_value_that_is_none_is_refused(office, key, value):
    with pytest.raises(UserError):
        office.act(set_setting, SetSetting(key, value, date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("key", "value", "wanted"),
    [
        ("fiscal_year_end", "08-31", (8, 31)),
        ("languages", "en, zh_CN", ("en", "zh_CN")),
        ("second_person", "yes", True),
        ("own_organisation", "", None),
    ],
)
def test_a_value_is_read_as_it_is_used(key, value, wanted):
    assert read_value(key, value) == wanted


def test_a_setting_holds_from_its_day_on(office):
    office.act(set_setting, SetSetting("fiscal_year_end", "08-31", date(2026, 9, 1)))
    assert office.read(settings_on, date(2026, 8, 31)).fiscal_year_end == (12, 31)
    assert office.read(settings_on, date(2026, 9, 1)).fiscal_year_end == (8, 31)
    office.act(set_setting, SetSetting("fiscal_year_end", "06-30", date(2026, 9, 1)))
    assert office.read(settings_on, date(2027, 1, 1)).fiscal_year_end == (6, 30)
    stored = [row for row in office.read(settings_recorded) if row.key == "fiscal_year_end"]
    assert [row.value for row in stored] == ["06-30", "12-31"]
    assert office.read(is_founded)


def test_several_settings_are_refused_together(office):
    request = SetSettings({"country": "X", "base_currency": "Y"}, date(202, 1, 1))
    with pytest.raises(Problems) as refused:
        office.act(set_settings, request)
    fields = [problem.field for problem in refused.value.problems]
    assert fields == ["valid_from", "country", "base_currency"]
