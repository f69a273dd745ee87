"""The waterfall beyond the published examples: limits, caps, routing, rounding, refunds."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from techmgr.core.errors import UserError
from techmgr.core.shares import parse_share
from techmgr.royalty.awards import counted_as_wage
from techmgr.royalty.brackets import filled
from techmgr.royalty.event import Event, Owed, Receipt
from techmgr.royalty.policies import find
from techmgr.royalty.policy import Period, period_of
from techmgr.royalty.pool import Person
from techmgr.royalty.reading import parse_policy
from techmgr.royalty.waterfall import reverse, run

from .policies import SMALL, changed

TODAY = date(2026, 9, 14)


def test_bracket_position_across_index_changes():
    """CAM-4: 100,000 at 1.32869 and 50,000 at 1.49398, in the brackets of 2005."""
    policy = find("cambridge", TODAY)
    shares = next(policy.sharings)
    position = filled(shares, [(10_000_000, date(2014, 6, 1))])
    assert round(position) == 7_526_210
    event = Event(net=5_000_000, on=date(2019, 6, 1), positions={"shares": position})
    result = run(policy, event)
    assert result.parties["inventors"] == 4_108_738
    assert round(result.positions["shares"] - position) == 3_346_765


def test_a_share_outside_the_range_is_refused():
    """UT-3: 25 % and 55 % are refused, 30 % and 50 % accepted."""
    policy = find("texas", TODAY)
    for accepted in ("30 %", "50 %"):
        run(policy, Event(net=100, chosen={"creators": parse_share(accepted)}))
    for refused in ("25 %", "55 %"):
        with pytest.raises(UserError, match="outside the range"):
            run(policy, Event(net=100, chosen={"creators": parse_share(refused)}))


def test_choices_that_make_no_sense_are_refused():
    texas = find("texas", TODAY)
    with pytest.raises(UserError, match="It has: creators"):
        run(texas, Event(net=100, chosen={"inventors": Fraction(1, 3)}))
    with pytest.raises(UserError, match="fixed by the policy"):
        run(texas, Event(net=100, chosen={"institution": Fraction(1, 2)}))


BATH = SMALL.replace("persons = true", 'one_of = ["90 %", "70 %", "55 %"]').replace(
    'inventors = "50 %", university = "50 %"', 'inventors = "55 %", university = "remainder"'
)


def test_a_share_out_of_a_list():
    policy = parse_policy(BATH)
    assert (
        run(policy, Event(net=1000, chosen={"inventors": Fraction(7, 10)})).parties["inventors"]
        == 700
    )
    with pytest.raises(UserError, match="choose one of 90"):
        run(policy, Event(net=1000, chosen={"inventors": Fraction(6, 10)}))


def test_chosen_shares_above_the_whole_are_refused():
    text = SMALL.replace("persons = true", 'lowest = "0 %"\nhighest = "100 %"').replace(
        'university = "50 %"', 'office = "30 %", university = "remainder"'
    )
    with pytest.raises(UserError, match="make more than 100"):
        run(parse_policy(text), Event(net=100, chosen={"inventors": Fraction(9, 10)}))


def test_a_choice_that_leaves_another_below_the_law_is_refused():
    text = (
        SMALL.replace("persons = true", 'lowest = "0 %"\nhighest = "100 %"')
        .replace('university = "50 %"', 'university = "remainder"')
        .replace('id = "university"', 'id = "university"\nminimum = "40 %"\nminimum_clause = "§ 1"')
    )
    with pytest.raises(UserError, match=r"University would get 20.%.*§ 1"):
        run(parse_policy(text), Event(net=100, chosen={"inventors": Fraction(8, 10)}))


def test_thresholds_are_in_one_currency():
    with pytest.raises(UserError, match="thresholds are in USD and the receipt is in JPY"):
        run(find("stanford", TODAY), Event(gross=100, currency="JPY"))
    thirds = run(find("stanford-thirds", TODAY), Event(net=100, currency="JPY"))
    assert thirds.parties["inventors"] == 34


DEFERRED = changed(
    'rate = "15 %"\nrecipient = "office"',
    'rate = "15 %"\nrecipient = "office"\ncap = { amount = "300,000.00", overflow = "office" }',
).replace('overflow = "office" }', 'overflow = "university" }')


def test_a_payment_out_of_income_until_an_amount_is_reached():
    """CN-6: 15 % until 300,000 has been paid: 150,000, 150,000, then nothing."""
    policy = parse_policy(DEFERRED)
    first = run(policy, Event(gross=100_000_000))
    assert first.parties["office"] == 15_000_000
    second = run(policy, Event(gross=200_000_000, counted=first.counted, positions=first.positions))
    assert second.parties["office"] == 15_000_000
    third = run(policy, Event(gross=100, counted=second.counted, positions=second.positions))
    assert third.parties["office"] == 0


def test_a_refund_unwinds_a_reached_cap_exactly():
    policy = parse_policy(DEFERRED)
    first = run(policy, Event(gross=100_000_000))
    second = run(policy, Event(gross=200_000_000, counted=first.counted, positions=first.positions))
    back = run(
        policy, Event(gross=-200_000_000, counted=second.counted, positions=second.positions)
    )
    assert back.parties == {party: -minor for party, minor in second.parties.items()}
    assert back.counted == first.counted
    assert back.positions == first.positions


def test_first_money_before_the_shares():
    policy = parse_policy(
        changed(
            '[[step]]\nid = "fee"',
            '[[step]]\nid = "first"\nlabel = "First 2,500"\nrate = "100 %"\nrecipient = "inventors"\n'
            'cap = { amount = "2,500.00", overflow = "university" }\n\n[[step]]\nid = "fee"',
        )
    )
    result = run(policy, Event(gross=300_000, counted={"first": 100_000}))
    assert result.tree.find("first").minor == -150_000
    assert result.tree.find("fee").minor == -45_000
    assert result.net == 105_000
    assert result.counted["first"] == 400_000


def test_costs_limited_to_a_part_of_each_receipt():
    policy = parse_policy(changed('owed = "expenses"', 'owed = "expenses"\nlimit = "10 %"'))
    result = run(policy, Event(gross=100_000, owed=(Owed("expenses", 30_000),)))
    assert result.parties["costs"] == 10_000
    assert [owed.minor for owed in result.carried] == [20_000]


def test_a_fee_with_a_floor_and_a_fixed_amount():
    floor = parse_policy(changed('rate = "15 %"', 'rate = "15 %"\nfloor = "500.00"'))
    assert run(floor, Event(gross=100_000)).parties["office"] == 50_000
    fixed = parse_policy(changed('rate = "15 %"', 'amount = "250.00"'))
    assert run(fixed, Event(gross=100_000)).parties["office"] == 25_000
    assert run(fixed, Event(gross=10_000)).parties["office"] == 10_000


def test_a_fee_on_what_is_left():
    text = SMALL.replace('id = "fee"', 'id = "late"').replace('rate = "15 %"', 'owed = "sponsor"')
    text = text.replace(
        '[[step]]\nid = "shares"',
        '[[step]]\nid = "fee"\nlabel = "Fee"\nrate = "10 %"\nbase = "balance"\nrecipient = "office"\n\n'
        '[[step]]\nid = "on_fee"\nlabel = "Half of the fee"\nrate = "50 %"\nbase = "fee"\nrecipient = "office"\n\n'
        '[[step]]\nid = "shares"',
    )
    result = run(parse_policy(text), Event(gross=100_000, owed=(Owed("expenses", 20_000),)))
    fee = result.tree.find("fee")
    assert (fee.minor, fee.base_minor) == (-8_000, 80_000)
    assert result.tree.find(fee.base).minor == 80_000
    assert result.tree.find("on_fee").minor == -4_000


def test_a_part_reverts_when_its_condition_no_longer_holds():
    policy = parse_policy(
        changed('label = "Inventors"', 'label = "Inventors"\nreverts_to = "university"')
    )
    result = run(policy, Event(net=101, left=frozenset({"inventors"})))
    assert (result.parties["inventors"], result.parties["university"]) == (0, 101)
    with pytest.raises(UserError, match="reverts"):
        run(policy, Event(net=101, left=frozenset({"university"})))


def test_small_sums_go_another_way():
    policy = parse_policy(
        SMALL
        + '\n[step.small]\nup_to = "10.00"\nshares = { inventors = "100 %", university = "0 %" }\n'
    )
    assert run(policy, Event(net=999)).parties["inventors"] == 999
    assert run(policy, Event(net=1000)).parties["inventors"] == 500


def test_thresholds_on_gross():
    """Columbia printed in gross: the first 125,000 of gross are the first 100,000 of net."""
    text = changed('id = "shares"', 'id = "shares"\nmeasured = "gross"').replace("15 %", "20 %")
    policy = parse_policy(text)
    result = run(policy, Event(gross=250_000))
    assert result.net == 200_000
    assert result.parties["inventors"] == 40_000 + 40_000
    assert result.positions["shares"] == 250_000
    with pytest.raises(UserError, match="needs the gross"):
        run(policy, Event(net=100))


def test_rounding_conventions():
    """Section 7: 27,283.95 at 35/15/15/20/15 under two conventions."""
    shares = '{ creator = "35 %", research = "15 %", department = "15 %", school = "20 %", president = "15 %" }'
    parties = "".join(
        f'[[party]]\nid = "{name}"\nlabel = "{name}"\n'
        for name in ("creator", "research", "department", "school", "president")
    )
    text = (
        f'name = "n"\ntitle = "t"\ncurrency = "USD"\nROUNDING\n{parties}'
        f'[[step]]\nid = "shares"\nlabel = "Shares"\n[[step.tier]]\nshares = {shares}\n'
    )
    largest = run(parse_policy(text.replace("ROUNDING", "")), Event(net=2_728_395))
    assert list(largest.parties.values()) == [954_939, 409_259, 409_259, 545_679, 409_259]
    residual = run(
        parse_policy(text.replace("ROUNDING", 'residual = "president"')), Event(net=2_728_395)
    )
    assert list(residual.parties.values()) == [954_938, 409_259, 409_259, 545_679, 409_260]
    last = run(
        parse_policy(text.replace("ROUNDING", 'rounding = "last_party"')), Event(net=2_728_395)
    )
    assert last.parties == residual.parties


def test_a_refund_larger_than_everything_received_is_refused():
    with pytest.raises(UserError, match="larger than everything received"):
        run(find("stanford", TODAY), Event(net=-100, positions={"shares": Fraction(99)}))


def test_a_reversal_is_the_mirror_and_returns_the_state():
    policy = find("nih", TODAY)
    people = (Person("a", "A", had=14_000_000), Person("b", "B"))
    event = Event(gross=100_000_000, people=people, positions={"shares": Fraction(5)})
    result = run(policy, event)
    back = reverse(result)
    assert back.parties == {party: -minor for party, minor in result.parties.items()}
    assert [part.paid for part in back.parts] == [-part.paid for part in result.parts]
    assert dict(back.positions) == {"shares": 5}
    assert back.tree.minor == -100_000_000


def test_a_refund_with_new_costs_leaves_the_costs_owed():
    result = run(
        parse_policy(SMALL),
        Event(gross=-100, owed=(Owed("expenses", 40),), positions={"shares": Fraction(85)}),
    )
    assert result.parties["costs"] == 0
    assert [owed.minor for owed in result.carried] == [40]


def test_costs_stay_owed_when_only_the_net_is_given():
    result = run(parse_policy(SMALL), Event(net=100, owed=(Owed("expenses", 40),)))
    assert [owed.minor for owed in result.carried] == [40]


def test_an_event_states_one_amount():
    for wrong in ({}, {"gross": 1, "net": 1}, {"gross": 1, "receipts": (Receipt("x", 1),)}):
        with pytest.raises(ValueError, match="a gross, a net, or receipts"):
            Event(**wrong)


def test_one_cent_to_seven_people_and_a_billion():
    people = tuple(Person(str(n), str(n)) for n in range(7))
    result = run(find("stanford-thirds", TODAY), Event(net=3, people=people))
    assert [part.paid for part in result.parts] == [1, 0, 0, 0, 0, 0, 0]
    billion = run(find("stanford", TODAY), Event(gross=100_000_000_000))
    assert sum(billion.parties.values()) == 100_000_000_000


def test_half_of_an_early_award_counts_as_wage():
    """CN-7: 300,000.00 after 20 months counts with 150,000.00, after 37 months with all."""
    payroll = find("china", TODAY).payroll
    received = date(2023, 1, 31)
    assert counted_as_wage(30_000_000, payroll, received, date(2024, 9, 30)) == 15_000_000
    assert counted_as_wage(30_000_000, payroll, received, date(2026, 1, 31)) == 15_000_000
    assert counted_as_wage(30_000_000, payroll, received, date(2026, 2, 28)) == 30_000_000


def test_a_part_of_several_departments():
    """Routing: the department's part goes to the departments the inventors named."""
    departments = (
        Person("bio", "Biology", Fraction(1, 3)),
        Person("chem", "Chemistry", Fraction(2, 3)),
    )
    event = Event(net=10_000, divided={"department": departments}, people=(Person("a", "A"),))
    result = run(find("stanford", TODAY), event)
    assert [(part.pool, part.person.id, part.paid) for part in result.parts] == [
        ("inventors", "a", 3_334),
        ("department", "bio", 822),
        ("department", "chem", 1_644),
    ]
    assert result.tree.find("department/chem").base == "department"


def test_a_policy_nobody_checked_is_a_bug():
    policy = parse_policy(SMALL)
    undivided = replace(policy, steps=policy.steps[:2])
    with pytest.raises(ValueError, match="undivided"):
        run(undivided, Event(gross=100))
    with pytest.raises(KeyError):
        policy.party("nobody")


def test_a_bracket_by_the_calendar_year():
    assert period_of(find("nih", TODAY), Period.CALENDAR_YEAR, TODAY) == "2026"
    assert period_of(find("nih", TODAY), Period.EVENT, TODAY) == "event"
