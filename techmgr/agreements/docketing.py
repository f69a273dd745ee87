"""What a signed agreement tells the docket: the periods of its reports, its minimum, its end."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select

from techmgr.agreements.model import Agreement, AgreementCase, Term
from techmgr.core.days import add_months, add_years, month_end
from techmgr.docket.events import Fact
from techmgr.docket.following import FollowRecord, Told, follow_record
from techmgr.storage.unit import Unit

_YEARS_AHEAD = 3  # periods that end later are told when the next one is signed, reported or ended
_MONTHS = {"quarterly": 3, "half_yearly": 6, "yearly": 12}


def docket_agreement(unit: Unit, agreement: Agreement) -> None:
    """Tell the docket what a signed agreement owes and when; its dates are computed again."""
    assert agreement.effective is not None, "a signed agreement is in force from a day on"
    unit.session.flush()
    of_agreement = select(Term).where(Term.agreement_id == agreement.id).order_by(Term.id)
    terms = unit.session.scalars(of_agreement).all()
    shares = select(AgreementCase).where(AgreementCase.agreement_id == agreement.id)
    cases = unit.session.scalars(shares.order_by(AgreementCase.id)).all()
    follow_record(
        unit,
        FollowRecord(
            agreement.reference,
            "agreement",
            agreement.number,
            cases[0].case_id if cases else None,
            _facts(terms),
            tuple(_told(agreement, terms, agreement.effective, unit.today)),
            (Agreement.__tablename__,),
        ),
    )


def _facts(terms: Sequence[Term]) -> dict[str, Fact | None]:
    report = _term(terms, "report")
    milestone = _term(terms, "milestone")
    return {
        "report_days": report.days_after if report else None,
        "payment_days": milestone.days_after if milestone else None,
        "minimum": "yes" if _term(terms, "minimum") else None,
    }


def _term(terms: Sequence[Term], kind: str) -> Term | None:
    return next((term for term in terms if term.kind == kind), None)


def _told(
    agreement: Agreement, terms: Sequence[Term], effective: date, today: date
) -> Iterator[Told]:
    source = agreement.reference
    yield Told("agreement_effective", effective, source)
    ends = agreement.ended or agreement.expires
    report = _term(terms, "report")
    months = _MONTHS.get(report.periodic, 0) if report else 0
    if months:
        last = min(filter(None, (ends, add_years(today, _YEARS_AHEAD))))
        for day in period_ends(effective, last, months):
            yield Told("quarter_ended", day, source)
    if ends is not None:
        yield Told("agreement_ended", ends, source)


def period_ends(first: date, last: date, months: int) -> Iterator[date]:
    """Yield the ends of calendar periods of so many months (3, 6, 12) between two days.

    Quarters of an agreement of 15 May 2026: 30 June, 30 September, 31 December 2026 …
    """
    month = (first.month - 1) // months * months + months
    day = month_end(date(first.year, month, 1))
    while day <= last:
        yield day
        day = month_end(add_months(day.replace(day=1), months))
