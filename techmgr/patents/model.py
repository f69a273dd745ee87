"""Records of patents and other rights."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root


class Right(Root):
    """A filing or a right: provisional, patent, design, software copyright, know-how.

    Numbers are kept as given; `bare_numbers` holds them as search finds them. Its dates are also
    events in the docket, from which deadlines follow and where it stands is told. `expires` is a
    last day somebody stated; the rules compute their own. One that is not followed is known for
    its family only: it sets off no deadline of its own.
    """

    __tablename__ = "patent"

    kind: Mapped[str]  # list "right_kind": provisional, non-provisional, PCT, national …
    country: Mapped[str]  # ISO 3166 two letters, or EP, WO
    title: Mapped[str]
    application_number: Mapped[str] = mapped_column(default="", index=True)
    publication_number: Mapped[str] = mapped_column(default="")
    grant_number: Mapped[str] = mapped_column(default="", index=True)
    bare_numbers: Mapped[str] = mapped_column(default="")
    filed: Mapped[date | None]
    published: Mapped[date | None]
    granted: Mapped[date | None]
    expires: Mapped[date | None]
    pta_days: Mapped[int] = mapped_column(default=0)  # patent term adjustment
    disclaimed_to: Mapped[date | None]  # the end to which a terminal disclaimer ties the term
    counsel_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    counsel_reference: Mapped[str] = mapped_column(default="")
    entity_size: Mapped[str] = mapped_column(default="")  # list "entity_size": large, small, micro
    entity_size_since: Mapped[date | None]
    is_followed: Mapped[bool] = mapped_column(default=True)


class RightLink(Record):
    """A right that grew from an earlier one. Of several, the first places it in the family's tree.

    Always true: no right is, through such links, its own ancestor.
    """

    __tablename__ = "patent_link"
    __table_args__ = (
        UniqueConstraint("right_id", "earlier_id"),
        CheckConstraint("right_id <> earlier_id", name="other"),
    )

    right_id: Mapped[int] = mapped_column(ForeignKey("patent.id"))
    earlier_id: Mapped[int] = mapped_column(ForeignKey("patent.id"), index=True)
    kind: Mapped[str]  # list "right_link": conversion, priority, national_phase, continuation …


class RightCase(Record):
    """The share of a right that belongs to a case from a day on.

    Always true: the shares of a right that begin on one day sum to one; those that begin later take
    their place as a whole.
    """

    __tablename__ = "patent_case"
    __table_args__ = (
        UniqueConstraint("right_id", "case_id", "from_day"),
        CheckConstraint("numerator > 0 AND numerator <= denominator", name="share"),
    )

    right_id: Mapped[int] = mapped_column(ForeignKey("patent.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    numerator: Mapped[int]
    denominator: Mapped[int]
    from_day: Mapped[date] = mapped_column(default=date.min)


class RightParty(Record):
    """An applicant or owner of a right as the office's register names it."""

    __tablename__ = "patent_party"
    __table_args__ = (
        UniqueConstraint("right_id", "role", "organisation_id"),
        CheckConstraint("role IN ('applicant', 'owner')", name="role"),
    )

    right_id: Mapped[int] = mapped_column(ForeignKey("patent.id"))
    role: Mapped[str]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
