"""Two invented start-ups that paid with shares: rounds, shares distributed, a sale, a dividend, a write-off."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from techmgr.core.money import Money
from techmgr.disclosure.queries import shares_on
from techmgr.equity.actions import (
    AddShareClass,
    IssueShares,
    OpenShareBook,
    add_share_class,
    issue_shares,
    open_share_book,
)
from techmgr.equity.actions_events import (
    ReceiveDividend,
    RecordRound,
    SellShares,
    WriteOffShares,
    receive_dividend,
    record_round,
    sell_shares,
    write_off_shares,
)
from techmgr.royalty.actions_equity import DistributeShares, distribute_shares
from techmgr.royalty.elections import Elected, Election
from techmgr.sample.lives import Life
from techmgr.sample.story import Story

_UNIVERSITY = "Halden University"


@dataclass
class Shares:
    """What later days of a company need of its earlier ones."""

    book: int = 0
    common: int = 0
    held: int = 0


def pay_with_shares(story: Story) -> None:
    """Let two licensees of different cases pay with shares: one does well, one is wound up."""
    long_ago = story.today - timedelta(days=620)
    signed = sorted((each for each in story.licensed if each[0] <= long_ago), key=lambda e: e[:2])
    chosen: dict[int, tuple[date, Life]] = {}
    for day, company, life in reversed(signed):
        chosen.setdefault(company, (day, life))
    for does_well, (day, life) in zip((True, False), chosen.values(), strict=False):
        start_up(story, life, day, does_well=does_well)


def start_up(story: Story, life: Life, signed: date, *, does_well: bool) -> None:
    """Let the licensee of a case pay with shares on the day it signs."""
    own = Shares()
    story.on(signed, lambda: _issue(story, life, own, signed, does_well=does_well))
    first = signed + timedelta(days=150)
    story.on(first, lambda: _round(story, own, first, does_well=does_well))
    if does_well:
        shared = signed + timedelta(days=30)
        story.on(shared, lambda: _share(story, life, own, shared))
        later = signed + timedelta(days=420)
        story.on(later, lambda: _sell(story, own, later))
    else:
        paid, over = signed + timedelta(days=200), signed + timedelta(days=500)
        story.on(paid, lambda: _dividend(story, own, paid))
        story.on(over, lambda: _write_off(story, own, over))


def _issue(story: Story, life: Life, own: Shares, day: date, *, does_well: bool) -> None:
    act = story.office.act
    conflicts = (
        "The first inventor advises the company for ten days a year (invented for the sample)."
        if does_well
        else ""
    )
    book = OpenShareBook(life.case.company, "USD", conflicts, "Invented for the sample")
    own.book = act(open_share_book, book).result
    common = AddShareClass(own.book, None, "Common", "common")
    own.common = act(add_share_class, common).result
    act(issue_shares, IssueShares(own.book, None, day, own.common, 899_999, "founder", "Founders"))
    act(issue_shares, IssueShares(own.book, None, day, own.common, 100_000, "pool", "Option pool"))
    university = IssueShares(
        own.book, None, day, own.common, 100_001, "university", _UNIVERSITY,
        certificate="C-7", agreement_id=life.case.agreement,
        cost=Money(100_001_00 // 10, "USD"),
        locked_until=day + timedelta(days=365) if does_well else None,
        restrictions="The company may match any offer within 30 days",
        memo="In place of an issue fee, invented",
    )  # fmt: skip
    own.held = act(issue_shares, university).result.holdings[0]


def _round(story: Story, own: Shares, day: date, *, does_well: bool) -> None:
    name = "Series A" if does_well else "Series Seed"
    row = AddShareClass(
        own.book, None, name, "preferred", Fraction(1), own.common,
        anti_dilution="Weighted average, broad based" if does_well else "",
    )  # fmt: skip
    preferred = story.office.act(add_share_class, row).result
    investors: tuple[tuple[str, int], ...] = (("Fjord Ventures", 120_000),)
    if does_well:
        investors = (("Fjord Ventures", 250_000), ("Lynx Capital", 50_000))
    value = Money(880_000_000 if does_well else 220_000_000, "USD")
    request = RecordRound(
        own.book, None, day, preferred, investors, pre_money=value, memo="Invented"
    )
    story.office.act(record_round, request)


def _share(story: Story, life: Life, own: Shares, day: date) -> None:
    plan = story.office.read(shares_on, life.case.id, day)
    assert plan is not None, "a licensed case has its shares"
    elected = [Elected.CASH, Elected.SHARES]
    elections = tuple(
        Election(each.person_id, elected[at % 2]) for at, each in enumerate(plan.shares)
    )
    done = story.office.act(
        distribute_shares, DistributeShares(own.held, None, day, elections)
    ).result
    own.held = done.holdings[0]


def _sell(story: Story, own: Shares, day: date) -> None:
    request = SellShares(
        own.book, None, day, own.held, 5_000, Money(4_750_000, "USD"), Money(47_500, "USD"),
        "Fjord Ventures", "Invented",
    )  # fmt: skip
    story.office.act(sell_shares, request)


def _dividend(story: Story, own: Shares, day: date) -> None:
    gross = Money(500_005, "USD")
    story.office.act(receive_dividend, ReceiveDividend(own.book, None, day, own.held, gross))


def _write_off(story: Story, own: Shares, day: date) -> None:
    reason = "The company was wound up; nothing is left for holders of common shares (invented)."
    story.office.act(write_off_shares, WriteOffShares(own.book, None, day, own.held, reason))
