"""A column decides how its dates are read, and asks about what it cannot mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.intake.dates import DateOrder, Undecided, day_column, order_of

DMY, MDY = DateOrder.DMY, DateOrder.MDY


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["10/03/2015", "10/25/2015"], MDY),
        (["10/03/2015", "25/10/2015"], DMY),
        (["3.10.2015", "31.10.2015"], DMY),
        (["2015-10-03", "", "November 12, 2015"], None),
        (["01/01/2020", "02/02/2020"], None),
        (["10/03/2015"], Undecided("10/03/2015")),
        (["01/01/2020", "2/1/2020"], Undecided("2/1/2020")),
        (["25/10/2015", "10/25/2015"], Undecided("10/25/2015")),
        (["25/10/2015"] * 20 + ["10/25/2015"], DMY),
        ([], None),
    ],
)
def test_a_part_above_12_settles_the_column(texts, order):
    assert order_of(texts) == order


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-10-03", date(2015, 10, 3)),
        ("2015/10/3", date(2015, 10, 3)),
        ("2015-10-03T11:12:13Z", date(2015, 10, 3)),
        ("20151003", date(2015, 10, 3)),
        ("2015年10月3日", date(2015, 10, 3)),
        ("10/03/2015", date(2015, 10, 3)),
        ("10-3-2015 00:00", date(2015, 10, 3)),
        ("November 12, 2015", date(2015, 11, 12)),
        ("Nov. 12 2015", date(2015, 11, 12)),
        ("Sept 2nd, 2015", date(2015, 9, 2)),
        ("12 November 2015", date(2015, 11, 12)),
        ("12-Nov-2015", date(2015, 11, 12)),
    ],
)
def test_the_forms_of_a_date(text, day):
    assert day_column([text], MDY).read(text) == (day, None, None)


def test_the_order_of_the_column_holds_for_every_cell():
    assert day_column([], DMY).read("10/03/2015").day == date(2015, 3, 10)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("soon", "“soon” is not a date"),
        ("Ju 3, 2015", "is not a date"),
        ("02/31/2024", "“02/31/2024” is no day: 2024-02 has fewer days"),
        ("31/02/2024", "there is no month 31"),
        ("0202-03-04", "The year 0202 cannot be right"),
        ("9999-12-31", "The year 9999 cannot be right"),
    ],
)
def test_what_is_no_day_is_a_question(text, sentence):
    read = day_column([text, "2015-01-01"], MDY).read(text)
    assert read.day is None
    assert sentence in str(read.question)


def test_a_two_digit_year_fault_is_questioned_and_never_changed():
    column = day_column(["10/03/2015", "06/16/2024", "10/24/1932"], MDY)
    read = column.read("10/24/1932")
    assert (read.day, read.may_mean) == (None, date(2032, 10, 24))
    assert str(read.question) == (
        "The year 1932 may mean 2032: the other dates of this column are from 2015 to 2024."
    )


def test_old_years_among_old_years_are_meant():
    column = day_column(["1932-10-24", "1941-01-01", "2001-01-01"], None)
    assert column.read("1932-10-24").day == date(1932, 10, 24)


@pytest.mark.parametrize(("text", "meant"), [("10/24/32", 2032), ("10/24/98", 1998)])
def test_a_year_of_two_digits_is_a_question(text, meant):
    read = day_column([text], MDY).read(text)
    assert (read.day, read.may_mean) == (None, date(meant, 10, 24))


def test_a_leap_day_that_would_not_exist_proposes_nothing():
    read = day_column(["02/29/1904", *["2001-01-01"] * 2], MDY).read("02/29/1904")
    assert read.may_mean == date(2004, 2, 29)
    assert day_column(["02/29/00"], MDY).read("02/29/00").may_mean == date(2000, 2, 29)
    assert day_column(["02/29/01"], MDY).read("02/29/01").may_mean is None


days = st.dates(date(1970, 1, 1), date(2199, 12, 31))


@given(st.lists(days, min_size=1), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_a_column_that_settles_itself_is_read_as_it_was_written(written, form):
    texts = [each.strftime(form) for each in written]
    order = order_of(texts)
    if isinstance(order, Undecided):
        assert all(each.day <= 12 for each in written)
    else:
        column = day_column(texts, order)
        assert [column.read(text).day for text in texts] == written
