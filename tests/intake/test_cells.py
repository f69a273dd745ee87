"""Rules put a cell in order visibly; what is not understood becomes a question."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.intake import normalising
from techmgr.intake.cells import cell_reader
from techmgr.intake.fields import Field, Kind, folded, plain
from techmgr.intake.normalising import (
    ALWAYS,
    APPLICATION_NUMBER,
    NO_DAY,
    PATENT_NUMBER,
    WEB_SIGNS,
    Rule,
    normalised,
)

RULES = [each for each in vars(normalising).values() if isinstance(each, Rule)]


def cell(text, kind=Kind.TEXT, **more):
    return cell_reader(Field("x", say("Field"), kind, **more), None)(text)


@pytest.mark.parametrize(
    ("text", "rules", "after", "names"),
    [
        ("  KSC-1  ", ALWAYS, "KSC-1", ["spaces"]),
        ("a\u00a0 b\n\n  c ", ALWAYS, "a b\n\nc", ["spaces"]),
        ("plain text", ALWAYS, "plain text", []),
        (" n/a ", ALWAYS, "", ["spaces", "nothing"]),
        ("—", ALWAYS, "", ["nothing"]),
        ("one_x000D_\ntwo", ALWAYS, "one\ntwo", ["excel-line-ends"]),
        ("0", PATENT_NUMBER, "", ["zero-is-none"]),
        ("8,424,941", PATENT_NUMBER, "8424941", ["patent-commas"]),
        ("RE43,880", PATENT_NUMBER, "RE43880", ["patent-commas"]),
        ("/0", APPLICATION_NUMBER, "", ["no-application"]),
        ("/", APPLICATION_NUMBER, "", ["no-application"]),
        ("14/ 033725", APPLICATION_NUMBER, "14/033,725", ["serial-number"]),
        ("12/45,970", APPLICATION_NUMBER, "12/45,970", []),
        ("0000-00-00", (NO_DAY,), "", ["no-day"]),
        ("00/00/0000", (NO_DAY,), "", ["no-day"]),
        ("0202-01-01", (NO_DAY,), "0202-01-01", []),
        ("A &amp;amp; B&nbsp;C", (WEB_SIGNS,), "A & B C", ["web-signs"]),
    ],
)
def test_a_rule_shows_what_it_did(text, rules, after, names):
    result, applied = normalised(text, rules)
    assert result == after
    assert [each.rule.id for each in applied] == names
    assert all(each.before != each.after for each in applied)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@given(text=st.text() | st.from_regex(r"[\d/, &;amp\-\n]{0,9}", fullmatch=True))
def test_a_rule_twice_is_the_rule_once(rule, text):
    once = rule.apply(text)
    assert rule.apply(once) == once


def test_every_rule_says_what_it_does():
    assert len({each.id for each in RULES}) == len(RULES) > 8
    assert all(str(each.sentence).endswith(".") for each in RULES)


STATES = {"Issued": "granted", "In force": "granted", "Application": "filed"}


def test_a_choice_forgives_capitals_and_asks_about_the_unknown():
    assert cell("  ISSUED ", Kind.CHOICE, choices=STATES).value == "granted"
    asked = cell("GM", Kind.CHOICE, choices=STATES)
    assert asked.value is None
    assert str(asked.question) == (
        "“GM” is not a known Field: it must be one of Issued, In force, Application, "
        "or be added to the list."
    )


def test_a_reference_that_is_not_known_is_a_question():
    assert cell("ames", Kind.REFERENCE, choices={"Ames": 7}).value == 7
    assert str(cell("Wallops", Kind.REFERENCE, choices={"Ames": 7}).question) == (
        "“Wallops” is not known here."
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", 7), ("1,234", 1234), ("\u22125", -5), ("1,234.50", Decimal("1234.50")), ("1,5", None)],
)
def test_numbers(text, value):
    assert cell(text, Kind.NUMBER).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", Money(123450, "USD")),
        ("$ 1234", Money(123400, "USD")),
        ("(12.00)", Money(-1200, "USD")),
        ("-12", Money(-1200, "USD")),
        ("JPY 1200", Money(1200, "JPY")),
        ("1,200.00 EUR", Money(120000, "EUR")),
        ("£5", Money(500, "GBP")),
        ("1,50", None),
        ("1.234,50", None),
        ("1.005", None),
        ("many", None),
        ("XXXX 12", None),
    ],
)
def test_amounts_are_exact_or_questions(text, value):
    read = cell(text, Kind.MONEY, currency="USD")
    assert read.value == value
    assert (read.question is None) == (value is not None)


def test_an_amount_without_a_currency_is_a_question():
    assert "has no currency" in str(cell("12", Kind.MONEY).question)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("60 + 30", (("", Fraction(3, 5)), ("", Fraction(3, 10)))),
        (
            "Ada Okafor 60 %; Tom Reed 40 %",
            (("Ada Okafor", Fraction(3, 5)), ("Tom Reed", Fraction(2, 5))),
        ),
        ("Ada (1/3); Tom: 2/3", (("Ada", Fraction(1, 3)), ("Tom", Fraction(2, 3)))),
        ("Ada 0.5; Tom 0.5", (("Ada", Fraction(1, 2)), ("Tom", Fraction(1, 2)))),
        ("98 + 1 + 1", (("", Fraction(98, 100)), ("", Fraction(1, 100)), ("", Fraction(1, 100)))),
        ("王伟；李娜", (("王伟", None), ("李娜", None))),
        ("Ada 60 %; Tom", None),
    ],
)
def test_shares_of_several_people(text, value):
    assert cell(text, Kind.SHARES).value == value


def test_one_share():
    assert cell("33.34 %", Kind.SHARE).value == Fraction(3334, 10000)
    assert "is not a share" in str(cell("most", Kind.SHARE).question)


def test_folding_and_plain_texts():
    assert folded("  KSC-1 \u3000Ａ ") == folded("ksc-1 a")
    assert folded(7) == 7
    assert plain(Money(5, "USD")) == "0.05 USD"
    assert plain(((("Ada"), Fraction(1, 3)),)) == "Ada 1/3"
    assert plain(None) is None
    with pytest.raises(TypeError):
        plain(object())
