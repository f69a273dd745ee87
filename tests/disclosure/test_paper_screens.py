"""The disclosure form as a workbook through a real window: out, filled in, back as a case."""

import pytest
from openpyxl import load_workbook

from techmgr.casefile.queries import CaseFilter, case_count
from techmgr.disclosure.screens.paper import PaperForms

pytestmark = pytest.mark.gui


def filled(path, **answers):
    book = load_workbook(path)
    for name, value in answers.items():
        sheet, place = next(iter(book.defined_names[name].destinations))
        book[sheet][place] = value
    book.save(path)


def test_a_form_goes_out_and_comes_back_as_a_case(open_window, office, tmp_path):
    window = open_window(office)
    forms = PaperForms(window.shell, office)
    path = tmp_path / "form.xlsx"
    forms.write(path)
    window.settle()
    filled(path, title="Virtual sensor", inventor_1_name="Greta Lind", inventor_1_share="100 %")
    forms.read(path)
    window.settle()
    assert window.page.place.page == "case"
    assert office.read(case_count, CaseFilter("virtual")) == 1
    forms.read(path)
    window.settle()
    assert office.read(case_count, CaseFilter("virtual")) == 1
    office.undo_last()
    assert office.read(case_count, CaseFilter("virtual")) == 0
