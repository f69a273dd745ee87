"""Licences, receipts, expenses and runs that examples and tests of money begin with."""

from datetime import date
from fractions import Fraction

from sqlalchemy import select

from action_examples.parts import OFFICER_ID, OWN_ORGANISATION_ID, an_organisation
from techmgr.agreements.actions import (
    AgreementFields,
    DraftAgreement,
    SignAgreement,
    TermFields,
    draft_agreement,
    sign_agreement,
)
from techmgr.core.money import Money, money
from techmgr.core.references import Reference
from techmgr.disclosure.actions import ReceiveDisclosure, receive_disclosure
from techmgr.disclosure.actions_shares import SignShares, sign_shares
from techmgr.disclosure.entries import DisclosureFields, InventorEntry
from techmgr.disclosure.model import SharePlan
from techmgr.ledger.actions import Recorded, RecordExpense, record_expense, record_receipt
from techmgr.ledger.receiving import RecordReceipt
from techmgr.people.actions import (
    PersonFields,
    RegisterPerson,
    SetPayeeAccount,
    register_person,
    set_payee_account,
)
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.royalty.actions import (
    DraftRun,
    RunDone,
    RunRequest,
    approve_run,
    draft_run,
    post_run,
)
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.technology.actions import CaseFields, EditCase, edit_case

RECEIVED = date(2026, 7, 17)
SIGNED = date(2026, 8, 3)
WHOLE = Fraction(1)


def a_department(office) -> int:
    """Mechanical Engineering, of the School of Engineering."""
    school = OrganisationFields(
        "School of Engineering", "department", parent_id=OWN_ORGANISATION_ID
    )
    school_id = office.act(register_organisation, RegisterOrganisation(school)).result
    fields = OrganisationFields("Mechanical Engineering", "department", parent_id=school_id)
    return office.act(register_organisation, RegisterOrganisation(fields)).result


def an_invention(office, shares=("1",), *, signed=SIGNED, department_id=None, accounts=True) -> int:
    """A disclosed case whose inventors have these shares by a plan signed on a day; its id."""
    entries = tuple(
        InventorEntry(_inventor(office, number, has_account=accounts), Fraction(share))
        for number, share in enumerate(shares)
    )
    fields = DisclosureFields(
        "Self-calibrating virtual sensor",
        RECEIVED,
        "Air flow",
        inventors=entries,
    )
    received = office.act(receive_disclosure, ReceiveDisclosure(fields, OFFICER_ID)).result
    if department_id is not None:
        edited = CaseFields(
            "Self-calibrating virtual sensor", received=RECEIVED, department_id=department_id
        )
        office.act(edit_case, EditCase(received.case_id, None, edited))
    if signed is not None and shares:
        plan = office.read(
            lambda session: session.scalar(
                select(SharePlan.id).where(SharePlan.case_id == received.case_id)
            )
        )
        office.act(sign_shares, SignShares(plan, signed))
    return received.case_id


def _inventor(office, number: int, *, has_account: bool) -> int:
    names = ("Yuki Tanaka", "Omar El-Sayed", "Greta Lind", "Ana Ruiz")
    person = office.act(register_person, RegisterPerson(PersonFields(names[number]))).result
    if has_account:
        account = SetPayeeAccount("payroll", f"P-{person}", date(2020, 1, 1), person_id=person)
        office.act(set_payee_account, account)
    return person


def a_licence(office, *case_ids, shares=(), signed=SIGNED, kind="licence") -> Reference:
    """A signed licence of Norrland Sensor AB on the cases, equally unless shares are given."""
    drafted = office.act(draft_agreement, a_draft(office, *case_ids, shares=shares, kind=kind))
    request = SignAgreement(drafted.result.id, 1, signed)
    office.act(sign_agreement, request)
    return Reference("agreement", drafted.result.id)


def a_draft(office, *case_ids, shares=(), kind="licence") -> DraftAgreement:
    equal = shares or [Fraction(1, len(case_ids))] * len(case_ids)
    return DraftAgreement(
        AgreementFields(
            kind,
            "Virtual sensor licence",
            (an_organisation(office),),
            tuple(zip(case_ids, map(Fraction, equal), strict=True)),
            exclusivity="exclusive",
            field="Engine control",
            territory="Worldwide",
            terms=(
                TermFields("issue_fee", "4.1", amount=Money(5_000_000, "USD"), due=SIGNED),
                TermFields("royalty", "4.2", rate=Fraction(1, 20)),
            ),
        )
    )


def a_receipt(office, gross="500,000.00", *cases, source=None, on=date(2026, 8, 20), **more):
    """A receipt booked on cases: ids in equal parts."""
    return office.act(
        record_receipt, a_receipt_request(gross, *cases, source=source, on=on, **more)
    ).result


def a_receipt_request(
    gross, *cases, source=None, on=date(2026, 8, 20), currency="USD", base="USD", income="up_front"
) -> RecordReceipt:
    parts = tuple((case, Fraction(1, len(cases))) for case in cases)
    return RecordReceipt(on, money(gross, currency), income, base, parts, source=source)


def an_expense(office, amount, case_id, *, on=date(2026, 8, 5), payer="office") -> Recorded:
    return office.act(
        record_expense, an_expense_request(amount, case_id, on=on, payer=payer)
    ).result


def an_expense_request(
    amount, case_id, *, on=date(2026, 8, 5), payer="office", currency="USD", base="USD"
) -> RecordExpense:
    subject = Reference("technology", case_id)
    return RecordExpense(on, money(amount, currency), case_id, subject, "filing", base, payer=payer)


def a_policy(office, name="stanford", valid_from=date(2020, 1, 1)) -> int:
    return office.act(adopt_policy, AdoptPolicy(valid_from, name)).result


def a_run(office, through=date(2026, 8, 31)) -> RunDone:
    return office.act(draft_run, DraftRun(through)).result


def posted(office, through=date(2026, 8, 31)) -> RunDone:
    """A run drafted, approved and posted."""
    run = a_run(office, through)
    office.act(approve_run, RunRequest(run.id))
    return office.act(post_run, RunRequest(run.id)).result


def a_waiting_receipt(office, *, shares=("11/20", "9/20"), gross="500,000.00") -> int:
    """A case with a policy, a licence and one receipt that waits to be distributed; the case's id."""
    a_policy(office)
    case_id = an_invention(office, shares, department_id=a_department(office))
    a_receipt(office, gross, case_id, source=a_licence(office, case_id))
    return case_id
