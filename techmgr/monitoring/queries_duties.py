"""Reads of federal duties: every award with every invention made under it, and where each duty stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.core.texts import Text
from techmgr.disclosure.model import Award, Disclosure, DisclosureAward
from techmgr.docket.book import Book, book_on
from techmgr.docket.compute import all_due
from techmgr.docket.due import Due
from techmgr.docket.due import State as DueState
from techmgr.docket.due import state as due_state
from techmgr.docket.events import Event, Fact
from techmgr.docket.facts import unpacked_facts
from techmgr.docket.model import Deadline, DocketRecord
from techmgr.docket.queries_why import events_by_record
from techmgr.monitoring.duties import (
    DUTIES,
    RULE_SETS,
    Clock,
    RuleSet,
    Standing,
    duty_of,
    foremost,
    rule_set,
)
from techmgr.people.model import Organisation
from techmgr.technology.model import Case

_AT_ONCE = 500
_PREFIX = "bd."
_PROMPTLY = "bd.licence"  # the clause has no day: the docket advises one, and it is a duty


@dataclass(frozen=True, slots=True)
class DutyRow:
    """An award and an invention made under it, with the clock that stands for each duty."""

    award_id: int
    award: str
    agency: str
    agreed_on: date | None
    rules: RuleSet | None
    case_id: int
    case_number: str
    case_title: str
    clocks: tuple[Clock, ...]
    all_clocks: tuple[Clock, ...]

    @property
    def id(self) -> tuple[int, int]:
        """What tells it from the others."""
        return self.award_id, self.case_id

    @property
    def next(self) -> Clock | None:
        """The duty to see to first: overdue, else the next that is due."""
        waiting = [
            each for each in self.clocks if each.standing in {Standing.OVERDUE, Standing.DUE}
        ]
        return min(waiting, key=lambda each: each.safe or date.max, default=None)


@dataclass(frozen=True, slots=True)
class Beside:
    """One duty under each of the rule sets: the last day, or None when that set has no such date."""

    title: Text
    days: tuple[date | None, ...]


@dataclass(frozen=True, slots=True)
class _Followed:
    """A followed record with its events and stored deadlines by rule and event."""

    record: DocketRecord
    events: Sequence[Event]
    stored: Mapping[tuple[str, int | None], Deadline]


def duty_rows(session: Session, today: date) -> list[DutyRow]:
    """Return every federal award with its inventions, what is overdue first. Linear in records."""
    pairs = [(award, agency, case) for award, agency, case in session.execute(_pairs())]
    followed = _followed(session, {case.id for _, _, case in pairs}, {a.id for a, _, _ in pairs})
    book = book_on(session, today)
    rows = [_row(book, pair, followed, today) for pair in pairs]
    return sorted(rows, key=_urgency)


def _urgency(row: DutyRow) -> tuple[bool, date, str, str]:
    clock = row.next
    late = clock is not None and clock.standing is Standing.OVERDUE
    return not late, (clock.safe if clock and clock.safe else date.max), row.case_number, row.award


def _pairs() -> Select[Award, str, Case]:
    return (
        select(Award, Organisation.name, Case)
        .join(DisclosureAward, DisclosureAward.award_id == Award.id)
        .join(Disclosure, Disclosure.id == DisclosureAward.disclosure_id)
        .join(Case, Case.id == Disclosure.case_id)
        .join(Organisation, Organisation.id == Award.sponsor_id)
        .where(Organisation.kind == "agency", Organisation.country.in_(("US", "")))
        .distinct()
        .order_by(Case.id, Award.id)
    )


def _followed(
    session: Session, cases: set[int], awards: set[int]
) -> dict[tuple[str, int], list[_Followed]]:
    """Return what the docket follows: by ("case", id) the case and its rights, by ("award", id)."""
    found: dict[tuple[str, int], list[_Followed]] = {}
    records = [
        record
        for record in session.scalars(
            select(DocketRecord).where(DocketRecord.kind.in_(("case", "patent", "award")))
        )
        if record.case_id in cases or record.kind == "award"
    ]
    ids = [record.id for record in records]
    stored: dict[int, dict[tuple[str, int | None], Deadline]] = {}
    events: dict[int, list[Event]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        piece = ids[start : start + _AT_ONCE]
        events |= events_by_record(session, piece)
        kept = select(Deadline).where(
            Deadline.docket_record_id.in_(piece), Deadline.rule.startswith(_PREFIX)
        )
        for row in session.scalars(kept):
            assert row.docket_record_id is not None, "asked for above"
            stored.setdefault(row.docket_record_id, {})[row.rule, row.event_id] = row
    for record in records:
        each = _Followed(record, events.get(record.id, []), stored.get(record.id, {}))
        award_id = int(record.subject.rpartition(":")[2]) if record.kind == "award" else 0
        key = ("award", award_id) if award_id else ("case", record.case_id or 0)
        if key[0] == "case" or award_id in awards:
            found.setdefault(key, []).append(each)
    return found


def _row(
    book: Book,
    pair: tuple[Award, str, Case],
    followed: Mapping[tuple[str, int], Sequence[_Followed]],
    today: date,
) -> DutyRow:
    award, agency, case = pair
    records = [*followed.get(("case", case.id), ()), *followed.get(("award", award.id), ())]
    clocks = tuple(
        clock
        for each in records
        if award.agreed_on is not None
        for clock in _clocks(book, each, award.agreed_on, today)
    )
    return DutyRow(
        award.id,
        award.number,
        agency,
        award.agreed_on,
        rule_set(award.agreed_on),
        case.id,
        case.number,
        case.title,
        tuple(foremost(clocks, duty) for duty in DUTIES),
        clocks,
    )


def _clocks(book: Book, each: _Followed, agreed_on: date, today: date) -> Iterator[Clock]:
    """Compute a record's duties as an agreement of that day has them; decided ones keep their word."""
    for due in _dues(book, each, agreed_on):
        if (duty := duty_of(due.rule.code)) is None:
            continue
        row = each.stored.get((due.rule.code, _key(due)))
        standing = _standing(due, today)
        clock = Clock(
            due.rule.code,
            Text(due.rule.title),
            standing,
            due.legal,
            due.safe,
            due.met or due.ended if standing in {Standing.DONE, Standing.ENDED} else None,
            due.rule.citation or f"37 CFR {duty.clause}",
            row.id if row is not None else None,
            record=each.record.label,
        )
        yield _decided(clock, row)


def _dues(book: Book, each: _Followed, agreed_on: date) -> list[Due]:
    facts: dict[str, Fact] = {**unpacked_facts(each.record.facts), "funding_agreement": agreed_on}
    found = all_due(book.rules, each.events, facts, book.calendars)
    return [due for due in found if due.rule.code.startswith(_PREFIX)]


def _key(due: Due) -> int | None:
    return due.event.key if isinstance(due.event.key, int) else None


def _standing(due: Due, today: date) -> Standing:
    match due_state(due, today):
        case DueState.MET | DueState.LATE | DueState.TOO_LATE:
            return Standing.DONE
        case DueState.ENDED:
            return Standing.ENDED
        case DueState.PASSED if due.rule.code != _PROMPTLY:  # an opportunity gone by, no duty
            return Standing.ENDED
        case _:
            return Standing.OVERDUE if due.safe < today else Standing.DUE


def _decided(clock: Clock, row: Deadline | None) -> Clock:
    """A decision stands, whatever the events say."""
    if row is None or row.state == "open":
        return clock
    standing = {"done": Standing.DONE, "waived": Standing.WAIVED, "missed": Standing.MISSED}
    return replace(
        clock,
        standing=standing.get(row.state, Standing.ENDED),
        on_day=row.on_day,
        evidence=row.evidence or row.reason,
    )


def side_by_side(session: Session, award_id: int, case_id: int, today: date) -> list[Beside]:
    """Return each duty's last day under all rule sets, so that one sees what the date of agreement decides."""
    followed = _followed(session, {case_id}, {award_id})
    records = [*followed.get(("case", case_id), ()), *followed.get(("award", award_id), ())]
    book = book_on(session, today)
    by_set: list[dict[str, date]] = []
    for rules in RULE_SETS:
        days: dict[str, date] = {}
        for each in records:
            for due in _dues(book, each, rules.since):
                days.setdefault(due.rule.code, due.legal)
        by_set.append(days)
    titles = {rule.code: Text(rule.title) for rule in book.rules.rules}
    codes = dict.fromkeys(code for days in by_set for code in days)
    return [Beside(titles[code], tuple(days.get(code) for days in by_set)) for code in codes]


def award_reference(award_id: int) -> Reference:
    """Return how other parts name an award."""
    return Reference(Award.__tablename__, award_id)
