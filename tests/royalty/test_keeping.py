"""A kept explanation comes back equal."""

from datetime import date

import pytest

from techmgr.royalty.event import Event, Owed
from techmgr.royalty.keeping import kept, restored
from techmgr.royalty.policies import shipped
from techmgr.royalty.pool import Person
from techmgr.royalty.waterfall import reverse, run


@pytest.mark.parametrize("policy", shipped(), ids=lambda policy: policy.title)
def test_every_kind_of_tree_comes_back(policy):
    # Only where the policy says who has a disclaimed share can somebody disclaim.
    can_disclaim = any(party.disclaimed_to for party in policy.parties)
    people = (Person("a", "Ann", had=15_000_000), Person("b", "陈伟", disclaims=can_disclaim))
    owed = (Owed("expenses", 3_000_000), Owed("expenses", 1_000_000, "x"), Owed("other", 5))
    result = run(policy, Event(gross=90_000_001, owed=owed, people=people, on=date(2020, 1, 1)))
    for tree in (result.tree, reverse(result).tree):
        assert restored(kept(tree)) == tree
