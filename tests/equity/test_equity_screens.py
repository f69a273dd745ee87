"""The pages of equity by keyboard: follow, issue, round, distribute, sell, write papers."""

from datetime import date
from fractions import Fraction

import openpyxl
import pytest
from action_examples.parts_equity import a_company, a_round, share_policies
from docx import Document

from techmgr.commands.line import main
from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.pages import Place
from techmgr.equity.queries import register
from techmgr.royalty.equity_files import template_name, write_cap_table, write_memo

TODAY = date(2026, 9, 14)


@pytest.fixture
def window(open_window, office):
    opened = open_window(office)
    opened.shell.go(Place("equity"))
    opened.settle()
    return opened


def fill(window, **raw):
    for name, value in raw.items():
        window.page.sheet.form.fields[name].set_raw(value)
    window.press("Ctrl+S")


def shares_of(window, book):
    window.shell.go(Place("shares", Reference("share_book", book)))
    window.settle()
    return window.page


def test_an_empty_register_offers_the_first_step_and_a_company_is_followed(window, office):
    a_company(office)
    window.press("N")
    window.page.sheet.form.fields["organisation_id"].set_value(Option(1, "Halden University"))
    fill(window, currency="usd")
    assert window.page.title() == "Halden University"
    window.press("N")
    fill(window, name="Common")
    window.press("N")
    fill(window, shares="1,000", kind="founder", holder="Founders")
    assert [line.part for line in window.page.found.company.lines] == [Fraction(1)]
    window.press("R")
    form = window.page.sheet.form
    form.fields["price"].set_raw("0.8213")
    form.fields["investors"].set_raw([{"name": "Fjord", "shares": "500"}])
    window.press("Ctrl+S")
    [newest, _] = window.page.found.company.events
    assert (newest.pre_money, newest.post_money) == (Fraction(82_130), Fraction(123_195))


def test_a_certificate_is_distributed_sold_and_the_sale_is_reversed(window, office):
    book, _, _ = a_company(office)
    share_policies(office)
    page = shares_of(window, book)
    window.press("H")
    window.settle()
    assert "Left-over" not in page.sheet.form.refusal
    assert any(line.endswith("\t28,334") for line in page.sheet.tree.lines())
    window.press("Ctrl+S")
    assert {row.shares for row in page.found.company.ours} == {0, 15_000, 56_667}
    assert any("Yuki Tanaka" in line and "14,167" in line for line in page.trees.lines())
    window.press("S")
    fill(window, shares="99,999", gross="10.00")
    assert "held, not 99,999" in page.sheet.form.fields["shares"].problem
    fill(window, shares="5,000", gross="40,000.00")
    assert page.found.company.events[0].gross.minor == 4_000_000
    page.events.setFocus()
    page.events.select_number(0)
    window.press("U")
    fill(window, reason="The buyer withdrew")
    assert page.found.company.events[0].reversed


def test_the_cap_table_follows_the_day_and_the_chart_the_rounds(window, office):
    book, _, _ = a_company(office)
    a_round(office, book)
    page = shares_of(window, book)
    assert page.proof.text().endswith("= 100.0000\u202f% of 1,250,000 shares, fully diluted")
    window.press("[", "[")
    assert page.found.company.day == date(2026, 8, 3)
    assert page.proof.text().endswith("= 100.0000\u202f% of 1,000,000 shares, fully diluted")
    assert page.chart.names() == ["University", "Founder", "Investor"]
    assert "8.0001\u202f%" in page.chart.accessibleDescription()


@pytest.mark.office
def test_the_cap_table_as_a_workbook_is_live_and_the_memo_proves_itself(office, tmp_path, convert):
    book, _, held = a_company(office)
    a_round(office, book)
    share_policies(office)
    paper, sheet = write_cap_table(office, book, TODAY, tmp_path)
    assert paper.read_bytes().startswith(b"%PDF")
    page = openpyxl.load_workbook(convert(sheet, "xlsx"), data_only=True).active
    rows = {row[0].value: [cell.value for cell in row] for row in page.iter_rows(min_row=5)}
    assert rows["Together"][3:] == [1_250_000, None, 1_250_000, 1]
    assert rows["Parts minus the whole"][6] == 0
    assert abs(rows["Halden University"][6] - 100_001 / 1_250_000) < 1e-12
    [memo] = write_memo(office, book, held, tmp_path)
    cells = [c.text for t in Document(memo).tables for row in t.rows for c in row.cells]
    for shown in ("−15,000", "56,667", "28,334", "14,167", "85,001", "8.0001\u202f%"):
        assert shown in cells


def test_papers_are_written_in_the_language_of_the_reader(office, tmp_path):
    book, _, held = a_company(office)
    share_policies(office)
    _, sheet = write_cap_table(office, book, TODAY, tmp_path, "zh_CN")
    assert openpyxl.load_workbook(sheet).active.title == "股权结构表"
    [memo] = write_memo(office, book, held, tmp_path, "zh_CN")
    said = texts_of(memo)
    assert "致委员会的备忘录：Norrland Sensor AB 的股份" in said
    assert not {"not said", "no round yet", "none", "Together"} & set(said)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_an_offices_own_memo_template_in_the_folder_goes_first(office, tmp_path, language):
    book, _, held = a_company(office)
    own = Document()
    own.add_paragraph("Our own: {{ company }}")
    own.save(tmp_path / template_name(language))
    [memo] = write_memo(office, book, held, tmp_path, language)
    assert texts_of(memo) == ["Our own: Norrland Sensor AB"]


def texts_of(path):
    found = Document(path)
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return [each.text for each in found.paragraphs] + cells


def test_the_register_as_a_command(office, capsys):
    book, _, _ = a_company(office)
    a_round(office, book)
    row = office.read(register, TODAY)[0]
    office.close()
    assert main(["equity", office.place, "--on", "2026-08-20", "--today", "2026-09-14"]) == 0
    assert "8.0001" in capsys.readouterr().out
    assert main(["equity", office.place, "--json", "--on", "2026-08-19"]) == 0
    assert '"fully_diluted": "100001/1000000"' in capsys.readouterr().out
    assert row.part == Fraction(100_001, 1_250_000)
