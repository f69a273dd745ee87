"""What a sale, an exercise, a conversion or a round does: shares and cost in, moves and money out.

Cost leaves with the shares of a certificate in proportion, rounded half up; the last share takes
what is left: 1,000.00 for 3,000 shares, 1,000 sold: 333.33 leaves, 666.67 stays.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.money import percentage
from techmgr.core.texts import say
from techmgr.equity.captable import Holding, Lot, ShareClass


@dataclass(frozen=True, slots=True)
class CostPart:
    """The part of a certificate's cost that leaves with some of its shares, in minor units."""

    cost: int
    paid: int


def cost_part(lot: Lot, shares: int) -> CostPart:
    """Return the cost that leaves with some shares of a certificate: in proportion, all with the last."""
    if shares == lot.shares:
        return CostPart(lot.cost, lot.paid)
    share = Fraction(shares, lot.shares)
    return CostPart(percentage(lot.cost, share), percentage(lot.paid, share))


@dataclass(frozen=True, slots=True)
class Proceeds:
    """What a sale brings, in minor units: `gross` less `brokerage`, then what had been paid comes back.

    Always: `recovered + shared == gross - brokerage`; `lost` is what was paid and did not come back.
    """

    gross: int
    brokerage: int
    cost: CostPart
    recovered: int
    shared: int
    lost: int


def proceeds(gross: int, brokerage: int, cost: CostPart) -> Proceeds:
    """Return what of a sale is there to be distributed.

    Sold for 50,000.00 with 500.00 brokerage, 1,000.00 paid for them: 48,500.00 to share.
    """
    if brokerage > gross:
        raise UserError(
            say("The brokerage is more than the sale brings: check both amounts."),
            field="brokerage",
        )
    cash = gross - brokerage
    recovered = min(cost.paid, cash)
    return Proceeds(gross, brokerage, cost, recovered, cash - recovered, cost.paid - recovered)


def check_shares(shares: int | None, held: int) -> int:
    """Return a number of shares that can leave a certificate; refuses none, and more than are held."""
    if shares is None or shares <= 0:
        raise UserError(say("Say how many whole shares: one or more."), field="shares")
    if shares > held:
        raise UserError(
            say("{held} are held, not {shares}.", held=f"{held:,}", shares=f"{shares:,}"),
            field="shares",
        )
    return shares


def check_may_sell(holding: Holding, day: date) -> None:
    """Refuse a sale of somebody else's shares, or under lock-up."""
    if not holding.kind.is_ours:
        raise UserError(
            say("These shares belong to {holder}: the university cannot sell them.",
                holder=holding.holder),
            field="holding_id",
        )  # fmt: skip
    if holding.locked_until is not None and day <= holding.locked_until:
        raise UserError(
            say(
                "These shares are locked up until {day}: they can be sold from the day after.",
                day=holding.locked_until.isoformat(),
            ),
            field="on_day",
        )


def check_may_exercise(each: ShareClass, day: date) -> None:
    """Refuse an exercise of what is no right to shares, or has expired."""
    if not each.kind.is_right or each.into is None:
        raise UserError(
            say("{name} are shares already: only warrants and options are exercised.",
                name=each.name),
            field="holding_id",
        )  # fmt: skip
    if each.expires is not None and day > each.expires:
        raise UserError(
            say(
                "{name} expired on {day}: they cannot be exercised any more.",
                name=each.name,
                day=each.expires.isoformat(),
            ),
            field="on_day",
        )


def becoming(each: ShareClass, shares: int) -> int:
    """Return how many shares these become by exercise or conversion; refuses parts of a share."""
    if each.into is None:
        raise UserError(
            say("{name} convert into nothing else.", name=each.name), field="holding_id"
        )
    made = shares * each.ratio
    if made.denominator != 1 or made <= 0:
        raise UserError(
            say(
                "{shares} of {name} do not make whole shares. Take a multiple of {multiple}.",
                shares=f"{shares:,}",
                name=each.name,
                multiple=f"{each.ratio.denominator:,}",
            ),
            field="shares",
        )
    return int(made)


@dataclass(frozen=True, slots=True)
class Pricing:
    """What a round says of the whole company: exact minor units per share, before and after it."""

    price: Fraction
    pre_money: Fraction
    post_money: Fraction


def pricing(
    price: Fraction | None, pre_money: int | None, before: Fraction, new: Fraction
) -> Pricing:
    """Return a round's price and values; one of price and value before is given, in minor units.

    8,000,000.00 before 1,000,000 shares is 8.00 a share; 250,000 new ones make 10,000,000.00.
    """
    if (price is None) == (pre_money is None):
        raise UserError(
            say("Give the price of a share or the value before the round, one of the two."),
            field="price",
        )
    if not before:
        raise UserError(
            say("Nobody holds a share yet: enter the issues that were there before the round."),
            field="on_day",
        )
    each = Fraction(pre_money or 0) / before if price is None else price
    if each <= 0:
        raise UserError(say("A price is more than zero."), field="price")
    return Pricing(each, each * before, each * (before + new))
