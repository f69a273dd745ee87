"""Receipts and expenses on a real office: currencies, closed periods, refusals, and the full check."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import a_case
from action_examples.parts_money import (
    a_receipt,
    a_receipt_request,
    a_waiting_receipt,
    an_expense,
    an_expense_request,
    posted,
)
from sqlalchemy import create_engine, text

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.ledger.accounts import Account
from techmgr.ledger.actions import (
    ClosePeriod,
    Reverse,
    SetRate,
    close_period,
    record_expense,
    record_receipt,
    reverse_receipt,
    set_rate,
    write_off,
)
from techmgr.ledger.queries import (
    expenses_of,
    receipts_of,
    trial_balance,
    unrecovered,
)
from techmgr.ledger.receiving import RecordReceipt
from techmgr.royalty.queries_history import open_costs
from techmgr.storage.check import check, findings

DAY, SEPTEMBER = date(2026, 8, 20), date(2026, 9, 14)


def balance(office, account, currency="USD") -> int:
    return sum(
        each.amount.minor
        for each in office.read(trial_balance, SEPTEMBER)
        if each.account is account and each.amount.currency == currency
    )


def wrong(office) -> list:
    return office.read(lambda session: list(findings(session)))


@pytest.mark.parametrize(
    ("currency", "gross", "rate", "base_minor"),
    [
        ("EUR", "1,000.00", Fraction(11, 10), 1_100_00),
        ("JPY", "100,000", Fraction(65, 10_000), 650_00),
        ("KWD", "1,000.500", Fraction(325, 100), 3_251_63),  # 3,251.625, half-up
    ],
)
def test_another_currency_is_converted_at_the_stored_rate(
    office, currency, gross, rate, base_minor
):
    case = a_case(office).id
    office.act(set_rate, SetRate(currency, "USD", date(2026, 8, 1), rate, "European Central Bank"))
    office.act(record_receipt, a_receipt_request(gross, case, currency=currency))
    [row] = office.read(receipts_of)
    assert row.base == Money(base_minor, "USD")
    assert balance(office, Account.BANK, currency) == row.gross.minor
    assert balance(office, Account.UNDISTRIBUTED) == -base_minor
    assert balance(office, Account.CONVERSION, currency) == -row.gross.minor


def test_a_currency_without_a_rate_is_refused_and_nothing_is_booked(office):
    case = a_case(office).id
    office.act(set_rate, SetRate("EUR", "USD", date(2026, 9, 1), Fraction(11, 10), "ECB"))
    for request in (
        (record_receipt, a_receipt_request("10.00", case, currency="EUR")),
        (record_expense, an_expense_request("10.00", case, currency="EUR")),
    ):
        with pytest.raises(UserError, match="no rate from EUR to USD on 2026-08") as refused:
            office.act(*request)
        assert refused.value.field == "currency"
    assert office.read(receipts_of) == []


def test_numbers_that_cannot_be_kept_are_told_and_nothing_is_booked(office):
    case = a_case(office).id
    for rate, words in (
        (Fraction(10**30), "too large to be kept"),
        (Fraction(0), "more than zero"),
    ):
        with pytest.raises(UserError, match=words):
            office.act(set_rate, SetRate("EUR", "USD", DAY, rate, "ECB"))
    with pytest.raises(UserError, match="not from USD to itself"):
        office.act(set_rate, SetRate("USD", "USD", DAY, Fraction(2), "ECB"))
    with pytest.raises(UserError, match="stands twice"):
        a_receipt(office, "10.00", case, case)
    assert office.read(receipts_of) == []


def test_a_closed_period_refuses_and_a_correction_is_dated_in_the_first_open_one(office):
    case = a_case(office).id
    receipt = a_receipt(office, "10.00", case)
    office.act(close_period, ClosePeriod(date(2026, 8, 31)))
    with pytest.raises(UserError, match=r"closed until 2026-08-31\. Use 2026-09-01"):
        office.act(record_receipt, a_receipt_request("10.00", case))
    office.act(reverse_receipt, Reverse(receipt.id, DAY, "Paid twice"))
    assert balance(office, Account.BANK) == 0
    august = [each for each in office.read(trial_balance, date(2026, 8, 31)) if each.amount.minor]
    assert august, "what was booked in August stays there"


def test_what_was_kept_back_is_booked_where_it_went(office):
    case = a_case(office).id
    request = RecordReceipt(
        DAY,
        Money(100_00, "USD"),
        "earned",
        "USD",
        ((case, Fraction(1)),),
        bank_fees=Money(1_50, "USD"),
        withheld_tax=Money(10_00, "USD"),
    )
    office.act(record_receipt, request)
    found = [balance(office, a) for a in (Account.BANK, Account.BANK_FEES, Account.WITHHELD_TAX)]
    assert found == [88_50, 1_50, 10_00]
    assert balance(office, Account.UNDISTRIBUTED) == -100_00


def test_a_receipt_is_shared_over_its_cases_without_losing_a_cent(office):
    cases = [a_case(office, f"Sensor {number}").id for number in range(3)]
    a_receipt(office, "100.00", *cases)
    by_case = [office.read(receipts_of, case_id=case)[0].number for case in cases]
    assert by_case == ["R-00001"] * 3
    assert wrong(office) == []


@pytest.mark.parametrize("gross", ["0.00", "-5.00"])
def test_a_refund_is_a_reversal(office, gross):
    with pytest.raises(UserError, match="A refund is a reversal"):
        office.act(record_receipt, a_receipt_request(gross, a_case(office).id))


def test_a_receipt_is_reversed_once_and_with_a_reason(office):
    receipt = a_receipt(office, "10.00", a_case(office).id)
    with pytest.raises(UserError, match="Say why"):
        office.act(reverse_receipt, Reverse(receipt.id, SEPTEMBER, " "))
    office.act(reverse_receipt, Reverse(receipt.id, SEPTEMBER, "Paid twice"))
    with pytest.raises(UserError, match="reversed already"):
        office.act(reverse_receipt, Reverse(receipt.id, SEPTEMBER, "Paid twice"))


def test_what_others_bear_is_not_taken_from_income_and_what_is_written_off_neither(office):
    case = a_case(office).id
    an_expense(office, "25.00", case, payer="licensee")
    line = an_expense(office, "75.00", case)
    assert office.read(unrecovered, case, "USD").minor == 100_00
    assert office.read(open_costs, SEPTEMBER) == {case: {line.id: 75_00}}
    with pytest.raises(UserError, match="Say why E-00002 is written off"):
        office.act(write_off, Reverse(line.id, SEPTEMBER, " "))
    office.act(write_off, Reverse(line.id, SEPTEMBER, "Case closed"))
    assert office.read(unrecovered, case, "USD").minor == 25_00
    assert office.read(open_costs, SEPTEMBER) == {}
    assert [row.state for row in office.read(expenses_of)] == ["written_off", "recoverable"]
    assert balance(office, Account.WRITTEN_OFF) == 75_00


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE posting SET minor = minor + 1 WHERE id = 1", "does not balance: 0.01 USD"),
        ("UPDATE receipt_part SET minor = minor - 1", "The parts of R-00001 make 499,999.99"),
        ("UPDATE run_share SET minor = minor + 5 WHERE id = 1", "make 500,000.05, not 500,000.00"),
        ("UPDATE expense SET recovered = 7", "counts 0.07 as recovered, but 25.00 was booked"),
    ],
)
def test_the_full_check_finds_cents_that_were_changed(office, damage, sentence):
    case = a_waiting_receipt(office)
    an_expense(office, "25.00", case)
    posted(office)
    assert wrong(office) == []
    place = office.place
    office.close()
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        for (name,) in names.all():
            connection.execute(text(f'DROP TRIGGER "{name}"'))
        connection.execute(text(damage))
    engine.dispose()
    assert sentence in "\n".join(str(each.text) for each in check(place))
