"""What the university's finance office checks the books against: a workbook whose sums are live."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from techmgr.core.formats import show_full_day
from techmgr.core.money import Money, decimals_of
from techmgr.core.texts import Text, say, words
from techmgr.documents.content import Cell, Column, Kind
from techmgr.documents.csv_file import write_csv
from techmgr.documents.names import safe_name
from techmgr.documents.sheets import Book, Formula, Look, Sheet, Styled, Value
from techmgr.ledger.accounts import NAMES
from techmgr.ledger.queries_balances import AccountRow, EntryRow

_FIRST = 5  # below the heading, the line under it, an empty row and the head


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The books of some days: every account, and every posting in between."""

    since: date
    until: date
    accounts: Sequence[AccountRow]
    entries: Sequence[EntryRow]
    office: str


def book_of(found: Reconciliation, language: str = "en") -> Book:
    """Return the workbook: a trial balance per currency, computed from the entries beside it."""
    by_currency: dict[str, list[AccountRow]] = {}
    for each in found.accounts:
        by_currency.setdefault(each.currency, []).append(each)
    sheets = [_balance(found, rows, language) for rows in by_currency.values()]
    sheets.append(_entries(found, language))
    title = words(say("Books of {office}", office=found.office), language)
    return Book(sheets, title=title, language=language)


def _between(found: Reconciliation, language: str) -> Text:
    return say(
        "{since} to {until}",
        since=show_full_day(found.since, language),
        until=show_full_day(found.until, language),
    )


def _balance(found: Reconciliation, rows: Sequence[AccountRow], language: str) -> Sheet:
    currency = rows[0].currency
    last = _FIRST + len(rows) - 1
    lines: list[list[Value | Styled]] = [
        _account(each, _FIRST + at, len(found.entries), language) for at, each in enumerate(rows)
    ]
    sums = [_styled(f"=SUM({c}{_FIRST}:{c}{last})", currency, Look.TOTAL) for c in "CDEFG"]
    lines.append([words(say("Together"), language), "", *sums, ""])
    checks = [
        (say("Opening balances sum to zero"), f"=ROUND(C{last + 1},4)"),
        (say("Debits equal credits"), f"=ROUND(D{last + 1}-E{last + 1},4)"),
        (say("Closing balances sum to zero"), f"=ROUND(F{last + 1},4)"),
        (say("Computed here minus booked"), f"=ROUND(SUM(H{_FIRST}:H{last}),4)"),
    ]
    for label, formula in checks:
        check = _styled(formula, currency, Look.CHECK)
        lines.append([words(label, language), "", "", "", "", check])
    columns = [
        Column(words(say("Account"), language)),
        Column(words(say("Code"), language)),
        Column(words(say("Opening"), language), Kind.MONEY),
        Column(words(say("Debit"), language), Kind.MONEY),
        Column(words(say("Credit"), language), Kind.MONEY),
        Column(words(say("Closing"), language), Kind.MONEY),
        Column(words(say("As booked"), language), Kind.MONEY),
        Column(words(say("Difference"), language), Kind.MONEY),
    ]
    heading = words(say("Trial balance, {currency}", currency=currency), language)
    under = words(_between(found, language), language)
    return Sheet(
        heading,
        columns,
        lines,
        heading=heading,
        under=f"{found.office}, {under}",
        widths=dict.fromkeys(range(2, 8), 18.0),  # what formulas come to is not known here
    )


def _account(each: AccountRow, row: int, entries: int, language: str) -> list[Value | Styled]:
    currency, last = each.currency, max(_FIRST, _FIRST + entries - 1)
    name = words(say("Entries"), language)

    def sum_of(column: str) -> str:
        """Sum a column of the entries over one account and currency."""
        area = f"'{name}'!${column}${_FIRST}:${column}${last}"
        code = f"'{name}'!$C${_FIRST}:$C${last},$B{row}"
        money = f"'{name}'!$I${_FIRST}:$I${last},\"{currency}\""
        return f"=SUMIFS({area},{code},{money})"

    return [
        words(each.name, language),
        each.account.value,
        Styled(each.opening, Look.ENTERED),
        _styled(sum_of("G"), currency, Look.PLAIN),
        _styled(sum_of("H"), currency, Look.PLAIN),
        _styled(f"=C{row}+D{row}-E{row}", currency, Look.PLAIN),
        Styled(each.closing, Look.ENTERED),
        _styled(f"=ABS(ROUND(F{row}-G{row},4))", currency, Look.QUIET),
    ]


def _styled(text: str, currency: str, look: Look) -> Styled:
    return Styled(Formula(text, Kind.MONEY, decimals_of(currency)), look)


def _entries(found: Reconciliation, language: str) -> Sheet:
    columns = [
        Column(words(say("Day"), language), Kind.DAY),
        Column(words(say("Entry"), language), Kind.NUMBER),
        Column(words(say("Code"), language)),
        Column(words(say("Account"), language)),
        Column(words(say("Case"), language)),
        Column(words(say("Text"), language)),
        Column(words(say("Debit"), language), Kind.MONEY),
        Column(words(say("Credit"), language), Kind.MONEY),
        Column(words(say("Currency"), language)),
        Column(words(say("Whose"), language)),
        Column(words(say("Corrects entry"), language), Kind.NUMBER),
    ]
    title = words(say("Entries"), language)
    rows: list[list[Value | Styled]] = [
        [
            each.on_day,
            each.entry_id,
            each.account.value,
            words(NAMES[each.account], language),
            each.case,
            each.text,
            each.amount if each.amount.minor > 0 else "",
            -each.amount if each.amount.minor < 0 else "",
            each.amount.currency,
            each.party,
            each.reverses if each.reverses is not None else "",
        ]
        for each in found.entries
    ]
    under = words(_between(found, language), language)
    return Sheet(title, columns, rows, heading=title, under=under, is_filtered=True)


def csv_rows(found: Reconciliation) -> list[list[Cell]]:
    """Return every posting as a plain row: debit positive."""
    return [
        [
            each.on_day,
            each.entry_id,
            each.account.value,
            each.case,
            each.party,
            each.text,
            each.amount,
            each.amount.currency,
            each.reverses,
        ]
        for each in found.entries
    ]


CSV_TITLES = ("day", "entry", "account", "case", "party", "text", "amount", "currency", "reverses")


def write(
    found: Reconciliation,
    folder: Path,
    report: Callable[[int, int], None] | None = None,
    language: str = "en",
) -> list[Path]:
    """Write the workbook and the CSV of the entries; a file of the same name is replaced."""
    from techmgr.documents import workbook  # noqa: PLC0415 - a fifth of a second that the first window can do without

    name = f"Books {found.since.isoformat()} to {found.until.isoformat()}"
    written = [
        write_csv(folder / safe_name(f"{name} entries", ".csv"), CSV_TITLES, csv_rows(found))
    ]
    if report is not None:
        report(1, 2)
    written.append(workbook.write(book_of(found, language), folder / safe_name(name, ".xlsx")))
    if report is not None:
        report(2, 2)
    return written


def sums_to_zero(rows: Sequence[AccountRow]) -> bool:
    """Tell whether the closing balances sum to zero in every currency."""
    totals: dict[str, Money] = {}
    for each in rows:
        totals[each.currency] = totals.get(each.currency, Money(0, each.currency)) + each.closing
    return not any(total.minor for total in totals.values())
