"""Receipts over cases, and receipts grouped into events."""

from datetime import date
from fractions import Fraction

import pytest

from techmgr.core.errors import UserError
from techmgr.royalty.allocation import Income, Plan, allocate, allocate_event, group, plan_for
from techmgr.royalty.event import Event, Owed, Receipt
from techmgr.royalty.policies import find
from techmgr.royalty.waterfall import run

DAY = date(2026, 3, 1)


def test_three_inventions_in_one_licence():
    """UC-4: the net goes equally to the inventions, then each runs its policy."""
    policy = find("university-of-california", DAY)
    events = allocate_event(Event(net=7_000_001), Plan(("one", "two", "three")))
    assert [event.net for event in events.values()] == [2_333_334, 2_333_334, 2_333_333]
    results = [run(policy, event).parties for event in events.values()]
    assert [each["inventors"] for each in results] == [816_667] * 3
    assert [each["research"] for each in results] == [350_000] * 3
    assert [each["campus"] for each in results] == [1_166_667, 1_166_667, 1_166_666]


def test_costs_go_to_the_cases_with_the_income():
    event = Event(gross=100, owed=(Owed("expenses", 11),))
    parts = allocate_event(event, Plan(("a", "b"), (Fraction(2, 3), Fraction(1, 3))))
    assert [(p.gross, p.owed[0].minor) for p in parts.values()] == [(67, 7), (33, 4)]


def test_negative_amounts_are_the_mirror():
    plan = Plan(("a", "b", "c"))
    assert allocate(100, plan) == {"a": 34, "b": 33, "c": 33}
    assert allocate(-100, plan) == {"a": -34, "b": -33, "c": -33}


def test_the_plan_in_force():
    general = Plan(("a", "b"), (Fraction(1, 4), Fraction(3, 4)), valid_until=date(2025, 12, 31))
    newer = Plan(("a", "b"), (Fraction(1, 2), Fraction(1, 2)), valid_from=date(2026, 1, 1))
    equity = Plan(("a",), income=("equity",))
    plans = [general, newer, equity]
    assert plan_for(plans, ["a", "b"], "royalty", date(2025, 6, 1)) is general
    assert plan_for(plans, ["a", "b"], "royalty", DAY) is newer
    assert plan_for(plans, ["a", "b"], "equity", DAY) is equity
    assert plan_for([], ["a", "b"], "royalty", DAY) == Plan(("a", "b"))


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (Plan(()), "covers no case"),
        (Plan(("a", "a")), "listed twice"),
        (Plan(("a", "b"), (Fraction(1, 2), Fraction(1, 4))), "make 75"),
        (Plan(("a", "b"), (Fraction(3, 2), Fraction(-1, 2))), "must make exactly"),
        (Plan(("a", "b"), (Fraction(1),)), "must make exactly"),
    ],
)
def test_a_wrong_plan_is_refused(plan, sentence):
    with pytest.raises(UserError, match=sentence):
        allocate(100, plan)


def test_receipts_of_a_licence_are_one_event_unless_its_bracket_starts_again():
    jhu, stanford = find("johns-hopkins", DAY), find("stanford", DAY)
    days = [date(2026, 7, 1), date(2026, 6, 30), date(2026, 1, 2)]
    for policy, sizes in ((jhu, [2, 1]), (stanford, [3])):
        incomes = [Income("licence:1", policy, Receipt("r", 100, day), day) for day in days]
        events = group(incomes)
        assert [len(each) for each in events.values()] == sizes
    both = [Income(unit, stanford, Receipt("r", 1), DAY) for unit in ("licence:1", "licence:2")]
    assert len(group(both)) == 2


def test_receipts_of_two_indexes_are_two_events():
    policy = find("cambridge", DAY)
    days = [date(2014, 12, 31), date(2015, 1, 1)]
    assert len(group([Income("case:1", policy, Receipt("r", 1), day) for day in days])) == 2
