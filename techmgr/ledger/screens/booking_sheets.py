"""Forms of money on a case: an expense, and the reversal of a booking."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.references import reference
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.desktop.showing import showing
from techmgr.ledger.actions import (
    RecordExpense,
    Reverse,
    record_expense,
    reverse_expense,
    reverse_receipt,
)
from techmgr.ledger.queries import ExpenseRow, ReceiptRow
from techmgr.ledger.screens.amounts import add_amount, typed_money
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker

translate = QCoreApplication.translate
Named = Sequence[tuple[str, str]]  # a reference as text, and its words


def expense_sheet(bench: Bench, case_id: int, subjects: Named = ()) -> Sheet:
    """Money spent on a case; `subjects` are the rights it may be for."""
    case = f"technology:{case_id}"

    def ask(values: dict[str, Any]) -> Asked:
        amount = typed_money(values.pop("amount"), values.pop("currency"), "amount")
        subject = reference(values.pop("subject") or case)
        request = RecordExpense(
            amount=amount,
            case_id=case_id,
            subject=subject,
            base_currency=bench.lists.currency,
            **values,
        )
        return record_expense, request

    sheet = Sheet(
        bench,
        title=translate("BookingSheets", "Record an expense"),
        lead=_lead(),
        save=translate("BookingSheets", "Book the expense"),
        said=_booked(),
        ask=ask,
        draft=f"expense:{case_id}",
    )
    _expense_fields(bench, sheet, case, subjects)
    sheet.form.set_values(
        {
            "on_day": bench.office.today,
            "kind": "filing",
            "payer": "office",
            "subject": subjects[-1][0] if subjects else case,
        }
    )
    return sheet


def _expense_fields(bench: Bench, sheet: Sheet, case: str, subjects: Named) -> None:
    form, lists = sheet.form, bench.lists
    add_amount(form, "amount", translate("BookingSheets", "Amount"), lists.currency)
    form.add(
        DateField(name="on_day", title=translate("BookingSheets", "Day"), required=True),
        Choice(
            lists.offered("expense_kind"), name="kind", title=translate("BookingSheets", "Kind")
        ),
    )
    of_case = (case, translate("BookingSheets", "The case as a whole"))
    form.add(Choice([of_case, *subjects], name="subject", title=translate("BookingSheets", "For")))
    form.add(
        organisation_picker(
            bench,
            ("law_firm", "company"),
            name="supplier_id",
            title=translate("BookingSheets", "Paid to"),
        ),
        TextField(name="invoice", title=translate("BookingSheets", "Their invoice")),
    )
    payer = translate("BookingSheets", "Who bears it")
    form.add(Choice(lists.offered("expense_payer"), name="payer", title=payer))
    form.add(TextField(name="memo", title=translate("BookingSheets", "Remark")))


def reverse_sheet(bench: Bench, row: ReceiptRow | ExpenseRow) -> Sheet:
    """The mirror of a booking, with the reason."""
    action = reverse_receipt if isinstance(row, ReceiptRow) else reverse_expense
    amount = row.gross if isinstance(row, ReceiptRow) else row.amount
    sheet = Sheet(
        bench,
        title=translate("BookingSheets", "Reverse {number}").format(number=row.number),
        lead=translate(
            "BookingSheets", "{amount} is booked back. Both bookings stay on record."
        ).format(amount=f"{amount.currency} {showing.money(amount)}"),
        save=translate("BookingSheets", "Reverse"),
        said=translate("BookingSheets", "{number} reversed").format(number=row.number),
        ask=lambda values: (action, Reverse(row.id, values["on_day"], values["reason"])),
    )
    reason = translate("BookingSheets", "Reason")
    sheet.form.add(LongText(name="reason", title=reason, lines=3, required=True))
    day = translate("BookingSheets", "Day")
    sheet.form.add(DateField(name="on_day", title=day, required=True))
    sheet.form.set_values({"on_day": bench.office.today})
    return sheet


def _lead() -> str:
    return translate("BookingSheets", "Booked at once. A mistake is corrected by its reversal.")


def _booked() -> str:
    return translate("BookingSheets", "Booked. To take it back, reverse it under Money.")
