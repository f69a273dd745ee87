"""Records of distributions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root
from techmgr.storage.types import Named


class PolicyVersion(Record):
    """A revenue policy as an office uses it from a day on: its text in TOML, never changed after use."""

    __tablename__ = "policy_version"
    __table_args__ = (UniqueConstraint("name", "valid_from"),)

    name: Mapped[str]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    text: Mapped[str]


class Run(Root):
    """A distribution of everything received up to a cut-off day.

    Always true: a posted run never changes; it is corrected by its reversal, or by a run that
    `corrects` it and books the difference only. draft, approved, posted, paid, reversed.
    """

    __tablename__ = "run"

    number: Mapped[str] = mapped_column(unique=True)
    through: Mapped[date]
    state: Mapped[str]
    currency: Mapped[str]
    drafted_by: Mapped[str]
    approved_by: Mapped[str] = mapped_column(default="")
    approved_at: Mapped[datetime | None]
    posted_on: Mapped[date | None]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    reversal_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"), index=True)
    reason: Mapped[str] = mapped_column(default="")


class RunEvent(Record):
    """One event of a run: what one case received under one agreement, with its whole explanation.

    `explanation` is the tree of the waterfall as JSON (royalty.keeping), so that the why of a cent
    outlives a change of policy. `unit` and `period` say which brackets it counts in; what it adds to
    them is in `RunTally`. Amounts are minor units of the run's currency.
    """

    __tablename__ = "run_event"

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    source: Mapped[Named | None]  # the agreement, as a reference
    policy_id: Mapped[int] = mapped_column(ForeignKey("policy_version.id"))
    unit: Mapped[Named] = mapped_column(index=True)
    period: Mapped[str]
    gross: Mapped[int]
    expenses: Mapped[int]
    net: Mapped[int]
    explanation: Mapped[str]


class RunReceipt(Record):
    """The part of a receipt an event takes up, in minor units; negative when the receipt was reversed.

    Always true: over all runs not reversed these sum to the part, or to zero for a reversed receipt.
    """

    __tablename__ = "run_receipt"
    __table_args__ = (UniqueConstraint("event_id", "part_id"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("run_event.id"))
    part_id: Mapped[int] = mapped_column(ForeignKey("receipt_part.id"), index=True)
    minor: Mapped[int]


class RunLeftOut(Record):
    """A part of a receipt that a run leaves out, and why (a stored text)."""

    __tablename__ = "run_left_out"

    run_id: Mapped[int] = mapped_column(ForeignKey("run.id"), index=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("receipt_part.id"), index=True)
    why: Mapped[str]
    why_values: Mapped[str]


class RunExpense(Record):
    """What an event recovered of one expense line, in minor units; negative when it gives it back."""

    __tablename__ = "run_expense"
    __table_args__ = (CheckConstraint("minor <> 0", name="minor"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("run_event.id"), index=True)
    expense_id: Mapped[int] = mapped_column(ForeignKey("expense.id"), index=True)
    minor: Mapped[int]


class RunShare(Record):
    """What one payee gets from one event, or what is held for them, in minor units.

    `party` is the policy's; `payee` a person or department as a reference, or `party:ID` for a fund
    of the institution. `account` is where it is booked; `node` its place in the explanation.
    `awaits` is what lifts a hold: signed shares, a smallest payment, or a word by hand.
    """

    __tablename__ = "run_share"

    event_id: Mapped[int] = mapped_column(ForeignKey("run_event.id"), index=True)
    party: Mapped[str]
    payee: Mapped[Named] = mapped_column(index=True)
    payee_name: Mapped[str]
    account: Mapped[str]  # a code of ledger.accounts
    minor: Mapped[int]
    held: Mapped[bool] = mapped_column(default=False)
    why_held: Mapped[str] = mapped_column(default="")
    why_values: Mapped[str] = mapped_column(default="{}")
    awaits: Mapped[str] = mapped_column(default="")  # shares, smallest, hand
    release_id: Mapped[int | None] = mapped_column(ForeignKey("release.id"), index=True)
    node: Mapped[str]


class Release(Root):
    """What was held of one event of a posted run, owed from a day on to those who get it."""

    __tablename__ = "release"

    event_id: Mapped[int] = mapped_column(ForeignKey("run_event.id"), index=True)
    on_day: Mapped[date]
    reason: Mapped[str]
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"))


class ReleasedPart(Record):
    """One payee's part of a release, in minor units; the parts sum to what was held.

    `share` is the payee's share of a pool divided only now, as it was signed; else empty.
    """

    __tablename__ = "released_part"

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), index=True)
    party: Mapped[str]
    payee: Mapped[Named] = mapped_column(index=True)
    payee_name: Mapped[str]
    minor: Mapped[int]
    share: Mapped[str] = mapped_column(default="")
    node: Mapped[str]


class Payment(Root):
    """Money sent to payees on a day: what a run pays, or (without one) what was owed besides."""

    __tablename__ = "payment"

    number: Mapped[str] = mapped_column(unique=True)
    on_day: Mapped[date]
    currency: Mapped[str]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"), index=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"))


class PaymentLine(Record):
    """What one payee was sent, in minor units, and the mirror entry when it came back."""

    __tablename__ = "payment_line"
    __table_args__ = (CheckConstraint("minor > 0", name="minor"),)

    payment_id: Mapped[int] = mapped_column(ForeignKey("payment.id"), index=True)
    payee: Mapped[Named] = mapped_column(index=True)
    payee_name: Mapped[str]
    minor: Mapped[int]
    route: Mapped[str] = mapped_column(default="")
    account: Mapped[str] = mapped_column(default="")
    permitted_use: Mapped[str] = mapped_column(default="")
    returned_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    returned_on: Mapped[date | None]
    why_returned: Mapped[str] = mapped_column(default="")


class ShareDistribution(Record):
    """Whole shares of a company divided by a policy: a case's part of one certificate.

    `explanation` is the tree of the waterfall in shares; `elections` what each inventor chose, as
    JSON. It counts as long as its event of equity is not reversed.
    """

    __tablename__ = "share_distribution"

    event_id: Mapped[int] = mapped_column(ForeignKey("share_event.id"), index=True)
    holding_id: Mapped[int] = mapped_column(ForeignKey("share_holding.id"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    policy_id: Mapped[int] = mapped_column(ForeignKey("policy_version.id"))
    shares: Mapped[int]
    elections: Mapped[str]
    explanation: Mapped[str]
