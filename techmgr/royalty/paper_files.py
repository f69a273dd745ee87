"""Writes what a run puts on paper: a statement per payee, worksheet, payout files, summary."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from techmgr.core.formats import show_full_day
from techmgr.core.money import Money
from techmgr.core.texts import say, words
from techmgr.documents.charts import Part, Waterfall
from techmgr.documents.content import (
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Kind,
    Mark,
    Note,
    Row,
    Table,
    Title,
)
from techmgr.documents.csv_file import write_csv
from techmgr.documents.names import safe_name, unique_path
from techmgr.documents.sheets import Book, Formula, Look, Sheet, Styled
from techmgr.royalty.papers import Papers, papers_of, total
from techmgr.royalty.queries_payouts import Payout, by_use
from techmgr.royalty.statement import document, file_name
from techmgr.royalty.stations import stations
from techmgr.storage.office import Office

Report = Callable[[int, int], None]
Written = list[Path]


def write_statements(
    office: Office, run_id: int, folder: Path, report: Report | None = None
) -> Written:
    """Write all papers of a run into a folder and return their paths, statements first.

    `report(done, total)` is called after each file; what it raises stops the work between files.
    """
    return write_papers(office.read(papers_of, run_id, office.today), folder, report)


def write_papers(papers: Papers, folder: Path, report: Report | None = None) -> Written:
    """Write papers into a folder; a file of the same name is replaced, each whole or not at all."""
    written: Written = []
    routes = by_route([each for each in papers.payouts if each.can_be_paid])
    total = len(papers.statements) + 2 + 2 * len(routes)
    for number, work in enumerate(_works(papers, folder, routes), start=1):
        written.append(work())
        if report is not None:
            report(number, total)
    return written


def _works(
    papers: Papers, folder: Path, routes: Mapping[str, Sequence[Payout]]
) -> Iterator[Callable[[], Path]]:
    from techmgr.documents import pdf, workbook  # noqa: PLC0415 - a fifth of a second that the first window can do without

    number = papers.run.number
    for statement in papers.statements:
        name = safe_name(file_name(statement), ".pdf")
        made = document(statement)
        yield partial(pdf.write, made, folder / name)
    sheet = folder / safe_name(f"{number} worksheet", ".xlsx")
    yield lambda: workbook.write(papers.worksheet, sheet)
    yield lambda: pdf.write(
        summary(papers, papers.language), folder / safe_name(f"{number} summary", ".pdf")
    )
    for route, payouts in routes.items():
        plain = folder / safe_name(f"{number} payout {route or 'internal'}")
        yield partial(_payout_csv, papers, payouts, plain)
        yield partial(_payout_book, papers, payouts, plain)


def by_route(payouts: Sequence[Payout]) -> dict[str, list[Payout]]:
    """Return payouts by the route they go, such as payroll; "" is within the institution."""
    found: dict[str, list[Payout]] = {}
    for each in payouts:
        found.setdefault(each.route, []).append(each)
    return found


def _with_ending(plain: Path, ending: str) -> Path:
    # Not with_suffix: a number such as D-0001.a would lose its end.
    return plain.with_name(plain.name + ending)


def _payout_csv(papers: Papers, payouts: Sequence[Payout], plain: Path) -> Path:
    titles = ["payee", "name", "account", "amount", "currency", "run", "permitted_use"]
    rows = [_csv_row(papers, each) for each in payouts]
    return write_csv(_with_ending(plain, ".csv"), titles, rows)


def _csv_row(papers: Papers, each: Payout) -> list[Cell]:
    currency = papers.run.gross.currency
    amount = Money(each.paid, currency)
    return [each.payee, each.name, each.account, amount, currency, papers.run.number, each.use]


def _payout_book(papers: Papers, payouts: Sequence[Payout], plain: Path) -> Path:
    currency = papers.run.gross.currency
    put = partial(words, language=papers.language)
    columns = [
        Column(put(say("Payee"))),
        Column(put(say("Account"))),
        Column(put(say("Amount, {currency}", currency=currency)), Kind.MONEY),
        Column(put(say("May be used for"))),
    ]
    rows: list[list[Cell | Styled]] = [
        [each.name, each.account, Money(each.paid, currency), each.use] for each in payouts
    ]
    first = 5  # below the heading, the line under it, an empty row and the head
    last = first + len(rows) - 1
    rows.append([put(say("Together")), "", Styled(Formula(f"=SUM(C{first}:C{last})"), Look.TOTAL)])
    together = show_total(payouts, currency)
    rows.append([put(say("Booked as owed")), "", total(payouts, currency)])
    for use in by_use(payouts):
        here = first + len(rows)
        of_it = Formula(f"=SUMIF(D{first}:D{last},D{here},C{first}:C{last})")
        rows.append([put(say("Of it for one use only")), "", Styled(of_it, Look.PLAIN), use])
    from techmgr.documents import workbook  # noqa: PLC0415 - a fifth of a second that the first window can do without

    sheet = Sheet(
        plain.name,
        columns,
        rows,
        heading=plain.name,
        under=put(say("Run {number}, {total} in all", number=papers.run.number, total=together)),
    )
    return workbook.write(Book([sheet], title=plain.name), _with_ending(plain, ".xlsx"))


def show_total(payouts: Sequence[Payout], currency: str) -> str:
    """Return the total of payouts with its currency, as a sentence has it."""
    amount = total(payouts, currency)
    return f"{currency} {amount.decimal:,f}"


def summary(papers: Papers, language: str = "en") -> Document:
    """Return the summary of a run: where the money went, who gets what, and what was left out."""
    run = papers.run
    until = show_full_day(run.through, language)
    under = words(say("Everything received up to {day}", day=until), language)
    title = words(say("Distribution {number}", number=run.number), language)
    blocks: list[Block] = [Title(title, under), _chart(papers, language)]
    blocks += [Heading(words(say("Who gets what"), language)), _payees(papers, language)]
    unpaid = [each for each in papers.payouts if not each.can_be_paid]
    if unpaid:
        title_ = words(say("Not paid out: no account is recorded"), language)
        blocks += [Heading(title_), _unpaid(papers, unpaid, language)]
    if by_use(papers.payouts):
        blocks += [Heading(words(say("By permitted use"), language)), _uses(papers, language)]
    if papers.left_out:
        blocks += [Heading(words(say("Left out"), language)), _left_out(papers, language)]
    proof = words(say("Proof {proof}", proof=papers.proof), language)
    state = words(say("State: {state}", state=say(run.state)), language)
    blocks.append(Note(state))
    return Document(
        title=title,
        number=run.number,
        day=papers.day,
        blocks=blocks,
        sender=papers.sender,
        language=language,
        foot=proof,
        run=run.number,
    )


def _chart(papers: Papers, language: str) -> Block:
    found = stations(papers.trees, papers.run.gross.currency)
    parts = [Part(words(each.label, language), each.minor, each.shown) for each in found]
    # The first stands on the ground by itself, and is what the others are taken from.
    totals = frozenset(at for at, each in enumerate(found) if each.is_total and at)
    return Chart(Waterfall(parts, totals), heading=words(say("From receipts to payees"), language))


def _payees(papers: Papers, language: str) -> Table:
    currency = papers.run.gross.currency
    columns = [
        Column(words(say("Payee"), language), share=2),
        Column(words(say("Pays, {currency}", currency=currency), language), Kind.MONEY),
        Column(words(say("Held, {currency}", currency=currency), language), Kind.MONEY),
    ]
    rows = [Row([each.name, each.amount, each.held]) for each in papers.payees]
    sums = [
        Money(sum(amount.minor for amount in amounts), currency)
        for amounts in (
            [each.amount for each in papers.payees],
            [each.held for each in papers.payees],
        )
    ]
    rows.append(Row([words(say("Together"), language), *sums], Mark.TOTAL))
    return Table(columns, rows)


def _unpaid(papers: Papers, unpaid: Sequence[Payout], language: str) -> Table:
    currency = papers.run.gross.currency
    columns = [
        Column(words(say("Payee"), language), share=2),
        Column(words(say("Stays owed, {currency}", currency=currency), language), Kind.MONEY),
    ]
    return Table(columns, [Row([each.name, Money(each.paid, currency)]) for each in unpaid])


def _uses(papers: Papers, language: str) -> Table:
    currency = papers.run.gross.currency
    columns = [
        Column(words(say("May be used for"), language), share=2),
        Column(words(say("Pays, {currency}", currency=currency), language), Kind.MONEY),
    ]
    return Table(
        columns,
        [Row([use, Money(minor, currency)]) for use, minor in by_use(papers.payouts).items()],
    )


def _left_out(papers: Papers, language: str) -> Table:
    columns = [
        Column(words(say("Receipt"), language)),
        Column(words(say("Case"), language)),
        Column(words(say("Why"), language), share=3),
        Column(papers.run.gross.currency, Kind.MONEY),
    ]
    rows = [
        Row([each.receipt, each.case_number, words(each.why, language), each.amount])
        for each in papers.left_out
    ]
    return Table(columns, rows)


def fresh_folder(folder: Path, number: str) -> Path:
    """Return a folder for a run's papers inside another, one that is not there yet."""
    return unique_path(folder, safe_name(f"Distribution {number}"))
