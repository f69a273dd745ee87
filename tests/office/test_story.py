"""One invention from disclosure to the last cent and back, on each kind of office."""

from contextlib import closing
from datetime import date
from fractions import Fraction

import pytest

from techmgr import schema
from techmgr.agreements.actions import (
    AgreementFields,
    DraftAgreement,
    SignAgreement,
    draft_agreement,
    sign_agreement,
)
from techmgr.casefile.queries import CaseFilter, case_page
from techmgr.core.errors import UserError
from techmgr.core.money import money
from techmgr.core.references import Reference
from techmgr.disclosure.actions import ReceiveDisclosure, receive_disclosure
from techmgr.disclosure.actions_review import AcceptDisclosure, accept_disclosure
from techmgr.disclosure.actions_shares import SignShares, sign_shares
from techmgr.disclosure.entries import DisclosureFields, InventorEntry
from techmgr.disclosure.queries import share_plans_of
from techmgr.ledger.actions import RecordExpense, RecordReceipt, record_expense, record_receipt
from techmgr.ledger.queries import trial_balance
from techmgr.patents.actions import FileRight, RightFields, file_right
from techmgr.people.actions import PersonFields, RegisterPerson, register_person
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.people.founding import FoundOffice, found_office
from techmgr.royalty.actions import (
    DraftRun,
    RunRequest,
    approve_run,
    draft_run,
    post_run,
    reverse_run,
)
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.royalty.queries import explanation_of, payees_of_run, shares_of_run
from techmgr.storage.check import check
from techmgr.technology.actions_steps import Decide, decide
from techmgr.technology.queries import steps_of

WHOLE = Fraction(1)
TODAY = date(2026, 9, 14)


@pytest.fixture(params=["plain", "encrypted", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request, tmp_path):
    """An address for a new office and its passphrase."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres_url"), None
    return str(tmp_path / "story.techmgr"), "pass phrase" if request.param == "encrypted" else None


def test_from_disclosure_to_distribution_and_back(place):
    address, passphrase = place
    schema.create(address, passphrase)
    with closing(
        schema.open_office(address, passphrase=passphrase, officer="Ines Moreau")
    ) as office:
        tell_the_story(office)
    assert check(address, passphrase) == []


def tell_the_story(office):
    office.fixed_today = TODAY
    office.act(found_office, FoundOffice("Halden", office.officer, institution="Halden University"))
    office.act(adopt_policy, AdoptPolicy(date(2000, 1, 1), name="stanford"))
    case = a_disclosed_case(office)
    a_filing(office, case)
    licence = a_licence(office, case)
    an_income(office, case, licence)

    run = office.act(draft_run, DraftRun(date(2026, 8, 31))).result
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))

    # STAN-1: 500,000.00 less 15 % less 25,000.00 of costs leaves 400,000.00 to share.
    paid = {each.name: each.amount.minor for each in office.read(payees_of_run, run.id)}
    assert paid == {
        "Ada Berg": 5_334_400,
        "Chen Wu": 4_667_600,
        "赵敏": 3_334_000,
        "Department": 9_864_000,
        "School": 8_400_000,
        "Dean of Research": 8_400_000,
    }
    share = next(each for each in office.read(shares_of_run, run.id) if each.payee_name == "赵敏")
    node = office.read(explanation_of, share.event_id).find(share.node)
    assert (node.minor, node.rate) == (3_334_000, Fraction(1, 4))
    assert sums(office) == {"USD": 0}
    states = [step.state.value for step in office.read(steps_of, case, TODAY)]
    assert states == [
        "done",
        "done",
        "done",
        "active",
        "done",
        "active",
        "done",
        *["not_started"] * 2,
    ]

    with pytest.raises(UserError, match="reverse"):
        office.undo_last()
    office.act(reverse_run, RunRequest(run.id, reason="An inventor was added"))
    assert sums(office) == {"USD": 0}
    waiting = {(b.account.value, b.amount.minor) for b in office.read(trial_balance, TODAY)}
    assert ("undistributed", -50_000_000) in waiting
    assert ("patent_costs", 2_500_000) in waiting
    assert [
        row.number for row in office.read(case_page, CaseFilter("vocal tract"), 0, 10, TODAY)
    ] == ["26-001"]


def a_disclosed_case(office):
    people = [
        office.act(register_person, RegisterPerson(PersonFields(name))).result
        for name in ("Ada Berg", "Chen Wu", "赵敏")
    ]
    shares = (Fraction(2, 5), Fraction(7, 20), Fraction(1, 4))
    inventors = tuple(
        InventorEntry(person, share, assignment="signed", assigned_on=date(2026, 1, 5))
        for person, share in zip(people, shares, strict=True)
    )
    fields = DisclosureFields(
        "Infrasonic stethoscope",
        date(2026, 1, 10),
        "Listens to the vocal tract.",
        inventors=inventors,
    )
    received = office.act(receive_disclosure, ReceiveDisclosure(fields, manager_id=1)).result
    office.act(accept_disclosure, AcceptDisclosure(received.disclosure_id, 1))
    plan = office.read(share_plans_of, received.case_id)[0]
    office.act(sign_shares, SignShares(plan.id, date(2026, 1, 20)))
    for kind, outcome in (("assessment", "pursue"), ("filing", "file")):
        office.act(decide, Decide(received.case_id, kind, outcome, "Clear need"))
    return received.case_id


def a_filing(office, case):
    fields = RightFields(
        "provisional",
        "US",
        "Infrasonic stethoscope",
        ((case, WHOLE),),
        date(2026, 2, 1),
        "63/111,111",
    )
    right = office.act(file_right, FileRight(fields)).result
    request = RecordExpense(
        date(2026, 2, 1), money("25,000", "USD"), case, Reference("patent", right), "filing", "USD"
    )
    office.act(record_expense, request)


def a_licence(office, case):
    company = RegisterOrganisation(OrganisationFields("Auscura Medical", "company"))
    licensee = office.act(register_organisation, company).result
    fields = AgreementFields("licence", "Licence to Auscura", (licensee,), ((case, WHOLE),))
    drafted = office.act(draft_agreement, DraftAgreement(fields)).result
    office.act(sign_agreement, SignAgreement(drafted.id, 1, date(2026, 3, 1)))
    return drafted.id


def an_income(office, case, licence):
    request = RecordReceipt(
        date(2026, 6, 30),
        money("500,000", "USD"),
        "earned",
        "USD",
        ((case, WHOLE),),
        source=Reference("agreement", licence),
    )
    office.act(record_receipt, request)


def sums(office):
    found = {}
    for balance in office.read(trial_balance, TODAY):
        currency = balance.amount.currency
        found[currency] = found.get(currency, 0) + balance.amount.minor
    return found
