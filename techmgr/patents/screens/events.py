"""Forms of a right's events: one that happened, one on another day, one that did not happen."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.references import Reference
from techmgr.core.texts import Text
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
from techmgr.docket.actions_deadlines import SetDeadline, set_deadline
from techmgr.docket.events import Fact
from techmgr.docket.queries import EventRow
from techmgr.docket.rulebook import shipped_rules
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.patents.entering import NUMBERED, WITH_PERIOD, enterable
from techmgr.technology.steps import Step

translate = QCoreApplication.translate


def event_words(each: EventRow) -> str:
    """What happened; an entry of the office's file in the office's own words."""
    said = each.facts.get("said")
    if each.kind == "office_entry" and said:
        return str(said)
    words = showing.words(each.title)
    number = each.facts.get("number")
    return f"{words} ({number})" if number else words


def record_event_sheet(bench: Bench, subject: Reference, country: str, kind: str = "") -> Sheet:
    """Something that happened to a right; its deadlines follow."""

    def ask(values: dict[str, Any]) -> Asked:
        facts: dict[str, Fact] = {}
        if values["kind"] in NUMBERED and values["number"] is not None:
            facts["number"] = values["number"]
        if values["kind"] in WITH_PERIOD and values["reply_months"] is not None:
            facts["reply_months"] = values["reply_months"]
        return record_event, RecordEvent(subject, values["kind"], values["on_day"], facts)

    sheet = Sheet(
        bench,
        title=translate("RightEvents", "Record an event"),
        lead=translate("RightEvents", "The dates that follow from it are computed at once."),
        save=translate("RightEvents", "Save the event"),
        said=translate("RightEvents", "Event recorded"),
        ask=ask,
        draft=f"event:{subject}",
    )
    kinds = [
        (each.code, showing.words(Text(each.title)))
        for each in enterable(shipped_rules().kinds.values(), country)
    ]
    chosen = Choice(
        kinds, name="kind", title=translate("RightEvents", "What happened"), required=True
    )
    number = NumberField(name="number", title=translate("RightEvents", "Which fee, or which year"))
    months = NumberField(name="reply_months", title=translate("RightEvents", "Months to reply"))
    sheet.form.add(chosen)
    sheet.form.add(DateField(name="on_day", title=translate("RightEvents", "Day"), required=True))
    sheet.form.add(number)
    sheet.form.add(months)

    def shown() -> None:
        number.setVisible(chosen.raw() in NUMBERED)
        months.setVisible(chosen.raw() in WITH_PERIOD)

    chosen.changed.connect(shown)
    first = kind or (kinds[0][0] if kinds else "")
    sheet.form.set_values({"kind": first, "on_day": bench.office.today})
    shown()
    return sheet


def correct_event_sheet(bench: Bench, each: EventRow) -> Sheet:
    """The same event on its right day, with the reason."""

    def ask(values: dict[str, Any]) -> Asked:
        return correct_event, CorrectEvent(each.id, values["on_day"], values["reason"])

    sheet = Sheet(
        bench,
        title=translate("RightEvents", "Correct the day"),
        lead=f"{event_words(each)}, {showing.day(each.on_day)}",
        save=translate("RightEvents", "Correct"),
        said=translate("RightEvents", "Event corrected"),
        ask=ask,
    )
    sheet.form.add(DateField(name="on_day", title=translate("RightEvents", "Day"), required=True))
    _add_reason(sheet)
    sheet.form.set_values({"on_day": each.on_day})
    return sheet


def remove_event_sheet(bench: Bench, each: EventRow) -> Sheet:
    """An event that did not happen, with the reason."""

    def ask(values: dict[str, Any]) -> Asked:
        return remove_event, RemoveEvent(each.id, values["reason"])

    sheet = Sheet(
        bench,
        title=translate("RightEvents", "Take the event out"),
        lead=f"{event_words(each)}, {showing.day(each.on_day)}",
        save=translate("RightEvents", "Take out"),
        said=translate("RightEvents", "Event taken out"),
        ask=ask,
    )
    _add_reason(sheet)
    return sheet


def own_deadline_sheet(bench: Bench, subject: Reference, case_id: int | None) -> Sheet:
    """A date of the right that no rule computes; no computing ever changes it."""

    def ask(values: dict[str, Any]) -> Asked:
        request = SetDeadline(
            subject, values["title"], values["legal"], case_id, int(Step.PROTECTION),
            citation=values["citation"],
        )  # fmt: skip
        return set_deadline, request

    sheet = Sheet(
        bench,
        title=translate("RightEvents", "Set a deadline by hand"),
        lead=translate("RightEvents", "Where no rule computes it, as counsel stated it."),
        save=translate("RightEvents", "Set the deadline"),
        said=translate("RightEvents", "Deadline set"),
        ask=ask,
        draft=f"deadline:{subject}",
    )
    what = translate("RightEvents", "What must happen")
    sheet.form.add(TextField(name="title", title=what, required=True))
    last = translate("RightEvents", "Last day")
    sheet.form.add(DateField(name="legal", title=last, required=True))
    sheet.form.add(TextField(name="citation", title=translate("RightEvents", "Rule or letter")))
    return sheet


def _add_reason(sheet: Sheet) -> None:
    title = translate("RightEvents", "Reason")
    sheet.form.add(LongText(name="reason", title=title, lines=3, required=True))
