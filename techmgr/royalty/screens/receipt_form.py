"""The form of a receipt: under an agreement or none, shared over one case or several."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.agreements.queries import CaseShare
from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import label
from techmgr.ledger.actions import record_receipt
from techmgr.ledger.receiving import RecordReceipt
from techmgr.ledger.screens.amounts import add_amount, typed_money, typed_or_none
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker
from techmgr.royalty.queries_money import PayingAgreement, allotted, paying_agreements
from techmgr.technology.screens.cases_field import case_rows, cases_field, parts_of

translate = QCoreApplication.translate


class ReceiptForm:
    """An agreement fills in who paid and its cases with their shares; both may be changed.

    From the page of a case, only agreements on it are offered, and the newest is chosen.
    """

    def __init__(self, bench: Bench, case: tuple[int, str] | None = None) -> None:
        self.bench = bench
        self._case = case
        self._asks = ""
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
            draft=f"receipt:{case[0]}" if case else "receipt",
        )
        self.allocation = label("", "small", "secondary", wrap=True)
        self._add_fields()
        self._fill()
        bench.read(paying_agreements, owner=self.sheet, then=self._offer)

    def _add_fields(self) -> None:
        form, lists = self.sheet.form, self.bench.lists
        add_amount(form, "gross", translate("MoneySheets", "Gross"), lists.currency)
        received = translate("MoneySheets", "Received")
        kind = translate("MoneySheets", "Kind of income")
        form.add(
            DateField(name="received", title=received, required=True),
            Choice(lists.offered("income_type"), name="income_type", title=kind),
        )
        under = translate("MoneySheets", "Paid under")
        self.agreement = Choice([self._none()], name="agreement", title=under)
        form.add(self.agreement)
        payer = translate("MoneySheets", "Paid by")
        form.add(organisation_picker(self.bench, ("company",), name="payer_id", title=payer))
        form.add(cases_field(self.bench, name="parts"))
        form.add_widget(self.allocation)
        form.add(
            TextField(name="bank_fees", title=translate("MoneySheets", "Bank fees kept back")),
            TextField(name="withheld_tax", title=translate("MoneySheets", "Tax withheld")),
        )
        form.add(TextField(name="memo", title=translate("MoneySheets", "Remark")))

    def _none(self) -> tuple[int, str]:
        return 0, translate("MoneySheets", "No agreement")

    def _fill(self) -> None:
        form = self.sheet.form
        kind = "up_front" if self._case else "earned"
        form.set_values(
            {"agreement": 0, "received": self.bench.office.today, "income_type": kind}
            | ({"parts": case_rows([(*self._case, None)])} if self._case else {})
        )
        for name in ("gross", "currency", "parts"):
            form.fields[name].changed.connect(self._show_allocation)
        for name in ("received", "income_type"):
            form.fields[name].changed.connect(self._follow_plan)
        self.agreement.changed.connect(self._follow_agreement)

    def _offer(self, found: Sequence[PayingAgreement]) -> None:
        mine = [each for each in found if self._case is None or _covers(each, self._case[0])]
        self._agreements = {each.id: each for each in mine}
        options = [
            (each.id, f"{each.number}  {showing.listed(each.payer, each.title)}") for each in mine
        ]
        self.agreement.offer([self._none(), *options])
        if self._case is not None and mine and not self.sheet.form.is_dirty:
            self.sheet.form.set_quietly({"agreement": mine[0].id})
            self._follow_agreement()

    def _follow_agreement(self) -> None:
        found = self._agreements.get(self.agreement.raw() or 0)
        if found is None:
            return
        values: dict[str, Any] = {}
        if found.payer_id is not None:
            values["payer_id"] = Option(found.payer_id, found.payer)
        self._asks = ""
        if found.cases:
            try:
                cases = self._planned(found)
            except UserError as error:
                cases, self._asks = [], showing.words(error)
            values["parts"] = case_rows([(e.case_id, e.number, e.share) for e in cases])
        self.sheet.form.set_quietly(values)
        self._show_allocation()

    def _planned(self, found: PayingAgreement) -> Sequence[CaseShare]:
        """Return the agreement's cases with their shares for this kind of income and day."""
        fields = self.sheet.form.fields
        on = fields["received"].value() or self.bench.office.today
        return found.shared(fields["income_type"].raw() or "", on, None)

    def _follow_plan(self) -> None:
        """Share again by the plan for the kind of income and the day, if the agreement has any."""
        found = self._agreements.get(self.agreement.raw() or 0)
        if found is not None and found.plans:
            self._follow_agreement()

    def _show_allocation(self) -> None:
        """Say what each case takes while the amount is typed."""
        form = self.sheet.form
        try:
            gross = typed_money(form.fields["gross"].raw(), form.fields["currency"].raw(), "gross")
            rows = form.fields["parts"].value()
            parts = parts_of(rows, "parts")
        except UserError:
            self.allocation.setText(self._asks)
            return
        if not parts:
            self.allocation.setText(self._asks)
            return
        numbers = [row["case"]["text"] for row in form.fields["parts"].raw() if row["case"]]
        shares = [(number, share) for number, (_, share) in zip(numbers, parts, strict=True)]
        said = [f"{number} {showing.money(part)}" for number, part in allotted(gross, shares)]
        whole = f"{' + '.join(said)} = {showing.money(gross)} {gross.currency}"
        self.allocation.setText(whole if len(said) > 1 else "")

    def _ask(self, values: dict[str, Any]) -> Asked:
        currency = values.pop("currency")
        gross = typed_money(values.pop("gross"), currency, "gross")
        fees = typed_or_none(values.pop("bank_fees"), currency, "bank_fees")
        tax = typed_or_none(values.pop("withheld_tax"), currency, "withheld_tax")
        agreement = values.pop("agreement")
        parts = parts_of(values.pop("parts"), "parts")
        if not parts:
            text = say("Choose the agreement it was paid under, or a case.")
            raise UserError(text, field="parts")
        request = RecordReceipt(
            gross=gross,
            base_currency=self.bench.lists.currency,
            parts=parts,
            source=Reference("agreement", agreement) if agreement else None,
            bank_fees=fees,
            withheld_tax=tax,
            **values,
        )
        return record_receipt, request


def _covers(agreement: PayingAgreement, case_id: int) -> bool:
    return any(each.case_id == case_id for each in agreement.cases)
