"""The lines of a report's table: sections, figures, and parts of figures."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from techmgr.core.money import Money
from techmgr.core.texts import Text, close_per_cent
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.showing import showing
from techmgr.reports.counting import Figure, Report
from techmgr.reports.paper import rounded

translate = QCoreApplication.translate
_INDENT = "\u2003"


@dataclass(frozen=True, slots=True)
class Line:
    """A section (without a figure) or a figure with its value of the year before."""

    key: str
    text: str
    item: str = ""
    value: str | None = None
    before: str | None = None
    change: str = ""
    left_out: int | None = None
    figure: Figure | None = None

    @property
    def is_section(self) -> bool:
        """Whether it heads the figures below it."""
        return self.figure is None

    @property
    def is_part(self) -> bool:
        """Whether it is a part of the figure above it."""
        return self.figure is not None and bool(self.figure.rule.part_of)


def lines_of(report: Report) -> list[Line]:
    """Return the table of a report, section by section."""
    made: list[Line] = []
    for key, section in report.scheme.sections.items():
        made.append(Line(f"section:{key}", _section(report, key, section)))
        made += [_line(report, each) for each in report.figures if each.rule.section == key]
    return made


def _section(report: Report, key: str, words: Text) -> str:
    has_money = any(each.rule.is_money for each in report.figures if each.rule.section == key)
    if not has_money:
        return showing.words(words)
    unit = report.currency
    if report.scheme.rounded > 1:
        unit = translate("Reports", "thousand {currency}").format(currency=unit)
    return showing.listed(showing.words(words), unit)


def _line(report: Report, figure: Figure) -> Line:
    before = report.value_in(report.year - 1, figure.rule.code)
    indent = _INDENT if figure.rule.part_of else ""
    return Line(
        figure.rule.code,
        indent + showing.words(figure.rule.label),
        figure.rule.item,
        _shown(report, figure, figure.value),
        None if before is None else _shown(report, figure, before),
        _change(figure, before),
        len(figure.left_out),
        figure,
    )


def _shown(report: Report, figure: Figure, value: int) -> str:
    if not figure.rule.is_money:
        return showing.number(value)
    if report.scheme.rounded > 1:
        return showing.number(rounded(value, report))
    return showing.money(Money(value, report.currency))


def _change(figure: Figure, before: int | None) -> str:
    """Return the change on the year before: of a count in whole numbers, of money in per cent.

    2,431,608.15 after 2,285,346.00 is +6.4 %.
    """
    if before is None or before == figure.value:
        return ""
    sign = "+" if figure.value > before else "−"
    difference = abs(figure.value - before)
    if not figure.rule.is_money:
        return f"{sign}{difference:,}"
    if before <= 0:
        return ""
    tenths = (difference * 2000 + before) // (2 * before)
    change = f"{sign}{tenths // 10:,}.{tenths % 10}\u202f%"
    return close_per_cent(change, showing.language)


def figure_columns(report: Report | None) -> list[Column]:
    """Return the columns of the table, headed by the years."""
    year = report.year if report else 0
    return [
        Column(
            "text",
            translate("Reports", "Figure"),
            stretch=True,
            sortable=False,
            strong=lambda line: line.is_section,
            tone=lambda line: "text_secondary" if line.is_part else "",
        ),
        Column(
            "item", translate("Reports", "Item"),
            width=56, sortable=False, secondary=True, gives_up=1,
        ),
        Column(
            "value", _year(year), Kind.NUMBER, width=124, sortable=False, show=_text,
            computed=lambda line: not line.is_section,
            strong=lambda line: not line.is_part,
        ),
        Column(
            "before", _year(year - 1), Kind.NUMBER,
            width=118, sortable=False, secondary=True, show=_text,
        ),
        Column(
            "change", translate("Reports", "Change"), Kind.NUMBER,
            width=84, sortable=False, show=_text, gives_up=2,
        ),
        Column(
            "left_out", translate("Reports", "Left out"), Kind.NUMBER,
            width=70, sortable=False, secondary=True, show=_count, gives_up=3,
        ),
    ]  # fmt: skip


def _year(year: int) -> str:
    return translate("Reports", "FY {year}").format(year=year) if year > 0 else ""


def _text(value: str | None) -> str:
    return value or ""


def _count(value: int | None) -> str:
    return str(value) if value else ""
