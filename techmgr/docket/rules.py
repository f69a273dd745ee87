"""What a deadline rule says: trigger, periods, calendar, windows, extensions, citation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from techmgr.core.texts import Text, say
from techmgr.docket.events import EventKind, Fact, Facts
from techmgr.docket.periods import Period

DEADLINE = "deadline:"  # an arm that starts from another rule's date: "deadline:us.conversion"


class Roll(StrEnum):
    """Where a last day goes that falls on a closed day."""

    FORWARD = "forward"
    BACK = "back"
    NONE = "none"


class Combination(StrEnum):
    """Which of several ends governs."""

    LATEST = "latest"
    EARLIEST = "earliest"


class ValidBy(StrEnum):
    """Which day decides between the versions of a rule: its event's, or the day it ends."""

    EVENT = "event"
    END = "end"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a fact must be. A fact nobody knows fulfils an exclusion, a span of days only if it says so.

    A fact that is several words (the countries wanted) fulfils a condition when one of them does.
    """

    fact: str
    one_of: frozenset[str] = frozenset()
    none_of: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    unknown: bool = False

    def holds(self, facts: Facts) -> bool:
        """Tell whether the facts fulfil the condition."""
        known = facts.get(self.fact)
        if self.first or self.last:
            if known is None:
                return self.unknown
            return isinstance(known, date) and within(known, self.first, self.last)
        words = _words(known)
        return not words & self.none_of and (not self.one_of or bool(words & self.one_of))


def _words(known: Fact | None) -> frozenset[str]:
    if known is None:
        return frozenset()
    return frozenset(known) if isinstance(known, tuple) else frozenset({str(known)})


def within(day: date, first: date | None, last: date | None) -> bool:
    """Tell whether a day lies in a span of time, both ends included; None is no end."""
    return (first is None or first <= day) and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Arm:
    """One way to count: a period from an event of a kind, or from another rule's date.

    `answered_by` with `answered_within`: the arm counts only if such an event came in that time
    after the triggering one. `restarts`: windows and extensions run from the end, not the start.
    `optional`: most records have no such event, so that nothing is said when it is missing.
    """

    start: str
    period: Period
    when: tuple[Condition, ...] = ()
    answered_by: str = ""
    answered_within: Period | None = None
    restarts: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LateStep:
    """To the end of `months` after the due day, the late fee is `percent` of the full fee."""

    months: int
    percent: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """When a notification counts as received: days added before the period; days late added after.

    EPO to 31 Oct 2023: ten days plus two months, not the reverse (T 2056/08). Since then a document
    received more than 7 days after its date extends the period by the excess.
    """

    code: str
    days: int = 0
    free_days: int | None = None
    when: tuple[Condition, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A deadline rule. It has at least one arm; `number` is the year or fee it is about.

    `met_by`: events that do what is due. `implied_by`: events that prove it was done, though on a
    day not entered (a grant proves the issue fee). `ended_by`: events after which nothing is due.
    """

    code: str
    title: str
    triggers: tuple[str, ...]
    arms: tuple[Arm, ...]
    citation: str
    combination: Combination = Combination.LATEST
    when: tuple[Condition, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    valid_by: ValidBy = ValidBy.EVENT
    calendar: str = "weekends"
    roll: Roll = Roll.FORWARD
    first_day_counts: bool = False
    plus_days: str = ""
    delivery: str = ""
    at_most: Period | None = None
    opens: Period | None = None
    surcharge: Period | None = None
    late_steps: tuple[LateStep, ...] = ()
    extensions: int = 0
    hard: bool = True
    only_after: str = ""
    only_before: str = ""
    met_by: tuple[str, ...] = ()
    met_before: bool = False
    ended_by: tuple[str, ...] = ()
    implied_by: tuple[str, ...] = ()
    number: int | None = None
    kind: str = ""
    remedy: str = ""
    note: str = ""
    abandons: bool = False  # undone, the application is abandoned the day after
    own: bool = False  # the office's, not one the program brings along

    @property
    def is_duty(self) -> bool:
        """Tell whether something must be done; a term's end and an opportunity only pass."""
        return self.kind not in ("advice", "term")

    @property
    def name(self) -> Text:
        """The title in words, with the year or fee it is about."""
        return say(self.title, number=self.number)

    @property
    def countries(self) -> frozenset[str]:
        """The countries the rule is for; none when it is for any."""
        named = [each.one_of for each in self.when if each.fact == "country" and each.one_of]
        return named[0] if named else frozenset()

    @property
    def builds_on(self) -> list[str]:
        """The codes of the rules whose dates this one starts from."""
        starts = [arm.start for arm in self.arms if arm.start.startswith(DEADLINE)]
        return [start.removeprefix(DEADLINE) for start in starts]


@dataclass(frozen=True, slots=True)
class Absolute:
    """Countries where any disclosure before filing ends the right, and why."""

    countries: tuple[str, ...]
    citation: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, in an order in which every rule stands after those it builds on.

    `places`: which rules an event sets off, by its kind and the record's country; those of any
    country are under the country "". It keeps computing linear however many countries there are.
    """

    rules: tuple[Rule, ...]
    kinds: Mapping[str, EventKind]
    deliveries: Mapping[str, tuple[Delivery, ...]] = field(default_factory=dict)
    absolute: tuple[Absolute, ...] = ()
    places: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)

    def rule(self, code: str) -> Rule:
        """Return the newest version of a rule. Raises KeyError when there is none."""
        found = [rule for rule in self.rules if rule.code == code]
        if not found:
            raise KeyError(code)
        return max(found, key=lambda rule: rule.valid_from or date.min)

    def kind_of_code(self, office_code: str) -> EventKind | None:
        """Return the kind of event an office's own code means, such as `MCTNF`, or None."""
        for kind in self.kinds.values():
            if office_code in kind.office_codes:
                return kind
        return None
