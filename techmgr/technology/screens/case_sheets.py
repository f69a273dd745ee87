"""Forms of the case itself: edit, hand over, close and reopen."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, LongText, NumberField, TextField
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import officer_picker, organisation_picker
from techmgr.technology.actions import (
    CaseFields,
    CloseCase,
    EditCase,
    HandOverCase,
    RegisterCase,
    ReopenCase,
    close_case,
    edit_case,
    hand_over,
    register_case,
    reopen_case,
)
from techmgr.technology.queries import CaseHead

translate = QCoreApplication.translate


def edit_case_sheet(bench: Bench, head: CaseHead) -> Sheet:
    """The record of a case as a whole."""

    def ask(values: dict[str, Any]) -> Asked:
        fields = CaseFields(**_texts(values), centre_id=head.centre_id)
        return edit_case, EditCase(head.id, head.version, fields)

    sheet = Sheet(
        bench,
        title=translate("CaseSheets", "Edit {number}").format(number=head.number),
        save=translate("CaseSheets", "Save"),
        said=translate("CaseSheets", "{number} saved").format(number=head.number),
        ask=ask,
        draft=f"edit_case:{head.id}",
    )
    _add_fields(bench, sheet)
    sheet.form.set_values(
        {
            "title": head.title,
            "abstract": head.abstract,
            "type": head.type,
            "status": head.status,
            "field": head.field,
            "keywords": head.keywords,
            "trl": head.trl,
            "received": head.received,
            "department_id": _option(head.department_id, head.department),
            "foreign_number": head.foreign_number,
        }
    )
    return sheet


def register_case_sheet(bench: Bench) -> Sheet:
    """A case without a disclosure, such as one taken over from another institution."""

    def ask(values: dict[str, Any]) -> Asked:
        manager, number = values.pop("manager_id"), values.pop("number")
        return register_case, RegisterCase(CaseFields(**_texts(values)), manager, number=number)

    sheet = Sheet(
        bench,
        title=translate("CaseSheets", "New case without a disclosure"),
        save=translate("CaseSheets", "Open the case"),
        said=translate("CaseSheets", "Case opened"),
        ask=ask,
        draft="register_case",
    )
    _add_fields(bench, sheet)
    sheet.form.add(
        officer_picker(
            bench,
            name="manager_id",
            title=translate("CaseSheets", "Technology manager"),
            required=True,
        ),
        TextField(
            name="number",
            title=translate("CaseSheets", "Number"),
            hint=translate("CaseSheets", "Empty for the next free one."),
        ),
    )
    sheet.form.set_values({"type": "invention", "status": "new", "received": bench.office.today})
    return sheet


def _add_fields(bench: Bench, sheet: Sheet) -> None:
    form, lists = sheet.form, bench.lists
    none = ("", translate("CaseSheets", "Not chosen"))
    form.add(TextField(name="title", title=translate("CaseSheets", "Title"), required=True))
    form.add(LongText(name="abstract", title=translate("CaseSheets", "Abstract"), lines=6))
    form.add(
        Choice(lists.offered("case_type"), name="type", title=translate("CaseSheets", "Type")),
        Choice(
            lists.offered("case_status"), name="status", title=translate("CaseSheets", "Status")
        ),
    )
    form.add(
        Choice(
            [none, *lists.offered("field")], name="field", title=translate("CaseSheets", "Field")
        ),
        NumberField(name="trl", title=translate("CaseSheets", "Readiness level, 1 to 9")),
    )
    form.add(TextField(name="keywords", title=translate("CaseSheets", "Keywords")))
    form.add(
        DateField(name="received", title=translate("CaseSheets", "Received")),
        TextField(name="foreign_number", title=translate("CaseSheets", "Number elsewhere")),
    )
    form.add(
        organisation_picker(
            bench,
            ("department",),
            name="department_id",
            title=translate("CaseSheets", "Department"),
        )
    )


def _texts(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "field": values["field"] or ""}


def _option(number: int | None, words: str) -> Option | None:
    return Option(number, words) if number is not None else None


def hand_over_sheet(bench: Bench, head: CaseHead) -> Sheet:
    """Another technology manager answers for the case from a day on."""
    sheet = Sheet(
        bench,
        title=translate("CaseSheets", "Hand {number} over").format(number=head.number),
        lead=translate("CaseSheets", "{name} answers for it now.").format(name=head.manager or "–"),
        save=translate("CaseSheets", "Hand over"),
        said=translate("CaseSheets", "{number} handed over").format(number=head.number),
        ask=lambda values: (hand_over, HandOverCase(head.id, head.version, **values)),
        draft=f"hand_over:{head.id}",
    )
    sheet.form.add(
        officer_picker(
            bench, name="to_person_id", title=translate("CaseSheets", "To whom"), required=True
        )
    )
    sheet.form.add(
        LongText(name="reason", title=translate("CaseSheets", "Reason"), lines=2, required=True)
    )
    sheet.form.add(DateField(name="on_day", title=translate("CaseSheets", "From")))
    sheet.form.set_values({"on_day": bench.office.today})
    return sheet


def close_case_sheet(bench: Bench, head: CaseHead) -> Sheet:
    """The case ends, or goes on when it had ended."""
    is_open = head.closed_on is None
    request = CloseCase if is_open else ReopenCase
    action = close_case if is_open else reopen_case
    sheet = Sheet(
        bench,
        title=(
            translate("CaseSheets", "Close {number}")
            if is_open
            else translate("CaseSheets", "Reopen {number}")
        ).format(number=head.number),
        lead=translate("CaseSheets", "Nothing is deleted: a closed case can be reopened."),
        save=translate("CaseSheets", "Close the case")
        if is_open
        else translate("CaseSheets", "Reopen"),
        said=(
            translate("CaseSheets", "{number} closed")
            if is_open
            else translate("CaseSheets", "{number} reopened")
        ).format(number=head.number),
        ask=lambda values: (action, request(head.id, head.version, **values)),
        draft=f"close_case:{head.id}",
    )
    ends = ("closed", "released", "lapsed")
    offered = [each for each in bench.lists.offered("case_status") if (each[0] in ends) == is_open]
    sheet.form.add(Choice(offered, name="status", title=translate("CaseSheets", "Status")))
    sheet.form.add(
        LongText(name="reason", title=translate("CaseSheets", "Reason"), lines=3, required=True)
    )
    sheet.form.set_values({"status": "closed" if is_open else "assessing"})
    return sheet
