"""Workbooks: text never turns into a formula, values keep their types, the file is set up to print."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.documents import workbook
from techmgr.documents.content import Column, Kind
from techmgr.documents.sheets import Book, Choice, Formula, Look, Sheet, Styled

RISKY = ["=1+1", '=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "#N/A", "=", "#REF!"]


def opened(tmp_path, *sheets, **more):
    return load_workbook(workbook.write(Book(sheets, **more), tmp_path / "book.xlsx"))


def one_column(values, **more):
    return Sheet("Sheet one", [Column("What")], [[value] for value in values], **more)


def worksheet():
    """Picture 22 in small: amounts entered, a rate of the policy, formulas on whole cents."""
    columns = [
        Column("Step", Kind.NUMBER),
        Column("What"),
        Column("Date", Kind.DAY),
        Column("Amount", Kind.MONEY),
        Column("Rate", Kind.SHARE),
        Column("Booked", Kind.MONEY),
        Column("Clause and source"),
    ]
    entered = [
        (date(2025, 11, 12), 30_000_000, "L-0087 § 4.3(b), receipt 26-0031"),
        (date(2025, 11, 14), 3_841_260, "L-0087 § 4.2, receipt 26-0034"),
        (date(2026, 8, 11), 16_158_740, "Amendment 2 § 2, receipt 26-0139"),
    ]
    rows = [
        [
            1,
            "Earned royalty",
            Styled(day, Look.ENTERED),
            Styled(Money(cents, "USD"), Look.ENTERED),
            "",
            "",
            Styled(source, Look.QUIET),
        ]
        for day, cents, source in entered
    ]
    fee = Styled(Fraction(15, 100), Look.POLICY)
    rows += [
        ["", "Received", "", "", "", Formula("=SUM(D5:D7)"), "sum of D5:D7"],
        [2, "Office fee", "", Formula("=F8"), fee, Formula("=-ROUND(F8*E9,2)"), "Policy § 3.1"],
        [4, "Net income", "", "", "", Formula("=F8+F9"), "never below zero"],
        ["", "Check", "", "", "", Styled(Formula("=D9+F9-F10"), Look.CHECK), "must be 0.00"],
    ]
    return Sheet(
        "L-0087",
        columns,
        rows,
        heading="Distribution worksheet, licence L-0087, Auscura Medical, Inc.",
        under="Run FY 2026, USD. Blue: entered. Black: formula. Grey: from the policy.",
        marks={3: Look.TOTAL, 5: Look.TOTAL},
    )


@pytest.mark.parametrize("text", RISKY)
def test_text_of_a_user_is_never_a_formula(tmp_path, text):
    page = opened(tmp_path, one_column([text, Styled(text, Look.INPUT)])).active
    for cell in (page["A2"], page["A3"]):
        assert cell.value == text
        assert cell.data_type == "s"
        assert cell.quotePrefix == (text[0] in "=+-@")


def test_a_title_or_heading_is_never_a_formula(tmp_path):
    sheet = Sheet("=1+1", [Column("=2+2")], [], heading="=3+3", under="=4+4")
    page = opened(tmp_path, sheet).active
    assert [page[at].data_type for at in ("A1", "A2", "A4")] == ["s"] * 3
    assert page.title == "=1+1"


def test_values_keep_their_types_and_formats(tmp_path):
    values = [
        Money(-123_456, "USD"),
        Money(1500, "JPY"),
        Money(1234, "KWD"),
        date(2026, 9, 14),
        Fraction(3334, 10_000),
        Fraction(1, 3),
        12_345,
        Formula("=A2*2"),
    ]
    page = opened(tmp_path, one_column(values)).active
    cells = [page.cell(row, 1) for row in range(2, 10)]
    assert [cell.data_type for cell in cells] == ["n", "n", "n", "d", "n", "f", "n", "f"]
    assert Decimal(str(cells[0].value)) == Decimal("-1234.56")
    assert cells[3].value.date() == date(2026, 9, 14)
    assert cells[5].value == "=1/3"
    assert [cell.number_format for cell in cells] == [
        "#,##0.00;−#,##0.00",
        "#,##0;−#,##0",
        "#,##0.000;−#,##0.000",
        "d mmm yyyy",
        "0.00%",
        "# ???/???",
        "#,##0;−#,##0",
        "#,##0.00;−#,##0.00",
    ]


def test_what_excel_cannot_hold_exactly_is_text(tmp_path):
    values = [Money(12_345_678_901_234_567, "USD"), date(1871, 3, 1), 2**60]
    page = opened(tmp_path, one_column(values)).active
    shown = [page.cell(row, 1).value for row in (2, 3, 4)]
    assert shown == ["123456789012345.67", "1871-03-01", str(2**60)]


def test_control_characters_go_and_line_ends_stay(tmp_path):
    page = opened(tmp_path, one_column(["a\x00\x1fb\r\nc\ud800", "_x0041_"])).active
    assert page["A2"].value == "ab\nc"
    assert workbook.legal_text("_x0041_ _x_") == "_x005F_x0041_ _x_"


def test_a_text_too_long_says_how_long_it_was(tmp_path):
    value = opened(tmp_path, one_column(["x" * 40_000])).active["A2"].value
    assert len(value) == workbook.LONGEST_TEXT
    assert value.endswith("… [40,000]")


def test_more_rows_than_a_sheet_holds_are_refused():
    with pytest.raises(UserError, match="filter the list"):
        workbook.render(Book([Sheet("x", [Column("a")], [[]] * workbook.MOST_ROWS)]))


def test_sheet_titles_are_legal_and_different(tmp_path):
    titles = ["L/0087:[x]", "l 0087  x", "History", "", "x" * 50, "x" * 60, "'q'"]
    book = opened(tmp_path, *(Sheet(title, [Column("a")], []) for title in titles))
    assert len({title.casefold() for title in book.sheetnames}) == len(titles)
    assert all(0 < len(title) <= 31 for title in book.sheetnames)


def test_the_head_is_frozen_and_printed_on_every_page(tmp_path):
    page = opened(tmp_path, worksheet()).active
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$4:$4"
    assert page.page_setup.orientation == "landscape"
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page["D4"].fill.fgColor.rgb == "FF1D3A6B"


def test_entered_is_blue_and_policy_on_grey(tmp_path):
    page = opened(tmp_path, worksheet()).active
    assert page["D5"].font.color.rgb == "FF24509F"
    assert page["E9"].fill.fgColor.rgb == "FFF3F3F0"
    assert page["F8"].font.bold


def test_only_inputs_of_a_protected_sheet_are_unlocked(tmp_path):
    sheet = Sheet(
        "Form",
        [Column("Field"), Column("Answer")],
        [["Title", Styled("", Look.INPUT)], ["Stage", Styled("idea", Look.INPUT)]],
        is_protected=True,
        names={"title": "B2"},
        choices=[Choice("B3", ["idea", "prototype, tested", 'said "yes"'])],
    )
    book = opened(tmp_path, sheet, form="disclosure 1")
    page = book["Form"]
    assert page.protection.sheet
    assert page["A2"].protection.locked
    assert not page["B2"].protection.locked
    assert book.defined_names["title"].attr_text == "'Form'!$B$2"
    form = book.defined_names[workbook.FORM_NAME]
    assert form.hidden
    assert form.attr_text == "techmgr!$A$1"
    assert book["techmgr"]["A1"].value == "disclosure 1"
    assert book["techmgr"].sheet_state == "veryHidden"
    (rule,) = page.data_validations.dataValidation
    assert rule.formula1 == "Lists!$A$1:$A$3"
    assert book["Lists"]["A2"].value == "prototype, tested"


def test_a_row_longer_than_the_columns_is_a_bug():
    with pytest.raises(ValueError, match="2 cells in a sheet of 1"):
        Sheet("x", [Column("a")], [["a", "b"]])
    with pytest.raises(ValueError, match="begins with ="):
        Formula("1+1")


@pytest.mark.office
def test_libreoffice_computes_the_worksheet(tmp_path, convert):
    made = workbook.write(Book([worksheet(), one_column(RISKY)]), tmp_path / "worksheet.xlsx")
    book = load_workbook(convert(made, "xlsx"), data_only=True)
    page = book["L-0087"]
    assert [page[at].value for at in ("F8", "F9", "F10", "F11")] == [500_000, -75_000, 425_000, 0]
    texts = [book["Sheet one"].cell(row, 1).value for row in range(2, 2 + len(RISKY))]
    assert texts == RISKY
