"""A policy written is read back equal."""

from dataclasses import replace
from fractions import Fraction

import pytest

from techmgr.royalty.policies import shipped
from techmgr.royalty.policy import Cap, Period, Share, Step, Tier
from techmgr.royalty.reading import parse_policy
from techmgr.royalty.writing import written_policy

from .policies import SMALL


@pytest.mark.parametrize("policy", shipped(), ids=lambda policy: policy.title)
def test_every_shipped_policy_comes_back(policy):
    assert parse_policy(written_policy(policy)) == policy


def test_everything_a_policy_can_say_comes_back():
    policy = parse_policy(SMALL)
    inventors = replace(
        policy.parties[0],
        label='Inventors "and" \\ others\n发明人',
        one_of=(Fraction(1, 3), Fraction(1, 2)),
        reverts_to="university",
        hold_below=1_050,
        cap=Cap(5_00, Period.CALENDAR_YEAR, "university", "§ 2"),
    )
    step = replace(
        policy.steps[0],
        floor=100,
        limit=Fraction(1, 10),
        base="balance",
        cap=Cap(7_00, overflow="office"),
    )
    fixed = Step("fixed", "Fixed", "office", amount=12_345)
    sharing = policy.steps[2]
    half = (Share("inventors", Fraction(1, 3), "1/3"), Share("university", None, "remainder"))
    some = replace(
        sharing,
        small=Tier(half, 500),
        tiers=(Tier(half, 100_000, 0), Tier(half)),
        measured="gross",
    )
    full = replace(
        policy,
        parties=(inventors, *policy.parties[1:]),
        steps=(step, fixed, policy.steps[1], some),
        residual="university",
        income=("royalty", "milestone"),
    )
    back = parse_policy(written_policy(full))
    assert written_policy(back) == written_policy(full)
    assert back.parties == full.parties
    assert back.steps[:3] == full.steps[:3]
    assert back.steps[3].small.up_to == 500
