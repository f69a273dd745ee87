"""What an officer settles about coming costs: what a fee is expected to cost, and the budget of a year."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.patents.fees import KINDS, SIZES
from techmgr.patents.model_costs import CostBudget, FeeEstimate
from techmgr.storage.unit import Undo, Unit, action

_COUNTRY = re.compile(r"[A-Z]{2}")
_LAST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class EstimateFee:
    """What a fee costs in a country from a day on; number 0 and no size mean any."""

    country: str
    kind: str
    amount: Money
    valid_from: date
    number: int = 0
    size: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RemoveEstimate:
    """An estimate that was wrong."""

    estimate_id: int


@dataclass(frozen=True, slots=True)
class SetBudget:
    """What may be spent in a fiscal year, named by the year in which it ends."""

    year: int
    amount: Money


@action(undo=Undo.RESTORE)
def estimate_fee(unit: Unit, request: EstimateFee) -> int:
    """Keep an estimate and return its id; one for the same fee and day is replaced."""
    checks = Checks()
    country = checks.line(request.country, "country", say("Enter the country.")).upper()
    if country and not _COUNTRY.fullmatch(country):
        checks.wrong(
            say("“{code}” is no country: enter two letters, such as JP or EP.", code=country),
            "country",
        )
    if request.kind not in KINDS:
        checks.wrong(say("Choose the kind of fee."), "kind")
    if request.size and request.size not in SIZES:
        checks.wrong(say("Choose the size of the entity, or none."), "size")
    if not 0 <= request.number <= _LAST_NUMBER:
        checks.wrong(
            say("A fee has a number from 1 to {last}, or none.", last=_LAST_NUMBER), "number"
        )
    if request.amount.minor <= 0:
        checks.wrong(say("A fee is more than zero."), "amount")
    checks.day(request.valid_from, "valid_from", say("Enter the day from which it holds."))
    remark = checks.line(request.remark, "remark")
    checks.refuse()
    row = _same(unit, request, country) or FeeEstimate(
        country=country,
        kind=request.kind,
        number=request.number,
        size=request.size,
        valid_from=request.valid_from,
    )
    row.minor, row.currency, row.remark = request.amount.minor, request.amount.currency, remark
    unit.add(row)
    unit.about(row.reference)
    return row.id


def _same(unit: Unit, request: EstimateFee, country: str) -> FeeEstimate | None:
    return unit.session.scalars(
        select(FeeEstimate)
        .where(FeeEstimate.country == country, FeeEstimate.kind == request.kind)
        .where(FeeEstimate.number == request.number, FeeEstimate.size == request.size)
        .where(FeeEstimate.valid_from == request.valid_from)
    ).first()


@action(undo=Undo.RESTORE)
def remove_estimate(unit: Unit, request: RemoveEstimate) -> None:
    """Take an estimate out."""
    row = unit.session.get_one(FeeEstimate, request.estimate_id)
    unit.about(row.reference)
    unit.session.delete(row)


@action(undo=Undo.RESTORE)
def set_budget(unit: Unit, request: SetBudget) -> int:
    """Keep the budget of a fiscal year and return its id; the one before is replaced."""
    checks = Checks()
    if request.amount.minor < 0:
        checks.wrong(say("A budget is not less than zero."), "amount")
    if not unit.today.year - 50 <= request.year <= unit.today.year + 50:
        checks.wrong(say("{year} cannot be meant.", year=str(request.year)), "year")
    checks.refuse()
    row = unit.session.scalars(
        select(CostBudget).where(CostBudget.year == request.year)
    ).first() or CostBudget(year=request.year)
    row.minor, row.currency = request.amount.minor, request.amount.currency
    unit.add(row)
    unit.about(row.reference)
    return row.id
