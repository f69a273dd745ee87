"""Counting as a rule: who is counted, who is left out, and the reason in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.reports.counting import Looked, count, count_all
from techmgr.reports.schemes import FigureRule, days_of, scheme_named, schemes, worded

FIRST, LAST = date(2025, 9, 1), date(2026, 8, 31)


def a_rule(**more) -> FigureRule:
    words = {"label": worded("Licences"), "definition": worded("Signed in the year")}
    return FigureRule(
        **{"code": "x", "section": "s", "of": "agreements", "day": "signed", **words, **more}
    )


def an_agreement(number=1, signed=date(2026, 3, 2), **more) -> Looked:
    values = {"kind": "licence", "case_id": 7, "days": {"signed": signed, "ended": None}} | more
    return Looked(Reference("agreement", number), f"L-{number:04}", "Norrland", **values)


def reasons(figure) -> list[str]:
    return [str(each.reason) for each in figure.left_out]


def test_every_shipped_scheme_is_whole():
    for scheme in schemes():
        codes = [rule.code for rule in scheme.figures]
        assert len(codes) == len(set(codes))
        for rule in scheme.figures:
            assert rule.section in scheme.sections
            assert rule.unit in {"count", "money"}
            assert not rule.part_of or codes.index(rule.part_of) < codes.index(rule.code)


def test_a_scheme_that_is_none_is_refused_with_those_there_are():
    with pytest.raises(UserError, match="autm, hebci"):
        scheme_named("nothing")


def test_a_fiscal_year_is_named_by_the_year_it_ends_in():
    assert days_of(2026, 8, 31) == (FIRST, LAST)
    assert days_of(2026, 12, 31) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("rule", "record", "reason"),
    [
        ({"kinds": ("licence",)}, {"kind": "option", "kind_words": worded("Option")}, "Kind: Option"),
        ({"with_case": True}, {"case_id": None}, "No technology under it"),
        ({"sizes": ("small",)}, {}, "Size at signature not recorded"),
        ({"sizes": ("small",)}, {"size": "large", "size_words": worded("Large")}, "Large"),
        ({"exclusivity": ("exclusive",)}, {}, "Whether it is exclusive is not recorded"),
        ({"first": True}, {"parent": "63/112,233"}, "Follows an earlier filing: 63/112,233"),
        ({"countries": ("US",)}, {"country": "DE"}, "Filed in DE"),
        ({"payers": ("office",)}, {"payer": "licensee", "payer_words": worded("The licensee")},
         "Paid by others: The licensee"),
        ({"not_states": ("withdrawn",)}, {"state": "withdrawn", "reason": "Known"}, "Withdrawn: Known"),
        ({}, {"is_reversed": True}, "Reversed"),
    ],
)  # fmt: skip
def test_what_is_left_out_has_its_reason(rule, record, reason):
    figure = count(a_rule(**rule), [an_agreement(**record)], FIRST, LAST)
    assert figure.value == 0
    assert reasons(figure) == [reason]


def test_the_days_of_the_year_count_and_those_around_it_do_not():
    days = [FIRST - timedelta(1), FIRST, LAST, LAST + timedelta(1), LAST + timedelta(40)]
    records = [an_agreement(n, day) for n, day in enumerate(days)]
    figure = count(a_rule(), records, FIRST, LAST)
    assert [each.number for each in figure.counted] == ["L-0002", "L-0001"]
    assert reasons(figure) == ["Signed 2026-09-01, next year"]


def test_active_means_neither_ended_nor_expired_by_the_last_day():
    ended = {
        1: None,
        2: LAST,
        3: LAST + timedelta(1),
        4: FIRST - timedelta(1),
    }
    records = [
        an_agreement(n, days={"signed": date(2020, 1, 1), "ended": day}) for n, day in ended.items()
    ]
    figure = count(a_rule(day="active"), records, FIRST, LAST)
    assert {each.number for each in figure.counted} == {"L-0001", "L-0003"}
    assert reasons(figure) == ["Ended 2026-08-31"]


def test_a_part_counts_among_what_the_whole_counted():
    whole = a_rule(code="whole", kinds=("licence",))
    part = a_rule(code="part", part_of="whole", exclusivity=("exclusive",))
    records = [
        an_agreement(1, exclusivity="exclusive"),
        an_agreement(2, exclusivity="non_exclusive"),
        an_agreement(3, kind="option", exclusivity="exclusive"),
    ]
    figures = count_all([whole, part], {"agreements": records}, FIRST, LAST)
    assert [each.value for each in figures] == [2, 1]
    assert figures[1].looked_at == 2


def test_agreements_behind_receipts_are_counted_once_with_their_sum():
    agreement = Reference("agreement", 5)
    receipts = [
        Looked(Reference("receipt", n), f"R-{n}", "Norrland", {"received": FIRST}, minor=minor,
               source=source, source_number="L-0005" if source else "")
        for n, minor, source in ((1, 100, agreement), (2, 250, agreement), (3, 70, None))
    ]  # fmt: skip
    rule = a_rule(of="receipts", day="received", each="agreement")
    figure = count(rule, receipts, FIRST, LAST)
    assert [(each.number, each.minor) for each in figure.counted] == [("L-0005", 350)]
    assert reasons(figure) == ["Not paid under an agreement"]


RECORDS = st.lists(
    st.builds(
        lambda number, days, kind, minor, reversed_: an_agreement(
            number, FIRST + timedelta(days), kind=kind, minor=minor, is_reversed=reversed_
        ),
        st.integers(1, 99),
        st.integers(-400, 400),
        st.sampled_from(["licence", "option"]),
        st.integers(-(10**12), 10**12),
        st.booleans(),
    )
)


@given(RECORDS)
def test_nothing_is_in_both_lists_and_the_sum_is_of_what_was_counted(records):
    rule = a_rule(kinds=("licence",), unit="money")
    figure = count(rule, records, FIRST, LAST)
    assert figure.value == sum(each.minor for each in figure.counted)
    assert figure.looked_at <= len(records)
    assert all(FIRST <= each.days["signed"] <= LAST for each in figure.counted)
    again = count(rule, [replace(each) for each in figure.counted], FIRST, LAST)
    assert not again.left_out
