"""Examples of what an officer can settle about the office."""

from datetime import date

from sqlalchemy import select

from action_examples import example
from techmgr.office.actions import (
    AddValue,
    LoadLists,
    RenameValue,
    RetireValue,
    SetSetting,
    SetSettings,
    add_value,
    load_lists,
    rename_value,
    retire_value,
    set_setting,
    set_settings,
)
from techmgr.office.model import ListedValue
from techmgr.people.founding import FoundOffice, found_office


def a_value(office, code="talk"):
    return office.read(
        lambda session: session.scalars(select(ListedValue).where(ListedValue.code == code)).one()
    )


@example(found_office, in_empty_office=True)
def _(office):
    return FoundOffice("Halden Technology Transfer", "Ines Moreau")


@example(set_setting)
def _(office):
    return SetSetting("fiscal_year_end", "08-31", date(2026, 1, 1))


@example(set_settings)
def _(office):
    return SetSettings({"base_currency": "EUR", "soon_days": "30"}, date(2026, 1, 1))


@example(load_lists, in_empty_office=True)
def _(office):
    return LoadLists()


@example(add_value)
def _(office):
    return AddValue("case_type", "recipe", "Recipe", "配方")


@example(rename_value)
def _(office):
    value = a_value(office)
    return RenameValue(value.id, value.version, "Lecture", "讲座")


@example(retire_value)
def _(office):
    value = a_value(office)
    return RetireValue(value.id, value.version)
