"""The deadlines ahead on paper for the team's meeting: by week of the safe date, with a box to tick."""

from collections.abc import Sequence
from datetime import date, timedelta

from techmgr.core.formats import show_day, show_full_day
from techmgr.core.texts import Text, say, words
from techmgr.docket.queries import DeadlineRow
from techmgr.documents.content import (
    Block,
    Column,
    Document,
    KeyFigure,
    KeyFigures,
    Kind,
    Mark,
    Para,
    Row,
    Sender,
    Table,
    Title,
)

_BOX = "□"
_HARD = "◆"


def look_ahead(
    sender: Sender, rows: Sequence[DeadlineRow], today: date, until: date, language: str
) -> Document:
    """Return the paper. Rows are open deadlines by safe date; opportunities and terms are left out."""
    duties = [row for row in rows if row.is_duty]

    def put(text: Text) -> str:
        return words(text, language)

    span = {"first": show_full_day(today, language), "last": show_full_day(until, language)}
    blocks: list[Block] = [
        Title(
            put(say("Deadlines ahead")),
            put(say("{first} to {last}, by week of the safe date", **span)),
        ),
        KeyFigures(_figures(duties, today, language)),
    ]
    if duties:
        blocks.append(_table(duties, today, language))
        legend = say(
            "{hard} cannot be extended. Otherwise the last column says how long it can be, with "
            "extension or surcharge. Act by the safe date; the last day is the one of the law. "
            "{box} to tick.",
            hard=_HARD,
            box=_BOX,
        )
        blocks.append(Para(put(legend), quiet=True))
    else:
        blocks.append(Para(put(say("Nothing is due in this time."))))
    return Document(
        title=put(say("Deadlines ahead")),
        number=put(say("Team meeting")),
        day=today,
        blocks=blocks,
        sender=sender,
        language=language,
        foot=put(say("Confidential, for the office only")),
        run=put(say("Docket list")),
        landscape=True,
    )


def _figures(rows: Sequence[DeadlineRow], today: date, language: str) -> list[KeyFigure]:
    late = sum(row.is_overdue(today) for row in rows)
    hard = sum(row.is_hard and not row.is_extendable for row in rows)
    unchecked = sum(not row.checked_by for row in rows)
    counted = [
        (len(rows), say("due")),
        (late, say("overdue")),
        (hard, say("cannot be extended")),
        (unchecked, say("not checked by a second person")),
    ]
    return [KeyFigure(f"{count:,}", words(text, language)) for count, text in counted]


def _table(rows: Sequence[DeadlineRow], today: date, language: str) -> Table:
    titles = [
        Column("", Kind.DAY),
        Column(words(say("Safe date"), language), Kind.DAY),
        Column(words(say("Last day"), language), Kind.DAY),
        Column(words(say("What must happen"), language), share=4),
        Column(words(say("Record"), language), share=2),
        Column(words(say("Case"), language), share=4),
        Column(words(say("Who"), language), share=2),
        Column(words(say("Can be extended"), language), Kind.DAY),
    ]
    made: list[Row] = []
    for heading, group in _weeks(rows, today, language):
        made.append(Row([f"{words(heading, language)} ({len(group)})"], Mark.GROUP))
        made += [_row(row, today, language) for row in group]
    return Table(titles, made)


def _row(row: DeadlineRow, today: date, language: str) -> Row:
    extends = _HARD if row.is_hard else words(say("on request"), language)
    if row.is_extendable:
        day = show_day(row.last, today, language)
        extends = words(say("to {day}", day=day), language)
    return Row(
        [
            _BOX,
            _day(row.safe, today, language),
            _day(row.legal, today, language),
            words(row.title, language),
            row.record if row.record != row.case_number else "",
            " ".join(filter(None, (row.case_number, row.case_title))),
            row.person,
            extends,
        ]
    )


def _day(day: date, today: date, language: str) -> str:
    """A day on paper has its weekday also when it is over: nobody clicks on it."""
    return show_day(day, min(day, today), language)


def _weeks(
    rows: Sequence[DeadlineRow], today: date, language: str
) -> list[tuple[Text, list[DeadlineRow]]]:
    late = [row for row in rows if row.is_overdue(today)]
    found: list[tuple[Text, list[DeadlineRow]]] = [(say("Overdue"), late)] if late else []
    weeks: dict[date, list[DeadlineRow]] = {}
    for row in rows:
        if not row.is_overdue(today):
            weeks.setdefault(row.safe - timedelta(days=row.safe.weekday()), []).append(row)
    return found + [(_week(monday, language), weeks[monday]) for monday in sorted(weeks)]


def _week(monday: date, language: str) -> Text:
    """Name a week by its number and its first and last day."""
    days = [show_day(each, date.max, language) for each in (monday, monday + timedelta(days=6))]
    number = monday.isocalendar().week
    return say("Week {number}: {first} to {last}", number=number, first=days[0], last=days[1])
