"""The officers' monthly round through the docket: reports come in, fees are paid, what nobody needs is waived."""

from collections.abc import Sequence
from datetime import date, timedelta

from techmgr.core.days import add_months
from techmgr.docket.actions_deadlines import (
    CheckDeadlines,
    MarkDone,
    MarkMissed,
    Waive,
    check_deadlines,
    mark_done,
    mark_missed,
    waive,
)
from techmgr.docket.queries import DeadlineFilter, DeadlineRow, due_within
from techmgr.sample.cast import SINCE
from techmgr.sample.story import Story

_AHEAD = timedelta(days=31)
_LEFT = timedelta(days=45)  # before today, some are left for the officer
_EVERY = 7  # one in so many of them
_EVIDENCE = {
    "agr.royalty_report": "Report received and filed with the agreement",
    "agr.minimum": "Payment on the account statement",
    "us.maintenance": "Receipt of the patent office",
    "bd.disclosure": "Confirmation of the agency's reporting system",
    "bd.election": "Confirmation of the agency's reporting system",
}
_WAIVED = {
    "bd.foreign": "No market abroad is worth the cost; the agency was told.",
    "bd.notice": "The office goes on with the right: nothing to tell.",
    "bd.application": "The agency was told that the office does not file.",
}
_MISSED = "The talk was held before a filing was decided."


def keep_up(story: Story) -> None:
    """Let the officers go through the docket once a month until today."""
    day = SINCE
    while (day := add_months(day, 1)) <= story.today:
        story.on(day, lambda day=day: _round(story, day))  # type: ignore[misc]


def _round(story: Story, day: date) -> None:
    chosen = DeadlineFilter(min(day + _AHEAD, story.today + timedelta(days=3)))
    rows = story.office.read(due_within, chosen, day)
    duties = [row for row in rows if row.is_duty and not _is_left(row, story.today)]
    for begins, evidence in _EVIDENCE.items():
        if found := _chosen(duties, begins):
            story.office.act(mark_done, MarkDone(found, evidence, day))
    for begins, reason in _WAIVED.items():
        if found := _chosen(duties, begins):
            story.office.act(waive, Waive(found, reason))
    for row in duties:
        if row.rule == "novelty.planned" and row.legal < min(day, story.today - _LEFT):
            story.office.act(mark_missed, MarkMissed(row.id, row.version, _MISSED))
    if checked := tuple((row.id, row.version) for row in rows if row.rule == "us.conversion"):
        story.office.act(check_deadlines, CheckDeadlines(checked))


def _is_left(row: DeadlineRow, today: date) -> bool:
    return row.safe > today - _LEFT and row.id % _EVERY == 0


def _chosen(rows: Sequence[DeadlineRow], begins: str) -> tuple[tuple[int, int], ...]:
    return tuple((row.id, row.version) for row in rows if row.rule.startswith(begins))
