"""What goes out of income before it is shared: its list's forms, from the claim to the release."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.fields import DateField, ShareField, TextField
from techmgr.desktop.pages import Command, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.ledger.screens.amounts import typed_or_none
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet, SheetPage
from techmgr.people.screens.pickers import organisation_picker
from techmgr.royalty.actions_claims import (
    DrawReserve,
    EndClaim,
    EnterClaim,
    TakeBackClaim,
    draw_reserve,
    end_claim,
    enter_claim,
    take_back_claim,
)
from techmgr.royalty.claims import EXPENSES, RESERVE, THIRD_PARTIES
from techmgr.royalty.queries_claims import ClaimRow, OpenCost, open_costs_of
from techmgr.technology.screens.cases_field import case_picker

translate = QCoreApplication.translate


def kinds() -> dict[str, str]:
    """What can be owed before sharing, by the name a policy takes it by."""
    return {
        RESERVE: translate("Claims", "Reserve for forecast costs"),
        EXPENSES: translate("Claims", "Costs a partner institution paid"),
        THIRD_PARTIES: translate("Claims", "Third party: sponsor, co-owner"),
    }


def claim_columns(_bench: Bench) -> list[Column]:
    """Claims, those that still run first."""
    return [
        Column("case", translate("Claims", "Case"), stretch=True),
        Column("what", translate("Claims", "What"), width=210, secondary=True, gives_up=1,
               value=lambda each: kinds().get(each.what, each.what)),
        Column("text", translate("Claims", "For"), width=180, gives_up=2,
               value=lambda each: each.owner or each.text),
        Column("share", translate("Claims", "Share"), Kind.SHARE, width=80, gives_up=5),
        Column("asked", translate("Claims", "Amount"), Kind.MONEY, width=110),
        Column("taken", translate("Claims", "Taken"), Kind.MONEY, width=110, computed=True),
        Column("held", translate("Claims", "Held now"), Kind.MONEY, width=110, computed=True),
        Column("valid_until", translate("Claims", "Until"), Kind.DATE, width=100, gives_up=4),
        Column("ended_on", translate("Claims", "Ended"), Kind.DATE, width=100, gives_up=3),
    ]  # fmt: skip


def claim_sheet(bench: Bench) -> Sheet:
    """An amount, or a share of what comes in, that goes out of a case's income before it is shared."""
    currency = bench.lists.currency

    def ask(values: dict[str, Any]) -> Asked:
        amount = typed_or_none(values.pop("amount"), currency, "amount")
        if values["case_id"] is None:
            raise UserError(say("Choose the case."), field="case_id")
        return enter_claim, EnterClaim(amount=amount, **values)

    sheet = Sheet(
        bench,
        title=translate("Claims", "Owed before sharing"),
        lead=translate("Claims", "Runs take it where the policy has a step for it."),
        save=translate("Claims", "Keep"),
        said=translate("Claims", "Kept"),
        ask=ask,
        draft="prior_claim",
    )
    form = sheet.form
    form.add(case_picker(bench, name="case_id", title=translate("Claims", "Case"), required=True))
    what = Choice(list(kinds().items()), name="what", title=translate("Claims", "What"))
    form.add(what)
    owner = organisation_picker(
        bench, ("university", "company"), name="organisation_id", title=translate("Claims", "Whose")
    )
    form.add(owner)
    amount = translate("Claims", "Amount in {currency}").format(currency=currency)
    share = ShareField(name="share", title=translate("Claims", "Or share of receipts"))
    form.add(TextField(name="amount", title=amount), share)
    form.add(TextField(name="text", title=translate("Claims", "For"), required=True))
    form.add(
        DateField(name="valid_from", title=translate("Claims", "From the day"), required=True),
        DateField(name="valid_until", title=translate("Claims", "Until")),
    )
    form.add(TextField(name="reason", title=translate("Claims", "Why"), required=True))

    def show() -> None:
        owner.setVisible(what.raw() != RESERVE)
        share.setVisible(what.raw() == THIRD_PARTIES)

    what.changed.connect(show)
    form.set_values({"what": RESERVE, "valid_from": bench.office.today})
    show()
    return sheet


def draw_sheet(bench: Bench, claim: ClaimRow) -> Sheet:
    """A cost of the case paid out of its reserve."""
    sheet = Sheet(
        bench,
        title=translate("Claims", "Pay a cost from the reserve"),
        lead=translate("Claims", "{case}: {held} are held.").format(
            case=claim.case, held=showing.money(claim.held)
        ),
        save=translate("Claims", "Pay from the reserve"),
        said=translate("Claims", "Paid from the reserve"),
        ask=lambda values: (draw_reserve, DrawReserve(claim.id, values["expense_id"])),
    )
    cost = Choice([], name="expense_id", title=translate("Claims", "Cost"), required=True)
    sheet.form.add(cost)

    def offer(found: list[OpenCost]) -> None:
        cost.offer([(e.id, f"{e.number}  {showing.money(e.left)}  {e.text}") for e in found])

    bench.read(open_costs_of, claim.case_id, owner=sheet, then=offer)
    return sheet


def end_sheet(bench: Bench, claim: ClaimRow) -> Sheet:
    """A claim that ends; what its reserve holds waits for the next run."""
    sheet = Sheet(
        bench,
        title=translate("Claims", "End it and release the rest"),
        lead=translate("Claims", "{held} wait for the next run, without a second fee.").format(
            held=showing.money(claim.held)
        ),
        save=translate("Claims", "End and release"),
        said=translate("Claims", "Ended"),
        ask=lambda values: (end_claim, EndClaim(claim.id, values["reason"], claim.version)),
    )
    _add_reason(sheet)
    return sheet


def take_back_sheet(bench: Bench, claim: ClaimRow) -> Sheet:
    """The last step of a claim taken back: its end, or else what was paid out of it."""
    sheet = Sheet(
        bench,
        title=translate("Claims", "Take back the last step"),
        lead=translate("Claims", "Its end, or else the costs paid out of the reserve."),
        save=translate("Claims", "Take back"),
        said=translate("Claims", "Taken back"),
        ask=lambda values: (
            take_back_claim,
            TakeBackClaim(claim.id, values["reason"], claim.version),
        ),
    )
    _add_reason(sheet)
    return sheet


def _add_reason(sheet: Sheet) -> None:
    sheet.form.add(TextField(name="reason", title=translate("Claims", "Why"), required=True))


class ClaimForms(SheetPage):
    """The forms of the list of claims, for the one with the keyboard."""

    bench: Bench
    window_: Window
    tables: dict[str, RecordTable]

    def enter_claim(self) -> None:
        """Open the form of something owed before sharing."""
        self.show_sheet(claim_sheet(self.bench))

    def draw_reserve(self) -> None:
        """Open the form that pays a cost from the reserve."""
        each = self._claim()
        if each is not None and each.held.minor > 0:
            self.show_sheet(draw_sheet(self.bench, each))
        elif each is not None:
            self.window_.notice(translate("Claims", "Nothing is held of it now."))

    def end_claim(self) -> None:
        """Open the form that ends a claim and releases what is held."""
        each = self._claim()
        if each is not None and each.ended_on is None:
            self.show_sheet(end_sheet(self.bench, each))
        elif each is not None:
            self.window_.notice(translate("Claims", "It has ended already."))

    def take_back_claim(self) -> None:
        """Open the form that takes back a claim's last step."""
        each = self._claim()
        if each is not None:
            self.show_sheet(take_back_sheet(self.bench, each))

    def _claim(self) -> ClaimRow | None:
        row: ClaimRow | None = self.tables["claims"].current_row()
        return row

    def claim_commands(self) -> list[Command]:
        """What can be done with a claim, each with its key."""
        pay = translate("Claims", "Pay a cost from the reserve…")
        end = translate("Claims", "End it and release the rest…")
        back = translate("Claims", "Take back the last step…")
        return [
            Command("draw_reserve", pay, self.draw_reserve, "P", "banknote"),
            Command("end_claim", end, self.end_claim, "E", "lock-open"),
            Command("take_back_claim", back, self.take_back_claim, "R", "undo-2"),
        ]
