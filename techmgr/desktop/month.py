"""The month that opens at a date field."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme

_SIZE = QSize(268, 232)
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
_STEPS = (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right"))


class Calendar(QCalendarWidget):
    """One month in the colours of the theme; it opens on the chosen day."""

    def __init__(self, chosen: date) -> None:
        super().__init__()
        self.setLocale(QLocale("zh_CN" if showing.is_chinese else "en_GB"))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setFixedSize(_SIZE)
        self.setSelectedDate(QDate(chosen.year, chosen.month, chosen.day))
        self._dress()

    def _dress(self) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(theme.colour("text_tertiary"))
        quiet.setBackground(theme.colour("bg_raised"))
        self.setHeaderTextFormat(quiet)
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, quiet)
        for name, icon in _STEPS:
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(theme.icon(icon))

    def paintCell(self, painter: QPainter, box: QRect, day: QDate) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.colour("bg_raised"))
        edge = QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5)
        chosen = day == self.selectedDate()
        is_today = day.toPython() == showing.today
        painter.setPen(theme.colour("accent_base") if is_today else Qt.GlobalColor.transparent)
        painter.setBrush(theme.colour("accent_base" if chosen else "bg_raised"))
        painter.drawRoundedRect(edge, 5, 5)
        outside = "text_primary" if day.month() == self.monthShown() else "text_disabled"
        painter.setPen(theme.colour("text_on_accent" if chosen else outside))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


def open_calendar(beside: QWidget, chosen: date, then: Callable[[date], object]) -> QMenu:
    """Open the month below a field; `then` is told the day that is picked."""
    menu = QMenu(beside)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar = Calendar(chosen)
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)
    for picked in (calendar.clicked, calendar.activated):  # by pointer, and by Enter
        picked.connect(lambda day: then(day.toPython()))
        picked.connect(menu.close)
    menu.popup(beside.mapToGlobal(QPoint(0, beside.height() + 2)))
    calendar.setFocus()
    return menu
