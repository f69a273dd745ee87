"""Records of disclosures: what inventors report, with their shares, funding, publications and materials."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root


class Disclosure(Root):
    """What inventors reported to the office about one invention.

    Always true: it belongs to a case from its receipt on; `label` is the case's number, with a
    letter from the second disclosure of a case on; sent back and withdrawn have a reason.
    """

    __tablename__ = "disclosure"
    __table_args__ = (
        CheckConstraint("state NOT IN ('sent_back', 'withdrawn') OR reason <> ''", name="reason"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    label: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    state: Mapped[str]  # received, accepted, sent_back, withdrawn
    since: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    received: Mapped[date]
    form_id: Mapped[str] = mapped_column(default="")  # of the form it was read back from
    submitted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class Inventor(Record):
    """A person who reported the invention, with what they were that day and the duty to assign.

    Always true: a person stands once in a disclosure; a signed assignment has its day.
    """

    __tablename__ = "inventor"
    __table_args__ = (
        UniqueConstraint("disclosure_id", "person_id"),
        CheckConstraint("assignment <> 'signed' OR assigned_on IS NOT NULL", name="signed_day"),
    )

    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    position_in_list: Mapped[int]
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    position: Mapped[str] = mapped_column(default="")  # list "position"
    assignment: Mapped[str]  # list "assignment"
    assigned_on: Mapped[date | None]
    assignment_file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id"))


class SharePlan(Record):
    """The inventors' shares of a case from a day on, with the signed paper, or marked open.

    Always true: its shares sum to exactly one unless it is open; the newest plan not after a day
    is in force on it.
    """

    __tablename__ = "share_plan"
    __table_args__ = (UniqueConstraint("case_id", "valid_from"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"))
    valid_from: Mapped[date]
    is_open: Mapped[bool]
    signed_on: Mapped[date | None]
    signed_file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id"))


class InventorShare(Record):
    """One inventor's exact share in a plan. The order decides ties in cents."""

    __tablename__ = "inventor_share"
    __table_args__ = (
        UniqueConstraint("plan_id", "person_id"),
        CheckConstraint("numerator > 0 AND numerator <= denominator", name="share"),
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("share_plan.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    position_in_list: Mapped[int]
    numerator: Mapped[int]
    denominator: Mapped[int]


class Award(Root):
    """A grant or contract of a sponsor under which inventions are made."""

    __tablename__ = "award"
    __table_args__ = (UniqueConstraint("number", "sponsor_id"),)

    number: Mapped[str]
    sponsor_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    title: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None]  # decides which rules of the funder hold


class DisclosureAward(Record):
    """An award under which a disclosed invention was made."""

    __tablename__ = "disclosure_award"
    __table_args__ = (UniqueConstraint("disclosure_id", "award_id"),)

    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id"))
    award_id: Mapped[int] = mapped_column(ForeignKey("award.id"), index=True)


class Publication(Record):
    """A publication done or planned. Public ones start bar dates; a seminar among colleagues does not."""

    __tablename__ = "publication"

    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id"), index=True)
    kind: Mapped[str]  # list "publication_kind"
    what: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    on_day: Mapped[date]
    is_planned: Mapped[bool]
    is_public: Mapped[bool]


class Material(Record):
    """Somebody else's material or software that went into the invention, with its terms."""

    __tablename__ = "material"

    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id"), index=True)
    kind: Mapped[str]  # list "material_kind"
    what: Mapped[str]
    source_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    terms: Mapped[str] = mapped_column(default="")


class InformalTransfer(Record):
    """Knowledge that left without a disclosure: the inventor chose consulting or publication."""

    __tablename__ = "informal_transfer"

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    kind: Mapped[str]  # list "informal_kind"
    on_day: Mapped[date]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    what: Mapped[str]
