"""Forms of money on a case: an expense, a receipt, and the reversal of either."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.core.references import reference
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.desktop.forms import Form
from techmgr.desktop.showing import showing
from techmgr.ledger.actions import (
    RecordExpense,
    Reverse,
    record_expense,
    record_receipt,
    reverse_expense,
    reverse_receipt,
)
from techmgr.ledger.queries import ExpenseRow, ReceiptRow
from techmgr.ledger.receiving import RecordReceipt
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker

translate = QCoreApplication.translate
Named = Sequence[tuple[str, str]]  # a reference as text, and its words


def expense_sheet(bench: Bench, case_id: int, subjects: Named = ()) -> Sheet:
    """Money spent on a case; `subjects` are the rights it may be for."""
    case = f"technology:{case_id}"

    def ask(values: dict[str, Any]) -> Asked:
        amount = _money(values.pop("amount"), values.pop("currency"), "amount")
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
    _add_amount(bench, form, translate("BookingSheets", "Amount"), "amount")
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


def receipt_sheet(bench: Bench, case_id: int, agreements: Named = ()) -> Sheet:
    """Money that came in for a case, perhaps under one of its agreements."""

    def ask(values: dict[str, Any]) -> Asked:
        currency = values.pop("currency")
        gross = _money(values.pop("gross"), currency, "gross")
        fees = _optional(values.pop("bank_fees"), currency, "bank_fees")
        tax = _optional(values.pop("withheld_tax"), currency, "withheld_tax")
        source = values.pop("source")
        request = RecordReceipt(
            gross=gross,
            base_currency=bench.lists.currency,
            parts=((case_id, Fraction(1)),),
            source=reference(source) if source else None,
            bank_fees=fees,
            withheld_tax=tax,
            **values,
        )
        return record_receipt, request

    sheet = Sheet(
        bench,
        title=translate("BookingSheets", "Record a receipt"),
        lead=_lead(),
        save=translate("BookingSheets", "Book the receipt"),
        said=_booked(),
        ask=ask,
        draft=f"receipt:{case_id}",
    )
    _receipt_fields(bench, sheet, agreements)
    sheet.form.set_values(
        {
            "received": bench.office.today,
            "income_type": "up_front",
            "source": agreements[0][0] if agreements else "",
        }
    )
    return sheet


def _receipt_fields(bench: Bench, sheet: Sheet, agreements: Named) -> None:
    form = sheet.form
    _add_amount(bench, form, translate("BookingSheets", "Gross"), "gross")
    form.add(
        DateField(name="received", title=translate("BookingSheets", "Received"), required=True),
        Choice(
            bench.lists.offered("income_type"),
            name="income_type",
            title=translate("BookingSheets", "Kind of income"),
        ),
    )
    none = ("", translate("BookingSheets", "No agreement"))
    under = translate("BookingSheets", "Paid under")
    form.add(Choice([none, *agreements], name="source", title=under))
    payer = translate("BookingSheets", "Paid by")
    form.add(organisation_picker(bench, ("company",), name="payer_id", title=payer))
    form.add(
        TextField(name="bank_fees", title=translate("BookingSheets", "Bank fees kept back")),
        TextField(name="withheld_tax", title=translate("BookingSheets", "Tax withheld")),
    )
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


def _add_amount(bench: Bench, form: Form, title: str, name: str) -> None:
    currency = TextField(name="currency", title=translate("BookingSheets", "Currency"))
    currency.setFixedWidth(90)
    form.add(TextField(name=name, title=title, required=True), currency)
    currency.set_raw(bench.lists.currency)


def _money(text: str, currency: str, field: str) -> Money:
    try:
        return money(text, (currency or "").upper())
    except UserError as error:
        name = "currency" if error.field == "currency" else field
        raise UserError(error.text, field=name) from error


def _optional(text: str, currency: str, field: str) -> Money | None:
    return _money(text, currency, field) if text else None
