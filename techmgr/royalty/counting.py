"""Where each count of a policy is kept: by case, licence or person, and for which year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from techmgr.royalty.event import Result
from techmgr.royalty.policy import Cap, Period, Policy, Step, period_of


@dataclass(frozen=True, slots=True)
class Count:
    """One count: what of the policy, by which case, licence or person, in which period."""

    name: str
    place: str
    period: str


@dataclass(frozen=True, slots=True)
class Places:
    """What the counts of one event are kept by, as references: `technology:4`, `agreement:2`."""

    case: str
    licence: str
    on: date

    def of(self, key: str) -> str:
        """Return the reference a bracket counts by."""
        return self.licence if key == "licence" else self.case


def bracket(policy: Policy, name: str, places: Places) -> Count | None:
    """Return where a position is kept: `shares`, `shares#person:2` of one person's own bracket,
    `shares/inventors` of a cumulative rounding; None for a name the policy does not have.
    """
    for sharing in policy.sharings:
        if sharing.id == name.partition("/")[0].partition("#")[0]:
            place = name.partition("#")[2] or places.of(sharing.key)
            return Count(name, place, period_of(policy, sharing.resets, places.on))
    return Count(name, places.case, "") if "/" in name else None  # the persons of a first step


def capped(policy: Policy, name: str, places: Places) -> Count | None:
    """Return where the count of a capped step or party is kept; a person's in all cases together."""
    own, _, person = name.partition("/")
    cap = _person_cap(policy, own) if person else _cap(policy, own.partition(".")[0])
    if cap is None or cap.over is Period.EVENT:
        return None
    return Count(name, person or places.of(policy.unit), period_of(policy, cap.over, places.on))


def _person_cap(policy: Policy, party: str) -> Cap | None:
    return next((each.person_cap for each in policy.parties if each.id == party), None)


def _cap(policy: Policy, name: str) -> Cap | None:
    steps = [each.cap for each in policy.steps if isinstance(each, Step) and each.id == name]
    parties = [each.cap for each in policy.parties if each.id == name]
    return next(iter(steps + parties), None)


def counted_after(result: Result, places: Places) -> Iterator[tuple[Count, Fraction]]:
    """Yield every count with its state after an event; what counts within one event is not kept."""
    policy = result.policy
    for name, position in result.positions.items():
        if (count := bracket(policy, name, places)) is not None:
            yield count, position
    had = {
        f"{part.pool}/{part.person.id}": part.person.had + part.entitled
        for part in result.parts
        if not part.person.disclaims
    }
    for name, minor in {**result.counted, **had}.items():
        if (count := capped(policy, name, places)) is not None:
            yield count, Fraction(minor)


def counted_before(
    policy: Policy, places: Places, known: Mapping[Count, Fraction]
) -> tuple[dict[str, Fraction], dict[str, int]]:
    """Return positions and capped counts as an event takes them, out of what is known of its places."""
    positions = {c.name: v for c, v in known.items() if c == bracket(policy, c.name, places)}
    counted = {c.name: int(v) for c, v in known.items() if c == capped(policy, c.name, places)}
    return positions, counted
