"""Records of the docket: what is known of a record, what happened to it, and what is due."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root
from techmgr.storage.types import Named


class DocketRecord(Root):
    """A right, case, agreement or award whose dates the docket follows, with the facts of its rules.

    Always true: its computed deadlines are those the rules set from its events and facts. What
    nobody could do any more before `asked_from` is listed as ended, never as overdue.
    """

    __tablename__ = "docket_record"

    subject: Mapped[Named] = mapped_column(unique=True)  # a reference, such as `patent:17`
    kind: Mapped[str]  # patent, case, agreement, award
    label: Mapped[str]  # what lists call it: "US 63/112,233", "L-0087"
    case_id: Mapped[int | None] = mapped_column(ForeignKey("technology.id"), index=True)
    facts: Mapped[str] = mapped_column(default="{}")  # JSON, see facts.py
    asked_from: Mapped[date]


class DocketEvent(Record):
    """Something that happened to a followed record on a day, or is expected to.

    `source` names the record that told it (a filing of the same family, a publication); entered
    by an officer it has none. A correction moves its day; its deadlines stay the same ones.
    """

    __tablename__ = "docket_event"

    docket_record_id: Mapped[int] = mapped_column(ForeignKey("docket_record.id"), index=True)
    kind: Mapped[str]  # a kind of resources/rules/events.toml
    on_day: Mapped[date]
    facts: Mapped[str] = mapped_column(default="{}")
    source: Mapped[Named | None] = mapped_column(index=True)
    recorded_by: Mapped[str]


class Deadline(Root):
    """A date that is due: computed by a rule from an event, or set by hand.

    Always true: safe is not after legal, legal not after last. Missed and overdue are not the same:
    a deadline stays open, and overdue, until somebody decides that it is done, waived or missed.
    Waived and missed have a reason; whoever decided is named; done without a name was seen in the
    register of events. Without `person_id` it is the case's manager who answers for it.
    """

    __tablename__ = "deadline"
    __table_args__ = (
        UniqueConstraint("docket_record_id", "rule", "event_id"),
        CheckConstraint("state IN ('open', 'done', 'waived', 'missed', 'ended')", name="state"),
        CheckConstraint("(state = 'open') = (on_day IS NULL)", name="day_of_state"),
        CheckConstraint("state NOT IN ('waived', 'missed') OR reason <> ''", name="reason"),
        CheckConstraint("by_hand = 0 OR rule = ''", name="by_hand"),
        CheckConstraint("safe <= legal AND legal <= last", name="order"),
        CheckConstraint("step BETWEEN 1 AND 9", name="step"),
        Index("ix_deadline_state_safe", "state", "safe"),
    )

    subject: Mapped[Named] = mapped_column(index=True)
    docket_record_id: Mapped[int | None] = mapped_column(ForeignKey("docket_record.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("technology.id"), index=True)
    step: Mapped[int | None]
    kind: Mapped[str]  # patent, novelty, federal, agreement, office, advice, term, other
    rule: Mapped[str] = mapped_column(default="")  # the rule's code; empty when set by hand
    event_id: Mapped[int | None] = mapped_column(ForeignKey("docket_event.id"), index=True)
    title: Mapped[str]
    citation: Mapped[str] = mapped_column(default="")
    raw: Mapped[date]
    legal: Mapped[date]
    safe: Mapped[date]
    opens: Mapped[date | None]
    surcharge_until: Mapped[date | None]
    last: Mapped[date]
    extension_months: Mapped[int] = mapped_column(default=0)
    extended_to: Mapped[date | None]
    is_hard: Mapped[bool] = mapped_column(default=True)
    is_duty: Mapped[bool] = mapped_column(default=True)
    by_hand: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(default="open")
    on_day: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
    decided_by: Mapped[str] = mapped_column(default="")
    set_by: Mapped[str]
    checked_by: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)


class OwnRule(Root):
    """One version of a deadline rule of the office's own, as TOML, beside or in place of a shipped one.

    Always true: all of them together with the shipped rules make a book without loops or overlaps.
    `code` and the span of time are those of the text, for reading in order.
    """

    __tablename__ = "own_rule"

    code: Mapped[str] = mapped_column(index=True)
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    text: Mapped[str]


class OwnCalendar(Root):
    """A calendar the program does not bring along: public holidays of a country, or weekends only."""

    __tablename__ = "own_calendar"

    code: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    base: Mapped[str] = mapped_column(default="")  # a country of the library of public holidays
    region: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")


class CalendarDay(Root):
    """A day of one calendar the office entered: declared closed, open all the same, or a weekend worked."""

    __tablename__ = "calendar_day"
    __table_args__ = (
        UniqueConstraint("calendar", "day"),
        CheckConstraint("kind IN ('closed', 'open', 'workday')", name="kind"),
    )

    calendar: Mapped[str]
    day: Mapped[date]
    kind: Mapped[str]
    name: Mapped[str]
    source: Mapped[str]


class CalendarYear(Root):
    """A year for which the office has compared a calendar with the other office's own list."""

    __tablename__ = "calendar_year"
    __table_args__ = (UniqueConstraint("calendar", "year"),)

    calendar: Mapped[str]
    year: Mapped[int]
    source: Mapped[str]
