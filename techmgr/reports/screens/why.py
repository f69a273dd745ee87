"""Why a figure is what it is: the rule, the records counted, and those left out with the reason."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.core.money import Money
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.facts import Glyph
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import column, holding, label, line, row
from techmgr.reports.counting import Figure, LeftOut, Looked, Report
from techmgr.reports.workbook import day_of

translate = QCoreApplication.translate


class Why(QWidget):
    """Enter on a record opens it."""

    def __init__(self, opened: Callable[[Looked], object]) -> None:
        super().__init__()
        self.title = label("", "strong", wrap=True)
        self.rule = label("", "small", "secondary", wrap=True)
        self.counted_head = label("", "strong")
        self.left_head = label("", "strong")
        self._report: Report | None = None
        self._figure: Figure | None = None
        self.counted = RecordTable(self._columns(), name=self.tr("Counted"))
        self.left_out = RecordTable(_left_columns(), name=self.tr("Left out"))
        for table in (self.counted, self.left_out):
            table.edge = PAGE_MARGIN
        self.counted.opened.connect(opened)
        self.left_out.opened.connect(lambda each: opened(each.record))
        head = column(self.title, 4, self.rule, margins=(16, 12, 16, 10))
        counted_row = row(Glyph(State.DONE), self.counted_head, None, margins=(16, 8, 16, 4))
        left_row = row(
            Glyph(State.WAIVED), self.left_head,
            label(self.tr("with the reason printed in the report"), "small", "tertiary"), None,
            margins=(16, 8, 16, 4),
        )  # fmt: skip
        self._left = holding(column(line(), left_row))
        parts = column(head, line(), counted_row, self.counted, self._left, self.left_out)
        parts.setStretch(3, 3)
        parts.setStretch(5, 2)
        self.setLayout(parts)
        self.setFocusProxy(self.counted)

    def show_figure(self, report: Report, figure: Figure) -> None:
        """Exchange what is shown."""
        self._report, self._figure = report, figure
        label_ = showing.words(figure.rule.label)
        value = (
            showing.money(Money(figure.value, report.currency))
            if figure.rule.is_money
            else showing.number(figure.value)
        )
        self.title.setText(self.tr("Why {value}: {figure}").format(value=value, figure=label_))
        looked = self.tr("Looked at {looked}: {counted} counted, {left} left out.").format(
            looked=showing.number(figure.looked_at),
            counted=showing.number(len(figure.counted)),
            left=showing.number(len(figure.left_out)),
        )
        self.rule.setText(f"{showing.words(figure.rule.definition)} {looked}")
        self.counted_head.setText(
            self.tr("Counted, {count}").format(count=showing.number(len(figure.counted)))
        )
        self.left_head.setText(
            self.tr("Left out, {count}").format(count=showing.number(len(figure.left_out)))
        )
        is_money = figure.rule.is_money or bool(figure.rule.each)
        self.counted.arrangement.show_column("minor", shown=is_money)
        self.counted.show_rows(figure.counted)
        self.left_out.show_rows(figure.left_out)
        for widget in (self._left, self.left_out):
            widget.setVisible(bool(figure.left_out))

    def _columns(self) -> list[Column]:
        return [
            Column("number", self.tr("Number"), width=84),
            Column("what", self.tr("What"), stretch=True),
            Column("further", "", width=168, value=_further, secondary=True),
            Column("day", self.tr("Day"), Kind.DATE, value=self._day),
            Column("minor", self.tr("Amount"), Kind.MONEY, value=self._amount, hidden=True),
        ]

    def _day(self, record: Looked) -> date | None:
        return day_of(self._figure, record) if self._figure else None

    def _amount(self, record: Looked) -> Money | None:
        return Money(record.minor, self._report.currency) if self._report else None


def _left_columns() -> list[Column]:
    return [
        Column("number", translate("Reports", "Number"), width=96, value=_number),
        Column("what", translate("Reports", "What"), stretch=True, value=_what),
        Column("reason", translate("Reports", "Reason"), width=230, tone=lambda _: "warn_text"),
    ]


def _number(left: LeftOut) -> str:
    return left.record.number


def _what(left: LeftOut) -> str:
    return left.record.what


def _further(record: Looked) -> str:
    parts = (record.exclusivity_words, record.size_words)
    words = [showing.words(each) for each in parts]
    return ", ".join(each for each in words if each) or showing.words(record.kind_words)
