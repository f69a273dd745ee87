"""Checks note every problem beside its field."""

from datetime import date

import pytest

from techmgr.core.checks import Checks
from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import say


def test_nothing_wrong_raises_nothing():
    checks = Checks()
    assert checks.line("  two   words ", "title", say("Missing.")) == "two words"
    assert checks.text("two\nlines ", "text", say("Missing.")) == "two\nlines"
    assert checks.reason("why") == "why"
    assert checks.day(date(2026, 1, 1), "day") == date(2026, 1, 1)
    assert checks.day(None, "day") is None
    checks.period(date(2026, 1, 1), None)
    checks.refuse()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (lambda checks: checks.line(" ", "title", say("Missing.")), "title"),
        (lambda checks: checks.text("\n", "text", say("Missing.")), "text"),
        (lambda checks: checks.line("a\0b", "title"), "title"),
        (lambda checks: checks.line("a" * 1_001, "title"), "title"),
        (lambda checks: checks.reason(""), "reason"),
        (lambda checks: checks.day(date(202, 1, 1), "day"), "day"),
        (lambda checks: checks.day(None, "day", say("Missing.")), "day"),
        (lambda checks: checks.period(date(2026, 2, 1), date(2026, 1, 31)), "until_day"),
    ],
)
def test_each_problem_stands_beside_its_field(wrong, field):
    checks = Checks()
    wrong(checks)
    with pytest.raises(UserError) as refused:
        checks.refuse()
    assert refused.value.field == field


def test_all_problems_are_raised_together():
    checks = Checks()
    checks.line("", "title", say("Missing."))
    checks.reason("")
    with pytest.raises(Problems) as refused:
        checks.refuse()
    assert [each.field for each in refused.value.problems] == ["title", "reason"]
