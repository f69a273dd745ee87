"""The columns of the list of cases."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.casefile.queries_rows import CaseRow
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.states import State
from techmgr.office.screens.bench import Bench

translate = QCoreApplication.translate
_TONES = {"due_soon": "warn_text", "overdue": "danger_text"}


def case_columns(bench: Bench) -> list[Column]:
    """Case, title, manager, the nine steps, state, the next date and what for, this year's income."""
    words = bench.lists.word

    def worded(name: str, code: str) -> str:
        return words(name, code) if code else ""

    def tone(row: CaseRow) -> str:
        return _TONES.get(row.next_state, "")

    return [
        Column("number", translate("CaseColumns", "Case"), width=74),
        Column("title", translate("CaseColumns", "Title"), stretch=True, tip=lambda row: row.title),
        Column(
            "manager", translate("CaseColumns", "Mgr"), width=38, gives_up=5, secondary=True,
            value=lambda row: row.initials, tip=lambda row: row.manager,
        ),
        Column(
            "steps", translate("CaseColumns", "Steps"), Kind.STRIP, sortable=False,
            value=lambda row: tuple(State(each) for each in row.steps),
        ),
        Column(
            "status", translate("CaseColumns", "State"), width=118, gives_up=4, secondary=True,
            value=lambda row: worded("case_status", row.status),
        ),
        Column(
            "next_day", translate("CaseColumns", "Next date"), Kind.DATE, width=124,
            tone=tone, strong=lambda row: bool(row.next_state),
        ),
        Column(
            "next_what", translate("CaseColumns", "What"), width=126, secondary=True,
            sortable=False, gives_up=3,
        ),
        Column(
            "income", translate("CaseColumns", "FY income"), Kind.MONEY, width=104, computed=True
        ),
        Column(
            "department", translate("CaseColumns", "Department"), hidden=True, secondary=True,
            gives_up=1,
        ),
        Column("received", translate("CaseColumns", "Received"), Kind.DATE, hidden=True, gives_up=2),
        _listed("field", "field", translate("CaseColumns", "Field"), worded),
        _listed("type", "case_type", translate("CaseColumns", "Type"), worded),
    ]  # fmt: skip


def _listed(key: str, name: str, title: str, worded: Any) -> Column:
    return Column(
        key,
        title,
        hidden=True,
        secondary=True,
        sortable=False,
        gives_up=1,
        value=lambda row: worded(name, getattr(row, key)),
    )
