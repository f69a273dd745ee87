"""Records of technology cases."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root
from techmgr.storage.types import Named


class Case(Root):
    """A technology case, from receipt to the end. One technology manager answers for it.

    Always true: its number is the office's own and never used twice; a foreign number is kept
    as it came. Handing over to another manager leaves a `HandOver`.
    """

    __tablename__ = "technology"
    __table_args__ = (CheckConstraint("trl BETWEEN 1 AND 9", name="trl"),)

    number: Mapped[str] = mapped_column(unique=True)
    foreign_number: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(index=True)
    abstract: Mapped[str] = mapped_column(default="")
    type: Mapped[str]  # list "case_type"
    field: Mapped[str] = mapped_column(default="")  # list "field"
    keywords: Mapped[str] = mapped_column(default="")
    trl: Mapped[int | None]
    status: Mapped[str] = mapped_column(index=True)  # list "case_status"
    origin: Mapped[str]  # list "case_origin": disclosure, import, informal transfer …
    received: Mapped[date | None] = mapped_column(index=True)
    manager_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    department_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    closed_on: Mapped[date | None]  # None while the case is open


class CaseStep(Record):
    """The stored state of one of a case's nine steps, set by the action that changes it.

    Always true: a step without a row has not started; due soon and overdue are never stored, they
    are computed when read; waiting and waived have a reason. `since` is the day of the state,
    `started` the day work began, `summary` a word on where it stands (a message id with values).
    """

    __tablename__ = "case_step"
    __table_args__ = (
        UniqueConstraint("case_id", "step"),
        CheckConstraint("step BETWEEN 1 AND 9", name="step"),
        CheckConstraint("state NOT IN ('waiting', 'waived') OR reason <> ''", name="reason"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"))
    step: Mapped[int]
    state: Mapped[str]  # not_started, planned, active, waiting, done, waived, missed
    since: Mapped[date | None]
    started: Mapped[date | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    summary_values: Mapped[str] = mapped_column(default="{}")


class HandOver(Record):
    """A case passed from one technology manager to another, with the reason."""

    __tablename__ = "hand_over"

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    on_day: Mapped[date]
    from_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    to_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str]


class CoOwner(Record):
    """Another owner's exact share of a case between two days."""

    __tablename__ = "co_owner"
    __table_args__ = (CheckConstraint("numerator > 0 AND numerator < denominator", name="share"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    numerator: Mapped[int]
    denominator: Mapped[int]
    from_day: Mapped[date]
    until_day: Mapped[date | None]


class TitleHolding(Record):
    """Who holds title to a case from a day on: the newest not after a day is in force."""

    __tablename__ = "title_holding"
    __table_args__ = (UniqueConstraint("case_id", "from_day"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"))
    holder_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    from_day: Mapped[date]


class TitleOffer(Record):
    """Title offered to a funder, with the answer and its day once there is one.

    Always true: an answer has its day, and no day stands without an answer.
    """

    __tablename__ = "title_offer"
    __table_args__ = (
        CheckConstraint("(answer = '') = (answered_on IS NULL)", name="answer_and_day"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    offered_to_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    offered_on: Mapped[date]
    answer: Mapped[str] = mapped_column(default="")  # list "title_answer": taken, waived …
    answered_on: Mapped[date | None]


class Decision(Record):
    """A decision on a case, with its reasons and the evidence looked at."""

    __tablename__ = "decision"

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    on_day: Mapped[date]
    kind: Mapped[str]  # list "decision_kind": assessment, filing, keep or drop …
    outcome: Mapped[str]  # list "decision_outcome"
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reasons: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")


class Note(Root):
    """A typed note on any record; `subject` is its reference, such as `technology:17`."""

    __tablename__ = "note"

    subject: Mapped[Named] = mapped_column(index=True)
    kind: Mapped[str]  # list "note_kind": call, meeting, e-mail …
    on_day: Mapped[date]
    text: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class Task(Root):
    """Something to do on a record, by somebody, by a day."""

    __tablename__ = "task"
    __table_args__ = (Index("ix_task_person_id_due", "person_id", "due"),)

    subject: Mapped[Named] = mapped_column(index=True)
    title: Mapped[str]
    step: Mapped[int | None]  # of a case, when the task belongs to one
    due: Mapped[date | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    done_on: Mapped[date | None]


class Happening(Record):
    """Something that happened to a case on a day, in words, for its timeline.

    Written by the action it came from: `step` is the lane, `text` an English message id with
    `values` as JSON, so that each reader sees it in their language.
    """

    __tablename__ = "happening"

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    on_day: Mapped[date]
    step: Mapped[int]
    kind: Mapped[str]  # event, contract, money, note, attention
    text: Mapped[str]
    values: Mapped[str] = mapped_column(default="{}")
    source: Mapped[Named | None]  # the reference it came from, such as `receipt:4`
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
