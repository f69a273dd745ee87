"""Examples of what an officer can do with distributions."""

from datetime import date
from fractions import Fraction

from sqlalchemy import select

from action_examples import example
from action_examples.parts_money import (
    a_department,
    a_licence,
    a_policy,
    a_receipt,
    a_run,
    a_waiting_receipt,
    an_expense,
    an_invention,
    posted,
)
from techmgr.core.money import money
from techmgr.ledger.accounts import Account
from techmgr.royalty.actions import (
    DraftRun,
    HoldShare,
    RunRequest,
    approve_run,
    discard_run,
    draft_run,
    hold_share,
    post_run,
    reverse_run,
)
from techmgr.royalty.actions_allocation import PlanAllocation, plan_allocation
from techmgr.royalty.actions_claims import (
    DrawReserve,
    EndClaim,
    EnterClaim,
    TakeBackClaim,
    draw_reserve,
    end_claim,
    enter_claim,
    take_back_claim,
)
from techmgr.royalty.actions_correct import correct_run
from techmgr.royalty.actions_policies import (
    AdoptPolicy,
    ChooseShare,
    EditPolicy,
    ElectPolicy,
    RemovePolicy,
    adopt_policy,
    choose_share,
    edit_policy,
    elect_policy,
    remove_policy,
)
from techmgr.royalty.actions_routes import RoutePart, SharePart, route_part, share_part
from techmgr.royalty.model import PaymentLine, RunShare
from techmgr.royalty.paying import (
    PayOwed,
    ReturnPayment,
    pay_owed,
    pay_run,
    return_payment,
    reverse_payment,
)
from techmgr.royalty.policies import policy_text
from techmgr.royalty.releasing import (
    ReleaseHeld,
    TakeBackRelease,
    release_held,
    take_back_release,
)

THROUGH = date(2026, 8, 31)


@example(adopt_policy)
def _(_office):
    return AdoptPolicy(date(2026, 1, 1), "stanford")


@example(draft_run)
def _(office):
    a_waiting_receipt(office)
    return DraftRun(THROUGH)


@example(discard_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(a_run(office).id)


@example(hold_share)
def _(office):
    a_waiting_receipt(office)
    a_run(office)
    payable = select(RunShare.id).where(RunShare.account == Account.PAYABLE.value)
    return HoldShare(office.read(lambda session: session.scalar(payable)), "Address unknown")


@example(approve_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(a_run(office).id, 1)


@example(post_run)
def _(office):
    a_waiting_receipt(office)
    run = a_run(office)
    office.act(approve_run, RunRequest(run.id))
    return RunRequest(run.id)


@example(reverse_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(posted(office).id, reason="The wrong policy")


@example(pay_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(posted(office).id)


@example(reverse_payment)
def _(office):
    a_waiting_receipt(office)
    run = posted(office)
    office.act(pay_run, RunRequest(run.id))
    return RunRequest(run.id, reason="The bank sent it back")


@example(edit_policy)
def _(office):
    policy = a_policy(office, "texas")
    text = policy_text("texas", THROUGH).replace('creators = "50 %"', 'creators = "45 %"')
    return EditPolicy(policy, text, date(2020, 1, 1))


@example(remove_policy)
def _(office):
    a_policy(office, "texas")
    return RemovePolicy(a_policy(office, "texas", date(2026, 1, 1)))


@example(choose_share)
def _(office):
    a_policy(office, "texas")
    case = an_invention(office)
    day, why = date(2026, 1, 1), "Agreed with the creators"
    return ChooseShare(case, "texas", "creators", Fraction(2, 5), day, why)


@example(elect_policy)
def _(office):
    adopted = AdoptPolicy(date(1963, 1, 1), text=policy_text("uc-old", THROUGH))
    office.act(adopt_policy, adopted)
    an_invention(office)
    return ElectPolicy(2, "old", date(1999, 1, 1))


@example(route_part)
def _(office):
    case = an_invention(office)
    unit = f"organisation:{a_department(office)}"
    return RoutePart(2, "redirected", date(2026, 1, 1), "To the laboratory", unit, case)


@example(share_part)
def _(office):
    one, two = a_department(office), a_department(office)
    shares = ((one, Fraction(2, 3)), (two, Fraction(1, 3)))
    return SharePart(an_invention(office), "department", date(2026, 1, 1), shares)


def a_held_share(office) -> int:
    """The share of a posted run that was held by hand."""
    a_waiting_receipt(office)
    run = a_run(office)
    payable = select(RunShare.id).where(RunShare.payee == "person:2")
    share = office.read(lambda session: session.scalar(payable))
    office.act(hold_share, HoldShare(share, "A dispute"))
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))
    return share


@example(release_held)
def _(office):
    return ReleaseHeld(a_held_share(office), "The dispute has ended")


@example(take_back_release)
def _(office):
    released = office.act(release_held, ReleaseHeld(a_held_share(office), "It has ended")).result
    return TakeBackRelease(released.release_id, "It has not ended")


@example(correct_run)
def _(office):
    case_id = a_waiting_receipt(office)
    run = posted(office)
    an_expense(office, "1,000.00", case_id)
    return RunRequest(run.id, reason="An invoice came late")


@example(pay_owed)
def _(office):
    share = a_held_share(office)
    office.act(release_held, ReleaseHeld(share, "The dispute has ended"))
    return PayOwed("USD", ("person:2",))


@example(return_payment)
def _(office):
    a_waiting_receipt(office)
    office.act(pay_run, RunRequest(posted(office).id))
    line = select(PaymentLine.id).where(PaymentLine.payee == "person:2")
    return ReturnPayment(office.read(lambda session: session.scalar(line)), "Account closed")


def a_reserve(office) -> tuple[int, int]:
    """A reserve that a posted run has filled, and a cost it can pay."""
    a_policy(office, "mit")
    case = an_invention(office)
    asked = EnterClaim(
        case, "reserve", date(2026, 1, 1), "Annuities", "Budget", money("500.00", "USD")
    )
    claim = office.act(enter_claim, asked).result
    a_receipt(office, "10,000.00", case, source=a_licence(office, case))
    posted(office)
    return claim, an_expense(office, "300.00", case).id


@example(enter_claim)
def _(office):
    day, amount = date(2026, 1, 1), money("500.00", "USD")
    return EnterClaim(an_invention(office), "reserve", day, "Annuities", "Budget", amount)


@example(draw_reserve)
def _(office):
    return DrawReserve(*a_reserve(office))


@example(end_claim)
def _(office):
    claim, _ = a_reserve(office)
    return EndClaim(claim, "The annuities are paid")


@example(take_back_claim)
def _(office):
    claim, cost = a_reserve(office)
    office.act(draw_reserve, DrawReserve(claim, cost))
    return TakeBackClaim(claim, "The wrong bill")


@example(plan_allocation)
def _(office):
    one, two = an_invention(office), an_invention(office)
    licence = a_licence(office, one, two)
    shares = ((one, Fraction(2, 3)), (two, Fraction(1, 3)))
    return PlanAllocation(licence.id, "shares", date(2026, 1, 1), shares, "milestone", "By letter")
