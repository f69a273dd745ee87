"""Inventors' shares of a case: a plan from a day on, and the paper that was signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.shares import show_share
from techmgr.core.texts import Text, say
from techmgr.disclosure.model import Disclosure, InventorShare, SharePlan
from techmgr.disclosure.shares import PersonShare, wrong_with
from techmgr.documents.model import File
from techmgr.people.checking import check_person
from techmgr.people.queries import person_by_id
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class SetShares:
    """The inventors' shares from a day on, settled or (`is_open`) not yet."""

    case_id: int
    valid_from: date
    shares: tuple[PersonShare, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class SignShares:
    """The paper on which every inventor signed a plan's shares."""

    plan_id: int
    signed_on: date
    file_id: int | None = None


@action(undo=Undo.RESTORE)
def set_shares(unit: Unit, request: SetShares) -> int:
    """Settle the shares from a day on and return the plan's id.

    The same day again replaces an unsigned plan; a signed one stays, and needs a later day.
    """
    checks = Checks()
    checks.day(request.valid_from, "valid_from")
    for problem in wrong_with(request.shares, is_open=request.is_open):
        checks.wrong(problem, "shares")
    for each in request.shares:
        check_person(unit.session, checks, each.person_id, "shares")
    plan = _plan_from(unit, request.case_id, request.valid_from)
    if plan is not None and plan.signed_on is not None:
        checks.wrong(_signed(plan.signed_on), "valid_from")
    checks.refuse()
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    plan = plan or SharePlan(case_id=case.id, valid_from=request.valid_from)
    plan.is_open = request.is_open
    unit.add(plan)
    _write_shares(unit, plan.id, request.shares)
    unit.about(case.reference)
    text = _in_words(unit, request)
    record(unit, case.id, request.valid_from, Step.DISCLOSURE, "contract", text, plan.reference)
    return plan.id


def _signed(day: date) -> Text:
    return say(
        "These shares were signed on {day}. Choose a later day for new ones.", day=day.isoformat()
    )


def _plan_from(unit: Unit, case_id: int, day: date) -> SharePlan | None:
    chosen = (SharePlan.case_id == case_id, SharePlan.valid_from == day)
    return unit.session.scalars(select(SharePlan).where(*chosen)).first()


def _write_shares(unit: Unit, plan_id: int, shares: Sequence[PersonShare]) -> None:
    unit.session.execute(delete(InventorShare).where(InventorShare.plan_id == plan_id))
    unit.add(
        *(
            InventorShare(
                plan_id=plan_id,
                person_id=each.person_id,
                position_in_list=place,
                numerator=each.share.numerator,
                denominator=each.share.denominator,
            )
            for place, each in enumerate(shares, start=1)
        )
    )


def _in_words(unit: Unit, request: SetShares) -> Text:
    parts = tuple(
        f"{person_by_id(unit.session, each.person_id).name} {show_share(each.share)}"
        for each in request.shares
    )
    if request.is_open:
        return say("Inventors' shares are open")
    return say("Inventors' shares: {parts}", parts=parts)


@action(undo=Undo.RESTORE)
def sign_shares(unit: Unit, request: SignShares) -> None:
    """Record that a plan was signed; open shares cannot be, and a signed plan stays."""
    checks = Checks()
    checks.day(request.signed_on, "signed_on")
    plan = unit.session.get_one(SharePlan, request.plan_id)
    if plan.is_open:
        checks.wrong(say("The shares are open. Settle them before they are signed."), "plan_id")
    if plan.signed_on is not None:
        checks.wrong(_signed(plan.signed_on), "signed_on")
    if request.file_id is not None and unit.session.get(File, request.file_id) is None:
        checks.wrong(say("There is no such file. Attach it first."), "file_id")
    checks.refuse()
    case = unit.session.get_one(Case, plan.case_id)
    unit.claim(case, None)
    plan.signed_on, plan.signed_file_id = request.signed_on, request.file_id
    unit.about(case.reference)
    text = say("Inventors' shares signed")
    record(unit, case.id, request.signed_on, Step.DISCLOSURE, "contract", text, plan.reference)


def keep_shares(
    unit: Unit, disclosure: Disclosure, shares: Sequence[PersonShare], *, is_open: bool
) -> None:
    """Bring the plan in force up to what a disclosure says, when it says something else."""
    plan = plan_in_force(unit, disclosure.case_id, unit.today)
    if plan is not None and plan.is_open == is_open and _same(unit, plan.id, shares):
        return
    if plan is not None and plan.signed_on is not None:
        raise UserError(_signed(plan.signed_on), field="inventors")
    day = plan.valid_from if plan else disclosure.received
    set_shares(unit, SetShares(disclosure.case_id, day, tuple(shares), is_open))


def plan_in_force(unit: Unit, case_id: int, day: date) -> SharePlan | None:
    """Return the newest plan of a case not after a day."""
    return unit.session.scalars(
        select(SharePlan)
        .where(SharePlan.case_id == case_id, SharePlan.valid_from <= day)
        .order_by(SharePlan.valid_from.desc())
    ).first()


def _same(unit: Unit, plan_id: int, shares: Sequence[PersonShare]) -> bool:
    rows = unit.session.scalars(
        select(InventorShare)
        .where(InventorShare.plan_id == plan_id)
        .order_by(InventorShare.position_in_list)
    )
    stored = [(row.person_id, row.numerator, row.denominator) for row in rows]
    return stored == [
        (each.person_id, each.share.numerator, each.share.denominator) for each in shares
    ]
