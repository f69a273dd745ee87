"""Rules of the office's own: over shipped ones for a span of time, beside them, refused when wrong."""

from datetime import date

import pytest
from action_examples.docket import A_RULE, a_provisional, a_rule

from techmgr.core.errors import UserError
from techmgr.docket.actions_deadlines import MarkDone, mark_done
from techmgr.docket.actions_rules import (
    KeepRule,
    RemoveRule,
    TakeRules,
    keep_rule,
    remove_rule,
    take_rules,
)
from techmgr.docket.following import follow_record
from techmgr.docket.queries import DeadlineFilter, due_within
from techmgr.docket.queries_rules import (
    own_rules_file,
    rule_example,
    rule_versions,
    rules_file,
)
from techmgr.docket.queries_why import why_of
from techmgr.docket.recomputing import How
from techmgr.docket.rulebook import rules_in, with_rules

TODAY = date(2026, 9, 14)
CONVERSION = """
code = "us.conversion"
title = "File non-provisional, PCT or foreign"
trigger = "filed.provisional"
months = 11
when = { country = "US" }
valid = { from = 2025-01-01 }
met_by = ["filed", "filed.pct"]
ended_by = ["lapsed"]
citation = "Office rule: one month early"
calendar = "us"
kind = "patent"
"""


@pytest.fixture
def followed(office):
    """A provisional filed on 10 October 2025."""
    office.act(follow_record, a_provisional(office))
    return office


def rows(office):
    return {row.rule: row for row in office.read(due_within, DeadlineFilter(), TODAY)}


def refusal(office, text, **named) -> str:
    with pytest.raises(UserError) as refused:
        office.act(keep_rule, KeepRule(text, "Tried", **named))
    return str(refused.value)


def test_a_new_rule_sets_its_deadline_and_is_named_as_the_offices_own(followed):
    kept = followed.act(keep_rule, KeepRule(A_RULE, "As agreed")).result
    assert [(each.how, each.after) for each in kept.changes] == [(How.NEW, date(2026, 6, 10))]
    row = rows(followed)["own.translate"]
    assert (row.title, row.legal) == ("Ask for the translation", date(2026, 6, 10))
    why = followed.read(why_of, row.id, TODAY)
    assert "2025-10-10 + 8 months = 2026-06-10" in str(why.sentence)
    assert why.due.rule.own
    assert followed.read(due_within, DeadlineFilter(), TODAY)
    followed.undo_last()
    assert "own.translate" not in rows(followed)


def test_an_own_version_holds_for_its_span_and_what_moved_is_listed(followed):
    assert rows(followed)["us.conversion"].legal == date(2026, 10, 13)
    kept = followed.act(keep_rule, KeepRule(CONVERSION, "Earlier")).result
    (moved,) = [
        each for each in kept.changes if each.how is How.MOVED and "File non" in str(each.title)
    ]
    assert (moved.before, moved.after) == (date(2026, 10, 13), date(2026, 9, 10))
    assert rows(followed)["us.conversion"].citation == "Office rule: one month early"
    (own,) = [each for each in followed.read(rule_versions, TODAY) if each.is_own]
    followed.act(remove_rule, RemoveRule(own.own_id, own.version, "Too early"))
    assert rows(followed)["us.conversion"].legal == date(2026, 10, 13)


def test_the_shipped_version_stays_outside_the_span(book, calendars):
    (own,) = rules_in("", "[[rule]]" + CONVERSION)
    versions = [r for r in with_rules(book, [own], calendars).rules if r.code == "us.conversion"]
    spans = sorted((str(r.valid_from), str(r.valid_to), r.own) for r in versions)
    assert spans == [("2025-01-01", "None", True), ("None", "2024-12-31", False)]


def test_what_is_done_is_kept_though_the_rule_moves(followed):
    row = rows(followed)["us.conversion"]
    followed.act(mark_done, MarkDone(((row.id, row.version),), "Receipt", date(2026, 9, 13)))
    kept = followed.act(keep_rule, KeepRule(CONVERSION, "Earlier")).result
    assert How.KEPT in {each.how for each in kept.changes}
    why = followed.read(why_of, row.id, TODAY)
    assert (why.row.legal, why.differs) == (date(2026, 10, 13), date(2026, 9, 10))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('trigger = "filed.provisional"', 'trigger = "fled"'), "“fled” is not a kind of event"),
        (("months = 8", ""), "one period is needed"),
        (("months = 8", "months = 8\ndays = 3"), "only one period may stand here"),
        (("months = 8", "months = 8\nfoo = 1"), "“foo” is not an entry of a rule"),
        (("months = 8", "months = ["), "cannot be read"),
        (('citation = "Office rule of 2026"', ""), "“citation” is missing"),
        (("months = 8", 'months = 8\ncalendar = "mars"'), "there is no calendar “mars”"),
        (("months = 8", 'months = 8\nroll = "up"'), "“up” is none of forward, back, none"),
        (("months = 8", 'months = 8\nextensions = "two"'), "“extensions” must be a whole number"),
        (
            ("months = 8", 'months = 8\nfrom = "deadline:own.translate"'),
            "Rules go round in a loop: own.translate → own.translate",
        ),
        (("months = 8", 'months = 8\nfrom = "deadline:us.none"'), "which does not exist"),
    ],
)
def test_a_wrong_rule_is_refused_in_words_and_nothing_is_kept(office, change, words):
    assert words in refusal(office, A_RULE.replace(*change))
    assert not any(each.is_own for each in office.read(rule_versions, TODAY))


def test_two_versions_for_one_day_are_refused(office):
    a_rule(office)
    assert "two versions that are valid at the same time" in refusal(office, A_RULE)


def test_two_own_rules_that_build_on_each_other_are_a_loop(office):
    first = A_RULE.replace("months = 8", 'from = "deadline:us.conversion"\nmonths = 1')
    office.act(keep_rule, KeepRule(first, "One"))
    second = CONVERSION.replace("months = 11", 'from = "deadline:own.translate"\nmonths = -1')
    assert "Rules go round in a loop" in refusal(office, second)


def test_a_file_is_taken_whole_exported_and_taken_again(followed):
    text = "[[rule]]" + CONVERSION + "\n" + A_RULE
    kept = followed.act(take_rules, TakeRules("ours.toml", text, "From counsel")).result
    assert len(kept.rule_ids) == 2
    written = followed.read(own_rules_file)
    again = followed.act(take_rules, TakeRules("ours.toml", written, "Once more")).result
    assert set(again.rule_ids) == set(kept.rule_ids)
    assert again.changes == ()
    with pytest.raises(UserError, match="holds no rule"):
        followed.act(take_rules, TakeRules("empty.toml", "", "Tried"))


def test_every_shipped_version_is_listed_and_its_text_reads_as_the_same_rules(office, book):
    versions = office.read(rule_versions, TODAY)
    read = rules_in("all.toml", rules_file(versions))
    assert {(r.code, r.when, r.arms, r.valid_from) for r in read} == {
        (r.code, r.when, r.arms, r.valid_from) for r in book.rules
    }
    (annuity,) = [v for v in versions if v.code == "cn.annuity"]
    assert str(annuity.title) == "CN annuity, year 2–20"
    assert str(annuity.sentences[0]) == "12 months from “Application filed”."


def test_an_example_of_29_february_shows_the_arithmetic(office):
    texts = {each.code: each.text for each in office.read(rule_versions, TODAY)}
    shown = office.read(rule_example, texts["us.conversion"], date(2024, 2, 29), TODAY, None)
    (row,) = shown.rows
    assert row.legal == date(2025, 2, 28)
    assert "2024-02-29 + 12 months = 2025-02-28" in str(row.sentence)
    wrong = office.read(rule_example, "code = 1", date(2024, 2, 29), TODAY, None)
    assert wrong.rows == ()
    assert "is missing" in str(wrong.problem)


def test_every_rule_has_an_example(office):
    """Only rules with a date of validity that lies elsewhere give nothing for this day."""
    empty = []
    for each in office.read(rule_versions, TODAY):
        day = each.valid_from or each.valid_to or date(2024, 2, 29)
        shown = office.read(rule_example, each.text, day, TODAY, None)
        assert shown.problem is None, each.code
        empty += [] if shown.rows else [each.code]
    assert set(empty) == set()
