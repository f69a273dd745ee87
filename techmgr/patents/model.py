"""Records of patents and other rights."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root


class Right(Root):
    """A filing or a right: provisional, patent, design, software copyright, know-how.

    `parent_id` is the filing it grew from; the root of a family has none. Numbers are kept as
    given. Its dates are also events in the docket, from which deadlines follow.
    """

    __tablename__ = "patent"

    kind: Mapped[str]  # list "right_kind": provisional, non-provisional, PCT, national …
    country: Mapped[str]  # ISO 3166 two letters, or EP, WO
    title: Mapped[str]
    application_number: Mapped[str] = mapped_column(default="", index=True)
    publication_number: Mapped[str] = mapped_column(default="")
    grant_number: Mapped[str] = mapped_column(default="", index=True)
    filed: Mapped[date | None]
    published: Mapped[date | None]
    granted: Mapped[date | None]
    expires: Mapped[date | None]
    state: Mapped[str]  # list "right_state": planned, filed, granted, lapsed, abandoned, expired
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("patent.id"), index=True)
    counsel_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    counsel_reference: Mapped[str] = mapped_column(default="")
    entity_size: Mapped[str] = mapped_column(default="")  # list "entity_size": large, small, micro


class RightCase(Record):
    """The share of a right that belongs to a case; the shares of a right sum to one."""

    __tablename__ = "patent_case"
    __table_args__ = (
        UniqueConstraint("right_id", "case_id"),
        CheckConstraint("numerator > 0 AND numerator <= denominator", name="share"),
    )

    right_id: Mapped[int] = mapped_column(ForeignKey("patent.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    numerator: Mapped[int]
    denominator: Mapped[int]
