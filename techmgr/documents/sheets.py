"""What a workbook holds, as plain data: typed cells, looks, lists to choose from, named cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from techmgr.documents.content import Cell, Column, Kind

_LINES_ABOVE = 3  # heading, the line under it, and an empty row


class Look(StrEnum):
    """What a cell is: its look follows from it."""

    PLAIN = "plain"
    ENTERED = "entered"  # typed by somebody: blue
    POLICY = "policy"  # taken from a policy: on grey
    TOTAL = "total"
    CHECK = "check"  # must be 0: green, red when it is not
    INPUT = "input"  # of a form: to be filled in, the only unlocked look
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula, written by the program and never from a user's text.

    `text` begins with = and uses English function names; `kind` and `decimals` choose its format.
    """

    text: str
    kind: Kind = Kind.MONEY
    decimals: int = 2

    def __post_init__(self) -> None:
        if not self.text.startswith("="):
            raise ValueError(f"a formula begins with =, not {self.text!r}")


Value = Cell | Formula


@dataclass(frozen=True, slots=True)
class Styled:
    """A value with its look. `kind` is what an empty cell of a form is meant to be filled with."""

    value: Value
    look: Look
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Choice:
    """The words that may stand in an area such as `C5:C20`."""

    area: str
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: lines above, a head that stays in view, and rows.

    A row may be shorter than the columns, never longer. `marks` gives whole rows (counted from 0)
    a look; `names` are cells by name (`{"title": "C5"}`).
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value | Styled]]
    heading: str = ""
    under: str = ""
    widths: Mapping[int, float] = field(default_factory=dict)
    marks: Mapping[int, Look] = field(default_factory=dict)
    choices: Sequence[Choice] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    is_protected: bool = False
    is_filtered: bool = False

    def __post_init__(self) -> None:
        longest = max(map(len, self.rows), default=0)
        if longest > len(self.columns):
            raise ValueError(f"{longest} cells in a sheet of {len(self.columns)} columns")

    @property
    def head_row(self) -> int:
        """The number of the row with the columns' titles."""
        return _LINES_ABOVE + 1 if self.heading else 1

    @property
    def first_row(self) -> int:
        """The number of the first row below the head, for formulas."""
        return self.head_row + 1


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook. `form` names the form it is, hidden in the file, so that it can be read back."""

    sheets: Sequence[Sheet]
    title: str = ""
    language: str = "en"
    form: str = ""
