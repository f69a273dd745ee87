"""Records of agreements."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root


class Agreement(Root):
    """An agreement: licence, option, confidentiality agreement, inter-institutional agreement …

    Always true: its number is used once; `state` is the legal state (draft, signed, ended), not
    where the work stands; the terms live in `Term`, each with its dates of validity.
    """

    __tablename__ = "agreement"

    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]  # list "agreement_kind"
    title: Mapped[str]
    state: Mapped[str]  # list "agreement_state": draft, signed, expired, terminated
    exclusivity: Mapped[str] = mapped_column(default="")  # list "exclusivity"
    field: Mapped[str] = mapped_column(default="")
    territory: Mapped[str] = mapped_column(default="")
    signed: Mapped[date | None]
    effective: Mapped[date | None]
    expires: Mapped[date | None]
    ended: Mapped[date | None]
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))


class AgreementParty(Record):
    """An organisation's part in an agreement: licensee, co-owner, sponsor. The office is not listed."""

    __tablename__ = "agreement_party"
    __table_args__ = (UniqueConstraint("agreement_id", "organisation_id", "role"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    role: Mapped[str]  # list "party_role"
    size_at_signature: Mapped[str] = mapped_column(default="")  # list "company_size"


class AgreementCase(Record):
    """A case an agreement covers, with its share of the income unless a plan says otherwise."""

    __tablename__ = "agreement_case"
    __table_args__ = (
        UniqueConstraint("agreement_id", "case_id"),
        CheckConstraint("numerator > 0 AND numerator <= denominator", name="share"),
    )

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    numerator: Mapped[int]
    denominator: Mapped[int]


class Term(Record):
    """One term of an agreement in force between two days: a fee, a rate, a report, a minimum.

    Amounts are minor units; rates exact fractions; `periodic` says how often and when it is due.
    """

    __tablename__ = "agreement_term"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[str]  # list "term_kind": issue_fee, royalty, minimum, milestone, report …
    clause: Mapped[str] = mapped_column(default="")
    minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="")
    numerator: Mapped[int | None]
    denominator: Mapped[int | None]
    text: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    periodic: Mapped[str] = mapped_column(default="")  # quarterly, yearly or once
    days_after: Mapped[int | None]  # days after the end of the period
    from_day: Mapped[date]
    until_day: Mapped[date | None]
