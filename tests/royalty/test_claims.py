"""Reserves with release, third parties and partner institutions, through real runs on a file."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import an_organisation
from action_examples.parts_money import (
    a_licence,
    a_policy,
    a_receipt,
    an_expense,
    an_invention,
    posted,
)

from techmgr.core.errors import UserError
from techmgr.core.money import money
from techmgr.ledger.accounts import Account
from techmgr.ledger.actions import Reverse, reverse_expense, reverse_receipt
from techmgr.ledger.queries import trial_balance
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.royalty.actions import RunRequest, reverse_run
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
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.royalty.actions_routes import SharePart, share_part
from techmgr.royalty.paying import pay_run
from techmgr.royalty.policies import policy_text
from techmgr.royalty.queries import events_of, explanation_of, payees_of_run, shares_of_run
from techmgr.royalty.queries_claims import prior_claims
from techmgr.storage.check import findings
from techmgr.technology.actions_owners import OwnerShare, SetCoOwners, set_co_owners

FROM, AUGUST, SEPTEMBER = date(2026, 1, 1), date(2026, 8, 31), date(2026, 9, 14)


def parties(office, run_id) -> dict[str, int]:
    """What each party of the policy gets from a run, in minor units."""
    found: dict[str, int] = {}
    for share in office.read(shares_of_run, run_id):
        found[share.party] = found.get(share.party, 0) + share.amount.minor
    return found


def paid(office, run_id) -> dict[str, int]:
    return {row.name: row.amount.minor for row in office.read(payees_of_run, run_id)}


@pytest.fixture
def case_id(office):
    """A case of two inventors in equal parts, shares signed."""
    return an_invention(office, ("1/2", "1/2"))


def a_claim(office, case_id, what, amount=None, **more) -> int:
    if amount is not None:
        more["amount"] = money(amount, "USD")
    return office.act(
        enter_claim, EnterClaim(case_id, what, FROM, "Annuities of next year", "Budget", **more)
    ).result


def a_named(office, name) -> int:
    fields = OrganisationFields(name, "university")
    return office.act(register_organisation, RegisterOrganisation(fields)).result


def balance(office, account) -> int:
    """What an account holds on the credit side, in minor units."""
    rows = office.read(trial_balance, date(2027, 1, 1))
    return -sum(each.amount.minor for each in rows if each.account is account)


def sound(office) -> bool:
    """Tell whether the books sum to zero and the whole check of the file finds nothing."""
    rows = office.read(trial_balance, date(2027, 1, 1))
    assert sum(each.amount.minor for each in rows) == 0
    return office.read(lambda session: list(findings(session))) == []


def a_filled_reserve(office, case_id) -> int:
    """MIT-1: 100,000.00 came in, 15,000.00 fee, 20,000.00 costs, 5,000.00 reserved."""
    a_policy(office, "mit")
    an_expense(office, "20,000.00", case_id)
    claim = a_claim(office, case_id, "reserve", "5,000.00")
    a_receipt(office, "100,000.00", case_id, source=a_licence(office, case_id))
    return claim


def test_mit_1_and_1b_through_runs(office, case_id):
    """3,200.00 are paid from the reserve; 1,800.00 are shared 600.00 to 1,200.00, without a fee."""
    claim = a_filled_reserve(office, case_id)
    first = posted(office, AUGUST)
    assert parties(office, first.id) == {
        "office": 15_000_00,
        "costs": 20_000_00,
        "reserved": 5_000_00,
        "inventors": 20_000_00,
        "institute": 40_000_00,
    }
    assert balance(office, Account.RESERVE) == 5_000_00
    paid_for = an_expense(office, "3,200.00", case_id, on=date(2026, 9, 1))
    office.act(draw_reserve, DrawReserve(claim, paid_for.id))
    assert office.act(end_claim, EndClaim(claim, "The annuities are paid")).result == 1_800_00
    assert balance(office, Account.RESERVE) == 0
    second = posted(office, SEPTEMBER)
    assert parties(office, second.id) == {"inventors": 600_00, "institute": 1_200_00}
    tree = office.read(explanation_of, office.read(events_of, second.id)[0].id)
    assert [str(node.label) for node in tree.children] == [
        "Released from the reserve",
        "Net to share",
        "Adjusted royalty income",
    ]
    assert sound(office)


def test_undo_and_reversal_return_a_reserve(office, case_id):
    claim = a_filled_reserve(office, case_id)
    before = office.read(trial_balance, date(2027, 1, 1))
    first = posted(office, AUGUST)
    cost = an_expense(office, "3,200.00", case_id, on=date(2026, 9, 1))
    office.act(draw_reserve, DrawReserve(claim, cost.id))
    office.act(end_claim, EndClaim(claim, "Paid"))
    second = posted(office, SEPTEMBER)
    with pytest.raises(UserError, match="has shared what was released"):
        office.act(take_back_claim, TakeBackClaim(claim, "A mistake"))
    office.act(reverse_run, RunRequest(second.id, reason="A mistake"))
    with pytest.raises(UserError, match="has been used or released"):
        office.act(reverse_run, RunRequest(first.id, reason="A mistake"))
    assert office.act(take_back_claim, TakeBackClaim(claim, "A mistake")).result == 1_800_00
    assert office.act(take_back_claim, TakeBackClaim(claim, "A mistake")).result == 3_200_00
    assert balance(office, Account.RESERVE) == 5_000_00
    with pytest.raises(UserError, match="nothing to take back"):
        office.act(take_back_claim, TakeBackClaim(claim, "A mistake"))
    office.act(reverse_run, RunRequest(first.id, reason="A mistake"))
    assert balance(office, Account.RESERVE) == 0
    office.act(reverse_expense, Reverse(cost.id, SEPTEMBER, "A mistake"))
    after = office.read(trial_balance, date(2027, 1, 1))
    assert [e for e in after if e.amount.minor] == [e for e in before if e.amount.minor]
    assert sound(office)


def test_a_reserve_is_filled_by_what_is_left_and_goes_on_in_the_next_run(office, case_id):
    """MIT: 20,000.00 − 3,000.00 fee − 15,000.00 costs leave 2,000.00 of 5,000.00, then 3,000.00."""
    a_policy(office, "mit")
    an_expense(office, "15,000.00", case_id)
    a_claim(office, case_id, "reserve", "5,000.00")
    licence = a_licence(office, case_id)
    a_receipt(office, "20,000.00", case_id, source=licence)
    assert parties(office, posted(office, AUGUST).id)["reserved"] == 2_000_00
    a_receipt(office, "10,000.00", case_id, source=licence, on=date(2026, 9, 2))
    second = posted(office, SEPTEMBER)
    assert parties(office, second.id)["reserved"] == 3_000_00
    assert [row.held.minor for row in office.read(prior_claims)] == [5_000_00]
    assert sound(office)


def test_a_refund_takes_back_the_net_then_the_reserve_then_the_costs(office, case_id):
    a_filled_reserve(office, case_id)
    first = posted(office, AUGUST)
    office.act(reverse_receipt, Reverse(1, SEPTEMBER, "It bounced"))
    back = posted(office, SEPTEMBER)
    assert parties(office, back.id) == {k: -v for k, v in parties(office, first.id).items()}
    assert balance(office, Account.RESERVE) == 0
    assert sound(office)


def test_a_correction_leaves_a_released_reserve_alone(office, case_id):
    claim = a_filled_reserve(office, case_id)
    first = posted(office, AUGUST)
    office.act(end_claim, EndClaim(claim, "Nothing comes"))
    an_expense(office, "300.00", case_id)
    correction = office.act(correct_run, RunRequest(first.id, reason="A late bill")).result
    assert parties(office, correction.id) == {
        "costs": 300_00,
        "inventors": -100_00,
        "institute": -200_00,
    }


def test_a_sponsor_and_a_co_owner_are_paid_before_sharing(office, case_id):
    """Cambridge: of 10,000.00 a sponsor has 10 % and a co-owner 30 %; 6,000.00 are shared."""
    text = policy_text("cambridge", AUGUST).replace('currency = "GBP"', 'currency = "USD"')
    office.act(adopt_policy, AdoptPolicy(FROM, text=text))
    sponsor = a_named(office, "Sensor Foundation")
    a_claim(office, case_id, "third_parties", share=Fraction(1, 10), organisation_id=sponsor)
    owner = a_named(office, "Northern Institute")
    owners = (OwnerShare(owner, Fraction(3, 10)),)
    office.act(set_co_owners, SetCoOwners(case_id, None, FROM, Fraction(7, 10), owners))
    a_receipt(office, "10,000.00", case_id, source=a_licence(office, case_id))
    run = posted(office, AUGUST)
    event = office.read(events_of, run.id)[0]
    assert event.net.minor == 6_000_00
    got = paid(office, run.id)
    assert (got["Sensor Foundation"], got["Northern Institute"]) == (1_000_00, 3_000_00)
    office.act(pay_run, RunRequest(run.id))
    assert sound(office)


def test_iia_1_through_a_run(office, case_id):
    """Lead 30,000.00 + 20,000.00 + 84,000.00; other 10,000.00 + 56,000.00; then nothing is owed."""
    a_policy(office, "inter-institutional")
    other = a_named(office, "Other University")
    an_expense(office, "30,000.00", case_id)
    a_claim(office, case_id, "expenses", "10,000.00", organisation_id=other)
    office.act(share_part, SharePart(case_id, "other", FROM, ((other, Fraction(1)),)))
    licence = a_licence(office, case_id)
    a_receipt(office, "200,000.00", case_id, source=licence)
    run = posted(office, AUGUST)
    shares = office.read(shares_of_run, run.id)
    assert sorted((each.payee_name, each.amount.minor) for each in shares) == [
        ("Lead institution", 20_000_00),
        ("Lead institution", 30_000_00),
        ("Lead institution", 84_000_00),
        ("Other University", 10_000_00),
        ("Other University", 56_000_00),
    ]
    assert balance(office, Account.PATENT_COSTS) == 0
    a_receipt(office, "1,000.00", case_id, source=licence, on=date(2026, 9, 2))
    assert paid(office, posted(office, SEPTEMBER).id)["Other University"] == 360_00
    assert sound(office)


def test_iia_3_recovers_in_proportion_and_carries_the_rest(office, case_id):
    """24,000.00 of 40,000.00: 18,000.00 and 6,000.00; 12,000.00 and 4,000.00 stay owed."""
    a_policy(office, "inter-institutional-fee-after")
    other = a_named(office, "Other University")
    an_expense(office, "30,000.00", case_id)
    a_claim(office, case_id, "expenses", "10,000.00", organisation_id=other)
    a_receipt(office, "24,000.00", case_id, source=a_licence(office, case_id))
    run = posted(office, AUGUST)
    assert paid(office, run.id) == {"Other University": 6_000_00}
    assert balance(office, Account.PATENT_COSTS) == -12_000_00
    assert [row.taken.minor for row in office.read(prior_claims)] == [6_000_00]


def test_what_cannot_be_claimed_is_refused_in_words(office, case_id):
    with pytest.raises(UserError, match="one of the two"):
        a_claim(office, case_id, "reserve")
    with pytest.raises(UserError, match="Choose whose it is"):
        a_claim(office, case_id, "third_parties", "5.00")
    with pytest.raises(UserError, match="the office's own"):
        a_claim(office, case_id, "reserve", "5.00", organisation_id=an_organisation(office))
    with pytest.raises(UserError, match="more than zero"):
        a_claim(office, case_id, "reserve", "0.00")
    claim = a_claim(office, case_id, "reserve", "5.00")
    cost = an_expense(office, "3.00", case_id)
    with pytest.raises(UserError, match="holds nothing"):
        office.act(draw_reserve, DrawReserve(claim, cost.id))
