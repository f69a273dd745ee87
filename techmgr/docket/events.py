"""Events on a record, the kinds an event may have, and what looks wrong about them."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from techmgr.core.texts import Text, say

Fact = str | int | date | tuple[str, ...]
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event: on which records, which office codes mean it, and what must come first.

    `first_governs`: of several events of this kind only the earliest sets rules off.
    `undone_by`: a later event of these kinds undoes it (a lapse, by a restoration).
    """

    code: str
    title: str
    records: tuple[str, ...] = ()
    office_codes: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    once: bool = False
    first_governs: bool = False
    undone_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day. `key` says which event it is, also after its day changed."""

    kind: str
    day: date
    facts: Facts = field(default_factory=dict)
    key: Hashable = None


def by_kind(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return the events of each kind, in order of their days."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.kind, []).append(event)
    for each in found.values():
        each.sort(key=lambda event: event.day)
    return found


def strange(events: Iterable[Event], kinds: Mapping[str, EventKind]) -> list[Text]:
    """Say what cannot be right: a grant before the filing, one event twice, an unknown kind."""
    known = by_kind(events)
    found: list[Text] = []
    for code, each in known.items():
        if code not in kinds:
            found.append(say("“{kind}” is not a kind of event.", kind=code))
            continue
        found += _twice(kinds[code], each) + _too_early(kinds, kinds[code], each, known)
    return found


def _twice(kind: EventKind, events: list[Event]) -> list[Text]:
    days = [event.day for event in events]
    if kind.once and len(days) > 1:
        return [
            say(
                "{kind} is entered {count} times, but happens once: keep the right day.",
                kind=Text(kind.title),
                count=len(days),
            )
        ]
    same = {event.day for event in events if (event.day, event.facts) in _before(events, event)}
    return [
        say("{kind} of {day} is entered twice: keep one.", kind=Text(kind.title), day=day)
        for day in sorted(same)
    ]


def _before(events: list[Event], event: Event) -> list[tuple[date, Facts]]:
    return [(other.day, other.facts) for other in events if other is not event]


def _too_early(
    kinds: Mapping[str, EventKind],
    kind: EventKind,
    events: list[Event],
    known: dict[str, list[Event]],
) -> list[Text]:
    return [
        say(
            "{kind} of {day} lies before {other} of {first}: one of the two days is wrong.",
            kind=Text(kind.title),
            day=event.day,
            other=Text(kinds[other].title),
            first=known[other][0].day,
        )
        for other in kind.not_before
        if other in known
        for event in events
        if event.day < known[other][0].day
    ]
