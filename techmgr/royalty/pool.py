"""The second stage: a pool divided among persons by the plan they signed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from techmgr.core.errors import UserError, refuse_if
from techmgr.core.shares import WHOLE, Rounding, entitled, show_share
from techmgr.core.texts import Text, say
from techmgr.royalty.policy import Party


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a share plan, in the order of the signed agreement.

    `share` is exact, or None for everybody (equal parts). `had` is what came from this source
    earlier in the cap's period, before the cap. `disclaims`: the part goes back, nobody else's grows.
    """

    id: str
    name: str
    share: Fraction | None = None
    had: int = 0
    disclaims: bool = False
    main: bool = False
    held: Text | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A payee's part of a pool (a party). Always: `entitled == paid + moved`, all of one sign."""

    person: Person
    share: Fraction
    exact: Fraction
    entitled: int
    moved: int = 0
    moved_to: str = ""
    why: Text | None = None
    held: Text | None = None
    pool: str = ""
    node: str = ""  # its place in the explanation

    @property
    def paid(self) -> int:
        """What the person gets of it, now or when the hold is lifted."""
        return self.entitled - self.moved


def shares_of(people: Sequence[Person]) -> list[Fraction]:
    """Return everybody's share: as signed, or equal where no shares are stated."""
    if all(person.share is None for person in people):
        return [Fraction(1, len(people))] * len(people)
    return [person.share or Fraction(0) for person in people]


def check_plan(people: Sequence[Person], party: Party) -> None:
    """Refuse a plan that names nobody or one twice, does not make one, or short-changes main contributors."""
    refuse_if(list(_problems(people, party)))


def _problems(people: Sequence[Person], party: Party) -> list[UserError]:
    if not people:
        return [
            UserError(say("Nobody shares the part of {party}.", party=party.label), field="people")
        ]
    shares = shares_of(people)
    found = []
    if len({person.id for person in people}) < len(people):
        found.append(say("A person is listed twice."))
    if any(person.disclaims for person in people) and not party.disclaimed_to:
        found.append(say("The policy does not say who gets a disclaimed share."))
    if any(share < 0 for share in shares):
        found.append(say("A share is below zero: shares start at 0 %."))
    if sum(shares) != WHOLE:
        found.append(
            say(
                "The shares make {total}. They must make exactly {whole}.",
                total=show_share(abs(sum(shares, Fraction(0)))),
                whole=show_share(WHOLE),
            )
        )
    main = sum((s for s, p in zip(shares, people, strict=True) if p.main), Fraction(0))
    if party.main_minimum is not None and any(p.main for p in people) and main < party.main_minimum:
        found.append(
            say(
                "The main contributors have {share} together. They must have at least {minimum}.",
                share=show_share(main),
                minimum=show_share(party.main_minimum),
            )
        )
    return [UserError(text, field="people") for text in found]


def divide(
    pool: int,
    people: Sequence[Person],
    party: Party,
    rounding: Rounding = Rounding.LARGEST_REMAINDER,
    amounts: Sequence[int] | None = None,
) -> list[Part]:
    """Divide a pool (minor units, either sign) among persons; parts sum to the pool.

    267.00 to two equal inventors: 133.50 each; a cap of 150,000 a year on one who has had
    140,000 pays 10,000 and moves the rest to the cap's overflow. `amounts` are given where they
    were rounded over all payments together.
    """
    check_plan(people, party)
    shares = shares_of(people)
    exact = [abs(pool) * share for share in shares]
    amounts = amounts or entitled(pool, exact, rounding)
    return [
        replace(_routed(Part(person, share, part, amount), party), pool=party.id)
        for person, share, part, amount in zip(people, shares, exact, amounts, strict=True)
    ]


def _routed(part: Part, party: Party) -> Part:
    person = part.person
    if person.disclaims:
        why = say("{name} has disclaimed; no other share grows.", name=person.name)
        return _moved(part, part.entitled, party.disclaimed_to, why)
    cap = party.person_cap
    if cap is not None:
        paid = within(cap.minor, person.had, part.entitled)
        if paid != part.entitled:
            why = say("{name} has reached the cap.", name=person.name)
            part = _moved(part, part.entitled - paid, cap.overflow, why)
    held = person.held
    if held is None and party.hold_below and 0 < part.paid < party.hold_below:
        held = say("Held until it reaches the smallest payment.")
    return replace(part, held=held)


def _moved(part: Part, minor: int, to: str, why: Text) -> Part:
    return replace(part, moved=minor, moved_to=to, why=why)


def within(cap: int, earlier: int, now: int) -> int:
    """Return how much of an amount a running cap lets through; a negative amount unwinds it exactly.

    Cap 150,000: earlier 140,000 and now 13,350 let 10,000 through; taking 13,350 back later
    (earlier 153,350) takes back 10,000.
    """
    return min(cap, earlier + now) - min(cap, earlier)
