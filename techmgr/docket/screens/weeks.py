"""Deadlines under headings: weeks of their safe dates, days, people, cases, kinds, or what became of them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from babel.dates import format_date
from PySide6.QtCore import QCoreApplication

from techmgr.desktop.grouping import Group
from techmgr.desktop.showing import showing
from techmgr.docket.queries import DeadlineRow
from techmgr.docket.screens.columns import kind_words

translate = QCoreApplication.translate
Grouped = list[tuple[Group, list[DeadlineRow]]]


WAYS = ("week", "day", "person", "case", "kind", "state")


def way_words() -> dict[str, str]:
    """What each way to group is called."""
    return {
        "week": translate("Weeks", "week of safe date"),
        "day": translate("Weeks", "day"),
        "person": translate("Weeks", "person"),
        "case": translate("Weeks", "case"),
        "kind": translate("Weeks", "kind"),
        "state": translate("Weeks", "what became of it"),
    }


def grouped(rows: Sequence[DeadlineRow], today: date, way: str) -> Grouped:
    """Put rows under headings in one of the ways; within a heading they stay by safe date."""
    if way == "week":
        return by_week(rows, today)
    if way == "day":
        return _by(rows, lambda row: row.safe, lambda row: showing.day(row.safe))
    if way == "person":
        nobody = translate("Weeks", "Nobody")
        return _by(rows, lambda row: (not row.person, row.person), lambda row: row.person or nobody)
    if way == "case":
        return _by(rows, lambda row: (not row.case_number, row.case_number, row.record), _case)
    if way == "kind":
        return _by(rows, lambda row: row.kind, lambda row: kind_words(row.kind))
    return _by(rows, lambda row: _STATES.index(row.state), lambda row: state_words(row.state))


_STATES = ("missed", "open", "done", "waived", "ended")


def state_words(state: str) -> str:
    """What became of a deadline, as a heading."""
    return {
        "open": translate("Weeks", "Open"),
        "done": translate("Weeks", "Done"),
        "waived": translate("Weeks", "Waived"),
        "missed": translate("Weeks", "Missed"),
        "ended": translate("Weeks", "Nothing is due any more"),
    }[state]


def _case(row: DeadlineRow) -> str:
    named = "  ".join(filter(None, (row.case_number, row.case_title)))
    return named or row.record or translate("Weeks", "No case")


def _by(
    rows: Sequence[DeadlineRow],
    key: Callable[[DeadlineRow], Any],
    words: Callable[[DeadlineRow], str],
) -> Grouped:
    found: dict[Any, list[DeadlineRow]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    ordered = sorted(found)
    return [(Group(words(found[each][0])), found[each]) for each in ordered]


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
