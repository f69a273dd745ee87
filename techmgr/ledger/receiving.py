"""A receipt before it is booked: what is wrong with it, and what its booking is."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from techmgr.core.days import plausible
from techmgr.core.errors import UserError, refuse_if
from techmgr.core.formats import show_money
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.core.shares import share_out
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Line
from techmgr.ledger.booking import Converted, convert, receipt_lines, refuse_closed
from techmgr.ledger.queries import rate_on


@dataclass(frozen=True, slots=True)
class RecordReceipt:
    """Money came in. `cases` take it in the shares given; amounts as typed by `core.money.money`.

    `base_currency` is the office's; `parts` are (case id, share) that sum to one. `claim_id` is
    the claim for costs it was paid on.
    """

    received: date
    gross: Money
    income_type: str
    base_currency: str
    parts: tuple[tuple[int, Fraction], ...]
    payer_id: int | None = None
    source: Reference | None = None
    bank_fees: Money | None = None
    withheld_tax: Money | None = None
    memo: str = ""
    claim_id: int | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A receipt that can be booked. Always true: its parts (case id, minor units) sum to `gross.base`."""

    request: RecordReceipt
    gross: Converted
    rate_id: int | None
    bank_fees: int
    withheld_tax: int
    parts: tuple[tuple[int, int], ...]

    @property
    def party(self) -> str | None:
        """The agreement it was paid under, as a reference in text."""
        return str(self.request.source) if self.request.source else None

    @property
    def row(self) -> dict[str, Any]:
        """The columns of the receipt's record besides its number."""
        return {
            "received": self.request.received,
            "payer_id": self.request.payer_id,
            "source": self.party,
            "income_type": self.request.income_type,
            "gross": self.gross.own.minor,
            "currency": self.gross.own.currency,
            "bank_fees": self.bank_fees,
            "withheld_tax": self.withheld_tax,
            "base_minor": self.gross.base.minor,
            "base_currency": self.gross.base.currency,
            "rate_id": self.rate_id,
            "memo": self.request.memo,
        }

    @property
    def lines(self) -> list[Line]:
        """The lines of its booking."""
        return receipt_lines(self.gross, self.bank_fees, self.withheld_tax, self.parts, self.party)


def prepared(
    session: Session, request: RecordReceipt, today: date, closed: date | None
) -> Prepared:
    """Return a receipt ready to be booked. Refuses a closed day and a currency without a rate."""
    _refuse(request, today, closed)
    gross, rate_id = converted(session, request.gross, request.base_currency, request.received)
    minors = share_out(gross.base.minor, [share for _, share in request.parts])
    parts = tuple((case, minor) for (case, _), minor in zip(request.parts, minors, strict=True))
    fees, tax = _minor(request.bank_fees), _minor(request.withheld_tax)
    return Prepared(request, gross, rate_id, fees, tax, parts)


def received_text(minor: int, currency: str, number: str) -> Text:
    """Return what a case's timeline says of its part of a receipt."""
    amount = show_money(Money(minor, currency), with_currency=True)
    return say("Received {amount}, {number}", amount=amount, number=number)


def converted(
    session: Session, amount: Money, base: str, day: date
) -> tuple[Converted, int | None]:
    """Return an amount in both currencies and the rate's id. Refuses a currency without a rate."""
    if amount.currency == base:
        return Converted(amount, amount), None
    found = rate_on(session, amount.currency, base, day)
    if found is None:
        raise UserError(
            say(
                "There is no rate from {currency} to {base} on {day}. Enter one first: Money, Rates.",
                currency=amount.currency,
                base=base,
                day=day.isoformat(),
            ),
            field="currency",
        )
    rate_id, rate = found
    return Converted(amount, convert(amount, rate, base)), rate_id


def check_day(day: date, today: date, closed: date | None, field: str) -> None:
    """Refuse a day that cannot be meant, that is to come, or whose books are closed."""
    plausible(day, field)
    if day > today:
        raise UserError(say("{day} has not come yet.", day=day.isoformat()), field=field)
    refuse_closed(day, closed, field)


def _refuse(request: RecordReceipt, today: date, closed: date | None) -> None:
    problems = []
    kept = _minor(request.bank_fees) + _minor(request.withheld_tax)
    if request.gross.minor <= 0:
        problems.append(
            UserError(say("A receipt is more than zero. A refund is a reversal."), field="gross")
        )
    if kept < 0 or kept > max(request.gross.minor, 0):
        problems.append(
            UserError(
                say("Bank fees and withheld tax cannot be more than the gross."), field="bank_fees"
            )
        )
    if not request.parts or sum(share for _, share in request.parts) != 1:
        problems.append(
            UserError(say("The cases' shares of a receipt must make exactly 100 %."), field="parts")
        )
    if len({case for case, _ in request.parts}) < len(request.parts):
        problems.append(
            UserError(say("A case stands twice in the receipt: give it one share."), field="parts")
        )
    refuse_if(problems)
    for other in (request.bank_fees, request.withheld_tax):
        if other is not None:
            _ = other + Money(0, request.gross.currency)  # refuses another currency in words
    check_day(request.received, today, closed, "received")


def _minor(amount: Money | None) -> int:
    return amount.minor if amount else 0
