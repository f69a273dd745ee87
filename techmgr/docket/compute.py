"""From events and rules to deadlines: legal date, safe date, windows, extensions. Linear in events."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from techmgr.core.days import roll_back, roll_forward
from techmgr.core.texts import Text, say
from techmgr.docket.calendars import Calendar, not_covered
from techmgr.docket.counting import History, count
from techmgr.docket.due import Counted, Due, Extension
from techmgr.docket.events import Event, Facts, by_kind
from techmgr.docket.periods import Period, Unit, after, period_words
from techmgr.docket.rulebook import BY_COUNTRY
from techmgr.docket.rules import Combination, Roll, Rule, Rulebook, ValidBy, within


def all_due(
    book: Rulebook,
    events: Iterable[Event],
    facts: Facts,
    calendars: Mapping[str, Calendar],
) -> list[Due]:
    """Return every deadline the events of one record set off, in the order of their legal dates."""
    history = History(book, by_kind(events), facts, calendars)
    country = str(facts.get("country", ""))
    keys = [(kind, name) for kind in history.events for name in {country, ""}]
    places = {place for key in keys for place in book.places.get(key, ())}
    for place in sorted(places):
        rule = book.rules[place]
        for event in _triggering(rule, history):
            found = due(rule, event, history)
            if found:
                history.found.setdefault(rule.code, []).append(found)
    return sorted(
        (each for dues in history.found.values() for each in dues), key=lambda each: each.legal
    )


def _triggering(rule: Rule, history: History) -> Iterator[Event]:
    for kind in rule.triggers:
        events = history.events.get(kind, [])
        yield from events[:1] if events and history.book.kinds[kind].first_governs else events


def due(rule: Rule, event: Event, history: History) -> Due | None:
    """Return the deadline a rule sets for an event, or None when the rule does not apply to it."""
    facts = history.facts_at(event)
    if not all(condition.holds(facts) for condition in rule.when):
        return None
    if rule.valid_by is ValidBy.EVENT and not within(event.day, rule.valid_from, rule.valid_to):
        return None
    arms = [counted for arm in rule.arms if (counted := count(rule, arm, event, history, facts))]
    if not arms:
        return None
    choose = max if rule.combination is Combination.LATEST else min
    counted = choose(arms, key=lambda each: each.end)
    raw = _capped(rule, event, counted.end)
    if not _in_its_time(rule, arms[0].end, raw, history):
        return None
    return _dated(rule, event, counted, arms, history)


def _in_its_time(rule: Rule, end: date, raw: date, history: History) -> bool:
    """Tell whether the first arm ends in the span of the events, and raw in that of the version."""
    if rule.valid_by is ValidBy.END and not within(raw, rule.valid_from, rule.valid_to):
        return False
    begins, ends = history.first(rule.only_after), history.first(rule.only_before)
    if (rule.only_after and not begins) or (begins and end <= begins.day):
        return False
    return ends is None or end <= ends.day


def _dated(
    rule: Rule, event: Event, counted: Counted, arms: list[Counted], history: History
) -> Due:
    facts, raw = history.facts_at(event), _capped(rule, event, counted.end)
    others = tuple(each for each in arms if each is not counted)
    newer = _next(event, history)
    calendar, warnings = _calendar(rule, history, facts)
    legal = _rolled(raw, rule, calendar)
    surcharge = _longer(rule, counted, rule.surcharge) if rule.surcharge else None
    extensions = tuple(_extensions(rule, event, counted, calendar))
    lasts = [legal, *(extension.legal for extension in extensions)]
    until = _rolled(surcharge, rule, calendar) if surcharge else None
    years = {day.year for day in (raw, *lasts, until) if day} if rule.roll != Roll.NONE else ()
    uncovered = not_covered(calendar, years)
    warnings += [uncovered] if uncovered else []
    return Due(
        rule=rule,
        event=event,
        calendar=calendar,
        counted=counted,
        others=others,
        raw=raw,
        legal=legal,
        safe=roll_back(raw, calendar),
        opens=_longer(rule, counted, rule.opens) if rule.opens else None,
        surcharge_raw=surcharge,
        surcharge_until=until,
        extensions=extensions,
        met=_met(rule, event, newer, history),
        implied=_implied(rule, event, history),
        ended=_ended(rule, event, newer, history),
        warnings=(*warnings, *_unknowns(rule, arms, history, facts)),
    )


def _capped(rule: Rule, event: Event, end: date) -> date:
    return min(end, after(event.day, rule.at_most)) if rule.at_most else end


def _longer(rule: Rule, counted: Counted, more: Period) -> date:
    """Count the period and `more` in one step from the original day, or from the end if it restarts."""
    if counted.arm.restarts or rule.first_day_counts:
        return after(counted.end, more)
    days = timedelta(days=counted.more_days)
    return after(counted.start, counted.period, more) + days


def _extensions(
    rule: Rule, event: Event, counted: Counted, calendar: Calendar
) -> Iterator[Extension]:
    """Extend month by month from the un-rolled day, up to the statutory maximum (MPEP 710.01(a))."""
    for months in range(1, rule.extensions + 1):
        raw = _longer(rule, counted, Period(months, Unit.MONTHS))
        if raw != _capped(rule, event, raw):
            return
        yield Extension(months, raw, _rolled(raw, rule, calendar))


def _rolled(day: date, rule: Rule, calendar: Calendar) -> date:
    match rule.roll:
        case Roll.FORWARD:
            return roll_forward(day, calendar)
        case Roll.BACK:
            return roll_back(day, calendar)
        case Roll.NONE:
            return day


def _calendar(rule: Rule, history: History, facts: Facts) -> tuple[Calendar, list[Text]]:
    if rule.calendar != BY_COUNTRY:
        return history.calendars[rule.calendar], []
    country = str(facts.get("country", ""))
    calendar = history.calendars.get(country.lower())
    if calendar:
        return calendar, []
    return history.calendars["weekends"], [
        say(
            "There is no calendar for {country}: only weekends were taken as closed.",
            country=country or "?",
        )
    ]


def _met(rule: Rule, event: Event, newer: date | None, history: History) -> date | None:
    """Return when it was first done, for this event and not for the next one of its kind."""
    until = newer or date.max
    since = date.min if rule.met_before else event.day
    days = [
        each.day
        for each in _of(rule.met_by, history)
        if since <= each.day <= until
        and (rule.number is None or each.facts.get("number", rule.number) == rule.number)
    ]
    return min(days, default=None)


def _implied(rule: Rule, event: Event, history: History) -> date | None:
    """Return when an event showed that it had been done: a later year's fee proves the earlier."""
    days = [each.day for each in _of(rule.implied_by, history) if each.day > event.day]
    if rule.number is not None:
        days += [each.day for each in _of(rule.met_by, history) if _number(each) > rule.number]
    return min(days, default=None)


def _number(event: Event) -> int:
    number = event.facts.get("number")
    return number if isinstance(number, int) else 0


def _ended(rule: Rule, event: Event, newer: date | None, history: History) -> date | None:
    """Return when nothing was due any more: an ending event, or a newer one of the same kind."""
    days = [
        each.day
        for each in _of(rule.ended_by, history)
        if each.day >= event.day and not _undone(each, history)
    ]
    return min([*days, newer] if newer else days, default=None)


def _undone(event: Event, history: History) -> bool:
    undoing = _of(history.book.kinds[event.kind].undone_by, history)
    return any(each.day >= event.day for each in undoing)


def _next(event: Event, history: History) -> date | None:
    return min(
        (each.day for each in history.events[event.kind] if each.day > event.day), default=None
    )


def _of(kinds: tuple[str, ...], history: History) -> Iterator[Event]:
    for kind in kinds:
        yield from history.events.get(kind, ())


def _unknowns(rule: Rule, arms: list[Counted], history: History, facts: Facts) -> Iterator[Text]:
    """Say which counts and events the record lacks, as far as they could move the date."""
    for each in arms:
        if each.period.fact and not isinstance(facts.get(each.period.fact), int):
            yield say(
                "The record does not say how long: {period} was taken.",
                period=period_words(each.period),
            )
    seen = {each.arm.start for each in arms}
    for arm in rule.arms:
        matters = not (arm.optional or arm.answered_by or arm.start in seen)
        if (
            matters
            and arm.start in history.book.kinds
            and all(each.holds(facts) for each in arm.when)
        ):
            yield say(
                "Counted without “{event}”, which is not entered: the date may move.",
                event=Text(history.book.kinds[arm.start].title),
            )
