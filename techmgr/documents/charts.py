"""Charts as plain values, drawn on paper here and by widgets in the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: its size, and the words for it and for its amount."""

    label: str
    size: int
    shown: str


@dataclass(frozen=True, slots=True)
class SplitBar:
    """One bar cut into the parts of a whole. Parts are never negative; zero parts are listed only.

    `labelled_inside` writes the words into the bar; otherwise they are listed under it.
    """

    parts: Sequence[Part]
    labelled_inside: bool = True

    def __post_init__(self) -> None:
        if any(part.size < 0 for part in self.parts):
            raise ValueError("a part of a whole cannot be negative")

    def edges(self) -> list[Fraction]:
        """Return where the parts begin and end, from 0 to 1; all 0 when there is nothing."""
        whole = sum(part.size for part in self.parts)
        ends = accumulate((part.size for part in self.parts), initial=0)
        return [Fraction(end, whole) if whole else Fraction(0) for end in ends]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars side by side, such as one per year; the last one is the year reported on."""

    bars: Sequence[Part]

    def heights(self) -> list[Fraction]:
        """Return each bar's height as a fraction of the tallest; below zero for negative ones."""
        tallest = max((abs(bar.size) for bar in self.bars), default=0)
        return [Fraction(bar.size, tallest) if tallest else Fraction(0) for bar in self.bars]


@dataclass(frozen=True, slots=True)
class Stacked:
    """Upright bars side by side, each cut into the same series in the same order.

    Always true: every series has one size per column, none negative; `shown` are the columns' totals.
    """

    columns: Sequence[str]
    series: Sequence[tuple[str, Sequence[int]]]
    shown: Sequence[str]

    def __post_init__(self) -> None:
        sizes = [size for _, sizes in self.series for size in sizes]
        if any(len(each) != len(self.columns) for _, each in self.series) or min([*sizes, 0]) < 0:
            raise ValueError("every series has one size per column, none negative")

    def edges(self, at: int) -> list[Fraction]:
        """Return where the series of a column begin and end, as fractions of the tallest column."""
        tallest = max(map(self._total, range(len(self.columns))), default=0)
        ends = accumulate((sizes[at] for _, sizes in self.series), initial=0)
        return [Fraction(end, tallest) if tallest else Fraction(0) for end in ends]

    def _total(self, at: int) -> int:
        return sum(sizes[at] for _, sizes in self.series)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Lying bars one under the other, the largest first, each with its words and its amount."""

    bars: Sequence[Part]

    def lengths(self) -> list[Fraction]:
        """Return each bar's length as a fraction of the longest; zero for negative ones."""
        longest = max((bar.size for bar in self.bars), default=0)
        return [Fraction(max(bar.size, 0), longest) if longest > 0 else Fraction(0)
                for bar in self.bars]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Amounts that lead from the first to the last: steps add to it or take from it.

    The first and every part named in `totals` stand on the ground; a total is drawn, never added.
    """

    steps: Sequence[Part]
    totals: frozenset[int] = frozenset()

    def spans(self) -> list[tuple[int, int]]:
        """Return where each bar begins and ends: 500 − 75 − 25 = 400 is
        (0, 500), (500, 425), (425, 400), (0, 400) with the last one a total.
        """
        moves = [0 if at in self.totals else step.size for at, step in enumerate(self.steps)]
        ends = pairwise(accumulate(moves, initial=0))
        return [
            (0, step.size) if at in self.totals else span
            for at, (step, span) in enumerate(zip(self.steps, ends, strict=True))
        ]
