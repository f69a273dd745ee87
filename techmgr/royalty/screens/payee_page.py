"""The money of one payee on one page: each amount with its why, what is held, what was sent."""

from functools import partial

from PySide6.QtWidgets import QWidget

from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.dialogs import Confirm
from techmgr.desktop.pages import Command, Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, label, line, row
from techmgr.office.screens.bench import bench_of
from techmgr.royalty.explain import Node
from techmgr.royalty.paying import PayOwed, ReturnPayment, pay_owed, return_payment
from techmgr.royalty.queries_payee import (
    HELD,
    OWED,
    RELEASED,
    RETURNED,
    SENT,
    PayeeLine,
    PayeeMoney,
    payee_money,
    why_of,
)
from techmgr.royalty.queries_run import Line
from techmgr.royalty.releasing import (
    ReleaseHeld,
    TakeBackRelease,
    release_held,
    take_back_release,
)
from techmgr.royalty.screens.why_panel import WIDTH, WhyPanel
from techmgr.storage.office import Office

_CONCERNS = frozenset({"run", "release", "payment", "payee_account", "person", "organisation"})


class PayeePage(Page):
    """Enter or Space opens why an amount is what it is, and it follows the keyboard."""

    side_width = WIDTH

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.money: PayeeMoney | None = None
        self.dialog: Confirm | None = None
        self.why = WhyPanel()
        self.why.closed.connect(self._close_why)
        self._is_why_open = False
        self.table = RecordTable(
            self._columns(), name=self.tr("Amounts"), identity=lambda each: each.key
        )
        self.table.opened.connect(lambda *_: self.show_why())
        self.table.why.connect(lambda *_: self.show_why())
        self.table.current_changed.connect(self._follow)
        self._build()

    def _columns(self) -> list[Column]:
        return [
            Column("day", self.tr("Day"), Kind.DATE, width=110),
            Column("number", self.tr("Number"), width=84, gives_up=3),
            Column("case", self.tr("Case"), stretch=True),
            Column(
                "what", self.tr("What"), stretch=True, secondary=True, gives_up=1,
                value=lambda each: showing.words(each.what),
            ),
            Column(
                "amount", self.tr("Amount"), Kind.MONEY, width=120,
                computed=lambda each: each.event_id is not None,
            ),
            Column(
                "kind", self.tr("State"), Kind.STATE, width=130, value=self._state, gives_up=2
            ),
        ]  # fmt: skip

    def _state(self, each: PayeeLine) -> Marked:
        return {
            OWED: Marked(State.ACTIVE, self.tr("owed")),
            HELD: Marked(State.WAITING, self.tr("held")),
            RELEASED: Marked(State.ACTIVE, self.tr("released")),
            SENT: Marked(State.DONE, self.tr("paid")),
            RETURNED: Marked(State.OVERDUE, self.tr("came back")),
        }[each.kind]

    def _build(self) -> None:
        self._name = label("", "title")
        self._under = label("", "small", "secondary", wrap=True)
        self._sum = label("", "body", wrap=True)
        self._buttons = row(gap=8)
        title = row(self._name, None, self._buttons, margins=(16, 10, 16, 0))
        head = column(self._under, 6, self._sum, margins=(16, 2, 16, 10))
        parts = column(title, head, line(), self.table)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    # What is shown

    def open(self, place: Place) -> None:
        if place != self.place:
            self._is_why_open = False
        super().open(place)
        self._read()

    def _read(self) -> None:
        payee = self.place.extra.get("payee") or str(self.place.reference or "")
        if payee:
            self.bench.read(
                payee_money, payee, self.bench.office.today, owner=self,
                then=self._show, key="payee",
            )  # fmt: skip

    def _show(self, found: PayeeMoney) -> None:
        self.money = found
        self._name.setText(found.name or self.tr("No amounts yet"))
        route = self.bench.lists.word("payee_route", found.route) if found.route else ""
        account = ", ".join(filter(None, [route, found.account]))
        use = self.tr("may be used for: {use}").format(use=found.use) if found.use else ""
        where = account or self.tr("no account is recorded")
        self._under.setText(" · ".join(filter(None, [where, use])))
        text = self.tr("{owed} owed now, {held} held, {paid} paid so far, in {currency}")
        self._sum.setText(
            text.format(
                owed=showing.money(found.owed), held=showing.money(found.held),
                paid=showing.money(found.received), currency=found.owed.currency,
            )
        )  # fmt: skip
        self.table.show_rows(found.lines)
        self._show_buttons()
        self.title_changed.emit()
        self.commands_changed.emit()
        self.status_changed.emit()

    def _show_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in self.commands():
            if each.id in {"release", "returned", "pay", "take_back"}:
                kind = "primary" if each.id == "pay" else ""
                self._buttons.addWidget(Button(each.text, each.run, kind=kind, icon=each.icon))

    def show_why(self) -> None:
        """Open why the amount with the keyboard is what it is."""
        each = self.current()
        if each is None or each.event_id is None:
            return
        self._is_why_open = True
        self._follow(each)
        self.window_.show_side(self.why, WIDTH)

    def _follow(self, each: PayeeLine | None) -> None:
        self.commands_changed.emit()
        self._show_buttons()
        self.status_changed.emit()
        if each is not None and each.event_id is not None and self._is_why_open:
            self.bench.read(
                why_of, each.event_id, owner=self, then=partial(self._show_why, each), key="why"
            )

    def _show_why(self, each: PayeeLine, found: tuple[Node, str]) -> None:
        tree, policy = found
        name = self.money.name if self.money is not None else ""
        event_id = each.event_id or 0
        shown = Line(
            each.key, 2, event_id, each.node, say("{name}", name=name), "", each.amount, ""
        )
        self.why.show_line(shown, tree, policy)

    def _close_why(self) -> None:
        self._is_why_open = False
        self.window_.show_side(None)
        self.table.setFocus()

    def escape(self) -> bool:
        was_open = self._is_why_open
        if was_open:
            self._close_why()
        return was_open

    def side(self) -> QWidget | None:
        return self.why if self._is_why_open else None

    def current(self) -> PayeeLine | None:
        """The amount with the keyboard."""
        found: PayeeLine | None = self.table.current_row()
        return found

    # What can be done

    def release(self) -> None:
        """What is held becomes owed, with the reason."""
        each = self.current()
        if each is None or each.kind != HELD:
            return
        text = self.tr(
            "{amount} is owed then. What waits for signed shares is divided as they are signed now."
        )
        self._ask(
            self.tr("Release what is held of {number}?").format(number=each.number),
            text.format(amount=_shown(each.amount)), self.tr("Release"),
            lambda reason: self._act(release_held, ReleaseHeld(each.record, reason),
                                     self.tr("Released")),
        )  # fmt: skip

    def take_back(self) -> None:
        """A release that was a mistake is taken back, with the reason."""
        each = self.current()
        if each is None or each.kind != RELEASED:
            return
        text = self.tr("{amount} is held again; the mirror of the release is booked.")
        self._ask(
            self.tr("Take the release of {number} back?").format(number=each.number),
            text.format(amount=_shown(each.amount)), self.tr("Take back"),
            lambda reason: self._act(take_back_release, TakeBackRelease(each.record, reason),
                                     self.tr("Held again")),
        )  # fmt: skip

    def came_back(self) -> None:
        """The bank sent a payment back, with the reason."""
        each = self.current()
        if each is None or each.kind != SENT:
            return
        text = self.tr("{amount} is in the bank again and owed to the payee.")
        self._ask(
            self.tr("Payment {number} came back?").format(number=each.number),
            text.format(amount=_shown(-each.amount)), self.tr("Book it"),
            lambda reason: self._act(return_payment, ReturnPayment(each.record, reason),
                                     self.tr("Booked as come back")),
        )  # fmt: skip

    def pay(self) -> None:
        """Pay what is owed to this payee now."""
        if self.money is None or not self.money.owed.minor:
            return
        text = self.tr("{amount} goes from the bank to {name}.")
        owed, payee = self.money.owed, self.money.payee
        dialog = Confirm(
            self, title=self.tr("Pay what is owed?"),
            text=text.format(amount=_shown(owed), name=self.money.name), do=self.tr("Pay"),
            keep=self.tr("Leave it as it is"),
        )  # fmt: skip
        request = PayOwed(owed.currency, (payee,))
        dialog.accepted.connect(lambda: self._act(pay_owed, request, self.tr("Payment booked")))
        self.dialog = dialog
        dialog.open()

    def _ask(self, title: str, text: str, do: str, then: object) -> None:
        dialog = Confirm(
            self, title=title, text=text, do=do, keep=self.tr("Leave it as it is"),
            reason=self.tr("Reason"),
        )  # fmt: skip
        assert callable(then), "what is done when it is confirmed"
        dialog.accepted.connect(lambda: then(dialog.reason.raw()))
        self.dialog = dialog
        dialog.open()

    def _act(self, action: object, request: object, said: str) -> None:
        self.bench.act(action, request, owner=self, said=said)

    # The window

    def title(self) -> str:
        return self.money.name if self.money is not None else ""

    def changed(self, references: frozenset[Reference]) -> None:
        if any(each.kind in _CONCERNS for each in references):
            self._read()

    def status(self) -> str:
        each = self.current()
        return f"{each.number}: <b>{showing.money(each.amount)}</b>" if each is not None else ""

    def keys(self) -> list[Key]:
        return [Key("Space", self.tr("why")), Key("Ctrl+Enter", self.tr("pay what is owed"))]

    def commands(self) -> list[Command]:
        each = self.current()
        kind = each.kind if each is not None else ""
        found = [
            Command("why", self.tr("Why this amount"), self.show_why, "", "circle-help"),
            Command("open_run", self.tr("Open the distribution"), self.open_run, "O", "landmark"),
        ]
        if kind == HELD:
            found.append(Command("release", self.tr("Release…"), self.release, "H", "hourglass"))
        if kind == RELEASED:
            text = self.tr("Take the release back…")
            found.append(Command("take_back", text, self.take_back, "", "undo-2"))
        if kind == SENT:
            text = self.tr("It came back…")
            found.append(Command("returned", text, self.came_back, "B", "undo-2"))
        if self.money is not None and self.money.owed.minor > 0:
            text = self.tr("Pay what is owed…")
            found.append(Command("pay", text, self.pay, "Ctrl+Return", "banknote"))
        return found

    def open_run(self) -> None:
        """Open the distribution the amount comes from."""
        each = self.current()
        if each is not None and each.run_id is not None:
            self.window_.go(Place("run", Reference("run", each.run_id)))


def _shown(amount: Money) -> str:
    return f"{amount.currency} {showing.money(amount)}"
