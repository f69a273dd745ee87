"""A correction on a worksheet: every booked difference, and the check that they make what came in."""

from collections.abc import Sequence

from techmgr.core.money import Money, decimals_of
from techmgr.core.texts import say, words
from techmgr.documents.content import Column, Kind
from techmgr.documents.sheets import Formula, Look, Sheet, Styled, Value
from techmgr.royalty.worksheet import Heading

_FIRST = 5  # below the heading, the line under it, an empty row and the head


def correction_sheet(
    head: Heading, parts: Sequence[tuple[str, str, Money]], gross: Money, language: str
) -> Sheet:
    """Return the sheet of one corrected event: parts are (who, party, difference)."""
    last = _FIRST + len(parts) - 1
    decimals = decimals_of(gross.currency)

    def live(text: str, look: Look) -> Styled:
        return Styled(Formula(text, Kind.MONEY, decimals), look)

    rows: list[list[Value | Styled]] = [
        [name, party, Styled(amount, Look.ENTERED)] for name, party, amount in parts
    ]
    total = live(f"=SUM(C{_FIRST}:C{last})", Look.TOTAL)
    rows.append([words(say("Together"), language), "", total])
    rows.append([words(say("More or less received"), language), "", Styled(gross, Look.ENTERED)])
    check = live(f"=ROUND(C{last + 1}-C{last + 2},4)", Look.CHECK)
    rows.append([words(say("Differences minus what came in"), language), "", check])
    columns = [
        Column(words(say("Who"), language), share=2),
        Column(words(say("Party"), language)),
        Column(words(say("Difference"), language), Kind.MONEY),
    ]
    return Sheet(head.title, columns, rows, heading=head.heading, under=head.under)
