"""`techmgr due`: as a table, as JSON, as a calendar file."""

import json
from datetime import date

import pytest
from action_examples.docket import a_provisional
from icalendar import Calendar

from techmgr.commands.line import main
from techmgr.docket.following import follow_record


@pytest.fixture
def place(office):
    """The path of an office with a provisional, closed again."""
    office.act(follow_record, a_provisional(office, funding_agreement=date(2019, 5, 2)))
    office.close()
    return office.place


def run(*words) -> int:
    return main(["due", *words, "--today", "2026-09-14"])


def test_json_has_dates_rule_citation_and_why(place, capsys):
    assert run(place, "--json", "--until", "2026-10-09") == 0
    rows = json.loads(capsys.readouterr().out)
    (row,) = [row for row in rows if row["rule"] == "us.conversion"]
    assert row["safe_date"] == "2026-10-09"
    assert row["legal_date"] == "2026-10-13"
    assert row["citation"].startswith("35 USC 119(e)(1)")
    assert "2025-10-10 + 12 months = 2026-10-10, a Saturday" in row["why"]
    assert row["person"] == "Ines Moreau"
    assert rows[0]["overdue"]
    run(place, "--json", "--until", "2026-10-08")
    assert "us.conversion" not in capsys.readouterr().out


def test_people_get_a_table(place, capsys):
    assert run(place) == 0
    told = capsys.readouterr().out
    assert told.splitlines()[0].startswith("safe date")
    assert "File non-provisional, PCT or foreign" in told
    assert "overdue." in told
    assert run(place, "--until", "2020-01-01") == 0
    assert capsys.readouterr().out == "Nothing is due until 2020-01-01.\n"


def test_a_calendar_file_has_the_safe_date_and_the_arithmetic(place, tmp_path, capsys):
    file = tmp_path / "due.ics"
    run(place, "--until", "2026-10-09", "--ics", str(file))
    first = file.read_bytes()
    run(place, "--until", "2026-10-09", "--ics", str(file))
    assert file.read_bytes() == first
    entries = Calendar.from_ical(first).walk("VEVENT")
    (entry,) = [each for each in entries if "non-provisional, PCT" in str(each["summary"])]
    assert entry.decoded("dtstart") == date(2026, 10, 9)
    assert "2026-10-13" in str(entry["description"])
    assert "119(e)" in str(entry["description"])
    assert str(entry["uid"]).startswith("deadline-")


def test_a_bad_day_and_a_bad_place_are_said(place, tmp_path, capsys):
    assert run(place, "--until", "soon") == 2
    (tmp_path / "none").write_text("a file, not a folder", encoding="utf-8")
    assert run(place, "--ics", str(tmp_path / "none" / "due.ics")) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_paper_for_the_meeting(place, tmp_path):
    file = tmp_path / "ahead.pdf"
    assert run(place, "--until", "2026-12-14", "--pdf", str(file), "--language", "zh_CN") == 0
    assert file.read_bytes().startswith(b"%PDF")
