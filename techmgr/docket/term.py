"""Patent term adjustment: the office's delays, counted once where they overlap, less the applicant's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from techmgr.core.days import add_months, add_years


@dataclass(frozen=True, slots=True)
class Delay:
    """Days of delay from the first to the last, both counted; empty when last lies before first."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """The number of days."""
        return max(0, (self.last - self.first).days + 1)


def beyond(start: date, months: int, done: date) -> Delay:
    """Return the delay from the day after so many months to the day it was done.

    14 months from 2019-03-01 end 2020-05-01; first action 2020-09-14: 136 days (35 USC 154(b)(1)(A)).
    """
    return Delay(add_months(start, months) + timedelta(days=1), done)


def adjustment(office: Iterable[Delay], applicant: Iterable[Delay]) -> int:
    """Return the days of adjustment: office delays without overlap less applicant delays, not below 0.

    35 USC 154(b)(2); 37 CFR 1.703, 1.704. 136 + 224 − 31 = 329.
    """
    return max(0, _days(office) - sum(delay.days for delay in applicant))


def _days(delays: Iterable[Delay]) -> int:
    """Count the days of delays, those in several of them once."""
    total, reached = 0, date.min
    for delay in sorted(delays, key=lambda each: each.first):
        total += Delay(max(delay.first, reached), delay.last).days
        reached = max(reached, delay.last + timedelta(days=1))
    return total


def us_expiry(filed: date, adjusted_days: int = 0, disclaimed_to: date | None = None) -> date:
    """Return the day a US utility patent ends: 20 years, plus adjustment, not past a disclaimer.

    `filed` is the earliest filing date relied on, never a provisional or foreign priority.
    2019-03-01 + 20 years + 329 days = 2040-01-24 (35 USC 154(a)(2), (b)).
    """
    end = add_years(filed, 20) + timedelta(days=adjusted_days)
    return min(end, disclaimed_to) if disclaimed_to else end
