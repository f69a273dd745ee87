"""What goes out of cases' income before it is shared, as a draft finds it: claims and co-owners' shares."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.money import percentage
from techmgr.ledger.model import CostRecovery
from techmgr.people.model import Organisation
from techmgr.royalty.event import Owed, Result
from techmgr.royalty.gathering import Waiting
from techmgr.royalty.model import Run, RunEvent
from techmgr.royalty.model_claims import PriorClaim, RunClaim
from techmgr.royalty.policy import Policy, Step
from techmgr.royalty.queries_history import BOOKED, booked_besides, root
from techmgr.technology.model import Case, CoOwner

RESERVE, EXPENSES, THIRD_PARTIES = "reserve", "expenses", "third_parties"
Taken = dict[tuple[int, bool], int]  # minor units by claim, and whether they are a released excess


@dataclass(frozen=True, slots=True)
class Share:
    """An organisation's share of what a case receives between two days."""

    organisation_id: int
    name: str
    share: Fraction
    valid_from: date
    valid_until: date | None

    def of(self, parts: Sequence[Waiting]) -> int:
        """Return the share of what came in on its days, half-up: 10 % of 1,000.05 is 100.01."""
        due = sum(each.minor for each in parts if self._holds(each.received))
        return percentage(due, self.share)

    def _holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass
class Claims:
    """Claims of all cases. What an event takes is not owed to the next one."""

    amounts: Mapping[int, Sequence[PriorClaim]] = field(default_factory=dict)
    shares: Mapping[int, Sequence[Share]] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    left: dict[int, int] = field(default_factory=dict)
    held: dict[int, int] = field(default_factory=dict)

    @classmethod
    def read(
        cls, session: Session, through: date, currency: str, corrected: int | None = None
    ) -> "Claims":
        """Read everything that is claimed up to a day, with what booked runs have taken of it."""
        chosen = (PriorClaim.valid_from <= through, PriorClaim.currency == currency)
        rows = session.scalars(select(PriorClaim).where(*chosen).order_by(PriorClaim.id)).all()
        amounts, shares = defaultdict(list), _co_owners(session)
        for each in rows:
            if each.minor is not None:
                amounts[each.case_id].append(each)
        _add_claimed_shares(session, rows, shares)
        besides = taken(session, booked_besides(corrected))
        ours = taken(session, [Run.state.in_(BOOKED), root() == corrected])
        left = {
            each.id: _left(each, through, besides.get(each.id, 0), ours.get(each.id, 0))
            for listed in amounts.values()
            for each in listed
        }
        drawn = drawn_of(session)
        held = {
            each.id: besides.get(each.id, 0) - drawn.get(each.id, 0) - each.excess for each in rows
        }
        return cls(amounts, shares, _names(session, rows), left, held)

    def owed(
        self, case_id: int, policy: Policy, parts: Sequence[Waiting], share: Fraction
    ) -> tuple[Owed, ...]:
        """Return what a policy takes for others, and into reserves, of an event; `share` is a group's."""
        steps = {step.owed for step in policy.steps if isinstance(step, Step)}
        found = []
        for each in self.amounts.get(case_id, ()):
            asked = min(self.left[each.id], percentage(each.minor or 0, share))
            if each.what in steps and asked > 0:
                found.append(self._owed(each, asked))
        return (*found, *self.shared(case_id, policy, parts))

    def shared(self, case_id: int, policy: Policy, parts: Sequence[Waiting]) -> tuple[Owed, ...]:
        """Return the shares of what came in that are others': sponsors' and co-owners'."""
        steps = {step.owed for step in policy.steps if isinstance(step, Step)}
        if THIRD_PARTIES not in steps:
            return ()
        return tuple(
            Owed(THIRD_PARTIES, minor, f"organisation:{each.organisation_id}", each.name)
            for each in self.shares.get(case_id, ())
            if (minor := each.of(parts))
        )

    def reserved(self, case_id: int, policy: Policy) -> tuple[Owed, ...]:
        """Return what a refund can take back out of reserves that are neither used nor released."""
        steps = {step.owed for step in policy.steps if isinstance(step, Step)}
        return tuple(
            self._owed(each, self.held[each.id])
            for each in reversed(self.amounts.get(case_id, ()))
            if each.what == RESERVE and RESERVE in steps and self.held[each.id] > 0
        )

    def take(self, result: Result) -> Taken:
        """Take over what an event took for each claim; return it, to be kept with the event."""
        still = {each.claim: each.minor for each in result.carried if each.claim}
        found: Taken = {}
        for each in result.event.owed:
            minor = each.minor - still.get(each.claim, 0)
            if each.claim and minor:
                found[each.claim, False] = minor
                self.left[each.claim] -= minor
                self.held[each.claim] += minor
        return found

    def _owed(self, each: PriorClaim, minor: int) -> Owed:
        to = f"organisation:{each.organisation_id}" if each.organisation_id else ""
        name = self.names.get(each.organisation_id or 0, "")
        return Owed(each.what, minor, to, name or each.text, claim=each.id)


def _left(claim: PriorClaim, through: date, besides: int, ours: int) -> int:
    """Return what a claim still asks for; one that has ended leaves a run what that run took."""
    is_over = claim.valid_until is not None and claim.valid_until < through
    if is_over or claim.ended_on is not None:
        return max(ours, 0)
    return max((claim.minor or 0) - besides, 0)


def taken(session: Session, chosen: Sequence[object], *, released: bool = False) -> dict[int, int]:
    """Return what some runs took for each claim, or shared of its excess, in minor units."""
    rows = session.execute(
        select(RunClaim.claim_id, func.sum(RunClaim.minor))
        .join(RunEvent, RunEvent.id == RunClaim.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(RunClaim.released.is_(released), *chosen)  # type: ignore[arg-type]
        .group_by(RunClaim.claim_id)
    )
    return {claim: int(minor) for claim, minor in rows}


def drawn_of(session: Session) -> dict[int, int]:
    """Return what costs were paid out of each reserve, in minor units."""
    kind = PriorClaim.__tablename__
    rows = session.execute(
        select(CostRecovery.source, func.sum(CostRecovery.minor))
        .where(CostRecovery.source.startswith(f"{kind}:"))
        .group_by(CostRecovery.source)
    )
    return {int(source.partition(":")[2]): int(minor) for source, minor in rows}


def releases(
    session: Session, through: date, currency: str, corrected: int | None = None
) -> Iterator[tuple[Waiting, int]]:
    """Yield the excess of ended reserves that waits to be shared, with the policy it was kept under.

    The newest income it was kept from says policy and agreement.
    """
    shared = taken(session, booked_besides(corrected), released=True)
    rows = session.execute(
        select(PriorClaim, Case.number, Case.received, RunEvent.source, RunEvent.policy_id)
        .join(Case, Case.id == PriorClaim.case_id)
        .join(RunClaim, RunClaim.claim_id == PriorClaim.id)
        .join(RunEvent, RunEvent.id == RunClaim.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(PriorClaim.excess > 0, PriorClaim.ended_on <= through)
        .where(PriorClaim.currency == currency, Run.state.in_(BOOKED))
        .where(RunClaim.released.is_(False), RunClaim.minor > 0)
        .order_by(PriorClaim.id, RunEvent.id)
    )
    newest = {row[0].id: row for row in rows}
    for claim, number, received, source, policy in newest.values():
        due = claim.excess - shared.get(claim.id, 0)
        if due and claim.ended_on is not None:
            waits = Waiting(
                0, claim.case_id, number, received, source, None, "Released from the reserve",
                "", "", claim.ended_on, currency, due, claim.id,
            )  # fmt: skip
            yield waits, policy


def _co_owners(session: Session) -> defaultdict[int, list[Share]]:
    found: defaultdict[int, list[Share]] = defaultdict(list)
    rows = session.execute(
        select(CoOwner, Organisation.name)
        .join(Organisation, Organisation.id == CoOwner.organisation_id)
        .order_by(CoOwner.from_day, CoOwner.id)
    )
    for each, name in rows:
        share = Fraction(each.numerator, each.denominator)
        found[each.case_id].append(
            Share(each.organisation_id, name, share, each.from_day, each.until_day)
        )
    return found


def _add_claimed_shares(
    session: Session, rows: Sequence[PriorClaim], found: defaultdict[int, list[Share]]
) -> None:
    names = _names(session, rows)
    for each in rows:
        if each.numerator is None or each.denominator is None or each.organisation_id is None:
            continue
        share = Fraction(each.numerator, each.denominator)
        last = min(filter(None, (each.valid_until, each.ended_on)), default=None)
        found[each.case_id].append(
            Share(each.organisation_id, names[each.organisation_id], share, each.valid_from, last)
        )


def _names(session: Session, rows: Sequence[PriorClaim]) -> dict[int, str]:
    ids = {each.organisation_id for each in rows if each.organisation_id}
    named = select(Organisation.id, Organisation.name).where(Organisation.id.in_(ids))
    return {row[0]: row[1] for row in session.execute(named)}
