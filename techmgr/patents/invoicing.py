"""A firm's bill before it is booked: what it says, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from techmgr.core.checks import Checks
from techmgr.core.formats import show_minor, show_money
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.ledger.model import FirmInvoice
from techmgr.ledger.queries import closed_until
from techmgr.ledger.receiving import check_day, converted
from techmgr.people.checking import check_organisation
from techmgr.people.model import Organisation
from techmgr.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """A line as printed: for a right or a case; a negative amount gives something back."""

    subject: Reference
    kind: str
    amount: Money
    text: str = ""
    service_day: date | None = None


@dataclass(frozen=True, slots=True)
class EnterInvoice:
    """A firm's bill: its number and day, the lines, and the total printed on it."""

    firm_id: int
    number: str
    on_day: date
    total: Money
    lines: tuple[InvoiceLine, ...]
    base_currency: str
    due_on: date | None = None
    memo: str = ""


def checked_invoice(unit: Unit, request: EnterInvoice) -> FirmInvoice:
    """Return a bill ready to be stored; refuses all that is wrong with it at once."""
    checks = Checks()
    firm_id = check_organisation(
        unit.session, checks, request.firm_id, "firm_id", say("Choose the firm.")
    )
    number = checks.line(request.number, "number", say("Enter the number on the invoice."))
    checks.day(request.due_on, "due_on")
    _check_total(checks, request)
    if number and firm_id is not None:
        _check_twice(unit, checks, firm_id, number)
    checks.refuse()
    check_day(request.on_day, unit.today, closed_until(unit.session), "on_day")
    _, rate_id = converted(unit.session, request.total, request.base_currency, request.on_day)
    return FirmInvoice(
        firm_id=request.firm_id,
        number=number,
        on_day=request.on_day,
        currency=request.total.currency,
        total=request.total.minor,
        base_minor=0,
        base_currency=request.base_currency,
        rate_id=rate_id,
        due_on=request.due_on,
        memo=request.memo,
    )


def _check_total(checks: Checks, request: EnterInvoice) -> None:
    if not request.lines:
        checks.wrong(say("Enter at least one line."), "lines")
    currency = request.total.currency
    summed = 0
    for position, line in enumerate(request.lines, 1):
        if line.amount.currency != currency:
            checks.wrong(
                say(
                    "Line {line} is in {own}, the invoice in {currency}. An invoice has one currency.",
                    line=position,
                    own=line.amount.currency,
                    currency=currency,
                ),
                "lines",
            )
        if not line.amount.minor:
            checks.wrong(say("Line {line} is 0. Take it out.", line=position), "lines")
        summed += line.amount.minor
    if request.lines and summed != request.total.minor:
        checks.wrong(_unequal(summed, request.total), "total")


def _unequal(summed: int, total: Money) -> Text:
    currency = total.currency
    values = {
        "sum": show_minor(summed, currency),
        "total": show_minor(total.minor, currency),
        "difference": show_minor(abs(summed - total.minor), currency),
        "currency": currency,
    }
    if summed > total.minor:
        return say(
            "The lines make {sum}, but {total} is printed as the total: {difference} {currency} too "
            "much. Correct a line or the total.",
            **values,
        )
    return say(
        "The lines make {sum}, but {total} is printed as the total: {difference} {currency} too "
        "little. Correct a line or the total.",
        **values,
    )


def _check_twice(unit: Unit, checks: Checks, firm_id: int, number: str) -> None:
    before = unit.session.execute(
        select(FirmInvoice.on_day, FirmInvoice.total, FirmInvoice.currency, Organisation.name)
        .join(Organisation, Organisation.id == FirmInvoice.firm_id)
        .where(FirmInvoice.firm_id == firm_id, FirmInvoice.reversed_by_id.is_(None))
        .where(func.lower(FirmInvoice.number) == number.lower())
    ).first()
    if before is not None:
        checks.wrong(
            say(
                "Invoice {number} of {firm} is entered already, dated {day}, {total}. Reverse that "
                "one first if it is wrong.",
                number=number,
                firm=before.name,
                day=before.on_day.isoformat(),
                total=show_money(Money(before.total, before.currency), with_currency=True),
            ),
            "number",
        )
