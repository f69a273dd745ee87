"""What is known of one record, and how one arm of a rule counts from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from techmgr.docket.calendars import Calendar
from techmgr.docket.due import Counted, Due
from techmgr.docket.events import Event, Fact, Facts
from techmgr.docket.periods import Period, after
from techmgr.docket.rules import DEADLINE, Arm, Delivery, Rule, Rulebook, within


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of one record: its events by kind, its facts, and the dates found so far."""

    book: Rulebook
    events: Mapping[str, list[Event]]
    facts: Facts
    calendars: Mapping[str, Calendar]
    found: dict[str, list[Due]] = field(default_factory=dict)

    def facts_at(self, event: Event) -> Facts:
        """Return the record's facts with those of the event on top."""
        return {**self.facts, **event.facts} if event.facts else self.facts

    def first(self, kind: str) -> Event | None:
        """Return the earliest event of a kind, or None."""
        return self.events[kind][0] if kind in self.events else None

    def governing(self, kind: str, trigger: Event) -> Event | None:
        """Return the event of a kind an arm counts from: the trigger, or the next one after it."""
        if kind == trigger.kind:
            return trigger
        known = self.events.get(kind)
        if not known:
            return None
        if self.book.kinds[kind].first_governs:
            return known[0]
        return next((event for event in known if event.day >= trigger.day), known[-1])


def count(rule: Rule, arm: Arm, trigger: Event, history: History, facts: Facts) -> Counted | None:
    """Return an arm counted for the triggering event, or None when it does not apply to it."""
    if not all(condition.holds(facts) for condition in arm.when):
        return None
    if not _answered(arm, trigger, history):
        return None
    if arm.start.startswith(DEADLINE):
        dues = history.found.get(arm.start.removeprefix(DEADLINE), [])
        own_due = [each for each in dues if each.event is trigger] or dues
        return _counted(rule, arm, own_due[-1].raw, facts) if dues else None
    event = history.governing(arm.start, trigger)
    if event is None:
        return None
    own = facts if event is trigger else history.facts_at(event)
    return _counted(rule, arm, event.day, own, _delivery(rule, event, own, history))


def _answered(arm: Arm, trigger: Event, history: History) -> bool:
    if not arm.answered_by:
        return True
    last = after(trigger.day, arm.answered_within) if arm.answered_within else date.max
    answers = history.events.get(arm.answered_by, ())
    return any(trigger.day <= event.day <= last for event in answers)


def _counted(
    rule: Rule, arm: Arm, day: date, facts: Facts, delivery: Delivery | None = None
) -> Counted:
    period = known_period(arm.period, facts)
    start = day + timedelta(days=delivery.days if delivery else 0)
    late = _late_receipt(delivery, day, facts.get("received"))
    more = facts.get(rule.plus_days)
    days = late + (more if isinstance(more, int) else 0) - (1 if rule.first_day_counts else 0)
    return Counted(arm, period, day, start, after(start, period) + timedelta(days=days), late, days)


def known_period(period: Period, facts: Facts) -> Period:
    """Return the period with the count the record knows, or else the rule's own."""
    count = facts.get(period.fact) if period.fact else None
    return Period(count, period.unit, period.fact) if isinstance(count, int) else period


def _late_receipt(delivery: Delivery | None, day: date, received: Fact | None) -> int:
    if delivery is None or delivery.free_days is None or not isinstance(received, date):
        return 0
    return max(0, (received - day).days - delivery.free_days)


def _delivery(rule: Rule, event: Event, facts: Facts, history: History) -> Delivery | None:
    if not rule.delivery:
        return None
    for delivery in history.book.deliveries[rule.delivery]:
        in_force = within(event.day, delivery.valid_from, delivery.valid_to)
        if in_force and all(condition.holds(facts) for condition in delivery.when):
            return delivery
    return None
