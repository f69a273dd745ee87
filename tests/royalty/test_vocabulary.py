"""Labels of the shipped policies can be translated."""

from techmgr.royalty.policies import shipped
from techmgr.royalty.vocabulary import LABELS


def test_every_label_of_a_shipped_policy_is_among_the_words():
    named = {each.label for policy in shipped() for each in (*policy.parties, *policy.steps)}
    uses = {party.use for policy in shipped() for party in policy.parties if party.use}
    assert {label.message for label in LABELS} == named | uses
