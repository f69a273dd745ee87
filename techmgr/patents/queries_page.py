"""One right with everything about it, read at once for its page."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.core.texts import Text
from techmgr.docket.book import book_on
from techmgr.docket.queries import DeadlineRow, EventRow, deadlines_of, events_of
from techmgr.docket.rulebook import no_rules_for
from techmgr.patents.model import Right, RightCase, RightLink, RightParty
from techmgr.patents.queries import RightRow, family_of, in_force, links_of, right_by_id
from techmgr.people.model import Organisation
from techmgr.storage.history import HistoryRow, history_of
from techmgr.technology.model import Case
from techmgr.technology.queries import ImportedRow, imported_of

_LINES = 200  # of history


@dataclass(frozen=True, slots=True)
class ShareRow:
    """The share a case has in a right from a day on; `from_day` is None from the beginning."""

    case_id: int
    number: str
    title: str
    share: Fraction
    from_day: date | None
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class PartyRow:
    """An applicant or owner."""

    role: str
    organisation_id: int
    name: str


@dataclass(frozen=True, slots=True)
class RightDetails:
    """What only the page and the form of a right show."""

    expires: date | None
    pta_days: int
    disclaimed_to: date | None
    counsel_id: int | None
    counsel_reference: str
    entity_size: str
    entity_size_since: date | None
    is_followed: bool


@dataclass(frozen=True, slots=True)
class RightFile:
    """A right on a day. `no_rules` says that its office has no rules; `links` are of the whole family."""

    row: RightRow
    details: RightDetails
    parties: tuple[PartyRow, ...]
    shares: tuple[ShareRow, ...]
    family: tuple[RightRow, ...]
    links: dict[int, list[tuple[int, str]]]
    events: tuple[EventRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    history: tuple[HistoryRow, ...]
    imported: tuple[ImportedRow, ...]
    no_rules: Text | None

    @property
    def reference(self) -> Reference:
        """The right itself."""
        return Reference(Right.__tablename__, self.row.id)


def right_file(session: Session, right_id: int, today: date) -> RightFile:
    """Return one right with everything about it. Raises NoResultFound when there is none."""
    right = session.get_one(Right, right_id)
    family = family_of(session, right_id, today)
    deadlines = deadlines_of(session, right.reference)
    return RightFile(
        row=right_by_id(session, right_id, today),
        details=_details(right),
        parties=tuple(_parties(session, right_id)),
        shares=tuple(shares_of(session, right_id, today)),
        family=tuple(family),
        links=links_of(session, [each.id for each in family]),
        events=tuple(events_of(session, right.reference)),
        deadlines=tuple(deadlines),
        history=tuple(_history(session, right)),
        imported=tuple(imported_of(session, right.reference)),
        no_rules=_no_rules(session, right, today),
    )


def shares_of(session: Session, right_id: int, today: date) -> list[ShareRow]:
    """Return every share of a right, the newest split first."""
    rows = session.execute(
        select(RightCase, Case.number, Case.title, in_force(today))
        .join(Case, Case.id == RightCase.case_id)
        .where(RightCase.right_id == right_id)
        .order_by(RightCase.from_day.desc(), RightCase.id)
    )
    return [
        ShareRow(
            each.case_id,
            number,
            title,
            Fraction(each.numerator, each.denominator),
            each.from_day if each.from_day != date.min else None,
            bool(current),
        )
        for each, number, title, current in rows
    ]


def _details(right: Right) -> RightDetails:
    return RightDetails(
        right.expires,
        right.pta_days,
        right.disclaimed_to,
        right.counsel_id,
        right.counsel_reference,
        right.entity_size,
        right.entity_size_since,
        right.is_followed,
    )


def _parties(session: Session, right_id: int) -> list[PartyRow]:
    rows = session.execute(
        select(RightParty.role, RightParty.organisation_id, Organisation.name)
        .join(Organisation, Organisation.id == RightParty.organisation_id)
        .where(RightParty.right_id == right_id)
        .order_by(RightParty.role, RightParty.id)
    )
    return [PartyRow(*row) for row in rows]


def _history(session: Session, right: Right) -> list[HistoryRow]:
    records = [right.reference]
    for kind in (RightCase, RightLink, RightParty):
        ids = session.scalars(select(kind.id).where(kind.right_id == right.id))
        records += [Reference(kind.__tablename__, number) for number in ids]
    return history_of(session, records)[:_LINES]


def _no_rules(session: Session, right: Right, today: date) -> Text | None:
    """Say that nothing computes the dates of a right that is alive and followed."""
    if not right.is_followed or right.kind in {"know_how", "material", "software_copyright"}:
        return None
    return no_rules_for(book_on(session, today).rules, right.country)
