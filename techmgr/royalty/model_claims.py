"""Records of what goes out of a case's income before it is shared."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root


class PriorClaim(Root):
    """What is owed out of a case's income before it is shared: an amount, or a share of what comes in.

    `what` is the name by which a policy's step takes it: reserve (forecast costs), expenses (what a
    partner institution paid), third_parties (a sponsor, a co-owner). Always true: a reserve is an
    amount and the office's own; anything else is an organisation's. `excess` is what was left of a
    reserve when it ended, in minor units: a run shares it without a second fee.
    """

    __tablename__ = "prior_claim"
    __table_args__ = (
        CheckConstraint("(minor IS NULL) <> (numerator IS NULL)", name="amount_or_share"),
        CheckConstraint("(numerator IS NULL) = (denominator IS NULL)", name="share"),
        CheckConstraint("(what = 'reserve') = (organisation_id IS NULL)", name="organisation"),
        CheckConstraint("what <> 'reserve' OR minor IS NOT NULL", name="reserve"),
        CheckConstraint("minor > 0", name="minor"),
        CheckConstraint("excess >= 0 AND (excess = 0 OR ended_on IS NOT NULL)", name="excess"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    what: Mapped[str]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    minor: Mapped[int | None]
    numerator: Mapped[int | None]
    denominator: Mapped[int | None]
    currency: Mapped[str]
    text: Mapped[str]  # what it is for
    reason: Mapped[str]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    ended_on: Mapped[date | None]
    why_ended: Mapped[str] = mapped_column(default="")
    excess: Mapped[int] = mapped_column(default=0)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))


class RunClaim(Record):
    """What an event took for a claim of a fixed amount, in minor units; negative when it gives it back.

    `released` marks what an event shares of a reserve's excess instead.
    """

    __tablename__ = "run_claim"
    __table_args__ = (
        UniqueConstraint("event_id", "claim_id", "released"),
        CheckConstraint("minor <> 0", name="minor"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("run_event.id"), index=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("prior_claim.id"), index=True)
    minor: Mapped[int]
    released: Mapped[bool] = mapped_column(default=False)
