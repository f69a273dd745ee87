"""A report on a real office, as records, workbook, PDF, command and page."""

import json
from datetime import date
from fractions import Fraction

import openpyxl
import pytest
from action_examples.parts import a_case, a_disclosure
from action_examples.parts_money import a_licence, a_receipt, an_expense
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmgr.commands import main
from techmgr.core.paths import resource
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.pages import Place
from techmgr.desktop.shell import Shell
from techmgr.desktop.theme import theme
from techmgr.disclosure.actions_review import WithdrawDisclosure, withdraw
from techmgr.ledger.actions import Reverse, reverse_receipt
from techmgr.patents.actions import FileRight, GrantRight, RightFields, file_right, grant_right
from techmgr.people.actions_organisations import RecordCompanySize, record_company_size
from techmgr.reports.paper import rounded, write_pdf
from techmgr.reports.queries import build, year_of
from techmgr.reports.schemes import scheme_named
from techmgr.reports.screens import kinds
from techmgr.reports.workbook import write_workbook

TODAY = date(2026, 9, 14)


@pytest.fixture
def filled(office):
    """A year: a disclosure, a family, a licence, an option, three receipts, two expenses."""
    a_disclosure(office)
    case = a_case(office, "Infrasonic stethoscope").id
    first = _file(office, case, "provisional", date(2026, 2, 2), None)
    second = _file(office, case, "non_provisional", date(2026, 8, 3), first)
    office.act(grant_right, GrantRight(second, 1, date(2026, 9, 1), "12,345,678"))
    licence = a_licence(office, case, signed=date(2026, 8, 3))
    a_licence(office, case, kind="option", signed=date(2026, 8, 4))
    a_receipt(office, "500,000.00", case, source=licence)
    a_receipt(office, "1,250.50", case, income="earned")
    repaid = a_receipt(office, "99.00", case, income="patent_costs", source=licence)
    wrong = a_receipt(office, "77.00", case)
    office.act(reverse_receipt, Reverse(wrong.id, TODAY, "Booked twice"))
    an_expense(office, "1,000.00", case)
    an_expense(office, "400.00", case, payer="licensee")
    assert repaid
    return office


def _file(office, case, kind, filed, parent):
    number = f"63/{filed:%m%d%y}"
    fields = RightFields(
        kind, "US", "Stethoscope", ((case, Fraction(1)),), filed=filed, application_number=number,
        parent_id=parent,
    )  # fmt: skip
    return office.act(file_right, FileRight(fields)).result


def report_of(office, scheme="autm", year=2026):
    return office.read(build, scheme_named(scheme), year)


def test_the_core_figures_follow_from_the_records(filled):
    report = report_of(filled)
    assert {each.rule.code: each.value for each in report.figures} == {
        "disclosures": 1,
        "closed": 0,
        "licences": 1,
        "licences_exclusive": 1,
        "licences_non_exclusive": 0,
        "licences_start_up": 0,
        "licences_small": 0,
        "licences_large": 0,
        "options": 1,
        "active": 2,
        "with_income": 1,
        "income": 50_125_050,
        "royalties": 125_050,
        "equity": 0,
        "other_income": 50_000_000,
        "legal_fees": 100_000,
        "legal_fees_repaid": 9_900,
        "new_applications": 1,
        "us_applications": 2,
        "new_elsewhere": 0,
        "us_patents": 1,
    }
    assert report.currency == "USD"
    assert report.institution == "Halden University"


def test_what_was_left_out_says_why(filled):
    report = report_of(filled)
    said = {
        code: {str(each.reason) for each in report.figure(code).left_out}
        for code in ("income", "licences_small", "new_applications", "legal_fees", "with_income")
    }
    assert said == {
        "income": {"Reversed", "Kind: Patent costs repaid"},
        "licences_small": {"Size at signature not recorded"},
        "new_applications": {"Follows an earlier filing: 63/020226"},
        "legal_fees": {"Paid by others: The licensee"},
        "with_income": {"Reversed", "Kind: Patent costs repaid", "Not paid under an agreement"},
    }


def test_the_size_at_signature_decides_not_the_size_of_today(office):
    case = a_case(office).id
    licence = a_licence(office, case)
    before = report_of(office).figure("licences_small").value
    office.act(record_company_size, RecordCompanySize(_licensee(office, licence), TODAY, "small"))
    assert report_of(office).figure("licences_small").value == before == 0


def _licensee(office, licence):
    from sqlalchemy import select

    from techmgr.agreements.model import AgreementParty

    chosen = select(AgreementParty.organisation_id).where(AgreementParty.agreement_id == licence.id)
    return office.read(lambda session: session.scalar(chosen))


def test_a_withdrawn_disclosure_is_left_out_with_its_reason(office):
    received = a_disclosure(office)
    request = WithdrawDisclosure(received.disclosure_id, None, "Published already")
    office.act(withdraw, request)
    figure = report_of(office).figure("disclosures")
    assert figure.value == 0
    assert [str(each.reason) for each in figure.left_out] == ["Withdrawn: Published already"]


def test_five_years_stand_beside_each_other(filled):
    report = report_of(filled)
    assert sorted(report.before) == [2022, 2023, 2024, 2025]
    assert report.value_in(2025, "disclosures") == 0
    assert report_of(filled, year=2027).value_in(2026, "income") == 50_125_050


def test_each_scheme_has_its_own_year(office):
    assert office.read(year_of, scheme_named("hebci"), TODAY) == 2026
    assert office.read(year_of, scheme_named("autm"), TODAY) == 2025
    report = report_of(office, "hebci")
    assert (report.first, report.last) == (date(2025, 8, 1), date(2026, 7, 31))


@pytest.mark.parametrize(
    ("minor", "thousands"), [(1_250_000, 13), (1_249_999, 12), (-1_250_000, -13)]
)
def test_thousands_are_rounded_half_up(office, minor, thousands):
    assert rounded(minor, report_of(office, "hebci")) == thousands


def test_the_workbook_has_a_sheet_behind_every_figure(filled, tmp_path):
    report = report_of(filled)
    book = openpyxl.load_workbook(write_workbook(report, tmp_path / "report.xlsx"))
    assert len(book.sheetnames) == 1 + len(report.figures)
    sheet = book["Q5.4 Licence income received"]
    counted = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=5)]
    assert [flag for flag, _ in counted] == [1, 1, 0, 0]
    assert book["Figures"].cell(1, 1).value == "Halden University: AUTM survey, core figures, 2026"


@pytest.mark.office
def test_the_sums_of_the_workbook_are_live(filled, tmp_path, convert):
    report = report_of(filled)
    path = write_workbook(report, tmp_path / "report.xlsx")
    book = openpyxl.load_workbook(convert(path, "xlsx"), data_only=True)
    shown = {
        row[0].value.strip(): row[2].value
        for row in book["Figures"].iter_rows(min_row=5)
        if row[2].value is not None
    }
    for figure in report.figures:
        expected = figure.value / 100 if figure.rule.is_money else figure.value
        assert shown[str(figure.rule.label)] == pytest.approx(expected), figure.rule.code


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_pdf_is_written_in_both_languages(filled, tmp_path, language):
    for scheme in ("autm", "hebci"):
        path = write_pdf(report_of(filled, scheme), tmp_path / f"{scheme}.pdf", TODAY, language)
        assert path.read_bytes().startswith(b"%PDF")


def test_the_command_prints_and_writes(filled, tmp_path, capsys):
    out = tmp_path / "report.pdf"
    assert (
        main(["report", filled.place, "autm", "--year", "2026", "--out", str(out), "--json"]) == 0
    )
    figures = {each["figure"]: each for each in json.loads(capsys.readouterr().out)}
    assert figures["income"]["value"] == {"amount": "501250.50", "currency": "USD"}
    assert {each["reason"] for each in figures["licences"]["left_out"]} == {"Kind: Option"}
    assert out.exists()
    assert main(["report", filled.place, "autm", "--year", "2026", "--out", "report.doc"]) == 2
    assert "must end in .xlsx or .pdf" in capsys.readouterr().err


def test_shipped_schemes_are_named_in_the_help(capsys):
    names = {path.stem for path in resource("schemes").glob("*.toml")}
    with pytest.raises(SystemExit):
        main(["report", "--help"])
    help_ = capsys.readouterr().out
    assert all(name in help_ for name in names)


@pytest.fixture
def shell(qapp, qtbot, filled):
    if not QApplication.styleSheet(qapp):
        theme.start(qapp, "light")
    jobs = Jobs(interrupt=filled.interrupt)
    crashes = []
    jobs.crashed.connect(crashes.append)
    window = Shell(jobs)
    qtbot.addWidget(window)
    for kind in kinds(filled):
        window.register(kind)
    window.show()
    yield window
    jobs.close()
    assert not crashes, crashes


def wait(qtbot, shell):
    qtbot.waitUntil(lambda: shell.jobs.idle, timeout=60_000)


@pytest.mark.gui
def test_the_page_shows_figures_and_what_is_behind_them(shell, qtbot, tmp_path):
    shell.go(Place("reports"))
    wait(qtbot, shell)
    page = shell.page
    assert page.report.year == 2025
    qtbot.keyClick(shell, Qt.Key.Key_BracketRight)
    wait(qtbot, shell)
    assert page.report.year == 2026
    assert page.table.go_to("income")
    assert page.table.current_row().value == "501,250.50"
    assert len(page.why.counted.model_.known_rows()) == 2
    reasons = [str(each.reason) for each in page.why.left_out.model_.known_rows()]
    assert reasons == ["Kind: Patent costs repaid", "Reversed"]
    assert "<b>2 counted</b>" in page.status()
    page.export_to(tmp_path / "shown.xlsx")
    wait(qtbot, shell)
    assert (tmp_path / "shown.xlsx").exists()
    page.show_scheme("hebci")
    wait(qtbot, shell)
    assert page.report.scheme.code == "hebci"
