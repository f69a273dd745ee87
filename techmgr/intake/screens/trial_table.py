"""The table of a dry run: heads of groups across the whole width, and a switch where ours and theirs differ."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from techmgr.desktop.columns import Column
from techmgr.desktop.delegates import CellDelegate
from techmgr.desktop.models import ROW, Index
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.theme import theme
from techmgr.intake.screens.lines import Shown

TONES = {
    "conflicts": "warn_text",
    "refused": "danger_text",
    "questions": "warn_text",
    "changed": "accent_text",
    "new": "ok_text",
    "unchanged": "text_secondary",
}
_SWITCH = 6  # the column with the switch
_HIGH = 22


def trial_columns(titles: Mapping[str, str]) -> list[Column]:
    """Return the columns under these titles; lines stand in the order of the groups."""

    def tone(shown: Shown) -> str:
        return TONES[shown.group] if shown.group in ("refused", "questions") else ""

    widths = {"row": 56, "number": 118, "field": 150, "ours": 120, "theirs": 130}
    return [
        Column(
            key,
            title,
            width=widths.get(key, 0),
            stretch=key in ("title", "note"),
            sortable=False,
            secondary=key in ("field", "ours"),
            strong=_is_told if key == "theirs" else _never,
            tone=tone if key in ("theirs", "note") else _plain,
            show=_words,
            tip=partial(_tip, key),
        )
        for key, title in titles.items()
    ]


def _is_told(shown: Shown) -> bool:
    return bool(shown.theirs)


def _never(_shown: Shown) -> bool:
    return False


def _plain(_shown: Shown) -> str:
    return ""


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _tip(key: str, shown: Shown) -> str:
    return _words(getattr(shown, key))


class TrialTable(RecordTable):
    """1 keeps ours and 2 takes theirs in the row with the keyboard; so does a click on the switch."""

    decided = Signal()

    def __init__(self, columns: Sequence[Column], sides: tuple[str, str], *, name: str) -> None:
        self.theirs: set[tuple[int, str]] = set()
        self.sides = sides  # what the two sides of the switch say
        super().__init__(columns, name=name)
        self.setItemDelegate(_TrialDelegate(self))
        self.edge = 16

    def show_groups(self, rows: Sequence[Shown]) -> None:
        """Exchange the lines; heads of groups stand across all columns."""
        self.clearSpans()
        self.show_rows(rows)
        for number, each in enumerate(rows):
            if each.head:
                self.setSpan(number, 0, 1, len(self.model_.columns))
        self.viewport().update()

    def decide(self, shown: Shown | None, *, theirs: bool) -> None:
        """Keep ours, or take theirs, where the two differ."""
        if shown is None or shown.cell is None:
            return
        (self.theirs.add if theirs else self.theirs.discard)(shown.cell)
        self.viewport().update()
        self.decided.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        shown = index.data(ROW) if index.isValid() else None
        super().mousePressEvent(event)
        if shown is not None and shown.cell and index.column() == _SWITCH:
            box = switch_box(QRectF(self.visualRect(index)), self)
            if box.contains(event.position()):
                self.decide(shown, theirs=event.position().x() > self._middle(box))

    def _middle(self, box: QRectF) -> float:
        return box.left() + _half(self)


def _half(table: TrialTable) -> float:
    return max(map(table.fontMetrics().horizontalAdvance, table.sides)) + 20.0


def switch_box(cell: QRectF, table: TrialTable) -> QRectF:
    """Where the switch stands in its cell."""
    top = cell.top() + (cell.height() - _HIGH) / 2
    return QRectF(cell.left() + 6, top, 2 * _half(table), _HIGH)


class _TrialDelegate(CellDelegate):
    """Paints heads and switches itself, and leaves every other cell to the table's own way."""

    _table: TrialTable

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Shown | None = index.data(ROW)
        if shown is not None and shown.head:
            self._head(painter, QRectF(option.rect), shown)
            return
        super().paint(painter, option, index)
        if shown is not None and shown.cell and index.column() == _SWITCH:
            self._switch(painter, switch_box(QRectF(option.rect), self._table), shown)

    def _head(self, painter: QPainter, box: QRectF, shown: Shown) -> None:
        painter.save()
        painter.fillRect(box, theme.colour("bg_sunken"))
        painter.setPen(QPen(theme.colour("line_default"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(theme.colour(TONES[shown.group]))
        painter.setFont(theme.font("strong"))
        words = QRectF(box).adjusted(8, 0, 0, 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        taken = painter.boundingRect(words, left, shown.head).width()
        painter.drawText(words, left, shown.head)
        painter.setPen(theme.colour("text_tertiary"))
        painter.setFont(theme.font("small"))
        painter.drawText(words.adjusted(taken + 10, 0, 0, 0), left, shown.note)
        painter.restore()

    def _switch(self, painter: QPainter, box: QRectF, shown: Shown) -> None:
        chosen = shown.cell in self._table.theirs
        half = box.width() / 2
        sides = zip(self._table.sides, (not chosen, chosen), strict=True)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        for place, (words, on) in enumerate(sides):
            part = QRectF(box.left() + place * half, box.top(), half, box.height())
            painter.setPen(QPen(theme.colour("accent_base" if on else "line_strong"), 1))
            painter.setBrush(theme.colour("accent_base" if on else "bg_base"))
            painter.drawRoundedRect(part.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(theme.colour("text_on_accent" if on else "text_primary"))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
