"""A form goes out as a workbook, is filled in, and is read back."""

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from techmgr.core.errors import UserError
from techmgr.documents import workbook
from techmgr.documents.content import Column, Kind
from techmgr.documents.filled_form import read_form
from techmgr.documents.sheets import Book, Look, Sheet, Styled


@pytest.fixture
def sent(tmp_path):
    rows = [
        ["Title", Styled("", Look.INPUT)],
        ["Conceived", Styled("", Look.INPUT, Kind.DAY)],
        ["Contribution", Styled("", Look.INPUT, Kind.SHARE)],
        ["Readiness", Styled("", Look.INPUT, Kind.NUMBER)],
    ]
    names = {"title": "B2", "conceived": "B3", "contribution": "B4", "readiness": "B5"}
    columns = [Column("Field"), Column("Answer")]
    sheet = Sheet("Disclosure", columns, rows, names=names, is_protected=True)
    return workbook.write(Book([sheet], form="disclosure 1"), tmp_path / "form.xlsx")


def test_an_empty_form_comes_back_empty(sent):
    form = read_form(sent)
    assert form.form == "disclosure 1"
    assert form.values == dict.fromkeys(["title", "conceived", "contribution", "readiness"])


def test_answers_come_back_with_their_types(sent):
    book = load_workbook(sent)
    page = book["Disclosure"]
    page["B2"], page["B3"], page["B4"], page["B5"] = " 次声听诊器 ", date(2026, 9, 14), 0.35, 4
    book.save(sent)
    assert read_form(sent).values == {
        "title": "次声听诊器",
        "conceived": date(2026, 9, 14),
        "contribution": Decimal("0.35"),
        "readiness": Decimal(4),
    }


def test_cells_to_be_filled_have_the_format_of_their_kind(sent):
    page = load_workbook(sent)["Disclosure"]
    formats = [page[f"B{row}"].number_format for row in (2, 3, 4)]
    assert formats == ["@", "d mmm yyyy", "0.00%"]


def test_what_is_no_form_is_refused(tmp_path):
    plain = tmp_path / "plain.xlsx"
    Workbook().save(plain)
    with pytest.raises(UserError, match="import it as a list"):
        read_form(plain)
    junk = tmp_path / "junk.xlsx"
    junk.write_bytes(b"PK junk")
    with pytest.raises(UserError, match="not an Excel workbook"):
        read_form(junk)
