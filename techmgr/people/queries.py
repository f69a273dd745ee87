"""Reads of people and organisations: lists, pickers, who is where and how large on a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from techmgr.people.model import (
    Affiliation,
    CompanySize,
    Organisation,
    PayeeAccount,
    Person,
    PersonRole,
)
from techmgr.storage import search


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list: with the place they have on the day asked for."""

    id: int
    name: str
    sort_name: str
    initials: str
    email: str
    is_officer: bool
    organisation: str
    position: str


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """Everything recorded of one person's own record."""

    id: int
    version: int
    name: str
    sort_name: str
    initials: str
    other_name: str
    email: str
    phone: str
    address: str
    language: str
    is_officer: bool
    login: str
    merged_into_id: int | None


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in a list; `parent` is the institution a department belongs to."""

    id: int
    name: str
    short_name: str
    kind: str
    parent: str
    country: str


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """Everything recorded of one organisation's own record."""

    id: int
    version: int
    name: str
    short_name: str
    kind: str
    parent_id: int | None
    country: str
    domain: str
    address: str
    merged_into_id: int | None


@dataclass(frozen=True, slots=True)
class AffiliationRow:
    """A person's place in an organisation."""

    id: int
    person_id: int
    organisation_id: int
    organisation: str
    position: str
    from_day: date
    until_day: date | None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """What a person is to the office."""

    id: int
    role: str
    organisation_id: int | None
    organisation: str
    from_day: date
    until_day: date | None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """Where a payee's money goes."""

    id: int
    person_id: int | None
    organisation_id: int | None
    route: str
    account: str
    tax_number: str
    permitted_use: str
    from_day: date
    until_day: date | None


@dataclass(frozen=True, slots=True)
class SizeRow:
    """How large a company was from a day on."""

    id: int
    on_day: date
    employees: int | None
    size: str


def _in_force(
    model: type[Affiliation | PersonRole | PayeeAccount], day: date
) -> ColumnElement[bool]:
    return and_(model.from_day <= day, or_(model.until_day.is_(None), model.until_day >= day))


def people(session: Session, day: date, *, officers: bool = False) -> list[PersonRow]:
    """Return everybody who was not merged away, by sort name, with their place on a day."""
    chosen = _people(day).where(Person.merged_into_id.is_(None))
    if officers:
        chosen = chosen.where(Person.is_officer.is_(True))
    return _person_rows(session, chosen.order_by(Person.sort_name, Person.id))


def person_rows(session: Session, ids: list[int], day: date) -> list[PersonRow]:
    """Return these people, in the order given."""
    found = {row.id: row for row in _person_rows(session, _people(day).where(Person.id.in_(ids)))}
    return [found[each] for each in ids if each in found]


def find_persons(session: Session, typed: str, day: date, limit: int = 20) -> list[PersonRow]:
    """Return people whose words begin with what was typed; nothing typed gives the first by name."""
    if not typed.strip():
        chosen = _people(day).where(Person.merged_into_id.is_(None))
        return _person_rows(session, chosen.order_by(Person.sort_name).limit(limit))
    hits = search.find(session, typed, kinds=("person",), limit=limit)
    return person_rows(session, [hit.reference.id for hit in hits], day)


def officers(session: Session) -> list[PersonDetails]:
    """Return who may sign in, by name."""
    chosen = (Person.is_officer.is_(True), Person.merged_into_id.is_(None))
    found = session.scalars(select(Person).where(*chosen).order_by(Person.sort_name))
    return [_person(each) for each in found]


def officer_named(session: Session, name: str) -> PersonDetails | None:
    """Return the officer with exactly this name, or None: who `unit.officer` is."""
    chosen = (Person.name == name, Person.merged_into_id.is_(None))
    found = session.scalars(
        select(Person).where(*chosen).order_by(Person.is_officer.desc())
    ).first()
    return _person(found) if found else None


def person_by_id(session: Session, person_id: int) -> PersonDetails:
    """Return one person's own record."""
    return _person(session.get_one(Person, person_id))


def organisations(
    session: Session, *, kind: str = "", parent_id: int | None = None
) -> list[OrganisationRow]:
    """Return organisations that were not merged away, by name; narrowed by kind or parent."""
    chosen = _organisations().where(Organisation.merged_into_id.is_(None))
    if kind:
        chosen = chosen.where(Organisation.kind == kind)
    if parent_id is not None:
        chosen = chosen.where(Organisation.parent_id == parent_id)
    return _organisation_rows(session, chosen.order_by(Organisation.name, Organisation.id))


def find_organisations(session: Session, typed: str, limit: int = 20) -> list[OrganisationRow]:
    """Return organisations whose words begin with what was typed; nothing typed gives the first."""
    if not typed.strip():
        chosen = _organisations().where(Organisation.merged_into_id.is_(None))
        return _organisation_rows(session, chosen.order_by(Organisation.name).limit(limit))
    hits = search.find(session, typed, kinds=("organisation",), limit=limit)
    ids = [hit.reference.id for hit in hits]
    rows = _organisation_rows(session, _organisations().where(Organisation.id.in_(ids)))
    return sorted(rows, key=lambda row: ids.index(row.id))


def organisation_by_id(session: Session, organisation_id: int) -> OrganisationDetails:
    """Return one organisation's own record."""
    each = session.get_one(Organisation, organisation_id)
    return OrganisationDetails(
        each.id,
        each.version,
        each.name,
        each.short_name,
        each.kind,
        each.parent_id,
        each.country,
        each.domain,
        each.address,
        each.merged_into_id,
    )


def affiliations_of(session: Session, person_id: int) -> list[AffiliationRow]:
    """Return all places of a person, newest first."""
    return _affiliations(session, Affiliation.person_id == person_id)


def affiliations_on(session: Session, person_id: int, day: date) -> list[AffiliationRow]:
    """Return the places a person had on a day, the newest first."""
    return _affiliations(
        session, and_(Affiliation.person_id == person_id, _in_force(Affiliation, day))
    )


def roles_of(session: Session, person_id: int) -> list[RoleRow]:
    """Return all roles of a person, newest first."""
    rows = session.execute(
        select(
            PersonRole.id,
            PersonRole.role,
            PersonRole.organisation_id,
            func.coalesce(Organisation.name, ""),
            PersonRole.from_day,
            PersonRole.until_day,
        )
        .outerjoin(Organisation, Organisation.id == PersonRole.organisation_id)
        .where(PersonRole.person_id == person_id)
        .order_by(PersonRole.from_day.desc())
    )
    return [RoleRow(*row) for row in rows]


def account_on(
    session: Session, day: date, *, person_id: int | None = None, organisation_id: int | None = None
) -> AccountRow | None:
    """Return where a payee's money goes on a day, or None when nothing is recorded."""
    found = [
        row
        for row in accounts_of(session, person_id=person_id, organisation_id=organisation_id)
        if row.from_day <= day and (row.until_day is None or row.until_day >= day)
    ]
    return found[0] if found else None


def accounts_of(
    session: Session, *, person_id: int | None = None, organisation_id: int | None = None
) -> list[AccountRow]:
    """Return all accounts of one payee, newest first."""
    rows = session.scalars(
        select(PayeeAccount)
        .where(PayeeAccount.person_id == person_id, PayeeAccount.organisation_id == organisation_id)
        .order_by(PayeeAccount.from_day.desc(), PayeeAccount.id.desc())
    )
    return [
        AccountRow(
            each.id,
            each.person_id,
            each.organisation_id,
            each.route,
            each.account,
            each.tax_number,
            each.permitted_use,
            each.from_day,
            each.until_day,
        )
        for each in rows
    ]


def sizes_of(session: Session, organisation_id: int) -> list[SizeRow]:
    """Return what is recorded of a company's size, newest first."""
    rows = session.execute(
        select(CompanySize.id, CompanySize.on_day, CompanySize.employees, CompanySize.size)
        .where(CompanySize.organisation_id == organisation_id)
        .order_by(CompanySize.on_day.desc(), CompanySize.id.desc())
    )
    return [SizeRow(*row) for row in rows]


def size_on(session: Session, organisation_id: int, day: date) -> SizeRow | None:
    """Return how large a company was on a day, or None when nothing older is recorded."""
    return next((row for row in sizes_of(session, organisation_id) if row.on_day <= day), None)


def duplicates_of(session: Session, person_id: int) -> list[PersonRow]:
    """Return others who may be the same person: the same name or the same e-mail address."""
    person = session.get_one(Person, person_id)
    same = func.lower(Person.name) == person.name.lower()
    if person.email:
        same = or_(same, func.lower(Person.email) == person.email.lower())
    chosen = _people(date.max).where(same, Person.id != person_id, Person.merged_into_id.is_(None))
    return _person_rows(session, chosen.order_by(Person.id))


def aliases_of(session: Session, person_id: int) -> list[str]:
    """Return the names of the entries that were merged into this one."""
    found = select(Person.name).where(Person.merged_into_id == person_id).order_by(Person.id)
    return list(session.scalars(found))


def _people(day: date) -> Select[int, str, str, str, str, bool, str, str]:
    newest = (
        select(func.max(Affiliation.id))
        .where(Affiliation.person_id == Person.id, _in_force(Affiliation, day))
        .correlate(Person)
        .scalar_subquery()
    )
    return (
        select(
            Person.id,
            Person.name,
            Person.sort_name,
            Person.initials,
            Person.email,
            Person.is_officer,
            func.coalesce(Organisation.name, ""),
            func.coalesce(Affiliation.position, ""),
        )
        .outerjoin(Affiliation, Affiliation.id == newest)
        .outerjoin(Organisation, Organisation.id == Affiliation.organisation_id)
    )


def _person_rows(
    session: Session, chosen: Select[int, str, str, str, str, bool, str, str]
) -> list[PersonRow]:
    return [PersonRow(*row) for row in session.execute(chosen)]


def _organisations() -> Select[int, str, str, str, str, str]:
    parent = aliased(Organisation)
    return select(
        Organisation.id,
        Organisation.name,
        Organisation.short_name,
        Organisation.kind,
        func.coalesce(parent.name, ""),
        Organisation.country,
    ).outerjoin(parent, parent.id == Organisation.parent_id)


def _organisation_rows(
    session: Session, chosen: Select[int, str, str, str, str, str]
) -> list[OrganisationRow]:
    return [OrganisationRow(*row) for row in session.execute(chosen)]


def _affiliations(session: Session, chosen: ColumnElement[bool]) -> list[AffiliationRow]:
    rows = session.execute(
        select(
            Affiliation.id,
            Affiliation.person_id,
            Affiliation.organisation_id,
            Organisation.name,
            Affiliation.position,
            Affiliation.from_day,
            Affiliation.until_day,
        )
        .join(Organisation, Organisation.id == Affiliation.organisation_id)
        .where(chosen)
        .order_by(Affiliation.from_day.desc(), Affiliation.id.desc())
    )
    return [AffiliationRow(*row) for row in rows]


def _person(each: Person) -> PersonDetails:
    return PersonDetails(
        each.id,
        each.version,
        each.name,
        each.sort_name,
        each.initials,
        each.other_name,
        each.email,
        each.phone,
        each.address,
        each.language,
        each.is_officer,
        each.login,
        each.merged_into_id,
    )
