"""Forms of calendars: a day, the year compared, a day taken out, a file brought in."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.desktop.showing import showing
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
from techmgr.docket.queries_calendars import DayRow, YearOfDays
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet

translate = QCoreApplication.translate


def kind_words() -> list[tuple[str, str]]:
    """What a day of a calendar can be."""
    return [
        ("closed", translate("DaySheets", "closed")),
        ("open", translate("DaySheets", "open all the same")),
        ("workday", translate("DaySheets", "a weekend worked")),
    ]


def day_sheet(bench: Bench, year: YearOfDays, day: DayRow | None) -> Sheet:
    """A day: what it is, and who declared it."""

    def ask(values: dict[str, Any]) -> Asked:
        known = (day.id, day.version) if day is not None and day.id is not None else (None, None)
        return keep_day, KeepDay(
            year.code, values["day"], values["kind"], values["name"], values["source"], *known
        )

    sheet = Sheet(
        bench,
        title=translate("DaySheets", "A day of {calendar}").format(
            calendar=showing.words(year.title)
        ),
        lead=translate("DaySheets", "Deadlines near it are computed anew."),
        save=translate("DaySheets", "Keep the day"),
        said=translate("DaySheets", "Day kept"),
        ask=ask,
    )
    form = sheet.form
    form.add(DateField(name="day", title=translate("DaySheets", "Day"), required=True))
    form.add(
        Choice(
            kind_words(), name="kind", title=translate("DaySheets", "The office is"), required=True
        )
    )
    form.add(TextField(name="name", title=translate("DaySheets", "What day it is"), required=True))
    hint = translate("DaySheets", "Official Journal, notice, order …")
    form.add(
        TextField(
            name="source", title=translate("DaySheets", "Who declared it"), required=True, hint=hint
        )
    )
    values: dict[str, Any] = {"kind": "closed"}
    if day is not None:
        kind = day.kind if day.id is not None else "open"
        values = {"day": day.day, "kind": kind, "name": day.name, "source": day.source}
    form.set_values(values)
    return sheet


def confirm_sheet(bench: Bench, year: YearOfDays) -> Sheet:
    """With which list the year was compared."""

    def ask(values: dict[str, Any]) -> Asked:
        return confirm_year, ConfirmYear(year.code, year.year, values["source"])

    sheet = Sheet(
        bench,
        title=translate("DaySheets", "{calendar} {year}: compared").format(
            calendar=showing.words(year.title), year=year.year
        ),
        lead=translate("DaySheets", "Its dates carry no warning any more."),
        save=translate("DaySheets", "Compared"),
        said=translate("DaySheets", "Year compared"),
        ask=ask,
    )
    hint = translate("DaySheets", "The list of the office itself: Official Journal, notice …")
    title = translate("DaySheets", "Compared with")
    sheet.form.add(TextField(name="source", title=title, required=True, hint=hint))
    return sheet


def remove_sheet(bench: Bench, day: DayRow) -> Sheet:
    """The reason why a day is taken out."""

    def ask(values: dict[str, Any]) -> Asked:
        assert day.id is not None, "only a day entered here is taken out"
        return remove_day, RemoveDay(day.id, day.version, values["reason"])

    return _with_reason(
        Sheet(
            bench,
            title=translate("DaySheets", "Remove the day"),
            lead=f"{day.day.isoformat()} {day.name}",
            save=translate("DaySheets", "Remove"),
            said=translate("DaySheets", "Day removed"),
            ask=ask,
        )
    )


def take_sheet(bench: Bench, name: str, text: str) -> Sheet:
    """The reason why the days of a file are brought in."""

    def ask(values: dict[str, Any]) -> Asked:
        return take_calendar, TakeCalendar(name, text, values["reason"])

    return _with_reason(
        Sheet(
            bench,
            title=translate("DaySheets", "Bring in days"),
            lead=name,
            save=translate("DaySheets", "Bring in"),
            said=translate("DaySheets", "Days brought in"),
            ask=ask,
        )
    )


def _with_reason(sheet: Sheet) -> Sheet:
    sheet.form.add(LongText(name="reason", title=translate("DaySheets", "Why"), required=True))
    return sheet
