"""Coming costs: which fee a deadline owes, what it costs on its day, who bears it, and the budget."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.costs import a_filing, an_estimate, granted
from action_examples.parts import a_case, an_organisation
from action_examples.parts_money import an_expense

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.ledger.actions import SetRate, set_rate
from techmgr.ledger.actions_costs import ArrangePayers, PayerShare, arrange_payers
from techmgr.patents.actions_forecast import SetBudget, estimate_fee, set_budget
from techmgr.patents.fees import KINDS, Owed, fee_on, fee_owed, shipped_fees
from techmgr.patents.forecast import By, summed, why_words
from techmgr.patents.queries_forecast import fee_rows, forecast

TODAY = date(2026, 9, 14)


def coming(office, until=None):
    return office.read(forecast, TODAY, until)


@pytest.mark.parametrize(
    ("size", "day", "dollars"),
    [
        ("large", date(2025, 1, 18), 2_000),
        ("large", date(2025, 1, 19), 2_150),
        ("small", date(2025, 1, 19), 860),
        ("micro", date(2022, 12, 28), 500),
        ("", date(2026, 9, 2), 2_150),
    ],
)
def test_the_shipped_schedule_holds_from_its_day(size, day, dollars):
    fee = fee_on(shipped_fees(), "US", Owed("maintenance", 1), size, day)
    assert fee.amount == Money(dollars * 100, "USD")
    assert "USPTO" in fee.source


def test_a_rule_owes_the_fee_of_its_number():
    assert fee_owed("us.maintenance.2") == Owed("maintenance", 2)
    assert fee_owed("jp.annuity.14") == Owed("annuity", 14)
    assert fee_owed("us.issue_fee") == Owed("issue", 0)
    assert fee_owed("us.maintenance_expiry.2") is None
    assert all(fee.kind in KINDS for fee in shipped_fees())


def test_a_maintenance_fee_is_forecast_by_the_size_of_the_entity(office):
    granted(office, a_case(office).id)
    [first] = [each for each in coming(office).items if each.number == 1]
    assert (first.kind, first.own, first.base) == (
        "maintenance",
        Money(860_00, "USD"),
        Money(860_00, "USD"),
    )
    assert [str(each) for each in why_words(first)] == [
        "USPTO fee schedule, 37 CFR 1.18 and 1.20, in force from 2025-01-19: USD 860.00"
    ]


def test_the_offices_own_estimate_comes_first_and_is_shared_by_payer(office):
    case, owner = a_case(office).id, an_organisation(office, "Norrland University", "university")
    granted(office, case)
    office.act(estimate_fee, an_estimate("US", "maintenance", "1,000.01", "USD", number=1))
    shared = (
        PayerShare("office", None, Fraction(2, 3)),
        PayerShare("co_owner", owner, Fraction(1, 3)),
    )
    office.act(arrange_payers, ArrangePayers(case, date(2026, 1, 1), shared))
    parts = [each for each in coming(office).items if each.number == 1]
    assert [(each.payer, each.own.minor) for each in parts] == [
        ("co_owner", 333_34),
        ("office", 666_67),
    ]
    assert "1/3 of it for Norrland University on 26-001" in str(why_words(parts[0])[1])


def test_an_annuity_without_an_estimate_or_a_rate_is_told_and_not_nothing(office):
    a_filing(
        office,
        a_case(office).id,
        "national",
        "JP",
        filed=date(2019, 3, 2),
        granted=date(2023, 3, 2),
    )
    found = coming(office)
    assert {each.own for each in found.items} == {None}
    assert found.budgets[0].unknown == len(
        [e for e in found.items if e.day <= found.budgets[0].last]
    )
    assert "Nobody has entered what this costs in JP" in str(why_words(found.items[0])[0])
    office.act(estimate_fee, an_estimate("JP", "annuity", "12,300", "JPY"))
    first = coming(office).items[0]
    assert (first.own, first.base) == (Money(12_300, "JPY"), None)
    assert "no rate for JPY" in str(why_words(first)[1])
    office.act(set_rate, SetRate("JPY", "USD", date(2026, 8, 1), Fraction(65, 10_000), "A bank"))
    first = coming(office).items[0]
    assert first.base == Money(79_95, "USD")
    assert "At the rate of 2026-08-01: USD 79.95" in str(why_words(first)[1])


def test_a_planned_national_phase_is_due_with_the_international_filing(office):
    case = a_case(office).id
    pct = a_filing(office, case, "pct", "WO", filed=date(2025, 3, 3))
    a_filing(office, case, "national", "CN", parent_id=pct)
    office.act(estimate_fee, an_estimate("CN", "national_phase", "6,500.00", "USD"))
    [entry] = [each for each in coming(office).items if each.kind == "national_phase"]
    assert (entry.country, entry.day, entry.base) == (
        "CN",
        date(2027, 9, 3),
        Money(6_500_00, "USD"),
    )


def test_a_year_is_compared_with_its_budget_and_sums_make_the_whole(office):
    case = a_case(office).id
    granted(office, case)
    an_expense(office, "2,500.00", case, on=date(2026, 8, 5))
    office.act(set_budget, SetBudget(2026, money("5,000.00", "USD")))
    found = coming(office)
    year = found.budgets[0]
    assert (year.year, year.spent.minor, year.coming.minor) == (2026, 2_500_00, 860_00)
    assert year.left == Money(1_640_00, "USD")
    whole = sum(each.base.minor for each in found.items if each.base)
    for by in By:
        groups = summed(found.items, by, found.year_end, found.currency)
        assert sum(group.base.minor for group, _ in groups) == whole


def test_an_estimate_that_cannot_be_is_refused_at_each_field(office):
    with pytest.raises(UserError) as refused:
        office.act(estimate_fee, an_estimate("Japan", "bribe", "0.00", number=99))
    said = str(refused.value)
    assert "enter two letters" in said
    assert office.read(fee_rows)[0].id is None
    with pytest.raises(UserError, match="cannot be meant"):
        office.act(set_budget, SetBudget(206, money("1.00", "USD")))


def test_of_two_estimates_the_one_in_force_on_the_day_counts(office):
    granted(office, a_case(office).id)
    old = an_estimate("US", "maintenance", "700.00", "USD", number=1)
    office.act(estimate_fee, old)
    office.act(estimate_fee, old)  # the same again changes nothing
    assert [row.fee.amount.minor for row in office.read(fee_rows) if row.id] == [700_00]
    [first] = [each for each in coming(office).items if each.number == 1]
    assert first.base == Money(700_00, "USD")
