"""Plans of shares by date, with the signed paper; awards, publications, informal transfers."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO

import pytest
from action_examples.disclosure import an_award
from action_examples.parts import OFFICER_ID, a_disclosure, an_organisation

from techmgr.core.errors import Problems, UserError
from techmgr.core.references import Reference
from techmgr.disclosure.actions import EditDisclosure, edit_disclosure
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
from techmgr.disclosure.actions_shares import SetShares, SignShares, set_shares, sign_shares
from techmgr.disclosure.entries import PublicationEntry
from techmgr.disclosure.queries import (
    awards,
    disclosure_by_id,
    informal_transfers_of,
    publications_of,
    share_plans_of,
    shares_on,
)
from techmgr.disclosure.shares import PersonShare
from techmgr.documents.actions import AttachFile, attach_file
from techmgr.storage.search import find
from techmgr.technology.queries import case_head, happenings_of, steps_of
from techmgr.technology.steps import State

RECEIVED = date(2026, 7, 17)
LATER = date(2026, 9, 1)
THIRD = Fraction(1, 3)


def in_thirds(case_id, day=LATER, **more):
    return SetShares(case_id, day, (PersonShare(2, THIRD), PersonShare(3, 2 * THIRD)), **more)


def test_shares_hold_from_their_day_on(office):
    case = a_disclosure(office).case_id
    office.act(set_shares, in_thirds(case))
    assert office.read(shares_on, case, date(2026, 7, 16)) is None
    before = office.read(shares_on, case, date(2026, 8, 31))
    assert [row.share for row in before.shares] == [Fraction(55, 100), Fraction(45, 100)]
    now = office.read(shares_on, case, LATER)
    assert [(row.name, row.share) for row in now.shares] == [
        ("Yuki Tanaka", THIRD),
        ("Omar El-Sayed", 2 * THIRD),
    ]
    assert len(office.read(share_plans_of, case)) == 2


def test_the_same_day_replaces_until_it_is_signed(office):
    case = a_disclosure(office).case_id
    office.act(set_shares, in_thirds(case, RECEIVED))
    plan = office.read(shares_on, case, office.today)
    file = office.act(
        attach_file, AttachFile(Reference("share_plan", plan.id), BytesIO(b"signed"), "s.pdf")
    )
    with pytest.raises(UserError, match="no such file"):
        office.act(sign_shares, SignShares(plan.id, LATER, 99))
    office.act(sign_shares, SignShares(plan.id, LATER, file.result))
    assert office.read(shares_on, case, office.today).signed_file_id == file.result
    with pytest.raises(UserError, match=r"signed on 2026-09-01\. Choose a later day"):
        office.act(set_shares, in_thirds(case, RECEIVED))
    with pytest.raises(UserError, match="signed on 2026-09-01"):
        office.act(sign_shares, SignShares(plan.id, LATER))
    office.act(set_shares, in_thirds(case))


def test_signed_shares_are_not_changed_by_editing_the_disclosure(office):
    received = a_disclosure(office)
    plan = office.read(shares_on, received.case_id, office.today)
    office.act(sign_shares, SignShares(plan.id, LATER))
    opened = office.read(disclosure_by_id, received.disclosure_id)
    office.act(
        edit_disclosure, EditDisclosure(opened.id, None, replace(opened.fields, title="New"))
    )
    swapped = tuple(reversed(opened.fields.inventors))
    changed = replace(
        opened.fields,
        inventors=(replace(swapped[0], share=THIRD), replace(swapped[1], share=2 * THIRD)),
    )
    with pytest.raises(UserError, match="were signed") as refused:
        office.act(edit_disclosure, EditDisclosure(opened.id, None, changed))
    assert refused.value.field == "inventors"


def test_open_shares_are_marked_and_cannot_be_signed(office):
    received = a_disclosure(office)
    opened = office.read(disclosure_by_id, received.disclosure_id)
    entries = tuple(replace(each, share=None) for each in opened.fields.inventors)
    fields = replace(opened.fields, inventors=entries)
    office.act(edit_disclosure, EditDisclosure(opened.id, 1, fields))
    plan = office.read(shares_on, received.case_id, office.today)
    assert (plan.is_open, plan.shares) == (True, ())
    with pytest.raises(UserError, match="shares are open"):
        office.act(sign_shares, SignShares(plan.id, LATER))
    told = [str(each.text) for each in office.read(happenings_of, received.case_id)]
    assert "Inventors' shares are open" in told


def test_shares_of_99_per_cent_and_of_nobody_are_refused(office):
    case = a_disclosure(office).case_id
    wrong = (PersonShare(2, Fraction(99, 100)),)
    with pytest.raises(UserError, match="makes 99"):
        office.act(set_shares, SetShares(case, LATER, wrong))
    with pytest.raises(Problems) as refused:
        office.act(set_shares, SetShares(case, date(202, 1, 1), (PersonShare(99, Fraction(1)),)))
    assert {each.field for each in refused.value.problems} == {"valid_from", "shares"}


def test_an_award_stands_once_for_its_sponsor(office):
    award = an_award(office)
    (row,) = office.read(awards)
    sponsor = row.sponsor_id
    with pytest.raises(UserError, match="recorded already"):
        office.act(record_award, RecordAward("R21-HL-0417", sponsor))
    with pytest.raises(Problems) as refused:
        office.act(record_award, RecordAward("", 99, agreed_on=date(202, 1, 1)))
    assert {each.field for each in refused.value.problems} == {"number", "sponsor_id", "agreed_on"}
    office.act(
        edit_award, EditAward(award, 1, RecordAward("R21-HL-0417", sponsor, "Hearts", LATER))
    )
    assert office.read(awards)[0].agreed_on == LATER
    assert office.read(find, "r21")[0].detail == "National Institutes of Health"


def test_a_public_publication_asks_for_attention(office):
    received = a_disclosure(office)
    talk = PublicationEntry("talk", "IEEE Sensors", date(2026, 9, 25), is_planned=True)
    office.act(add_publication, AddPublication(received.disclosure_id, talk))
    seminar = PublicationEntry("seminar", "Group seminar", date(2026, 6, 12), is_public=False)
    office.act(add_publication, AddPublication(received.disclosure_id, seminar))
    told = {str(each.text): each.kind for each in office.read(happenings_of, received.case_id)}
    assert told["Publication planned: IEEE Sensors"] == "attention"
    assert told["Publication: Group seminar"] == "event"
    assert len(office.read(publications_of, received.disclosure_id)) == 2
    with pytest.raises(Problems):
        office.act(
            add_publication,
            AddPublication(received.disclosure_id, PublicationEntry("x", "", LATER)),
        )


def test_an_informal_transfer_is_a_case_without_a_disclosure(office):
    company = an_organisation(office)
    request = RecordInformalTransfer(
        "Wind tunnel know-how",
        "consulting",
        "Two days at the plant",
        LATER,
        OFFICER_ID,
        company,
        OFFICER_ID,
    )
    case = office.act(record_informal_transfer, request).result.case_id
    head = office.read(case_head, case)
    assert (head.origin, head.type) == ("informal_transfer", "know_how")
    shown = [row.state for row in office.read(steps_of, case, office.today)[:3]]
    assert shown == [State.WAIVED, State.DONE, State.WAIVED]
    (row,) = office.read(informal_transfers_of, case)
    assert (row.person, row.organisation) == ("Ines Moreau", "Norrland Sensor AB")
    with pytest.raises(Problems) as refused:
        office.act(
            record_informal_transfer, RecordInformalTransfer("T", "gossip", "", person_id=99)
        )
    assert {each.field for each in refused.value.problems} == {"kind", "what", "person_id"}
