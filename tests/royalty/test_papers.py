"""What a run puts on paper adds up to what it booked, in files with safe names."""

import csv
from datetime import date

import openpyxl
import pytest
from action_examples.parts_money import (
    a_receipt,
    a_run,
    a_waiting_receipt,
    an_expense,
    an_invention,
    posted,
)
from pypdf import PdfReader

from techmgr.desktop.jobs import Cancelled
from techmgr.office.actions import SetSetting, set_setting
from techmgr.people.actions import (
    EditPerson,
    PersonFields,
    SetPayeeAccount,
    edit_person,
    set_payee_account,
)
from techmgr.royalty.actions import DraftRun, HoldShare, draft_run, hold_share
from techmgr.royalty.paper_files import write_papers, write_statements
from techmgr.royalty.papers import papers_of
from techmgr.royalty.queries import payees_of_run, runs, shares_of_run
from techmgr.royalty.queries_payouts import payouts_of
from techmgr.storage.audit import head_of

TODAY = date(2026, 9, 14)


@pytest.fixture
def run(office):
    """A posted run: 500,000.00 of one licence with 25,000.00 of costs, two inventors."""
    case_id = a_waiting_receipt(office)
    an_expense(office, "25,000.00", case_id)
    return posted(office)


def words_of(path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_statement_is_what_was_booked(office, run):
    papers = office.read(papers_of, run.id, TODAY)
    booked = {row.name: (row.amount.minor, row.held.minor) for row in papers.payees}
    assert {s.payee.name: (s.total - s.held, s.held) for s in papers.statements} == booked
    assert papers.statements[0].lifetime == papers.statements[0].total


def test_a_statement_is_in_the_payees_language_and_proves_itself(office, run, tmp_path):
    fields = PersonFields("Omar El-Sayed", language="zh_CN")
    office.act(edit_person, EditPerson(3, None, fields))
    written = write_statements(office, run.id, tmp_path)
    statements = [path for path in written if "worksheet" not in path.name]
    english = words_of(next(path for path in statements if "Tanaka" in path.name))
    assert "73,348.00" in english
    number, digest = office.read(head_of)
    assert f"{number}:{digest}" in english.replace(" ", "").replace("\n", "")
    papers = office.read(papers_of, run.id, TODAY)
    languages = {s.payee.name: s.payee.language for s in papers.statements}
    assert languages["Omar El-Sayed"] == "zh_CN"


def test_held_amounts_are_told_and_not_paid(office):
    a_waiting_receipt(office)
    run = a_run(office)
    share = next(s for s in office.read(shares_of_run, run.id) if s.payee == "person:2")
    office.act(hold_share, HoldShare(share.id, "Address unknown"))
    papers = office.read(papers_of, run.id, TODAY)
    [mine] = [s for s in papers.statements if s.payee.name == "Yuki Tanaka"]
    assert (mine.held, mine.held_why) == (share.amount.minor, "Address unknown")
    assert "Yuki Tanaka" not in {each.name for each in papers.payouts}


def test_the_payout_files_make_what_is_owed(office, run, tmp_path):
    office.act(set_payee_account, SetPayeeAccount("payroll", "4711", date(2026, 1, 1), 2))
    written = write_statements(office, run.id, tmp_path)
    rows = [
        row
        for path in written
        if path.suffix == ".csv"
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    ]
    owed = {row.name: f"{row.amount.decimal:f}" for row in office.read(payees_of_run, run.id)}
    assert {row["name"]: row["amount"] for row in rows} == owed
    payroll = next(path for path in written if path.name.endswith("payout payroll.xlsx"))
    cells = openpyxl.load_workbook(payroll).active.iter_rows(min_row=5, values_only=True)
    assert ("Yuki Tanaka", "4711", 73_348) in [row[:3] for row in cells]
    assert sum(each.paid for each in office.read(payouts_of, run.id)) == 400_000_00


def test_what_may_be_used_for_one_thing_only_is_summed(office, run, tmp_path, convert):
    use = "Research and education"
    account = SetPayeeAccount("payroll", "4711", date(2026, 1, 1), 2, permitted_use=use)
    office.act(set_payee_account, account)
    written = write_statements(office, run.id, tmp_path)
    payroll = next(path for path in written if path.name.endswith("payout payroll.xlsx"))
    cells = openpyxl.load_workbook(convert(payroll, "xlsx"), data_only=True).active.values
    assert ("Of it for one use only", None, 73_348, use) in [row[:4] for row in cells]
    summary = next(path for path in written if path.name.endswith("summary.pdf"))
    assert f"{use} 73,348.00" in " ".join(words_of(summary).split())


def test_the_offices_own_papers_are_in_its_language(office, run, tmp_path):
    office.act(set_setting, SetSetting("languages", "zh_CN", date(2020, 1, 1)))
    written = write_statements(office, run.id, tmp_path)
    payout = next(path for path in written if "payout" in path.name and path.suffix == ".xlsx")
    heads = [cell.value for cell in openpyxl.load_workbook(payout).active[4]]
    assert heads[:2] == ["领款人", "账户"]


def test_names_of_people_cannot_leave_the_folder(office, run, tmp_path):
    office.act(edit_person, EditPerson(2, None, PersonFields("../../Yuki: <Tanaka>")))
    folder = tmp_path / "papers"
    for path in write_statements(office, run.id, folder):
        assert path.parent == folder


def test_writing_is_told_and_can_be_cancelled(office, run, tmp_path):
    told = []
    written = write_statements(office, run.id, tmp_path / "all", lambda *at: told.append(at))
    assert told == [(number + 1, len(written)) for number in range(len(written))]

    def stop(done, _total):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_statements(office, run.id, tmp_path / "some", stop)
    assert len(list((tmp_path / "some").iterdir())) == 2


def test_a_rehearsed_run_writes_the_same_papers_and_keeps_nothing(office, tmp_path):
    a_waiting_receipt(office)
    head = office.read(head_of)
    papers = office.rehearse(
        draft_run, DraftRun(date(2026, 8, 31)), lambda s, run: papers_of(s, run.id, TODAY)
    )
    assert office.read(head_of) == head
    assert office.read(runs) == []
    written = write_papers(papers, tmp_path)
    assert "Draft of run D-0001" in words_of(written[0])
    run = posted(office)
    amounts = [row.amount for row in office.read(payees_of_run, run.id)]
    assert [row.amount for row in papers.payees] == amounts


@pytest.mark.office
def test_the_worksheet_recomputes_to_the_posted_cents(office, run, tmp_path, convert):
    second = an_invention(office, ("1/3", "1/3", "1/3"))
    a_receipt(office, "1,000.01", second, on=date(2026, 9, 1))
    later = posted(office, TODAY)
    for each in (run, later):
        written = write_statements(office, each.id, tmp_path)
        book = next(path for path in written if path.name.endswith("worksheet.xlsx"))
        compared = 0
        for sheet in openpyxl.load_workbook(convert(book, "xlsx"), data_only=True):
            for row in sheet.iter_rows(min_row=5, values_only=True):
                if row[11] is not None:
                    assert row[9] == row[11], (sheet.title, row)
                    compared += 1
        assert compared > 5
