"""What was held becomes owed: to the payee, or to those who have signed their shares since."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor
from techmgr.core.money import Money
from techmgr.core.shares import share_out, show_share
from techmgr.core.texts import say
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.booking import first_open_day
from techmgr.ledger.posting import book, reverse_entry
from techmgr.ledger.queries import closed_until
from techmgr.royalty.circumstances import people_of, redirected
from techmgr.royalty.gathering import policies
from techmgr.royalty.model import Release, ReleasedPart, Run, RunEvent, RunShare
from techmgr.royalty.outcome import SHARES, SMALLEST
from techmgr.royalty.pool import Person, shares_of
from techmgr.royalty.queries_history import BOOKED
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class ReleaseHeld:
    """A held part of a posted run, and why it is owed now."""

    share_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class TakeBackRelease:
    """A release that was a mistake."""

    release_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Released:
    """What became owed by a release, in the run's currency."""

    release_id: int
    amount: Money


@action(undo=Undo.REVERSE)
def release_held(unit: Unit, request: ReleaseHeld) -> Released:
    """Book what is held as owed, with the reason, today or on the first open day.

    What waits for signed shares is released for the whole event and divided by the shares signed
    since, as they are in force on the office's day. Refused while they are open or not signed.
    """
    share = unit.session.get_one(RunShare, request.share_id)
    event = unit.session.get_one(RunEvent, share.event_id)
    run = unit.session.get_one(Run, event.run_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    if not share.held or share.release_id is not None or run.state not in BOOKED:
        raise UserError(say("Only what a posted run holds can be released."), field="share_id")
    return _release(unit, run, event, _waiting_with(unit, share), reason)


def _waiting_with(unit: Unit, share: RunShare) -> Sequence[RunShare]:
    """Return what is released together: all of an event that waits for the same signatures."""
    if share.awaits != SHARES:
        return [share]
    rows = select(RunShare).where(
        RunShare.event_id == share.event_id,
        RunShare.party == share.party,
        RunShare.awaits == SHARES,
        RunShare.release_id.is_(None),
    )
    return list(unit.session.scalars(rows.order_by(RunShare.id)))


def _release(
    unit: Unit, run: Run, event: RunEvent, shares: Sequence[RunShare], reason: str
) -> Released:
    day = first_open_day(unit.today, closed_until(unit.session))
    parts = _parts(unit, event, shares)
    lines = [
        Line(Account.ESCROW, each.minor, run.currency, event.case_id, each.payee) for each in shares
    ]
    lines += [
        Line(Account.PAYABLE, -part.minor, run.currency, event.case_id, part.payee)
        for part in parts
    ]
    text = f"{run.number}: {reason}"
    entry = book(unit, day, text, run.reference, lines)
    release = Release(event_id=event.id, on_day=day, reason=reason, entry_id=entry.id)
    unit.add(release)
    unit.about(release.reference)
    for part in parts:
        part.release_id = release.id
    for share in shares:
        share.release_id = release.id
    unit.add(*parts)
    total = Money(sum(each.minor for each in shares), run.currency)
    shown = f"{run.currency} {show_minor(total.minor, run.currency)}"
    told = say("{amount} held of {number} is owed: {reason}", amount=shown, number=run.number,
               reason=reason)  # fmt: skip
    record(unit, event.case_id, unit.today, Step.DISTRIBUTION, "money", told, run.reference)
    return Released(release.id, total)


def _parts(unit: Unit, event: RunEvent, shares: Sequence[RunShare]) -> list[ReleasedPart]:
    first = shares[0]
    if first.awaits != SHARES:
        return [
            ReleasedPart(
                party=each.party, payee=each.payee, payee_name=each.payee_name,
                minor=each.minor, node=each.node,
            )
            for each in shares
        ]  # fmt: skip
    people = people_of(unit.session, event.case_id, unit.today)
    if not people:
        raise UserError(
            say("No inventors are recorded for this case: record their shares first."),
            field="share_id",
        )
    if (why := people[0].held) is not None:
        raise UserError(say("{why} Have them signed, then release it.", why=why), field="share_id")
    return _divided(unit, event, shares, people)


def _divided(
    unit: Unit, event: RunEvent, shares: Sequence[RunShare], people: Sequence[Person]
) -> list[ReleasedPart]:
    """Divide what was held as the shares are signed, each part to who is paid in a person's place."""
    minors = share_out(sum(each.minor for each in shares), shares_of(people))
    instead = redirected(unit.session, event.case_id, unit.today)
    first, nodes = shares[0], {each.payee: each.node for each in shares}
    parts = []
    for person, share, minor in zip(people, shares_of(people), minors, strict=True):
        payee, name = instead.get(person.id, (person.id, person.name))
        parts.append(
            ReleasedPart(
                party=first.party,
                payee=payee,
                payee_name=name,
                minor=minor,
                share=show_share(share),
                node=nodes.get(payee, first.node),
            )
        )
    return [part for part in parts if part.minor]


@action(undo=Undo.REVERSE)
def take_back_release(unit: Unit, request: TakeBackRelease) -> Released:
    """Book the mirror of a release, with the reason: it is held again."""
    release = unit.session.get_one(Release, request.release_id)
    event = unit.session.get_one(RunEvent, release.event_id)
    run = unit.session.get_one(Run, event.run_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    shares = _shares_of(unit, [release.id])
    if not shares:
        raise UserError(say("This release has been taken back already."), field="release_id")
    unit.about(release.reference)
    _take_back(unit, release, shares, reason)
    return Released(release.id, Money(sum(each.minor for each in shares), run.currency))


def take_back_releases(unit: Unit, run: Run, reason: str) -> None:
    """Take back what was released of a run that is reversed."""
    rows = select(Release).join(RunEvent, RunEvent.id == Release.event_id)
    for release in unit.session.scalars(rows.where(RunEvent.run_id == run.id)):
        shares = _shares_of(unit, [release.id])
        if shares:
            _take_back(unit, release, shares, reason)


def _shares_of(unit: Unit, releases: Sequence[int]) -> list[RunShare]:
    rows = select(RunShare).where(RunShare.release_id.in_(releases)).order_by(RunShare.id)
    return list(unit.session.scalars(rows))


def _take_back(unit: Unit, release: Release, shares: Sequence[RunShare], reason: str) -> None:
    unit.claim(release, None)
    reverse_entry(unit, release.entry_id, unit.today, reason)
    for share in shares:
        share.release_id = None


def release_accumulated(unit: Unit, run: Run) -> None:
    """Release what was too small to pay, as soon as it reaches the smallest payment together.

    40.00 held in May and 70.00 held in September are owed in September where the smallest is 100.00.
    """
    smallest = {
        (number, party.id): party.hold_below
        for number, policy in policies(unit.session).items()
        for party in policy.parties
        if party.hold_below
    }
    if not smallest:
        return
    paid = _paid_by(unit, run)
    reason = "Together it reaches the smallest payment."
    for (party, payee), held in _too_small(unit, run.currency).items():
        limits = [smallest.get((event.policy_id, party), 0) for _, event, _ in held]
        total = sum(share.minor for share, _, _ in held) + paid.get(payee, 0)
        if all(limits) and total >= max(limits):
            for share, event, old in held:
                _release(unit, old, event, [share], reason)


def _paid_by(unit: Unit, run: Run) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    rows = select(RunShare).join(RunEvent, RunEvent.id == RunShare.event_id)
    for share in unit.session.scalars(rows.where(RunEvent.run_id == run.id)):
        if share.account == Account.PAYABLE:
            found[share.payee] += share.minor
    return found


_Held = list[tuple[RunShare, RunEvent, Run]]


def _too_small(unit: Unit, currency: str) -> dict[tuple[str, str], _Held]:
    found: dict[tuple[str, str], _Held] = defaultdict(list)
    rows = unit.session.execute(
        select(RunShare, RunEvent, Run)
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(Run.state.in_(BOOKED), Run.currency == currency)
        .where(RunShare.awaits == SMALLEST, RunShare.release_id.is_(None), RunShare.held.is_(True))
        .order_by(RunShare.id)
    )
    for share, event, run in rows:
        found[share.party, share.payee].append((share, event, run))
    return found
