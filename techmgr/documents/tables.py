"""Tables on paper: widths found from what stands in them, one head on every page."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus import Table as PlacedTable

from techmgr.core.formats import MINUS, UNKNOWN, show_day, show_money
from techmgr.core.money import Money
from techmgr.core.shares import show_share
from techmgr.documents.content import Cell, Column, Kind, Mark, Row, Table
from techmgr.documents.fonts import LATIN, Weight, registered, width
from techmgr.documents.typeset import BODY, TABLE_HEAD, Type, ink, paragraph

PADDING = 5.0
_TALL = 400.0  # points; a row that does not fit into them is broken, a lower one moves on
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0)
_FEW = 4  # columns up to which a table is set as large as text
_LONGEST_WORD = 70.0  # points a column of text gets at least, if its words are that long
_INDENT = 10.0
_LEFT = frozenset({Kind.TEXT, Kind.DAY})
_APART = 45.0  # points more than it needs a column of numbers gets at most


def shown(cell: Cell, language: str) -> str:
    """Put a value into the words of a document; not known is –. Amounts come without currency."""
    match cell:
        case None:
            return UNKNOWN
        case Money():
            return show_money(cell)
        case Fraction():
            share = show_share(cell)
            return share.replace("\u202f", "") if language.startswith("zh") else share
        case date():
            # Seen from the last day there is, a day has its year and no weekday: 12 Nov 2025.
            return show_day(cell, date.max, language)
        case int():
            return f"{cell:,}".replace("-", MINUS)
        case str():
            return cell


def placed(table: Table, room: float, language: str) -> "LongRows":
    """Return a table as wide as the room; long tables break between rows and repeat the head."""
    texts = [[shown(cell, language) for cell in row.cells] for row in table.rows]
    size, widths = _widths(table, texts, room)
    return LongRows(_Laid(table, texts, size, widths))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A table with its words, its size of type and the widths of its columns."""

    table: Table
    texts: list[list[str]]
    size: float
    widths: list[float]
    cells: dict[int, list[Any]] = field(default_factory=dict)

    def rows(self, start: int, end: int) -> PlacedTable:
        """Return some of the rows below the head."""
        columns, rows = self.table.columns, self.table.rows[start:end]
        head = [_head(column, self.size) for column in columns]
        body = [self._row(at) for at in range(start, end)]
        made = PlacedTable([head, *body], colWidths=self.widths, repeatRows=1, hAlign="LEFT")
        return styled(made, _lines(rows, self.size))

    def _row(self, at: int) -> list[Any]:
        """Return the cells of a row; they are made once, though laid out on two pages."""
        if at not in self.cells:
            row = self.table.rows[at]
            self.cells[at] = _cells(self.table.columns, row, self.texts[at], self.size)
        return self.cells[at]


class LongRows(Flowable):  # type: ignore[misc]  # the PDF library has no types
    """A table that lays out no more rows at a time than a page can hold.

    The library's own tables copy all rows that are left at every page: twice as many rows would
    take four times as long.
    """

    def __init__(self, laid: _Laid, start: int = 0, guess: int = 40) -> None:
        super().__init__()
        self._laid, self._start = laid, start
        self._take(guess)

    def _take(self, count: int) -> None:
        self._end = min(self._start + count, len(self._laid.texts))
        self._part = self._laid.rows(self._start, self._end)

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        self.width, self.height = self._part.wrapOn(self.canv, room, height)
        while self.height <= height and self._end < len(self._laid.texts):
            self._take(2 * (self._end - self._start))
            self.width, self.height = self._part.wrapOn(self.canv, room, height)
        return self.width, self.height

    def draw(self) -> None:
        self._part.drawOn(self.canv, 0, 0)

    def split(self, room: float, height: float) -> list[Flowable]:
        self.wrap(room, height)
        pieces = self._part.splitOn(self.canv, room, height)
        if not pieces:
            return self._within_a_row(room, height) if height >= _TALL else []
        taken = len(pieces[0]._cellvalues) - 1  # noqa: SLF001 - the library tells it nowhere else
        rest = LongRows(self._laid, self._start + taken, taken + taken // 8 + 2)
        return [pieces[0], rest] if self._start + taken < len(self._laid.texts) else pieces[:1]

    def _within_a_row(self, room: float, height: float) -> list[Flowable]:
        """Break a row that is higher than a whole page."""
        row = self._laid.rows(self._start, self._start + 1)
        row.splitInRow = 1
        pieces = row.splitOn(self.canv, room, height)
        if self._start + 1 < len(self._laid.texts):
            pieces.append(LongRows(self._laid, self._start + 1))
        return list(pieces)


def styled(table: PlacedTable, commands: list[Any]) -> PlacedTable:
    """Give a table its looks, and our face instead of Helvetica, which files would only name."""
    table.setStyle([("FONT", (0, 0), (-1, -1), registered(LATIN[Weight.REGULAR])), *commands])
    return table


def _head(column: Column, size: float) -> Paragraph:
    kind = TABLE_HEAD.sized(min(size, TABLE_HEAD.size))
    return paragraph(column.title, kind if column.kind in _LEFT else kind.right())


def _cells(columns: Any, row: Row, texts: list[str], size: float) -> list[Any]:
    kind = BODY.sized(size)
    if row.mark is not Mark.PLAIN:
        kind = kind.strong()
    filled = texts + [""] * (len(columns) - len(texts))
    return [
        _cell(column, text, kind, row.indent * _INDENT if at == 0 else 0)
        for at, (column, text) in enumerate(zip(columns, filled, strict=True))
    ]


def _cell(column: Column, text: str, kind: Type, indent: float) -> Paragraph | str:
    if not text:
        return ""
    if column.kind in _LEFT:
        return paragraph(text, kind, indent=indent)
    return paragraph(text, kind.right())


def _widths(table: Table, texts: list[list[str]], room: float) -> tuple[float, list[float]]:
    """Choose the largest type in which every number stays on one line and words have room."""
    natural = [_natural(table, texts, at) for at in range(len(table.columns))]
    is_text = [column.kind is Kind.TEXT for column in table.columns]
    for size in _SIZES if len(table.columns) <= _FEW else _SIZES[1:]:
        wide = [each * size + 2 * PADDING + 1 for each in natural]
        least = [
            min(each, _LONGEST_WORD) if text else each
            for each, text in zip(wide, is_text, strict=True)
        ]
        if sum(least) <= room:
            break
    else:
        return _SIZES[-1], [each * room / sum(least) for each in least]
    return size, _divided(table.columns, wide, room)


def _natural(table: Table, texts: list[list[str]], at: int) -> float:
    """Return the width of a column's longest line in type of one point."""
    lines = [
        line
        for text, row in zip(texts, table.rows, strict=True)
        if at < len(text) and row.mark is not Mark.GROUP
        for line in text[at].splitlines()
    ]
    lines.append(table.columns[at].title)
    return max(width(line, 1, Weight.STRONG) for line in lines)


def _divided(columns: Any, wide: list[float], room: float) -> list[float]:
    """Give text columns the room that numbers leave: by share, but none more than it needs
    while another has too little; what is left over goes to all of them.
    """
    result = list(wide)
    open_ones = {at for at, column in enumerate(columns) if column.kind is Kind.TEXT}
    free = room - sum(each for at, each in enumerate(wide) if at not in open_ones)
    texts = sorted(open_ones)
    while open_ones:
        shares = sum(columns[at].share for at in open_ones)
        content = {at for at in open_ones if wide[at] <= free * columns[at].share / shares}
        if not content:
            for at in open_ones:
                result[at] = free * columns[at].share / shares
            return result
        free -= sum(wide[at] for at in content)
        open_ones -= content
    return _spread(result, texts, columns, free)


def _spread(result: list[float], texts: list[int], columns: Any, free: float) -> list[float]:
    """Give what is left over to numbers first, a little, and then to words."""
    numbers = [at for at, column in enumerate(columns) if column.kind not in _LEFT]
    extra = min(_APART, free / 2 / len(numbers)) if numbers else 0
    for at in numbers:
        result[at] += extra
    free -= extra * len(numbers)
    targets = texts or list(range(len(columns)))
    shares = sum(columns[at].share for at in targets)
    for at in targets:
        result[at] += free * columns[at].share / shares
    return result


def _lines(rows: Any, size: float) -> list[Any]:
    space = 5.0 if size >= _SIZES[0] else 3.2
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), space),
        ("BOTTOMPADDING", (0, 0), (-1, -1), space),
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, ink("line_strong")),
        ("LINEBELOW", (0, 1), (-1, -2), 0.5, ink("line_default")),
    ]
    for at, row in enumerate(rows, start=1):
        style += _marked(at, row.mark)
    return style


def _marked(at: int, mark: Mark) -> list[Any]:
    whole = ((0, at), (-1, at))
    match mark:
        case Mark.MINE:
            return [("BACKGROUND", *whole, ink("accent_quiet"))]
        case Mark.GROUP:
            return [("BACKGROUND", *whole, ink("bg_sunken")), ("SPAN", *whole)]
        case Mark.TOTAL:
            return [("LINEABOVE", *whole, 0.75, ink("line_strong"))]
        case _:
            return []


def columns_of(cells: list[Any], widths: list[float]) -> PlacedTable:
    """Return things side by side without any lines."""
    result = PlacedTable([cells], colWidths=widths, hAlign="LEFT", splitInRow=1)
    sides = ("LEFT", "RIGHT", "TOP", "BOTTOM")
    flush = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in sides]
    return styled(result, [*flush, ("VALIGN", (0, 0), (-1, -1), "TOP")])
