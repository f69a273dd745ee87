"""What is coming: each fiscal year against its budget, and the fees grouped by period, case or payer."""

from datetime import date

from babel.dates import format_date
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QStackedWidget, QWidget

from techmgr.core.money import Money
from techmgr.desktop.filtering import View, ViewTabs
from techmgr.desktop.grouping import Group, GroupedTable
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN
from techmgr.desktop.widgets import column, holding, label, line, row
from techmgr.office.screens.bench import Bench
from techmgr.patents.forecast import Budget, By, Coming, Sum, summed
from techmgr.patents.queries_forecast import Forecast, forecast
from techmgr.patents.screens.cost_columns import coming_columns, fee_words


class ForecastView(QWidget):
    """Groups follow the tabs; a group's heading says its sum, and what of it has no amount."""

    current_changed = Signal()
    why_wanted = Signal()
    opened = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._by = By.QUARTER
        self._typed: list[str] = []
        self.found: Forecast | None = None
        self.tabs = ViewTabs()
        self.tabs.chosen.connect(lambda key: self.show_by(By(key)))
        self.table = GroupedTable(
            coming_columns(bench), name=self.tr("Coming costs"), identity=lambda each: each.id
        )
        self.table.edge = PAGE_MARGIN
        self.table.current_changed.connect(lambda _: self.current_changed.emit())
        self.table.why.connect(lambda *_: self.why_wanted.emit())
        self.table.opened.connect(lambda _: self.opened.emit())
        self._grid = QGridLayout()
        self._grid.setContentsMargins(16, 2, 16, 10)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(3)
        empty = EmptyState(
            self.tr("Nothing is coming"),
            self.tr("Granted patents and filings bring their fees here through their deadlines."),
            [],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        tools = row(self.tabs, margins=(16, 6, 16, 6))
        years = QWidget()
        years.setLayout(self._grid)
        parts = column(holding(row(years, None)), line(), tools, self._stack)
        parts.setStretch(3, 1)
        self.setLayout(parts)

    def load(self) -> None:
        """Read again."""
        today = self._bench.office.today
        self._bench.read(forecast, today, owner=self, then=self._show, key="forecast")

    def narrow(self, typed: str) -> None:
        """Show what begins with the words typed."""
        self._typed = typed.casefold().split()
        self._regroup()

    def show_by(self, by: By) -> None:
        """Sum by something else."""
        self._by = by
        self._regroup()

    def next_by(self) -> None:
        """Sum by the next thing there is."""
        kinds = list(By)
        self.show_by(kinds[(kinds.index(self._by) + 1) % len(kinds)])

    def _show(self, found: Forecast) -> None:
        self.found = found
        self._show_budgets(found)
        self._regroup()

    # Budgets

    def _show_budgets(self, found: Forecast) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        heads = (
            self.tr("Fiscal year to"), self.tr("Budget"), self.tr("− spent"), self.tr("− coming"),
            self.tr("= left"), "",
        )  # fmt: skip
        for place, words in enumerate(heads):
            self._put(label(words, "small", "secondary"), 0, place)
        for number, each in enumerate(found.budgets, 1):
            self._show_budget(number, each)

    def _show_budget(self, number: int, each: Budget) -> None:
        left = each.left
        tone = "danger" if left is not None and left.minor < 0 else ""
        unknown = self.tr("{count} without an amount").format(count=each.unknown)
        cells = (
            label(showing.day(each.last)),
            label(showing.money(each.budget) if each.budget else self.tr("none set")),
            label(showing.money(each.spent)),
            label(showing.money(each.coming)),
            label(showing.money(left) if left is not None else "–", "strong", tone),
            label(unknown if each.unknown else "", "small", "warn"),
        )
        for place, cell in enumerate(cells):
            self._put(cell, number, place)

    def _put(self, cell: QLabel, at: int, place: int) -> None:
        if 0 < place < 5:
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(cell, at, place)

    # The list

    def _regroup(self) -> None:
        if self.found is None:
            return
        views = [View(by.value, words) for by, words in self._views().items()]
        self.tabs.show_views(views, self._by.value)
        items = [each for each in self.found.items if self._fits(each)]
        groups = summed(items, self._by, self.found.year_end, self.found.currency)
        self.table.search(" ".join(self._typed))
        self.table.show_groups([(self._group(each), rows) for each, rows in groups])
        self._stack.setCurrentIndex(0 if self.found.items else 1)
        self.current_changed.emit()

    def _views(self) -> dict[By, str]:
        return {
            By.MONTH: self.tr("By month"),
            By.QUARTER: self.tr("By quarter"),
            By.YEAR: self.tr("By fiscal year"),
            By.CASE: self.tr("By case"),
            By.PAYER: self.tr("By payer"),
        }

    def _group(self, each: Sum) -> Group:
        said = f"{self._period(each)}   {each.base.currency} {showing.money(each.base)}"
        foreign = [own for own in each.own if own.currency != each.base.currency]
        if foreign:
            said += f"   ({', '.join(f'{own.currency} {showing.money(own)}' for own in foreign)})"
        if each.unknown:
            said += "   " + self.tr("{count} without an amount").format(count=each.unknown)
        return Group(said, "", each.count)

    def _period(self, each: Sum) -> str:
        key = each.key
        if isinstance(key, str):
            return self._bench.lists.word("expense_payer", key) if key == "office" else key
        if self._by is By.MONTH:
            month = date(key[0], key[1], 1)
            form = "yyyy年M月" if showing.language.startswith("zh") else "MMMM yyyy"
            return str(format_date(month, form, locale=showing.language))
        if self._by is By.QUARTER:
            return self.tr("{year}, quarter {quarter}").format(year=key[0], quarter=key[1])
        return self.tr("Fiscal year {year}").format(year=key[0])

    def _fits(self, each: Coming) -> bool:
        text = (
            f"{fee_words(each)} {each.right} {each.case_number} {each.case_title} {each.payer_name}"
        )
        parts = text.casefold().split()
        return all(
            any(part.startswith(word) or (not word.isascii() and word in part) for part in parts)
            for word in self._typed
        )

    def status(self) -> str:
        """The sum of all that is shown, and how many have no amount."""
        if self.found is None:
            return ""
        items = [each for each in self.found.items if self._fits(each)]
        known = [each.base.minor for each in items if each.base is not None]
        whole = Money(sum(known), self.found.currency)
        words = self.tr("{count} fees until {day}, {amount}, {unknown} without an amount")
        return words.format(
            count=len(items),
            day=showing.day(self.found.until),
            amount=f"<b>{whole.currency} {showing.money(whole)}</b>",
            unknown=len(items) - len(known),
        )
