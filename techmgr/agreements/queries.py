"""Reads of agreements: the list, one agreement with its terms in force on a day, a case's licences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement, AgreementCase, AgreementParty, Term
from techmgr.core.money import Money
from techmgr.people.model import Organisation
from techmgr.storage.search import Searched, searched
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement as lists show it."""

    id: int
    version: int
    number: str
    kind: str
    title: str
    party: str
    state: str
    exclusivity: str
    signed: date | None
    effective: date | None
    expires: date | None
    cases: str
    field: str = ""
    territory: str = ""
    ended: date | None = None
    manager_id: int | None = None


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term with its dates of validity; `amount` or `rate`, whichever it has."""

    id: int
    kind: str
    clause: str
    amount: Money | None
    rate: Fraction | None
    text: str
    due: date | None
    periodic: str
    days_after: int | None
    from_day: date
    until_day: date | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party of an agreement and how large it was when it signed."""

    organisation_id: int
    name: str
    role: str
    size_at_signature: str


@dataclass(frozen=True, slots=True)
class CaseShare:
    """A case an agreement covers, with its exact share of the income."""

    case_id: int
    number: str
    title: str
    share: Fraction


_AGREEMENTS = select(Agreement).order_by(Agreement.number.desc()).limit(bindparam("limit"))
_COVERING = select(AgreementCase.agreement_id).where(AgreementCase.case_id == bindparam("case"))
_AGREEMENTS_OF = _AGREEMENTS.where(Agreement.id.in_(_COVERING))


def agreement_rows(
    session: Session, *, case_id: int | None = None, limit: int = 1_000
) -> list[AgreementRow]:
    """Return agreements, newest number first: all, or those of a case."""
    rows = _AGREEMENTS if case_id is None else _AGREEMENTS_OF
    found = list(session.scalars(rows, {"case": case_id, "limit": limit}))
    if not found:
        return []
    ids = [each.id for each in found]
    parties, cases = _parties(session, ids), _cases(session, ids)
    return [_row(each, parties.get(each.id, ""), cases.get(each.id, "")) for each in found]


def _row(agreement: Agreement, party: str, cases: str) -> AgreementRow:
    return AgreementRow(
        id=agreement.id,
        version=agreement.version,
        number=agreement.number,
        kind=agreement.kind,
        title=agreement.title,
        party=party,
        state=agreement.state,
        exclusivity=agreement.exclusivity,
        signed=agreement.signed,
        effective=agreement.effective,
        expires=agreement.expires,
        cases=cases,
        field=agreement.field,
        territory=agreement.territory,
        ended=agreement.ended,
        manager_id=agreement.manager_id,
    )


def _parties(session: Session, ids: list[int]) -> dict[int, str]:
    rows = session.execute(
        select(AgreementParty.agreement_id, Organisation.name)
        .join(Organisation, Organisation.id == AgreementParty.organisation_id)
        .where(AgreementParty.agreement_id.in_(ids))
        .order_by(AgreementParty.id)
    )
    return _in_a_row((number, name) for number, name in rows)


def _cases(session: Session, ids: list[int]) -> dict[int, str]:
    rows = session.execute(
        select(AgreementCase.agreement_id, Case.number)
        .join(Case, Case.id == AgreementCase.case_id)
        .where(AgreementCase.agreement_id.in_(ids))
        .order_by(AgreementCase.id)
    )
    return _in_a_row((number, name) for number, name in rows)


def _in_a_row(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Return the names that belong to each agreement, in their order: {4: "26-001, 26-002"}."""
    found: dict[int, list[str]] = {}
    for number, name in pairs:
        found.setdefault(number, []).append(name)
    return {number: ", ".join(names) for number, names in found.items()}


def agreement_by_id(session: Session, agreement_id: int) -> AgreementRow:
    """Return one agreement. Raises NoResultFound when there is none."""
    agreement = session.get_one(Agreement, agreement_id)
    names = _parties(session, [agreement_id]), _cases(session, [agreement_id])
    return _row(agreement, *(each.get(agreement_id, "") for each in names))


def parties_of(session: Session, agreement_id: int) -> list[PartyRow]:
    """Return the parties of an agreement in the order entered."""
    rows = session.execute(
        select(
            Organisation.id,
            Organisation.name,
            AgreementParty.role,
            AgreementParty.size_at_signature,
        )
        .join(Organisation, Organisation.id == AgreementParty.organisation_id)
        .where(AgreementParty.agreement_id == agreement_id)
        .order_by(AgreementParty.id)
    )
    return [PartyRow(*row) for row in rows]


def cases_of(session: Session, agreement_id: int) -> list[CaseShare]:
    """Return the cases an agreement covers in the order entered; their shares sum to one."""
    rows = session.execute(
        select(Case.id, Case.number, Case.title, AgreementCase.numerator, AgreementCase.denominator)
        .join(Case, Case.id == AgreementCase.case_id)
        .where(AgreementCase.agreement_id == agreement_id)
        .order_by(AgreementCase.id)
    )
    return [CaseShare(*row[:3], Fraction(row[3], row[4])) for row in rows]


def terms_in_force(session: Session, agreement_id: int, day: date) -> list[TermRow]:
    """Return the terms of an agreement in force on a day (dates of validity, not of recording)."""
    rows = session.scalars(
        select(Term)
        .where(Term.agreement_id == agreement_id, Term.from_day <= day)
        .where(or_(Term.until_day.is_(None), Term.until_day >= day))
        .order_by(Term.id)
    )
    return [_term_row(each) for each in rows]


def _term_row(term: Term) -> TermRow:
    rate = Fraction(term.numerator, term.denominator or 1) if term.numerator is not None else None
    return TermRow(
        id=term.id,
        kind=term.kind,
        clause=term.clause,
        amount=Money(term.minor, term.currency) if term.minor is not None else None,
        rate=rate,
        text=term.text,
        due=term.due,
        periodic=term.periodic,
        days_after=term.days_after,
        from_day=term.from_day,
        until_day=term.until_day,
    )


def _words() -> ColumnElement[str]:
    parties = (
        select(func.coalesce(func.aggregate_strings(Organisation.name, " "), ""))
        .join(AgreementParty, AgreementParty.organisation_id == Organisation.id)
        .where(AgreementParty.agreement_id == Agreement.id)
        .scalar_subquery()
    )
    return Agreement.number + " " + Agreement.title + " " + parties


searched(
    Searched(
        kind="agreement",
        number=4,
        source=lambda: select(
            Agreement.id,
            Agreement.title.label("title"),
            Agreement.number.label("detail"),
            _words().label("words"),
        ),
        watches={"agreement": "id", "agreement_party": "agreement_id"},
    )
)
