"""The book of rules: what is wrong in a rule is said in words, and every shipped rule computes."""

from datetime import date

import pytest

from techmgr.core.errors import Problems, UserError
from techmgr.docket.compute import all_due
from techmgr.docket.events import Event
from techmgr.docket.rulebook import no_rules_for, read_rulebook, rules_in, texts_of, with_rules
from techmgr.docket.rules import DEADLINE, Rulebook

EVENTS = """
event = [{ kind = "filed", title = "Filed" }, { kind = "granted", title = "Granted" }]
"""
RULE = """
[[rule]]
code = "x"
title = "X"
trigger = "filed"
citation = "Law"
"""


def read(text: str) -> Rulebook:
    return read_rulebook({"own.toml": EVENTS + text}, ["us", "weekends"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (RULE, "one period is needed"),
        (RULE + "months = 3\ndays = 4", "only one period"),
        (RULE + 'months = "three"', "no count for a period"),
        (RULE + "months = true", "no count for a period"),
        (RULE + "months = 3\nperiod = 4", "“period” is not an entry of a rule"),
        (RULE + 'months = 3\ncalendar = "mars"', "no calendar “mars”"),
        (RULE + 'months = 3\nroll = "sideways"', "sideways"),
        (RULE + 'months = 3\nmet_by = "paid"', "“paid” is not a kind of event"),
        (RULE + 'months = 3\nfrom = "deadline:y"', "the rule “y”, which does not exist"),
        (RULE + 'months = 3\ndelivery = "owl"', "no way of delivery “owl”"),
        (RULE + 'months = 3\nvalid = { from = "2024" }', "is not a date"),
        (RULE + "months = 3\nwhen = { entity = { small = 1 } }", "says nothing"),
        (RULE.replace('trigger = "filed"', "") + "months = 3", "“trigger” is missing"),
        (RULE.replace('"filed"', '"fled"') + "months = 3", "“fled” is not a kind of event"),
        (RULE.replace('citation = "Law"', "") + "months = 3", "“citation” is missing"),
        (RULE + "months = 3" + RULE + "months = 4", "two versions that are valid"),
        (RULE.replace('"X"', '"X {number}"') + "months = 3", "no braces but those of a number"),
        (RULE.replace('"X"', '"X {x.y}"') + "months = 3", "no braces but those of a number"),
        ("[[rule]", "own.toml cannot be read"),
    ],
)
def test_a_wrong_rule_is_refused_in_words(text, words):
    with pytest.raises(UserError) as refused:
        read(text)
    assert words in str(refused.value)


def test_everything_wrong_is_said_at_once():
    with pytest.raises(Problems) as refused:
        read(RULE + RULE.replace('"x"', '"y"'))
    assert [problem.field for problem in refused.value.problems] == ["x", "y"]


def test_a_loop_is_refused_with_its_way():
    one = RULE + 'months = 3\nfrom = "deadline:y"'
    other = RULE.replace('"x"', '"y"') + 'months = 3\nfrom = "deadline:x"'
    with pytest.raises(UserError, match=r"loop: (x → y → x|y → x → y)"):
        read(one + other)
    with pytest.raises(UserError, match="loop: x → x"):
        read(RULE + 'months = 3\nfrom = "deadline:x"')


def test_versions_may_follow_each_other():
    old = RULE + "months = 10\nvalid = { to = 2023-10-31 }"
    new = RULE + "months = 12\nvalid = { from = 2023-11-01 }"
    book = read(old + new)
    assert book.rule("x").valid_from == date(2023, 11, 1)
    with pytest.raises(KeyError):
        book.rule("y")


def test_an_office_replaces_a_rule_by_its_own(book, calendars):
    own = rules_in("own.toml", RULE.replace('"x"', '"us.issue_fee"') + "months = 1")
    changed = with_rules(book, own, calendars)
    assert changed.rule("us.issue_fee").title == "X"
    assert len(changed.rules) == len(book.rules)


def test_an_own_rule_is_checked_against_the_book(book, calendars):
    with pytest.raises(UserError, match="“fled” is not a kind of event"):
        with_rules(
            book, rules_in("own.toml", RULE.replace('"filed"', '"fled"') + "days = 1"), calendars
        )
    with pytest.raises(UserError, match="one period is needed"):
        rules_in("own.toml", RULE)


def test_a_country_without_rules_is_said(book):
    assert "no deadline rules for BR" in str(no_rules_for(book, "BR"))
    assert no_rules_for(book, "US") is None


def test_rules_stand_after_those_they_build_on(book):
    seen = set()
    for rule in book.rules:
        assert set(rule.builds_on) <= seen
        seen.add(rule.code)


def test_every_shipped_rule_computes(book, calendars):
    """Each rule, given its events and facts that fulfil its conditions, yields a deadline."""
    silent = [rule.code for rule in book.rules if not computed(rule, book, calendars)]
    assert silent == []


def computed(rule, book, calendars) -> bool:
    start = rule.valid_from or rule.valid_to or date(2024, 2, 29)
    if rule.valid_by == "end":
        start = date(2016, 2, 29) if rule.valid_from is None else date(2017, 2, 28)
    kinds = {*rule.triggers, rule.only_after} - {""}
    kinds |= {arm.start for arm in rule.arms if not arm.start.startswith(DEADLINE)}
    facts = {"country": "US", "type": "utility"}
    for code in rule.builds_on:
        kinds |= set(book.rule(code).triggers)
    for condition in rule.when:
        if condition.one_of:
            facts[condition.fact] = min(condition.one_of)
        elif condition.first or condition.last:
            facts[condition.fact] = condition.last or condition.first
    events = [Event(kind, start) for kind in sorted(kinds)]
    return any(due.rule is rule for due in all_due(book, events, facts, calendars))


def test_every_rule_has_words_for_a_miss_or_is_an_agreement(book):
    """A hard date that law sets says what is left when it is missed, or that it is the end."""
    hard = [rule for rule in book.rules if rule.hard and rule.is_duty and rule.kind == "patent"]
    assert len([rule for rule in hard if rule.remedy]) > len(hard) / 2


def test_codes_of_the_patent_office_name_kinds_of_events(book):
    assert book.kind_of_code("MCTNF").code == "us.nonfinal"
    assert book.kind_of_code("M2552").code == "us.maintenance_paid"
    assert book.kind_of_code("DOCK") is None
    codes = [code for kind in book.kinds.values() for code in kind.office_codes]
    assert len(codes) == len(set(codes))


def test_every_text_of_the_rules_is_listed_once(book):
    texts = texts_of(book)
    assert len(texts) == len(set(texts))
    assert {"Pay issue fee", "Patent granted", "A provisional counts"} <= set(texts)
    assert all(rule.name.message in texts for rule in book.rules)
