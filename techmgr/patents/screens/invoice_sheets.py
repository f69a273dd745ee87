"""Forms of firms' bills: enter one with its lines, pay it, take it back."""

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.core.references import reference
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice, Option, Picker
from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.showing import showing
from techmgr.ledger.queries_costs import InvoiceRow
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.patents.actions_invoices import (
    PayInvoice,
    ReverseInvoice,
    enter_invoice,
    pay_invoice,
    reverse_invoice,
    take_back_payment,
)
from techmgr.patents.invoicing import EnterInvoice, InvoiceLine
from techmgr.people.screens.pickers import organisation_picker
from techmgr.storage import search

translate = QCoreApplication.translate
WIDE = 440


def subject_picker(bench: Bench) -> Picker:
    """A right or a case, found by number or a word of its title."""

    def find(typed: str) -> list[Option]:
        hits = bench.office.read(search.find, typed, kinds=("patent", "case"), limit=20)
        return [Option(str(hit.reference), hit.detail or hit.title, hit.title) for hit in hits]

    placeholder = translate("CostSheets", "Number or word")
    return Picker(bench.jobs, find, placeholder=placeholder)


def invoice_sheet(bench: Bench) -> Sheet:
    """A firm's bill; the sum of its lines is shown beside the total printed on it."""

    def ask(values: dict[str, Any]) -> Asked:
        code = (values.pop("currency") or "").upper()
        total = typed_money(values.pop("total"), code, "total")
        lines = tuple(
            _line(place, row, code)
            for place, row in enumerate(values.pop("lines"))
            if any(row.values())
        )
        request = EnterInvoice(
            total=total, lines=lines, base_currency=bench.lists.currency, **values
        )
        return enter_invoice, request

    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Enter an invoice"),
        lead=translate(
            "CostSheets",
            "A line for a right is shared over its cases. Who bears it follows the case on the day the "
            "work was done, else on the day of the invoice.",
        ),
        save=translate("CostSheets", "Book the invoice"),
        said=translate("CostSheets", "Invoice booked. To take it back, reverse it."),
        ask=ask,
        draft="firm_invoice",
    )
    _invoice_fields(bench, sheet)
    return sheet


def _invoice_fields(bench: Bench, sheet: Sheet) -> None:
    form = sheet.form
    firm = translate("CostSheets", "Firm")
    number = TextField(
        name="number", title=translate("CostSheets", "Invoice number"), required=True
    )
    form.add(
        organisation_picker(
            bench, ("law_firm", "company"), name="firm_id", title=firm, required=True
        ),
        number,
    )
    form.add(
        DateField(name="on_day", title=translate("CostSheets", "Dated"), required=True),
        DateField(name="due_on", title=translate("CostSheets", "To be paid by")),
    )
    currency = TextField(name="currency", title=translate("CostSheets", "Currency"))
    currency.setFixedWidth(90)
    total = translate("CostSheets", "Total as printed")
    form.add(TextField(name="total", title=total, required=True), currency)
    form.add(_lines(bench, currency))
    form.add(TextField(name="memo", title=translate("CostSheets", "Remark")))
    form.set_values({"on_day": bench.office.today, "currency": bench.lists.currency})


def _lines(bench: Bench, currency: TextField) -> RowsField:
    def summed(rows: list[dict[str, Any]]) -> tuple[str, str, str]:
        code = (currency.raw() or "").upper()
        amounts = [found for row in rows if (found := _known(row.get("amount"), code))]
        total = Money(sum(each.minor for each in amounts), code) if amounts else None
        return "amount", showing.money(total) if total else "", "text_primary"

    kinds = bench.lists.offered("expense_kind")
    return RowsField(
        [
            RowColumn("subject", translate("CostSheets", "Right or case"), lambda: subject_picker(bench), stretch=2),
            RowColumn("kind", translate("CostSheets", "Kind"), lambda: Choice(kinds), width=92),
            RowColumn("amount", translate("CostSheets", "Amount"), TextField, width=84, right=True),
            RowColumn("text", translate("CostSheets", "What for"), TextField, under=True),
            RowColumn("service_day", translate("CostSheets", "Work done on"), DateField, under=True, span=2),
        ],
        name="lines",
        title=translate("CostSheets", "Lines"),
        add=translate("CostSheets", "Add line"),
        add_key="Alt+L",
        total=summed,
    )  # fmt: skip


def _known(typed: Any, code: str) -> Money | None:
    try:
        return money(str(typed or ""), code) if typed else None
    except UserError:
        return None  # it is marked when the form is saved


def _line(place: int, row: dict[str, Any], code: str) -> InvoiceLine:
    field = f"lines.{place}"
    if not row["subject"]:
        raise UserError(say("Choose the right or the case."), field=f"{field}.subject")
    if not row["amount"]:
        raise UserError(say("Enter the amount."), field=f"{field}.amount")
    return InvoiceLine(
        reference(row["subject"]),
        row["kind"] or "counsel",
        typed_money(row["amount"], code, f"{field}.amount"),
        row["text"] or "",
        row["service_day"],
    )


def typed_money(text: str, currency: str, field: str) -> Money:
    """Read an amount as typed; what is wrong with it names its field."""
    try:
        return money(text.replace("\u2212", "-"), currency)
    except UserError as error:
        name = "currency" if error.field == "currency" else field
        raise UserError(error.text, field=name) from error


def pay_sheet(bench: Bench, row: InvoiceRow) -> Sheet:
    """The day a bill was paid."""
    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Pay {number}").format(number=row.number),
        lead=f"{row.firm}, {row.total.currency} {showing.money(row.total)}",
        save=translate("CostSheets", "Book the payment"),
        said=translate("CostSheets", "{number} paid").format(number=row.number),
        ask=lambda values: (pay_invoice, PayInvoice(row.id, row.version, values["on_day"])),
    )
    day = translate("CostSheets", "Paid on")
    sheet.form.add(DateField(name="on_day", title=day, required=True))
    sheet.form.set_values({"on_day": bench.office.today})
    return sheet


def take_back_sheet(bench: Bench, row: InvoiceRow) -> Sheet:
    """The mirror of a bill, or of its payment when it is paid, with the reason."""
    is_paid = row.paid_on is not None
    title = (
        translate("CostSheets", "Take back the payment of {number}")
        if is_paid
        else translate("CostSheets", "Reverse {number}")
    )
    sheet = Sheet(
        bench,
        title=title.format(number=row.number),
        lead=translate(
            "CostSheets", "{amount} is booked back. Both bookings stay on record."
        ).format(amount=f"{row.total.currency} {showing.money(row.total)}"),
        save=translate("CostSheets", "Book back"),
        said=translate("CostSheets", "{number} booked back").format(number=row.number),
        ask=lambda values: (
            take_back_payment if is_paid else reverse_invoice,
            ReverseInvoice(row.id, row.version, values["on_day"], values["reason"]),
        ),
    )
    add_reason(sheet, bench.office.today)
    return sheet


def add_reason(sheet: Sheet, today: date) -> None:
    """Ask for the reason and the day of what is taken back."""
    reason = translate("CostSheets", "Reason")
    sheet.form.add(LongText(name="reason", title=reason, lines=3, required=True))
    day = translate("CostSheets", "Day")
    sheet.form.add(DateField(name="on_day", title=day, required=True))
    sheet.form.set_values({"on_day": today})
