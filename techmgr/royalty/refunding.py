"""A refund: what it takes back from the net, and which recovered costs it makes owed again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from techmgr.royalty.event import Event, Owed, Result
from techmgr.royalty.policy import Policy
from techmgr.royalty.waterfall import run

EXPENSES = "expenses"
Recovered = Sequence[tuple[int, int]]  # (expense id, minor units)


def refund(
    policy: Policy,
    event: Event,
    before: Recovered,
    net: int,
    reserved: Sequence[Owed] = (),
) -> tuple[Result, Recovered]:
    """Run a negative event as if its receipts had never been: net first, then reserves, then costs.

    `before` are the costs this income has recovered, the newest line first; `net` what was shared;
    `reserved` what reserves still hold.

    500,000.00 came in, 75,000.00 went to the fee, 25,000.00 to costs, 400,000.00 was shared. A
    refund of 500,000.00 takes back 75,000.00, then 400,000.00, and 25,000.00 of costs are owed
    again; one of 100,000.00 takes back 15,000.00 and 85,000.00, and the costs stay recovered.
    """
    most = sum(minor for _, minor in before)
    first = run(policy, _with(event, most))
    taken = _taken(first, most)
    after_fee = taken - first.net
    back = tuple(_out_of(reserved, max(0, after_fee - net)))
    owed_again = min(taken, max(0, after_fee - net + sum(each.minor for each in back)))
    is_first = owed_again == most and not back
    result = first if is_first else run(policy, _with(event, owed_again, back))
    return result, tuple(_lines(before, _taken(result, owed_again)))


def _with(event: Event, minor: int, back: Sequence[Owed] = ()) -> Event:
    costs = (Owed(EXPENSES, -minor, label="Patent costs"),) if minor else ()
    return replace(event, owed=(*event.owed, *costs, *back))


def _out_of(reserved: Sequence[Owed], minor: int) -> Iterator[Owed]:
    for each in reserved:
        part = min(each.minor, minor)
        if part:
            yield replace(each, minor=-part)
        minor -= part


def _taken(result: Result, asked: int) -> int:
    return asked + sum(each.minor for each in result.carried if each.what == EXPENSES)


def _lines(before: Recovered, minor: int) -> Iterator[tuple[int, int]]:
    for number, most in before:
        part = min(most, minor)
        if part:
            yield number, -part
        minor -= part
