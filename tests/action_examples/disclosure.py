"""Examples of what an officer can do with disclosures, shares, awards and publications."""

from datetime import date
from fractions import Fraction

from sqlalchemy import select

from action_examples import example
from action_examples.parts import a_disclosure, a_disclosure_request, a_person, an_organisation
from techmgr.disclosure.actions import EditDisclosure, edit_disclosure, receive_disclosure
from techmgr.disclosure.actions_funding import (
    AddPublication,
    EditAward,
    RecordAward,
    RecordInformalTransfer,
    add_publication,
    edit_award,
    record_award,
    record_informal_transfer,
)
from techmgr.disclosure.actions_paper import TakeInForm, take_in_form
from techmgr.disclosure.actions_review import (
    AcceptDisclosure,
    RecordAssignment,
    SendBack,
    WithdrawDisclosure,
    accept_disclosure,
    record_assignment,
    send_back,
    withdraw,
)
from techmgr.disclosure.actions_shares import SetShares, SignShares, set_shares, sign_shares
from techmgr.disclosure.entries import (
    DisclosureFields,
    InventorEntry,
    MaterialEntry,
    PublicationEntry,
)
from techmgr.disclosure.model import SharePlan
from techmgr.disclosure.paper_form import FORM
from techmgr.disclosure.shares import PersonShare

DAY = date(2026, 9, 1)


def an_award(office) -> int:
    sponsor = an_organisation(office, "National Institutes of Health", "agency")
    return office.act(record_award, RecordAward("R21-HL-0417", sponsor)).result


@example(receive_disclosure)
def _(office):
    return a_disclosure_request(a_person(office), a_person(office, "Omar El-Sayed"))


@example(edit_disclosure)
def _(office):
    received = a_disclosure(office)
    fields = DisclosureFields(
        "Sensor that calibrates itself",
        date(2026, 7, 18),
        inventors=(
            InventorEntry(2, Fraction(1, 2)),
            InventorEntry(a_person(office, "Greta Lind"), Fraction(1, 2)),
        ),
        awards=(an_award(office),),
        publications=(
            PublicationEntry("talk", "IEEE Sensors", date(2026, 9, 25), is_planned=True),
        ),
        materials=(MaterialEntry("open_source", "FFT library", terms="BSD"),),
    )
    return EditDisclosure(received.disclosure_id, 1, fields)


@example(accept_disclosure)
def _(office):
    return AcceptDisclosure(a_disclosure(office).disclosure_id, 1)


@example(send_back)
def _(office):
    return SendBack(a_disclosure(office).disclosure_id, 1, "The drawings are missing")


@example(withdraw)
def _(office):
    return WithdrawDisclosure(a_disclosure(office).disclosure_id, 1, "Not new")


@example(record_assignment)
def _(office):
    a_disclosure(office)
    return RecordAssignment(1, "signed", DAY)


@example(set_shares)
def _(office):
    case = a_disclosure(office).case_id
    return SetShares(case, DAY, (PersonShare(2, Fraction(1, 3)), PersonShare(3, Fraction(2, 3))))


@example(sign_shares)
def _(office):
    a_disclosure(office)
    return SignShares(office.read(lambda session: session.scalar(select(SharePlan.id))), DAY)


@example(record_award)
def _(office):
    return RecordAward("80NSSC19", an_organisation(office, "NASA", "agency"), "Sensors", DAY)


@example(edit_award)
def _(office):
    return EditAward(an_award(office), 1, RecordAward("R21-HL-0418", 2, "Stethoscopes", DAY))


@example(add_publication)
def _(office):
    received = a_disclosure(office)
    return AddPublication(received.disclosure_id, PublicationEntry("article", "On sensors", DAY))


@example(record_informal_transfer)
def _(office):
    return RecordInformalTransfer("Wind tunnel know-how", "consulting", "Two days at the plant")


@example(take_in_form)
def _(office):
    values = {
        "title": "Self-calibrating virtual sensor",
        "inventor_1_name": "Greta Lind",
        "inventor_1_employer": "Norrland Sensor AB",
        "inventor_1_share": "100 %",
        "award_1_number": "80NSSC-1",
        "award_1_sponsor": "National Aeronautics and Space Administration",
    }
    return TakeInForm(f"{FORM}1", values, office.today)
