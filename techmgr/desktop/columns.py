"""What a column of a table shows, and how a row becomes words; delegates never format.

    Column("title", self.tr("Title"), stretch=True)
    Column("manager", self.tr("Mgr"), Kind.PERSON, width=40, gives_up=3)
    Column("steps", self.tr("Steps"), Kind.STRIP)
    Column("next_day", self.tr("Next date"), Kind.DATE, tone=lambda row: "warn_text" if row.soon else "")
    Column("income", self.tr("Income"), Kind.MONEY, computed=True)

The value is `getattr(row, key)` unless `value` says how to get it. By kind it must be: TEXT str;
NUMBER int; MONEY core.money.Money; DATE date; SHARE Fraction; PERSON a name; STATE `Marked`; STRIP
nine states. None is shown as nothing, or as a dash for money, numbers and shares.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from techmgr.desktop.showing import showing
from techmgr.desktop.states import State


class Kind(Enum):
    """How a cell is painted."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    SHARE = "share"
    PERSON = "person"
    STATE = "state"
    STRIP = "strip"


_RIGHT = (Kind.NUMBER, Kind.MONEY, Kind.SHARE)
_WIDTHS = {
    Kind.TEXT: 140,
    Kind.NUMBER: 72,
    Kind.MONEY: 112,
    Kind.DATE: 108,
    Kind.SHARE: 80,
    Kind.PERSON: 140,
    Kind.STATE: 130,
    Kind.STRIP: 9 * 11 + 14,
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A state with its words: `Marked(State.OVERDUE, "6 days late")`."""

    state: State
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is sorted by; an empty key is the list's own order."""

    key: str = ""
    descending: bool = False


def _never(_row: Any) -> bool:
    return False


def _plain(_row: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column gives up its room in the order of `gives_up` (1 first, 0 never) when the table is narrow."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 0
    stretch: bool = False
    gives_up: int = 0
    sortable: bool = True
    hidden: bool = False  # not shown until the user chooses it
    secondary: bool = False  # in the colour of second columns
    initials: bool = False  # a person as initials only
    computed: bool | Callable[[Any], bool] = False
    tone: Callable[[Any], str] = _plain  # name of a colour token, "" for the usual one
    strong: Callable[[Any], bool] = _never
    value: Callable[[Any], Any] | None = None
    show: Callable[[Any], str] | None = None
    tip: Callable[[Any], str] | None = None

    @property
    def room(self) -> int:
        """The width it starts with."""
        return self.width or _WIDTHS[self.kind]

    @property
    def is_right(self) -> bool:
        """Figures stand at the right."""
        return self.kind in _RIGHT

    def of(self, row: Any) -> Any:
        """The value in a row."""
        return self.value(row) if self.value else getattr(row, self.key)

    def text(self, row: Any) -> str:
        """The words in a row, as shown and as copied."""
        value = self.of(row)
        if self.show is not None:
            return self.show(value)
        return _SHOWN[self.kind](value)

    def is_computed(self, row: Any) -> bool:
        """Whether the program computed it: dotted line, Space opens its why."""
        computed = self.computed(row) if callable(self.computed) else self.computed
        return computed and self.of(row) is not None


def initials(name: str) -> str:
    """The initials of a person: Ines Moreau is IM; of a Chinese name its last two characters."""
    if name and not name.isascii() and any("\u4e00" <= sign <= "\u9fff" for sign in name):
        return name.strip()[-2:]
    parts = name.split()
    return (parts[0][0] + parts[-1][0]).upper() if len(parts) > 1 else name[:2].upper()


def _words(value: Any) -> str:
    return "" if value is None else showing.words(value) if not isinstance(value, str) else value


def _steps(states: Sequence[State] | None) -> str:
    return " ".join(state.value for state in states or ())


_SHOWN: dict[Kind, Callable[[Any], str]] = {
    Kind.TEXT: _words,
    Kind.NUMBER: showing.number,
    Kind.MONEY: showing.money,
    Kind.DATE: showing.day,
    Kind.SHARE: showing.share,
    Kind.PERSON: _words,
    Kind.STATE: lambda marked: marked.text if marked else "",
    Kind.STRIP: _steps,
}
