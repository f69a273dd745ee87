"""Money is exact, and refuses to mix."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor, show_money
from techmgr.core.money import (
    LARGEST,
    CurrencyMismatch,
    Money,
    decimals_of,
    money,
    percentage,
    total,
)

minors = st.integers(-LARGEST, LARGEST)
currencies = st.sampled_from(["USD", "EUR", "JPY", "KWD", "CLF"])


@given(minors, currencies)
def test_what_is_shown_is_read_back(minor, currency):
    amount = Money(minor, currency)
    assert money(show_money(amount), currency) == amount


@given(st.lists(st.integers(-(10**12), 10**12)))
def test_a_total_is_the_sum(amounts):
    assert total((Money(each, "USD") for each in amounts), "USD").minor == sum(amounts)


@given(minors, st.fractions(0, 1, max_denominator=10_000))
def test_a_percentage_is_half_up_and_mirrored(minor, rate):
    booked = percentage(minor, rate)
    assert abs(Fraction(abs(minor)) * rate - abs(booked)) <= Fraction(1, 2)
    assert percentage(-minor, rate) == -booked


def test_fifteen_per_cent_is_booked_half_up():
    assert percentage(11_764_706, Fraction(15, 100)) == 1_764_706
    assert percentage(1, Fraction(1, 2)) == 1


def test_currencies_do_not_mix():
    with pytest.raises(CurrencyMismatch, match="USD and EUR cannot be added"):
        Money(1, "USD") + Money(1, "EUR")
    with pytest.raises(CurrencyMismatch):
        assert Money(1, "USD") < Money(1, "EUR")


@pytest.mark.parametrize(("currency", "decimals"), [("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)])
def test_decimals_follow_iso_4217(currency, decimals):
    assert decimals_of(currency) == decimals


@pytest.mark.parametrize("text", ["", "abc", "1.2.3", "1e5", "NaN", "--1"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(UserError, match="amount"):
        money(text, "USD")


def test_part_cents_are_refused():
    with pytest.raises(UserError, match="more decimals than JPY has"):
        money("1.5", "JPY")


@pytest.mark.parametrize(
    ("text", "minor"),
    [("1,234.5", 123450), ("−3", -300), ("(12.00)", -1200), (" 7 ", 700), (".5", 50)],
)
def test_amounts_are_read_as_people_type_them(text, minor):
    assert money(text, "USD").minor == minor


def test_an_amount_too_large_for_the_database_is_refused():
    with pytest.raises(UserError, match="too large"):
        Money(LARGEST + 1, "USD")


def test_a_float_is_a_bug():
    with pytest.raises(TypeError):
        Money(1.5, "USD")  # type: ignore[arg-type]


def test_money_is_shown_for_people():
    assert show_minor(-123450, "USD") == "−1,234.50"
    assert show_minor(0, "USD") == "0.00"
    assert show_minor(None, "USD") == "–"
    assert show_minor(1234567, "JPY") == "1,234,567"
    assert show_money(Money(5, "KWD"), with_currency=True) == "KWD 0.005"
    assert Money(12345, "USD").decimal == Decimal("123.45")
