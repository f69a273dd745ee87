"""Forms of money that begin with what it is for: a receipt under an agreement, an expense on a case."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice, Option, Picker
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import label
from techmgr.ledger.actions import RecordExpense, record_expense, record_receipt
from techmgr.ledger.receiving import RecordReceipt
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker
from techmgr.royalty.queries_money import PayingAgreement, allotted, find_cases, paying_agreements

translate = QCoreApplication.translate


def case_picker(bench: Bench, **named: Any) -> Picker:
    """Any case, found by number, title or abstract."""

    def find(typed: str) -> list[Option]:
        return [Option(e.id, e.number, e.title) for e in bench.office.read(find_cases, typed)]

    placeholder = translate("MoneySheets", "Type a number or a word")
    return Picker(bench.jobs, find, placeholder=placeholder, **named)


class ReceiptForm:
    """A receipt: the agreement fills in who paid and shares the amount over its cases.

    Without an agreement, a case is chosen and takes all of it.
    """

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self._agreements: Mapping[int, PayingAgreement] = {}
        self.sheet = Sheet(
            bench,
            title=translate("MoneySheets", "Record a receipt"),
            lead=translate(
                "MoneySheets", "Booked at once. A mistake is corrected by its reversal."
            ),
            save=translate("MoneySheets", "Book the receipt"),
            said=translate("MoneySheets", "Receipt booked. To take it back, reverse it."),
            ask=self._ask,
            draft="receipt",
        )
        self.allocation = label("", "small", "secondary", wrap=True)
        self._add_fields()
        bench.read(paying_agreements, owner=self.sheet, then=self._offer)

    def _add_fields(self) -> None:
        form, lists = self.sheet.form, self.bench.lists
        none = (0, translate("MoneySheets", "No agreement"))
        self.agreement = Choice(
            [none], name="agreement", title=translate("MoneySheets", "Paid under")
        )
        self.case = case_picker(self.bench, name="case", title=translate("MoneySheets", "Case"))
        self.gross = TextField(name="gross", title=translate("MoneySheets", "Gross"), required=True)
        self.currency = TextField(name="currency", title=translate("MoneySheets", "Currency"))
        self.currency.setFixedWidth(90)
        form.add(self.agreement)
        form.add(self.case)
        form.add(
            organisation_picker(
                self.bench, ("company",), name="payer_id", title=translate("MoneySheets", "Paid by")
            )
        )
        form.add(self.gross, self.currency)
        form.add_widget(self.allocation)
        received = translate("MoneySheets", "Received")
        kind = translate("MoneySheets", "Kind of income")
        form.add(
            DateField(name="received", title=received, required=True),
            Choice(lists.offered("income_type"), name="income_type", title=kind),
        )
        form.add(
            TextField(name="bank_fees", title=translate("MoneySheets", "Bank fees kept back")),
            TextField(name="withheld_tax", title=translate("MoneySheets", "Tax withheld")),
        )
        form.add(TextField(name="memo", title=translate("MoneySheets", "Remark")))
        form.set_values(
            {
                "agreement": 0,
                "received": self.bench.office.today,
                "income_type": "earned",
                "currency": lists.currency,
            }
        )
        for field in (self.gross, self.currency, self.agreement):
            field.changed.connect(self._show_allocation)
        self.agreement.changed.connect(self._fill_payer)

    def _offer(self, found: list[PayingAgreement]) -> None:
        self._agreements = {each.id: each for each in found}
        none = (0, translate("MoneySheets", "No agreement"))
        options = [(each.id, f"{each.number}  {each.payer}, {each.title}") for each in found]
        self.agreement.offer([none, *options])

    def _fill_payer(self) -> None:
        found = self._agreements.get(self.agreement.raw() or 0)
        self.case.setVisible(found is None)
        if found is not None and found.payer_id is not None:
            self.sheet.form.set_values({"payer_id": Option(found.payer_id, found.payer)})

    def _show_allocation(self) -> None:
        """Say what each case takes while the amount is typed."""
        found = self._agreements.get(self.agreement.raw() or 0)
        try:
            gross = _money(self.gross.raw(), self.currency.raw(), "gross")
        except UserError:
            gross = None
        if found is None or gross is None:
            self.allocation.setText("")
            return
        parts = [f"{number} {showing.money(part)}" for number, part in allotted(gross, found.cases)]
        self.allocation.setText(f"{' + '.join(parts)} = {showing.money(gross)} {gross.currency}")

    def _ask(self, values: dict[str, Any]) -> Asked:
        currency = values.pop("currency")
        gross = _money(values.pop("gross"), currency, "gross")
        fees = _optional(values.pop("bank_fees"), currency, "bank_fees")
        tax = _optional(values.pop("withheld_tax"), currency, "withheld_tax")
        found = self._agreements.get(values.pop("agreement") or 0)
        case = values.pop("case")
        request = RecordReceipt(
            gross=gross,
            base_currency=self.bench.lists.currency,
            parts=_parts(found, case),
            source=Reference("agreement", found.id) if found else None,
            bank_fees=fees,
            withheld_tax=tax,
            **values,
        )
        return record_receipt, request


def _parts(found: PayingAgreement | None, case: int | None) -> tuple[tuple[int, Fraction], ...]:
    if found is not None and found.cases:
        return tuple((each.case_id, each.share) for each in found.cases)
    if case is None:
        text = say("Choose the agreement it was paid under, or a case.")
        raise UserError(text, field="case" if found is None else "agreement")
    return ((case, Fraction(1)),)


def office_expense_sheet(bench: Bench) -> Sheet:
    """Money spent on a case that is found by typing."""

    def ask(values: dict[str, Any]) -> Asked:
        amount = _money(values.pop("amount"), values.pop("currency"), "amount")
        case = values.pop("case")
        if case is None:
            raise UserError(say("Choose the case it was spent on."), field="case")
        request = RecordExpense(
            amount=amount,
            case_id=case,
            subject=Reference("technology", case),
            base_currency=bench.lists.currency,
            **values,
        )
        return record_expense, request

    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Record an expense"),
        lead=translate("MoneySheets", "Booked at once. A mistake is corrected by its reversal."),
        save=translate("MoneySheets", "Book the expense"),
        said=translate("MoneySheets", "Expense booked. To take it back, reverse it."),
        ask=ask,
        draft="expense",
    )
    _add_expense_fields(bench, sheet)
    return sheet


def _add_expense_fields(bench: Bench, sheet: Sheet) -> None:
    form, lists = sheet.form, bench.lists
    form.add(case_picker(bench, name="case", title=translate("MoneySheets", "Case"), required=True))
    currency = TextField(name="currency", title=translate("MoneySheets", "Currency"))
    currency.setFixedWidth(90)
    amount = TextField(name="amount", title=translate("MoneySheets", "Amount"), required=True)
    form.add(amount, currency)
    form.add(
        DateField(name="on_day", title=translate("MoneySheets", "Day"), required=True),
        Choice(lists.offered("expense_kind"), name="kind", title=translate("MoneySheets", "Kind")),
    )
    paid_to = translate("MoneySheets", "Paid to")
    form.add(
        organisation_picker(bench, ("law_firm", "company"), name="supplier_id", title=paid_to),
        TextField(name="invoice", title=translate("MoneySheets", "Their invoice")),
    )
    payer = translate("MoneySheets", "Who bears it")
    form.add(Choice(lists.offered("expense_payer"), name="payer", title=payer))
    form.add(TextField(name="memo", title=translate("MoneySheets", "Remark")))
    form.set_values(
        {
            "on_day": bench.office.today,
            "kind": "filing",
            "payer": "office",
            "currency": lists.currency,
        }
    )


def _money(text: str, currency: str, field: str) -> Money:
    try:
        return money(text, (currency or "").upper())
    except UserError as error:
        name = "currency" if error.field == "currency" else field
        raise UserError(error.text, field=name) from error


def _optional(text: str, currency: str, field: str) -> Money | None:
    return _money(text, currency, field) if text else None
