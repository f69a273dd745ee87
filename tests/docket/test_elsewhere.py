"""EPO, PCT, China, Japan: the printed examples of the offices."""

from datetime import date

import pytest

from techmgr.core.money import money
from techmgr.docket.due import State, state
from techmgr.docket.events import Event
from techmgr.docket.late_fees import late_fee, late_steps, still_to_pay


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("filed", "year", "opens", "end"),
    [
        ("2016-11-15", 3, "2018-05-31", "2018-11-30"),
        ("2016-11-15", 4, "2019-08-31", "2019-11-30"),
        ("2017-07-14", 3, "2019-01-31", "2019-07-31"),
        ("2017-07-14", 4, "2020-04-30", "2020-07-31"),
        ("2008-11-20", 3, "2010-08-31", "2010-11-30"),  # window of 3 months before April 2018
        ("2009-05-11", 3, "2011-02-28", "2011-05-31"),
    ],
)
def test_printed_renewal_fees(compute, filed, year, opens, end):
    due = compute({"filed": filed}, country="EP")[f"ep.annuity.{year}"]
    assert (due.opens, due.raw) == (day(opens), day(end))


@pytest.mark.parametrize(
    ("filed", "year", "days"),
    [
        ("2016-11-30", 4, ("2019-11-30", "2020-05-31", "2020-06-02")),  # Whit Monday 1 June 2020
        (
            "2023-02-14",
            3,
            ("2025-02-28", "2025-08-31", "2025-09-01"),
        ),  # last to last, not 28 August
        ("2021-02-14", 4, ("2024-02-29", "2024-08-31", "2024-09-02")),
        ("2022-11-30", 4, ("2025-11-30", "2026-05-31", "2026-06-01")),  # due on a Sunday
    ],
)
def test_the_late_period_runs_from_last_day_to_last_day(compute, filed, year, days):
    due = compute({"filed": filed}, country="EP")[f"ep.annuity.{year}"]
    assert (due.raw, due.surcharge_raw, due.surcharge_until) == tuple(map(day, days))


def test_a_due_day_on_sunday_is_paid_in_time_on_monday(compute):
    events = [
        Event("filed", day("2022-11-30")),
        Event("annuity_paid", day("2025-12-01"), {"number": 4}),
    ]
    due = compute(events, country="EP")["ep.annuity.4"]
    assert due.legal == day("2025-12-01")
    assert state(due, day("2026-01-01")) is State.MET


def test_a_third_fee_inside_the_31_months_is_deferred_to_their_end(compute):
    euro_pct = {"priority": "2016-07-15", "filed": "2017-07-14"}
    assert compute(euro_pct, country="EP", route="pct")["ep.annuity.3"].raw == day("2019-07-31")
    same_day = {"priority": "2017-07-14", "filed": "2017-07-14"}
    due = compute(same_day, country="EP", route="pct")["ep.annuity.3"]
    assert due.raw == day("2020-02-14")
    assert due.surcharge_raw == day("2020-08-31")


def test_the_epo_takes_annuities_to_the_grant_and_the_countries_after(compute):
    events = {"filed": "2017-07-14", "ep.grant_mentioned": "2022-06-15"}
    own = compute(events, country="EP")
    assert max(code for code in own if code.startswith("ep.annuity.")) == "ep.annuity.5"
    national = compute(events, country="DE", route="ep")
    first = national["ep.national_annuity.6"]
    assert "ep.national_annuity.5" not in national
    assert first.raw == day("2022-08-15")  # within 2 months of the mention, payable to their end
    assert national["ep.national_annuity.7"].raw == day("2023-07-31")


@pytest.mark.parametrize(
    ("sent", "received", "raw"),
    [
        ("2023-10-20", None, "2024-02-29"),  # 10 days, then 4 months: 30 October, 29 February
        ("2023-11-20", None, "2024-03-20"),
        ("2023-11-20", "2023-11-27", "2024-03-20"),
        ("2023-11-20", "2023-11-30", "2024-03-23"),  # 3 days over 7
    ],
)
def test_notifications_before_and_after_november_2023(compute, sent, received, raw):
    facts = {"received": day(received)} if received else {}
    due = compute([Event("ep.intention_to_grant", day(sent), facts)], country="EP")
    assert due["ep.intention_to_grant"].raw == day(raw)


def test_after_the_mention_of_grant(compute):
    dues = compute({"ep.grant_mentioned": "2025-05-28"}, country="EP")
    ends = {code: due.raw.isoformat() for code, due in dues.items()}
    assert ends == {
        "ep.divisional": "2025-05-27",
        "ep.unitary": "2025-06-28",
        "ep.validation": "2025-08-28",
        "ep.opposition": "2026-02-28",
    }


def test_the_international_phase(compute):
    events = {"priority": "2022-01-31", "filed.pct": "2023-01-30"}
    before = compute(events, type="pct", wanted=("US", "EP", "CN"))
    assert before["pct.national.30"].raw == day("2024-07-31")
    assert before["pct.national.ep"].raw == day("2024-08-31")
    assert before["pct.national.us"].calendar.code == "us"
    assert before["pct.national.cn"].surcharge_raw == day("2024-09-30")
    assert before["pct.demand"].raw == day("2023-11-30")
    assert "pct.national.jp" not in before
    after = compute({**events, "pct.search_report": "2023-09-15"}, type="pct")
    assert after["pct.demand"].raw == day("2023-12-15")
    assert after["pct.article19"].raw == day("2023-11-15")
    assert after["pct.priority_claim"].raw == day("2023-05-31")


def test_a_chinese_year_runs_from_the_filing(compute):
    dues = compute({"filed": "1997-06-03", "granted": "2001-08-01"}, country="CN")
    assert dues["cn.annuity.6"].raw == day("2002-06-03")
    assert "cn.annuity.5" not in dues


def test_a_chinese_term_counts_the_filing_day_and_is_never_postponed(compute):
    assert compute({"filed": "2000-09-06"}, country="CN")["cn.term"].legal == day("2020-09-05")


def test_the_chinese_late_fees(compute):
    due = compute({"filed": "2019-06-03", "granted": "2022-01-04"}, country="CN")["cn.annuity.7"]
    assert due.raw == day("2025-06-03")
    assert [
        (first.isoformat(), last.isoformat(), percent) for first, last, percent in late_steps(due)
    ] == [
        ("2025-06-04", "2025-07-03", 0),
        ("2025-07-04", "2025-08-03", 5),
        ("2025-08-04", "2025-09-03", 10),
        ("2025-09-04", "2025-10-03", 15),
        ("2025-10-04", "2025-11-03", 20),
        ("2025-11-04", "2025-12-03", 25),
    ]
    full = money("2000.00", "CNY")
    owed = {
        "2025-06-03": "0.00",
        "2025-07-03": "0.00",
        "2025-07-04": "100.00",
        "2025-10-05": "400.00",
        "2025-12-03": "500.00",
    }
    assert {paid: late_fee(due, full, day(paid)) for paid in owed} == {
        paid: money(amount, "CNY") for paid, amount in owed.items()
    }
    assert late_fee(due, full, day("2025-12-04")) is None
    assert still_to_pay(due, full, day("2025-12-04"), money("0", "CNY")) is None


def test_a_closed_day_moves_the_first_and_the_last_day_to_pay(compute):
    # Due Sunday 2025-12-14, late until Sunday 2026-06-14: both Mondays are in time.
    due = compute({"filed": "2019-12-14", "granted": "2022-01-04"}, country="CN")["cn.annuity.7"]
    full = money("2000.00", "CNY")
    assert late_fee(due, full, day("2025-12-15")) == money("0.00", "CNY")
    assert late_fee(due, full, day("2026-06-15")) == money("500.00", "CNY")
    assert late_fee(due, full, day("2026-06-16")) is None


@pytest.mark.parametrize(
    ("filed", "full", "paid", "open_"),
    [("2002-04-05", "600", "25", "35"), ("2002-04-04", "900", "25", "65")],
)
def test_a_short_late_fee_leaves_the_difference_to_the_next_step(compute, filed, full, paid, open_):
    # 5 % runs to 5 (or 4) June; 25 was paid of 30 (45), and on 7 June 10 % is due.
    due = compute({"filed": filed, "granted": "2004-01-07"}, country="CN")["cn.annuity.4"]
    assert late_fee(due, money(full, "CNY"), day("2005-06-03")) == money(
        str(int(full) // 20), "CNY"
    )
    owed = still_to_pay(due, money(full, "CNY"), day("2005-06-07"), money(paid, "CNY"))
    assert owed == money(open_, "CNY")


def test_chinese_mail_on_paper_counts_fifteen_days_later(compute):
    paper = Event("cn.first_action", day("2024-03-01"), {"service": "paper"})
    assert compute([paper], country="CN")["cn.first_action"].raw == day("2024-07-16")
    assert compute({"cn.first_action": "2024-03-01"}, country="CN")["cn.first_action"].raw == day(
        "2024-07-01"
    )


def test_examination_in_china_counts_from_the_priority(compute):
    events = {"priority": "2021-03-01", "filed": "2022-02-28"}
    assert compute(events, country="CN")["cn.examination"].raw == day("2024-03-01")
    assert compute(events, country="JP")["jp.examination"].raw == day("2025-02-28")


def test_japanese_annuities_count_from_registration(compute):
    dues = compute({"jp.grant_decision": "2020-04-10", "granted": "2020-05-13"}, country="JP")
    assert dues["jp.first_years"].raw == day("2020-05-10")
    fourth = dues["jp.annuity.4"]
    assert (fourth.raw, fourth.surcharge_raw) == (day("2023-05-13"), day("2023-11-13"))
    assert late_fee(fourth, money("20000", "JPY"), day("2023-06-01")) == money("20000", "JPY")


def test_the_rule_of_india_changed_in_march_2024(compute):
    old = compute({"filed": "2024-03-14"}, country="IN")["in.examination"]
    new = compute({"filed": "2024-03-15"}, country="IN")["in.examination"]
    assert (old.raw, new.raw) == (day("2028-03-14"), day("2026-10-15"))
