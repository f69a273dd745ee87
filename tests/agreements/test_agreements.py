"""Agreements through their actions and screens: draft, sign, terms on a day, the licence in Word."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import an_organisation
from action_examples.parts_money import a_draft, a_licence, an_invention
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from techmgr.agreements.actions import SignAgreement, draft_agreement, sign_agreement
from techmgr.agreements.queries import agreement_rows, cases_of, terms_in_force
from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.pages import Place

SIGNED = date(2026, 8, 3)


def test_terms_hold_from_the_day_it_takes_effect(office):
    drafted = office.act(draft_agreement, a_draft(office, an_invention(office))).result
    office.act(sign_agreement, SignAgreement(drafted.id, 1, SIGNED))
    assert office.read(terms_in_force, drafted.id, date(2026, 8, 2)) == []
    assert len(office.read(terms_in_force, drafted.id, SIGNED)) == 2


@pytest.mark.parametrize("shares", [["1/2", "1/3"], ["1/2", "2/3"]])
def test_shares_of_cases_must_make_one(office, shares):
    cases = an_invention(office), an_invention(office)
    with pytest.raises(UserError, match="exactly 100 %"):
        office.act(draft_agreement, a_draft(office, *cases, shares=shares))


@pytest.fixture
def window(office, open_window):
    opened = open_window(office)
    opened.shell.go(Place("agreements"))
    opened.settle()
    return opened


def test_an_agreement_is_drafted_and_signed_in_the_window(window, office):
    case, party = an_invention(office), an_organisation(office)
    window.press("N")
    fields = window.page.sheet.form.fields
    fields["party_id"].set_value(Option(party, "Norrland Sensor AB"))
    fields["title"].set_raw("Virtual sensor licence")
    fields["cases"].set_value([{"case": Option(case, "26-001"), "share": None}])
    fields["terms"].cell(0, "kind").set_raw("royalty")
    fields["terms"].cell(0, "rate").set_raw("4 %")
    window.press("Ctrl+S")
    assert window.page.found.row.party == "Norrland Sensor AB"
    assert [(t.kind, t.rate) for t in window.page.found.terms] == [("royalty", Fraction(1, 25))]
    window.page.sign()
    window.page.sheet.form.fields["signed"].set_raw("3 Aug 2026")
    window.page.sheet.save()
    window.settle()
    assert window.page.found.row.state == "signed"
    [row] = office.read(agreement_rows)
    assert office.read(cases_of, row.id)[0].share == 1


def test_typing_narrows_the_list(window, office):
    case = an_invention(office)
    a_licence(office, case)
    a_licence(office, case)
    window.shell.go(Place("agreements"))
    window.settle()
    window.press("/")
    window.type("L-0002")
    assert [row.number for row in window.page.table.model_.known_rows()] == ["L-0002"]
    window.press("Return")
    assert window.page.found.row.number == "L-0002"


def test_terms_follow_the_day_and_brackets_jump_to_changes(window, office):
    licence = a_licence(office, an_invention(office))
    window.shell.go(Place("agreement", Reference("agreement", licence.id)))
    window.settle()
    window.page.day.set_value(date(2026, 8, 1))
    window.settle()
    assert window.page.found.terms == []
    assert "The first begins 3 Aug" in window.page._empty.text()
    window.page.setFocus()
    window.press("]")
    assert window.page.found.day == SIGNED
    assert len(window.page.found.terms) == 2


class Opener(QObject):
    """Takes the place of the program the system would open a folder with."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(url)


@pytest.fixture
def opener():
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


def test_the_licence_is_written_once_every_blank_is_filled(window, office, tmp_path, opener):
    licence = a_licence(office, an_invention(office))
    window.shell.go(Place("agreement", Reference("agreement", licence.id)))
    window.settle()
    window.page.write()
    window.settle()
    fields = window.page.sheet.form.fields
    assert "governing_law" in fields
    folder = tmp_path / "papers"
    window.page.write_to(folder, {})
    window.settle()
    assert any("governing_law" in field.problem for field in fields.values())
    window.page.write_to(folder, dict.fromkeys(fields, "as agreed"))
    window.settle()
    assert [path.suffix for path in folder.iterdir()] == [".docx"]
    assert len(opener.opened) == 1
