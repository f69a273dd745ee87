"""Costs on paper: the statement somebody is asked to repay, and the forecast as a workbook with live sums."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from techmgr.core.days import fiscal_year
from techmgr.core.formats import show_full_day, show_money
from techmgr.core.money import Money, decimals_of
from techmgr.core.texts import Text, say, words
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
    Row,
    Sender,
    Table,
    Title,
)
from techmgr.documents.names import safe_name
from techmgr.documents.sheets import Book, Formula, Look, Sheet, Styled, Value
from techmgr.ledger.queries_costs import ClaimRow, CostRow, claims, cost_rows
from techmgr.office.queries import all_words, settings_on
from techmgr.patents.forecast import By, Coming, summed
from techmgr.patents.queries_forecast import Forecast
from techmgr.people.queries import organisation_by_id
from techmgr.storage.office import Office

Say = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class ClaimPaper:
    """All that a statement of costs says, before it is set in a language."""

    claim: ClaimRow
    lines: Sequence[CostRow]
    address: Sequence[str]
    sender: Sender
    day: date
    words: dict[tuple[str, str], str]

    @property
    def back(self) -> Money:
        """What came back of its lines, whenever it did."""
        return Money(sum(each.back.minor for each in self.lines), self.claim.asked.currency)


def claim_paper(session: Session, claim_id: int, day: date, language: str) -> ClaimPaper:
    """Return what the statement of a claim says. Raises StopIteration when there is no such claim."""
    claim = next(each for each in claims(session) if each.id == claim_id)
    settings = settings_on(session, day)
    own = settings.own_organisation
    institution = organisation_by_id(session, own).name if own else settings.office_name
    to = organisation_by_id(session, claim.organisation_id)
    lines = list(reversed(cost_rows(session, claim_id=claim_id)))
    return ClaimPaper(
        claim,
        lines,
        [to.name, *to.address.splitlines()],
        Sender(institution, settings.office_name),
        day,
        dict(all_words(session, language)),
    )


def claim_document(paper: ClaimPaper, language: str = "en") -> Document:
    """Return the statement of a claim as plain data: by case, each line with what it was for."""

    def tell(text: Text) -> str:
        return words(text, language)

    claim = paper.claim
    day = show_full_day(claim.on_day, language)
    blocks: list[Block] = [
        Addresses(paper.address, [tell(say("Claim {number}", number=claim.number)), day]),
        Title(
            tell(say("Patent costs to be repaid")),
            tell(
                say(
                    "Costs borne by {name}; number of cases: {count}",
                    count=len({each.case_id for each in paper.lines}),
                    name=claim.organisation,
                )
            ),
        ),
        Figure(
            tell(say("Still open")),
            claim.left,
            [
                tell(say("Asked for {amount}", amount=show_money(claim.asked))),
                tell(say("Came back {amount}", amount=show_money(claim.back))),
            ],
        ),
    ]
    blocks += _of_cases(paper, tell)
    blocks.append(
        Note(
            tell(
                say(
                    "Amounts in {currency}. A line in another currency was converted at the rate of "
                    "its invoice's day. Please name {number} with your payment.",
                    currency=claim.asked.currency,
                    number=claim.number,
                )
            )
        )
    )
    title = tell(say("Patent costs to be repaid"))
    return Document(title, claim.number, paper.day, blocks, paper.sender, language)


def _of_cases(paper: ClaimPaper, tell: Say) -> list[Block]:
    columns = [
        Column(tell(say("Date")), Kind.DAY),
        Column(tell(say("What for")), share=3),
        Column(tell(say("Invoice")), share=2),
        Column(tell(say("Amount")), Kind.MONEY),
        Column(tell(say("Came back")), Kind.MONEY),
    ]
    blocks: list[Block] = []
    for case_id in dict.fromkeys(each.case_id for each in paper.lines):
        mine = [each for each in paper.lines if each.case_id == case_id]
        currency = mine[0].base.currency
        rows = [
            Row([each.on_day, _what(paper, each), _bill(each), each.base, each.back])
            for each in mine
        ]
        summed_ = [
            Money(sum(each.base.minor for each in mine), currency),
            Money(sum(each.back.minor for each in mine), currency),
        ]
        rows.append(Row(["", tell(say("Sum")), "", *summed_], Mark.TOTAL))
        blocks += [
            Heading(f"{mine[0].case_number}  {mine[0].case_title}"),
            Table(columns, rows),
        ]
    return blocks


def _what(paper: ClaimPaper, row: CostRow) -> str:
    kind = paper.words.get(("expense_kind", row.kind), row.kind)
    said = f"{kind}: {row.text}" if row.text else kind
    if row.amount.currency != row.base.currency:
        said = f"{said} ({show_money(row.amount, with_currency=True)})"
    return said


def _bill(row: CostRow) -> str:
    return ", ".join(filter(None, (row.supplier, row.invoice)))


def claim_book(paper: ClaimPaper, language: str = "en") -> Book:
    """Return the same statement as a workbook whose sums are live."""

    def tell(text: Text) -> str:
        return words(text, language)

    claim = paper.claim
    decimals = decimals_of(claim.asked.currency)
    columns = [
        Column(tell(say("Case"))),
        Column(tell(say("Date")), Kind.DAY),
        Column(tell(say("What for"))),
        Column(tell(say("Invoice"))),
        Column(tell(say("Amount")), Kind.MONEY),
        Column(tell(say("Came back")), Kind.MONEY),
        Column(tell(say("Written off")), Kind.MONEY),
        Column(tell(say("Open")), Kind.MONEY),
    ]
    first = 5
    rows: list[list[Value | Styled]] = [
        [
            each.case_number,
            each.on_day,
            _what(paper, each),
            _bill(each),
            each.base,
            each.back,
            each.base - each.back - each.left,
            Formula(f"=E{at}-F{at}-G{at}", Kind.MONEY, decimals),
        ]
        for at, each in enumerate(paper.lines, first)
    ]
    last = first + len(rows) - 1
    rows.append(
        [
            "", "", tell(say("Sum")), "",
            *(Formula(f"=SUM({c}{first}:{c}{last})", Kind.MONEY, decimals) for c in "EFGH"),
        ]
    )  # fmt: skip
    title = tell(say("Claim {number}", number=claim.number))
    sheet = Sheet(
        title,
        columns,
        rows,
        heading=f"{title}: {claim.organisation}",
        under=f"{show_full_day(claim.on_day, language)}, {claim.asked.currency}",
        widths={2: 44, 3: 36},
        marks={len(rows) - 1: Look.TOTAL},
    )
    return Book([sheet], title, language)


def write_claim(office: Office, claim_id: int, folder: Path, language: str) -> list[Path]:
    """Write the statement of a claim as PDF and workbook into a folder; returns their paths."""
    from techmgr.documents import pdf, workbook  # noqa: PLC0415 - a fifth of a second that the first window can do without

    paper = office.read(claim_paper, claim_id, office.today, language)
    name = f"{paper.claim.number} {paper.claim.organisation}"
    return [
        pdf.write(claim_document(paper, language), folder / safe_name(name, ".pdf")),
        workbook.write(claim_book(paper, language), folder / safe_name(name, ".xlsx")),
    ]


# The forecast


def forecast_book(found: Forecast, language: str = "en") -> Book:
    """Return a forecast as a workbook: the lines, and sums by fiscal year, case and payer that follow them."""

    def tell(text: Text) -> str:
        return words(text, language)

    lines = _lines_sheet(found, tell, language)
    title = tell(say("Coming costs"))
    sheets = [_budget_sheet(found, tell, lines, language), lines]
    return Book(sheets, title, language)


_LINES_HEAD = 4


def _lines_sheet(found: Forecast, tell: Say, language: str) -> Sheet:
    columns = [
        Column(tell(say("Last day")), Kind.DAY),
        Column(tell(say("Fiscal year")), Kind.TEXT),
        Column(tell(say("Fee"))),
        Column(tell(say("Right"))),
        Column(tell(say("Case"))),
        Column(tell(say("Borne by"))),
        Column(tell(say("Currency"))),
        Column(tell(say("Amount")), Kind.MONEY),
        Column(tell(say("In {currency}", currency=found.currency)), Kind.MONEY),
        Column(tell(say("From where"))),
    ]
    rows: list[list[Value | Styled]] = [
        [
            each.day,
            str(_year(found, each)),
            f"{tell(each.what)} {each.number or ''}".strip(),
            each.right,
            each.case_number,
            each.payer_name or tell(say("The office")),
            each.own.currency if each.own else "",
            each.own,
            each.base,
            tell(Text(each.fee.source)) if each.fee else tell(say("no amount entered")),
        ]
        for each in found.items
    ]
    return Sheet(
        tell(say("Lines")),
        columns,
        rows,
        heading=tell(say("Coming costs, line by line")),
        under=tell(
            say(
                "Until {day}. A line without an amount has none entered, or its currency no rate.",
                day=show_full_day(found.until, language),
            )
        ),
        widths={9: 44},
        is_filtered=True,
    )


def _year(found: Forecast, item: Coming) -> int:
    """What is overdue will be spent this year."""
    first = found.budgets[0].year if found.budgets else 0
    return max(fiscal_year(item.day, *found.year_end), first)


def _budget_sheet(found: Forecast, tell: Say, lines: Sheet, language: str) -> Sheet:
    """Each sum is a formula over the lines: change an amount there, and it follows."""
    columns = [
        Column(tell(say("Fiscal year, case, payer"))),
        *(
            Column(tell(title), Kind.MONEY)
            for title in (say("Budget"), say("Spent"), say("Coming"), say("Left"))
        ),
    ]
    rows, marks = _sums(found, tell, lines.title)
    return Sheet(
        tell(say("Sums")),
        columns,
        rows,
        heading=tell(say("Coming costs")),
        under=tell(
            say(
                "Until {day}, in {currency}. What is overdue counts in the first year.",
                day=show_full_day(found.until, language),
                currency=found.currency,
            )
        ),
        widths={0: 40},
        marks=marks,
    )


def _sums(
    found: Forecast, tell: Say, lines: str
) -> tuple[list[list[Value | Styled]], dict[int, Look]]:
    decimals = decimals_of(found.currency)
    last = _LINES_HEAD + max(len(found.items), 1)
    sheet = "'" + lines.replace("'", "''") + "'"
    rows: list[list[Value | Styled]] = []
    marks: dict[int, Look] = {}

    def over(column: str) -> Formula:
        area = f"{sheet}!${column}${_LINES_HEAD + 1}:${column}${last}"
        amounts = f"{sheet}!$I${_LINES_HEAD + 1}:$I${last}"
        at = _LINES_HEAD + 1 + len(rows)
        return Formula(f"=SUMIF({area},A{at},{amounts})", Kind.MONEY, decimals)

    for each in found.budgets:
        at = _LINES_HEAD + 1 + len(rows)
        left: Value = Formula(f"=B{at}-C{at}-D{at}", Kind.MONEY, decimals) if each.budget else ""
        budget: Value | Styled = Styled(each.budget, Look.ENTERED) if each.budget else ""
        rows.append([str(each.year), budget, each.spent, over("B"), left])
    for by, column in ((By.CASE, "E"), (By.PAYER, "F")):
        marks[len(rows)] = Look.TOTAL
        rows.append([tell(say("By case") if by is By.CASE else say("By payer"))])
        for group, _items in summed(found.items, by, found.year_end, found.currency):
            name = tell(say("The office")) if group.key == "office" else str(group.key)
            rows.append([name, "", "", over(column)])
    return rows, marks


def write_forecast(found: Forecast, path: Path, language: str) -> Path:
    """Write a forecast as a workbook."""
    from techmgr.documents import workbook  # noqa: PLC0415 - a fifth of a second that the first window can do without

    return workbook.write(forecast_book(found, language), path)
