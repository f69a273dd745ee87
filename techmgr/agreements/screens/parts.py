"""The tables of an agreement's page."""

from PySide6.QtCore import QCoreApplication

from techmgr.agreements.queries import TermRow
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.office.screens.bench import Bench

translate = QCoreApplication.translate


def term_table(bench: Bench) -> RecordTable:
    """Terms with clause, amount or rate, and when they are due."""
    word = bench.lists.word
    return RecordTable(
        [
            Column("clause", translate("AgreementParts", "Clause"), width=80, secondary=True),
            Column(
                "kind", translate("AgreementParts", "Term"), stretch=True,
                value=lambda each: word("term_kind", each.kind),
            ),
            Column("text", translate("AgreementParts", "Words"), stretch=True, secondary=True),
            Column("amount", translate("AgreementParts", "Amount"), Kind.TEXT, width=150, value=_amount),
            Column("due", translate("AgreementParts", "Due"), width=170, value=_due),
            Column("from_day", translate("AgreementParts", "From"), Kind.DATE),
            Column("until_day", translate("AgreementParts", "Until"), Kind.DATE),
        ],
        name=translate("AgreementParts", "Terms"),
        identity=lambda each: each.id,
    )  # fmt: skip


def _amount(each: TermRow) -> str:
    if each.amount is not None:
        return f"{each.amount.currency} {showing.money(each.amount)}"
    return showing.share(each.rate) if each.rate is not None else ""


def _due(each: TermRow) -> str:
    if each.due is not None:
        return showing.day(each.due)
    often = {
        "once": translate("AgreementParts", "once"),
        "quarterly": translate("AgreementParts", "quarterly"),
        "yearly": translate("AgreementParts", "yearly"),
    }.get(each.periodic, "")
    if each.days_after is None or not often:
        return often
    text = translate("AgreementParts", "{often}, {days} days after")
    return text.format(often=often, days=each.days_after)


def case_table() -> RecordTable:
    """Cases with their exact shares; Enter opens one."""
    return RecordTable(
        [
            Column("number", translate("AgreementParts", "Case"), width=90),
            Column("title", translate("AgreementParts", "Title"), stretch=True),
            Column("share", translate("AgreementParts", "Share"), Kind.SHARE, width=110),
        ],
        name=translate("AgreementParts", "Cases"),
        identity=lambda each: each.case_id,
    )


def receipt_table(bench: Bench) -> RecordTable:
    """What was received under the agreement."""
    word = bench.lists.word
    return RecordTable(
        [
            Column("number", translate("AgreementParts", "Number"), width=90),
            Column("received", translate("AgreementParts", "Received"), Kind.DATE),
            Column(
                "income_type", translate("AgreementParts", "Kind of income"), stretch=True,
                value=lambda each: word("income_type", each.income_type),
            ),
            Column("memo", translate("AgreementParts", "Remark"), stretch=True, secondary=True),
            Column("gross", translate("AgreementParts", "Gross"), Kind.MONEY, width=130),
        ],
        name=translate("AgreementParts", "Receipts"),
        identity=lambda each: each.id,
    )  # fmt: skip


def file_table() -> RecordTable:
    """Documents of the agreement."""
    return RecordTable(
        [
            Column("name", translate("AgreementParts", "Document"), stretch=True),
        ],
        name=translate("AgreementParts", "Documents"),
        identity=lambda each: each.id,
    )
