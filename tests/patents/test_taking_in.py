"""Rights, families and prosecution histories from files: found again, followed, undone whole."""

from datetime import date
from pathlib import Path

import pytest
from action_examples.parts import a_case

from techmgr.core.references import Reference
from techmgr.docket.queries import deadlines_of, events_of
from techmgr.docket.rulebook import shipped_rules
from techmgr.intake.actions import ImportRows, import_rows
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.queries import dry_run, target_of
from techmgr.intake.reading import read
from techmgr.intake.summary import counted
from techmgr.patents.office_codes import codes_of, kind_of, office_of
from techmgr.patents.queries import cases_of_right, family_of, right_rows
from techmgr.patents.standing import Link

TODAY = date(2026, 9, 14)
RIGHTS = """application_number,patent_number,title,application_type,filing_date,issue_date,entity_status,pta_total_days
16123456,11000001,Virtual sensor,Utility,2018-09-06,2021-05-11,SMALL,120
17/320001,,Virtual sensor II,Utility,2021-05-10,,UNDISCOUNTED,
"""
FAMILY = """application_number,relation,related_application_number,related_filing_date,relation_description
17320001,parent,16123456,2018-09-06,This application is a Continuation of
16123456,parent,62555001,2017-09-07,This application Claims Priority from Provisional Application
"""
EVENTS = """application_number,event_date,event_code,event_description
16/123456,2020-01-15,MCTNF,Mail Non-Final Rejection
16/123456,2020-04-10,A...,Response after Non-Final Action
16/123456,2020-04-11,FWDX,Date Forwarded to Examiner
16/123456,2020-04-11,FWDX,Date Forwarded to Examiner
16/123456,2024-10-30,M2551,"Payment of Maintenance Fee, 4th Yr, Small Entity"
17320001,2026-08-03,MCTNF,Mail Non-Final Rejection
"""


class Office:
    """Takes files into an office and counts what a dry run says."""

    def __init__(self, office, folder: Path) -> None:
        self.office, self.folder = office, folder

    def take(self, content: str | Path, word: str) -> dict[str, int]:
        path = content
        if isinstance(content, str):
            path = self.folder / f"{word}.csv"
            path.write_text(content, encoding="utf-8")
        table = read(path)
        columns = matched(table.columns, self.office.read(target_of, word))
        profile = Profile("", word, columns)
        trial = self.office.read(dry_run, table, profile, self.office.today)
        self.refused = [str(each.sentence) for each in trial.run.refused]
        self.took = self.office.act(import_rows, ImportRows(profile, trial.file, "x", "0" * 64))
        return counted(trial.run)

    def rights(self):
        rows = self.office.read(right_rows, today=self.office.today)
        return {row.application_number.replace("/", "").replace(",", ""): row for row in rows}

    def deadlines(self, number: str):
        subject = Reference("patent", self.rights()[number].id)
        return {each.rule: each for each in self.office.read(deadlines_of, subject)}


@pytest.fixture
def files(office, tmp_path) -> Office:
    return Office(office, tmp_path)


@pytest.fixture
def taken(files) -> Office:
    for content, word in ((RIGHTS, "rights"), (FAMILY, "families"), (EVENTS, "events")):
        files.take(content, word)
    return files


def test_applications_become_rights_that_the_docket_follows(files):
    assert files.take(RIGHTS, "rights")["new"] == 2
    found = files.rights()
    assert (found["16123456"].state, found["17320001"].state) == ("granted", "filed")
    assert found["16123456"].expires == date(2039, 1, 4)
    due = files.deadlines("16123456")
    # What ended before the day of the import is not asked for.
    assert due["us.maintenance.1"].state == "ended"
    assert due["us.maintenance.2"].state == "open"
    assert due["us.maintenance.2"].legal == date(2028, 11, 13)


def test_continuity_becomes_the_family_with_relatives_the_office_does_not_follow(taken):
    found = taken.rights()
    family = taken.office.read(family_of, found["16123456"].id, TODAY)
    assert [(each.kind, each.is_followed) for each in family] == [
        ("provisional", False), ("non_provisional", True), ("non_provisional", True),
    ]  # fmt: skip
    assert found["62555001"].state == "converted"
    assert found["17320001"].expires == date(2038, 9, 6)


def test_codes_become_events_and_fees_payments(taken):
    due = taken.deadlines("16123456")
    assert (due["us.reply"].state, due["us.reply"].on_day) == ("done", date(2020, 4, 10))
    paid = due["us.maintenance.1"]
    assert (paid.state, paid.on_day) == ("done", date(2024, 10, 30))
    assert taken.deadlines("17320001")["us.reply"].legal == date(2026, 11, 3)
    subject = Reference("patent", taken.rights()["16123456"].id)
    said = [each.facts.get("said") for each in taken.office.read(events_of, subject)]
    assert said.count("Date Forwarded to Examiner") == 1


def test_the_same_files_again_change_nothing_and_undo_takes_all_back(taken):
    for content, word in ((RIGHTS, "rights"), (FAMILY, "families"), (EVENTS, "events")):
        taken.take(content, word)
        assert taken.took.entry is None, word
    fresh = EVENTS.splitlines()[0] + "\n17320001,2026-09-01,A...,Response\n"
    assert taken.take(fresh, "events")["new"] == 1
    assert taken.deadlines("17320001")["us.reply"].state == "done"
    taken.office.undo_last()
    assert taken.deadlines("17320001")["us.reply"].state == "open"


def test_a_right_gets_its_first_case_and_keeps_it(files):
    case = a_case(files.office)
    other = a_case(files.office, "Second case")
    text = "Application number,Case number,Title\n16/123456,26-001,Sensor\n"
    files.take(text, "rights")
    right = files.rights()["16123456"]
    assert [row[0] for row in files.office.read(cases_of_right, right.id)] == [case.id]
    files.take(text.replace("26-001", "26-002"), "rights")
    assert [row[0] for row in files.office.read(cases_of_right, right.id)] == [case.id]
    assert other.id != case.id


def test_what_cannot_be_taken_in_is_refused_in_words(files):
    files.take(RIGHTS, "rights")
    files.take("application_number,event_code,event_date\n1,A...,2020-01-01\n", "events")
    assert files.refused == ["No right has this number: import the applications as rights first."]
    files.take("application_number,event_code,event_date\n16123456,A...,2027-01-01\n", "events")
    assert files.refused == ["2027-01-01 has not come yet."]
    head = "application_number,relation,related_application_number\n"
    files.take(f"{head}16123456,parent,17320001\n", "families")
    assert "was itself filed before" in files.refused[0]
    files.take(f"{head}16123456,parent,16123456\n", "families")
    assert "cannot grow from itself" in files.refused[0]


def test_the_table_of_codes_says_what_the_rules_say():
    kinds = shipped_rules().kinds
    codes = codes_of("US")
    assert {each.kind for each in codes.events.values()} <= kinds.keys()
    for kind in kinds.values():
        for code in kind.office_codes:
            if kind.code not in {"granted", "published"}:
                assert codes.meaning(code).kind == kind.code, code
    assert codes.meaning("M1553").facts == {"number": 3}
    assert codes.link("This application is a Continuation in part of") is Link.CONTINUATION_IN_PART


def test_office_and_kind_are_told_by_the_number():
    assert office_of("PCT/US04/02887", "US") == "WO"
    assert office_of("EP99403122", "US") == "EP"
    assert office_of("16/123,456", "US") == "US"
    assert kind_of("US", "60/445,498") == "provisional"
    assert kind_of("US", "11318395", "RE42169") == "reissue"


@pytest.fixture(scope="module")
def histories():
    folder = Path(__file__).resolve().parents[3] / "shared" / "data" / "uspto-prosecution"
    if not folder.is_dir():
        pytest.skip("the real histories are not here")
    return folder


def test_real_histories_agree_with_what_happened(files, histories):
    """docs/histories.md explains the eight that differ: seven terms that ended, one end nobody entered."""
    files.office.fixed_today = date(2024, 6, 1)
    assert files.take(histories / "applications.csv", "rights")["new"] == 78
    files.take(histories / "continuity.csv", "families")
    files.take(histories / "events.csv", "events")
    assert files.take(histories / "fee_payments_timing.csv", "events")["new"] == 0
    told = {
        row["application_number"]: row["status"] for row in _rows(histories / "applications.csv")
    }
    differing = []
    rows = [row for row in files.rights().values() if row.is_followed]
    for row in rows:
        status = told[row.application_number]
        ended = {"Aband": "abandoned", "Patent Exp": "lapsed", "Patented": "granted"}
        expected = next(state for words, state in ended.items() if status.startswith(words))
        if row.state != expected:
            differing.append((row.application_number, row.state))
    assert len(rows) == 78
    assert sorted(state for _, state in differing) == ["expired"] * 7 + ["filed"]
    open_late = [
        each
        for row in rows
        for each in files.office.read(deadlines_of, Reference("patent", row.id))
        if each.is_overdue(files.office.today)
    ]
    assert open_late == []


def _rows(path: Path):
    table = read(path)
    return [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows]
