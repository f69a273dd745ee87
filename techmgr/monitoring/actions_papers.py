"""Papers of federal duties: the statement of government support and the confirmatory licence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.disclosure.queries import AwardRow, awards_of_case, shares_on
from techmgr.documents.actions import AttachFile, attach_file
from techmgr.documents.names import safe_name
from techmgr.office.queries import settings_on
from techmgr.patents.queries import RightRow, rights_of
from techmgr.people.model import Organisation
from techmgr.people.queries import organisation_by_id
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case

SUPPORT, LICENCE = "government-support", "confirmatory-licence"
_NAMES = {SUPPORT: "Statement of government support", LICENCE: "Confirmatory licence"}


@dataclass(frozen=True, slots=True)
class WritePaper:
    """A paper for a case's files: `kind` is SUPPORT or LICENCE; `more` fills blanks by name."""

    kind: str
    case_id: int
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperWritten:
    """The file of a paper that is now among its case's files."""

    file_id: int
    name: str


def support_statement(awards: Sequence[AwardRow]) -> str:
    """Return the sentence a specification must carry, 37 CFR 401.14(f)(4).

    "This invention was made with government support under A and B awarded by C. The government
    has certain rights in the invention." UserError when an award has no number, or there is none.
    """
    _refuse_unnumbered(awards)
    by_agency: dict[str, list[str]] = {}
    for award in awards:
        by_agency.setdefault(award.sponsor, []).append(award.number)
    parts = [f"{_in_a_row(numbers)} awarded by {agency}" for agency, numbers in by_agency.items()]
    return (
        f"This invention was made with government support under {_in_a_row(parts)}. "
        "The government has certain rights in the invention."
    )


def _refuse_unnumbered(awards: Sequence[AwardRow]) -> None:
    if not awards:
        raise UserError(
            say("No federal award is recorded for this case. Record it with the disclosure first."),
            field="award",
        )
    for award in awards:
        if not award.number.strip():
            raise UserError(
                say(
                    "The award of {agency} has no number, and the statement must name it. Enter it "
                    "with the disclosure first.",
                    agency=award.sponsor,
                ),
                field="award",
            )


def _in_a_row(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def federal_awards(session: Session, case_id: int) -> list[AwardRow]:
    """Return the awards of a case that are of an agency of the United States."""
    agencies = set(
        session.scalars(
            select(Organisation.id).where(
                Organisation.kind == "agency", Organisation.country.in_(("US", ""))
            )
        )
    )
    return [each for each in awards_of_case(session, case_id) if each.sponsor_id in agencies]


def support_values(session: Session, case_id: int, day: date) -> dict[str, Any]:
    """Return the blanks of the statement of government support."""
    awards = federal_awards(session, case_id)
    filed = [each for each in _rights(session, case_id, day) if each.filed is not None]
    none = {"country": "–", "number": "none yet", "filed": "–"}
    return {
        **_case_values(session, case_id, day),
        "statement": support_statement(awards),
        "awards": [{"number": each.number, "agency": each.sponsor} for each in awards],
        "rights": [
            {
                "country": each.country,
                "number": each.number or "not yet numbered",
                "filed": each.filed,
            }
            for each in filed
        ]
        or [none],
    }


def licence_values(session: Session, case_id: int, day: date) -> dict[str, Any]:
    """Return the blanks of the confirmatory licence; "" where nothing is recorded.

    UserError when no award is recorded or no United States application is filed.
    """
    awards = federal_awards(session, case_id)
    _refuse_unnumbered(awards)
    right = _application(_rights(session, case_id, day))
    plan = shares_on(session, case_id, day)
    return {
        **_case_values(session, case_id, day),
        "agency": _in_a_row(list(dict.fromkeys(each.sponsor for each in awards))),
        "award_numbers": _in_a_row([each.number for each in awards]),
        "inventors": _in_a_row([each.name for each in plan.shares]) if plan else "",
        "country": right.country,
        "application_number": right.application_number,
        "grant_number": right.grant_number,
        "filed": right.filed,
        "signatory": "",
        "signatory_title": "",
    }


def _rights(session: Session, case_id: int, day: date) -> list[RightRow]:
    return [each for each in rights_of(session, case_id, day) if each.country in {"US", "WO"}]


def _application(rights: Sequence[RightRow]) -> RightRow:
    filed = [each for each in rights if each.filed is not None]
    regular = [each for each in filed if each.kind != "provisional"]
    if not filed:
        raise UserError(
            say("No United States application is filed on this case: the licence names one."),
            field="application_number",
        )
    return (regular or filed)[0]


def _case_values(session: Session, case_id: int, day: date) -> dict[str, Any]:
    case, settings = session.get_one(Case, case_id), settings_on(session, day)
    own = settings.own_organisation
    institution = organisation_by_id(session, own) if own is not None else None
    return {
        "case_number": case.number,
        "title": case.title,
        "contractor": institution.name if institution else settings.office_name,
        "contractor_address": institution.address if institution else "",
    }


_VALUES = {SUPPORT: support_values, LICENCE: licence_values}


def missing_blanks(session: Session, kind: str, case_id: int, day: date) -> tuple[str, ...]:
    """Return the blanks of a paper that no record holds, in the order of its template."""
    try:
        _filled(kind, _VALUES[kind](session, case_id, day))
    except UserError as error:
        names = error.text.values.get("names")
        if names is None:
            raise
        return tuple(names)
    return ()


def _filled(kind: str, values: Mapping[str, Any]) -> bytes:
    from techmgr.documents import word  # noqa: PLC0415 - a fifth of a second that the first window can do without

    return word.fill((resource("templates") / f"{kind}.docx").read_bytes(), values)


@action(undo=Undo.RESTORE)
def write_paper(unit: Unit, request: WritePaper) -> PaperWritten:
    """Write a paper from its template into the case's files. Refuses blanks that are still empty."""
    values = _VALUES[request.kind](unit.session, request.case_id, unit.today)
    values |= {name: text for name, text in request.more if text}
    content = _filled(request.kind, values)
    name = safe_name(f"{_NAMES[request.kind]} {values['case_number']}", ".docx")
    subject = Reference(Case.__tablename__, request.case_id)
    unit.about(subject)
    file_id = attach_file(unit, AttachFile(subject, BytesIO(content), name))
    return PaperWritten(file_id, name)
