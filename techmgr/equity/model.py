"""Records of equity: what is stored are events; who holds what follows from them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root
from techmgr.storage.types import Named


class ShareBook(Root):
    """The shares of one company, saved as a whole: classes, certificates, events.

    Always true: a company has one; all its prices and costs are in one currency; replaying its
    events never makes a holding negative (equity.captable). `conflicts` are conflicts of interest.
    """

    __tablename__ = "share_book"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), unique=True)
    currency: Mapped[str]
    conflicts: Mapped[str] = mapped_column(default="")
    memo: Mapped[str] = mapped_column(default="")


class ShareClassRecord(Record):
    """A class of shares, or of rights to them. One becomes `numerator/denominator` of `into_id`.

    The exercise price is an exact fraction of minor units.
    """

    __tablename__ = "share_class"
    __table_args__ = (
        UniqueConstraint("book_id", "name"),
        CheckConstraint("numerator > 0 AND denominator > 0", name="ratio"),
    )

    book_id: Mapped[int] = mapped_column(ForeignKey("share_book.id"), index=True)
    name: Mapped[str]
    kind: Mapped[str]  # equity.kinds.ClassKind
    numerator: Mapped[int] = mapped_column(default=1)
    denominator: Mapped[int] = mapped_column(default=1)
    into_id: Mapped[int | None] = mapped_column(ForeignKey("share_class.id"))
    price_numerator: Mapped[int | None]
    price_denominator: Mapped[int | None]
    priced_on: Mapped[date | None]  # splits after this day change the exercise price
    expires: Mapped[date | None]
    anti_dilution: Mapped[str] = mapped_column(default="")


class ShareHolding(Record):
    """A certificate. Its shares and cost are what the moves of its book's events leave.

    `owner` is the payee it is kept for once it was shared out (`person:5`, `party:fund`), or "".
    """

    __tablename__ = "share_holding"

    book_id: Mapped[int] = mapped_column(ForeignKey("share_book.id"), index=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("share_class.id"), index=True)
    kind: Mapped[str]  # equity.kinds.HolderKind
    holder: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    owner: Mapped[Named] = mapped_column(default="")
    certificate: Mapped[str] = mapped_column(default="")
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("technology.id"), index=True)
    locked_until: Mapped[date | None]
    restrictions: Mapped[str] = mapped_column(default="")


class ShareEvent(Record):
    """Something that happened to a company's shares on a day. It is never deleted, only reversed.

    Prices are exact fractions, amounts minor units of the book's currency. `receipt_id` and
    `entry_id` are its money in the ledger.
    """

    __tablename__ = "share_event"

    book_id: Mapped[int] = mapped_column(ForeignKey("share_book.id"), index=True)
    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]  # equity.kinds.EventKind
    on_day: Mapped[date] = mapped_column(index=True)
    numerator: Mapped[int] = mapped_column(default=1)  # of a split
    denominator: Mapped[int] = mapped_column(default=1)
    price_numerator: Mapped[int | None]
    price_denominator: Mapped[int | None]
    gross: Mapped[int] = mapped_column(default=0)
    brokerage: Mapped[int] = mapped_column(default=0)
    memo: Mapped[str] = mapped_column(default="")
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("receipt.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    reversed_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")  # of its reversal


class ShareMove(Record):
    """What an event does to a certificate: whole shares, and minor units of its cost basis.

    `paid` is the part of the cost that was paid in cash.
    """

    __tablename__ = "share_move"
    __table_args__ = (UniqueConstraint("event_id", "holding_id"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("share_event.id"), index=True)
    holding_id: Mapped[int] = mapped_column(ForeignKey("share_holding.id"), index=True)
    shares: Mapped[int] = mapped_column(default=0)
    cost: Mapped[int] = mapped_column(default=0)
    paid: Mapped[int] = mapped_column(default=0)
