"""Forms of costs others bear: who pays from when on, claims, repayments, write-offs."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, LongText, MoneyField, ShareField, TextField
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.showing import showing
from techmgr.ledger.actions import Reverse, write_off
from techmgr.ledger.actions_costs import (
    ArrangePayers,
    AssignPayer,
    ClaimCosts,
    PayerShare,
    ReceiveRepayment,
    SettleCosts,
    WithdrawClaim,
    arrange_payers,
    assign_payer,
    claim_costs,
    receive_repayment,
    settle_costs,
    take_back_write_off,
    withdraw_claim,
)
from techmgr.ledger.queries_costs import ClaimRow, CostRow, PayerRow, Waiting
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.patents.screens.invoice_sheets import add_reason
from techmgr.people.screens.pickers import organisation_picker

translate = QCoreApplication.translate
_OTHERS = ("company", "university")


def payers_sheet(bench: Bench, case_id: int, case: str, now: Sequence[PayerRow]) -> Sheet:
    """Who bears the costs of a case from a day on."""

    def ask(values: dict[str, Any]) -> Asked:
        rows = [row for row in values["payers"] if row["share"] is not None]
        payers = tuple(
            PayerShare(row["payer"] or "office", row["organisation"], row["share"]) for row in rows
        )
        return arrange_payers, ArrangePayers(case_id, values["valid_from"], payers)

    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Who bears the costs"),
        lead=translate(
            "CostSheets", "{case}. What is entered from that day on is shared like this."
        ).format(case=case),
        save=translate("CostSheets", "Keep"),
        said=translate("CostSheets", "Payers kept"),
        ask=ask,
        draft=f"payers:{case_id}",
    )
    sheet.form.add(
        DateField(name="valid_from", title=translate("CostSheets", "From the day"), required=True)
    )
    sheet.form.add(_payers(bench))
    known = [
        {
            "payer": each.payer,
            "organisation": Option(each.organisation_id, each.name)
            if each.organisation_id
            else None,
            "share": each.share,
        }
        for each in now
    ] or [{"payer": "office", "organisation": None, "share": Fraction(1)}]
    sheet.form.set_values({"valid_from": bench.office.today, "payers": known})
    return sheet


def _payers(bench: Bench) -> RowsField:
    offered = bench.lists.offered("expense_payer")
    return RowsField(
        [
            RowColumn(
                "payer", translate("CostSheets", "Payer"), lambda: Choice(offered), width=112
            ),
            RowColumn(
                "organisation",
                translate("CostSheets", "Name"),
                lambda: organisation_picker(bench, _OTHERS),
                stretch=2,
            ),
            RowColumn("share", translate("CostSheets", "Share"), ShareField, width=76),
        ],
        name="payers",
        title=translate("CostSheets", "Payers"),
        add=translate("CostSheets", "Add payer"),
        add_key="Alt+P",
    )


def assign_sheet(bench: Bench, rows: Sequence[CostRow]) -> Sheet:
    """Another payer for whole lines, and why."""
    ids = tuple(row.id for row in rows)
    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Change the payer"),
        lead=said_of(rows),
        save=translate("CostSheets", "Change"),
        said=translate("CostSheets", "Payer changed"),
        ask=lambda values: (assign_payer, AssignPayer(ids, **values)),
    )
    payer = translate("CostSheets", "Payer")
    sheet.form.add(Choice(bench.lists.offered("expense_payer"), name="payer", title=payer))
    name = translate("CostSheets", "Name")
    sheet.form.add(organisation_picker(bench, _OTHERS, name="organisation_id", title=name))
    reason = translate("CostSheets", "Reason")
    sheet.form.add(LongText(name="reason", title=reason, lines=3, required=True))
    sheet.form.set_values({"payer": "licensee"})
    return sheet


def claim_sheet(bench: Bench, rows: Sequence[CostRow]) -> Sheet:
    """Lines one organisation bears, asked for on one statement."""
    payers = {row.payer_id: row.payer_name for row in rows if row.payer != "office"}
    others = [number for number in payers if number is not None]

    def ask(values: dict[str, Any]) -> Asked:
        if len(others) != 1:
            raise UserError(
                say("A claim goes to one organisation. Choose lines that one and the same bears.")
            )
        ids = tuple(row.id for row in rows)
        return claim_costs, ClaimCosts(others[0], ids, values["on_day"])

    name = ", ".join(payers[number] for number in others) or translate("CostSheets", "nobody yet")
    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Ask for repayment"),
        lead=translate("CostSheets", "{lines} From {name}.").format(lines=said_of(rows), name=name),
        save=translate("CostSheets", "Make the claim"),
        said=translate("CostSheets", "Claim made. Its statement is under Claims."),
        ask=ask,
    )
    day = translate("CostSheets", "Day")
    sheet.form.add(DateField(name="on_day", title=day, required=True))
    sheet.form.set_values({"on_day": bench.office.today})
    return sheet


def said_of(rows: Sequence[CostRow]) -> str:
    """Say how many lines there are and what is left of them."""
    left = Money(sum(row.left.minor for row in rows), rows[0].left.currency)
    words = translate("CostSheets", "{count} lines, {amount} open.")
    return words.format(count=len(rows), amount=f"{left.currency} {showing.money(left)}")


def repayment_sheet(bench: Bench, row: ClaimRow) -> Sheet:
    """What came in for a claim."""
    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Repayment of {number}").format(number=row.number),
        lead=translate("CostSheets", "{name}. It settles costs and is never shared out.").format(
            name=row.organisation
        ),
        save=translate("CostSheets", "Book the receipt"),
        said=translate("CostSheets", "Booked. To take it back, reverse it under Money."),
        ask=lambda values: (receive_repayment, ReceiveRepayment(row.id, **_booked(values))),
    )
    currency = row.asked.currency
    gross = translate("CostSheets", "Received, {currency}").format(currency=currency)
    fees = translate("CostSheets", "Bank fees kept back")
    sheet.form.add(
        MoneyField(name="gross", title=gross, currency=currency, required=True),
        MoneyField(name="bank_fees", title=fees, currency=currency),
    )
    day = translate("CostSheets", "Day")
    sheet.form.add(DateField(name="received", title=day, required=True))
    sheet.form.add(TextField(name="memo", title=translate("CostSheets", "Remark")))
    sheet.form.set_values({"gross": row.left, "received": bench.office.today})
    return sheet


def _booked(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "memo": values["memo"] or ""}


def settle_sheet(bench: Bench, waiting: Sequence[Waiting]) -> Sheet:
    """Which repayment that waits settles what is open now; `waiting` is oldest first."""
    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Settle with a repayment"),
        lead=translate(
            "CostSheets",
            "These came in before their costs were entered. What is chosen settles open lines of "
            "its cases, its payer's first.",
        ),
        save=translate("CostSheets", "Settle"),
        said=translate("CostSheets", "Costs settled. To take it back, reverse the receipt."),
        ask=lambda values: (settle_costs, SettleCosts(values["receipt_id"])),
    )
    offered = [(each.receipt_id, _waiting_words(each)) for each in waiting]
    title = translate("CostSheets", "Repayment")
    sheet.form.add(Choice(offered, name="receipt_id", title=title, required=True))
    sheet.form.set_values({"receipt_id": waiting[0].receipt_id})
    return sheet


def _waiting_words(each: Waiting) -> str:
    left = f"{each.left.currency} {showing.money(each.left)}"
    return ", ".join(filter(None, (each.number, each.payer, showing.day(each.received), left)))


def withdraw_sheet(bench: Bench, row: ClaimRow) -> Sheet:
    """A claim nobody has to pay any more, and why."""
    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Withdraw {number}").format(number=row.number),
        lead=translate("CostSheets", "Its lines are open again."),
        save=translate("CostSheets", "Withdraw"),
        said=translate("CostSheets", "{number} withdrawn").format(number=row.number),
        ask=lambda values: (withdraw_claim, WithdrawClaim(row.id, row.version, values["reason"])),
    )
    reason = translate("CostSheets", "Reason")
    sheet.form.add(LongText(name="reason", title=reason, lines=3, required=True))
    return sheet


def write_off_sheet(bench: Bench, row: CostRow) -> Sheet:
    """A line nobody will pay back, or one that was written off wrongly, with the reason."""
    is_off = row.state == "written_off"
    title = (
        translate("CostSheets", "Take back the write-off of {number}")
        if is_off
        else translate("CostSheets", "Write off {number}")
    )
    left = row.left if not is_off else row.base - row.back
    lead = (
        translate("CostSheets", "{amount} is to be recovered again.")
        if is_off
        else translate("CostSheets", "{amount} will not be recovered any more.")
    )
    sheet = Sheet(
        bench,
        title=title.format(number=row.number),
        lead=lead.format(amount=f"{left.currency} {showing.money(left)}"),
        save=translate("CostSheets", "Book"),
        said=translate("CostSheets", "{number} booked").format(number=row.number),
        ask=lambda values: (
            take_back_write_off if is_off else write_off,
            Reverse(row.id, values["on_day"], values["reason"], row.version),
        ),
    )
    add_reason(sheet, bench.office.today)
    return sheet
