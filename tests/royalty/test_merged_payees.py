"""Merged persons and organisations: what is owed to them, kept and counted for them is the kept one's."""

import re
from datetime import date

import pytest
from action_examples.parts import a_person
from action_examples.parts_equity import LATER, a_company, share_policies
from action_examples.parts_money import (
    a_department,
    a_policy,
    a_receipt,
    a_waiting_receipt,
    an_invention,
    posted,
)
from sqlalchemy import Text, func, select

from techmgr.core.errors import UserError
from techmgr.core.money import money
from techmgr.core.references import Reference
from techmgr.equity.actions_events import SellShares, sell_shares
from techmgr.equity.queries import register
from techmgr.ledger.accounts import Account
from techmgr.ledger.queries import balances_of
from techmgr.people.merging import (
    MergeOrganisations,
    MergePersons,
    merge_organisations,
    merge_persons,
)
from techmgr.royalty.actions import RunRequest, reverse_run
from techmgr.royalty.actions_equity import DistributeShares, distribute_shares
from techmgr.royalty.actions_routes import RoutePart, route_part
from techmgr.royalty.elections import Elected, Election
from techmgr.royalty.model import PaymentLine, RunShare
from techmgr.royalty.paying import PayOwed, pay_owed, pay_run
from techmgr.royalty.queries_payouts import payouts_of
from techmgr.storage.base import every_table
from techmgr.storage.check import findings
from techmgr.storage.types import NamedRecord
from techmgr.technology.actions_notes import AddNote, add_note

TODAY = date(2026, 9, 14)
WHY = "One person, entered twice"


def standing(office, payee):
    found = office.read(balances_of, payee)
    return -sum(each.amount.minor for each in found if each.account is Account.PAYABLE)


def is_sound(office):
    return not office.read(lambda session: [f for f in findings(session) if f.problems])


def a_posted_run(office):
    """A run of Yuki Tanaka (2) and Omar El-Sayed (3) that stands posted; what 2 is due of it."""
    a_waiting_receipt(office)
    run = posted(office)
    return run, standing(office, "person:2")


def a_distributed_company(office):
    """A company whose shares are distributed, and the certificate kept for Omar El-Sayed (3)."""
    book, _, held = a_company(office)
    share_policies(office)
    a_policy(office)
    elected = (Election(2, Elected.SHARES), Election(3, Elected.CASH))
    office.act(distribute_shares, DistributeShares(held, None, LATER, elected))
    rows = office.read(register, TODAY)
    return book, next(row.id for row in rows if row.kept_for == "Omar El-Sayed")


def a_run_of_a_sale(office, book, certificate):
    gross = money("1,000.00", "USD")
    office.act(sell_shares, SellShares(book, None, date(2026, 9, 1), certificate, 100, gross))
    return posted(office, TODAY)


def test_what_a_merged_person_is_owed_is_paid_once_to_the_kept_one(office):
    run, due = a_posted_run(office)
    kept = a_person(office, "Tanaka, Yuki")
    office.act(merge_persons, MergePersons(kept, 2, WHY))
    payee = f"person:{kept}"
    assert (standing(office, "person:2"), standing(office, payee)) == (0, due)
    [mine] = [each for each in office.read(payouts_of, run.id) if each.payee == payee]
    assert (mine.name, mine.paid, mine.account) == ("Tanaka, Yuki", due, "P-2")
    office.act(pay_run, RunRequest(run.id))
    sent = office.read(
        lambda session: session.scalars(
            select(PaymentLine.payee_name).where(PaymentLine.payee.in_(["person:2", payee]))
        ).all()
    )
    assert sent == ["Tanaka, Yuki"]
    assert standing(office, payee) == 0
    with pytest.raises(UserError, match="Nothing is owed"):
        office.act(pay_owed, PayOwed("USD"))
    assert is_sound(office)


def test_undo_of_the_merge_puts_what_is_owed_back(office):
    run, due = a_posted_run(office)
    kept = a_person(office, "Tanaka, Yuki")
    office.act(merge_persons, MergePersons(kept, 2, WHY))
    office.undo_last()
    assert (standing(office, "person:2"), standing(office, f"person:{kept}")) == (due, 0)
    assert {each.payee for each in office.read(payouts_of, run.id)} >= {"person:2", "person:3"}
    assert is_sound(office)


def test_a_run_reversed_after_the_merge_leaves_nothing_behind(office):
    run, _ = a_posted_run(office)
    kept = a_person(office, "Tanaka, Yuki")
    office.act(merge_persons, MergePersons(kept, 2, WHY))
    office.act(reverse_run, RunRequest(run.id, reason="Wrong policy"))
    assert (standing(office, "person:2"), standing(office, f"person:{kept}")) == (0, 0)


def test_a_merged_department_is_paid_as_the_kept_one(office):
    a_posted_run(office)
    name = select(RunShare.payee).where(RunShare.payee.startswith("organisation:"))
    old = max(office.read(lambda session: session.scalars(name).all()))
    due, kept = standing(office, old), a_department(office)
    merged = MergeOrganisations(kept, int(old.partition(":")[2]), "One department")
    office.act(merge_organisations, merged)
    assert (standing(office, old), standing(office, f"organisation:{kept}")) == (0, due)
    office.undo_last()
    assert standing(office, old) == due


def test_shares_kept_for_a_merged_person_are_the_kept_ones(office):
    book, certificate = a_distributed_company(office)
    kept = a_person(office, "El-Sayed, O.")
    office.act(merge_persons, MergePersons(kept, 3, WHY))
    run = a_run_of_a_sale(office, book, certificate)
    assert [each.payee for each in office.read(payouts_of, run.id)] == [f"person:{kept}"]
    assert is_sound(office)


def test_what_a_merged_person_had_this_year_counts_for_the_kept_one(office):
    a_policy(office, "nih")
    case = an_invention(office)
    a_receipt(office, "500,000.00", case)
    posted(office)
    kept = a_person(office, "Tanaka, Yuki")
    office.act(merge_persons, MergePersons(kept, 2, WHY))
    a_receipt(office, "5,000,000.00", case, on=date(2026, 9, 1))
    posted(office, TODAY)
    shares = select(func.sum(RunShare.minor)).where(RunShare.payee == f"person:{kept}")
    assert office.read(lambda session: session.scalar(shares)) == 15_000_000  # the cap of a year


def test_every_column_that_names_a_record_says_so(office):
    """A column undeclared would be left behind by merging and by undo."""
    book, certificate = a_distributed_company(office)
    office.act(add_note, AddNote(Reference("person", 2), "Prefers e-mail"))
    unit = f"organisation:{a_department(office)}"
    office.act(route_part, RoutePart(2, "redirected", date(2026, 1, 1), "To the group", unit))
    run = a_run_of_a_sale(office, book, certificate)
    office.act(pay_run, RunRequest(run.id))
    # A node is a place in an explanation, which stays as it was recorded.
    assert office.read(undeclared) - {"run_share.node", "released_part.node"} == set()


def undeclared(session):
    names = "|".join(table.name for table in every_table())
    form = re.compile(rf"(?:.*[/#])?(?:{names}):\d+")
    return {
        str(column)
        for table in every_table()
        if not table.name.startswith(("audit_", "search_"))
        for column in table.columns
        if isinstance(column.type, Text) and not isinstance(column.type, NamedRecord)
        if any(form.fullmatch(value or "") for value in session.scalars(select(column)))
    }
