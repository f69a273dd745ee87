"""A revenue policy as plain values: parties, an ordered waterfall, brackets, dates of validity."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from techmgr.core.days import fiscal_year
from techmgr.core.shares import WHOLE, Rounding

GROSS = "gross"
BALANCE = "balance"
NET = "net"


class Counts(StrEnum):
    """What a policy divides: money received, a year's profit (a loss counts as nothing), whole shares."""

    MONEY = "money"
    PROFIT = "profit"
    SHARES = "shares"


class Period(StrEnum):
    """How long a bracket or a cap counts before it starts again."""

    EVENT = "event"
    CALENDAR_YEAR = "calendar_year"
    FISCAL_YEAR = "fiscal_year"
    LIFE = "life"


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `minor` units in a period; the excess goes to `overflow` ("" leaves it where it was)."""

    minor: int
    over: Period = Period.LIFE
    overflow: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who can receive under a policy. A pool (`persons`) is divided among persons afterwards.

    Always true of a checked policy: every share lies within `lowest` and `highest` and reaches
    the legal `minimum`; `highest` is None where the share is fixed.
    """

    id: str
    label: str
    persons: bool = False
    lowest: Fraction | None = None
    highest: Fraction | None = None
    one_of: tuple[Fraction, ...] = ()
    minimum: Fraction | None = None
    minimum_clause: str = ""
    cap: Cap | None = None
    person_cap: Cap | None = None
    main_minimum: Fraction | None = None
    disclaimed_to: str = ""
    reverts_to: str = ""
    use: str = ""
    hold_below: int = 0

    @property
    def is_chosen(self) -> bool:
        """Tell whether the share is chosen per case."""
        return self.highest is not None or bool(self.one_of)


@dataclass(frozen=True, slots=True)
class Step:
    """One deduction: a rate of a base, a fixed amount, or something owed, out of `source`.

    Exactly one of `rate`, `amount` and `owed` is set. It never takes more than `source` holds.
    """

    id: str
    label: str
    recipient: str
    rate: Fraction | None = None
    amount: int | None = None
    owed: str = ""
    base: str = GROSS
    source: str = BALANCE
    floor: int = 0
    cap: Cap | None = None
    limit: Fraction | None = None  # at most this share of what was received
    advance: bool = False  # on the recipient's later share of what is left
    valid_from: date | None = None  # taken of what is received between two days
    valid_until: date | None = None
    line: str = ""
    clause: str = ""

    def in_force(self, on: date) -> bool:
        """Tell whether the step is taken of what is received on a day."""
        return (self.valid_from or date.min) <= on <= (self.valid_until or date.max)


@dataclass(frozen=True, slots=True)
class Share:
    """A party's exact share of a tier, as the policy writes it; no rate means the remainder."""

    to: str
    rate: Fraction | None
    written: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """The shares of one bracket. `up_to` counts minor units from zero; the last tier has none."""

    shares: tuple[Share, ...]
    up_to: int | None = None
    start: int | None = None  # written only where a policy states both ends


@dataclass(frozen=True, slots=True)
class Index:
    """What thresholds are multiplied by for money received until a day (None: since the day before)."""

    factor: Fraction
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Sharing:
    """One division of all that `source` holds, by marginal brackets.

    Tiers ascend without gap or overlap and the shares of each sum to one. The position in the
    brackets is kept per `key` (case, licence, person) and starts again each period.
    """

    id: str
    label: str
    tiers: tuple[Tier, ...]
    source: str = BALANCE
    key: str = "case"
    resets: Period = Period.LIFE
    measured: str = NET
    index: tuple[Index, ...] = ()
    small: Tier | None = None  # used instead while the net is below its up_to
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Selector:
    """Which cases a policy is for: validity by one date of the case, hiring date or election."""

    by: str = "received"
    hired_from: date | None = None
    hired_until: date | None = None
    elected: str = ""


@dataclass(frozen=True, slots=True)
class Payroll:
    """A cash award paid within `months` of the income counts only with `counted` of it as wage."""

    counted: Fraction
    months: int
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """One dated version of a revenue policy. Thresholds are minor units of `currency`.

    Always true of a checked policy: every step names known parties and earlier amounts, and at
    its end nothing is left undivided.
    """

    name: str
    title: str
    parties: tuple[Party, ...]
    steps: tuple[Step | Sharing, ...]
    currency: str
    counts: Counts = Counts.MONEY
    unit: str = "case"
    rounding: Rounding = Rounding.LARGEST_REMAINDER
    residual: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    selector: Selector = Selector()
    income: tuple[str, ...] = ()
    year_end: tuple[int, int] = (12, 31)
    also: tuple[str, ...] = ()
    version: str = ""
    source: str = ""
    note: str = ""
    schedule: str = ""
    payroll: Payroll | None = None

    def party(self, party: str) -> Party:
        """Return a party by its id; KeyError when the policy has none."""
        for each in self.parties:
            if each.id == party:
                return each
        raise KeyError(party)

    @property
    def sharings(self) -> Iterator[Sharing]:
        """The steps that divide."""
        return (step for step in self.steps if isinstance(step, Sharing))

    def in_force(self, on: date) -> bool:
        """Tell whether the version's dates include a day."""
        return (self.valid_from or date.min) <= on <= (self.valid_until or date.max)


def rates(tier: Tier, chosen: dict[str, Fraction]) -> list[tuple[str, Fraction]]:
    """Return each party's exact share of a tier, chosen shares in place, the remainder filled in.

    Chosen 30 % for creators and a remainder for the institution: 3/10 and 7/10.
    """
    known = [(share.to, chosen.get(share.to, share.rate)) for share in tier.shares]
    rest = WHOLE - sum((rate for _, rate in known if rate is not None), Fraction(0))
    return [(to, rest if rate is None else rate) for to, rate in known]


def period_of(policy: Policy, period: Period, on: date) -> str:
    """Name the period a day lies in, for the key positions and caps are kept under."""
    if period is Period.CALENDAR_YEAR:
        return str(on.year)
    if period is Period.FISCAL_YEAR:
        return f"FY{fiscal_year(on, *policy.year_end)}"
    return "" if period is Period.LIFE else str(Period.EVENT)


def factor_on(sharing: Sharing, on: date) -> Fraction:
    """Return what thresholds are multiplied by for money received on a day; 1 without an index."""
    for index in sharing.index:
        if index.until is None or on <= index.until:
            return index.factor
    return sharing.index[-1].factor if sharing.index else WHOLE
