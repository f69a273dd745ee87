"""A disclosure: received under a number, edited as a whole, accepted, sent back, withdrawn."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from action_examples.disclosure import an_award
from action_examples.parts import (
    OFFICER_ID,
    OWN_ORGANISATION_ID,
    a_case,
    a_disclosure,
    a_disclosure_request,
    a_person,
    an_organisation,
)

from techmgr.core.errors import Problems, UserError
from techmgr.disclosure.actions import (
    EditDisclosure,
    ReceiveDisclosure,
    edit_disclosure,
    receive_disclosure,
)
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
from techmgr.disclosure.entries import (
    DisclosureFields,
    InventorEntry,
    MaterialEntry,
    PublicationEntry,
)
from techmgr.disclosure.queries import (
    awards_of,
    awards_of_case,
    disclosure_by_id,
    disclosure_with_form,
    disclosures_of,
    inventors_of,
    materials_of,
    publications_of,
)
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.storage.search import find
from techmgr.storage.unit import Stale
from techmgr.technology.queries import case_head, happenings_of, steps_of
from techmgr.technology.steps import State

DAY = date(2026, 9, 1)
HALF = Fraction(1, 2)


def states(office, case_id):
    return [row.state for row in office.read(steps_of, case_id, office.today)[:3]]


def fields_of(office, received):
    return office.read(disclosure_by_id, received.disclosure_id).fields


def test_a_disclosure_opens_its_case_with_a_number(office):
    received = a_disclosure(office)
    head = office.read(case_head, received.case_id)
    assert (received.number, head.number, head.manager) == ("26-001", "26-001", "Ines Moreau")
    assert (head.origin, head.status, head.received) == ("disclosure", "new", date(2026, 7, 17))
    assert states(office, received.case_id) == [State.ACTIVE, State.DONE, State.NOT_STARTED]
    told = [str(each.text) for each in office.read(happenings_of, received.case_id)]
    assert "Disclosure 26-001 received" in told


def test_the_case_is_found_by_its_inventors(office):
    received = a_disclosure(office)
    found = office.read(find, "tanaka", kinds=("case", "disclosure"))
    assert {(hit.kind, hit.reference.id) for hit in found} == {
        ("case", received.case_id),
        ("disclosure", received.disclosure_id),
    }


def test_an_accepted_disclosure_begins_the_assessment(office):
    received = a_disclosure(office)
    office.act(accept_disclosure, AcceptDisclosure(received.disclosure_id, 1))
    assert states(office, received.case_id) == [State.DONE, State.DONE, State.ACTIVE]
    assert office.read(case_head, received.case_id).status == "assessing"
    with pytest.raises(UserError, match="in this state: Accepted"):
        office.act(send_back, SendBack(received.disclosure_id, 2, "Too late"))


def test_a_disclosure_without_inventors_is_not_accepted(office):
    fields = DisclosureFields("Sensor", DAY)
    received = office.act(receive_disclosure, ReceiveDisclosure(fields)).result
    with pytest.raises(UserError, match="Name at least one"):
        office.act(accept_disclosure, AcceptDisclosure(received.disclosure_id, 1))


def test_a_disclosure_sent_back_waits_until_it_is_edited(office):
    received = a_disclosure(office)
    with pytest.raises(UserError, match="Say why"):
        office.act(send_back, SendBack(received.disclosure_id, 1, ""))
    office.act(send_back, SendBack(received.disclosure_id, 1, "The drawings are missing"))
    row = office.read(steps_of, received.case_id, office.today)[0]
    assert (row.state, row.reason) == (State.WAITING, "The drawings are missing")
    fields = replace(fields_of(office, received), summary="With drawings")
    office.act(edit_disclosure, EditDisclosure(received.disclosure_id, 2, fields))
    assert states(office, received.case_id)[0] is State.ACTIVE
    assert office.read(disclosure_by_id, received.disclosure_id).reason == ""


def test_a_withdrawn_disclosure_waives_step_one(office):
    received = a_disclosure(office)
    office.act(withdraw, WithdrawDisclosure(received.disclosure_id, 1, "Not new", DAY))
    row = office.read(steps_of, received.case_id, office.today)[0]
    assert (row.state, row.since, row.reason) == (State.WAIVED, DAY, "Not new")


def test_a_case_may_have_several_disclosures(office):
    first = a_disclosure(office)
    office.act(accept_disclosure, AcceptDisclosure(first.disclosure_id, 1))
    fields = DisclosureFields("Improvement", DAY)
    second = office.act(receive_disclosure, ReceiveDisclosure(fields, case_id=first.case_id)).result
    assert second.case_id == first.case_id
    labels = [row.label for row in office.read(disclosures_of, first.case_id)]
    assert labels == ["26-001", "26-001 B"]
    assert states(office, first.case_id) == [State.ACTIVE, State.DONE, State.ACTIVE]


def test_a_case_may_have_none(office):
    assert office.read(disclosures_of, a_case(office).id) == []


def test_a_form_is_read_once(office):
    request = replace(a_disclosure_request(OFFICER_ID, a_person(office)), form_id="F-7")
    received = office.act(receive_disclosure, request).result
    assert office.read(disclosure_with_form, "F-7") == received.disclosure_id
    with pytest.raises(UserError, match="read already, as disclosure 26-001"):
        office.act(receive_disclosure, request)


def test_every_wrong_field_is_named_with_its_row_and_nothing_is_half_done(office):
    person, company = a_person(office), an_organisation(office)
    fields = DisclosureFields(
        " ",
        date(2027, 1, 1),
        submitted_by_id=99,
        inventors=(
            InventorEntry(person, HALF, company, "king", "none_needed"),
            InventorEntry(99, HALF, 99, "employee", "signed"),
            InventorEntry(OFFICER_ID, Fraction(5, 100), None, "", "promised", date(202, 1, 1)),
        ),
        awards=(5,),
        publications=(PublicationEntry("whisper", "", date(202, 1, 1)),),
        materials=(MaterialEntry("ether", "", 99),),
    )
    request = ReceiveDisclosure(fields, 99, 99, "spell", "magic")
    with pytest.raises(Problems) as refused:
        office.act(receive_disclosure, request)
    assert {problem.field for problem in refused.value.problems} == {
        "title", "received", "submitted_by_id", "inventors",
        "inventors.0.position", "inventors.0.assignment",
        "inventors.1.person_id", "inventors.1.employer_id", "inventors.1.assigned_on",
        "inventors.2.assignment", "inventors.2.assigned_on",
        "awards", "publications.0.kind", "publications.0.what", "publications.0.on_day",
        "materials.0.kind", "materials.0.what", "materials.0.source_id",
        "manager_id", "department_id", "type", "field",
    }  # fmt: skip
    said = str(refused.value)
    assert "The three shares make 105\u202f%" in said
    assert "The employer of Yuki Tanaka is not Halden University" in said
    assert office.read(find, "26") == []


def test_a_department_of_ours_is_no_outsider(office):
    fields = OrganisationFields("Physics", "department", parent_id=OWN_ORGANISATION_ID)
    department = office.act(register_organisation, RegisterOrganisation(fields)).result
    entry = InventorEntry(OFFICER_ID, Fraction(1), department, "professor", "none_needed")
    fields = DisclosureFields("Sensor", DAY, inventors=(entry,))
    received = office.act(receive_disclosure, ReceiveDisclosure(fields)).result
    (row,) = office.read(inventors_of, received.disclosure_id)
    assert (row.employer, row.position, row.share) == ("Physics", "professor", Fraction(1))


def test_the_same_person_stands_once(office):
    entry = InventorEntry(OFFICER_ID, HALF)
    fields = DisclosureFields("Sensor", DAY, inventors=(entry, entry))
    with pytest.raises(UserError, match="stands here twice"):
        office.act(receive_disclosure, ReceiveDisclosure(fields))


def test_saving_what_was_read_changes_nothing_but_the_version(office):
    received = a_disclosure(office)
    fields = fields_of(office, received)
    done = office.act(edit_disclosure, EditDisclosure(received.disclosure_id, 1, fields))
    assert {each.kind for each in done.changed} == {"disclosure"}
    assert fields_of(office, received) == fields
    with pytest.raises(Stale):
        office.act(edit_disclosure, EditDisclosure(received.disclosure_id, 1, fields))


def test_the_parts_of_a_disclosure_are_saved_with_it(office):
    received, award = a_disclosure(office), an_award(office)
    talk = PublicationEntry("talk", "IEEE  Sensors", date(2026, 9, 25), is_planned=True)
    paper = PublicationEntry("article", "On sensors", date(2026, 6, 12))
    software = MaterialEntry("open_source", "FFT library", OWN_ORGANISATION_ID, "BSD")
    fields = replace(
        fields_of(office, received),
        awards=(award,),
        publications=(talk, paper),
        materials=(software,),
    )
    office.act(edit_disclosure, EditDisclosure(received.disclosure_id, 1, fields))
    again = fields_of(office, received)
    assert [each.what for each in again.publications] == ["On sensors", "IEEE Sensors"]
    assert [row.number for row in office.read(awards_of, received.disclosure_id)] == ["R21-HL-0417"]
    assert len(office.read(awards_of_case, received.case_id)) == 1
    kept = replace(again, awards=(), publications=again.publications[1:], materials=())
    office.act(edit_disclosure, EditDisclosure(received.disclosure_id, 2, kept))
    assert office.read(publications_of, received.disclosure_id) == list(kept.publications)
    assert office.read(materials_of, received.disclosure_id) == []
    assert office.read(awards_of, received.disclosure_id) == []


def test_inventors_change_with_their_shares(office):
    received = a_disclosure(office)
    entries = (InventorEntry(a_person(office, "Greta Lind"), HALF), InventorEntry(3, HALF))
    fields = replace(fields_of(office, received), inventors=entries)
    office.act(edit_disclosure, EditDisclosure(received.disclosure_id, 1, fields))
    rows = office.read(inventors_of, received.disclosure_id)
    assert [(row.name, row.share) for row in rows] == [
        ("Greta Lind", HALF),
        ("Omar El-Sayed", HALF),
    ]
    assert office.read(find, "tanaka", kinds=("case",)) == []


def test_a_signed_assignment_is_told(office):
    received = a_disclosure(office)
    first = office.read(inventors_of, received.disclosure_id)[0]
    assert first.assignment == "to_be_obtained"
    with pytest.raises(UserError, match="day on which it was signed"):
        office.act(record_assignment, RecordAssignment(first.id, "signed"))
    with pytest.raises(UserError, match="no such file"):
        office.act(record_assignment, RecordAssignment(first.id, "refused", file_id=9))
    office.act(record_assignment, RecordAssignment(first.id, "signed", DAY))
    row = office.read(inventors_of, received.disclosure_id)[0]
    assert (row.assignment, row.assigned_on) == ("signed", DAY)
    told = [str(each.text) for each in office.read(happenings_of, received.case_id)]
    assert "Yuki Tanaka signed the assignment" in told
    office.act(record_assignment, RecordAssignment(first.id, "refused"))
