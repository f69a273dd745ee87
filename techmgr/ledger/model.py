"""Records of the ledger."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root
from techmgr.storage.types import Named


class JournalEntry(Record):
    """A booking on a day. Always true: its postings sum to zero in every currency.

    It is never changed or deleted: a mistake is corrected by its mirror, which names it.
    `source` is the record it came from, such as `receipt:4`.
    """

    __tablename__ = "journal_entry"

    on_day: Mapped[date] = mapped_column(index=True)
    text: Mapped[str]
    source: Mapped[Named] = mapped_column(index=True)
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"), unique=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))


class Posting(Record):
    """One line of a booking: minor units, positive on the debit side, negative on the credit side.

    `party` is whose part of the account it is (a payee, an agreement), as a reference.
    """

    __tablename__ = "posting"

    entry_id: Mapped[int] = mapped_column(ForeignKey("journal_entry.id"), index=True)
    account: Mapped[str] = mapped_column(index=True)  # a code of ledger.accounts
    minor: Mapped[int]
    currency: Mapped[str]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("technology.id"), index=True)
    party: Mapped[Named | None] = mapped_column(index=True)


class Receipt(Root):
    """Money that came in: gross, and what was kept back on its way.

    Always true: bank fees and withheld tax together are not above gross; in another currency
    than the office's it names the rate it was converted at, and `base_minor` is the result.
    `source` is the agreement it was paid under, as a reference.
    """

    __tablename__ = "receipt"
    __table_args__ = (
        CheckConstraint("bank_fees >= 0 AND withheld_tax >= 0", name="kept_back"),
        CheckConstraint("bank_fees + withheld_tax <= gross", name="gross"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    received: Mapped[date] = mapped_column(index=True)
    payer_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    source: Mapped[Named | None] = mapped_column(index=True)
    income_type: Mapped[str]  # list "income_type"
    gross: Mapped[int]
    currency: Mapped[str]
    bank_fees: Mapped[int] = mapped_column(default=0)
    withheld_tax: Mapped[int] = mapped_column(default=0)
    base_minor: Mapped[int]
    base_currency: Mapped[str]
    rate_id: Mapped[int | None] = mapped_column(ForeignKey("exchange_rate.id"))
    memo: Mapped[str] = mapped_column(default="")
    reversed_by_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    foreign_number: Mapped[str] = mapped_column(default="", index=True)  # where it came from
    import_run_id: Mapped[int | None] = mapped_column(ForeignKey("import_run.id"), index=True)


class ReceiptPart(Record):
    """The part of a receipt that belongs to a case, in the office's currency.

    Always true: the parts of a receipt sum to its `base_minor`.
    """

    __tablename__ = "receipt_part"
    __table_args__ = (UniqueConstraint("receipt_id", "case_id"),)

    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    minor: Mapped[int]


class FirmInvoice(Root):
    """The bill of a law firm or another supplier, as printed: what is owed to it until it is paid.

    Always true: its lines sum to `total`; a firm's number stands once among those not reversed.
    In another currency than the office's it names the rate it was converted at.
    """

    __tablename__ = "firm_invoice"

    firm_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    number: Mapped[str] = mapped_column(index=True)
    on_day: Mapped[date] = mapped_column(index=True)
    currency: Mapped[str]
    total: Mapped[int]  # as printed; negative for a credit note
    base_minor: Mapped[int]
    base_currency: Mapped[str]
    rate_id: Mapped[int | None] = mapped_column(ForeignKey("exchange_rate.id"))
    due_on: Mapped[date | None]
    paid_on: Mapped[date | None]
    paid_by_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))
    memo: Mapped[str] = mapped_column(default="")
    reversed_by_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))


class FirmInvoiceLine(Record):
    """One line of a firm's bill: for a right or a case, negative when it gives something back."""

    __tablename__ = "firm_invoice_line"
    __table_args__ = (UniqueConstraint("invoice_id", "position"),)

    invoice_id: Mapped[int] = mapped_column(ForeignKey("firm_invoice.id"))
    position: Mapped[int]
    subject: Mapped[Named] = mapped_column(index=True)  # a right or a case, as a reference
    kind: Mapped[str]  # list "expense_kind"
    text: Mapped[str] = mapped_column(default="")
    service_day: Mapped[date]
    minor: Mapped[int]  # in the invoice's currency


class CostClaim(Root):
    """What somebody else is asked to repay: a number of expense lines on one statement.

    Always true: its lines are borne by its organisation. Withdrawn has a reason.
    """

    __tablename__ = "cost_claim"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'settled', 'withdrawn')", name="state"),
        CheckConstraint("state <> 'withdrawn' OR reason <> ''", name="reason"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    on_day: Mapped[date]
    minor: Mapped[int]  # asked for, in the office's currency
    currency: Mapped[str]
    state: Mapped[str] = mapped_column(default="open")
    reason: Mapped[str] = mapped_column(default="")


class Expense(Root):
    """Money spent on a case and borne by one payer: a filing fee, counsel, an annuity.

    `subject` is what it was for (a right, the case). `state` is of this line since a day:
    recoverable, invoiced, recovered or written off (with the reason). What another than the
    office bears is asked for on a claim and never taken from income. Base amounts as in `Receipt`.
    """

    __tablename__ = "expense"
    __table_args__ = (
        CheckConstraint("recovered >= 0 AND recovered <= base_minor", name="recovered"),
        CheckConstraint(
            "state IN ('recoverable', 'invoiced', 'recovered', 'written_off')", name="state"
        ),
        CheckConstraint("state <> 'invoiced' OR claim_id IS NOT NULL", name="claim"),
        CheckConstraint(
            "payer = 'office' OR claim_id IS NULL OR payer_id IS NOT NULL", name="payer"
        ),
    )

    number: Mapped[str] = mapped_column(unique=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    subject: Mapped[Named] = mapped_column(index=True)
    kind: Mapped[str]  # list "expense_kind"
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    invoice: Mapped[str] = mapped_column(default="")
    line_id: Mapped[int | None] = mapped_column(ForeignKey("firm_invoice_line.id"), index=True)
    on_day: Mapped[date] = mapped_column(index=True)
    amount: Mapped[int]
    currency: Mapped[str]
    base_minor: Mapped[int]
    base_currency: Mapped[str]
    rate_id: Mapped[int | None] = mapped_column(ForeignKey("exchange_rate.id"))
    payer: Mapped[str]  # list "expense_payer": office, licensee, co-owner
    payer_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("cost_claim.id"), index=True)
    state: Mapped[str]  # recoverable, invoiced, recovered, written_off
    since: Mapped[date | None]  # the day of its state; none is the day it was spent
    reason: Mapped[str] = mapped_column(default="")
    recovered: Mapped[int] = mapped_column(default=0)
    memo: Mapped[str] = mapped_column(default="")
    reversed_by_id: Mapped[int | None] = mapped_column(ForeignKey("journal_entry.id"))


class CostRecovery(Record):
    """What came back of an expense otherwise than by a distribution: repaid, or credited by the firm.

    Negative when it was taken back. `source` is the receipt or the invoice, as a reference.
    """

    __tablename__ = "cost_recovery"

    expense_id: Mapped[int] = mapped_column(ForeignKey("expense.id"), index=True)
    source: Mapped[Named] = mapped_column(index=True)
    on_day: Mapped[date]
    minor: Mapped[int]  # in the office's currency


class CostPayer(Record):
    """Who bears which share of a case's costs from a day on; the shares of a day sum to one.

    The newest day not after a cost's own day is in force for it. Without any, the office bears all.
    """

    __tablename__ = "cost_payer"
    __table_args__ = (
        UniqueConstraint("case_id", "valid_from", "position"),
        CheckConstraint("numerator > 0 AND numerator <= denominator", name="share"),
        CheckConstraint("(payer = 'office') = (organisation_id IS NULL)", name="payer"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"))
    valid_from: Mapped[date]
    position: Mapped[int]
    payer: Mapped[str]  # list "expense_payer"
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    numerator: Mapped[int]
    denominator: Mapped[int]


class ExchangeRate(Record):
    """What one unit of a currency was worth in another on a day, exactly as published."""

    __tablename__ = "exchange_rate"
    __table_args__ = (UniqueConstraint("currency", "base_currency", "on_day"),)

    currency: Mapped[str]
    base_currency: Mapped[str]
    on_day: Mapped[date]
    numerator: Mapped[int]
    denominator: Mapped[int]
    publisher: Mapped[str]


class Period(Record):
    """A closed stretch of days: nothing more is booked on a day up to `until`."""

    __tablename__ = "period"

    until: Mapped[date] = mapped_column(unique=True)
    closed_on: Mapped[date]
    memo: Mapped[str] = mapped_column(default="")
