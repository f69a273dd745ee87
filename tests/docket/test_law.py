"""Every row of the tables of the law has its rules and a test; examples of those no other test works out."""

import re
from datetime import date
from pathlib import Path

import pytest

from techmgr.core.references import Reference
from techmgr.docket.actions import RecordEvent, RemoveEvent, record_event, remove_event
from techmgr.docket.events import Event
from techmgr.docket.following import FollowRecord, follow_record
from techmgr.docket.queries import DeadlineFilter, due_within, events_of
from techmgr.docket.rulebook import shipped_tables

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 9, 14)


def rows() -> list[tuple[list[str], list[str]]]:
    """The codes and the tests of each row of the table in the document."""
    text = (ROOT / "docs" / "deadline-rules.md").read_text(encoding="utf-8")
    lines = text.partition("| subject | rules | test |")[2].splitlines()
    cells = [line.split("|")[1:4] for line in lines if line.startswith("| ")]
    return [(re.findall(r"`([^`]+)`", c[1]), re.findall(r"`([^`]+)`", c[2])) for c in cells]


def test_the_table_names_every_rule_and_tests_that_are_there():
    shipped = {table["code"] for tables in shipped_tables().values() for table in tables}
    named = {code for codes, _ in rows() for code in codes}
    assert named == shipped
    written = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py")
    )
    tests = {test for _, found in rows() for test in found}
    assert {test for test in tests if f"def {test}(" not in written} == set()
    assert all(found for _, found in rows())


def legal(found) -> dict[str, str]:
    return {code: due.legal.isoformat() for code, due in found.items()}


def test_priority_is_restored_within_two_more_months(compute):
    found = legal(compute({"first_filed": "2025-03-31"}, country="DE", type="patent"))
    assert found["paris.priority"] == "2026-03-31"
    assert found["paris.restoration"] == "2026-06-01"  # 31 May is a Sunday
    design = legal(compute({"first_filed": "2025-03-31"}, country="US", type="design"))
    assert design["paris.priority.design"] == design["us.foreign_priority"] == "2025-09-30"
    assert design["paris.restoration.design"] == "2025-12-01"  # 30 November is a Sunday


def test_an_excused_disclosure_leaves_six_months(compute):
    found = legal(compute({"publication.excused": "2025-08-31"}))
    assert found["excused.ep"] == found["excused.cn"] == "2026-02-28"


def test_a_licence_is_had_before_filing_abroad(compute):
    planned = {"foreign_filing_planned": "2026-05-03"}  # a Sunday
    assert legal(compute(planned, made_in="US"))["secrecy.us"] == "2026-05-01"
    assert (
        legal(compute(planned, made_in="CN"))["secrecy.cn"] == "2026-04-30"
    )  # Labour Day before it
    assert compute(planned, made_in="DE") == {}


def test_a_nonpublication_request_is_rescinded_in_45_days(compute):
    given = {"filed": "2025-01-06", "foreign_filed": "2025-12-01"}
    found = legal(compute(given, country="US", nonpublication="yes"))
    assert found["us.rescind_nonpublication"] == "2026-01-15"


def test_publication_is_expected_after_eighteen_months(compute):
    assert legal(compute({"filed": "2025-01-15"}, country="EP"))["ep.publication"] == "2026-07-15"
    claimed = {"filed": "2025-01-15", "priority": "2024-01-15"}
    assert legal(compute(claimed, country="US"))["us.publication"] == "2025-07-15"
    assert "ep.publication" not in compute({"filed": "2025-01-15"}, country="EP", route="pct")


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("us", "2025-08-01"), ("cn", "2025-08-01"), ("jp", "2025-08-01"), ("ca", "2025-08-01"),
        ("sg", "2025-08-01"), ("mx", "2025-08-01"), ("br", "2025-08-01"), ("il", "2025-08-01"),
        ("ep", "2025-09-01"), ("gb", "2025-09-01"), ("kr", "2025-09-01"), ("au", "2025-09-01"),
        ("in", "2025-09-01"), ("nz", "2025-09-01"),
    ],
)  # fmt: skip
def test_each_country_has_its_own_months(compute, country, day):
    given = {"priority": "2023-02-01", "filed.pct": "2024-01-31"}
    found = compute(given, type="pct", wanted=(country.upper(),))
    assert found[f"pct.national.{country}"].legal.isoformat() == day


def test_the_translation_for_japan_follows_a_late_entry(compute):
    given = {"filed.pct": "2024-01-31", "national_entry.jp": "2026-07-01"}
    late = compute(given, type="pct", translation_late="yes")
    assert late["pct.translation.jp"].legal.isoformat() == "2026-09-01"
    assert "pct.translation.jp" not in compute(given, type="pct")


def test_a_withdrawn_priority_moves_the_national_phase(office):
    right = Reference("patent", 1)
    office.act(follow_record, FollowRecord(right, "patent", "PCT/US2025/1", None, {"type": "pct"}))
    office.act(record_event, RecordEvent(right, "priority", date(2024, 6, 3)))
    office.act(record_event, RecordEvent(right, "filed.pct", date(2025, 6, 2)))
    (claimed,) = [each for each in office.read(events_of, right) if each.kind == "priority"]
    moved = office.act(remove_event, RemoveEvent(claimed.id, "Withdrawn, Rule 90bis.3")).result
    days = {str(each.title): (each.before, each.after) for each in moved.changes}
    assert days["PCT national phase, 30 months"] == (date(2026, 12, 3), date(2027, 12, 2))
    open_now = office.read(due_within, DeadlineFilter(), TODAY)
    assert date(2027, 12, 2) in {row.legal for row in open_now}


def test_missing_parts_and_brief_extend_by_five_months(compute):
    found = compute({"us.missing_parts": "2025-01-31", "us.appealed": "2025-06-30"}, country="US")
    assert found["us.missing_parts"].legal.isoformat() == "2025-03-31"
    assert found["us.missing_parts"].last.isoformat() == "2025-09-02"  # Sunday, then Labor Day
    assert [each.months for each in found["us.brief"].extensions] == [1, 2, 3, 4, 5]
    assert found["us.brief"].legal.isoformat() == "2025-09-02"  # Saturday, Sunday, Labor Day


def test_an_ids_goes_through_its_four_stages(compute):
    found = legal(
        compute(
            {
                "filed": "2024-01-10",
                "us.nonfinal": "2025-02-03",
                "us.cited_abroad": "2025-03-03",
                "us.allowed": "2025-09-15",
            },
            country="US",
        )
    )
    assert found["us.ids"] == "2025-02-02"
    assert found["us.ids.statement"] == "2025-06-03"
    assert found["us.ids.fee"] == "2025-09-14"
    assert found["us.ids.last"] == found["us.issue_fee"] == "2025-12-15"


def test_appeal_and_further_processing(compute):
    found = legal(
        compute({"ep.decision": "2026-01-30", "ep.loss_of_rights": "2026-02-27"}, country="EP")
    )
    assert found["ep.appeal"] == "2026-03-30"
    assert found["ep.grounds"] == "2026-06-01"  # 30 May is a Saturday
    assert found["ep.further_processing"] == "2026-04-27"


def test_further_provisionals_only_since_2023(compute):
    given = {"filed.provisional": "2025-03-04"}
    new = compute(given, country="US", funding_agreement=date(2023, 4, 24))
    assert new["bd.provisional.additional"].raw.isoformat() == "2026-01-04"
    old = compute(given, country="US", funding_agreement=date(2023, 4, 23))
    assert "bd.provisional.additional" not in old


def test_the_confirmatory_licence_is_promptly_due(compute):
    given = {"filed": "2025-03-03"}
    found = compute(given, country="US", funding_agreement=date(2019, 1, 1), licence_months=1)
    assert found["bd.licence"].raw.isoformat() == "2025-04-03"
    assert "bd.licence" not in compute(given, country="US")


def test_a_licence_is_watched(compute):
    found = compute(
        [
            Event("agreement_ended", date(2026, 6, 30)),
            Event("insurance_ends", date(2026, 3, 31)),
            Event("sublicence_signed", date(2026, 3, 2)),
            Event("breach_notified", date(2026, 3, 2)),
            Event("costs_invoiced", date(2026, 3, 2), {"payment_days": 45}),
            Event("option_effective", date(2026, 3, 2)),
        ],
        records_years=3,
    )
    raw = {code: due.raw.isoformat() for code, due in found.items()}
    assert raw == {
        "agr.records": "2029-06-30",
        "agr.final_report": "2026-08-29",
        "agr.insurance": "2026-03-31",
        "agr.sublicence": "2026-04-01",
        "agr.cure": "2026-05-01",
        "agr.costs": "2026-04-16",
        "agr.option": "2026-09-02",
    }
