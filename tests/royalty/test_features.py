"""Features of section 8 of the policies page that no published example shows, each as an officer writes it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from techmgr.core.errors import Problems, UserError
from techmgr.royalty.allocation import Income, group
from techmgr.royalty.brackets import slices
from techmgr.royalty.event import Event, Owed, Receipt
from techmgr.royalty.policy import Tier
from techmgr.royalty.pool import Person
from techmgr.royalty.reading import parse_policy, read_policy
from techmgr.royalty.waterfall import run

from .policies import SMALL, changed

DAY = date(2026, 9, 14)
FEE = '[[step]]\nid = "fee"'
NAMES = ("inventors", "university", "office")
TWO = (Person("a", "Ann"), Person("b", "Bo"))


def with_step(text, policy=SMALL):
    """The small policy with a step of its own before the fee."""
    return policy.replace(FEE, f"[[step]]\n{text}\n\n{FEE}", 1)


def flat(fee="0 %", rounding=""):
    """60 and 40 %, in one tier, after a fee."""
    return (
        SMALL[: SMALL.index("[[step.tier]]")].replace("15 %", fee)
        + '[[step.tier]]\nshares = { inventors = "60 %", university = "40 %" }\n'
    ).replace('currency = "USD"', f'currency = "USD"\n{rounding}')


AHEAD = parse_policy(
    with_step(
        'id = "first"\nlabel = "First 4,000"\nrate = "100 %"\nrecipient = "inventors"\n'
        'advance = true\ncap = { amount = "4,000.00", overflow = "university" }',
        flat(),
    )
)


def after(result, **more):
    return replace(result.event, positions=result.positions, counted=dict(result.counted), **more)


def test_first_money_as_an_advance_on_a_later_share():
    """Bristol: 3,000, 3,000, 1,000 at 60 %: 3,000 ahead, 1,000 more, then 200; 4,200 of 7,000 in all."""
    first = run(AHEAD, Event(gross=300_000, people=TWO))
    assert first.parties["inventors"] == 300_000
    second = run(AHEAD, after(first, gross=300_000))
    assert (second.parties["inventors"], second.parties["university"]) == (100_000, 200_000)
    third = run(AHEAD, after(second, gross=100_000))
    assert (third.parties["inventors"], third.parties["university"]) == (20_000, 80_000)
    assert [part.paid for part in third.parts] == [10_000, 10_000]
    back = run(AHEAD, after(third, gross=-100_000))
    assert back.parties == {party: -minor for party, minor in third.parties.items()}
    assert back.counted == second.counted


def test_first_money_that_is_no_advance_goes_to_the_persons():
    text = with_step(
        'id = "first"\nlabel = "First 2,500"\nrate = "100 %"\nrecipient = "inventors"\n'
        'cap = { amount = "2,500.00", overflow = "university" }',
        flat(),
    )
    result = run(parse_policy(text), Event(gross=350_000, people=TWO))
    assert result.parties["inventors"] == 250_000 + 60_000
    assert sum(part.paid for part in result.parts) == 310_000
    assert [part.node for part in result.parts] == [
        "first/a", "first/b", "inventors/a", "inventors/b",
    ]  # fmt: skip


def test_a_fee_with_dates():
    """Penn: 20 % until June, 15 % from July on; receipts of both are two events of one bracket."""
    text = changed('rate = "15 %"', 'rate = "15 %"\nfrom = 2026-07-01')
    text = text.replace(
        FEE,
        '[[step]]\nid = "old_fee"\nlabel = "Fee"\nrate = "20 %"\nuntil = 2026-06-30\n'
        f'recipient = "office"\n\n{FEE}',
        1,
    )
    policy = parse_policy(text)
    for day, fee in ((date(2026, 6, 30), 2_000), (date(2026, 7, 1), 1_500)):
        assert run(policy, Event(gross=10_000, on=day)).parties["office"] == fee
    days = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 1))
    incomes = [Income("licence:1", policy, Receipt("r", 1, day), day) for day in days]
    assert [len(each) for each in group(incomes).values()] == [1, 2]


def test_a_fee_that_is_one_partys_share():
    """Texas A&M: the office has 25 % of the net like any party."""
    text = flat().replace('university = "40 %"', 'university = "15 %", office = "25 %"')
    assert run(parse_policy(text), Event(gross=10_000)).parties["office"] == 2_500


def test_an_annual_fee_and_a_yearly_first_step():
    text = with_step(
        'id = "annual"\nlabel = "Annual fee"\nrate = "100 %"\nrecipient = "office"\n'
        'cap = { amount = "500.00", over = "fiscal_year", overflow = "office" }'
    )
    policy = parse_policy(text.replace('overflow = "office"', 'overflow = "university"'))
    first = run(policy, Event(gross=100_000))
    assert first.tree.find("annual").minor == -50_000
    assert run(policy, after(first, gross=100_000)).tree.find("annual").minor == 0
    days = (date(2026, 12, 31), date(2027, 1, 1))
    incomes = [Income("licence:1", policy, Receipt("r", 1, day), day) for day in days]
    assert len(group(incomes)) == 2


def test_costs_an_inventor_paid_are_repaid_to_the_inventor():
    owed = (Owed("expenses", 30_000, "inventors"), Owed("expenses", 10_000, "costs"))
    result = run(parse_policy(SMALL), Event(gross=20_000, owed=owed))
    assert (result.parties["inventors"], result.parties["costs"]) == (12_750, 4_250)
    assert {each.to: each.minor for each in result.carried} == {"inventors": 17_250, "costs": 5_750}


def test_a_school_divides_its_part_again():
    """Wash. U.: of the school's part 40 % to the dean, 40 % to the department, 20 % to research."""
    parties = "".join(
        f'[[party]]\nid = "{name}"\nlabel = "{name}"\n\n' for name in ("dean", "dept", "research")
    )
    text = flat().replace("[[step]]", f"{parties}[[step]]", 1) + (
        '\n[[step]]\nid = "school"\nlabel = "The part of the school"\nsource = "university"\n\n'
        '[[step.tier]]\nshares = { dean = "40 %", dept = "40 %", research = "20 %" }\n'
    )
    result = run(parse_policy(text), Event(gross=10_000))
    assert [result.parties[name] for name in ("dean", "dept", "research")] == [1_600, 1_600, 800]


def test_brackets_by_person():
    """Each inventor's own half is measured: Ann has had 900 of her 1,000 at 50 %, Bo nothing."""
    text = changed('label = "Shares"', 'label = "Shares"\nkey = "person"')
    positions = {"shares#a": Fraction(90_000)}
    result = run(parse_policy(text), Event(net=60_000, people=TWO, positions=positions))
    # Ann: 10,000 at 1/2 and 20,000 at 1/3; Bo: 30,000 at 1/2.
    assert [part.paid for part in result.parts] == [11_667, 15_000]
    assert result.parties["university"] == 60_000 - 26_667
    assert result.positions == {"shares#a": 120_000, "shares#b": 30_000}


def test_rounding_over_all_payments():
    """Two cents in thirds, three times: 1 1 0 each time drifts, cumulative gives everybody two."""
    thirds = flat(rounding='rounding = "cumulative"').replace(
        'inventors = "60 %", university = "40 %"',
        'inventors = "1/3", university = "1/3", office = "1/3"',
    )
    policy = parse_policy(thirds)
    apart = parse_policy(thirds.replace("cumulative", "largest_remainder"))
    totals, drifted = dict.fromkeys(NAMES, 0), dict.fromkeys(NAMES, 0)
    event = Event(gross=2)
    for _ in range(300):
        result = run(policy, event)
        for party in totals:
            totals[party] += result.parties[party]
            drifted[party] += run(apart, Event(gross=2)).parties[party]
        event = after(result)
    assert totals == dict.fromkeys(totals, 200)
    assert drifted == {"inventors": 300, "university": 300, "office": 0}


def test_persons_are_rounded_over_all_payments_too():
    policy = parse_policy(
        flat(rounding='rounding = "cumulative"')
        .replace("60 %", "100 %")
        .replace(', university = "40 %"', "")
    )
    people = tuple(Person(name, name) for name in "abc")
    event, paid = Event(gross=1, people=people), dict.fromkeys("abc", 0)
    for _ in range(9):
        result = run(policy, event)
        for part in result.parts:
            paid[part.person.id] += part.paid
        event = after(result)
    assert paid == {"a": 3, "b": 3, "c": 3}


@pytest.mark.parametrize(
    ("currency", "gross"), [("JPY", 10_001), ("KWD", 10_001), ("USD", 1), ("USD", 10**14)]
)
def test_currencies_of_no_and_three_decimals_a_cent_and_a_billion(currency, gross):
    """One cent to seven people, and 1,000,000,000,000.00: nothing is lost and nobody is below zero."""
    seven = tuple(Person(str(n), str(n)) for n in range(7))
    policy = parse_policy(SMALL.replace("USD", currency).replace("1,000.00", "1,000"))
    result = run(policy, Event(gross=gross, people=seven, currency=currency))
    assert sum(result.parties.values()) == gross
    assert sum(part.paid for part in result.parts) == result.parties["inventors"]
    assert min(part.paid for part in result.parts) >= 0


def test_a_refund_larger_than_ever_received():
    with pytest.raises(UserError, match="larger than everything received"):
        run(parse_policy(SMALL), Event(gross=-100, positions={"shares": Fraction(10)}))


REFUSED = [
    ('rate = "15 %"', 'rate = "15 %"\nfrom = 2026-02-01\nuntil = 2026-01-01', "before it begins"),
    ('rate = "15 %"', 'rate = "15 %"\nadvance = true', r"step.fee.advance: An advance needs a cap"),
    ('rate = "15 %"', 'rate = "15 %"\nlimit = "120 %"', "a limit is at most"),
    ('rate = "15 %"', 'rate = "15 %"\nbase = "shares"', r"step.fee.base: “shares” is not known"),
    ('rate = "15 %"', 'rate = "-5 %"', "is not a share"),
    ('recipient = "office"', 'recipient = "dean"', r"step.fee.recipient: “dean” is not a party"),
    ('currency = "USD"', 'currency = "USD"\nunit = "country"', "“country” is not one of"),
    ('currency = "USD"', 'currency = "DOLLAR"', "DOLLAR"),
    (
        'label = "Shares"',
        'label = "Shares"\nindex = [{ until = 2020-01-01, factor = "1.1" }]',
        "No index holds from 2020-01-02",
    ),
    (
        'label = "Shares"',
        ('label = "Shares"\nindex = [{ until = 2020-01-01, factor = "1" }, { until = 2019-01-01, '
        'factor = "2" }, { factor = "3" }]'),
        r"step.shares.index.1: Index 1 does not end before",
    ),
    (
        'label = "Shares"',
        'label = "Shares"\nsmall = { shares = { office = "1" } }',
        "below which amount",
    ),
    (
        'disclaimed_to = "university"',
        ('reverts_to = "university"\ncap = { amount = "1", overflow = "university" }\n\n'
        '[[party]]\nid = "x"\nlabel = "X"\nreverts_to = "inventors"\n'
        'cap = { amount = "1", overflow = "x2" }\n\n'
        '[[party]]\nid = "x2"\nlabel = "X2"\nreverts_to = "x"'),
        "comes back to it",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), REFUSED, ids=[each[2] for each in REFUSED])
def test_a_wrong_step_is_refused_in_words(old, new, words):
    with pytest.raises(UserError, match=words):
        parse_policy(changed(old, new))


def test_a_refused_file_names_itself_and_every_place(tmp_path):
    path = tmp_path / "ours.toml"
    path.write_text(
        changed('inventors = "1/3"', 'inventors = "90 %", office = "20 %"').replace(
            'up_to = "1,000.00"', 'from = "10.00"\nup_to = "1,000.00"'
        ),
        encoding="utf-8",
    )
    with pytest.raises(Problems) as refused:
        read_policy(path)
    sentences = [str(each) for each in refused.value.problems]
    assert [each.startswith("ours.toml: step.shares.tier.") for each in sentences] == [True, True]
    assert "gap before tier 1" in sentences[0]


def test_slices_of_exact_parts():
    tiers = (Tier((), 100), Tier(()))
    cut = slices(tiers, Fraction(0), Fraction(301, 2))
    assert [each.amount for each in cut] == [100, Fraction(101, 2)]
