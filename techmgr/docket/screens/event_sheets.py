"""Forms of the register: an event, its right day, an event that did not happen."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, NumberField, TextField
from techmgr.desktop.showing import showing
from techmgr.docket.actions import (
    CorrectEvent,
    RecordEvent,
    RemoveEvent,
    correct_event,
    record_event,
    remove_event,
)
from techmgr.docket.queries import EventRow, Registered
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet

translate = QCoreApplication.translate
_FACTS = ("received", "reply_months", "number")


def event_sheet(bench: Bench, found: Registered) -> Sheet:
    """What happened and when; what is not known stays empty."""

    def ask(values: dict[str, Any]) -> Asked:
        facts = {name: values[name] for name in _FACTS if values[name] is not None}
        return record_event, RecordEvent(
            found.subject, values["kind"] or "", values["on_day"], facts
        )

    sheet = Sheet(
        bench,
        title=translate("EventSheets", "Record an event"),
        lead=found.label,
        save=translate("EventSheets", "Record the event"),
        said=translate("EventSheets", "Event recorded"),
        ask=ask,
    )
    form = sheet.form
    kinds = sorted(
        ((code, showing.words(title)) for code, title in found.kinds), key=lambda pair: pair[1]
    )
    form.add(
        Choice(kinds, name="kind", title=translate("EventSheets", "What happened"), required=True)
    )
    form.add(DateField(name="on_day", title=translate("EventSheets", "Day"), required=True))
    hint = translate("EventSheets", "Only where it came late: some offices then give more time.")
    form.add(DateField(name="received", title=translate("EventSheets", "Received on"), hint=hint))
    form.add(
        NumberField(name="reply_months", title=translate("EventSheets", "Months to reply")),
        NumberField(name="number", title=translate("EventSheets", "Year or number of the fee")),
    )
    return sheet


def correct_sheet(bench: Bench, event: EventRow) -> Sheet:
    """The right day, and why; what follows from it moves."""

    def ask(values: dict[str, Any]) -> Asked:
        return correct_event, CorrectEvent(event.id, values["on_day"], values["reason"])

    sheet = Sheet(
        bench,
        title=translate("EventSheets", "Correct the day"),
        lead=showing.words(event.title),
        save=translate("EventSheets", "Correct"),
        said=translate("EventSheets", "Day corrected"),
        ask=ask,
    )
    sheet.form.add(
        DateField(name="on_day", title=translate("EventSheets", "Right day"), required=True)
    )
    sheet.form.add(TextField(name="reason", title=translate("EventSheets", "Why"), required=True))
    sheet.form.set_values({"on_day": event.on_day})
    return sheet


def remove_sheet(bench: Bench, event: EventRow) -> Sheet:
    """Why an event is taken out; its open deadlines end."""

    def ask(values: dict[str, Any]) -> Asked:
        return remove_event, RemoveEvent(event.id, values["reason"])

    sheet = Sheet(
        bench,
        title=translate("EventSheets", "Remove the event"),
        lead=f"{showing.day(event.on_day)}  {showing.words(event.title)}",
        save=translate("EventSheets", "Remove"),
        said=translate("EventSheets", "Event removed"),
        ask=ask,
    )
    sheet.form.add(LongText(name="reason", title=translate("EventSheets", "Why"), required=True))
    return sheet
