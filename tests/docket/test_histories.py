"""The docket of real prosecution histories agrees with what happened to the applications."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from techmgr.docket.compute import all_due
from techmgr.docket.due import Due, State, state
from techmgr.docket.events import Event, Facts

TODAY = date(2024, 6, 1)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def histories(
    book, calendars, real_histories
) -> list[tuple[dict[str, str], list[Event], list[Due]]]:
    events: dict[str, list[Event]] = {}
    for row in rows(real_histories / "events.csv"):
        kind = book.kind_of_code(row["event_code"])
        if kind and kind.code not in ("granted", "published"):
            paid = kind.code == "us.maintenance_paid"
            facts: Facts = {"number": int(row["event_code"][-1])} if paid else {}
            event = Event(kind.code, date.fromisoformat(row["event_date"]), facts)
            events.setdefault(row["application_number"], []).append(event)
    found = []
    for row in rows(real_histories / "applications.csv"):
        own = [*events.get(row["application_number"], []), *bibliography(row)]
        facts = {
            "country": "US",
            "type": "utility",
            "filed": date.fromisoformat(row["filing_date"]),
        }
        found.append((row, own, all_due(book, own, facts, calendars)))
    return found


def bibliography(row: dict[str, str]) -> Iterator[Event]:
    days = {"filed": "filing_date", "published": "publication_date", "granted": "issue_date"}
    for kind, column in days.items():
        if row[column]:
            yield Event(kind, date.fromisoformat(row[column]))


def missed(dues: list[Due], *codes: str) -> list[Due]:
    return [
        due for due in dues if due.rule.code.startswith(codes) and state(due, TODAY) is State.MISSED
    ]


def test_a_reply_was_missed_where_the_application_was_abandoned_for_it(histories):
    assert len(histories) == 78
    late = [row["status"] for row, _, dues in histories if missed(dues, "us.reply")]
    assert len(late) >= 8
    assert all("Failure to Respond" in status for status in late)


def test_no_issue_fee_was_missed_where_a_patent_was_granted(histories):
    granted = [dues for row, _, dues in histories if row["issue_date"]]
    assert not [due for dues in granted for due in missed(dues, "us.issue_fee")]


def test_every_expiry_follows_a_missed_maintenance_fee(histories):
    """USPTO records an expiry 23 to 38 days after the end of the surcharge period."""
    expired = [
        (event.day, dues)
        for row, events, dues in histories
        if "NonPayment" in row["status"]
        for event in events
        if event.kind == "lapsed"
    ]
    assert len(expired) >= 8
    for lapsed, dues in expired:
        ends = [due.last for due in missed(dues, "us.maintenance.")]
        assert any(timedelta(20) < lapsed - end < timedelta(45) for end in ends), lapsed
