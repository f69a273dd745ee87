"""A company's cap table on paper: as PDF, and as a workbook whose sums are live."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from techmgr.core.formats import show_full_day
from techmgr.core.texts import Text, close_per_cent, say, words
from techmgr.documents.charts import Part, SplitBar
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
    Sender,
    Table,
    Title,
)
from techmgr.documents.sheets import Book, Formula, Look, Sheet, Styled, Value
from techmgr.equity.kinds import EVENT_WORDS, HOLDER_WORDS, HolderKind
from techmgr.equity.queries_company import CapRow, CompanyFile, EventRow

_PART_DECIMALS = 4


def per_cent(part: Fraction, language: str = "en") -> str:
    """Show a part of a company with four decimals, rounded half up: 10.0001 %; 10.0001% in Chinese."""
    scaled = part * 10 ** (_PART_DECIMALS + 2)
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    units, rest = divmod(whole, 10**_PART_DECIMALS)
    return close_per_cent(f"{units}.{rest:0{_PART_DECIMALS}d}\u202f%", language)


def whole_shares(shares: Fraction | int) -> str:
    """Show a number of shares; one that is not whole, as by conversion, as a mixed number."""
    units, rest = divmod(Fraction(shares), 1)
    return f"{units:,}" if not rest else f"{units:,} {rest.numerator}/{rest.denominator}"


def document(found: CompanyFile, sender: Sender, language: str = "en") -> Document:
    """Return the cap table in force on its day as a document of plain data."""

    def said(text: Text) -> str:
        return words(text, language)

    day = show_full_day(found.day, language)
    blocks: list[Block] = [
        Title(found.book.company, said(say("Cap table in force on {day}", day=day))),
        _table(found, language),
        Note(said(_proof(found))),
    ]
    if found.lines:
        blocks += [
            Heading(said(say("Who owns the company"))),
            Chart(SplitBar(_parts(found, language), labelled_inside=False)),
        ]
    if found.events:
        blocks += [Heading(said(say("What happened"))), _timeline(found.events, language)]
    return Document(
        title=said(say("Cap table of {company}", company=found.book.company)),
        number=said(say("Cap table of {company}", company=found.book.company)),
        day=found.day,
        blocks=blocks,
        sender=sender,
        language=language,
        foot=said(say("Warrants and options are counted as exercised, until they expire.")),
    )


def _proof(found: CompanyFile) -> Text:
    total = sum((line.part for line in found.lines), Fraction(0))
    return say(
        "The parts make {total} of {shares} shares, fully diluted.",
        total=per_cent(total),
        shares=whole_shares(found.table.diluted),
    )


def _table(found: CompanyFile, language: str) -> Table:
    columns = [
        Column(words(say("Holder"), language), share=3),
        Column(words(say("Class"), language), share=2),
        Column(words(say("Shares"), language), Kind.NUMBER),
        Column(words(say("As common"), language), Kind.NUMBER),
        Column(words(say("Fully diluted"), language), Kind.NUMBER),
        Column(words(say("Of shares issued"), language), Kind.NUMBER),
    ]
    rows = [
        Row(
            [
                line.holder,
                line.share_class,
                f"{line.shares:,}",
                whole_shares(line.converted),
                per_cent(line.part, language),
                per_cent(line.issued, language),
            ],
            Mark.MINE if line.kind.is_ours else Mark.PLAIN,
        )
        for line in found.lines
    ]
    total = Row(_total(found, language), Mark.TOTAL)
    return Table(columns, [*rows, total])


def _total(found: CompanyFile, language: str) -> list[Cell]:
    whole = sum((line.part for line in found.lines), Fraction(0))
    issued = sum((line.issued for line in found.lines), Fraction(0))
    shares = sum(line.shares for line in found.lines)
    return [
        words(say("Together"), language),
        "",
        f"{shares:,}",
        whole_shares(found.table.diluted),
        per_cent(whole, language),
        per_cent(issued, language),
    ]


def _parts(found: CompanyFile, language: str) -> list[Part]:
    """Return who owns what, by kind of holder; sizes are on one whole number for all."""
    parts = {kind: found.table.of(kind) for kind in HolderKind}
    scale = 10**9
    return [
        Part(words(HOLDER_WORDS[kind], language), int(part * scale), per_cent(part, language))
        for kind, part in parts.items()
        if part
    ]


def _timeline(events: Sequence[EventRow], language: str) -> Table:
    columns = [
        Column(words(say("Number"), language)),
        Column(words(say("Day"), language), Kind.DAY),
        Column(words(say("What"), language), share=3),
        Column(words(say("Shares"), language), Kind.NUMBER),
        Column(words(say("University after it"), language), Kind.NUMBER),
    ]
    rows = [
        Row(
            [
                each.number,
                each.on_day,
                words(_what(each), language),
                f"{each.shares:,}" if each.shares else "",
                per_cent(each.ours, language) if each.ours is not None else "",
            ]
        )
        for each in events
    ]
    return Table(columns, rows)


def _what(each: EventRow) -> Text:
    if each.reversed:
        return say("{what}, reversed: {reason}", what=EVENT_WORDS[each.kind], reason=each.reason)
    if each.memo:
        return say("{what}: {memo}", what=EVENT_WORDS[each.kind], memo=each.memo)
    return EVENT_WORDS[each.kind]


def workbook(found: CompanyFile, language: str = "en") -> Book:
    """Return the cap table as a workbook: change a number of shares, and every part follows."""

    def said(text: Text) -> str:
        return words(text, language)

    columns = [
        Column(said(say("Holder"))),
        Column(said(say("Kind"))),
        Column(said(say("Class"))),
        Column(said(say("Shares")), Kind.NUMBER),
        Column(said(say("As common, of one")), Kind.NUMBER),
        Column(said(say("As common")), Kind.NUMBER),
        Column(said(say("Fully diluted")), Kind.SHARE),
    ]
    sheet = Sheet(said(say("Cap table")), columns, ())
    first = sheet.first_row + 3  # the lines above
    last = first + max(len(found.lines), 1) - 1
    rows: list[list[Value | Styled]] = [
        _live(line, at, last + 1, language) for at, line in enumerate(found.lines, first)
    ]
    if not rows:
        rows.append([""])
    rows.append(_sums(first, last, language))
    rows.append(
        [said(say("Parts minus the whole")), "", "", "", "", "",
         Styled(Formula(f"=IF(F{last + 1}=0,0,ROUND(G{last + 1}-1,9))", Kind.NUMBER, 0), Look.CHECK)]
    )  # fmt: skip
    whole = Sheet(
        said(say("Cap table")),
        columns,
        rows,
        heading=found.book.company,
        under=said(say("In force on {day}", day=show_full_day(found.day, language))),
        marks={len(rows) - 2: Look.TOTAL},
    )
    assert whole.first_row == first, "formulas name the rows they stand in"
    title = said(say("Cap table of {company}", company=found.book.company))
    return Book([whole], title, language)


def _live(line: CapRow, at: int, total: int, language: str) -> list[Value | Styled]:
    ratio = line.converted / line.shares
    one = f"={ratio.numerator}/{ratio.denominator}" if ratio.denominator > 1 else f"={ratio}"
    return [
        line.holder,
        words(HOLDER_WORDS[line.kind], language),
        line.share_class,
        Styled(line.shares, Look.ENTERED),
        Formula(one, Kind.NUMBER, 0 if ratio.denominator == 1 else 4),
        Formula(f"=D{at}*E{at}", Kind.NUMBER, 0),
        Formula(f"=IF(F{total}=0,0,F{at}/F{total})", Kind.SHARE, _PART_DECIMALS),
    ]


def _sums(first: int, last: int, language: str) -> list[Value | Styled]:
    return [
        words(say("Together"), language),
        "",
        "",
        Formula(f"=SUM(D{first}:D{last})", Kind.NUMBER, 0),
        "",
        Formula(f"=SUM(F{first}:F{last})", Kind.NUMBER, 0),
        Formula(f"=SUM(G{first}:G{last})", Kind.SHARE, _PART_DECIMALS),
    ]


def file_stem(found: CompanyFile, day: date) -> str:
    """Return what the files of a cap table are called, without their ending."""
    return f"Cap table {found.book.company} {day.isoformat()}"
