"""Why a deadline falls on its day: the arithmetic in words, step by step, with the citation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from techmgr.core.texts import Text, say
from techmgr.docket.calendars import Calendar
from techmgr.docket.due import Counted, Due
from techmgr.docket.events import EventKind
from techmgr.docket.holiday_names import holiday_words
from techmgr.docket.periods import Period, Unit, period_words
from techmgr.docket.rules import DEADLINE, Combination, Roll, Rulebook

_WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the arithmetic: what was done, the day it led to, and on what it rests."""

    label: Text
    detail: Text
    day: date
    source: str = ""


def weekday(day: date) -> Text:
    """Return the name of a day of the week."""
    return _WEEKDAYS[day.weekday()]


def steps(due: Due, book: Rulebook) -> list[Step]:
    """Return the way from the event to the legal date, one step for each thing that moved it."""
    return [
        Step(say("Event"), started(due.counted, book), due.counted.event_day),
        *_received(due.counted),
        _period(due),
        *_limits(due),
        *_rolls(due),
    ]


def started(counted: Counted, book: Rulebook) -> Text:
    """Say what an arm counts from: an event, or another deadline."""
    start = counted.arm.start
    if start.startswith(DEADLINE):
        return say("deadline “{rule}”", rule=book.rule(start.removeprefix(DEADLINE)).name)
    kind: EventKind = book.kinds[start]
    return Text(kind.title)


def sentence(due: Due) -> Text:
    """Say the whole arithmetic in one sentence.

    2019-03-14 + 12 months = 2020-03-14, a Saturday; next day the USPTO is open: Monday 2020-03-16.
    """
    added = {"sum": _sum(due.counted), "raw": due.raw, "raw_day": weekday(due.raw)}
    if due.legal == due.raw:
        return say("{sum} = {raw}, a {raw_day}.", **added)
    added |= {"legal": due.legal, "legal_day": weekday(due.legal)}
    if due.legal < due.raw:
        return say(
            "{sum} = {raw}, a {raw_day}; last business day before it: {legal_day} {legal}.", **added
        )
    return say(
        "{sum} = {raw}, {reason}; next day the {calendar} is open: {legal_day} {legal}.",
        reason=_why_closed(due),
        calendar=Text(due.calendar.title),
        **added,
    )


def _why_closed(due: Due) -> Text:
    holiday = due.calendar.name_of(due.raw)
    if holiday and due.raw.weekday() < 5:
        return holiday_words(holiday)
    return say("a {weekday}", weekday=weekday(due.raw))


def alternatives(due: Due, book: Rulebook) -> list[Text]:
    """Say the other ways to count that did not govern, with the days they led to."""
    if due.rule.combination is Combination.LATEST:
        return [
            say("{start}: {sum} = {end}; the later day governs.", **_other(each, book))
            for each in due.others
        ]
    return [
        say("{start}: {sum} = {end}; the earlier day governs.", **_other(each, book))
        for each in due.others
    ]


def _other(counted: Counted, book: Rulebook) -> dict[str, object]:
    return {"start": started(counted, book), "sum": _sum(counted), "end": counted.end}


def windows(due: Due) -> list[Text]:
    """Say from when it may be done, and until when with surcharge or extension."""
    found = []
    if due.opens:
        found.append(say("May be done from {day}.", day=due.opens))
    if due.surcharge_until:
        found.append(say("With surcharge until {day}.", day=due.surcharge_until))
    for each in due.extensions:
        months = period_words(Period(each.months, Unit.MONTHS))
        found.append(say("With {months} of extension until {day}.", months=months, day=each.legal))
    if due.rule.abandons:
        found.append(say("If nothing is done it counts as abandoned on {day}.", day=due.lost_on))
    return found


def _sum(counted: Counted) -> Text:
    sign = "−" if counted.period.count < 0 else "+"
    period = period_words(counted.period)
    days = (counted.start - counted.event_day).days
    values: dict[str, object] = {
        "start": counted.event_day,
        "sign": sign,
        "period": period,
        "days": days,
    }
    if days:
        return say("{start} + {days} days of delivery {sign} {period}", **values)
    return say("{start} {sign} {period}", **values)


def _received(counted: Counted) -> Iterator[Step]:
    days = (counted.start - counted.event_day).days
    if days:
        yield Step(
            say("+ {days} days", days=days), say("counts as received on this day"), counted.start
        )


def _period(due: Due) -> Step:
    counted = due.counted
    sign = "−" if counted.period.count < 0 else "+"
    label = say("{sign} {period}", sign=sign, period=period_words(counted.period))
    return Step(label, _month_rule(due), counted.end, due.rule.citation)


def _month_rule(due: Due) -> Text:
    """Say which of the three month rules counted."""
    counted = due.counted
    if counted.late_receipt:
        return say("and {days} days, received late", days=counted.late_receipt)
    if due.rule.first_day_counts:
        return say("the first day counts")
    if counted.period.unit in (Unit.DAYS, Unit.WEEKS):
        return say("counted from the next day")
    return _month_words(counted)


def _month_words(counted: Counted) -> Text:
    if counted.period.unit is Unit.MONTH_ENDS:
        return say("last day of the month")
    if counted.end.day == counted.start.day:
        return say("same day number")
    shorter = (counted.end + timedelta(days=1)).day == 1
    return say("last day of a shorter month") if shorter else say("with the days added")


def _limits(due: Due) -> Iterator[Step]:
    if due.raw != due.counted.end:
        yield Step(say("Longest time by law"), say("no later than this"), due.raw)


def _rolls(due: Due) -> Iterator[Step]:
    """Walk from the counted end to the legal date, the days of a weekend in one step."""
    if due.rule.roll is Roll.NONE:
        return
    pace = timedelta(days=1 if due.rule.roll is Roll.FORWARD else -1)
    day = due.raw
    while day != due.legal:
        name = due.calendar.name_of(day)
        weekend = not name
        while day != due.legal and (weekend or due.calendar.name_of(day) == name):
            day += pace
            if weekend and day.weekday() < 5:
                break
        yield _closed(name, due.calendar, day)


def _closed(name: str | None, calendar: Calendar, day: date) -> Step:
    if name is None:
        return Step(say("Weekend"), say("Saturday and Sunday are closed"), day)
    detail = say("{holiday}, closed", holiday=holiday_words(name))
    return Step(say("Holiday"), detail, day, f"{calendar.title} {day.year}")
