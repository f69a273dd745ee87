"""Records of people and organisations."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root


class Organisation(Root):
    """A university, company, agency, law firm, or a department of one (then it has a parent).

    Always true: a merged organisation names the one that was kept, and nothing new refers to it.
    """

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(index=True)
    short_name: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]  # list "organisation_kind"
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    country: Mapped[str] = mapped_column(default="")  # ISO 3166 two letters
    domain: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)


class CompanySize(Record):
    """How large a company was from a day on; reports ask for the size at signature."""

    __tablename__ = "company_size"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    on_day: Mapped[date]
    employees: Mapped[int | None]
    size: Mapped[str]  # list "company_size": startup, small, large …


class Person(Root):
    """A person: officer, inventor, contact, counsel. Names are kept whole, never split.

    Always true: a merged person names the one that was kept; `is_officer` may sign in.
    """

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(index=True)
    sort_name: Mapped[str] = mapped_column(index=True)
    initials: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    other_name: Mapped[str] = mapped_column(default="")  # the same name in another script
    language: Mapped[str] = mapped_column(default="en")  # of statements and letters to them
    is_officer: Mapped[bool] = mapped_column(default=False)
    login: Mapped[str] = mapped_column(default="")
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)


class Affiliation(Record):
    """A person's place in an organisation or department, between two days (open at the end)."""

    __tablename__ = "affiliation"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    position: Mapped[str]  # list "position": employee, student, visiting …
    from_day: Mapped[date]
    until_day: Mapped[date | None]


class PersonRole(Record):
    """What a person is to the office between two days: inventor, counsel, licensee's contact …"""

    __tablename__ = "person_role"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]  # list "role"
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    from_day: Mapped[date]
    until_day: Mapped[date | None]


class PayeeAccount(Record):
    """Where a payee's money goes between two days, and what it may be used for.

    Always true: it belongs to one person or one organisation.
    """

    __tablename__ = "payee_account"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="one_payee"),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    route: Mapped[str]  # list "payee_route": payroll, research account, transfer
    account: Mapped[str]
    tax_number: Mapped[str] = mapped_column(default="")
    permitted_use: Mapped[str] = mapped_column(default="")  # e.g. research and education only
    from_day: Mapped[date]
    until_day: Mapped[date | None]
