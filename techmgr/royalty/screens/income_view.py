"""Income at a glance: by year and kind, the cases that earned most, where the money of a run went."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from techmgr.core.money import Money
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import column, holding, label, row
from techmgr.office.screens.lists import Lists
from techmgr.royalty.income_paper import by_year, top_cases
from techmgr.royalty.queries_income import Income
from techmgr.royalty.screens.chart import WaterfallChart
from techmgr.royalty.screens.income_charts import RankedChart, StackedChart


@dataclass(frozen=True, slots=True)
class IncomeRow:
    """One kind of income (or all together) with an amount for each year."""

    kind: str
    amounts: tuple[Money, ...]
    is_total: bool = False


class IncomeView(QScrollArea):
    """Three charts over a table of the same values, which can be copied."""

    def __init__(self, lists: Lists, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = lists
        self.years = StackedChart(self.tr("Income by fiscal year and kind"))
        self.top = RankedChart(self.tr("Cases that earned most, all years"))
        self.went = WaterfallChart()
        self._went_title = label("", "strong")
        self._currency = label("", "small", "tertiary")
        self.table = RecordTable(
            [Column("kind", self.tr("Kind of income"), stretch=True)],
            name=self.tr("Income by fiscal year and kind"),
            identity=lambda each: each.kind,
        )
        self._slot = row(self.table, gap=0)
        self._arrange()

    def _arrange(self) -> None:
        left = column(label(self.tr("Income by fiscal year and kind"), "strong"), 6, self.years)
        right = column(
            label(self.tr("Cases that earned most, all years"), "strong"), 6, self.top, None
        )
        charts = row(holding(left), holding(right), gap=32)
        charts.setStretch(0, 1)
        charts.setStretch(1, 1)
        below = column(self._went_title, 6, self.went)
        parts = column(
            self._currency, 10, charts, 18, holding(below), 18, holding(self._slot), None,
            margins=(16, 12, 16, 16),
        )  # fmt: skip
        self.setWidget(holding(parts))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusProxy(self.table)

    def show_income(self, found: Income) -> None:
        """Show the income of the office."""
        text = self.tr("Gross, in {currency}; repaid patent costs are not in it.")
        self._currency.setText(text.format(currency=found.currency))
        self.years.show_chart(by_year(found, self._word, showing.language))
        self.top.show_chart(top_cases(found))
        title = self.tr("Where the money of {run} went").format(run=found.run)
        self._went_title.setText(title if found.went else "")
        self.went.setVisible(bool(found.went))
        self.went.show_stations(found.went)
        self._show_table(found)

    def _word(self, kind: str) -> str:
        return self._lists.word("income_type", kind)

    def _show_table(self, found: Income) -> None:
        """The years differ from office to office: the table is made for them."""
        columns = [
            Column("kind", self.tr("Kind of income"), stretch=True, strong=_is_total),
            *(
                Column(
                    f"year_{each.year}", self.tr("FY {year}").format(year=each.year), Kind.MONEY,
                    width=120, strong=_is_total, sortable=False,
                    value=partial(_amount_at, at),
                )
                for at, each in enumerate(found.years)
            ),
        ]  # fmt: skip
        name = self.tr("Income by fiscal year and kind")
        fresh = RecordTable(columns, name=name, identity=lambda each: each.kind)
        rows = [
            IncomeRow(self._word(kind), tuple(year.amounts[at] for year in found.years))
            for at, kind in enumerate(found.kinds)
        ]
        if rows:
            totals = tuple(year.total for year in found.years)
            rows.append(IncomeRow(self.tr("Together"), totals, is_total=True))
        fresh.show_rows(rows)
        fresh.setMinimumHeight(32 + 27 * max(len(rows), 1))
        had_keyboard = self.table.hasFocus()
        self._slot.replaceWidget(self.table, fresh)
        self.table.hide()
        self.table.deleteLater()
        self.table = fresh
        self.setFocusProxy(fresh)
        if had_keyboard:
            fresh.setFocus()


def _amount_at(at: int, each: IncomeRow) -> Money:
    return each.amounts[at]


def _is_total(each: IncomeRow) -> bool:
    return each.is_total
