"""A report as a workbook: figures with live sums, and one sheet of records behind each of them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from techmgr.core.formats import show_full_day
from techmgr.core.money import Money
from techmgr.core.texts import Text, say, words
from techmgr.documents.content import Column, Kind
from techmgr.documents.sheets import Book, Formula, Look, Sheet, Styled, Value
from techmgr.documents.workbook import sheet_title, write
from techmgr.reports.counting import Figure, Looked, Report

Say = Callable[[str], str]
_FIGURES, _COUNTED, _AMOUNT = "Figures", "A", "H"


def write_workbook(report: Report, path: Path, language: str = "en") -> Path:
    """Write a report as XLSX: change a 1 in a list to 0, and the figure follows."""
    return write(book(report, language), path)


def book(report: Report, language: str = "en") -> Book:
    """Return a report as a workbook of plain data."""
    taken = {words(_said(_FIGURES), language).casefold()}
    titles = {
        each.rule.code: sheet_title(_sheet_name(each, language), taken) for each in report.figures
    }
    lists = [_list(report, each, titles[each.rule.code], language) for each in report.figures]
    return Book([_figures(report, titles, language), *lists], _title(report, language), language)


def _said(message: str) -> Text:
    return {
        "Figures": say("Figures"),
        "Counted": say("Counted"),
        "Left out": say("Left out"),
    }[message]


def _title(report: Report, language: str) -> str:
    return f"{words(report.scheme.label, language)}, {report.year}"


def _sheet_name(figure: Figure, language: str) -> str:
    item = f"{figure.rule.item} " if figure.rule.item else ""
    return f"{item}{words(figure.rule.label, language)}"


def _figures(report: Report, titles: dict[str, str], language: str) -> Sheet:
    columns = [
        Column(words(say("Figure"), language)),
        Column(words(say("Item"), language)),
        Column(f"{report.year}", Kind.MONEY),
        *(Column(str(year), Kind.MONEY) for year in sorted(report.before, reverse=True)),
        Column(words(say("Looked at"), language), Kind.NUMBER),
        Column(words(say("Counted by"), language)),
    ]
    rows: list[Sequence[Value | Styled]] = []
    marks: dict[int, Look] = {}
    for key, section in report.scheme.sections.items():
        marks[len(rows)] = Look.TOTAL
        rows.append([words(section, language)])
        rows += [
            _figure_row(report, each, titles[each.rule.code], language)
            for each in report.figures
            if each.rule.section == key
        ]
    return Sheet(
        words(_said(_FIGURES), language),
        columns,
        rows,
        heading=f"{report.institution}: {_title(report, language)}",
        under=_under(report, language),
        widths={0: 40, len(columns) - 1: 80},
        marks=marks,
    )


def _under(report: Report, language: str) -> str:
    about = say(
        "{first} to {last}. Amounts in {currency}. Every figure is the sum of its sheet.",
        first=show_full_day(report.first, language),
        last=show_full_day(report.last, language),
        currency=report.currency,
    )
    return words(about, language)


def _figure_row(report: Report, figure: Figure, title: str, language: str) -> list[Value | Styled]:
    indent = "    " if figure.rule.part_of else ""
    earlier = [
        _value(report, figure, report.before[year].get(figure.rule.code, 0))
        for year in sorted(report.before, reverse=True)
    ]
    return [
        indent + words(figure.rule.label, language),
        figure.rule.item,
        _live(figure, title),
        *earlier,
        figure.looked_at,
        words(figure.rule.definition, language),
    ]


def _value(report: Report, figure: Figure, value: int) -> Value:
    return Money(value, report.currency) if figure.rule.is_money else value


def _live(figure: Figure, title: str) -> Formula:
    """Return the formula of a figure: the ones of its list, or the amounts beside them."""
    first, last = 5, 4 + max(figure.looked_at, 1)
    quoted = "'" + title.replace("'", "''") + "'"
    ones = f"{quoted}!{_COUNTED}{first}:{_COUNTED}{last}"
    if not figure.rule.is_money:
        return Formula(f"=SUM({ones})", Kind.NUMBER)
    amounts = f"{quoted}!{_AMOUNT}{first}:{_AMOUNT}{last}"
    return Formula(f"=SUMPRODUCT({ones},{amounts})", Kind.MONEY)


def _list(report: Report, figure: Figure, title: str, language: str) -> Sheet:
    def said(text: Text) -> str:
        return words(text, language)

    columns = [
        Column(said(say("Counted")), Kind.NUMBER),
        Column(said(say("Number"))),
        Column(said(say("What"))),
        Column(said(say("Case"))),
        Column(said(say("Kind"))),
        Column(said(say("Further"))),
        Column(said(say("Day")), Kind.DAY),
        Column(said(say("Amount")), Kind.MONEY),
        Column(said(say("Left out because"))),
    ]
    rows: list[list[Value | Styled]] = [
        [_one(1), *_record(report, figure, each, language)] for each in figure.counted
    ]
    rows += [
        [_one(0), *_record(report, figure, each.record, language), said(each.reason)]
        for each in figure.left_out
    ]
    return Sheet(
        title,
        columns,
        rows,
        heading=words(figure.rule.label, language),
        under=words(figure.rule.definition, language),
        marks=dict.fromkeys(range(len(figure.counted), len(rows)), Look.QUIET),
        is_filtered=True,
    )


def _one(counted: int) -> Styled:
    return Styled(counted, Look.ENTERED)


def _record(report: Report, figure: Figure, record: Looked, language: str) -> list[Value | Styled]:
    further = (record.exclusivity_words, record.size_words, record.payer_words)
    shown = [words(each, language) for each in further]
    return [
        record.number,
        record.what,
        record.case_number,
        words(record.kind_words, language),
        ", ".join(each for each in (*shown, record.country) if each),
        day_of(figure, record),
        Money(record.minor, report.currency) if record.minor else None,
    ]


def day_of(figure: Figure, record: Looked) -> date | None:
    """Return the day by which a record fell into the year."""
    return record.days.get(figure.rule.day) or record.days.get("signed")
