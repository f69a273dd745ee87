"""Forms of rights: a filing on a case, its grant, giving it up."""

from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.patents.actions import (
    AbandonRight,
    FileRight,
    GrantRight,
    RightFields,
    abandon_right,
    file_right,
    grant_right,
)
from techmgr.patents.queries import RightRow
from techmgr.people.screens.pickers import organisation_picker

translate = QCoreApplication.translate


def file_right_sheet(
    bench: Bench, case_id: int, title: str, family: tuple[RightRow, ...] = ()
) -> Sheet:
    """A filing on one case; without a day it is planned. A right of several cases is edited later."""

    def ask(values: dict[str, Any]) -> Asked:
        parent = values.pop("parent_id") or None
        fields = RightFields(cases=((case_id, Fraction(1)),), parent_id=parent, **values)
        return file_right, FileRight(fields)

    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Record a filing"),
        lead=translate("RightSheets", "Numbers are kept as the office wrote them."),
        save=translate("RightSheets", "Save the filing"),
        said=translate("RightSheets", "Filing recorded"),
        ask=ask,
        draft=f"file_right:{case_id}",
    )
    _filing_fields(bench, sheet, family)
    sheet.form.set_values(
        {
            "kind": "provisional",
            "country": "US",
            "title": title,
            "filed": bench.office.today,
            "parent_id": 0,
        }
    )
    return sheet


def _filing_fields(bench: Bench, sheet: Sheet, family: tuple[RightRow, ...]) -> None:
    form = sheet.form
    form.add(
        Choice(
            bench.lists.offered("right_kind"),
            name="kind",
            title=translate("RightSheets", "Kind"),
            required=True,
        ),
        TextField(
            name="country",
            title=translate("RightSheets", "Country or office"),
            hint=translate("RightSheets", "Two letters: US, EP, WO, CN …"),
            required=True,
        ),
    )
    form.add(TextField(name="title", title=translate("RightSheets", "Title"), required=True))
    form.add(
        DateField(name="filed", title=translate("RightSheets", "Filed")),
        TextField(name="application_number", title=translate("RightSheets", "Application number")),
    )
    form.add(
        organisation_picker(
            bench, ("law_firm",), name="counsel_id", title=translate("RightSheets", "Counsel")
        ),
        TextField(name="counsel_reference", title=translate("RightSheets", "Their reference")),
    )
    form.add(
        Choice(_parents(family), name="parent_id", title=translate("RightSheets", "Grew from"))
    )
    form.add(
        DateField(name="granted", title=translate("RightSheets", "Granted")),
        TextField(name="grant_number", title=translate("RightSheets", "Grant number")),
    )
    form.add(DateField(name="expires", title=translate("RightSheets", "Last day")))


def _parents(family: tuple[RightRow, ...]) -> list[tuple[int, str]]:
    none = [(0, translate("RightSheets", "Nothing earlier"))]
    return none + [
        (each.id, f"{each.country} {each.application_number or each.title}") for each in family
    ]


def grant_right_sheet(bench: Bench, right: RightRow) -> Sheet:
    """The grant of a right."""
    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Record the grant"),
        lead=f"{right.country} {right.application_number}, {showing.day(right.filed)}",
        save=translate("RightSheets", "Save the grant"),
        said=translate("RightSheets", "Grant recorded"),
        ask=lambda values: (grant_right, GrantRight(right.id, right.version, **values)),
        draft=f"grant_right:{right.id}",
    )
    form = sheet.form
    form.add(DateField(name="granted", title=translate("RightSheets", "Granted"), required=True))
    form.add(
        TextField(
            name="grant_number", title=translate("RightSheets", "Grant number"), required=True
        )
    )
    form.add(DateField(name="expires", title=translate("RightSheets", "Last day")))
    return sheet


def abandon_right_sheet(bench: Bench, right: RightRow) -> Sheet:
    """A right given up, with the reason."""
    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Give {right} up").format(
            right=f"{right.country} {right.grant_number or right.application_number}".strip()
        ),
        lead=translate("RightSheets", "The right and its dates stay on record."),
        save=translate("RightSheets", "Give up"),
        said=translate("RightSheets", "Right given up"),
        ask=lambda values: (abandon_right, AbandonRight(right.id, right.version, **values)),
        draft=f"abandon_right:{right.id}",
    )
    form = sheet.form
    form.add(DateField(name="on_day", title=translate("RightSheets", "From"), required=True))
    form.add(
        LongText(name="reason", title=translate("RightSheets", "Reason"), lines=3, required=True)
    )
    form.set_values({"on_day": bench.office.today})
    return sheet
