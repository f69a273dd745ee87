"""What decides a distribution besides the policy, through real runs: selectors, choices, routes, counts."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import OWN_ORGANISATION_ID
from action_examples.parts_money import (
    a_department,
    a_licence,
    a_policy,
    a_receipt,
    a_run,
    an_expense,
    an_invention,
    posted,
)

from techmgr.core.errors import UserError
from techmgr.core.shares import share_out
from techmgr.disclosure.actions_shares import SetShares, SignShares, set_shares, sign_shares
from techmgr.disclosure.shares import PersonShare
from techmgr.people.actions import Affiliate, affiliate
from techmgr.royalty.actions import RunRequest, reverse_run
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
from techmgr.royalty.policies import policy_text
from techmgr.royalty.queries import (
    events_of,
    explanation_of,
    payees_of_run,
    shares_of_run,
)
from techmgr.royalty.queries_policies import versions

from .policies import SMALL

TODAY, AUGUST = date(2026, 9, 14), date(2026, 8, 31)


def parties(office, run_id) -> dict[str, int]:
    found: dict[str, int] = {}
    for share in office.read(shares_of_run, run_id):
        found[share.party] = found.get(share.party, 0) + share.amount.minor
    return found


def paid(office, run_id) -> dict[str, int]:
    return {row.name: row.amount.minor for row in office.read(payees_of_run, run_id)}


def adopt(office, name, start=date(1950, 1, 1), until=None, **changes):
    """Adopt a shipped version by its own name, with passages changed."""
    text = policy_text(name, TODAY)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return office.act(adopt_policy, AdoptPolicy(start, text=text, valid_until=until)).result


def test_the_bracket_of_a_year_goes_on_over_new_year(office):
    """NIH-6: the bracket is of the federal year, the personal cap of the calendar year."""
    a_policy(office, "nih")
    case = an_invention(office)
    licence = a_licence(office, case, signed=date(2026, 7, 20))
    for day in (date(2025, 11, 3), date(2026, 2, 2), date(2026, 5, 4)):
        a_receipt(office, "15,000.00", case, source=licence, on=day)
    first = posted(office, date(2026, 3, 31))
    a_receipt(office, "15,000.00", case, source=licence, on=date(2026, 7, 3))
    second = posted(office, AUGUST)
    assert parties(office, first.id)["inventors"] == 6_200_00
    assert parties(office, second.id)["inventors"] == 5_500_00


def test_thresholds_in_another_currency_are_left_out_with_the_reason(office):
    a_policy(office, "cambridge", date(1990, 1, 1))
    a_receipt(office, "100,000.00", an_invention(office), on=date(2014, 6, 1))
    with pytest.raises(UserError, match="convert it first"):
        a_run(office)


@pytest.fixture
def pounds(office):
    """An office whose money is in pounds, under Cambridge's policy."""
    text = policy_text("cambridge", TODAY).replace('currency = "GBP"', 'currency = "USD"')
    office.act(adopt_policy, AdoptPolicy(date(1990, 1, 1), text=text))
    return office


def test_cam_4_through_two_runs(pounds):
    case = an_invention(pounds)
    a_receipt(pounds, "100,000.00", case, on=date(2014, 6, 1))
    posted(pounds, date(2015, 1, 1))
    a_receipt(pounds, "50,000.00", case, on=date(2019, 6, 1))
    assert parties(pounds, posted(pounds).id)["inventors"] == 41_087_38


def test_a_cap_on_a_person_counts_all_cases_of_the_year(office):
    """NIH-5: 140,000 had in one case, 13,350 more in another: 10,000 are paid, 3,350 go on."""
    a_policy(office, "nih")
    one = an_invention(office)
    a_receipt(office, "573,200.00", one, source=a_licence(office, one), on=date(2026, 8, 3))
    first = posted(office, date(2026, 8, 4))
    assert paid(office, first.id)["Yuki Tanaka"] == 140_000_00
    two = an_invention(office, ())
    same_person(office, two, 2)
    a_receipt(office, "66,600.00", two, source=a_licence(office, two))
    second = posted(office)
    assert parties(office, second.id) == {"inventors": 10_000_00, "laboratory": 56_600_00}
    with pytest.raises(UserError, match="reverse it first"):
        office.act(reverse_run, RunRequest(first.id, reason="A mistake"))


def same_person(office, case_id, person_id):
    shares = (PersonShare(person_id, Fraction(1)),)
    plan = office.act(set_shares, SetShares(case_id, date(2026, 7, 17), shares)).result
    office.act(sign_shares, SignShares(plan, date(2026, 8, 3)))


def california(office):
    """Both versions of the University of California; a case of two equal inventors disclosed in 1999."""
    adopt(office, "uc-old", date(1963, 1, 1), date(1997, 9, 30))
    adopt(office, "university-of-california", date(1997, 10, 1))
    case = an_invention(office, ("1/2", "1/2"))
    for person, hired in ((2, date(1985, 9, 1)), (3, date(1995, 9, 1))):
        place = Affiliate(person, OWN_ORGANISATION_ID, "professor", hired)
        office.act(affiliate, place)
    return case


def test_two_inventors_of_a_case_under_two_policies(office):
    """Each half of UC-1 and UC-2: the one who elected the old policy has 6,250, the other 7,000."""
    case = california(office)
    office.act(elect_policy, ElectPolicy(2, "old", date(1999, 1, 1)))
    an_expense(office, "60,000.00", case)
    a_receipt(office, "100,000.00", case)
    run = posted(office)
    assert [e.expenses.minor for e in office.read(events_of, run.id)] == [30_000_00, 30_000_00]
    persons = {s.payee_name: s.amount.minor for s in office.read(shares_of_run, run.id)}
    assert persons["Yuki Tanaka"] == 6_250_00
    assert persons["Omar El-Sayed"] == 7_000_00
    assert sum(parties(office, run.id).values()) == 100_000_00


def test_who_was_hired_later_cannot_elect_the_old_policy(office):
    case = california(office)
    office.act(elect_policy, ElectPolicy(3, "old", date(1999, 1, 1)))
    a_receipt(office, "100,000.00", case)
    run = posted(office)
    assert parties(office, run.id)["inventors"] == 35_000_00
    assert len(office.read(events_of, run.id)) == 1


def test_an_election_is_made_once(office):
    california(office)
    office.act(elect_policy, ElectPolicy(2, "old", date(1999, 1, 1)))
    with pytest.raises(UserError, match="made once"):
        office.act(elect_policy, ElectPolicy(2, "old", date(2000, 1, 1)))
    with pytest.raises(UserError, match="There are: old"):
        office.act(elect_policy, ElectPolicy(3, "new", date(2000, 1, 1)))


@pytest.mark.parametrize(
    ("by", "office_fee"),
    [("disclosed", 10_00), ("reported", 10_00), ("signed", 20_00), ("received", 20_00)],
)
def test_each_date_selects_a_version(office, by, office_fee):
    """The new version holds from 1 August: disclosed on 17 July, signed on 3, received on 20 August."""
    old, new = versioned("10 %", by), versioned("20 %", by)
    office.act(adopt_policy, AdoptPolicy(date(2020, 1, 1), text=old))
    office.act(adopt_policy, AdoptPolicy(date(2026, 8, 1), text=new))
    case = an_invention(office)
    a_receipt(office, "100.00", case, source=a_licence(office, case))
    assert parties(office, posted(office).id)["office"] == office_fee


def versioned(rate, by):
    return SMALL.replace("15 %", rate).replace(
        'currency = "USD"', f'currency = "USD"\nselector = {{ by = "{by}" }}'
    )


def test_a_share_is_chosen_for_a_case(office):
    """UT-2: 30 % of 200,000.00 for the creators of this case; another day 50 % again."""
    a_policy(office, "texas")
    case = an_invention(office)
    an_expense(office, "50,000.00", case)
    why = "Agreed with the creators"
    start = date(2026, 1, 1)
    with pytest.raises(UserError, match=r"choose 30.% to 50.%"):
        office.act(choose_share, ChooseShare(case, "texas", "creators", Fraction(1, 4), start, why))
    low = ChooseShare(case, "texas", "creators", Fraction(3, 10), start, why)
    office.act(choose_share, low)
    a_receipt(office, "250,000.00", case)
    assert parties(office, posted(office).id) == {
        "costs": 50_000_00,
        "creators": 60_000_00,
        "institution": 140_000_00,
    }


def test_a_waived_part_goes_where_the_policy_says(office):
    """UT-4: the institution has 140,000 + 30,000; the other creator's part does not grow."""
    a_policy(office, "texas")
    case = an_invention(office, ("1/2", "1/2"))
    low = ChooseShare(case, "texas", "creators", Fraction(3, 10), date(2026, 1, 1), "Agreed")
    office.act(choose_share, low)
    office.act(route_part, RoutePart(3, "disclaimed", date(2026, 1, 1), "Signed", case_id=case))
    a_receipt(office, "200,000.00", case)
    run = posted(office)
    assert paid(office, run.id) == {"Yuki Tanaka": 30_000_00, "Institution": 170_000_00}


def test_a_redirected_part_is_paid_to_the_unit_and_an_estate_inherits(office):
    a_policy(office)
    unit = a_department(office)
    case = an_invention(office, ("1/2", "1/2"), department_id=unit)
    other = an_invention(office)
    start = date(2026, 1, 1)
    office.act(route_part, RoutePart(2, "redirected", start, "Own wish", f"organisation:{unit}"))
    office.act(route_part, RoutePart(3, "estate", start, "Died in May", "person:4", case))
    a_receipt(office, "100,000.00", case)
    run = posted(office)
    shares = [s for s in office.read(shares_of_run, run.id) if s.party == "inventors"]
    assert [s.payee for s in shares] == [f"organisation:{unit}", "person:4"]
    assert other


def test_several_departments_share_a_part_and_a_gone_one_reverts(office):
    a_policy(office)
    one, two = a_department(office), a_department(office)
    case = an_invention(office, department_id=one)
    shares = ((one, Fraction(2, 3)), (two, Fraction(1, 3)))
    office.act(share_part, SharePart(case, "department", date(2026, 1, 1), shares))
    a_receipt(office, "500,000.00", case)
    run = posted(office)
    parts = [s for s in office.read(shares_of_run, run.id) if s.party == "department"]
    whole = parties(office, run.id)["department"]
    wanted = share_out(whole, [Fraction(2, 3), Fraction(1, 3)])
    assert [s.amount.minor for s in parts] == wanted
    assert [s.payee for s in parts] == [f"organisation:{one}", f"organisation:{two}"]
    with pytest.raises(UserError, match="must make exactly"):
        office.act(
            share_part,
            SharePart(case, "department", date(2026, 2, 1), ((one, Fraction(1, 2)),)),
        )


def test_a_used_policy_is_never_changed(office):
    """What is edited after use becomes a version of its own; the posted run says the same for ever."""
    first = a_policy(office, "texas")
    case = an_invention(office)
    a_receipt(office, "100,000.00", case)
    run = posted(office)
    event = office.read(events_of, run.id)[0]
    tree = office.read(explanation_of, event.id)
    changed = policy_text("texas", TODAY).replace('creators = "50 %"', 'creators = "40 %"')
    with pytest.raises(UserError, match="have used this version"):
        office.act(edit_policy, EditPolicy(first, changed, date(2020, 1, 1)))
    with pytest.raises(UserError, match="it stays"):
        office.act(remove_policy, RemovePolicy(first))
    second = office.act(edit_policy, EditPolicy(first, changed, date(2026, 9, 1))).result
    rows = {row.id: row for row in office.read(versions)}
    assert rows[first].valid_until == AUGUST
    assert (rows[first].events, rows[second].events) == (1, 0)
    assert office.read(explanation_of, event.id) == tree
    a_receipt(office, "100,000.00", case, on=date(2026, 9, 2))
    assert parties(office, posted(office, TODAY).id)["creators"] == 40_000_00
