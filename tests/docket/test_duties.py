"""Bayh-Dole by the date of the funding agreement, agreements, and the office's own clocks."""

from datetime import date

import pytest

from techmgr.docket.due import State, state
from techmgr.docket.events import Event


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_both_dates_of_a_provisional_under_the_newer_rule(compute):
    events = {"filed.provisional": "2024-03-04"}
    new = compute(events, country="US", funding_agreement=day("2018-05-14"))
    assert new["bd.conversion"].raw == day("2025-01-04")
    assert new["bd.conversion"].legal == day("2025-01-03")  # a Saturday: the business day before
    assert new["us.conversion"].raw == day("2025-03-04")
    assert new["bd.notice.conversion"].raw == day("2025-01-03")
    old = compute(events, country="US", funding_agreement=day("2018-05-13"))
    assert "bd.conversion" not in old
    assert old["us.conversion"].raw == day("2025-03-04")
    assert old["bd.notice.conversion"].raw == day("2025-02-02")


def test_nothing_federal_without_a_funding_agreement(compute):
    events = {
        "inventor_disclosed": "2024-01-10",
        "agency_disclosed": "2024-02-01",
        "title_elected": "2024-03-01",
        "filed.provisional": "2024-03-04",
        "granted": "2026-03-03",
    }
    found = compute(events, country="US")
    assert not [code for code in found if code.startswith("bd.")]


def test_the_clocks_of_an_invention(compute):
    events = {
        "inventor_disclosed": "2023-12-31",
        "agency_disclosed": "2024-02-15",
        "title_elected": "2024-06-30",
    }
    found = compute(events, funding_agreement=day("2020-01-01"))
    assert found["bd.disclosure"].raw == day("2024-02-29")
    assert found["bd.election"].raw == day("2026-02-15")
    assert found["bd.application"].raw == day("2025-06-30")
    assert state(found["bd.disclosure"], day("2024-03-01")) is State.MET


def test_a_publication_ends_the_year_after_election_earlier(compute):
    events = {
        "agency_disclosed": "2024-01-15",
        "publication": "2024-02-10",
        "title_elected": "2024-06-28",
    }
    found = compute(events, country="US", funding_agreement=day("2020-01-01"))
    assert found["grace.us"].raw == day("2025-02-10")
    assert found["bd.application"].raw == day("2025-02-10")
    assert found["bd.election.shortest"].raw == day("2024-12-12")


def test_an_extension_of_the_conversion_is_a_year_unless_the_agency_objects(compute):
    events = {
        "filed.provisional": "2024-03-04",
        "conversion_extension_requested": "2024-12-01",
    }
    found = compute(events, country="US", funding_agreement=day("2024-01-01"))
    assert found["bd.conversion.extended"].raw == day("2026-01-04")
    assert found["bd.objection"].raw == day("2025-01-30")
    refused = {**events, "agency_objected": "2025-01-15"}
    found = compute(refused, country="US", funding_agreement=day("2024-01-01"))
    assert state(found["bd.conversion.extended"], day("2025-02-01")) is State.ENDED


def test_a_decision_not_to_pay_is_told_sixty_days_before(compute):
    found = compute(
        {"granted": "2020-01-07"},
        country="US",
        type="utility",
        funding_agreement=day("2019-01-01"),
    )
    assert found["bd.notice.maintenance.1"].raw == day("2023-05-08")  # 60 days before 2023-07-07


def test_utilisation_is_in_time_to_the_end_of_december(compute):
    events = {"federal_year_ended": "2025-09-30"}
    found = compute(events, funding_agreement=day("2020-01-01"))
    assert found["bd.utilisation"].legal == day("2025-12-31")


@pytest.mark.parametrize(
    ("ended", "report_days", "raw"),
    [
        ("2026-06-30", 45, "2026-08-14"),
        ("2026-06-30", 60, "2026-08-29"),
        ("2026-03-31", 30, "2026-04-30"),
    ],
)
def test_royalty_reports(compute, ended, report_days, raw):
    found = compute({"quarter_ended": ended}, report_days=report_days)
    assert found["agr.royalty_report"].raw == day(raw)
    assert found["agr.royalty_report"].warnings == ()


@pytest.mark.parametrize(
    ("ended", "raw"),
    [
        ("2026-03-31", "2026-04-30"),
        ("2026-06-30", "2026-07-31"),
        ("2026-09-30", "2026-10-31"),
        ("2026-12-31", "2027-01-31"),
    ],
)
def test_a_report_within_one_month_is_due_at_the_month_end(compute, ended, raw):
    found = compute({"quarter_ended": ended}, report_period="months")
    assert found["agr.royalty_report.months"].raw == day(raw)
    assert "agr.royalty_report" not in found


def test_a_number_of_days_the_agreement_does_not_give_is_said(compute):
    due = compute({"quarter_ended": "2026-06-30"})["agr.royalty_report"]
    assert due.raw == day("2026-07-30")
    assert "30 days" in str(due.warnings[0])


def test_each_report_is_met_by_the_one_that_follows_its_own_quarter(book, calendars):
    from techmgr.docket.compute import all_due

    events = [
        Event("quarter_ended", day("2026-03-31"), key=1),
        Event("quarter_ended", day("2026-06-30"), key=2),
        Event("royalty_reported", day("2026-07-20"), key=3),
    ]
    dues = {due.event.key: due for due in all_due(book, events, {"report_days": 30}, calendars)}
    assert dues[1].met is None
    assert dues[2].met == day("2026-07-20")


def test_minimums_end_with_the_agreement(compute):
    events = {"agreement_effective": "2020-02-29", "agreement_ended": "2023-06-30"}
    found = compute(events, minimum="yes")
    ends = [due.raw.isoformat() for code, due in found.items() if code.startswith("agr.minimum")]
    assert ends == ["2021-02-28", "2022-02-28", "2023-02-28"]
    assert found["agr.final_report"].raw == day("2023-08-29")


def test_the_office_reviews_within_its_own_clock(compute):
    events = {"disclosure_received": "2026-06-19"}
    assert compute(events)["office.review"].raw == day("2026-09-17")
    assert compute(events, review_days=60)["office.review"].raw == day("2026-08-18")
    weeks = compute(events, review_clock="weeks")
    assert weeks["office.review.weeks"].raw == day("2026-09-11")
    assert "office.review" not in weeks
