"""Examples of what an officer can do with shares."""

from datetime import date
from fractions import Fraction

from action_examples import example
from action_examples.parts import an_organisation
from action_examples.parts_equity import (
    LATER,
    a_book,
    a_class,
    a_company,
    a_round,
    an_issue,
    share_policies,
)
from techmgr.core.money import money
from techmgr.equity.actions import (
    AddShareClass,
    EditHolding,
    EditShareBook,
    IssueShares,
    OpenShareBook,
    ReverseShareEvent,
    add_share_class,
    edit_holding,
    edit_share_book,
    issue_shares,
    open_share_book,
    reverse_share_event,
)
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
from techmgr.royalty.actions_equity import DistributeShares, distribute_shares
from techmgr.royalty.elections import Elected, Election

SOLD = date(2026, 9, 1)


@example(open_share_book)
def _(office):
    return OpenShareBook(an_organisation(office), "USD")


@example(edit_share_book)
def _(office):
    return EditShareBook(a_book(office), 1, "An inventor sits on the board.")


@example(add_share_class)
def _(office):
    return AddShareClass(a_book(office), 1, "Common", "common")


@example(issue_shares)
def _(office):
    book = a_book(office)
    row = a_class(office, book)
    cost = money("1,000.00", "USD")
    return IssueShares(book, None, LATER, row, 5_000, "university", "Halden University", cost=cost)


@example(edit_holding)
def _(office):
    _, _, held = a_company(office)
    return EditHolding(held, None, "C-8", date(2027, 1, 31), "Right of first refusal")


@example(record_round)
def _(office):
    book, row, _ = a_company(office)
    return RecordRound(book, None, LATER, row, (("Fjord Ventures", 250_000),), Fraction(800))


@example(split_shares)
def _(office):
    return SplitShares(a_company(office)[0], None, LATER, Fraction(2))


@example(convert_shares)
def _(office):
    book, row, _ = a_company(office)
    preferred = a_class(office, book, "Series Seed", "preferred", into_id=row)
    held = an_issue(office, book, preferred, 1_000, "university", "Halden University").holdings[0]
    return ConvertShares(book, None, LATER, held, 400)


@example(exercise_shares)
def _(office):
    book, row, _ = a_company(office)
    warrant = a_class(office, book, "Warrant 2026", "warrant", into_id=row, price=Fraction(150))
    held = an_issue(office, book, warrant, 1_000, "university", "Halden University").holdings[0]
    return ExerciseShares(book, None, LATER, held, 400)


@example(sell_shares)
def _(office):
    book, _, held = a_company(office)
    return SellShares(book, None, SOLD, held, 1_000, money("8,000.00", "USD"))


@example(receive_dividend)
def _(office):
    book, _, held = a_company(office)
    return ReceiveDividend(book, None, SOLD, held, money("500.00", "USD"))


@example(write_off_shares)
def _(office):
    book, _, held = a_company(office, cost=money("10,000.00", "USD"))
    return WriteOffShares(book, None, SOLD, held, "The company was wound up")


@example(reverse_share_event)
def _(office):
    event = a_round(office, a_company(office)[0])
    return ReverseShareEvent(event.id, None, "It did not close")


@example(distribute_shares)
def _(office):
    _, _, held = a_company(office)
    share_policies(office)
    elections = (Election(2, Elected.SHARES), Election(3, Elected.CASH))
    return DistributeShares(held, None, LATER, elections)
