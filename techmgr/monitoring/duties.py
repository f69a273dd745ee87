"""Duties to a federal agency under a funding agreement: which there are, which rules hold, where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from techmgr.core.texts import Text, say


class Standing(StrEnum):
    """Where a duty stands; a duty that has not begun waits for an event."""

    WAITS = "waits"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    WAIVED = "waived"
    MISSED = "missed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty: the beginning of its rules' codes, and what it waits for before it begins."""

    code: str
    title: Text
    clause: str
    begins: Text


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The wording of 37 CFR 401.14 that holds for agreements made from a day on."""

    since: date
    title: Text
    source: str


@dataclass(frozen=True, slots=True)
class Clock:
    """One dated duty of an award and invention. `deadline_id` is the docket's, None when it keeps none.

    `day` is the last day, `on_day` when it was done or decided.
    """

    code: str
    title: Text
    standing: Standing
    day: date | None
    safe: date | None
    on_day: date | None
    citation: str
    deadline_id: int | None = None
    evidence: str = ""
    record: str = ""


RULE_SETS = (
    RuleSet(date(1981, 7, 1), say("before 14 May 2018"), "37 CFR 401.14 as of 1981 to 2018"),
    RuleSet(date(2018, 5, 14), say("from 14 May 2018"), "83 FR 15954"),
    RuleSet(date(2023, 4, 24), say("from 24 April 2023"), "88 FR 17730"),
)

DUTIES = (
    Duty(
        "bd.disclosure",
        say("Report"),
        "401.14(c)(1)",
        say("begins when the inventor discloses in writing"),
    ),
    Duty(
        "bd.election",
        say("Elect title"),
        "401.14(c)(2)",
        say("begins when the invention is reported"),
    ),
    Duty(
        "bd.application",
        say("First filing"),
        "401.14(c)(3)",
        say("begins when title is elected"),
    ),
    Duty(
        "bd.conversion",
        say("Convert"),
        "401.14(c)(3)",
        say("begins with a provisional; agreements from 14 May 2018 on"),
    ),
    Duty(
        "bd.foreign",
        say("Abroad"),
        "401.14(c)(3)",
        say("begins with the first application"),
    ),
    Duty(
        "bd.licence",
        say("Licence"),
        "401.14(f)(1)",
        say("begins with the application"),
    ),
    Duty(
        "bd.notice",
        say("Notice"),
        "401.14(f)(3)",
        say("begins with an application, an office action or a grant"),
    ),
    Duty(
        "bd.utilisation",
        say("Utilisation"),
        "401.14(h)",
        say("begins when the reporting year ends on 30 September"),
    ),
)

_URGENT = (
    Standing.OVERDUE,
    Standing.DUE,
    Standing.MISSED,
    Standing.DONE,
    Standing.WAIVED,
    Standing.ENDED,
)


def rule_set(agreed_on: date | None) -> RuleSet | None:
    """Return the rules that hold for an agreement of a day; None before 1 July 1981 or without a day."""
    held = [each for each in RULE_SETS if agreed_on is not None and each.since <= agreed_on]
    return held[-1] if held else None


def duty_of(code: str) -> Duty | None:
    """Return the duty a rule is about: bd.notice.maintenance.2 is a notice of giving up."""
    return next((duty for duty in DUTIES if f"{code}.".startswith(f"{duty.code}.")), None)


def foremost(clocks: Sequence[Clock], duty: Duty) -> Clock:
    """Return the clock that stands for a duty: overdue before due, the earliest day first.

    Without any, one that waits for what begins it.
    """
    mine = [each for each in clocks if duty_of(each.code) is duty]
    if not mine:
        return Clock(
            duty.code, duty.title, Standing.WAITS, None, None, None, f"37 CFR {duty.clause}"
        )
    return min(mine, key=lambda each: (_URGENT.index(each.standing), each.day or date.max))
