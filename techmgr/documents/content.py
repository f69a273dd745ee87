"""What a document says, as plain data: no page, no typeface, no library. Renderers draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from techmgr.core.money import Money
from techmgr.documents.charts import Bars, Ranked, SplitBar, Stacked, Waterfall

Cell = str | int | Money | Fraction | date | None


class Kind(StrEnum):
    """What a column holds; numbers are set to the right."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DAY = "day"


class Mark(StrEnum):
    """How a row of a table stands out."""

    PLAIN = "plain"
    MINE = "mine"
    TOTAL = "total"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Who it is for, on the left, and references on the right; one line each."""

    to: Sequence[str]
    references: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """The one title of a document or chapter, with the line under it."""

    text: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` stands before it. One that continues another has no space above."""

    text: str
    number: str = ""
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `lead` is set strong before the text; a quiet one is small and grey."""

    text: str
    lead: str = ""
    quiet: bool = False
    to_right: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """The one amount a document is about, in large type, with what it is and what happens to it."""

    label: str
    amount: Money | str
    aside: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of several figures in a row, such as 88 disclosures, +7 on 2025."""

    value: str
    label: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A row of figures."""

    figures: Sequence[KeyFigure]


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line of a sum: what it is, its amount, and where it comes from."""

    label: str
    amount: Money | str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NumberedSum:
    """A sum that shows its lines and the result they make."""

    heading: Heading | None
    lines: Sequence[SumLine]
    result: SumLine


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `share` is how much of the free width a column of text takes."""

    title: str
    kind: Kind = Kind.TEXT
    share: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: "" is an empty cell, None is shown as not known. A group has one cell."""

    cells: Sequence[Cell]
    mark: Mark = Mark.PLAIN
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on every page. Every plain row has a cell for every column."""

    columns: Sequence[Column]
    rows: Sequence[Row]

    def __post_init__(self) -> None:
        for row in self.rows:
            if row.mark is not Mark.GROUP and len(row.cells) != len(self.columns):
                raise ValueError(f"{len(row.cells)} cells in a table of {len(self.columns)}")


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Facts as name and value."""

    pairs: Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence set apart by a line above it."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence on a tinted ground with a bar before it, such as what is proposed."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes to tick with a pen."""

    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Steps:
    """The nine steps of a case as a strip, by the state's name in the tokens (`done`, `waiting`)."""

    states: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its own small heading and a note under it."""

    of: Bars | SplitBar | Waterfall | Stacked | Ranked
    heading: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Blocks in columns; `shares` is how the width is divided among them."""

    columns: Sequence[Sequence["Block"]]
    shares: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page when they fit on one."""

    blocks: Sequence["Block"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""


Block = (
    Addresses
    | Title
    | Heading
    | Para
    | Figure
    | KeyFigures
    | NumberedSum
    | Table
    | KeyValues
    | Note
    | Proposal
    | Choices
    | Steps
    | Chart
    | SideBySide
    | Together
    | Rule
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a document: the institution and its office."""

    name: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover page. `pattern` has a row of (length, tone) pieces per step; tone 0 is a gap, to 5."""

    title: str
    lines: Sequence[str] = ()
    pattern: Sequence[Sequence[tuple[int, int]]] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in the language of its reader; all its texts are already in that language.

    `number` is the record's (`Statement 2026-0147`), printed with the day on every page;
    `foot` stands at the bottom left of every page, `run` before the page number at the right.
    """

    title: str
    number: str
    day: date
    blocks: Sequence[Block]
    sender: Sender
    language: str = "en"
    foot: str = ""
    run: str = ""
    cover: Cover | None = None
    landscape: bool = False
