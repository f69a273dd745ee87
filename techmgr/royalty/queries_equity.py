"""Reads of distributions of whole shares: what would be proposed, and what was done, each with its tree."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement
from techmgr.core.errors import UserError
from techmgr.core.shares import share_out
from techmgr.core.texts import say
from techmgr.equity.model import ShareBook, ShareEvent, ShareHolding
from techmgr.equity.queries import lots_on, parts_of
from techmgr.people.model import Organisation
from techmgr.royalty.circumstances import chosen_on, people_of
from techmgr.royalty.elections import (
    Elected,
    Election,
    Grant,
    check_elections,
    grants,
    share_run,
    with_elections,
)
from techmgr.royalty.event import Result
from techmgr.royalty.explain import Node
from techmgr.royalty.gathering import policies
from techmgr.royalty.keeping import restored
from techmgr.royalty.model import PolicyVersion, ShareDistribution
from techmgr.royalty.policy import Policy
from techmgr.royalty.pool import Person
from techmgr.royalty.selecting import Facts
from techmgr.royalty.selecting import select as select_policy
from techmgr.technology.model import Case

EQUITY = "equity"  # the income type by which policies say that they divide shares


@dataclass(frozen=True, slots=True)
class Asked:
    """What a distribution of a certificate begins with: how many shares, whose they could be."""

    holding_id: int
    book_id: int
    book_version: int
    company: str
    share_class: str
    certificate: str
    shares: int
    signed: date | None
    cases: Sequence[tuple[int, str, str, int]]  # id, number, title, shares
    inventors: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class CasePart:
    """One case's part of a certificate, divided: who gets what, and why."""

    case_id: int
    case_number: str
    policy_id: int
    policy: str
    shares: int
    result: Result
    grants: Sequence[Grant]


@dataclass(frozen=True, slots=True)
class DistributionRow:
    """A distribution of whole shares that was made, with its explanation."""

    id: int
    event_id: int
    number: str
    on_day: date
    case_number: str
    policy: str
    shares: int
    tree: Node
    elections: Mapping[str, str]
    reversed: bool


def asked_of(session: Session, holding_id: int, day: date) -> Asked:
    """Return what a distribution of a certificate begins with. Raises UserError when none can be."""
    holding = session.get_one(ShareHolding, holding_id)
    book, lots = lots_on(session, holding.book_id, day)
    lot = lots.get(holding_id)
    if lot is None or not lot.shares or not book.holdings[holding_id].kind.is_ours:
        raise UserError(
            say("The university held no shares of this certificate on that day."),
            field="holding_id",
        )
    if holding.owner:
        raise UserError(
            say("These shares have been distributed already: they are kept for {holder}.",
                holder=holding.holder),
            field="holding_id",
        )  # fmt: skip
    cases = _cases(session, holding, lot.shares)
    people = {p.id: p.name for number, *_ in cases for p in _settled(session, number, day)}
    stored = session.get_one(ShareBook, holding.book_id)
    agreement = session.get(Agreement, holding.agreement_id) if holding.agreement_id else None
    return Asked(
        holding_id,
        stored.id,
        stored.version,
        session.get_one(Organisation, stored.organisation_id).name,
        book.class_of(holding_id).name,
        holding.certificate,
        lot.shares,
        agreement.signed if agreement else None,
        cases,
        [(int(person.partition(":")[2]), name) for person, name in people.items()],
    )


def _cases(session: Session, holding: ShareHolding, shares: int) -> list[tuple[int, str, str, int]]:
    parts = parts_of(session, holding)
    if not parts:
        raise UserError(
            say(
                "Nobody knows whose income this is: enter the agreement or the case of the "
                "certificate first."
            ),
            field="holding_id",
        )
    counts = share_out(shares, [share for _, share in parts])
    found = []
    for (case_id, _), count in zip(parts, counts, strict=True):
        case = session.get_one(Case, case_id)
        found.append((case_id, case.number, case.title, count))
    return found


def _settled(session: Session, case_id: int, day: date) -> tuple[Person, ...]:
    """Return who shares a case's pool; refuses shares that are open or not signed."""
    people = people_of(session, case_id, day)
    number = session.get_one(Case, case_id).number
    if not people:
        raise UserError(
            say("No inventors are recorded for case {number}.", number=number), field="elections"
        )
    held = next((person.held for person in people if person.held is not None), None)
    if held is not None:
        raise UserError(say("Case {number}: {why}", number=number, why=held), field="elections")
    return people


def proposed(
    session: Session,
    asked: Asked,
    day: date,
    elections: Sequence[Election],
    chosen: Mapping[str, Fraction],
) -> list[CasePart]:
    """Return who would get how many shares of a certificate; nothing is written. Refuses in words."""
    everybody = {
        person.id: person for number, *_ in asked.cases for person in _settled(session, number, day)
    }
    check_elections(list(everybody.values()), elections, asked.signed)
    elected = {f"person:{each.person_id}": each.elected for each in elections}
    return [_part(session, asked, day, elected, chosen, case) for case in asked.cases if case[3]]


def proposal_of(
    session: Session,
    holding_id: int,
    day: date,
    elections: Sequence[Election],
    chosen: Mapping[str, Fraction],
) -> list[CasePart]:
    """Return who would get how many shares of a certificate, by its id; refuses as `proposed`."""
    return proposed(session, asked_of(session, holding_id, day), day, elections, chosen)


def _part(  # noqa: PLR0917 - what one case's part depends on
    session: Session,
    asked: Asked,
    day: date,
    elected: Mapping[str, Elected],
    chosen: Mapping[str, Fraction],
    case: tuple[int, str, str, int],
) -> CasePart:
    case_id, number, _, shares = case
    policy = _policy(session, case_id, day, asked.signed)
    people = with_elections(_settled(session, case_id, day), elected)
    label = f"{asked.company}, {asked.share_class} {asked.certificate}".strip()
    agreed = {**chosen_on(session, case_id, policy.name, day), **chosen}
    result = share_run(policy, shares, label, day, people, agreed)
    own = grants(result, elected)
    return CasePart(case_id, number, int(policy.version), policy.title, shares, result, own)


def _policy(session: Session, case_id: int, day: date, signed: date | None) -> Policy:
    known = [policy for policy in policies(session).values() if EQUITY in policy.income]
    if not known:
        raise UserError(
            say(
                "The office has no policy for shares yet: adopt one first, such as "
                "stanford-equity (Money, Policies)."
            ),
            field="policy",
        )
    disclosed = session.get_one(Case, case_id).received
    return select_policy(known, Facts(day, EQUITY, disclosed=disclosed, signed=signed))


def distributions_of(session: Session, book_id: int) -> list[DistributionRow]:
    """Return the distributions of a company's shares, newest first, reversed ones too."""
    rows = session.execute(
        select(ShareDistribution, ShareEvent, Case.number, PolicyVersion.name)
        .join(ShareEvent, ShareEvent.id == ShareDistribution.event_id)
        .join(Case, Case.id == ShareDistribution.case_id)
        .join(PolicyVersion, PolicyVersion.id == ShareDistribution.policy_id)
        .where(ShareEvent.book_id == book_id)
        .order_by(ShareEvent.on_day.desc(), ShareDistribution.id)
    )
    return [
        DistributionRow(
            row.id,
            event.id,
            event.number,
            event.on_day,
            number,
            policy,
            row.shares,
            restored(row.explanation),
            json.loads(row.elections),
            event.reversed_on is not None,
        )
        for row, event, number, policy in rows
    ]
