"""Deadlines under the weeks of their safe dates, the overdue ones on top."""

from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import format_date
from PySide6.QtCore import QCoreApplication

from techmgr.desktop.grouping import Group
from techmgr.desktop.showing import showing
from techmgr.docket.queries import DeadlineRow

translate = QCoreApplication.translate
Grouped = list[tuple[Group, list[DeadlineRow]]]


def by_week(rows: Sequence[DeadlineRow], today: date) -> Grouped:
    """Overdue first; then this week, the next one, and each week after by its days, Monday first."""
    overdue = [row for row in rows if row.is_overdue(today)]
    found: Grouped = [(Group(translate("Weeks", "Overdue"), "danger_text"), overdue)]
    weeks: dict[date, list[DeadlineRow]] = {}
    for row in rows:
        if not row.is_overdue(today):
            weeks.setdefault(row.safe - timedelta(days=row.safe.weekday()), []).append(row)
    return found + [(Group(week_words(monday, today)), weeks[monday]) for monday in sorted(weeks)]


def week_words(monday: date, today: date) -> str:
    """Name a week: “This week, 14–20 September”, “28 September – 4 October”."""
    span = span_words(monday, monday + timedelta(days=6), today)
    ahead = (monday - (today - timedelta(days=today.weekday()))).days // 7
    if ahead == 0:
        return translate("Weeks", "This week, {days}").format(days=span)
    if ahead == 1:
        return translate("Weeks", "Next week, {days}").format(days=span)
    return span


def span_words(first: date, last: date, today: date) -> str:
    """Write a span of days as short as it can be read."""
    if showing.is_chinese:
        end = "d日" if first.month == last.month else "M月d日"
        year = "" if first.year == last.year == today.year else "y年"
        return f"{_day(first, f'{year}M月d日')}—{_day(last, end)}"
    year = "" if last.year == today.year else " y"
    if first.month == last.month:
        return f"{first.day}–{_day(last, f'd MMMM{year}')}"
    between = year if first.year != last.year else ""
    return f"{_day(first, f'd MMMM{between}')} – {_day(last, f'd MMMM{year}')}"


def _day(day: date, pattern: str) -> str:
    return str(format_date(day, pattern, locale="zh_CN" if showing.is_chinese else "en"))
