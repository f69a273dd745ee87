"""The policy version a case falls under."""

from datetime import date

import pytest

from techmgr.core.errors import UserError
from techmgr.royalty.policies import shipped
from techmgr.royalty.selecting import Facts, select

TODAY = date(2026, 9, 14)


def named(name):
    return [policy for policy in shipped() if policy.name.startswith(name)]


def test_by_the_day_of_disclosure():
    for day, version in ((date(2023, 9, 30), "until 2023"), (date(2023, 10, 1), "2023")):
        facts = Facts(received=TODAY, disclosed=day)
        assert select(named("texas-austin"), facts).version == version


@pytest.mark.parametrize(
    ("disclosed", "hired", "elected", "version"),
    [
        (date(1996, 1, 1), date(1995, 1, 1), "", "1963"),
        (date(1999, 1, 1), date(1985, 1, 1), "old", "1963"),
        (date(1999, 1, 1), date(1985, 1, 1), "", "1997"),
        (date(1999, 1, 1), date(1995, 1, 1), "old", "1997"),
        (date(1999, 1, 1), None, "old", "1997"),
    ],
)
def test_an_inventor_hired_early_may_choose(disclosed, hired, elected, version):
    facts = Facts(received=TODAY, disclosed=disclosed, hired=hired, elected=elected)
    assert select(named("university-of-california"), facts).version == version


def test_a_version_for_the_income_type_goes_first():
    policies = named("stanford-equity") + [p for p in shipped() if p.name == "stanford"]
    assert select(policies, Facts(received=TODAY, income="equity")).name == "stanford-equity"
    assert select(policies, Facts(received=TODAY, income="royalty")).name == "stanford"


def test_nothing_or_too_much_is_refused():
    with pytest.raises(UserError, match="No policy is in force"):
        select([], Facts(received=TODAY))
    with pytest.raises(UserError, match="Several policies apply"):
        select(named("stanford-thirds") + named("mit"), Facts(received=TODAY))
    with pytest.raises(UserError, match="a date the case lacks"):
        select(named("texas-austin"), Facts(received=TODAY))
