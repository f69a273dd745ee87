"""The form of an allocation plan: an agreement, a kind of income, a day, and how its cases share."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.shares import parse_share, show_share
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import label
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.royalty.actions_allocation import PlanAllocation, plan_allocation
from techmgr.royalty.allocation import Basis, Plan
from techmgr.royalty.queries_money import PayingAgreement, paying_agreements

translate = QCoreApplication.translate


class AllocationForm:
    """Shares are typed as `26-001 2/3, 26-002 1/3`; the plans there are stand below."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self._agreements: Mapping[int, PayingAgreement] = {}
        self.sheet = Sheet(
            bench,
            title=translate("MoneySheets", "Share income over cases"),
            lead=translate(
                "MoneySheets", "For what is received from that day. What is booked keeps its parts."
            ),
            save=translate("MoneySheets", "Keep the plan"),
            said=translate("MoneySheets", "Plan kept"),
            ask=self._ask,
        )
        self.known = label("", "small", "secondary", wrap=True)
        self._add_fields()
        bench.read(paying_agreements, owner=self.sheet, then=self._offer)

    def _add_fields(self) -> None:
        form = self.sheet.form
        every = ("", translate("MoneySheets", "Every kind"))
        bases = [
            (Basis.SHARES.value, translate("MoneySheets", "Shares as given")),
            (Basis.EQUAL.value, translate("MoneySheets", "Equally")),
            (Basis.FILINGS.value, translate("MoneySheets", "By the number of filings")),
            (Basis.PRODUCING.value, translate("MoneySheets", "To the case that brought it")),
        ]
        self.agreement = Choice(
            [], name="agreement_id", title=translate("MoneySheets", "Agreement"), required=True
        )
        self.basis = Choice(bases, name="basis", title=translate("MoneySheets", "Shared"))
        self.shares = TextField(name="shares", title=translate("MoneySheets", "Cases and shares"))
        kinds = [every, *self.bench.lists.offered("income_type")]
        income = Choice(kinds, name="income_type", title=translate("MoneySheets", "Kind of income"))
        day = translate("MoneySheets", "Received from")
        form.add(self.agreement)
        form.add(income)
        form.add(self.basis, DateField(name="valid_from", title=day, required=True))
        form.add(self.shares)
        form.add(TextField(name="reason", title=translate("MoneySheets", "Agreed how")))
        form.add_widget(self.known)
        form.set_values(
            {"basis": "shares", "income_type": "", "valid_from": self.bench.office.today}
        )
        self.agreement.changed.connect(self._fill)
        self.basis.changed.connect(self._show_shares)

    def _show_shares(self) -> None:
        self.shares.setVisible(self.basis.raw() == Basis.SHARES)

    def _offer(self, found: list[PayingAgreement]) -> None:
        """Only agreements of several cases have anything to share."""
        self._agreements = {each.id: each for each in found if len(each.cases) > 1}
        options = [(e.id, f"{e.number}  {e.payer}, {e.title}") for e in self._agreements.values()]
        self.agreement.offer(options)
        if options:
            self.agreement.set_raw(options[0][0])
            self._fill()
        else:
            text = translate("MoneySheets", "No signed agreement covers more than one case.")
            self.known.setText(text)

    def _fill(self) -> None:
        found = self._agreements.get(self.agreement.raw() or 0)
        if found is None:
            return
        shares = [f"{each.number} {show_share(each.share)}" for each in found.cases]
        self.sheet.form.set_quietly({"shares": ", ".join(shares)})
        self.known.setText("\n".join(self._words(found, plan) for plan in found.plans))

    def _words(self, found: PayingAgreement, plan: Plan) -> str:
        numbers = {str(each.case_id): each.number for each in found.cases}
        kinds = [self.bench.lists.word("income_type", code) for code in plan.income]
        basis = self.basis.box.itemText(self.basis.box.findData(plan.basis))
        listed = ", ".join(
            f"{numbers.get(case, case)} {show_share(share)}"
            for case, share in zip(plan.cases, plan.shares, strict=True)
        )
        since = showing.day(plan.valid_from) if plan.valid_from else ""
        return "  ·  ".join(each for each in (since, *kinds, basis, listed) if each)

    def _ask(self, values: dict[str, Any]) -> Asked:
        found = self._agreements.get(values["agreement_id"] or 0)
        if found is None:
            raise UserError(say("Choose an agreement of several cases."), field="agreement_id")
        typed = values.pop("shares")
        shares = _read(typed, found) if values["basis"] == Basis.SHARES else ()
        return plan_allocation, PlanAllocation(shares=shares, **values)


def _read(text: str, found: PayingAgreement) -> tuple[tuple[int, Fraction], ...]:
    """Read `26-001 2/3, 26-002 1/3`. UserError names a case the agreement does not cover."""
    ids = {each.number: each.case_id for each in found.cases}
    shares = []
    for each in filter(None, (part.strip() for part in text.replace("，", ",").split(","))):
        number, _, share = each.partition(" ")
        if number not in ids:
            text_ = say("The agreement covers {numbers}. Name only these.", numbers=list(ids))
            raise UserError(text_, field="shares")
        try:
            shares.append((ids[number], parse_share(share)))
        except UserError as error:
            raise UserError(error.text, field="shares") from None
    return tuple(shares)
