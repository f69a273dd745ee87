"""A licence's income over its cases by plans, and the pool's default, through receipts and runs."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts_money import (
    a_licence,
    a_policy,
    a_receipt,
    an_expense,
    an_invention,
    posted,
)

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE
from techmgr.desktop.pages import Place
from techmgr.ledger.queries import receipts_of
from techmgr.office.actions import SetSetting, set_setting
from techmgr.royalty.actions_allocation import PlanAllocation, plan_allocation
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.royalty.allocation import Basis, Plan, worked_out
from techmgr.royalty.policies import policy_text
from techmgr.royalty.queries import events_of, payees_of_run, shares_of_run
from techmgr.royalty.queries_money import paying_agreements
from techmgr.technology.screens.cases_field import case_rows

DAY = date(2026, 1, 1)


@pytest.fixture
def licensed(office):
    """Two cases and a licence on both, 1/2 each unless a plan says otherwise."""
    one, two = an_invention(office), an_invention(office)
    return one, two, a_licence(office, one, two)


def plan(office, licence, basis, shares=(), income="", *, start=DAY):
    request = PlanAllocation(licence.id, basis, start, shares, income, "By letter")
    return office.act(plan_allocation, request).result


def shared(office, licence, income="earned", on=date(2026, 8, 20), producing=None):
    [found] = [each for each in office.read(paying_agreements) if each.id == licence.id]
    return {each.case_id: each.share for each in found.shared(income, on, producing)}


def test_without_a_plan_the_agreements_shares_hold(office, licensed):
    one, two, licence = licensed
    assert shared(office, licence) == {one: Fraction(1, 2), two: Fraction(1, 2)}


def test_the_newest_plan_for_the_kind_of_income_and_day(office, licensed):
    one, two, licence = licensed
    plan(office, licence, "shares", ((one, Fraction(2, 3)), (two, Fraction(1, 3))))
    plan(office, licence, "shares", ((two, WHOLE),), "milestone")
    plan(office, licence, "equal", start=date(2026, 8, 1))
    assert shared(office, licence, on=date(2026, 7, 31))[one] == Fraction(2, 3)
    assert shared(office, licence)[one] == Fraction(1, 2)
    assert shared(office, licence, "milestone") == {two: WHOLE}
    before = shared(office, licence, "milestone", date(2025, 12, 31))
    assert before == {one: Fraction(1, 2), two: Fraction(1, 2)}


def test_earned_royalties_go_to_the_case_that_brought_them(office, licensed):
    one, two, licence = licensed
    plan(office, licence, "producing", income="earned")
    assert shared(office, licence, producing=two) == {two: WHOLE}
    assert len(shared(office, licence, "up_front")) == 2
    with pytest.raises(UserError, match="name that case"):
        shared(office, licence)
    with pytest.raises(UserError, match="name that case"):
        shared(office, licence, producing=one + 100)


def test_cases_are_weighed_by_their_filings():
    by_filings = Plan((), basis=Basis.FILINGS)
    found = worked_out(by_filings, ["1", "2", "3"], {"1": 3, "3": 1})
    assert (found.cases, found.shares) == (("1", "3"), (Fraction(3, 4), Fraction(1, 4)))
    assert worked_out(by_filings, ["1", "2"], {}) == Plan(("1", "2"), basis=Basis.FILINGS)


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ((("one", "1/2"),), "must make exactly"),
        ((("one", "1/2"), ("strange", "1/2")), "Name only these"),
        ((("one", "1"), ("two", "0")), "more than 0"),
        ((), "covers no case"),
    ],
)
def test_a_wrong_plan_is_refused(office, licensed, shares, sentence):
    one, two, licence = licensed
    ids = {"one": one, "two": two, "strange": 99}
    with pytest.raises(UserError, match=sentence):
        plan(office, licence, "shares", tuple((ids[n], Fraction(s)) for n, s in shares))


def test_a_plan_is_typed_and_the_next_receipt_follows_it(office, licensed, open_window):
    one, two, licence = licensed
    window = open_window(office)
    window.shell.go(Place("money", extra={"tab": "receipts", "form": "allocation"}))
    window.settle()
    fields = window.page.sheet.form.fields
    assert fields["shares"].raw().replace("\u202f", " ") == "26-001 50 %, 26-002 50 %"
    fields["shares"].set_raw("26-001 1/3, 26-009 2/3")
    window.press("Ctrl+S")
    assert "The agreement covers" in fields["shares"].problem
    fields["shares"].set_raw("26-001 1/3, 26-002 2/3")
    window.press("Ctrl+S")
    window.settle()
    window.page.record_receipt()
    window.settle()
    form = window.page._receipt
    form.agreement.set_raw(licence.id)
    form.sheet.form.fields["gross"].set_raw("100.00")
    window.settle()
    assert form.allocation.text() == "26-001 33.33 + 26-002 66.67 = 100.00 USD"
    window.press("Ctrl+S")
    window.settle()
    assert len(office.read(receipts_of)) == 1
    assert one != two


def test_the_producing_case_is_picked_with_the_receipt(office, licensed, open_window):
    _, two, licence = licensed
    plan(office, licence, "producing", income="earned")
    window = open_window(office)
    window.shell.go(Place("money", extra={"tab": "receipts"}))
    window.settle()
    window.page.record_receipt()
    window.settle()
    form = window.page._receipt
    form.agreement.set_raw(licence.id)
    form.sheet.form.fields["gross"].set_raw("100.00")
    window.settle()
    assert "name that case" in form.allocation.text()
    form.sheet.form.set_quietly({"parts": case_rows([(two, "26-002", None)])})
    window.press("Ctrl+S")
    window.settle()
    assert [each.gross.minor for each in office.read(receipts_of)] == [100_00]
    assert window.page.sheet is None


def test_nothing_is_counted_twice_where_cases_share_a_licence(office, licensed):
    """Each case's costs are recovered once, and every cent of the receipt belongs to one case."""
    one, two, licence = licensed
    a_policy(office, "mit")
    an_expense(office, "1,000.00", one)
    an_expense(office, "3,000.00", two)
    a_receipt(office, "10,000.01", one, two, source=licence)
    run = posted(office)
    events = office.read(events_of, run.id)
    assert sorted(event.gross.minor for event in events) == [5_000_00, 5_000_01]
    assert sorted(event.expenses.minor for event in events) == [1_000_00, 3_000_00]
    assert sum(share.amount.minor for share in office.read(shares_of_run, run.id)) == 10_000_01


@pytest.mark.parametrize(("default", "held"), [("hold", 100_00), ("equal", 0)])
def test_the_pool_before_shares_are_signed(office, default, held):
    """Held, or equal parts where the office has settled that; what is signed goes before both."""
    text = policy_text("eth", date(2026, 9, 14)).replace('"CHF"', '"USD"')
    office.act(adopt_policy, AdoptPolicy(date(2020, 1, 1), text=text))
    office.act(set_setting, SetSetting("inventor_default", default, DAY))
    case = an_invention(office, ("3/4", "1/4"), signed=None)
    a_receipt(office, "300.00", case)
    rows = office.read(payees_of_run, posted(office).id)
    people = [row for row in rows if row.payee.startswith("person:")]
    assert sum(row.held.minor for row in people) == held
    if default == "equal":
        assert [row.amount.minor for row in people] == [50_00, 50_00]
