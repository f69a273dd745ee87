"""Beside the lists of costs: why a sum is what it is, what a bill says, how a fee came about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.core.money import Money
from techmgr.desktop.figures import Figure, Panel, amounts, facts
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import IconButton, holding, label, row
from techmgr.ledger.queries_costs import (
    CaseCosts,
    ClaimRow,
    CostRow,
    InvoiceLineRow,
    InvoiceRow,
    PayerRow,
)
from techmgr.office.screens.bench import Bench
from techmgr.patents.forecast import Coming, why_words
from techmgr.patents.screens.cost_columns import cost_state, fee_words

translate = QCoreApplication.translate
WIDTH = 340
_MOST = 14
Parts = list[list[QWidget | int]]


class CostPanel(Panel):
    """Read-only; it follows the row with the keyboard."""

    def __init__(self, bench: Bench, close: Callable[[], object]) -> None:
        super().__init__(translate("CostPanel", "Why this amount"))
        self._bench = bench
        self._close = close
        self.said: list[str] = []

    def _head(self, title: str, under: str) -> list[QWidget | int]:
        self.said = [title, under]
        shut = IconButton("x", translate("CostPanel", "Close"), self._close, 15)
        return [
            holding(row(label(title, "lead", wrap=True), None, shut)),
            label(under, "small", "secondary", wrap=True),
        ]

    def _sum(self, lines: Sequence[tuple[str, Money]], result: tuple[str, Money]) -> QWidget:
        shown = [(name, Figure(showing.money(amount), computed=False)) for name, amount in lines]
        name, amount = result
        self.said += [f"{each} {showing.money(money)}" for each, money in (*lines, result)]
        shown.append((f"= {name}", Figure(showing.money(amount), computed=False, strong=True)))
        return amounts(shown)

    def show_case(
        self, found: CaseCosts, rows: Sequence[CostRow], payers: Sequence[PayerRow]
    ) -> None:
        """Show the sum of a case, who bears its costs, and the lines still open."""
        zero = Money(0, found.spent.currency)
        parts: Parts = [
            self._head(
                translate("CostPanel", "Why {amount}").format(amount=showing.money(found.left)),
                f"{found.number}  {found.title}",
            ),
            [
                label(translate("CostPanel", "It adds up"), "strong"),
                self._sum(
                    [
                        (translate("CostPanel", "Spent"), found.spent),
                        (translate("CostPanel", "− came back"), zero - found.back),
                        (translate("CostPanel", "− written off"), zero - found.written_off),
                    ],
                    (translate("CostPanel", "not yet recovered"), found.left),
                ),
            ],
            self._payers(payers),
        ]
        open_rows = [each for each in rows if each.left.minor and not each.reversed]
        if open_rows:
            parts.append(self._lines(open_rows))
        self.show_parts(parts)

    def _payers(self, payers: Sequence[PayerRow]) -> list[QWidget | int]:
        word = self._bench.lists.word
        title = label(translate("CostPanel", "Who bears what is entered now"), "strong")
        if not payers:
            return [title, label(translate("CostPanel", "The office bears all of it."), "small")]
        pairs = [
            (showing.share(each.share), each.name or word("expense_payer", each.payer))
            for each in payers
        ]
        since = payers[0].valid_from
        said = translate("CostPanel", "since {day}").format(day=showing.day(since)) if since else ""
        return [title, facts(list(pairs)), label(said, "small", "secondary")]

    def _lines(self, rows: Sequence[CostRow]) -> list[QWidget | int]:
        word = self._bench.lists.word
        lines = []
        for each in rows[:_MOST]:
            name = f"{each.number}  {word('expense_kind', each.kind)}, {cost_state(each).text}"
            lines.append((name, Figure(showing.money(each.left), computed=False)))
        parts: list[QWidget | int] = [
            label(translate("CostPanel", "Lines still open"), "strong"),
            amounts(lines),
        ]
        if len(rows) > _MOST:
            more = translate("CostPanel", "and {count} more, under Lines")
            parts.append(label(more.format(count=len(rows) - _MOST), "small", "secondary"))
        return parts

    def show_line(self, found: CostRow) -> None:
        """Show one line: what it was for, who bears it since when, and its sum."""
        word = self._bench.lists.word
        zero = Money(0, found.base.currency)
        given_up = found.base - found.back - found.left
        own = f"{found.amount.currency} {showing.money(found.amount)}"
        pairs = [
            (translate("CostPanel", "Case"), f"{found.case_number}  {found.case_title}"),
            (translate("CostPanel", "Kind"), word("expense_kind", found.kind)),
            (translate("CostPanel", "For"), found.text),
            (translate("CostPanel", "Firm"), found.supplier),
            (translate("CostPanel", "Invoice"), found.invoice),
            (
                translate("CostPanel", "Paid in"),
                own if found.amount.currency != found.base.currency else "",
            ),
            (
                translate("CostPanel", "Borne by"),
                found.payer_name or word("expense_payer", found.payer),
            ),
            (translate("CostPanel", "State"), cost_state(found).text),
            (translate("CostPanel", "Since"), showing.day(found.since)),
            (translate("CostPanel", "Reason"), found.reason),
        ]
        lines = [
            (translate("CostPanel", "Amount"), found.base),
            (translate("CostPanel", "− came back"), zero - found.back),
            (translate("CostPanel", "− written off"), zero - given_up),
        ]
        self.show_parts(
            [
                self._head(found.number, showing.day(found.on_day)),
                [facts([(name, value) for name, value in pairs if value], 72)],
                [self._sum(lines, (translate("CostPanel", "open"), found.left))],
            ]
        )

    def show_invoice(
        self, found: InvoiceRow, rows: Sequence[InvoiceLineRow], names: dict[str, str]
    ) -> None:
        """Show a bill as printed, line by line, with its total."""
        word = self._bench.lists.word
        lines = [
            (
                f"{names.get(each.subject, each.subject)}, {word('expense_kind', each.kind)}",
                each.amount,
            )
            for each in rows
        ]
        total = (translate("CostPanel", "total, {currency}"), found.total)
        under = ", ".join(filter(None, (found.firm, showing.day(found.on_day), found.memo)))
        parts: Parts = [
            self._head(found.number, under),
            [self._sum(lines, (total[0].format(currency=found.total.currency), found.total))],
        ]
        if found.total.currency != found.base.currency:
            said = translate("CostPanel", "{amount} at the rate of its day")
            base = f"{found.base.currency} {showing.money(found.base)}"
            parts.append([label(said.format(amount=base), "small", "secondary", wrap=True)])
        texts = [f"{each.position}.  {each.text}" for each in rows if each.text]
        if texts:
            parts.append([label("\n".join(texts), "small", "secondary", wrap=True)])
        self.show_parts(parts)

    def show_claim(self, found: ClaimRow, rows: Sequence[CostRow]) -> None:
        """Show what a claim asks for, line by line."""
        word = self._bench.lists.word
        currency = found.asked.currency
        lines = [
            (f"{each.case_number}  {word('expense_kind', each.kind)}", each.left) for each in rows
        ]
        left = Money(sum(each.left.minor for each in rows), currency)
        parts: Parts = [
            self._head(f"{found.number}  {found.organisation}", showing.day(found.on_day))
        ]
        if rows:
            parts.append([self._sum(lines, (translate("CostPanel", "open"), left))])
        if found.reason:
            parts.append([label(found.reason, "small", "secondary", wrap=True)])
        self.show_parts(parts)

    def show_coming(self, found: Coming) -> None:
        """Show how the amount of a coming fee came about, step by step."""
        amount = showing.money(found.base)
        steps = [showing.words(each) for each in why_words(found)]
        self.said = steps
        shown: list[QWidget | int] = [
            label(f"{place}.  {each}", "body", wrap=True) for place, each in enumerate(steps, 1)
        ]
        pairs = [
            (translate("CostPanel", "Right"), found.right),
            (translate("CostPanel", "Case"), f"{found.case_number}  {found.case_title}"),
            (translate("CostPanel", "Safe date"), showing.day(found.safe)),
            (translate("CostPanel", "Last day"), showing.day(found.day)),
            (
                translate("CostPanel", "Borne by"),
                found.payer_name or self._bench.lists.word("expense_payer", found.payer),
            ),
        ]
        head = self._head(
            translate("CostPanel", "Why {amount}").format(amount=amount), fee_words(found)
        )
        self.said += steps
        self.show_parts([head, shown, [facts(pairs, 72)]])
