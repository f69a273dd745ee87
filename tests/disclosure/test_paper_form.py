"""The disclosure form goes out as a workbook and comes back without retyping."""

from datetime import date
from fractions import Fraction

import pytest
from openpyxl import load_workbook

from techmgr.core.errors import UserError
from techmgr.disclosure.actions_paper import TakeInForm, take_in_form
from techmgr.disclosure.paper_form import blank_form, read
from techmgr.disclosure.queries import disclosure_by_id, inventors_of
from techmgr.documents import workbook
from techmgr.documents.filled_form import read_form
from techmgr.people.actions import PersonFields, RegisterPerson, register_person


def fill(path, cells):
    book = load_workbook(path)
    for name, value in cells.items():
        sheet, place = next(iter(book.defined_names[name].destinations))
        cell = book[sheet][place]
        assert not cell.protection.locked, f"{name} cannot be filled in"
        cell.value = value
    book.save(path)


FILLED = {
    "title": "Self-calibrating virtual sensor",
    "summary": "Estimates what a probe would measure.",
    "inventor_1_name": "Yuki Tanaka",
    "inventor_1_email": "y.tanaka@halden.example",
    "inventor_1_employer": "Halden University",
    "inventor_1_share": "45 %",
    "inventor_2_name": "赵敏",
    "inventor_2_share": 35,
    "inventor_3_name": "Greta Lind",
    "inventor_3_employer": "Norrland Sensor AB",
    "inventor_3_share": 0.2,
    "award_1_number": "80NSSC-1",
    "award_1_sponsor": "NASA",
    "publication_1_what": "Talk, abstract online",
    "publication_1_day": date(2026, 10, 25),
    "publication_1_planned": "yes",
    "material_1_what": "Wafer",
    "material_1_source": "Norrland Sensor AB",
}


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "disclosure.xlsx"
    workbook.write(blank_form("Halden Technology Transfer"), path)
    return path


def test_a_filled_in_form_opens_a_case(office, form):
    known = office.act(
        register_person,
        RegisterPerson(PersonFields("Y. Tanaka", email="Y.Tanaka@halden.example")),
    ).result
    fill(form, FILLED)
    filled = read_form(form)
    taken = office.act(
        take_in_form, TakeInForm(filled.form, filled.values, date(2026, 9, 11))
    ).result
    inventors = office.read(inventors_of, taken.disclosure_id)
    assert [each.share for each in inventors] == [Fraction(9, 20), Fraction(7, 20), Fraction(1, 5)]
    assert inventors[0].person_id == known
    disclosure = office.read(disclosure_by_id, taken.disclosure_id)
    assert disclosure.fields.publications[0].is_planned
    assert len(disclosure.fields.awards) == 1
    assert disclosure.fields.materials[0].source_id == inventors[2].employer_id


def test_the_same_form_twice_is_refused(office, form):
    fill(form, FILLED)
    filled = read_form(form)
    request = TakeInForm(filled.form, filled.values, date(2026, 9, 11))
    office.act(take_in_form, request)
    with pytest.raises(UserError, match="already"):
        office.act(take_in_form, request)


def test_what_is_wrong_is_told_cell_by_cell(form):
    fill(
        form,
        {
            "inventor_1_share": "most of it",
            "publication_1_what": "Talk",
            "publication_1_day": "soon",
        },
    )
    filled = read_form(form)
    with pytest.raises(UserError) as caught:
        read(filled.form, filled.values)
    fields = {problem.field for problem in caught.value.problems}
    assert fields == {"title", "inventor_1_name", "inventor_1_share", "publication_1_day"}


def test_another_form_is_refused():
    with pytest.raises(UserError, match="not a disclosure form"):
        read("techmgr royalty report", {})


def test_the_form_speaks_the_inventors_language():
    book = blank_form("海登大学", "zh_CN", "1")
    assert book.form.endswith(" 1")
    assert book.language == "zh_CN"
