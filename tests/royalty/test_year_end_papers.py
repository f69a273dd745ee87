"""Letters, summaries for tax, income and the books for finance: they add up, and LibreOffice computes them."""

import csv
from datetime import date
from fractions import Fraction

import openpyxl
import pytest
from action_examples.parts_money import (
    a_department,
    a_licence,
    a_policy,
    a_receipt,
    a_receipt_request,
    a_waiting_receipt,
    an_expense,
    an_invention,
    posted,
)
from docx import Document
from pypdf import PdfReader
from sqlalchemy import select

from techmgr.core.errors import UserError
from techmgr.desktop.jobs import Cancelled
from techmgr.ledger.actions import SetRate, record_receipt, set_rate
from techmgr.people.actions import EditPerson, PersonFields, edit_person
from techmgr.royalty.actions import RunRequest, approve_run, post_run
from techmgr.royalty.actions_correct import correct_run
from techmgr.royalty.books_files import write_books, write_income
from techmgr.royalty.letters import save_templates, write_letters
from techmgr.royalty.model import PaymentLine
from techmgr.royalty.paper_files import write_statements
from techmgr.royalty.papers import papers_of
from techmgr.royalty.paying import ReturnPayment, pay_run, return_payment
from techmgr.royalty.yearly_files import write_year

TODAY = date(2026, 9, 14)


def words_of(path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def letter(path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(path).paragraphs)


@pytest.fixture
def run(office):
    case_id = a_waiting_receipt(office)
    an_expense(office, "25,000.00", case_id)
    return posted(office)


def test_every_payee_gets_a_letter_in_their_language(office, run, tmp_path):
    office.act(edit_person, EditPerson(3, None, PersonFields("Omar El-Sayed", language="zh_CN")))
    written = write_letters(office, run.id, tmp_path)
    assert len(written) == 5
    english = letter(next(path for path in written if "Tanaka" in path.name))
    assert "Your share is USD 73,348.00. It goes to: Payroll, P-2." in english
    chinese = letter(next(path for path in written if "Omar" in path.name))
    assert "您的份额为" in chinese
    assert "60,012.00" in chinese
    within = letter(next(path for path in written if "School" in path.name))
    assert "booked within the institution" in within


def test_the_offices_own_template_goes_first_and_a_blank_is_refused(office, run, tmp_path):
    [english, _] = save_templates(tmp_path)
    assert save_templates(tmp_path) == []
    own = Document()
    own.add_paragraph("Good news, {{ payee }}: {{ amount }}.")
    own.save(english)
    written = write_letters(office, run.id, tmp_path)
    path = next(path for path in written if "Tanaka" in path.name)
    assert letter(path) == "Good news, Yuki Tanaka: USD 73,348.00."
    own.add_paragraph("{{ nickname }}")
    own.save(english)
    with pytest.raises(UserError, match="nickname"):
        write_letters(office, run.id, tmp_path)


def test_letters_are_cancelled_between_two(office, run, tmp_path):
    def stop(done, _total):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_letters(office, run.id, tmp_path, stop)
    assert len(list(tmp_path.glob("*.docx"))) == 2


@pytest.mark.office
def test_a_year_adds_up_to_the_books_without_what_came_back(office, run, tmp_path, convert):
    office.act(pay_run, RunRequest(run.id))
    line = office.read(
        lambda session: session.scalar(
            select(PaymentLine.id).where(PaymentLine.payee == "person:2")
        )
    )
    office.act(return_payment, ReturnPayment(line, "Account closed"))
    written = write_year(office, 2026, tmp_path)
    mine = words_of(next(path for path in written if "Tanaka" in path.name))
    assert "came back" in mine
    book = openpyxl.load_workbook(convert(written[-1], "xlsx"), data_only=True)
    sheet = book.worksheets[0]
    totals = {row[0]: row[5] for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert totals["Yuki Tanaka"] == 0
    assert totals["Together"] == totals["Booked as paid"] == 400_000 - 73_348
    assert totals["Paid here minus booked"] == 0
    by_use = {row[0]: row[1] for row in book.worksheets[1].iter_rows(min_row=5, values_only=True)}
    assert by_use["Together"] == totals["Together"]
    with pytest.raises(UserError, match="Nobody was paid in 2025"):
        write_year(office, 2025, tmp_path)


@pytest.mark.office
def test_finance_recomputes_the_books_in_every_currency(office, run, tmp_path, convert):
    office.act(
        set_rate, SetRate("JPY", "USD", date(2026, 1, 1), Fraction(1, 150), "Federal Reserve")
    )
    request = a_receipt_request("15,000", 1, currency="JPY", on=date(2026, 9, 1))
    office.act(record_receipt, request)
    [entries, book] = write_books(office, date(2026, 1, 1), TODAY, tmp_path)
    sums: dict[str, float] = {}
    for row in csv.DictReader(entries.read_text(encoding="utf-8").splitlines()):
        sums[row["currency"]] = round(sums.get(row["currency"], 0) + float(row["amount"]), 2)
    assert sums == {"USD": 0, "JPY": 0}
    read = openpyxl.load_workbook(convert(book, "xlsx"), data_only=True)
    for name in ("Trial balance, USD", "Trial balance, JPY"):
        rows = {row[0]: row for row in read[name].iter_rows(min_row=5, values_only=True)}
        checks = [rows[text][5] for text in rows if text and ("equal" in text or "minus" in text)]
        assert checks == [0, 0]
    dollars = {
        r[0]: r[5] for r in read["Trial balance, USD"].iter_rows(min_row=5, values_only=True)
    }
    assert dollars["Payable to payees"] == -400_000
    assert read["Trial balance, JPY"]["F5"].value == 15_000


def test_income_is_drawn_with_its_values(office, run, tmp_path):
    text = words_of(write_income(office, tmp_path / "income.pdf"))
    assert text.count("500,000.00") >= 3
    assert "Where the money of D-0001 went" in text


def test_a_correction_has_papers_that_say_both_sides(office, tmp_path):
    a_policy(office)
    case_id = an_invention(office, ("1",), department_id=a_department(office))
    a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    first = posted(office)
    an_expense(office, "25,000.00", case_id)
    second = office.act(correct_run, RunRequest(first.id, reason="An invoice came late")).result
    office.act(approve_run, RunRequest(second.id))
    office.act(post_run, RunRequest(second.id))
    [mine] = [
        s for s in office.read(papers_of, second.id, TODAY).statements if s.total == -8_335_00
    ]
    assert mine.lifetime == 133_360_00
    written = write_statements(office, second.id, tmp_path)
    text = words_of(next(path for path in written if "Tanaka" in path.name))
    assert "What has changed since D-0001" in text
    assert "141,695.00" in text
    assert "133,360.00" in text
