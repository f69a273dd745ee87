"""The month a deadline lies in, with its closed days, its counted end, its safe and its last day."""

from calendar import monthrange
from datetime import date, timedelta

from babel.dates import format_date, get_day_names
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from techmgr.core.days import is_open
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.docket.calendars import Calendar
from techmgr.docket.queries import DeadlineRow

_WIDE, _HIGH = 29, 26
_LEGEND = 8


class Month(QWidget):
    """Painted once for one deadline; the same days are said in the steps beside it."""

    def __init__(self, row: DeadlineRow, calendar: Calendar) -> None:
        super().__init__()
        self._row = row
        self._calendar = calendar
        first = row.legal.replace(day=1)
        self._monday = first - timedelta(days=first.weekday())
        days = first.weekday() + monthrange(first.year, first.month)[1]
        self._weeks = -(-days // 7)
        self.setFixedHeight((self._weeks + 1) * _HIGH + 2)
        self.setMinimumWidth(7 * _WIDE + _LEGEND + 84)
        self.setAccessibleName(self.tr("Calendar of the month"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_tertiary"))
        names = get_day_names("short", locale="zh_CN" if showing.is_chinese else "en")
        for place in range(7):
            box = QRectF(place * _WIDE, 0, _WIDE, _HIGH)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, names[place])
        painter.setFont(theme.font("small"))
        for number in range(self._weeks * 7):
            self._day(painter, self._monday + timedelta(days=number), *divmod(number, 7))
        self._legend(painter)

    def _day(self, painter: QPainter, day: date, week: int, place: int) -> None:
        box = QRectF(place * _WIDE + 1, (week + 1) * _HIGH + 1, _WIDE - 2, _HIGH - 3)
        ink = "text_primary" if day.month == self._row.legal.month else "text_disabled"
        if not is_open(day, self._calendar):
            self._box(painter, box, fill="select_inactive")
            ink = "text_tertiary"
        if day == self._row.legal:
            self._box(painter, box, fill="accent_base")
            ink = "text_on_accent"
        elif day == self._row.safe:
            self._box(painter, box, edge="accent_base", width=2)
            ink = "accent_text"
        elif day == self._row.raw:
            self._box(painter, box, edge="text_secondary")
        painter.setPen(theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _box(
        self, painter: QPainter, box: QRectF, *, fill: str = "", edge: str = "", width: int = 1
    ) -> None:
        painter.setPen(QPen(theme.colour(edge), width) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _legend(self, painter: QPainter) -> None:
        left, row = 7 * _WIDE + _LEGEND + 4, self._row
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_secondary"))
        month = format_date(
            row.legal,
            "y年M月" if showing.is_chinese else "MMM y",
            locale="zh_CN" if showing.is_chinese else "en",
        )
        painter.drawText(QRectF(left, 0, 90, _HIGH), Qt.AlignmentFlag.AlignVCenter, str(month))
        lines = [(self.tr("last day"), "accent_base", "", 1)]
        if row.raw != row.legal:
            lines.append((self.tr("counted end"), "", "text_secondary", 1))
        if row.safe != row.legal:
            lines.append((self.tr("safe date"), "", "accent_base", 2))
        lines.append((self.tr("closed"), "select_inactive", "", 1))
        painter.setFont(theme.font("micro"))
        for place, (words, fill, edge, width) in enumerate(lines):
            top = _HIGH + place * 18
            self._box(painter, QRectF(left, top + 4, 9, 9), fill=fill, edge=edge, width=width)
            painter.setPen(theme.colour("text_secondary"))
            words_box = QRectF(left + 15, top, 90, 17)
            painter.drawText(words_box, Qt.AlignmentFlag.AlignVCenter, words)
