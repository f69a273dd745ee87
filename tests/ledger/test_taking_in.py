"""Receipts from files: booked as one would type them, refused when they cannot be, reversed as a whole."""

from datetime import date

import pytest
from action_examples.intake import an_import, some_receipts
from action_examples.parts import a_case
from sqlalchemy import func, select

from techmgr.core.errors import UserError
from techmgr.ledger.actions import ClosePeriod, close_period
from techmgr.ledger.model import JournalEntry, Posting, Receipt, ReceiptPart
from techmgr.ledger.queries import trial_balance
from techmgr.ledger.taking_in import import_receipts
from techmgr.ledger.taking_in_booking import ReverseImport, reverse_import
from techmgr.technology.queries import case_head

HEADER = ("Reference", "Date", "Amount", "Currency", "Case", "Fees")


@pytest.fixture
def numbers(office):
    ids = [a_case(office).id, a_case(office, "Valve").id]
    return [office.read(case_head, number).number for number in ids]


@pytest.fixture
def take(office):
    """Import rows; returns what was refused and what was done."""

    def imported(*rows, header=HEADER):
        request = an_import(office, "receipts", header, *rows)
        done = office.act(import_receipts, request)
        return done.result

    return imported


def all_of(office, *columns):
    return office.read(lambda session: [tuple(row) for row in session.execute(select(*columns))])


def test_bookings_balance_and_parts_make_the_whole(office, take, numbers):
    one, other = numbers
    take(("P-1", "2026-03-01", "100.01", "USD", f"{one} 60 %; {other} 40 %", "1.50"))
    assert all_of(office, Receipt.number, Receipt.foreign_number, Receipt.gross) == [
        ("R-00001", "P-1", 10_001)
    ]
    assert all_of(office, ReceiptPart.minor) == [(6_001,), (4_000,)]
    sums = all_of(office, func.sum(Posting.minor))
    assert sums == [(0,)]
    assert sorted(all_of(office, Posting.account, Posting.minor)) == [
        ("bank", 9_851),
        ("bank_fees", 150),
        ("undistributed", -6_001),
        ("undistributed", -4_000),
    ]


def test_the_same_file_again_books_nothing(office):
    request = some_receipts(office)
    assert office.act(import_receipts, request).result.written == 2
    again = office.act(import_receipts, request)
    assert (again.entry, again.result.counts["unchanged"]) == (None, 2)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("P-1", "2026-03-01", "5", "EUR", "{one}", ""), "There is no rate from EUR to USD"),
        (("P-1", "2027-03-01", "5", "USD", "{one}", ""), "has not come yet"),
        (("P-1", "", "5", "USD", "{one}", ""), "needs the day"),
        (("P-1", "2026-03-01", "five", "USD", "{one}", ""), "needs its amount"),
        (("P-1", "2026-03-01", "5", "USD", "", ""), "needs a case"),
        (("P-1", "2026-03-01", "5", "USD", "99-999", ""), "There is no case 99-999"),
        (("P-1", "2026-03-01", "5", "USD", "{one} 60 %; {other} 39 %", ""), "exactly 100 %"),
        (("P-1", "2026-03-01", "5", "USD", "{one} 60 %; {other}", ""), "Give every case its share"),
        (("P-1", "2026-03-01", "-5", "USD", "{one}", ""), "more than zero"),
        (("P-1", "2026-03-01", "5", "USD", "{one}", "6"), "cannot be more than the gross"),
        (("P-1", "2025-03-01", "5", "USD", "{one}", ""), "The books are closed until 2025-12-31"),
        (("", "2026-03-01", "5", "USD", "{one}", ""), "The row has no Receipt number"),
    ],
)
def test_what_cannot_be_booked_is_refused_with_its_reason(office, numbers, row, sentence):
    from techmgr.intake.queries import tried

    office.act(close_period, ClosePeriod(date(2025, 12, 31)))
    one, other = numbers
    filled = tuple(cell.format(one=one, other=other) for cell in row)
    request = an_import(office, "receipts", HEADER, filled)
    trial = office.read(tried, request.profile, request.file, office.today)
    (refusal,) = trial.run.refused
    assert sentence in str(refusal.sentence)
    assert office.act(import_receipts, request).entry is None
    assert not all_of(office, Receipt.id)


def test_booked_money_is_never_edited(office, take, numbers):
    take(("P-1", "2026-03-01", "5.00", "USD", numbers[0], ""))
    took = take(("P-1", "2026-03-01", "6.00", "USD", numbers[0], ""))
    assert (took.written, took.counts["refused"]) == (0, 1)
    assert all_of(office, Receipt.gross) == [(500,)]


def test_an_import_is_reversed_as_a_whole_and_then_taken_again(office):
    request = some_receipts(office)
    run_id = office.act(import_receipts, request).result.run_id
    with pytest.raises(UserError, match="Money is never deleted"):
        office.undo_last()
    with pytest.raises(UserError, match="Say why"):
        office.act(reverse_import, ReverseImport(run_id, date(2026, 9, 1), " "))
    reversal = ReverseImport(run_id, date(2026, 9, 1), "Sent twice")
    assert office.act(reverse_import, reversal).result == 2
    assert not [each for each in office.read(trial_balance, office.today) if each.amount.minor]
    assert len(all_of(office, JournalEntry.id)) == 4
    with pytest.raises(UserError, match="Nothing of this import"):
        office.act(reverse_import, reversal)
    assert office.act(import_receipts, request).result.written == 2
