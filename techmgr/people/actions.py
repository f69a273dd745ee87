"""What an officer can do with people: register, edit, place, give roles and accounts."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.texts import LANGUAGES, say
from techmgr.office.queries import check_listed
from techmgr.people.checking import check_organisation, check_person
from techmgr.people.model import Affiliation, PayeeAccount, Person, PersonRole
from techmgr.people.names import initials_of, sort_name_of
from techmgr.storage.unit import Undo, Unit, action

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True, slots=True)
class PersonFields:
    """What is recorded of a person. Empty initials and sort name are made from the name."""

    name: str
    email: str = ""
    phone: str = ""
    address: str = ""
    other_name: str = ""
    sort_name: str = ""
    initials: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """A new person, and where they work (both optional) from a day on."""

    person: PersonFields
    organisation_id: int | None = None
    position: str = ""
    from_day: date | None = None  # the office's day when left out


@dataclass(frozen=True, slots=True)
class EditPerson:
    """A person's record as a whole."""

    person_id: int
    version: int | None
    person: PersonFields


@dataclass(frozen=True, slots=True)
class Affiliate:
    """A person's place in an organisation or department, from a day on."""

    person_id: int
    organisation_id: int
    position: str
    from_day: date
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class EndAffiliation:
    """The last day of a place."""

    affiliation_id: int
    until_day: date


@dataclass(frozen=True, slots=True)
class GiveRole:
    """What a person is to the office, for an organisation or in general."""

    person_id: int
    role: str
    from_day: date
    organisation_id: int | None = None
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class SetPayeeAccount:
    """Where the money of one payee (a person or an organisation) goes from a day on."""

    route: str
    account: str
    from_day: date
    person_id: int | None = None
    organisation_id: int | None = None
    tax_number: str = ""
    permitted_use: str = ""


@dataclass(frozen=True, slots=True)
class MakeOfficer:
    """Let a person sign in, or (`is_officer=False`) no longer."""

    person_id: int
    version: int | None
    is_officer: bool = True
    login: str = ""


@action(undo=Undo.RESTORE)
def register_person(unit: Unit, request: RegisterPerson) -> int:
    """Register a person, with their place when one is given; returns the id."""
    checks = Checks()
    person = Person()
    _write(person, request.person, checks)
    if request.organisation_id is not None:
        _check_place(unit, checks, request.organisation_id, request.position)
        checks.day(request.from_day, "from_day")
    checks.refuse()
    unit.add(person)
    if request.organisation_id is not None:
        start = request.from_day or unit.today
        place = Affiliate(person.id, request.organisation_id, request.position, start)
        affiliate(unit, place)
    unit.about(person.reference)
    return person.id


@action(undo=Undo.RESTORE)
def edit_person(unit: Unit, request: EditPerson) -> None:
    """Save a person's record."""
    checks = Checks()
    person = unit.session.get_one(Person, request.person_id)
    unit.claim(person, request.version)
    _write(person, request.person, checks)
    checks.refuse()
    unit.about(person.reference)


def _write(person: Person, fields: PersonFields, checks: Checks) -> None:
    person.name = checks.line(fields.name, "name", say("Give the person a name."))
    person.sort_name = checks.line(fields.sort_name, "sort_name") or sort_name_of(person.name)
    person.initials = checks.line(fields.initials, "initials")[:4] or initials_of(person.name)
    person.other_name = checks.line(fields.other_name, "other_name")
    person.email = checks.line(fields.email, "email")
    person.phone = checks.line(fields.phone, "phone")
    person.address = checks.text(fields.address, "address")
    person.language = fields.language
    if person.email and not _EMAIL.fullmatch(person.email):
        checks.wrong(
            say("“{email}” is not an e-mail address such as a.b@example.org.", email=person.email),
            "email",
        )
    if fields.language not in LANGUAGES:
        checks.wrong(
            say("“{language}” must be one of {known}.", language=fields.language, known=LANGUAGES),
            "language",
        )


@action(undo=Undo.RESTORE)
def affiliate(unit: Unit, request: Affiliate) -> int:
    """Record a person's place; several at the same time are allowed. Returns the id."""
    checks = Checks()
    check_person(unit.session, checks, request.person_id, "person_id")
    _check_place(unit, checks, request.organisation_id, request.position)
    checks.period(request.from_day, request.until_day)
    checks.refuse()
    place = Affiliation(
        person_id=request.person_id,
        organisation_id=request.organisation_id,
        position=request.position,
        from_day=request.from_day,
        until_day=request.until_day,
    )
    unit.add(place)
    _save_person(unit, request.person_id)
    return place.id


def _check_place(unit: Unit, checks: Checks, organisation_id: int, position: str) -> None:
    check_organisation(unit.session, checks, organisation_id, "organisation_id")
    check_listed(unit.session, checks, "position", position, "position")


def _save_person(unit: Unit, person_id: int) -> None:
    person = unit.session.get_one(Person, person_id)
    unit.claim(person, None)
    unit.about(person.reference)


@action(undo=Undo.RESTORE)
def end_affiliation(unit: Unit, request: EndAffiliation) -> None:
    """Record the last day of a place."""
    place = unit.session.get_one(Affiliation, request.affiliation_id)
    checks = Checks()
    checks.period(place.from_day, request.until_day)
    checks.refuse()
    place.until_day = request.until_day
    _save_person(unit, place.person_id)


@action(undo=Undo.RESTORE)
def give_role(unit: Unit, request: GiveRole) -> int:
    """Record what a person is to the office; returns the id."""
    checks = Checks()
    check_person(unit.session, checks, request.person_id, "person_id")
    check_organisation(unit.session, checks, request.organisation_id, "organisation_id")
    check_listed(unit.session, checks, "role", request.role, "role")
    checks.period(request.from_day, request.until_day)
    checks.refuse()
    role = PersonRole(
        person_id=request.person_id,
        role=request.role,
        organisation_id=request.organisation_id,
        from_day=request.from_day,
        until_day=request.until_day,
    )
    unit.add(role)
    _save_person(unit, request.person_id)
    return role.id


@action(undo=Undo.RESTORE)
def set_payee_account(unit: Unit, request: SetPayeeAccount) -> int:
    """Record where a payee's money goes from a day on; the account before ends the day before.

    Returns the id. An account that begins on the same day or later is refused: correct that one.
    """
    checks = Checks()
    account = _account(unit, request, checks)
    checks.refuse()
    earlier = _open_account(unit, request)
    if earlier is not None and earlier.from_day >= request.from_day:
        checks.wrong(
            say(
                "An account from {day} is recorded. Choose a later day.",
                day=earlier.from_day.isoformat(),
            ),
            "from_day",
        )
        checks.refuse()
    if earlier is not None:
        earlier.until_day = request.from_day - timedelta(days=1)
    unit.add(account)
    unit.about(account.reference)
    return account.id


def _account(unit: Unit, request: SetPayeeAccount, checks: Checks) -> PayeeAccount:
    if (request.person_id is None) == (request.organisation_id is None):
        checks.wrong(say("Choose one payee: a person or an organisation."), "person_id")
    check_person(unit.session, checks, request.person_id, "person_id")
    check_organisation(unit.session, checks, request.organisation_id, "organisation_id")
    check_listed(unit.session, checks, "payee_route", request.route, "route")
    checks.day(request.from_day, "from_day")
    held = request.route == "held"
    return PayeeAccount(
        person_id=request.person_id,
        organisation_id=request.organisation_id,
        route=request.route,
        account=checks.line(
            request.account, "account", None if held else say("Give the account's number.")
        ),
        tax_number=checks.line(request.tax_number, "tax_number"),
        permitted_use=checks.line(request.permitted_use, "permitted_use"),
        from_day=request.from_day,
        until_day=None,
    )


def _open_account(unit: Unit, request: SetPayeeAccount) -> PayeeAccount | None:
    return unit.session.scalars(
        select(PayeeAccount)
        .where(PayeeAccount.person_id.is_not_distinct_from(request.person_id))
        .where(PayeeAccount.organisation_id.is_not_distinct_from(request.organisation_id))
        .where(PayeeAccount.until_day.is_(None))
        .order_by(PayeeAccount.from_day.desc())
    ).first()


@action(undo=Undo.RESTORE)
def make_officer(unit: Unit, request: MakeOfficer) -> None:
    """Let a person sign in as an officer, or take it back; the last officer stays."""
    checks = Checks()
    check_person(unit.session, checks, request.person_id, "person_id")
    checks.refuse()
    person = unit.session.get_one(Person, request.person_id)
    others = select(Person.id).where(Person.is_officer.is_(True), Person.id != person.id)
    if not request.is_officer and unit.session.scalar(others.limit(1)) is None:
        checks.wrong(say("An office keeps at least one officer. Name another first."), "is_officer")
    checks.refuse()
    unit.claim(person, request.version)
    person.is_officer = request.is_officer
    person.login = checks.line(request.login, "login")
    unit.about(person.reference)
