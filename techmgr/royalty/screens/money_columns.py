"""The columns of the lists of money."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.shares import show_share
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.ledger.queries import ExpenseRow, ReceiptRow
from techmgr.office.screens.bench import Bench

translate = QCoreApplication.translate


def run_columns(_bench: Bench) -> list[Column]:
    """Distributions, newest first."""
    return [
        Column("number", translate("MoneyColumns", "Number"), width=90),
        Column("through", translate("MoneyColumns", "Received up to"), Kind.DATE, width=130),
        Column(
            "state", translate("MoneyColumns", "State"), Kind.STATE, width=190, value=_run_state
        ),
        Column("drafted_by", translate("MoneyColumns", "Drafted by"), stretch=True, gives_up=1),
        Column("approved_by", translate("MoneyColumns", "Approved by"), stretch=True, gives_up=2),
        Column("posted_on", translate("MoneyColumns", "Posted"), Kind.DATE, gives_up=3),
        Column(
            "gross", translate("MoneyColumns", "Received"), Kind.MONEY, width=130, computed=True
        ),
        Column("net", translate("MoneyColumns", "Net"), Kind.MONEY, width=130, computed=True),
    ]


def _run_state(each: Any) -> Marked:
    return {
        "draft": Marked(State.ACTIVE, translate("MoneyColumns", "draft")),
        "approved": Marked(State.ACTIVE, translate("MoneyColumns", "approved, not posted")),
        "posted": Marked(State.WAITING, translate("MoneyColumns", "posted, not paid out")),
        "paid": Marked(State.DONE, translate("MoneyColumns", "paid out")),
        "reversed": Marked(State.WAIVED, translate("MoneyColumns", "reversed")),
    }[each.state]


def receipt_columns(bench: Bench) -> list[Column]:
    """Receipts, newest first."""
    word = bench.lists.word
    return [
        Column("number", translate("MoneyColumns", "Number"), width=90, tone=_struck),
        Column("received", translate("MoneyColumns", "Received"), Kind.DATE),
        Column("payer", translate("MoneyColumns", "From"), stretch=True),
        Column(
            "income_type",
            translate("MoneyColumns", "Kind of income"),
            width=170,
            gives_up=1,
            secondary=True,
            value=lambda each: word("income_type", each.income_type),
        ),
        Column(
            "memo", translate("MoneyColumns", "Remark"), width=180, gives_up=2, secondary=True,
            value=_remark,
        ),
        Column("currency", translate("MoneyColumns", "Cur."), width=56, value=_currency),
        Column("gross", translate("MoneyColumns", "Gross"), Kind.MONEY, width=130, tone=_struck),
        Column("base", translate("MoneyColumns", "In the office's"), Kind.MONEY, width=130,
               tone=_struck, gives_up=3),
    ]  # fmt: skip


def expense_columns(bench: Bench) -> list[Column]:
    """Expenses, newest first."""
    word = bench.lists.word
    states = {
        "recoverable": Marked(State.WAITING, translate("MoneyColumns", "to recover")),
        "invoiced": Marked(State.WAITING, translate("MoneyColumns", "invoiced")),
        "recovered": Marked(State.DONE, translate("MoneyColumns", "recovered")),
        "written_off": Marked(State.WAIVED, translate("MoneyColumns", "written off")),
    }
    return [
        Column("number", translate("MoneyColumns", "Number"), width=90, tone=_struck),
        Column("on_day", translate("MoneyColumns", "Day"), Kind.DATE),
        Column("supplier", translate("MoneyColumns", "Paid to"), stretch=True),
        Column(
            "kind", translate("MoneyColumns", "Kind"), width=140, gives_up=1, secondary=True,
            value=lambda each: word("expense_kind", each.kind),
        ),
        Column("invoice", translate("MoneyColumns", "Invoice"), width=120, gives_up=2,
               secondary=True),
        Column("state", translate("MoneyColumns", "State"), Kind.STATE, width=150, gives_up=3,
               value=lambda each: states.get(each.state)),
        Column("amount", translate("MoneyColumns", "Amount"), Kind.MONEY, width=130, tone=_struck),
        Column("recovered", translate("MoneyColumns", "Recovered"), Kind.MONEY, width=130,
               computed=True),
    ]  # fmt: skip


def payee_columns(_bench: Bench) -> list[Column]:
    """Everybody who gets a part: what is owed, what is held and since when."""
    return [
        Column("name", translate("MoneyColumns", "Payee"), stretch=True),
        Column("account", translate("MoneyColumns", "Paid to"), width=160, secondary=True,
               gives_up=1, value=lambda each: each.account or ""),
        Column("lifetime", translate("MoneyColumns", "All years"), Kind.MONEY, width=130,
               computed=True, gives_up=2),
        Column("owed", translate("MoneyColumns", "Owed now"), Kind.MONEY, width=130, computed=True),
        Column("held", translate("MoneyColumns", "Held"), Kind.MONEY, width=130, computed=True),
        Column("held_since", translate("MoneyColumns", "Held since"), Kind.DATE, width=110,
               gives_up=3),
    ]  # fmt: skip


def account_columns(_bench: Bench) -> list[Column]:
    """The trial balance of the fiscal year: debits positive."""
    return [
        Column("name", translate("MoneyColumns", "Account"), stretch=True,
               value=lambda each: showing.words(each.name)),
        Column("currency", translate("MoneyColumns", "Cur."), width=56),
        Column("opening", translate("MoneyColumns", "Opening"), Kind.MONEY, width=130, gives_up=2),
        Column("debit", translate("MoneyColumns", "Debit"), Kind.MONEY, width=130, gives_up=1),
        Column("credit", translate("MoneyColumns", "Credit"), Kind.MONEY, width=130, gives_up=1),
        Column("closing", translate("MoneyColumns", "Closing"), Kind.MONEY, width=140,
               computed=True),
        Column("entries", translate("MoneyColumns", "Entries"), Kind.NUMBER, width=80, gives_up=3),
    ]  # fmt: skip


def rate_columns(_bench: Bench) -> list[Column]:
    """Exchange rates, newest first."""
    return [
        Column("currency", translate("MoneyColumns", "Currency"), width=100),
        Column("on_day", translate("MoneyColumns", "From the day"), Kind.DATE, width=130),
        Column("rate", translate("MoneyColumns", "Rate"), Kind.SHARE, width=140, show=_decimal),
        Column("base_currency", translate("MoneyColumns", "In"), width=80),
        Column("publisher", translate("MoneyColumns", "Published by"), stretch=True),
    ]


def policy_columns(bench: Bench) -> list[Column]:
    """The office's policies by name, each with its versions, newest first."""
    chosen_by = {
        "received": translate("MoneyColumns", "day of receipt"),
        "disclosed": translate("MoneyColumns", "day of disclosure"),
        "reported": translate("MoneyColumns", "day the office was told"),
        "signed": translate("MoneyColumns", "day of signature"),
    }
    word = bench.lists.word
    return [
        Column("title", translate("MoneyColumns", "Policy"), stretch=True),
        Column("valid_from", translate("MoneyColumns", "From"), Kind.DATE, width=130),
        Column("valid_until", translate("MoneyColumns", "Until"), Kind.DATE, width=130),
        Column(
            "selected_by", translate("MoneyColumns", "Chosen by"), width=150, gives_up=2,
            value=lambda each: chosen_by.get(each.selected_by, each.selected_by),
        ),
        Column(
            "income", translate("MoneyColumns", "Kinds of income"), width=130, gives_up=1,
            secondary=True,
            value=lambda each: ", ".join(word("income_type", code) for code in each.income),
        ),
        Column("events", translate("MoneyColumns", "Used"), Kind.NUMBER, width=80, gives_up=3),
        Column("name", translate("MoneyColumns", "Name"), width=140, secondary=True, gives_up=4),
    ]  # fmt: skip


def _decimal(rate: Any) -> str:
    """Show a rate as published: a decimal where it is one, else the fraction."""
    scaled = rate * 10**6
    if scaled.denominator == 1:
        return f"{Decimal(int(scaled)).scaleb(-6).normalize():f}"
    return show_share(rate)


def _struck(each: ReceiptRow | ExpenseRow) -> str:
    return "text_disabled" if each.reversed else ""


def _remark(each: ReceiptRow) -> str:
    return f"↩ {each.memo}" if each.reversed else each.memo


def _currency(each: ReceiptRow) -> str:
    return each.gross.currency
