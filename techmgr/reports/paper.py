"""A report as PDF: a cover, the year on a page with five years beside each other, and what was left out."""

from datetime import date
from pathlib import Path

from techmgr.core.formats import show_full_day, show_money
from techmgr.core.money import Money
from techmgr.core.texts import Text, say, words
from techmgr.documents import pdf
from techmgr.documents.charts import Bars, Part
from techmgr.documents.content import (
    Block,
    Chart,
    Column,
    Cover,
    Document,
    KeyFigure,
    KeyFigures,
    Kind,
    Mark,
    Note,
    PageBreak,
    Para,
    Row,
    Sender,
    SideBySide,
    Table,
    Title,
)
from techmgr.reports.counting import Figure, Looked, Report
from techmgr.reports.workbook import day_of

_HEADLINES = ("disclosures", "new_applications", "licences", "options", "us_patents", "granted")
_MOST_HEADLINES = 5
_ROWS, _MOST_PIECES = 9, 26
_TONES = (2, 1, 3, 4, 2, 5)


def write_pdf(report: Report, path: Path, today: date, language: str = "en") -> Path:
    """Write a report as PDF."""
    return pdf.write(document(report, today, language), path)


def document(report: Report, today: date, language: str = "en") -> Document:
    """Return a report as a document of plain data."""

    def said(text: Text) -> str:
        return words(text, language)

    label = words(report.scheme.label, language)
    blocks: list[Block] = [
        *_year_on_a_page(report, language),
        PageBreak(),
        Title(said(say("All figures")), label),
        _all_figures(report, language),
        *_left_out(report, language),
    ]
    return Document(
        title=f"{label} {report.year}",
        number=said(say("Annual report {year}", year=report.year)),
        day=today,
        blocks=blocks,
        sender=Sender(report.institution, report.office_name),
        language=language,
        foot=said(_source(label)),
        run=said(
            say(
                "{institution}, annual report {year}",
                institution=report.institution,
                year=report.year,
            )
        ),
        cover=_cover(report, language),
    )


def _source(label: str) -> Text:
    return say(
        "Every figure is backed by its list of records, by the definitions of: {scheme}.",
        scheme=label,
    )


def _cover(report: Report, language: str) -> Cover:
    def said(text: Text) -> str:
        return words(text, language)

    first, last = (show_full_day(day, language) for day in (report.first, report.last))
    lines = [
        said(say("Annual report, fiscal year {year}", year=report.year)),
        said(say("{first} to {last}", first=first, last=last)),
    ]
    return Cover(said(say("From disclosure to use")), lines, _pattern(report))


def _pattern(report: Report) -> list[list[tuple[int, int]]]:
    """Return the year as rows of pieces: a row for each figure, a piece for each record counted."""
    filled = [each for each in report.figures if each.counted][:_ROWS]
    return [
        [_piece(each, figure, report) for each in figure.counted[:_MOST_PIECES]]
        for figure in filled
    ]


def _piece(record: Looked, figure: Figure, report: Report) -> tuple[int, int]:
    day = day_of(figure, record)
    number = record.reference.id + ((day - report.first).days if day else 0)
    return 8 + number * 7 % 53, _TONES[number % len(_TONES)]


def _year_on_a_page(report: Report, language: str) -> list[Block]:
    def said(text: Text) -> str:
        return words(text, language)

    codes = [each.rule.code for each in report.figures]
    headlines = [code for code in _HEADLINES if code in codes][:_MOST_HEADLINES]
    blocks: list[Block] = [
        Title(said(say("The year on a page"))),
        KeyFigures([_headline(report, code, language) for code in headlines]),
    ]
    charted = [
        code for code in ("income", "disclosures", "licences", "new_applications") if code in codes
    ]
    pairs = [charted[at : at + 2] for at in range(0, len(charted), 2)]
    blocks += [SideBySide([[_bars(report, code, language)] for code in pair]) for pair in pairs]
    blocks.append(_income(report, language))
    left = sum(len(each.left_out) for each in report.figures if not each.rule.part_of)
    blocks.append(
        Note(
            said(
                say(
                    "{count} records were looked at and not counted; the reasons follow.",
                    count=left,
                )
            )
        )
    )
    return blocks


def _headline(report: Report, code: str, language: str) -> KeyFigure:
    figure = report.figure(code)
    before = report.value_in(report.year - 1, code)
    change = ""
    if before is not None:
        sign = "+" if figure.value >= before else "−"
        text = say(
            "{change} on {year}", change=f"{sign}{abs(figure.value - before)}", year=report.year - 1
        )
        change = words(text, language)
    return KeyFigure(f"{figure.value:,}", words(figure.rule.label, language), change)


def _bars(report: Report, code: str, language: str) -> Chart:
    figure = report.figure(code)
    values = {
        **{year: report.before[year].get(code, 0) for year in report.before},
        report.year: figure.value,
    }
    bars = [
        Part(str(year), values[year], _short(report, figure, values[year]))
        for year in sorted(values)
    ]
    label = figure.rule.label
    if figure.rule.is_money:
        label = say("{figure}, million {currency}", figure=label, currency=report.currency)
    return Chart(Bars(bars), words(label, language))


def _short(report: Report, figure: Figure, value: int) -> str:
    """Return a bar's number; amounts in millions with two decimals, rounded half up: 1,655,000 is 1.66."""
    if not figure.rule.is_money:
        return f"{value:,}"
    whole = int(Money(value, report.currency).decimal * 100)
    hundredths = (abs(whole) + 500_000) // 1_000_000
    return f"{'−' if value < 0 else ''}{hundredths // 100:,}.{hundredths % 100:02}"


def _income(report: Report, language: str) -> Table:
    shown = [each for each in report.figures if each.rule.is_money]
    columns = [
        Column(
            words(say("Income and costs, {currency}", currency=report.currency), language), share=3
        )
    ]
    columns += [Column(str(year), Kind.MONEY) for year in (report.year - 1, report.year)]
    rows = [
        Row(
            [
                words(each.rule.label, language),
                _plain(report, each, report.value_in(report.year - 1, each.rule.code)),
                _plain(report, each, each.value),
            ],
            indent=1 if each.rule.part_of else 0,
        )
        for each in shown
    ]
    return Table(columns, rows)


def rounded(value: int, report: Report) -> int:
    """Return an amount in the whole thousands a scheme asks for, half up: 12,500.00 is 13 thousand."""
    decimal = Money(abs(value), report.currency).decimal
    whole = int((decimal * 2 + report.scheme.rounded) // (2 * report.scheme.rounded))
    return -whole if value < 0 else whole


def _all_figures(report: Report, language: str) -> Table:
    years = [*sorted(report.before), report.year]
    columns = [
        Column(words(say("Figure"), language), share=3),
        Column(words(say("Item"), language)),
    ]
    columns += [Column(str(year), Kind.MONEY) for year in years]
    rows: list[Row] = []
    for key, section in report.scheme.sections.items():
        rows.append(Row([words(section, language)], Mark.GROUP))
        rows += [
            Row(
                [
                    words(each.rule.label, language),
                    each.rule.item,
                    *(
                        _plain(report, each, report.value_in(year, each.rule.code))
                        for year in years
                    ),
                ],
                indent=1 if each.rule.part_of else 0,
            )
            for each in report.figures
            if each.rule.section == key
        ]
    return Table(columns, rows)


def _plain(report: Report, figure: Figure, value: int | None) -> str:
    if value is None:
        return "–"
    if not figure.rule.is_money:
        return f"{value:,}"
    if report.scheme.rounded > 1:
        return f"{rounded(value, report):,}"
    return show_money(Money(value, report.currency))


def _left_out(report: Report, language: str) -> list[Block]:
    def said(text: Text) -> str:
        return words(text, language)

    rows: list[Row] = []
    for figure in report.figures:
        if figure.rule.part_of or not figure.left_out:
            continue
        title = f"{words(figure.rule.label, language)}: {len(figure.left_out)}"
        rows.append(Row([title], Mark.GROUP))
        rows += [
            Row([each.record.number, each.record.what, said(each.reason)])
            for each in figure.left_out
        ]
    if not rows:
        return [Para(said(say("Every record that was looked at was counted.")))]
    columns = [
        Column(said(say("Number"))),
        Column(said(say("What")), share=2),
        Column(said(say("Reason")), share=2),
    ]
    return [PageBreak(), Title(said(say("Looked at and not counted"))), Table(columns, rows)]
