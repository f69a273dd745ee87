"""One invention from disclosure to its income in the window, by keyboard alone; then a mistake undone."""

import pytest
from action_examples.parts import a_person, an_organisation

from techmgr.casefile.queries_case import case_file
from techmgr.technology.steps import State, Step


@pytest.fixture
def window(office, open_window):
    for name in ("Yuki Tanaka", "Omar El-Sayed", "Greta Lind"):
        a_person(office, name)
    an_organisation(office, "Marlow & Finch LLP", "law_firm")
    an_organisation(office, "Auscura Medical")
    opened = open_window(office)
    opened.press("G, C")
    return opened


def inventor(window, name, share):
    """Type an inventor into the row with the keyboard: name, employer, position, share."""
    window.type(name)
    window.tab(3)
    window.type(share)


def disclose(window):
    """Fill in a disclosure with three inventors; its case is shown then."""
    window.press("Ctrl+N")
    window.type("Infrasonic stethoscope")
    window.tab()
    window.type("Hears more of the heart than an ordinary one, without an echocardiogram.")
    window.press("Alt+2")
    inventor(window, "Yuki", "40 %")
    for name, share in (("Omar", "35 %"), ("Greta", "25 %")):
        window.press("Alt+A")
        inventor(window, name, share)
    window.press("Ctrl+S")
    assert window.page.title() == "26-001", window.page.form.problems()


def protect(window):
    """Accept the disclosure, decide, file, and book what the filing cost."""
    window.press("A")
    decide(window, "assessment", "Strong need, new over the art")
    decide(window, "filing", "A talk is planned")
    window.press("R")
    type_into(window, "application_number", "63/123,456")
    type_into(window, "counsel_id", "Marlow")
    window.press("Ctrl+S")
    run(window, "expense")
    type_into(window, "amount", "4,600.00")
    window.press("Ctrl+S")


def license_it(window):
    """Draft and sign a licence, and book its first receipt."""
    run(window, "agreement")
    type_into(window, "party_id", "Auscura")
    type_into(window, "up_front", "25,000.00")
    window.press("Ctrl+S")
    window.press("]", "]", "]")  # part by part to the agreements
    window.tab()
    window.press("Return")
    window.press("Ctrl+S")
    assert window.page.case.agreements[0].state == "signed"
    run(window, "receipt")
    type_into(window, "gross", "25,000.00")
    window.press("Ctrl+S")


def test_a_case_from_disclosure_to_receipt(window, office):
    disclose(window)
    protect(window)
    license_it(window)
    window.press("N")
    window.type("Not meant for this case")
    window.press("Ctrl+S", "Ctrl+Z")

    found = office.read(case_file, window.page.reference.id, office.today)
    states = {row.step: row.state for row in found.steps}
    assert states[Step.DISCLOSURE] is State.DONE
    assert states[Step.ASSESSMENT] is State.DONE
    assert states[Step.PROTECTION] is State.ACTIVE
    assert states[Step.MONITORING] is State.ACTIVE
    assert found.money.received.minor == 2_500_000
    assert found.money.left.minor == 460_000
    assert found.rights[0].counsel == "Marlow & Finch LLP"
    assert not found.notes

    window.press("G, C", "/")
    window.type("echocard")  # a word of its abstract
    window.press("Return")
    assert window.page.title() == "26-001"


def run(window, name):
    """Choose an action of the page in the palette, as Ctrl+K and a few letters do."""
    command = next(each for each in window.page.commands() if each.id == name)
    window.press("Ctrl+K")
    window.type("> " + command.text.rstrip("…"))
    window.press("Return")


def decide(window, kind, reasons):
    run(window, {"assessment": "assess", "filing": "decide_filing"}[kind])
    type_into(window, "reasons", reasons)
    window.press("Ctrl+S")
    assert window.page.sheet is None, window.page.sheet.form.problems()


def type_into(window, name, text):
    """Go on with Tab until the field has the keyboard, then type; Tab takes the first that is found."""
    field = window.page.sheet.form.fields[name]
    for _ in range(30):
        if field.control.hasFocus():
            break
        window.tab()
    assert field.control.hasFocus(), f"Tab does not reach {name}"
    window.type(text)
    window.tab()
