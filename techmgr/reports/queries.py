"""Reads of reports: the records of each kind in one statement, and a report counted from them."""

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from techmgr.agreements.model import Agreement, AgreementCase, AgreementParty
from techmgr.core.references import Reference
from techmgr.core.texts import Text
from techmgr.disclosure.model import Disclosure
from techmgr.ledger.model import Expense, Receipt, ReceiptPart
from techmgr.office.model import ListedValue
from techmgr.office.queries import settings_on
from techmgr.office.settings import OfficeSettings
from techmgr.patents.model import Right, RightCase, RightLink
from techmgr.patents.queries import in_force
from techmgr.people.model import Organisation
from techmgr.reports.counting import SOON_AFTER, Looked, Report, count_all
from techmgr.reports.schemes import OFFICE_YEAR, Scheme, days_of, worded
from techmgr.technology.model import Case

YEARS = 5
Words = Mapping[tuple[str, str], Text]


def build(session: Session, scheme: Scheme, year: int) -> Report:
    """Count every figure of a scheme for a fiscal year, and its values of the four years before.

    The year is the scheme's own, or the office's as settled on the last day of it.
    """
    ends = {each: _year_end(session, scheme, each) for each in range(year - YEARS + 1, year + 1)}
    spans = {each: days_of(each, *end) for each, end in ends.items()}
    first, last = spans[year]
    words = _words(session)
    kinds = {rule.of for rule in scheme.figures}
    records = {
        kind: _READ[kind](session, words, spans[min(spans)][0], last) for kind in sorted(kinds)
    }
    settled = settings_on(session, last)
    return Report(
        scheme,
        year,
        first,
        last,
        settled.base_currency,
        settled.office_name,
        _institution(session, settled),
        tuple(count_all(scheme.figures, records, first, last)),
        {
            each: {f.rule.code: f.value for f in count_all(scheme.figures, records, *span)}
            for each, span in spans.items()
            if each != year
        },
    )


def year_of(session: Session, scheme: Scheme, day: date) -> int:
    """Return the newest fiscal year of a scheme that ended before a day."""
    month, end = _year_end(session, scheme, day.year)
    return day.year if date(day.year, month, end) < day else day.year - 1


def _year_end(session: Session, scheme: Scheme, year: int) -> tuple[int, int]:
    if scheme.year_end != OFFICE_YEAR:
        month, day = scheme.year_end.split("-")
        return int(month), int(day)
    days_of(year, 12, 31)  # refuses what is no year
    return settings_on(session, date(year, 12, 31)).fiscal_year_end


def _institution(session: Session, settled: OfficeSettings) -> str:
    found = session.scalar(
        select(Organisation.name).where(Organisation.id == settled.own_organisation)
    )
    return found or settled.office_name


def _words(session: Session) -> Words:
    rows = session.execute(
        select(ListedValue.list, ListedValue.code, ListedValue.english, ListedValue.chinese)
    )
    return {(name, code): worded(english, chinese) for name, code, english, chinese in rows}


def _word(words: Words, name: str, code: str) -> Text:
    return words.get((name, code), worded(code))


def _disclosures(session: Session, _words: Words, first: date, last: date) -> list[Looked]:
    rows = session.execute(
        select(Disclosure, Case.number)
        .join(Case, Case.id == Disclosure.case_id)
        .where(Disclosure.received.between(first, last))
        .order_by(Disclosure.id)
    )
    return [
        Looked(
            each.reference,
            each.label,
            each.title,
            {"received": each.received},
            case_id=each.case_id,
            case_number=number,
            state=each.state,
            reason=each.reason,
        )
        for each, number in rows
    ]


def _cases(session: Session, words: Words, first: date, last: date) -> list[Looked]:
    rows = session.scalars(
        select(Case).where(Case.closed_on.between(first, last)).order_by(Case.id)
    )
    return [
        Looked(
            each.reference,
            each.number,
            each.title,
            {"closed": each.closed_on},
            case_id=each.id,
            case_number=each.number,
            kind_words=_word(words, "case_status", each.status),
        )
        for each in rows
    ]


def _filings(session: Session, words: Words, first: date, last: date) -> list[Looked]:
    parent = aliased(Right)
    # A right of several cases is one filing, told of the first of those it serves in the end.
    case_id = _first_case(RightCase.case_id, (RightCase.right_id == Right.id) & in_force(last))
    link = (
        select(func.min(RightLink.id))
        .where(RightLink.right_id == Right.id)
        .correlate(Right)
        .scalar_subquery()
    )
    in_years = or_(Right.filed.between(first, last), Right.granted.between(first, last))
    rows = session.execute(
        select(Right, parent, Case.id, Case.number)
        .outerjoin(RightLink, RightLink.id == link)
        .outerjoin(parent, parent.id == RightLink.earlier_id)
        .outerjoin(Case, Case.id == case_id)
        .where(in_years, Right.is_followed.is_(True))
        .order_by(Right.id)
    )
    return [
        Looked(
            each.reference,
            each.grant_number or each.application_number or str(each.reference),
            each.title,
            {"filed": each.filed, "granted": each.granted},
            case_id=number,
            case_number=shown or "",
            kind=each.kind,
            kind_words=_word(words, "right_kind", each.kind),
            country=each.country,
            parent=(above.application_number or str(above.reference)) if above else "",
        )
        for each, above, number, shown in rows
    ]


def _agreements(session: Session, words: Words, _first: date, last: date) -> list[Looked]:
    licensee = _licensee()
    case_id = _first_case(AgreementCase.case_id, AgreementCase.agreement_id == Agreement.id)
    signed = func.coalesce(Agreement.signed, Agreement.effective)
    rows = session.execute(
        select(Agreement, AgreementParty.size_at_signature, Organisation.name, Case.id, Case.number)
        .outerjoin(AgreementParty, AgreementParty.id == licensee)
        .outerjoin(Organisation, Organisation.id == AgreementParty.organisation_id)
        .outerjoin(Case, Case.id == case_id)
        .where(Agreement.state != "draft", signed <= last + SOON_AFTER)
        .order_by(Agreement.id)
    )
    return [
        Looked(
            each.reference,
            each.number,
            name or each.title,
            {"signed": each.signed or each.effective, "ended": _ended(each)},
            case_id=number,
            case_number=shown or "",
            kind=each.kind,
            kind_words=_word(words, "agreement_kind", each.kind),
            exclusivity=each.exclusivity,
            exclusivity_words=_word(words, "exclusivity", each.exclusivity),
            size=size or "",
            size_words=_word(words, "company_size", size or ""),
        )
        for each, size, name, number, shown in rows
    ]


def _ended(agreement: Agreement) -> date | None:
    days = [day for day in (agreement.ended, agreement.expires) if day is not None]
    return min(days, default=None)


def _licensee() -> ScalarSelect[int | None]:
    return (
        select(func.min(AgreementParty.id))
        .where(AgreementParty.agreement_id == Agreement.id, AgreementParty.role == "licensee")
        .correlate(Agreement)
        .scalar_subquery()
    )


def _first_case(
    column: InstrumentedAttribute[int], chosen: ColumnElement[bool]
) -> ScalarSelect[int | None]:
    return select(func.min(column)).where(chosen).scalar_subquery()


def _receipts(session: Session, words: Words, first: date, last: date) -> list[Looked]:
    case_id = _first_case(ReceiptPart.case_id, ReceiptPart.receipt_id == Receipt.id)
    rows = session.execute(
        select(Receipt, Organisation.name, Agreement.id, Agreement.number, Case.id, Case.number)
        .outerjoin(Organisation, Organisation.id == Receipt.payer_id)
        .outerjoin(Agreement, Receipt.source == func.concat("agreement:", Agreement.id))
        .outerjoin(Case, Case.id == case_id)
        .where(Receipt.received.between(first, last))
        .order_by(Receipt.id)
    )
    return [
        Looked(
            each.reference,
            each.number,
            payer or each.memo,
            {"received": each.received},
            case_id=number,
            case_number=shown or "",
            kind=each.income_type,
            kind_words=_word(words, "income_type", each.income_type),
            minor=each.base_minor,
            source=Reference("agreement", agreement) if agreement else None,
            source_number=agreement_number or "",
            is_reversed=each.reversed_by_id is not None,
        )
        for each, payer, agreement, agreement_number, number, shown in rows
    ]


def _expenses(session: Session, words: Words, first: date, last: date) -> list[Looked]:
    rows = session.execute(
        select(Expense, Case.number, Organisation.name)
        .join(Case, Case.id == Expense.case_id)
        .outerjoin(Organisation, Organisation.id == Expense.supplier_id)
        .where(Expense.on_day.between(first, last))
        .order_by(Expense.id)
    )
    return [
        Looked(
            each.reference,
            each.number,
            supplier or each.memo,
            {"spent": each.on_day},
            case_id=each.case_id,
            case_number=number,
            kind=each.kind,
            kind_words=_word(words, "expense_kind", each.kind),
            minor=each.base_minor,
            payer=each.payer,
            payer_words=_word(words, "expense_payer", each.payer),
            is_reversed=each.reversed_by_id is not None,
        )
        for each, number, supplier in rows
    ]


_READ: Mapping[str, Callable[[Session, Words, date, date], list[Looked]]] = {
    "disclosures": _disclosures,
    "cases": _cases,
    "filings": _filings,
    "agreements": _agreements,
    "receipts": _receipts,
    "expenses": _expenses,
}
