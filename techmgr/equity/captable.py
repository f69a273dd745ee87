"""A company's shares, replayed from its events: who holds what on a day, and what makes no sense.

    Issue of 100,001 to the university among 1,000,000; a round of 250,000: 10.0001 % becomes
    8.00008 %; a split of two for one changes no percentage.

Nothing is stored twice: holdings are what the events in force leave. Every event is checked when
the whole is replayed, so that one entered late, or taken back, cannot make shares out of nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE
from techmgr.core.texts import Text, say
from techmgr.equity.kinds import EVENT_WORDS, ClassKind, EventKind, HolderKind

_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class ShareClass:
    """A class of shares. One share becomes `ratio` shares of the class `into` (None: it stays).

    `expires` is the last day of a warrant or option; `price` what exercising one costs, in minor
    units of the book's currency.
    """

    id: int
    name: str
    kind: ClassKind
    ratio: Fraction = WHOLE
    into: int | None = None
    price: Fraction | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """A certificate: whose it is, of which class, and until when it may not be sold.

    `owner` is a payee (`person:5`, `party:fund`) for whom it is kept once it was shared out.
    """

    id: int
    class_id: int
    holder: str
    kind: HolderKind
    certificate: str = ""
    owner: str = ""
    locked_until: date | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """What one event does to one holding: whole shares, and minor units of its cost basis.

    `paid` is the part of the cost that was paid in cash; the rest stands for money given up.
    """

    holding_id: int
    shares: int
    cost: int = 0
    paid: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a company's shares. `ratio` is of a split: 2 makes two of one."""

    id: int
    number: str
    kind: EventKind
    day: date
    moves: tuple[Move, ...] = ()
    ratio: Fraction = WHOLE


@dataclass(frozen=True, slots=True)
class Lot:
    """What is left of a holding. Always: nothing is below zero; without shares there is no cost."""

    shares: int = 0
    cost: int = 0
    paid: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """The shares of one company: its classes, certificates, and the events in force."""

    classes: Mapping[int, ShareClass]
    holdings: Mapping[int, Holding]
    events: Sequence[Event] = ()

    def in_order(self) -> list[Event]:
        """Return the events by day, those of one day as they were entered."""
        return sorted(self.events, key=lambda event: (event.day, event.id))

    def converted(self, class_id: int, shares: int | Fraction) -> Fraction:
        """Return how many common shares these would be, through every conversion to come."""
        each = self.classes[class_id]
        if each.into is None:
            return Fraction(shares)
        return self.converted(each.into, shares * each.ratio)

    def class_of(self, holding_id: int) -> ShareClass:
        """Return the class of a certificate."""
        return self.classes[self.holdings[holding_id].class_id]


Lots = Mapping[int, Lot]


def states(book: Book, until: date | None = None) -> Iterator[tuple[Event, Lots]]:
    """Yield every event with what all holdings are after it. Raises UserError at the first that cannot be."""
    lots: dict[int, Lot] = {}
    for event in book.in_order():
        if until is not None and event.day > until:
            return
        _refuse_lost(book, event)
        lots = _after(book, event, lots)
        yield event, dict(lots)


def replay(book: Book, until: date | None = None) -> Lots:
    """Return what every holding is on a day (None: after all events). Raises UserError as `states`."""
    every = [lots for _, lots in states(book, until)]
    return every[-1] if every else {}


def _after(book: Book, event: Event, lots: dict[int, Lot]) -> dict[int, Lot]:
    if event.kind is EventKind.SPLIT:
        return {each: _split(book, event, each, lot) for each, lot in lots.items()}
    after = dict(lots)
    for move in event.moves:
        lot = after.get(move.holding_id, Lot())
        after[move.holding_id] = _moved(book, event, lot, move)
    return after


def _split(book: Book, event: Event, holding_id: int, lot: Lot) -> Lot:
    shares = lot.shares * event.ratio
    if shares.denominator != 1 or shares < 0 or (lot.shares and not shares):
        raise _cannot(
            event,
            say(
                "the {shares} shares of {holder} would not stay whole. A split in another ratio, "
                "or a sale of the odd shares before it, is needed.",
                shares=f"{lot.shares:,}",
                holder=book.holdings[holding_id].holder,
            ),
        )
    return Lot(int(shares), lot.cost, lot.paid)


def _moved(book: Book, event: Event, lot: Lot, move: Move) -> Lot:
    after = Lot(lot.shares + move.shares, lot.cost + move.cost, lot.paid + move.paid)
    if after.shares < 0:
        raise _cannot(
            event,
            say(
                "{holder} held {held} of certificate {certificate} then, not {wanted}.",
                holder=book.holdings[move.holding_id].holder,
                held=f"{lot.shares:,}",
                certificate=book.holdings[move.holding_id].certificate or "–",
                wanted=f"{-move.shares:,}",
            ),
        )
    if min(after.cost, after.paid) < 0 or after.paid > after.cost:
        raise _cannot(event, say("more cost would leave the books than was ever in them."))
    return after


def _refuse_lost(book: Book, event: Event) -> None:
    """Refuse an event that makes or loses shares it must not: only issues and rounds make new ones."""
    moved = [move.shares for move in event.moves]
    converted = sum(
        (book.converted(book.holdings[m.holding_id].class_id, m.shares) for m in event.moves),
        _ZERO,
    )
    match event.kind:
        case EventKind.ISSUE | EventKind.ROUND:
            is_sound = bool(moved) and min(moved) > 0
        case EventKind.SPLIT:
            is_sound = not moved and event.ratio > 0
        case EventKind.WRITE_OFF | EventKind.DIVIDEND:
            is_sound = not any(moved)
        case _:
            is_sound = bool(moved) and not converted
    if not is_sound:
        raise _cannot(event, say("shares would appear from nowhere, or vanish."))


def _cannot(event: Event, why: Text) -> UserError:
    text = say(
        "{number} ({what}, {day}) cannot be: {why}",
        number=event.number,
        what=EVENT_WORDS[event.kind],
        day=event.day.isoformat(),
        why=why,
    )
    return UserError(text, field="shares")


# Who owns how much


@dataclass(frozen=True, slots=True)
class Line:
    """What one holder has of one class. Shares are whole; `part` is of everything fully diluted."""

    holder: str
    kind: HolderKind
    class_id: int
    shares: int
    converted: Fraction
    part: Fraction
    issued: Fraction


@dataclass(frozen=True, slots=True)
class CapTable:
    """Who owns a company on a day. Always: the parts make exactly one, unless nobody holds anything.

    `diluted` counts every share, and warrants and options not expired, as common shares; `issued`
    the shares alone.
    """

    day: date
    lines: tuple[Line, ...]
    diluted: Fraction
    issued: Fraction

    def of(self, *kinds: HolderKind) -> Fraction:
        """Return the part of some kinds of holders together."""
        return sum((line.part for line in self.lines if line.kind in kinds), _ZERO)


def cap_table(book: Book, day: date, lots: Lots | None = None) -> CapTable:
    """Return who owns how much of a company on a day, in the order the holders came in."""
    held = replay(book, day) if lots is None else lots
    sums: dict[tuple[str, HolderKind, int], int] = {}
    for number, lot in held.items():
        holding = book.holdings[number]
        if lot.shares and not _has_expired(book.classes[holding.class_id], day):
            key = (holding.holder, holding.kind, holding.class_id)
            sums[key] = sums.get(key, 0) + lot.shares
    as_common = {key: book.converted(key[2], shares) for key, shares in sums.items()}
    are_shares = {key: not book.classes[key[2]].kind.is_right for key in sums}
    diluted = sum(as_common.values(), _ZERO)
    issued = sum((each for key, each in as_common.items() if are_shares[key]), _ZERO)
    lines = tuple(
        Line(
            *key,
            shares=shares,
            converted=as_common[key],
            part=as_common[key] / diluted,
            issued=as_common[key] / issued if issued and are_shares[key] else _ZERO,
        )
        for key, shares in sums.items()
    )
    assert not lines or sum(line.part for line in lines) == 1, "the parts of a company make one"
    return CapTable(day, lines, diluted, issued)


def _has_expired(each: ShareClass, day: date) -> bool:
    return each.expires is not None and each.expires < day


@dataclass(frozen=True, slots=True)
class Stage:
    """Who owned how much after an event that changed it, for the chart: parts by kind of holder."""

    event: Event
    parts: Mapping[HolderKind, Fraction] = field(default_factory=dict)


def stages(book: Book) -> list[Stage]:
    """Return who owned how much after every day on which shares moved, in order."""
    found: list[Stage] = []
    for event, lots in states(book):
        table = cap_table(book, event.day, lots)
        parts = {kind: part for kind in HolderKind if (part := table.of(kind))}
        if not parts or (found and found[-1].parts == parts):
            continue
        if found and found[-1].event.day == event.day:
            found.pop()
        found.append(Stage(event, parts))
    return found


def splits_since(book: Book, day: date, until: date) -> Fraction:
    """Return what one share of a day has become by another through splits: 2 after two for one."""
    ratio = WHOLE
    for event in book.events:
        if event.kind is EventKind.SPLIT and day < event.day <= until:
            ratio *= event.ratio
    return ratio
