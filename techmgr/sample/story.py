"""A story told in order: what happens on which day, by whom, through the office's own actions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from techmgr.sample.cast import Cast
from techmgr.sample.names import OFFICERS
from techmgr.storage.office import Office

if TYPE_CHECKING:
    from techmgr.sample.lives import Life

_MORNING = time(14, 0)  # UTC: nine o'clock at the sample office


@dataclass
class Case:
    """What a case's later days need of its earlier ones."""

    id: int = 0
    number: str = ""
    disclosure: int = 0
    right: int = 0
    grown: int = 0
    agreement: int = 0
    company: int = 0


@dataclass
class Story:
    """Days still to be told. Always true: nothing happens after the office's day."""

    office: Office
    cast: Cast
    today: date
    chance: Random
    awards: list[int] = field(default_factory=list)
    co_owner: int = 0
    bills: dict[int, date] = field(default_factory=dict)  # to be paid, by id
    licensed: list[tuple[date, int, "Life"]] = field(default_factory=list)  # signed, company, life
    days: list[tuple[date, int, str, Callable[[], object]]] = field(default_factory=list)

    def on(self, day: date, tell: Callable[[], object], officer: str = "") -> None:
        """Let something happen on a day; what has not come yet is left out."""
        if day <= self.today:
            self.days.append((day, len(self.days), officer or OFFICERS[0], tell))

    def tell(self, progress: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        """Let everything happen in order, each on its own day."""
        self.days.sort(key=lambda each: each[:2])
        for told, (day, order, officer, tell) in enumerate(self.days):
            self.office.fixed_today = day
            self.office.officer = officer
            moment = datetime.combine(day, _MORNING, UTC) + timedelta(seconds=order % 25_000)
            self.office.clock = lambda moment=moment: moment  # type: ignore[misc]
            tell()
            progress(told + 1, len(self.days))

    def some(self, low: int, high: int) -> timedelta:
        """Return a number of days between two, by chance."""
        return timedelta(days=self.chance.randint(low, high))
