"""The disclosure form as an officer fills it in: by keyboard, with shares that must make one."""

from fractions import Fraction

import pytest
from action_examples.parts import a_disclosure, a_person
from PySide6.QtWidgets import QApplication

from techmgr.casefile.queries import CaseFilter, case_page
from techmgr.desktop.choices import Option
from techmgr.desktop.forms import DRAFT_AFTER
from techmgr.desktop.pages import Place
from techmgr.disclosure.queries import disclosure_by_id, disclosures_of, shares_on
from techmgr.disclosure.states import DisclosureState


@pytest.fixture
def window(office, open_window):
    opened = open_window(office)
    opened.shell.go(Place("cases"))
    opened.settle()
    return opened


def fill(window, shares, title="Self-calibrating virtual sensor"):
    """Fill the form in with one new inventor for every share."""
    names = ("Yuki Tanaka", "Omar El-Sayed", "Greta Lind")
    page = window.page
    page.form.fields["title"].set_raw(title)
    page.inventors.set_value(
        [
            {"person_id": Option(a_person(window.office, name), name), "share": share,
             "assignment": "to_be_obtained"}
            for name, share in zip(names, shares, strict=True)
        ]
    )  # fmt: skip
    window.settle()


def test_shares_of_105_per_cent_are_refused_beside_the_table_then_100_make_a_case(window, office):
    window.press("Ctrl+N")
    fill(window, (Fraction(45, 100), Fraction(35, 100), Fraction(25, 100)))
    page = window.page
    window.press("Ctrl+S")
    sentence = "The three shares make 105 %. They must make exactly 100 %: take 5 % away."
    assert page.form.problems()[0].replace("\u202f", " ") == sentence
    assert page.inventors.isAncestorOf(window.focus)
    assert page.sections.needs == "One field needs you"
    page.inventors.cell(0, "share").set_value(Fraction(40, 100))
    window.press("Ctrl+S")
    assert window.page.title() == "26-001"
    (case,) = office.read(case_page, CaseFilter(), 0, 10, office.today)
    assert case.title == "Self-calibrating virtual sensor"
    plan = office.read(shares_on, case.id, office.today)
    assert [row.share for row in plan.shares] == [Fraction(2, 5), Fraction(7, 20), Fraction(1, 4)]


def test_share_equally_gives_exact_thirds(window, office):
    window.press("Ctrl+N")
    fill(window, (None, None, None))
    window.press("Alt+E")
    assert window.page.inventors._sum.text().replace("\u202f", " ") == "100 %"
    window.press("Ctrl+S")
    plan = office.read(shares_on, 1, office.today)
    assert [row.share for row in plan.shares] == [Fraction(1, 3)] * 3


def test_a_person_not_on_file_is_added_from_the_picker(window, office):
    window.press("Ctrl+N")
    field = window.page.inventors.cell(0, "person_id")
    field.edit.setFocus()
    window.type("Greta Lind")
    field.popup.setFocus()
    words = field._list.stringList()
    assert words == ["New person “Greta Lind”"]
    field._pick_words(words[0])
    window.settle()
    assert field.picked is not None
    assert field.picked.text == "Greta Lind"


def test_a_missing_title_is_named_and_gets_the_keyboard(window):
    window.press("Ctrl+N", "Ctrl+S")
    assert window.page.form.problems() == ["This is needed."]
    assert window.focus is window.page.form.fields["title"].control


def test_a_draft_survives_a_killed_window(window, office, open_window):
    window.press("Ctrl+N")
    QApplication.focusWidget()
    window.page.form.fields["title"].control.setFocus()
    window.type("Half a title")
    window.wait(DRAFT_AFTER + 200)
    window.close()
    again = open_window(office)
    again.shell.go(Place("disclosure"))
    again.settle()
    assert again.page.form.fields["title"].raw() == "Half a title"
    assert not again.page._kept.isHidden()


def test_a_recorded_disclosure_is_edited_as_a_whole_and_answered(window, office):
    received = a_disclosure(office)
    window.shell.go(Place("disclosure", extra={"disclosure": received.disclosure_id}))
    window.settle()
    page = window.page
    assert [row["share"] for row in page.inventors.value()] == [Fraction(11, 20), Fraction(9, 20)]
    page.form.fields["title"].control.setFocus()
    window.press("End")
    window.type(" II")
    window.press("Ctrl+S")
    details = office.read(disclosure_by_id, received.disclosure_id)
    assert details.fields.title.endswith("II")
    window.shell.go(Place("disclosure", extra={"disclosure": received.disclosure_id}))
    window.settle()
    window.page.send_back()
    window.settle()
    window.page.sheet.form.fields["reason"].set_raw("The drawings are missing")
    window.press("Ctrl+S")
    (row,) = office.read(disclosures_of, received.case_id)
    assert row.state is DisclosureState.SENT_BACK
    window.shell.go(Place("disclosure", extra={"disclosure": received.disclosure_id}))
    window.settle()
    window.page.accept()
    window.settle()
    (row,) = office.read(disclosures_of, received.case_id)
    assert row.state is DisclosureState.ACCEPTED


def test_dates_and_similar_cases_stand_beside_the_form(window, office):
    a_disclosure(office)
    window.press("Ctrl+N")
    page = window.page
    from datetime import date

    page.form.fields["title"].set_raw("Virtual sensor that calibrates")
    page.form.fields["publications"].set_value(
        [{"on_day": date(2026, 9, 25), "kind": "talk", "what": "IEEE", "is_public": True}]
    )
    page._look_beside()
    window.settle()
    from PySide6.QtWidgets import QLabel, QPushButton

    said = {each.text() for each in page.beside.findChildren(QLabel)}
    assert "File before it is public" in said
    assert "US grace period ends" in said
    assert "26-001" in {each.text() for each in page.beside.findChildren(QPushButton)}
