"""Records of what rights are expected to cost: the office's own estimates, and its budget."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record


class FeeEstimate(Record):
    """What a fee costs in a country by the office's own estimate, from a day on.

    Number 0 and no size mean any. The newest day not after the fee's own day is in force.
    """

    __tablename__ = "fee_estimate"
    __table_args__ = (
        UniqueConstraint("country", "kind", "number", "size", "valid_from"),
        CheckConstraint("minor > 0", name="amount"),
        CheckConstraint("number >= 0", name="number"),
    )

    country: Mapped[str]  # ISO 3166 two letters, or EP
    kind: Mapped[str]  # a kind of patents.fees
    number: Mapped[int]
    size: Mapped[str] = mapped_column(default="")  # list "entity_size"
    minor: Mapped[int]
    currency: Mapped[str]
    valid_from: Mapped[date]
    remark: Mapped[str] = mapped_column(default="")


class CostBudget(Record):
    """What the office means to spend on patent costs in a fiscal year, named by the year it ends in."""

    __tablename__ = "cost_budget"
    __table_args__ = (
        UniqueConstraint("year"),
        CheckConstraint("minor >= 0", name="amount"),
    )

    year: Mapped[int]
    minor: Mapped[int]
    currency: Mapped[str]
