"""The rows of a worksheet while they are built: cells by column, and where each node is booked."""

from collections.abc import Mapping
from fractions import Fraction

from techmgr.core.texts import Text, say, words
from techmgr.documents.content import Column, Kind
from techmgr.documents.sheets import Formula, Look, Sheet, Styled, Value

FIRST_ROW = 5  # below heading, the line under it, an empty row and the head
EXACT = 2**53  # whole numbers below it are exact in every spreadsheet

_LETTERS = "ABCDEFGHIJKLMN"
_WIDTHS = {_LETTERS.index("F"): 21.0, _LETTERS.index("H"): 12.0}  # what formulas come to


class Grid:
    """A sheet being filled from the top. Amounts are whole minor units; `decimals` only shows them."""

    def __init__(self, language: str, decimals: int) -> None:
        self.language = language
        self.decimals = decimals
        self.rows: list[list[Value | Styled]] = []
        self.marks: dict[int, Look] = {}
        self.cells: dict[str, str] = {}  # where a node is booked: "J12"
        self.worth: dict[str, int] = {}  # what is in such a cell
        self.pots: dict[str, list[str]] = {}  # the cells that make up what a pot holds
        self.held: dict[str, int] = {}  # and the amount they make

    @property
    def next_row(self) -> int:
        """The number of the row that is added next."""
        return FIRST_ROW + len(self.rows)

    def add(
        self,
        what: Text | str,
        cells: Mapping[str, Value | Styled] | None = None,
        look: Look = Look.PLAIN,
    ) -> int:
        """Add a row with cells by column letter; returns its number."""
        number = self.next_row
        self.rows.append([(cells or {}).get(letter, "") for letter in _LETTERS])
        self.fill(number, "B", words(what, self.language))
        if look is not Look.PLAIN:
            self.marks[number - FIRST_ROW] = look
        return number

    def fill(self, row: int, letter: str, value: Value | Styled) -> None:
        """Put a value into a cell of a row that is there."""
        self.rows[row - FIRST_ROW][_LETTERS.index(letter)] = value

    def book(self, row: int, value: Value | Styled, posted: int | None = None) -> str:
        """Put a booked amount into a row, show it as money, hold it against what was posted."""
        self.fill(row, "J", value)
        shown = Formula(f"=J{row}/{10**self.decimals}", Kind.MONEY, self.decimals)
        self.fill(row, "K", shown)
        if posted is not None:
            self.worth[f"J{row}"] = posted
            self.fill(row, "L", posted)
            self.fill(row, "M", whole(f"=ABS(J{row}-L{row})"))
        return f"J{row}"

    def put(self, pot: str, cell: str, minor: int) -> None:
        """Count a booked cell towards a pot."""
        self.pots.setdefault(pot, []).append(cell)
        self.held[pot] = self.held.get(pot, 0) + minor

    def sum_of(self, pot: str) -> str:
        """Return what a pot holds, as a formula without its equals sign."""
        return "+".join(self.pots[pot])

    def check(self, what: Text, formula: str) -> None:
        """Add a check that must come to zero."""
        row = self.add(what, {"A": words(say("Check"), self.language)})
        self.fill(row, "J", Styled(whole(formula), Look.CHECK))

    def sheet(self, title: str, heading: str, under: str) -> Sheet:
        """Return the finished sheet; its last check is that nothing differs from what was posted."""
        self.check(say("Booked here minus posted"), f"=SUM(M{FIRST_ROW}:M{self.next_row - 1})")
        return Sheet(
            title,
            self._columns(),
            self.rows,
            heading=heading,
            under=under,
            marks=self.marks,
            widths=_WIDTHS,
        )

    def _columns(self) -> list[Column]:
        titles = [
            (say("Step"), Kind.TEXT),
            (say("What"), Kind.TEXT),
            (say("Whole units"), Kind.NUMBER),
            (say("Numerator"), Kind.NUMBER),
            (say("Denominator"), Kind.NUMBER),
            (say("Product"), Kind.NUMBER),
            (say("Whole part"), Kind.NUMBER),
            (say("Left over"), Kind.NUMBER),
            (say("Place"), Kind.NUMBER),
            (say("Booked, in units"), Kind.NUMBER),
            (say("Amount"), Kind.MONEY),
            (say("Posted, in units"), Kind.NUMBER),
            (say("Difference"), Kind.NUMBER),
            (say("Clause and source"), Kind.TEXT),
        ]
        return [Column(words(text, self.language), kind) for text, kind in titles]


def whole(formula: str) -> Formula:
    """Return a formula for a whole number."""
    return Formula(formula, Kind.NUMBER, 0)


def entered(value: int) -> Styled:
    """Return a number somebody entered: blue."""
    return Styled(value, Look.ENTERED)


def ruled(value: int) -> Styled:
    """Return a number taken from the policy: on grey."""
    return Styled(value, Look.POLICY)


def is_whole(value: Fraction | None) -> bool:
    """Tell whether an amount can stand in the sheet's arithmetic."""
    return value is not None and value.denominator == 1
