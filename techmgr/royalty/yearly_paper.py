"""The yearly summary of a payee for tax, and the workbook of all payees with live sums."""

from collections.abc import Sequence

from techmgr.core.formats import show_full_day
from techmgr.core.money import Money, decimals_of
from techmgr.core.texts import say, words
from techmgr.documents.content import (
    Addresses,
    Block,
    Column,
    Document,
    Figure,
    Heading,
    Kind,
    Mark,
    Note,
    Para,
    Row,
    Table,
    Title,
)
from techmgr.documents.sheets import Book, Formula, Look, Sheet, Styled, Value
from techmgr.royalty.queries_yearly import PaidYear, PayeeYear

_FIRST = 5  # below the heading, the line under it, an empty row and the head
_EMPTY = ("",) * 4  # between a total's name and its amount


def summary(year: PaidYear, payee: PayeeYear) -> Document:
    """Return one payee's year in the payee's language: gross, withheld, net, and every payment."""
    language = payee.language
    title = words(say("Payments in {year}", year=year.year), language)
    references = [
        words(say("Tax number: {number}", number=payee.tax_number), language)
        if payee.tax_number
        else "",
        words(say("Country: {country}", country=payee.country), language) if payee.country else "",
    ]
    blocks: list[Block] = [
        Addresses([payee.name, *payee.address], [text for text in references if text]),
        Title(title, words(say("Shares of licence income, 1 January to 31 December"), language)),
        Figure(words(say("Gross for the year"), language), payee.gross),
        _sums(payee),
        Heading(words(say("Each payment"), language)),
        _payments(payee),
    ]
    if payee.use:
        lead = words(say("May be used for:"), language)
        blocks.append(Note(payee.use, lead))
    text = say("The office withholds no tax. A payroll office may, and certifies that itself.")
    blocks.append(Para(words(text, language), quiet=True))
    number = words(say("Year {year}", year=year.year), language)
    return Document(title, number, year.day, blocks, year.sender, language)


def _sums(payee: PayeeYear) -> Table:
    language, gross = payee.language, payee.gross
    columns = [
        Column(words(say("For the year"), language), share=2),
        Column(gross.currency, Kind.MONEY),
    ]
    rows = [
        Row([words(say("Gross"), language), gross]),
        Row([words(say("Withheld by the office"), language), Money(0, gross.currency)]),
        Row([words(say("Net"), language), gross], Mark.TOTAL),
    ]
    return Table(columns, rows)


def _payments(payee: PayeeYear) -> Table:
    language = payee.language
    columns = [
        Column(words(say("Day"), language)),
        Column(words(say("Payment"), language)),
        Column(words(say("What"), language), share=2),
        Column(payee.gross.currency, Kind.MONEY),
    ]
    sent, back = words(say("sent"), language), words(say("came back"), language)
    rows = [
        Row([show_full_day(line.day, language), line.number, back if line.came_back else sent,
             line.amount])
        for line in payee.lines
    ]  # fmt: skip
    rows.append(Row([words(say("Together"), language), "", "", payee.gross], Mark.TOTAL))
    return Table(columns, rows)


def book_of(year: PaidYear, language: str = "en") -> Book:
    """Return the workbook of all payees: live sums, the proof against the books, sums by use."""
    last = _FIRST + len(year.payees) - 1
    rows: list[list[Value | Styled]] = [
        _row(each, _FIRST + at) for at, each in enumerate(year.payees)
    ]
    sums = [_live(year, f"=SUM({c}{_FIRST}:{c}{last})", Look.TOTAL) for c in "FGH"]
    check = _live(year, f"=ROUND(F{last + 1}-F{last + 2},4)", Look.CHECK)
    rows.append([words(say("Together"), language), *_EMPTY, *sums])
    rows.append([words(say("Booked as paid"), language), *_EMPTY, year.booked])
    rows.append([words(say("Paid here minus booked"), language), *_EMPTY, check])
    columns = [
        Column(words(say("Payee"), language)),
        Column(words(say("Country"), language)),
        Column(words(say("Tax number"), language)),
        Column(words(say("Paid through"), language)),
        Column(words(say("May be used for"), language)),
        Column(words(say("Gross"), language), Kind.MONEY),
        Column(words(say("Withheld"), language), Kind.MONEY),
        Column(words(say("Net"), language), Kind.MONEY),
    ]
    title = words(say("Payments in {year}", year=year.year), language)
    under = f"{year.sender.name}, {year.currency}"
    widths = {5: 18.0, 6: 14.0, 7: 18.0}
    sheet = Sheet(title, columns, rows, heading=title, under=under, widths=widths)
    return Book([sheet, _by_use(year, last, title, language)], title=title, language=language)


def _row(each: PayeeYear, row: int) -> list[Value | Styled]:
    gross = each.gross
    net = Formula(f"=F{row}-G{row}", Kind.MONEY, decimals_of(gross.currency))
    return [
        each.name,
        each.country,
        each.tax_number,
        each.route,
        each.use,
        Styled(gross, Look.ENTERED),
        Money(0, gross.currency),
        net,
    ]


def _by_use(year: PaidYear, last: int, title: str, language: str) -> Sheet:
    """Sum what may be used for one thing only, such as research and education."""
    uses: Sequence[str] = sorted({each.use for each in year.payees})
    rows: list[list[Value | Styled]] = []
    for at, use in enumerate(uses):
        place = _FIRST + at
        area = f"'{title}'!$F${_FIRST}:$F${last},'{title}'!$E${_FIRST}:$E${last}"
        text = f"=SUMIF('{title}'!$E${_FIRST}:$E${last},A{place},'{title}'!$F${_FIRST}:$F${last})"
        if not use:
            text = f'=SUMIFS({area},"")'
        rows.append([use or words(say("anything"), language), _live(year, text, Look.PLAIN)])
    end = _FIRST + len(uses) - 1
    sum_ = _live(year, f"=SUM(B{_FIRST}:B{end})", Look.TOTAL)
    rows.append([words(say("Together"), language), sum_])
    columns = [
        Column(words(say("May be used for"), language)),
        Column(words(say("Gross"), language), Kind.MONEY),
    ]
    name = words(say("By permitted use"), language)
    return Sheet(name, columns, rows, heading=name, under=title)


def _live(year: PaidYear, text: str, look: Look) -> Styled:
    return Styled(Formula(text, Kind.MONEY, decimals_of(year.currency)), look)
