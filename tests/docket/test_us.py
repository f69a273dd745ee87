"""United States: priority, replies with their ladder, issue fee, maintenance, term."""

import csv
from datetime import date
from pathlib import Path

import pytest

from techmgr.docket.arithmetic import windows
from techmgr.docket.due import State, state
from techmgr.docket.events import Event

EXCERPT = Path(__file__).parent.parent / "data" / "fee_payments.csv"


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_provisional_ending_before_columbus_day(compute):
    due = compute({"filed.provisional": "2025-10-10"}, country="US")["us.conversion"]
    assert (due.raw, due.legal, due.safe) == (
        day("2026-10-10"),
        day("2026-10-13"),
        day("2026-10-09"),
    )


def test_a_reply_and_its_ladder(compute):
    # The extension is counted from the action, although 30 April 2016 is a Saturday.
    due = compute({"us.nonfinal": "2016-01-29"}, country="US")["us.reply"]
    assert due.legal == day("2016-04-29")
    due = compute({"us.nonfinal": "2016-01-30"}, country="US")["us.reply"]
    assert (due.raw, due.legal, due.safe) == (
        day("2016-04-30"),
        day("2016-05-02"),
        day("2016-04-29"),
    )
    assert [(each.months, each.raw, each.legal) for each in due.extensions] == [
        (1, day("2016-05-30"), day("2016-05-31")),  # Memorial Day
        (2, day("2016-06-30"), day("2016-06-30")),
        (3, day("2016-07-30"), day("2016-08-01")),
    ]
    assert not due.rule.hard


def test_a_shorter_period_is_extended_to_six_months_at_most(compute):
    event = Event("us.nonfinal", day("2024-01-10"), {"reply_months": 2})
    due = compute([event], country="US")["us.reply"]
    assert due.legal == day("2024-03-11")
    assert due.extensions[-1].raw == day("2024-06-10")
    event = Event("us.nonfinal", day("2024-01-10"), {"reply_months": 5})
    assert len(compute([event], country="US")["us.reply"].extensions) == 1


def test_without_a_reply_the_application_is_abandoned_the_day_after(compute):
    due = compute({"us.nonfinal": "2024-04-01"}, country="US")["us.reply"]
    assert (due.legal, due.lost_on) == (day("2024-07-01"), day("2024-07-02"))
    due = compute({"us.nonfinal": "2025-04-03"}, country="US")["us.reply"]
    assert due.lost_on == day("2025-07-04")  # although a holiday
    assert str(windows(due)[-1]) == "If nothing is done it counts as abandoned on 2025-07-04."


def test_a_restriction_is_due_in_two_months_and_four_more(compute):
    due = compute({"us.restriction": "2026-04-13"}, country="US")["us.reply.restriction"]
    assert due.legal == day("2026-06-15")
    assert due.extensions[-1].raw == day("2026-10-13")


@pytest.mark.parametrize(
    ("reply", "advisory", "end"),
    [
        ("2024-03-05", "2024-05-02", "2024-05-02"),  # within 2 months: the advisory action's day
        ("2024-03-05", "2024-04-01", "2024-04-10"),  # advisory earlier: 3 months
        ("2024-03-11", "2024-05-02", "2024-04-10"),  # reply too late to gain time
        ("2024-03-05", "2024-08-01", "2024-07-10"),  # never beyond 6 months
    ],
)
def test_after_final(compute, reply, advisory, end):
    events = {
        "us.final": "2024-01-10",
        "us.after_final_reply": reply,
        "us.advisory": advisory,
    }
    assert compute(events, country="US")["us.reply.final"].raw == day(end)


def test_the_issue_fee_is_not_extendable(compute):
    due = compute({"us.allowed": "2024-11-30"}, country="US")["us.issue_fee"]
    assert (due.raw, due.legal) == (day("2025-02-28"), day("2025-02-28"))
    assert due.extensions == ()
    assert due.rule.hard


def test_maintenance_windows_count_from_the_grant(compute):
    dues = compute({"granted": "2012-08-31"}, country="US", type="utility")
    first = dues["us.maintenance.1"]
    assert first.opens == day("2015-08-31")
    assert (first.raw, first.surcharge_raw) == (day("2016-02-29"), day("2016-08-31"))
    assert dues["us.maintenance_expiry.1"].legal == day("2016-08-31")
    assert dues["us.maintenance.3"].raw == day("2024-02-29")


def test_a_weekend_moves_both_ends_of_the_maintenance_fee(compute):
    first = compute({"granted": "2015-03-15"}, country="US", type="utility")["us.maintenance.1"]
    assert (first.raw, first.legal) == (day("2018-09-15"), day("2018-09-17"))
    assert (first.surcharge_raw, first.surcharge_until) == (day("2019-03-15"), day("2019-03-15"))
    second = compute({"granted": "2014-03-15"}, country="US", type="utility")["us.maintenance.2"]
    assert second.raw == day("2021-09-15")
    assert (second.surcharge_raw, second.surcharge_until) == (day("2022-03-15"), day("2022-03-15"))


@pytest.mark.parametrize("kind", ["design", "plant"])
def test_designs_and_plants_pay_no_maintenance(compute, kind):
    dues = compute({"granted": "2020-01-07"}, country="US", type=kind)
    assert not [code for code in dues if code.startswith("us.maintenance")]


def test_a_reissue_counts_from_the_grant_of_the_original(compute):
    events = {"granted": "2012-01-24", "us.original_granted": "2008-05-06"}
    due = compute(events, country="US", type="reissue")["us.maintenance.1"]
    assert due.raw == day("2011-11-06")


def test_the_term_with_its_adjustment(compute):
    dues = compute({"filed": "2019-03-01"}, country="US", type="utility", pta_days=329)
    assert dues["us.term"].legal == day("2040-01-24")
    earlier = {"filed": "2019-03-01", "filed.parent": "2018-03-01"}
    assert compute(earlier, country="US", type="utility")["us.term"].legal == day("2038-03-01")


def test_ids_is_free_to_the_later_of_three_months_and_the_first_action(compute):
    early = compute({"filed": "2024-01-10", "us.nonfinal": "2024-03-01"}, country="US")["us.ids"]
    assert early.legal == day("2024-04-10")
    late = compute({"filed": "2024-01-10", "us.nonfinal": "2025-03-03"}, country="US")["us.ids"]
    assert late.legal == day("2025-03-02")
    open_ = compute({"filed": "2024-01-10"}, country="US")["us.ids"]
    assert "Non-final office action" in str(open_.warnings[-1])


def payments(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def inside(compute, row: dict[str, str]) -> bool:
    dues = compute({"granted": row["issue_date"]}, country="US", type="utility")
    due = dues[f"us.maintenance.{row['fee_number']}"]
    return due.opens <= day(row["paid_date"]) <= due.last


def test_real_fee_payments_lie_inside_the_windows(compute):
    rows = payments(EXCERPT)
    assert len(rows) >= 12
    assert [row for row in rows if not inside(compute, row)] == []


def test_all_real_fee_payments_lie_inside_the_windows(compute, real_histories):
    rows = payments(real_histories / "fee_payments_timing.csv")
    assert len(rows) == 77
    assert [row for row in rows if not inside(compute, row)] == []


def test_a_fee_paid_on_the_monday_after_a_weekend_is_in_time(compute):
    paid = Event("us.maintenance_paid", day("2018-09-17"), {"number": 1})
    granted = Event("granted", day("2015-03-15"))
    due = compute([granted, paid], country="US", type="utility")["us.maintenance.1"]
    assert state(due, day("2030-01-01")) is State.MET
    assert due.met == day("2018-09-17")
