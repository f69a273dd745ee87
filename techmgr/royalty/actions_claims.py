"""What goes out of a case's income before it is shared: claims entered, reserves used and released."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor
from techmgr.core.money import Money
from techmgr.core.shares import show_share
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.booking import first_open_day
from techmgr.ledger.model import CostRecovery, Expense, JournalEntry
from techmgr.ledger.posting import book, reverse_entry
from techmgr.ledger.queries import closed_until
from techmgr.ledger.settling import count_back
from techmgr.office.queries import settings_on
from techmgr.people.checking import check_organisation
from techmgr.royalty.claims import EXPENSES, RESERVE, THIRD_PARTIES
from techmgr.royalty.model_claims import PriorClaim
from techmgr.royalty.queries_claims import held_of, shared_of
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step

KINDS = (RESERVE, EXPENSES, THIRD_PARTIES)


@dataclass(frozen=True, slots=True)
class EnterClaim:
    """What a case's income owes before it is shared, from a day on: an amount, or a share of it.

    `what` is reserve, expenses or third_parties; all but a reserve name the organisation.
    """

    case_id: int
    what: str
    valid_from: date
    text: str
    reason: str
    amount: Money | None = None
    share: Fraction | None = None
    organisation_id: int | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class DrawReserve:
    """A cost paid out of a reserve, as far as both reach."""

    claim_id: int
    expense_id: int


@dataclass(frozen=True, slots=True)
class EndClaim:
    """A claim that asks for nothing more, and why; what a reserve still holds is released."""

    claim_id: int
    reason: str
    version: int | None = None


@dataclass(frozen=True, slots=True)
class TakeBackClaim:
    """The last step of a claim taken back, and why: its end, or else the costs paid out of it."""

    claim_id: int
    reason: str
    version: int | None = None


@action(undo=Undo.RESTORE)
def enter_claim(unit: Unit, request: EnterClaim) -> int:
    """Record what a case's income owes before it is shared. Nothing is booked until a run takes it."""
    base = settings_on(unit.session, unit.today).base_currency
    text, reason = _checked(unit, request, base)
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    share = request.share
    claim = PriorClaim(
        case_id=case.id,
        what=request.what,
        organisation_id=request.organisation_id,
        minor=request.amount.minor if request.amount else None,
        numerator=share.numerator if share is not None else None,
        denominator=share.denominator if share is not None else None,
        currency=base,
        text=text,
        reason=reason,
        valid_from=request.valid_from,
        valid_until=request.valid_until,
    )
    unit.add(claim)
    unit.about(case.reference)
    said = say("Owed before sharing: {text}", text=text)
    record(unit, case.id, request.valid_from, Step.DISTRIBUTION, "money", said, case.reference)
    return claim.id


def _checked(unit: Unit, request: EnterClaim, base: str) -> tuple[str, str]:
    """Return the texts, checked with everything else, or refuse all that is wrong at once."""
    checks = Checks()
    checks.period(request.valid_from, request.valid_until, "valid_until")
    text = checks.line(request.text, "text", say("Say what it is for."))
    reason = checks.reason(request.reason)
    if request.what not in KINDS:
        words = list(KINDS)
        checks.wrong(say("“{by}” is not one of: {words}.", by=request.what, words=words), "what")
    if (request.amount is None) is (request.share is None):
        checks.wrong(say("Enter an amount or a share, one of the two."), "amount")
    _check_amount(checks, request, base)
    if request.share is not None and not 0 < request.share <= 1:
        shown = show_share(abs(request.share))
        checks.wrong(
            say("A share is more than 0 % and at most 100 %, not {share}.", share=shown), "share"
        )
    if request.share is not None and request.what != THIRD_PARTIES:
        checks.wrong(say("Only a third party's claim is a share: enter an amount."), "share")
    if request.what != RESERVE:
        missing = say("Choose whose it is.")
        check_organisation(
            unit.session, checks, request.organisation_id, "organisation_id", missing
        )
    elif request.organisation_id is not None:
        checks.wrong(say("A reserve is the office's own: leave this empty."), "organisation_id")
    checks.refuse()
    return text, reason


def _check_amount(checks: Checks, request: EnterClaim, base: str) -> None:
    if request.amount is None:
        return
    if request.amount.minor <= 0:
        checks.wrong(say("The amount must be more than zero."), "amount")
    if request.amount.currency != base:
        text = say(
            "The amount is in {theirs}. Runs are in {ours}: enter it in {ours}.",
            theirs=request.amount.currency,
            ours=base,
        )
        checks.wrong(text, "amount")


@action(undo=Undo.REVERSE)
def draw_reserve(unit: Unit, request: DrawReserve) -> int:
    """Pay a cost of the case out of a reserve; returns the minor units, as far as both reach."""
    claim = _reserve(unit, request.claim_id)
    expense = unit.session.get_one(Expense, request.expense_id)
    if expense.case_id != claim.case_id:
        raise UserError(
            say("{number} is a cost of another case.", number=expense.number), field="expense_id"
        )
    is_open = expense.state == "recoverable" and expense.reversed_by_id is None
    if not is_open or expense.payer != "office":
        raise UserError(
            say("{number} is no open cost of the office.", number=expense.number),
            field="expense_id",
        )
    minor = min(held_of(unit.session, claim), expense.base_minor - expense.recovered)
    if minor <= 0:
        raise UserError(
            say("The reserve holds nothing: a posted run must fill it first."), field="claim_id"
        )
    unit.claim(claim, None)
    unit.claim(expense, None)
    _about(unit, claim)
    unit.about(expense.reference)
    count_back(unit, expense, minor, claim.reference, unit.today)
    _book(unit, claim, minor, Account.PATENT_COSTS, f"{expense.number} paid from the reserve")
    said = say(
        "{number}: {amount} paid from the reserve",
        number=expense.number,
        amount=_shown(claim, minor),
    )
    _tell(unit, claim, said)
    return minor


@action(undo=Undo.REVERSE)
def end_claim(unit: Unit, request: EndClaim) -> int:
    """End a claim; what its reserve holds waits for the next run, without a second fee.

    Returns the minor units released; 0 where nothing was held.
    """
    claim = unit.session.get_one(PriorClaim, request.claim_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    if claim.ended_on is not None:
        checks.wrong(say("It has ended already."), "reason")
    checks.refuse()
    unit.claim(claim, request.version)
    _about(unit, claim)
    excess = held_of(unit.session, claim)
    claim.ended_on, claim.why_ended, claim.excess = unit.today, reason, excess
    if excess:
        claim.entry_id = _book(unit, claim, excess, Account.UNDISTRIBUTED, reason).id
    text = (
        say("{amount} released from the reserve", amount=_shown(claim, excess))
        if excess
        else say("Owed before sharing no more: {text}", text=claim.text)
    )
    _tell(unit, claim, text)
    return excess


@action(undo=Undo.REVERSE)
def take_back_claim(unit: Unit, request: TakeBackClaim) -> int:
    """Take back a claim's end, or the costs paid out of its reserve; returns the minor units booked.

    Refused when a posted run has shared what was released.
    """
    claim = unit.session.get_one(PriorClaim, request.claim_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    shared = shared_of(unit.session, claim)
    if shared:
        raise UserError(
            say("{number} has shared what was released: reverse it first.", number=shared)
        )
    unit.claim(claim, request.version)
    _about(unit, claim)
    if claim.ended_on is not None:
        return _begin_again(unit, claim, reason)
    return _return_drawn(unit, claim, reason)


def _begin_again(unit: Unit, claim: PriorClaim, reason: str) -> int:
    excess = claim.excess
    if claim.entry_id is not None:
        reverse_entry(unit, claim.entry_id, unit.today, reason)
    claim.ended_on, claim.why_ended, claim.excess, claim.entry_id = None, "", 0, None
    return excess


def _return_drawn(unit: Unit, claim: PriorClaim, reason: str) -> int:
    net = func.sum(CostRecovery.minor)
    rows = unit.session.execute(
        select(CostRecovery.expense_id, net)
        .where(CostRecovery.source == str(claim.reference))
        .group_by(CostRecovery.expense_id)
        .having(net != 0)
    ).all()
    if not rows:
        raise UserError(say("There is nothing to take back."), field="reason")
    for expense_id, minor in rows:
        expense = unit.session.get_one(Expense, expense_id)
        count_back(unit, expense, -int(minor), claim.reference, unit.today)
    for entry_id in _open_entries(unit, claim):
        reverse_entry(unit, entry_id, unit.today, reason)
    return sum(int(minor) for _, minor in rows)


def _open_entries(unit: Unit, claim: PriorClaim) -> list[int]:
    mirrored = select(JournalEntry.reverses_id).where(JournalEntry.reverses_id.is_not(None))
    found = unit.session.scalars(
        select(JournalEntry.id)
        .where(JournalEntry.source == str(claim.reference), JournalEntry.reverses_id.is_(None))
        .where(JournalEntry.id.not_in(mirrored))
        .order_by(JournalEntry.id)
    )
    return list(found)


def _reserve(unit: Unit, claim_id: int) -> PriorClaim:
    claim = unit.session.get_one(PriorClaim, claim_id)
    if claim.what != RESERVE or claim.ended_on is not None:
        raise UserError(say("This is no reserve that still runs."), field="claim_id")
    return claim


def _book(unit: Unit, claim: PriorClaim, minor: int, to: Account, text: str) -> JournalEntry:
    """Move money out of the reserve; dated today or on the first open day."""
    day = first_open_day(unit.today, closed_until(unit.session))
    lines = [
        Line(Account.RESERVE, minor, claim.currency, claim.case_id),
        Line(to, -minor, claim.currency, claim.case_id),
    ]
    return book(unit, day, text, claim.reference, lines)


def _shown(claim: PriorClaim, minor: int) -> str:
    return f"{claim.currency} {show_minor(minor, claim.currency)}"


def _about(unit: Unit, claim: PriorClaim) -> None:
    unit.about(unit.session.get_one(Case, claim.case_id).reference)


def _tell(unit: Unit, claim: PriorClaim, text: Text) -> None:
    case = unit.session.get_one(Case, claim.case_id).reference
    record(unit, claim.case_id, unit.today, Step.DISTRIBUTION, "money", text, case)
