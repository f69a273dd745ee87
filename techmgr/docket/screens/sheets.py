"""Forms of what can be done with deadlines: done, waive, missed, extend, pass on, a new one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.references import Reference
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, LongText, NumberField, TextField, Toggle
from techmgr.desktop.showing import showing
from techmgr.docket.actions_deadlines import (
    Chosen,
    Extend,
    MarkDone,
    MarkMissed,
    Reassign,
    Reopen,
    SetDeadline,
    Waive,
    extend,
    mark_done,
    mark_missed,
    reassign,
    reopen_deadline,
    set_deadline,
    waive,
)
from techmgr.docket.queries import DeadlineRow
from techmgr.docket.queries_why import Why
from techmgr.docket.screens.files_row import FilesRow
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import officer_picker
from techmgr.technology.screens.cases_field import case_picker
from techmgr.technology.steps import NAMES

translate = QCoreApplication.translate


def chosen(rows: Sequence[DeadlineRow]) -> tuple[Chosen, ...]:
    """What actions take: each deadline with the version that was shown."""
    return tuple((row.id, row.version) for row in rows)


def said(rows: Sequence[DeadlineRow]) -> str:
    """Name one deadline, or count several."""
    if len(rows) == 1:
        record = rows[0].record or rows[0].case_number
        return ": ".join(filter(None, (record, showing.words(rows[0].title))))
    return translate("DeadlineSheets", "{count} deadlines").format(count=showing.number(len(rows)))


def done_sheet(bench: Bench, rows: Sequence[DeadlineRow]) -> Sheet:
    """Evidence and the day; several at once have the same."""

    def ask(values: dict[str, Any]) -> Asked:
        files = proof.paths
        return mark_done, MarkDone(chosen(rows), values["evidence"], values["on_day"], files)

    sheet = Sheet(
        bench,
        title=translate("DeadlineSheets", "Mark as done"),
        lead=said(rows),
        save=translate("DeadlineSheets", "Mark as done"),
        said=translate("DeadlineSheets", "Done: {what}").format(what=said(rows)),
        ask=ask,
    )
    title = translate("DeadlineSheets", "What proves it")
    hint = translate("DeadlineSheets", "Filing receipt, letter, confirmation of payment …")
    sheet.form.add(LongText(name="evidence", title=title, hint=hint))
    proof = FilesRow()
    sheet.form.add_widget(proof)
    day = DateField(name="on_day", title=translate("DeadlineSheets", "Done on"), required=True)
    sheet.form.add(day)
    sheet.form.set_values({"on_day": showing.today})
    return sheet


def waive_sheet(bench: Bench, rows: Sequence[DeadlineRow]) -> Sheet:
    """A reason; it stays on record under the officer's name."""

    def ask(values: dict[str, Any]) -> Asked:
        return waive, Waive(chosen(rows), values["reason"])

    sheet = Sheet(
        bench,
        title=translate("DeadlineSheets", "Waive"),
        lead=said(rows),
        save=translate("DeadlineSheets", "Waive"),
        said=translate("DeadlineSheets", "Waived: {what}").format(what=said(rows)),
        ask=ask,
    )
    _reason(sheet, translate("DeadlineSheets", "Why nobody will meet it"))
    return sheet


def missed_sheet(bench: Bench, why: Why) -> Sheet:
    """How it came about; what can still be done is said above."""
    row = why.row

    def ask(values: dict[str, Any]) -> Asked:
        return mark_missed, MarkMissed(row.id, row.version, values["reason"])

    lead = said([row])
    if why.remedy is not None:
        rest = translate("DeadlineSheets", "What can still be done: {remedy}.")
        lead += "\n" + rest.format(remedy=showing.words(why.remedy))
    sheet = Sheet(
        bench,
        title=translate("DeadlineSheets", "Record as missed"),
        lead=lead,
        save=translate("DeadlineSheets", "Record as missed"),
        said=translate("DeadlineSheets", "Missed: {what}").format(what=said([row])),
        ask=ask,
    )
    _reason(sheet, translate("DeadlineSheets", "How it came about"))
    return sheet


def extend_sheet(bench: Bench, row: DeadlineRow, months: int) -> Sheet:
    """Months of the rule's own extensions, or the day that was given."""

    def ask(values: dict[str, Any]) -> Asked:
        more = values.get("months") or 0
        return extend, Extend(row.id, row.version, values["reason"], more, values["to_day"])

    sheet = Sheet(
        bench,
        title=translate("DeadlineSheets", "Extend"),
        lead=said([row]),
        save=translate("DeadlineSheets", "Extend"),
        said=translate("DeadlineSheets", "Extended: {what}").format(what=said([row])),
        ask=ask,
    )
    if months:
        title = translate("DeadlineSheets", "Months, at most {count}").format(count=months)
        sheet.form.add(NumberField(name="months", title=title))
    day = translate("DeadlineSheets", "Or until the day the office gave")
    sheet.form.add(DateField(name="to_day", title=day))
    _reason(sheet, translate("DeadlineSheets", "Why"))
    return sheet


def reopen_sheet(bench: Bench, row: DeadlineRow) -> Sheet:
    """Why a decision was wrong."""

    def ask(values: dict[str, Any]) -> Asked:
        return reopen_deadline, Reopen(row.id, row.version, values["reason"])

    sheet = Sheet(
        bench,
        title=translate("DeadlineSheets", "Open again"),
        lead=said([row]),
        save=translate("DeadlineSheets", "Open again"),
        said=translate("DeadlineSheets", "Open again: {what}").format(what=said([row])),
        ask=ask,
    )
    _reason(sheet, translate("DeadlineSheets", "Why"))
    return sheet


def reassign_sheet(bench: Bench, rows: Sequence[DeadlineRow]) -> Sheet:
    """Who answers for it from now on."""

    def ask(values: dict[str, Any]) -> Asked:
        return reassign, Reassign(chosen(rows), values["person"])

    sheet = Sheet(
        bench,
        title=translate("DeadlineSheets", "Pass on"),
        lead=said(rows),
        save=translate("DeadlineSheets", "Pass on"),
        said=translate("DeadlineSheets", "Passed on: {what}").format(what=said(rows)),
        ask=ask,
    )
    title = translate("DeadlineSheets", "Who answers for it")
    hint = translate("DeadlineSheets", "Left empty, the manager of the case does.")
    sheet.form.add(officer_picker(bench, name="person", title=title, hint=hint))
    return sheet


def new_sheet(bench: Bench, case: Option | None = None) -> Sheet:
    """A date set by hand; no computing ever changes it."""

    def ask(values: dict[str, Any]) -> Asked:
        subject = Reference("technology", values["case"])
        request = SetDeadline(
            subject,
            values["title"],
            values["legal"],
            subject.id,
            values["step"],
            citation=values["citation"],
            is_hard=not values["soft"],
            safe=values["safe"],
            person_id=values["person"],
        )
        return set_deadline, request

    sheet = Sheet(
        bench,
        title=translate("DeadlineSheets", "New deadline"),
        lead=translate("DeadlineSheets", "Set by hand: no rule moves it."),
        save=translate("DeadlineSheets", "Set the deadline"),
        said=translate("DeadlineSheets", "Deadline set"),
        ask=ask,
        draft="deadline:new",
    )
    _fields(bench, sheet)
    if case is not None:
        sheet.form.set_values({"case": case})
    return sheet


def _fields(bench: Bench, sheet: Sheet) -> None:
    what = translate("DeadlineSheets", "What must happen")
    steps = [(int(step), f"{int(step)}  {showing.words(name)}") for step, name in NAMES.items()]
    form = sheet.form
    case = translate("DeadlineSheets", "Case")
    form.add(case_picker(bench, name="case", title=case, required=True))
    form.add(TextField(name="title", title=what, required=True))
    last = translate("DeadlineSheets", "Last day")
    safe = translate("DeadlineSheets", "Safe date")
    hint = translate("DeadlineSheets", "Left empty: the last business day not after it")
    form.add(
        DateField(name="legal", title=last, required=True),
        DateField(name="safe", title=safe, hint=hint),
    )
    form.add(Choice(steps, name="step", title=translate("DeadlineSheets", "Step of the case")))
    form.add(TextField(name="citation", title=translate("DeadlineSheets", "Clause or law")))
    form.add(officer_picker(bench, name="person", title=translate("DeadlineSheets", "Who")))
    form.add(Toggle(name="soft", title=translate("DeadlineSheets", "It can be extended")))


def _reason(sheet: Sheet, title: str) -> None:
    sheet.form.add(LongText(name="reason", title=title, required=True))
