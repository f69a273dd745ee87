"""What is done with a run next, and the questions before money moves: they say it in numbers."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from techmgr.core.money import Money
from techmgr.desktop.dialogs import Confirm
from techmgr.desktop.pages import Command, Place
from techmgr.desktop.showing import showing
from techmgr.royalty.actions import (
    HoldShare,
    RunRequest,
    approve_run,
    discard_run,
    hold_share,
    post_run,
    reverse_run,
)
from techmgr.royalty.paying import pay_run, reverse_payment
from techmgr.royalty.queries_payouts import by_use

if TYPE_CHECKING:
    from techmgr.royalty.screens.run_page import RunPage

_NEXT = {"draft": "approve", "approved": "post", "posted": "pay"}


class RunSteps(QObject):
    """Draft, approve, post, pay; discard a draft, reverse what is posted, take a payment back."""

    def __init__(self, page: "RunPage") -> None:
        super().__init__(page)
        self._page = page
        self.dialog: Confirm | None = None

    @property
    def state(self) -> str:
        """The state of the run that is shown."""
        return self._page.run.run.state if self._page.run is not None else ""

    def next_step(self) -> str:
        """The command that is the next step, or nothing."""
        return _NEXT.get(self.state, "")

    def state_words(self) -> str:
        """What the state means."""
        return {
            "draft": self.tr("Draft, nothing posted"),
            "approved": self.tr("Approved, nothing posted"),
            "posted": self.tr("Posted, not paid out"),
            "paid": self.tr("Paid out"),
            "reversed": self.tr("Reversed"),
        }.get(self.state, "")

    def commands(self) -> list[Command]:
        """What can be done with the run in its state."""
        go = "Ctrl+Return"
        steps = {
            "draft": [("approve", self.tr("Approve…"), self.approve, go, "check")],
            "approved": [("post", self.tr("Post…"), self.post, go, "check")],
            "posted": [
                ("reverse", self.tr("Reverse…"), self.reverse, "", "undo-2"),
                ("pay", self.tr("Pay out…"), self.pay, go, "banknote"),
            ],
            "paid": [
                ("take_back", self.tr("Take the payment back…"), self.take_back, "", "undo-2")
            ],
        }
        found = [Command(*each) for each in steps.get(self.state, [])]
        if self.state in {"draft", "approved"}:
            discard = Command("discard", self.tr("Discard…"), self.discard, "", "trash-2")
            found.insert(0, discard)
        return found

    def checks(self) -> list[str]:
        """What was looked at before approval, with what stands out."""
        found = self._page.run
        if found is None:
            return []
        text = self.tr("✓  {count} incomes: parts equal their net, and the nets make {net}.")
        lines = [text.format(count=len(found.events), net=showing.money(found.run.net))]
        if found.needs_second_person and self.state == "draft":
            text = self.tr("→  Another officer than {officer} approves it.")
            lines.append(text.format(officer=found.run.drafted_by))
        if found.held.minor:
            text = self.tr("‖  {amount} is held, not paid.")
            lines.append(text.format(amount=showing.money(found.held)))
        text = self.tr("⌂  {amount} of what is paid may be used only for: {use}.")
        for use, minor in by_use(found.payouts).items():
            amount = Money(minor, found.run.net.currency)
            lines.append(text.format(amount=showing.money(amount), use=use))
        text = self.tr("–  Left out: {amount} of {receipt}. {why}")
        lines += [
            text.format(amount=showing.money(e.amount), receipt=e.receipt, why=showing.words(e.why))
            for e in found.left_out
        ]
        if found.reason:
            lines.append(self.tr("Reversed: {reason}").format(reason=found.reason))
        return lines

    # Questions

    def approve(self) -> None:
        """Approve a draft."""
        text = self.tr("{count} payees get {pays}; {held} is held. Nothing is booked yet.")
        self._ask(self.tr("Approve {number}?"), text, self.tr("Approve"), approve_run)

    def post(self) -> None:
        """Book an approved run."""
        text = self.tr(
            "{received} received is booked: {pays} owed to {count} payees, {held} held. "
            "A posted run never changes; it is corrected by its reversal."
        )
        self._ask(self.tr("Post {number}?"), text, self.tr("Post"), post_run)

    def pay(self) -> None:
        """Book the payment."""
        text = self.tr("{paid} goes from the bank to {paid_count} payees.")
        self._ask(self.tr("Pay out {number}?"), text, self.tr("Pay out"), pay_run)

    def reverse(self) -> None:
        """Book the mirror of a posted run."""
        text = self.tr(
            "The mirror is booked: {pays} is no longer owed, and {received} waits for another run."
        )
        title = self.tr("Reverse {number}?")
        self._ask(title, text, self.tr("Reverse"), reverse_run, owes_reason=True)

    def take_back(self) -> None:
        """Book the mirror of a payment."""
        text = self.tr("{paid} comes back to the bank and is owed to {paid_count} payees again.")
        title = self.tr("Take the payment of {number} back?")
        self._ask(title, text, self.tr("Take back"), reverse_payment, owes_reason=True)

    def discard(self) -> None:
        """Throw a draft away."""
        text = self.tr("Nothing was booked. {received} waits for the next run.")
        self._ask(
            self.tr("Discard {number}?"), text, self.tr("Discard"), discard_run, then=self._gone
        )

    def _gone(self, _done: Any) -> None:
        self._page.window_.go(Place("money"))

    def _ask(
        self,
        title: str,
        text: str,
        do: str,
        action: Any,
        *,
        owes_reason: bool = False,
        then: Callable[[Any], object] | None = None,
    ) -> None:
        found = self._page.run
        if found is None:
            return
        dialog = Confirm(
            self._page,
            title=title.format(number=found.run.number),
            text=text.format(**self._numbers()),
            do=do,
            keep=self.tr("Leave it as it is"),
            reason=self.tr("Reason") if owes_reason else "",
            destroys=owes_reason or action is discard_run,
        )
        request = partial(RunRequest, found.run.id, found.run.version)
        dialog.accepted.connect(lambda: self._do(action, request(dialog.reason.raw()), then))
        self.dialog = dialog
        dialog.open()

    def _numbers(self) -> dict[str, str]:
        found = self._page.run
        assert found is not None, "asked only while a run is shown"
        paid = Money(sum(each.paid for each in found.payouts), found.run.net.currency)
        return {
            "count": str(sum(bool(each.amount.minor) for each in found.payees)),
            "pays": _money(found.pays),
            "held": _money(found.held),
            "received": _money(found.run.gross),
            "paid": _money(paid),
            "paid_count": str(len(found.payouts)),
        }

    def _do(self, action: Any, request: Any, then: Callable[[Any], object] | None = None) -> None:
        self._page.bench.act(action, request, owner=self._page, then=then, said=self._said(action))

    def _said(self, action: Any) -> str:
        return {
            approve_run: self.tr("Approved"),
            post_run: self.tr("Posted"),
            pay_run: self.tr("Payment booked"),
            reverse_run: self.tr("Reversed"),
            reverse_payment: self.tr("Payment taken back"),
            discard_run: self.tr("Draft discarded"),
            hold_share: self.tr("Changed"),
        }[action]

    def hold(self) -> None:
        """Hold the payee's part with the keyboard, with a reason; or release it."""
        line = self._page.table.current_row()
        if self.state != "draft" or line is None or line.share is None:
            return
        share = line.share
        is_held = share.held is not None
        numbers = {"amount": _money(line.amount), "name": showing.words(line.label)}
        text = self.tr("It becomes owed when the run is posted.")
        if not is_held:
            text = self.tr("It is booked as held when the run is posted, and not paid.")
        title = (
            self.tr("Release {amount} to {name}?")
            if is_held
            else self.tr("Hold {amount} of {name}?")
        )
        dialog = Confirm(
            self._page,
            title=title.format(**numbers),
            text=text,
            do=self.tr("Release") if is_held else self.tr("Hold"),
            keep=self.tr("Leave it as it is"),
            reason="" if is_held else self.tr("Reason"),
        )
        dialog.accepted.connect(
            lambda: self._do(hold_share, HoldShare(share.id, dialog.reason.raw()))
        )
        self.dialog = dialog
        dialog.open()


def _money(amount: Money) -> str:
    return f"{amount.currency} {showing.money(amount)}"
