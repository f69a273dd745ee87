"""What an officer does with agreements: draft, sign, set terms, end."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from techmgr.agreements.docketing import docket_agreement
from techmgr.agreements.model import Agreement, AgreementCase, AgreementParty, Term
from techmgr.agreements.queries import cases_of
from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.office.queries import check_listed, free_number, settings_on
from techmgr.people.queries import size_on
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import begin_step, record, set_step
from techmgr.technology.steps import State, Step

# The kinds of agreement under which income is expected, so that their reports are monitored.
INCOME_KINDS = frozenset(
    {"licence", "option", "software_licence", "assignment", "technology_transfer"}
)


@dataclass(frozen=True, slots=True)
class TermFields:
    """One term: money in minor units, or a rate as an exact fraction, or words; and when it is due.

    `periodic` is once, quarterly or yearly; `days_after` the end of the period it is due.
    """

    kind: str
    clause: str = ""
    amount: Money | None = None
    rate: Fraction | None = None
    text: str = ""
    due: date | None = None
    periodic: str = ""
    days_after: int | None = None
    from_day: date | None = None
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class AgreementFields:
    """What an agreement says beside its terms. `cases` are (case id, share of the income)."""

    kind: str
    title: str
    party_ids: tuple[int, ...]
    cases: tuple[tuple[int, Fraction], ...]
    exclusivity: str = ""
    field: str = ""
    territory: str = ""
    effective: date | None = None
    expires: date | None = None
    manager_id: int | None = None
    terms: tuple[TermFields, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftAgreement:
    """A new agreement; an empty number is given by the office's pattern."""

    agreement: AgreementFields
    number: str = ""


@dataclass(frozen=True, slots=True)
class EditAgreement:
    """A draft as a whole. A signed agreement changes by amendment only."""

    agreement_id: int
    version: int | None
    agreement: AgreementFields


@dataclass(frozen=True, slots=True)
class SignAgreement:
    """The day it was signed, and the day it takes effect when that is another."""

    agreement_id: int
    version: int | None
    signed: date
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class EndAgreement:
    """The day an agreement ended, and why: terminated or expired."""

    agreement_id: int
    version: int | None
    ended: date
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """A new agreement's id and number."""

    id: int
    number: str


@action(undo=Undo.RESTORE)
def draft_agreement(unit: Unit, request: DraftAgreement) -> Drafted:
    """Draft an agreement with its parties, cases and terms."""
    checks = Checks()
    agreement = Agreement(state="draft")
    _write(unit, agreement, request.agreement, checks)
    checks.refuse()
    agreement.number = request.number.strip() or _number(unit)
    unit.add(agreement)
    unit.about(agreement.reference)
    _write_parts(unit, agreement, request.agreement)
    return Drafted(agreement.id, agreement.number)


@action(undo=Undo.RESTORE)
def edit_agreement(unit: Unit, request: EditAgreement) -> Drafted:
    """Change a draft as a whole; refuses a signed one."""
    agreement = unit.session.get_one(Agreement, request.agreement_id)
    if agreement.state != "draft":
        raise UserError(
            say("{number} is signed: its terms change by an amendment.", number=agreement.number)
        )
    unit.claim(agreement, request.version)
    checks = Checks()
    _write(unit, agreement, request.agreement, checks)
    checks.refuse()
    for part in (AgreementParty, AgreementCase, Term):
        unit.session.query(part).filter_by(agreement_id=agreement.id).delete()
    _write_parts(unit, agreement, request.agreement)
    unit.about(agreement.reference)
    return Drafted(agreement.id, agreement.number)


@action(undo=Undo.RESTORE)
def sign_agreement(unit: Unit, request: SignAgreement) -> Drafted:
    """Record the signature; parties keep the company size they had on that day."""
    agreement = unit.session.get_one(Agreement, request.agreement_id)
    if agreement.state != "draft":
        raise UserError(say("{number} is signed already.", number=agreement.number))
    checks = Checks()
    checks.day(request.signed, "signed")
    if request.signed > unit.today:
        checks.wrong(say("{day} has not come yet.", day=request.signed.isoformat()), "signed")
    effective = request.effective or agreement.effective or request.signed
    if agreement.expires is not None and agreement.expires < effective:
        checks.wrong(say("It would end before it begins."), "effective")
    checks.refuse()
    unit.claim(agreement, request.version)
    unit.about(agreement.reference)
    agreement.state, agreement.signed, agreement.effective = "signed", request.signed, effective
    _begin_terms(unit, agreement.id, effective)
    for party in unit.session.query(AgreementParty).filter_by(agreement_id=agreement.id):
        size = size_on(unit.session, party.organisation_id, request.signed)
        party.size_at_signature = size.size if size else ""
    for case in cases_of(unit.session, agreement.id):
        _tell_case(unit, case.case_id, agreement)
    if agreement.kind in INCOME_KINDS:
        docket_agreement(unit, agreement)
    return Drafted(agreement.id, agreement.number)


@action(undo=Undo.RESTORE)
def end_agreement(unit: Unit, request: EndAgreement) -> Drafted:
    """Record that a signed agreement was terminated or expired, with the reason."""
    agreement = unit.session.get_one(Agreement, request.agreement_id)
    if agreement.state != "signed":
        raise UserError(say("{number} is not in force.", number=agreement.number))
    checks = Checks()
    checks.reason(request.reason)
    checks.day(request.ended, "ended")
    if request.state not in {"terminated", "expired"}:
        checks.wrong(say("An agreement ends terminated or expired."), "state")
    checks.refuse()
    unit.claim(agreement, request.version)
    unit.about(agreement.reference)
    agreement.state, agreement.ended = request.state, request.ended
    if agreement.kind in INCOME_KINDS:
        docket_agreement(unit, agreement)
    return Drafted(agreement.id, agreement.number)


def _begin_terms(unit: Unit, agreement_id: int, effective: date) -> None:
    """Let the terms drafted to hold from the start hold from the day it takes effect."""
    terms = unit.session.query(Term).filter_by(agreement_id=agreement_id).all()
    begin = min((term.from_day for term in terms), default=effective)
    for term in terms:
        if term.from_day == begin and (term.until_day is None or term.until_day >= effective):
            term.from_day = effective


def _tell_case(unit: Unit, case_id: int, agreement: Agreement) -> None:
    """A signed licence ends marketing and starts monitoring; other kinds are only told."""
    assert agreement.signed is not None, "told when it is signed"
    text = say("{number} signed: {title}", number=agreement.number, title=agreement.title)
    record(unit, case_id, agreement.signed, Step.MARKETING, "contract", text, agreement.reference)
    if agreement.kind in INCOME_KINDS:
        done, begun = say("Licensed"), say("In force")
        set_step(unit, case_id, Step.MARKETING, State.DONE, on_day=agreement.signed, summary=done)
        begin_step(unit, case_id, Step.MONITORING, on_day=agreement.signed, summary=begun)
        unit.session.get_one(Case, case_id).status = "licensed"
    else:
        begin_step(unit, case_id, Step.MARKETING, on_day=agreement.signed)


def _write(unit: Unit, agreement: Agreement, fields: AgreementFields, checks: Checks) -> None:
    agreement.kind = check_listed(unit.session, checks, "agreement_kind", fields.kind, "kind")
    agreement.title = checks.line(fields.title, "title", say("Name the agreement."))
    agreement.exclusivity = fields.exclusivity
    agreement.field = checks.line(fields.field, "field")
    agreement.territory = checks.line(fields.territory, "territory")
    agreement.effective = checks.day(fields.effective, "effective")
    agreement.expires = checks.day(fields.expires, "expires")
    agreement.manager_id = fields.manager_id
    if not fields.party_ids:
        checks.wrong(say("Choose the other party."), "party_ids")
    if fields.cases and sum(share for _, share in fields.cases) != 1:
        checks.wrong(say("The cases' shares of the income must make exactly 100 %."), "cases")
    if len({case_id for case_id, _ in fields.cases}) < len(fields.cases):
        checks.wrong(say("A case is listed twice."), "cases")
    if fields.effective and fields.expires and fields.expires < fields.effective:
        checks.wrong(say("It would end before it begins."), "expires")


def _write_parts(unit: Unit, agreement: Agreement, fields: AgreementFields) -> None:
    unit.add(
        *(
            AgreementParty(agreement_id=agreement.id, organisation_id=each, role="licensee")
            for each in fields.party_ids
        ),
        *(
            AgreementCase(
                agreement_id=agreement.id,
                case_id=case_id,
                numerator=share.numerator,
                denominator=share.denominator,
            )
            for case_id, share in fields.cases
        ),
        *(_term(agreement, each, unit.today) for each in fields.terms),
    )


def _term(agreement: Agreement, fields: TermFields, today: date) -> Term:
    return Term(
        agreement_id=agreement.id,
        kind=fields.kind,
        clause=fields.clause,
        minor=fields.amount.minor if fields.amount else None,
        currency=fields.amount.currency if fields.amount else "",
        numerator=fields.rate.numerator if fields.rate is not None else None,
        denominator=fields.rate.denominator if fields.rate is not None else None,
        text=fields.text,
        due=fields.due,
        periodic=fields.periodic,
        days_after=fields.days_after,
        from_day=fields.from_day or agreement.effective or today,
        until_day=fields.until_day,
    )


def _number(unit: Unit) -> str:
    pattern = settings_on(unit.session, unit.today).agreement_number_pattern
    return free_number(unit.session, Agreement.number, pattern, unit.today)
