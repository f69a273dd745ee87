"""Shares on a real file: what is booked, what is refused in words, and what a reversal brings back."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts_equity import (
    ISSUED,
    LATER,
    a_book,
    a_class,
    a_company,
    a_round,
    an_issue,
    share_policies,
)
from action_examples.parts_money import a_policy, posted

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.equity.actions import EditHolding, ReverseShareEvent, edit_holding, reverse_share_event
from techmgr.equity.actions_events import (
    ConvertShares,
    ExerciseShares,
    ReceiveDividend,
    RecordRound,
    SellShares,
    SplitShares,
    WriteOffShares,
    convert_shares,
    exercise_shares,
    receive_dividend,
    record_round,
    sell_shares,
    split_shares,
    write_off_shares,
)
from techmgr.equity.queries import companies, lots_on, register
from techmgr.ledger.accounts import Account
from techmgr.ledger.queries import receipts_of, trial_balance
from techmgr.royalty.actions_equity import DistributeShares, distribute_shares
from techmgr.royalty.elections import Elected, Election
from techmgr.royalty.queries_equity import distributions_of
from techmgr.royalty.queries_run import run_file
from techmgr.storage.check import findings

SOLD, TODAY = date(2026, 9, 1), date(2026, 9, 14)
SHARES, CASH = Elected.SHARES, Elected.CASH


def usd(text):
    return money(text, "USD")


def sell(office, book, holding, shares, gross, *, on=SOLD, **more):
    return office.act(sell_shares, SellShares(book, None, on, holding, shares, usd(gross), **more))


def distribute(office, holding, *elections, on=LATER, chosen=()):
    asked = tuple(Election(*each) for each in elections)
    return office.act(distribute_shares, DistributeShares(holding, None, on, asked, chosen)).result


def rows_of(office, on=SOLD):
    return office.read(register, on)


def balances(office):
    found = office.read(trial_balance, date(2027, 1, 1))
    assert sum(each.amount.minor for each in found) == 0
    assert office.read(lambda session: list(findings(session))) == []
    totals = {}
    for each in found:
        totals[each.account] = totals.get(each.account, 0) + each.amount.minor
    return {account: minor for account, minor in totals.items() if minor}


def refused(office, action, request, said, field=None):
    before = office.read(trial_balance, date(2027, 1, 1)), rows_of(office)
    with pytest.raises(UserError, match=said) as error:
        office.act(action, request)
    assert field is None or error.value.field == field
    assert (office.read(trial_balance, date(2027, 1, 1)), rows_of(office)) == before


def test_stanford_equity_1_on_a_real_file(office):
    """STAN-EQ-1: 15,000 to the office, 56,667 to the fund, 14,167 to each of two inventors."""
    book, _, held = a_company(office)
    share_policies(office)
    done = distribute(office, held, (2, SHARES), (3, CASH))
    found = {row.holder: row.shares for row in rows_of(office) if row.shares}
    assert found == {
        "Licensing office": 15_000,
        "University research and fellowship fund": 56_667,
        "Omar El-Sayed": 14_167,
    }
    lots = office.read(lots_on, book)[1]
    assert sum(lots[each].shares for each in done.holdings) == 100_001
    [row] = office.read(distributions_of, book)
    assert (row.tree.minor, row.tree.find("net").minor) == (100_001, 85_001)
    assert row.tree.find("inventors/person:2").minor == 14_167
    assert balances(office) == {}


def test_china_3_on_a_real_file(office):
    """CN-3: a stake of 2,000,000 shares, 20 %: contributors 10 % by law, 14 % by a 70 % rule."""
    book, _, held = a_company(office, 2_000_000, on=LATER)
    an_issue(office, book, 1, 7_100_001, holder="Founders")
    share_policies(office, "china-investment")
    refused(
        office,
        distribute_shares,
        DistributeShares(
            held,
            None,
            LATER,
            (Election(2, SHARES), Election(3, SHARES)),
            (("contributors", Fraction(45, 100)),),
        ),
        "outside the range",
    )
    by_rule = distribute(
        office, held, (2, CASH), (3, CASH), chosen=(("contributors", Fraction(7, 10)),)
    )
    parts = {row.holder: row.part for row in rows_of(office) if row.shares}
    assert parts["Unit"] == Fraction(6, 100)
    assert parts["Yuki Tanaka"] + parts["Omar El-Sayed"] == Fraction(14, 100)
    office.act(reverse_share_event, ReverseShareEvent(by_rule.id, None, "The law, not our rule"))
    distribute(office, held, (2, CASH), (3, CASH))
    parts = {row.holder: row.part for row in rows_of(office) if row.shares}
    assert parts["Yuki Tanaka"] + parts["Omar El-Sayed"] == parts["Unit"] == Fraction(1, 10)


def test_a_disclaimer_goes_to_the_fund_and_a_founder_is_left_out(office):
    _, _, held = a_company(office)
    share_policies(office)
    late = (Election(2, SHARES), Election(3, Elected.DISCLAIMS, LATER))
    refused(
        office,
        distribute_shares,
        DistributeShares(held, None, LATER, late),
        "before the licence is signed",
    )
    missing = (Election(2, SHARES),)
    refused(
        office,
        distribute_shares,
        DistributeShares(held, None, LATER, missing),
        "Nothing is known of Omar El-Sayed",
    )
    done = distribute(office, held, (2, CASH), (3, Elected.DISCLAIMS, ISSUED))
    found = {row.holder: row.shares for row in rows_of(office) if row.shares}
    assert found["University research and fellowship fund"] == 56_667 + 14_167
    assert found["Yuki Tanaka"] == 14_167
    office.act(reverse_share_event, ReverseShareEvent(done.id, None, "He is a founder"))
    distribute(office, held, (2, CASH), (3, Elected.EXCLUDED))
    assert {r.holder: r.shares for r in rows_of(office) if r.shares}["Yuki Tanaka"] == 28_334


def test_without_a_policy_for_shares_nothing_is_distributed(office):
    _, _, held = a_company(office)
    a_policy(office)
    both = (Election(2, SHARES), Election(3, SHARES))
    refused(office, distribute_shares, DistributeShares(held, None, LATER, both), "adopt one first")


def test_cash_of_kept_shares_goes_to_their_owner_in_a_run(office):
    book, _, held = a_company(office)
    share_policies(office)
    a_policy(office)
    done = distribute(office, held, (2, SHARES), (3, CASH))
    kept = next(row for row in rows_of(office) if row.holder == "Omar El-Sayed")
    assert kept.kept_for == "Omar El-Sayed"
    sell(office, book, kept.id, 14_167, "141,670.00", brokerage=usd("670.00"))
    run = posted(office, TODAY)
    shares = [line for line in office.read(run_file, run.id, TODAY).lines if line.share is not None]
    assert [(line.share.payee_name, line.share.amount.minor) for line in shares] == [
        ("Omar El-Sayed", 14_100_000)
    ]
    taken = next(each for each in done.holdings if each not in {r.id for r in rows_of(office)})
    refused(
        office,
        sell_shares,
        SellShares(book, None, SOLD, taken, 1, usd("8.00")),
        "belong to Yuki Tanaka",
    )


def test_cash_of_shares_held_back_runs_through_the_same_waterfall(office):
    book, _, held = a_company(office)
    a_policy(office)
    sell(office, book, held, 10_000, "118,147.06", brokerage=usd("500.00"))
    [receipt] = office.read(receipts_of)
    assert (receipt.income_type, receipt.gross) == ("equity_sale", usd("117,647.06"))
    run = posted(office, TODAY)
    found = office.read(run_file, run.id, TODAY)
    assert found.run.net == usd("100,000.00")  # STAN-3's net: 15 % of 117,647.06 is 17,647.06
    office.act(
        receive_dividend, ReceiveDividend(book, None, SOLD, held, usd("900.01"), usd("90.00"))
    )
    assert [row.income_type for row in office.read(receipts_of)] == ["dividend", "equity_sale"]


def test_cost_is_booked_leaves_with_the_shares_and_comes_back_with_a_reversal(office):
    book, _, held = a_company(office, cost=usd("1,000.00"), paid=usd("300.00"))
    start = balances(office)
    assert start == {
        Account.EQUITY: 100_000,
        Account.BANK: -30_000,
        Account.EQUITY_IN_LIEU: -70_000,
    }
    sold = sell(office, book, held, 40_000, "400.00", brokerage=usd("350.00"), on=LATER).result
    # 120.00 had been paid for them and 50.00 came in: 70.00 is lost, nothing is there to share.
    assert balances(office)[Account.EQUITY_LOST] == 7_000
    assert office.read(receipts_of) == []
    lost = WriteOffShares(book, None, SOLD, held, "Wound up")
    written = office.act(write_off_shares, lost).result
    assert Account.EQUITY not in balances(office)
    assert {row.state for row in rows_of(office)} == {"written_off"}
    refused(
        office,
        reverse_share_event,
        ReverseShareEvent(sold.id, None, " "),
        "reason is kept",
        "reason",
    )
    for number in (written.id, sold.id):
        office.act(reverse_share_event, ReverseShareEvent(number, None, "A mistake"))
    assert balances(office) == start
    assert office.read(lots_on, book)[1][held].shares == 100_001
    refused(
        office, reverse_share_event, ReverseShareEvent(sold.id, None, "Again"), "reversed already"
    )


def test_an_event_others_rest_on_is_not_taken_back(office):
    book, _, held = a_company(office)
    a_policy(office)
    sell(office, book, held, 100_001, "100.00")
    with pytest.raises(UserError, match=r"S-00003 \(Sale"):
        office.act(reverse_share_event, ReverseShareEvent(2, None, "Never issued"))


def test_what_must_not_be_is_refused_in_words(office):
    book, row, held = a_company(office, locked_until=date(2026, 8, 31))
    a_policy(office)
    refused(
        office,
        sell_shares,
        SellShares(book, None, LATER, held, 5, usd("1.00")),
        "locked up until 2026-08-31",
        "on_day",
    )
    refused(
        office,
        sell_shares,
        SellShares(book, None, SOLD, held, 100_002, usd("1.00")),
        "100,001 are held",
        "shares",
    )
    refused(
        office,
        sell_shares,
        SellShares(book, None, SOLD, held, 0, usd("1.00")),
        "one or more",
        "shares",
    )
    refused(
        office,
        sell_shares,
        SellShares(book, None, SOLD, held, 5, money("1.00", "EUR")),
        "kept in USD",
        "gross",
    )
    refused(
        office,
        sell_shares,
        SellShares(book, None, date(2026, 9, 30), held, 5, usd("1.00")),
        "not come yet",
    )
    refused(
        office,
        record_round,
        RecordRound(book, None, LATER, row, (("Fjord", -5),), Fraction(1)),
        "one or more each",
        "investors",
    )
    refused(
        office,
        record_round,
        RecordRound(book, None, LATER, row, (("Fjord", 5),)),
        "one of the two",
        "price",
    )
    refused(
        office, split_shares, SplitShares(book, None, LATER, Fraction(1, 3)), "would not stay whole"
    )
    other = a_book(office)
    stranger = a_class(office, other)
    refused(
        office,
        record_round,
        RecordRound(book, None, LATER, stranger, (("Fjord", 5),), Fraction(1)),
        "of this company's",
        "class_id",
    )


def test_warrants_are_exercised_at_their_price_until_they_expire(office):
    book, row, _ = a_company(office)
    a_policy(office)
    warrant = a_class(
        office,
        book,
        "Warrant 2026",
        "warrant",
        into_id=row,
        price=Fraction(151),
        priced_on=ISSUED,
        expires=date(2026, 8, 31),
    )
    held = an_issue(office, book, warrant, 1_000, "university", "Halden University").holdings[0]
    refused(
        office, exercise_shares, ExerciseShares(book, None, SOLD, held, 5), "expired on 2026-08-31"
    )
    office.act(split_shares, SplitShares(book, None, date(2026, 8, 10), Fraction(2)))
    made = office.act(exercise_shares, ExerciseShares(book, None, LATER, held, 401, "C-9")).result
    # After two for one a warrant costs half: 401 at 0.755 is 302.755, booked half up.
    lots = office.read(lots_on, book)[1]
    assert (lots[made.holdings[0]].shares, lots[made.holdings[0]].paid) == (401, 30_276)
    assert lots[held].shares == 2_000 - 401
    assert balances(office)[Account.BANK] == -30_276


def test_preferred_shares_convert_with_their_cost(office):
    book, row, _ = a_company(office)
    seed = a_class(office, book, "Seed", "preferred", ratio=Fraction(3, 2), into_id=row)
    held = an_issue(
        office, book, seed, 1_000, "university", "Halden University", cost=usd("50.00")
    ).holdings[0]
    refused(
        office, convert_shares, ConvertShares(book, None, LATER, held, 3), "multiple of 2", "shares"
    )
    made = office.act(convert_shares, ConvertShares(book, None, LATER, held, 400)).result
    lots = office.read(lots_on, book)[1]
    assert (lots[made.holdings[0]].shares, lots[made.holdings[0]].cost) == (600, 2_000)
    assert (lots[held].shares, lots[held].cost) == (600, 3_000)


def test_the_register_is_in_force_on_a_day_with_totals_per_company(office):
    book, _, held = a_company(office, cost=usd("1,000.00"), locked_until=date(2026, 8, 31))
    a_round(office, book)
    before, after = office.read(register, ISSUED)[0], office.read(register, LATER)[0]
    assert (before.part, before.value) == (Fraction(100_001, 1_000_000), None)
    assert (after.part, after.value) == (Fraction(100_001, 1_250_000), usd("800,008.00"))
    assert (after.state, rows_of(office)[0].state) == ("locked", "held")
    assert office.read(register, date(2026, 8, 1)) == []
    [total] = companies(rows_of(office))
    assert (total.shares, total.cost, total.certificates) == (100_001, Money(100_000, "USD"), 1)
    office.act(edit_holding, EditHolding(held, None, "C-7", None, "Right of first refusal"))
    assert rows_of(office)[0].locked_until is None
