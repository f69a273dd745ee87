"""Co-owners with exact shares that make one, title and its offer to a funder."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import a_case, an_organisation
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.technology.actions_owners import (
    AnswerTitle,
    HoldTitle,
    OfferTitle,
    SetCoOwners,
    answer_title,
    hold_title,
    offer_title,
    set_co_owners,
)
from techmgr.technology.owners import OwnerShare, own_share, wrong_with
from techmgr.technology.queries import (
    co_owners_of,
    happenings_of,
    owners_on,
    title_of,
    title_offers_of,
)

THIRD = Fraction(1, 3)
DAY = date(2026, 9, 1)


def set_owners(office, case, own, *owners, from_day=DAY):
    office.act(set_co_owners, SetCoOwners(case.id, None, from_day, own, owners))


@given(st.lists(st.integers(1, 1_000), min_size=1, max_size=6))
def test_own_and_others_make_one(parts):
    whole = sum(parts) + 7
    others = [OwnerShare(place, Fraction(part, whole)) for place, part in enumerate(parts)]
    own = own_share([each.share for each in others])
    assert wrong_with(own, others) == []
    assert wrong_with(own + Fraction(1, 10**12), others) != []


@pytest.mark.parametrize(
    ("own", "others", "said"),
    [
        (
            Fraction(66, 100),
            [OwnerShare(1, Fraction(33, 100))],
            "make 99\u202f%. They must make exactly 100 %",
        ),
        (THIRD, [OwnerShare(1, THIRD), OwnerShare(1, THIRD)], "twice"),
        (Fraction(1), [OwnerShare(1, Fraction(0))], "more than 0"),
        (Fraction(-1), [OwnerShare(1, Fraction(2))], "more than 0"),
    ],
)
def test_shares_that_do_not_make_one_are_refused(own, others, said):
    assert any(said in str(problem) for problem in wrong_with(own, others))


def test_owners_hold_from_their_day_on(office):
    case, partner = a_case(office), an_organisation(office)
    set_owners(office, case, 2 * THIRD, OwnerShare(partner, THIRD))
    set_owners(office, case, Fraction(1), from_day=date(2026, 9, 10))
    assert office.read(owners_on, case.id, date(2026, 8, 31)) == (Fraction(1), [])
    own, (row,) = office.read(owners_on, case.id, date(2026, 9, 9))
    assert (own, row.organisation, row.share, row.until_day) == (
        2 * THIRD,
        "Norrland Sensor AB",
        THIRD,
        date(2026, 9, 9),
    )
    assert office.read(owners_on, case.id, date(2026, 9, 10)) == (Fraction(1), [])
    told = [str(each.text) for each in office.read(happenings_of, case.id)]
    assert "Owned by us 2/3, by Norrland Sensor AB 1/3" in told
    assert "Owned by us alone" in told


def test_the_same_day_replaces_and_an_earlier_day_is_refused(office):
    case, partner = a_case(office), an_organisation(office)
    set_owners(office, case, 2 * THIRD, OwnerShare(partner, THIRD))
    set_owners(office, case, THIRD, OwnerShare(partner, 2 * THIRD))
    (row,) = office.read(co_owners_of, case.id)
    assert row.share == 2 * THIRD
    with pytest.raises(UserError, match="from 2026-09-01 on are recorded"):
        set_owners(office, case, Fraction(1), from_day=date(2026, 8, 1))
    with pytest.raises(UserError, match="100 %"):
        set_owners(office, case, THIRD, OwnerShare(partner, THIRD))


def test_title_is_offered_once_and_taken(office):
    case, agency = a_case(office), an_organisation(office, "National agency", "agency")
    offer = office.act(offer_title, OfferTitle(case.id, agency, DAY)).result
    with pytest.raises(UserError, match="offered there already"):
        office.act(offer_title, OfferTitle(case.id, agency))
    with pytest.raises(UserError, match="before the offer"):
        office.act(answer_title, AnswerTitle(offer, "taken", date(2026, 8, 1)))
    office.act(answer_title, AnswerTitle(offer, "taken"))
    with pytest.raises(UserError, match="its answer already"):
        office.act(answer_title, AnswerTitle(offer, "waived"))
    (row,) = office.read(title_offers_of, case.id)
    assert (row.offered_to, row.answer, row.answered_on) == (
        "National agency",
        "taken",
        office.today,
    )
    assert [held.holder for held in office.read(title_of, case.id)] == ["National agency"]


def test_title_left_to_us_changes_no_holder(office):
    case, agency = a_case(office), an_organisation(office, "National agency", "agency")
    office.act(hold_title, HoldTitle(case.id, 1, DAY))
    offer = office.act(offer_title, OfferTitle(case.id, agency, DAY)).result
    office.act(answer_title, AnswerTitle(offer, "waived"))
    assert [held.holder for held in office.read(title_of, case.id)] == ["Halden University"]
    office.act(hold_title, HoldTitle(case.id, agency, DAY))
    assert [held.holder for held in office.read(title_of, case.id)] == ["National agency"]
