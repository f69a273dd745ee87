"""The columns of the lists of costs."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.texts import words
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.ledger.queries_costs import ClaimRow, CostRow, InvoiceRow
from techmgr.office.screens.bench import Bench
from techmgr.patents.fees import KINDS
from techmgr.patents.forecast import Coming
from techmgr.patents.queries_forecast import FeeRow

translate = QCoreApplication.translate
Columns = list[Column]


def case_columns(_bench: Bench) -> Columns:
    """Where the costs of each case stand: spent = back + written off + left."""
    money: dict[str, Any] = {"kind": Kind.MONEY, "width": 112}
    return [
        Column("number", translate("CostColumns", "Case"), width=92),
        Column("title", translate("CostColumns", "Title"), width=150, stretch=True, secondary=True),
        Column("spent", translate("CostColumns", "Spent"), computed=True, **money),
        Column("back", translate("CostColumns", "Came back"), computed=True, **money),
        Column("written_off", translate("CostColumns", "Written off"), gives_up=1, computed=True, **money),
        Column("others", translate("CostColumns", "Others owe"), gives_up=3, computed=True, **money),
        Column("asked", translate("CostColumns", "Asked for"), gives_up=2, computed=True, **money),
        Column(
            "left", translate("CostColumns", "Not yet recovered"), computed=True,
            strong=lambda row: row.left.minor > 0, kind=Kind.MONEY, width=130,
        ),
    ]  # fmt: skip


def line_columns(bench: Bench) -> Columns:
    """Lines of costs: what one payer bears, and how far it came back."""
    word = bench.lists.word
    return [
        Column("number", translate("CostColumns", "Number"), width=84, tone=_struck),
        Column("on_day", translate("CostColumns", "Day"), Kind.DATE, width=94),
        Column("case_number", translate("CostColumns", "Case"), width=84, tip=lambda row: row.case_title),
        Column(
            "kind", translate("CostColumns", "Kind"), width=104, secondary=True, gives_up=1,
            value=lambda row: word("expense_kind", row.kind), tip=lambda row: row.text,
        ),
        Column(
            "supplier", translate("CostColumns", "Firm"), width=140, stretch=True, secondary=True,
            gives_up=2,
        ),
        Column(
            "payer", translate("CostColumns", "Borne by"), width=130, stretch=True,
            value=payer_words(bench), tip=payer_words(bench),
        ),
        Column("state", translate("CostColumns", "State"), Kind.STATE, width=166, value=cost_state,
               tip=lambda row: row.reason),
        Column("base", translate("CostColumns", "Amount"), Kind.MONEY, width=100, tone=_struck, gives_up=3),
        Column("left", translate("CostColumns", "Open"), Kind.MONEY, width=100, computed=True),
    ]  # fmt: skip


def payer_words(bench: Bench) -> Callable[[CostRow], str]:
    """Who bears a line: by name, else by what they are."""

    def said(row: CostRow) -> str:
        return row.payer_name or bench.lists.word("expense_payer", row.payer)

    return said


def cost_state(row: CostRow) -> Marked:
    """The state of a line, with the claim it stands on."""
    if row.reversed:
        return Marked(State.WAIVED, translate("CostColumns", "reversed"))
    invoiced = translate("CostColumns", "invoiced, {claim}").format(claim=row.claim)
    partly = translate("CostColumns", "partly recovered")
    return {
        "recoverable": Marked(
            State.WAITING, partly if row.back.minor else translate("CostColumns", "to recover")
        ),
        "invoiced": Marked(State.ACTIVE, invoiced),
        "recovered": Marked(State.DONE, translate("CostColumns", "recovered")),
        "written_off": Marked(State.WAIVED, translate("CostColumns", "written off")),
    }[row.state]


def invoice_columns(_bench: Bench) -> Columns:
    """Firms' bills, newest first."""
    return [
        Column("number", translate("CostColumns", "Invoice"), width=130, tone=_struck),
        Column("on_day", translate("CostColumns", "Dated"), Kind.DATE),
        Column("firm", translate("CostColumns", "Firm"), width=120, stretch=True),
        Column("lines", translate("CostColumns", "Lines"), Kind.NUMBER, width=60, gives_up=2),
        Column("state", translate("CostColumns", "State"), Kind.STATE, width=178, value=_paid),
        Column("currency", translate("CostColumns", "Cur."), width=56, value=lambda row: row.total.currency),
        Column("total", translate("CostColumns", "Total"), Kind.MONEY, width=120, tone=_struck),
        Column("base", translate("CostColumns", "In the office's"), Kind.MONEY, width=120, tone=_struck,
               gives_up=1, computed=lambda row: row.total.currency != row.base.currency),
    ]  # fmt: skip


def _paid(row: InvoiceRow) -> Marked:
    if row.reversed:
        return Marked(State.WAIVED, translate("CostColumns", "reversed"))
    if row.paid_on is not None:
        text = translate("CostColumns", "paid {day}").format(day=showing.day(row.paid_on))
        return Marked(State.DONE, text)
    if row.due_on is not None:
        text = translate("CostColumns", "to pay by {day}").format(day=showing.day(row.due_on))
        late = row.due_on < showing.today
        return Marked(State.OVERDUE if late else State.WAITING, text)
    return Marked(State.WAITING, translate("CostColumns", "not paid"))


def claim_columns(_bench: Bench) -> Columns:
    """Claims for costs, newest first."""
    states = {
        "open": Marked(State.ACTIVE, translate("CostColumns", "asked for")),
        "settled": Marked(State.DONE, translate("CostColumns", "settled")),
        "withdrawn": Marked(State.WAIVED, translate("CostColumns", "withdrawn")),
    }

    def state(row: ClaimRow) -> Marked:
        return states[row.state]

    return [
        Column("number", translate("CostColumns", "Claim"), width=90),
        Column("on_day", translate("CostColumns", "Day"), Kind.DATE),
        Column("organisation", translate("CostColumns", "From"), width=140, stretch=True),
        Column("state", translate("CostColumns", "State"), Kind.STATE, width=120, value=state,
               tip=lambda row: row.reason),
        Column("asked", translate("CostColumns", "Asked for"), Kind.MONEY, width=120, computed=True),
        Column("back", translate("CostColumns", "Came back"), Kind.MONEY, width=120, computed=True, gives_up=1),
        Column("left", translate("CostColumns", "Open"), Kind.MONEY, width=120, computed=True),
    ]  # fmt: skip


def coming_columns(bench: Bench) -> Columns:
    """What is coming: the day, the fee, the right, who bears it, and the amounts."""
    word = bench.lists.word
    return [
        Column("day", translate("CostColumns", "Last day"), Kind.DATE, width=130, sortable=False,
               tone=lambda row: "danger_text" if row.day < showing.today else ""),
        Column("what", translate("CostColumns", "Fee"), width=130, stretch=True, sortable=False, value=fee_words),
        Column("right", translate("CostColumns", "Right"), width=124, secondary=True, sortable=False,
               tip=lambda row: row.right),
        Column("case_number", translate("CostColumns", "Case"), width=84, sortable=False, gives_up=1,
               tip=lambda row: row.case_title),
        Column(
            "payer", translate("CostColumns", "Borne by"), width=120, sortable=False, secondary=True,
            gives_up=2, value=lambda row: row.payer_name or word("expense_payer", row.payer),
        ),
        Column("currency", translate("CostColumns", "Cur."), width=48, sortable=False, gives_up=3,
               value=lambda row: row.own.currency if row.own else ""),
        Column("own", translate("CostColumns", "Amount"), Kind.MONEY, width=104, sortable=False,
               computed=True),
        Column("base", translate("CostColumns", "In the office's"), Kind.MONEY, width=112, sortable=False,
               computed=True),
    ]  # fmt: skip


def fee_words(row: Coming) -> str:
    """The fee with its number: Maintenance fee 2."""
    name = words(row.what, showing.language)
    return f"{name} {row.number}" if row.number else name


def fee_columns(bench: Bench) -> Columns:
    """Fees: the office's estimates and the shipped schedules."""
    word = bench.lists.word
    any_ = translate("CostColumns", "any")
    return [
        Column("country", translate("CostColumns", "Country"), width=76, value=lambda row: row.fee.country),
        Column("kind", translate("CostColumns", "Fee"), width=150,
               value=lambda row: words(KINDS[row.fee.kind], showing.language)),
        Column("number", translate("CostColumns", "Year or number"), width=112,
               value=lambda row: str(row.fee.number or any_)),
        Column("size", translate("CostColumns", "Entity size"), width=112,
               value=lambda row: word("entity_size", row.fee.size) if row.fee.size else any_),
        Column("valid_from", translate("CostColumns", "Holds from"), Kind.DATE, value=lambda row: row.fee.valid_from),
        Column("source", translate("CostColumns", "By"), stretch=True, secondary=True, gives_up=1, value=_source,
               tip=_source),
        Column("currency", translate("CostColumns", "Cur."), width=56, value=lambda row: row.fee.amount.currency),
        Column("amount", translate("CostColumns", "Amount"), Kind.MONEY, width=112, value=lambda row: row.fee.amount),
    ]  # fmt: skip


COLUMNS: dict[str, Callable[[Bench], Columns]] = {
    "cases": case_columns,
    "lines": line_columns,
    "invoices": invoice_columns,
    "claims": claim_columns,
    "coming": coming_columns,
    "fees": fee_columns,
}
"""The columns of every list, by its name."""


def _source(row: FeeRow) -> str:
    if not row.fee.is_own:
        return row.fee.source
    own = translate("CostColumns", "the office's own estimate")
    return f"{own}: {row.remark}" if row.remark else own


def _struck(row: Any) -> str:
    return "text_disabled" if row.reversed else ""
