"""What a licence says on paper: the blanks of its Word template, out of what is recorded."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from babel.numbers import get_currency_name
from sqlalchemy.orm import Session

from techmgr.agreements.queries import (
    CaseShare,
    TermRow,
    agreement_by_id,
    cases_of,
    parties_of,
    terms_in_force,
)
from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.disclosure.queries import awards_of_case, shares_on
from techmgr.documents.names import safe_name, write_whole
from techmgr.office.queries import settings_on
from techmgr.patents.queries import RightRow, rights_of
from techmgr.people.queries import organisation_by_id, person_by_id
from techmgr.storage.office import Office

_PERIODS = {"quarterly": "calendar quarter", "yearly": "calendar year"}


def licence_values(session: Session, agreement_id: int, day: date) -> dict[str, Any]:
    """Return the blanks of the licence template by name; "" or None where nothing is recorded.

    Terms are those in force on the day. Raises NoResultFound when there is no such agreement.
    """
    row = agreement_by_id(session, agreement_id)
    terms = terms_in_force(session, agreement_id, max(day, row.effective or day))
    cases = cases_of(session, agreement_id)
    return {
        "number": row.number,
        "status": row.state,
        "exclusivity": row.exclusivity.replace("_", "-").capitalize(),
        "is_exclusive": row.exclusivity == "exclusive",
        "effective_date": row.effective,
        "field": row.field,
        "territory": row.territory,
        **_licensor(session, row.manager_id, day),
        **_licensee(session, agreement_id),
        **_subject(session, cases, day),
        **_money(session, terms, day),
    }


def _licensor(session: Session, manager: int | None, day: date) -> dict[str, Any]:
    settings = settings_on(session, day)
    own = settings.own_organisation
    institution = organisation_by_id(session, own) if own is not None else None
    return {
        "licensor": institution.name if institution else settings.office_name,
        "licensor_description": "",
        "licensor_address": institution.address if institution else "",
        "licensor_contact": person_by_id(session, manager).name
        if manager
        else settings.office_name,
        "licensor_signatory": "",
        "licensor_signatory_title": "",
    }


def _licensee(session: Session, agreement_id: int) -> dict[str, Any]:
    party = next(iter(parties_of(session, agreement_id)), None)
    company = organisation_by_id(session, party.organisation_id) if party else None
    return {
        "licensee": company.name if company else "",
        "licensee_description": "",
        "licensee_address": company.address if company else "",
        "licensee_contact": "",
        "licensee_signatory": "",
        "licensee_signatory_title": "",
    }


def _subject(session: Session, cases: Sequence[CaseShare], day: date) -> dict[str, Any]:
    plans = [shares_on(session, case.case_id, day) for case in cases]
    names = [share.name for plan in plans if plan is not None for share in plan.shares]
    awards = [award for case in cases for award in awards_of_case(session, case.case_id)]
    return {
        "technology": "; ".join(case.title for case in cases),
        "case_number": ", ".join(case.number for case in cases),
        "inventors": in_a_row(dict.fromkeys(names)),
        "government_support": bool(awards),
        "funding_agency": in_a_row(dict.fromkeys(award.sponsor for award in awards)),
        "award_number": in_a_row(dict.fromkeys(award.number for award in awards)),
        "patents": _patents(session, cases, day),
    }


def _patents(session: Session, cases: Sequence[CaseShare], day: date) -> list[dict[str, Any]]:
    """Return a row for every right of the cases, each once; one that says so where nothing is filed."""
    found: list[dict[str, Any]] = []
    listed: set[int] = set()
    for case in cases:
        rights = rights_of(session, case.case_id, day)
        if not rights:
            found.append(
                {"country": "–", "number": "not filed yet", "filed": "–", "title": case.title}
            )
        found += [_patent(right) for right in rights if right.id not in listed]
        listed.update(right.id for right in rights)
    return found


def _patent(right: RightRow) -> dict[str, Any]:
    return {
        "country": right.country,
        "number": right.number or "not yet numbered",
        "filed": right.filed or "not yet filed",
        "title": right.title,
    }


def _money(session: Session, terms: Sequence[TermRow], day: date) -> dict[str, Any]:
    first = {term.kind: term for term in reversed(terms)}
    fee, minimum, royalty = (first.get(kind) for kind in ("issue_fee", "minimum", "royalty"))
    report = first.get("report") or royalty
    sublicence, costs = first.get("sublicence"), first.get("patent_costs")
    currency = settings_on(session, day).base_currency
    amounts = [term.amount for term in terms if term.amount is not None]
    return {
        "fee": fee.amount if fee else None,
        "royalty_rate": royalty.rate if royalty else None,
        "minimum": minimum.amount if minimum else None,
        "minimum_from": (minimum.due or minimum.from_day) if minimum else None,
        "sublicence_share": sublicence.rate if sublicence else None,
        "milestones": [_milestone(term) for term in terms if term.kind == "milestone"],
        "report_period": _PERIODS.get(report.periodic, "") if report else "",
        "report_days": report.days_after if report else None,
        "patent_costs": costs.text if costs else "",
        "currency": _currency(amounts[0].currency if amounts else currency),
        "exchange_rate_source": "",
        "interest_rate": None,
        "insurance": None,
        "governing_law": "",
    }


def _milestone(term: TermRow) -> dict[str, Any]:
    return {"what": term.text, "due": term.due, "payment": term.amount}


def _currency(code: str) -> str:
    """Return what a contract calls a currency: US dollars."""
    return str(get_currency_name(code, count=2, locale="en"))


def in_a_row(names: Iterable[str]) -> str:
    """Return names as a sentence has them: A, B and C."""
    found = [name for name in names if name]
    return " and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]]))


def template() -> bytes:
    """Return the licence template the program ships."""
    return (resource("templates") / "licence.docx").read_bytes()


def _filled(values: Mapping[str, Any]) -> bytes:
    from techmgr.documents import word  # noqa: PLC0415 - a fifth of a second that the first window can do without

    return word.fill(template(), values)


def missing_blanks(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the blanks of the licence that nothing is recorded for, in the order of the template."""
    try:
        _filled(values)
    except UserError as error:
        names = error.text.values.get("names")
        if names is None:
            raise
        return tuple(names)
    return ()


def write_licence(
    office: Office, agreement_id: int, folder: Path, more: Mapping[str, str] | None = None
) -> Path:
    """Write an agreement as a Word document and return its path; `more` fills blanks by name.

    Refused with the names of all blanks that are still empty; then nothing is written.
    """
    values = office.read(licence_values, agreement_id, office.today)
    values |= {name: text for name, text in (more or {}).items() if text}
    content = _filled(values)
    return write_whole(
        folder / safe_name(f"{values['number']} {values['licensee']}", ".docx"), content
    )
