"""The form of an expense on any case, found by typing."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, TextField
from techmgr.ledger.actions import RecordExpense, record_expense
from techmgr.ledger.screens.amounts import add_amount, typed_money
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker
from techmgr.technology.screens.cases_field import case_picker

translate = QCoreApplication.translate


def office_expense_sheet(bench: Bench) -> Sheet:
    """Money spent on a case that is found by typing."""

    def ask(values: dict[str, Any]) -> Asked:
        amount = typed_money(values.pop("amount"), values.pop("currency"), "amount")
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
    add_amount(form, "amount", translate("MoneySheets", "Amount"), lists.currency)
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
        }
    )
