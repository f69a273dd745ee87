"""Federal duties per award and invention: both rule sets, states, papers, and the page."""

import subprocess
from datetime import date
from io import BytesIO
from shutil import which

import pytest
from action_examples.monitoring import a_filing_on, an_award, an_invention, told
from action_examples.parts import a_case
from docx import Document

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.pages import Place
from techmgr.disclosure.queries import AwardRow
from techmgr.docket.actions_deadlines import MarkDone, Waive, mark_done, waive
from techmgr.documents.queries import files_of, read_file
from techmgr.monitoring.actions import FollowUtilisation, follow_utilisation
from techmgr.monitoring.actions_papers import (
    LICENCE,
    SUPPORT,
    WritePaper,
    missing_blanks,
    support_statement,
    write_paper,
)
from techmgr.monitoring.duties import DUTIES, Standing, duty_of, rule_set
from techmgr.monitoring.queries_duties import duty_rows, side_by_side

TODAY = date(2026, 9, 14)
OLD, NEW = date(2017, 6, 1), date(2020, 1, 1)
SIGNED = (
    ("signatory", "Ines Moreau"),
    ("signatory_title", "Director"),
    ("contractor_address", "1 Main Street"),
)


def rows(office, today=TODAY):
    return office.read(duty_rows, today)


def clock(row, code):
    return next(each for each in row.clocks if duty_of(each.code).code == code)


@pytest.mark.parametrize(
    ("agreed_on", "title"),
    [
        (date(2018, 5, 13), "before 14 May 2018"),
        (date(2018, 5, 14), "from 14 May 2018"),
        (date(2023, 4, 24), "from 24 April 2023"),
    ],
)
def test_the_date_of_the_agreement_chooses_the_rules(agreed_on, title):
    assert str(rule_set(agreed_on).title) == title


def test_no_rules_hold_without_a_date_of_the_agreement(office):
    an_invention(office, an_award(office, agreed_on=None))
    [row] = rows(office)
    assert row.rules is None
    assert {each.standing for each in row.clocks} == {Standing.WAITS}


def test_a_duty_is_overdue_then_done_with_its_evidence_and_the_next_one_begins(office):
    an_invention(office, an_award(office))
    [row] = rows(office)
    report = clock(row, "bd.disclosure")
    assert (report.standing, report.day) == (Standing.OVERDUE, date(2026, 5, 1))
    assert row.next is report
    done = MarkDone(((report.deadline_id, None),), "iEdison report 12", date(2026, 9, 1))
    office.act(mark_done, done)
    [row] = rows(office)
    report = clock(row, "bd.disclosure")
    assert (report.standing, report.on_day, report.evidence) == (
        Standing.DONE,
        date(2026, 9, 1),
        "iEdison report 12",
    )
    election = clock(row, "bd.election")
    assert (election.standing, election.day) == (Standing.DUE, date(2028, 9, 1))


def test_a_waived_duty_says_why(office):
    an_invention(office, an_award(office))
    report = clock(rows(office)[0], "bd.disclosure")
    office.act(waive, Waive(((report.deadline_id, None),), "The agency has it already"))
    report = clock(rows(office)[0], "bd.disclosure")
    assert (report.standing, report.evidence) == (Standing.WAIVED, "The agency has it already")


def test_two_awards_of_one_invention_each_have_their_own_rules(office):
    old, new = an_award(office, OLD, "OLD-1"), an_award(office, NEW, "NEW-1", "Other agency")
    case = an_invention(office, old, new)
    a_filing_on(office, case, "provisional", date(2026, 3, 4))
    by_award = {row.award: row for row in rows(office)}
    assert clock(by_award["NEW-1"], "bd.conversion").day == date(2027, 1, 4)
    assert clock(by_award["OLD-1"], "bd.conversion").standing is Standing.WAITS
    beside = {str(each.title): each.days for each in office.read(side_by_side, new, case, TODAY)}
    before, since_2018, since_2023 = beside["File non-provisional, 10 months under Bayh-Dole"]
    assert (before, since_2018, since_2023) == (None, date(2027, 1, 4), date(2027, 1, 4))
    notice = beside["Tell agency of a decision not to convert"]
    assert notice[0] == date(2027, 2, 2)
    assert notice[1] < notice[0]


def test_reports_of_utilisation_begin_with_the_first_election(office):
    award = an_award(office)
    case = an_invention(office, award, disclosed_on=date(2024, 3, 2))
    with pytest.raises(UserError, match="No title has been elected"):
        office.act(follow_utilisation, FollowUtilisation(award))
    told(office, case, agency_disclosed=date(2024, 4, 1), title_elected=date(2024, 5, 1))
    assert office.act(follow_utilisation, FollowUtilisation(award)).result == 2
    report = clock(rows(office)[0], "bd.utilisation")
    assert (report.standing, report.day) == (Standing.OVERDUE, date(2025, 12, 31))


def test_every_duty_of_the_rules_is_shown_somewhere():
    codes = {duty.code for duty in DUTIES}
    assert duty_of("bd.notice.maintenance.2").code == "bd.notice"
    assert duty_of("us.maintenance.2") is None
    assert len(codes) == len(DUTIES)


def award(number="80NSSC-0021", agency="NASA") -> AwardRow:
    return AwardRow(1, 1, number, 1, agency, "", NEW)


def test_the_statement_names_every_award_by_its_agency():
    said = support_statement([award(), award("W911NF-1"), award("R01-7", "NIH")])
    assert said == (
        "This invention was made with government support under 80NSSC-0021 and W911NF-1 awarded by "
        "NASA and R01-7 awarded by NIH. The government has certain rights in the invention."
    )


@pytest.mark.parametrize(
    ("awards", "sentence"),
    [([], "No federal award is recorded"), ([award(" ")], "The award of NASA has no number")],
)
def test_the_statement_is_refused_without_an_award_or_its_number(awards, sentence):
    with pytest.raises(UserError, match=sentence):
        support_statement(awards)


def test_papers_are_refused_until_they_can_say_everything(office):
    with pytest.raises(UserError, match="No federal award is recorded"):
        office.act(write_paper, WritePaper(SUPPORT, a_case(office).id))
    case = an_invention(office, an_award(office))
    with pytest.raises(UserError, match="No United States application is filed"):
        office.read(missing_blanks, LICENCE, case, TODAY)
    a_filing_on(office, case)
    assert set(office.read(missing_blanks, LICENCE, case, TODAY)) == {
        "contractor_address",
        "signatory",
        "signatory_title",
    }
    with pytest.raises(UserError, match="blanks of the document are not filled in"):
        office.act(write_paper, WritePaper(LICENCE, case))
    assert office.read(files_of, Reference("technology", case)) == []


@pytest.mark.office
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not here")
def test_the_licence_lies_in_the_cases_files_and_prints(office, tmp_path):
    case = an_invention(office, an_award(office))
    a_filing_on(office, case)
    made = office.act(write_paper, WritePaper(LICENCE, case, SIGNED)).result
    assert [each.name for each in office.read(files_of, Reference("technology", case))] == [
        made.name
    ]
    content = office.read(lambda session: b"".join(read_file(session, made.file_id)))
    said = "\n".join(each.text for each in Document(BytesIO(content)).paragraphs)
    for expected in ("80NSSC-0021", "NASA", "19/112,233", "Ines Moreau", "Yuki Tanaka"):
        assert expected in said
    (tmp_path / "licence.docx").write_bytes(content)
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "licence.docx")], check=True, capture_output=True)
    assert (tmp_path / "licence.pdf").read_bytes().startswith(b"%PDF")


def test_the_page_shows_states_and_records_a_duty_as_done_by_keyboard(office, open_window):
    case = an_invention(office, an_award(office))
    window = open_window(office)
    window.shell.go(Place("duties"))
    window.settle()
    assert "Report invention to agency: overdue, 1 May" in window.page.why.said
    window.press("D")
    window.page.sheet.form.fields["evidence"].set_raw("iEdison report 12")
    window.press("Ctrl+S")
    assert clock(rows(office)[0], "bd.disclosure").standing is Standing.DONE
    window.press("S")
    window.press("Ctrl+S")
    [file] = office.read(files_of, Reference("technology", case))
    assert file.name.startswith("Statement of government support")
