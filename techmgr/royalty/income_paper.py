"""Income on paper: the charts of the window drawn from the same values, with the values as tables."""

from collections.abc import Callable
from datetime import date

from techmgr.core.formats import show_minor
from techmgr.core.money import Money
from techmgr.core.texts import say, words
from techmgr.documents.charts import Part, Ranked, Stacked, Waterfall
from techmgr.documents.content import (
    Block,
    Chart,
    Column,
    Document,
    Kind,
    Mark,
    Note,
    Row,
    Sender,
    Table,
    Title,
)
from techmgr.royalty.queries_income import Income

Kinds = Callable[[str], str]  # a kind of income in the reader's words


def by_year(found: Income, kind_word: Kinds, language: str) -> Stacked:
    """Return the chart of income by year and kind."""
    return Stacked(
        [words(say("FY {year}", year=each.year), language) for each in found.years],
        [
            (kind_word(kind), [max(year.amounts[at].minor, 0) for year in found.years])
            for at, kind in enumerate(found.kinds)
        ],
        [show_minor(each.total.minor, found.currency) for each in found.years],
    )


def top_cases(found: Income) -> Ranked:
    """Return the chart of the cases that earned most."""
    return Ranked(
        [
            Part(f"{each.number}  {each.title}", each.amount.minor,
                 show_minor(each.amount.minor, found.currency))
            for each in found.top
        ]
    )  # fmt: skip


def where_it_went(found: Income, language: str) -> Waterfall:
    """Return the waterfall of the newest posted run."""
    parts = [Part(words(each.label, language), each.minor, each.shown) for each in found.went]
    return Waterfall(parts, frozenset(at for at, e in enumerate(found.went) if e.is_total and at))


def document(
    found: Income, kind_word: Kinds, sender: Sender, day: date, language: str = "en"
) -> Document:
    """Return the income as a document: three charts, and the years as a table."""
    title = words(say("Licence income"), language)
    under = words(
        say("Gross, in {currency}; repaid patent costs are not in it", currency=found.currency),
        language,
    )
    blocks: list[Block] = [Title(title, under)]
    if not found.years:
        blocks.append(Note(words(say("Nothing has been received yet."), language)))
    else:
        heading = words(say("Income by fiscal year and kind"), language)
        blocks += [
            Chart(by_year(found, kind_word, language), heading=heading),
            _years(found, kind_word, language),
        ]
    if found.top:
        top = words(say("Cases that earned most, all years"), language)
        blocks.append(Chart(top_cases(found), heading=top))
    if found.went:
        text = words(say("Where the money of {run} went", run=found.run), language)
        blocks.append(Chart(where_it_went(found, language), heading=text))
    return Document(title, words(say("Income"), language), day, blocks, sender, language)


def _years(found: Income, kind_word: Kinds, language: str) -> Table:
    columns = [
        Column(words(say("Kind of income"), language), share=2),
        *(
            Column(words(say("FY {year}", year=each.year), language), Kind.MONEY)
            for each in found.years
        ),
    ]
    rows = [
        Row([kind_word(kind), *(year.amounts[at] for year in found.years)])
        for at, kind in enumerate(found.kinds)
    ]
    totals: list[Money] = [each.total for each in found.years]
    rows.append(Row([words(say("Together"), language), *totals], Mark.TOTAL))
    return Table(columns, rows)
