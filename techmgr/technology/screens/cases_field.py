"""One case found while typing, and a table of several cases with their shares."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.shares import WHOLE
from techmgr.desktop.choices import Option, Picker
from techmgr.desktop.fields import ShareField
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.storage import search
from techmgr.technology.case_shares import Parts, parts_over

translate = QCoreApplication.translate


def case_picker(bench: Bench, **named: Any) -> Picker:
    """Any case, found by number, title or abstract."""

    def find(typed: str) -> list[Option]:
        hits = bench.office.read(search.find, typed, kinds=("case",), limit=20)
        return [Option(hit.reference.id, hit.detail, hit.title) for hit in hits]

    placeholder = translate("CasesField", "Type a number or a word")
    return Picker(bench.jobs, find, placeholder=placeholder, **named)


def cases_field(bench: Bench, *, name: str, hint: str = "") -> RowsField:
    """Cases with their shares; no share said means alike."""
    return RowsField(
        [
            RowColumn("case", translate("CasesField", "Case"), lambda: case_picker(bench), stretch=2),
            RowColumn("share", translate("CasesField", "Share"), ShareField, width=96, right=True),
        ],
        name=name,
        title=translate("CasesField", "Cases"),
        hint=hint or translate("CasesField", "Several cases without shares share alike."),
        add=translate("CasesField", "Add case"),
        add_key="Alt+A",
        total=_total,
    )  # fmt: skip


def _total(rows: list[dict[str, Any]]) -> tuple[str, str, str]:
    shares = [row["share"] for row in rows if row["share"] is not None]
    whole = sum(shares, Fraction(0))
    if not shares:
        return "share", "", ""
    return "share", showing.share(whole), "ok_text" if whole == WHOLE else "danger_text"


def parts_of(rows: Sequence[dict[str, Any]], field: str) -> Parts:
    """What a request wants of the table: cases with shares that make one; none for an empty table."""
    named = [(row["case"], row["share"]) for row in rows if row["case"] is not None]
    return parts_over(named, field)


def case_rows(cases: Sequence[tuple[int, str, Fraction | None]]) -> list[dict[str, Any]]:
    """What the table shows for cases: id, number, share; one that takes all has no share to show."""
    alone = len(cases) == 1
    return [
        {"case": Option(case, number), "share": None if alone else share}
        for case, number, share in cases
    ]
