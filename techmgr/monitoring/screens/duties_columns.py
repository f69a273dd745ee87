"""The columns of the list of federal duties: one for each duty, with its state and its day."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from techmgr.core.texts import words
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.monitoring.duties import DUTIES, Clock, Standing, duty_of
from techmgr.monitoring.queries_duties import DutyRow

translate = QCoreApplication.translate
_SOON = 30
_STATES = {
    Standing.WAITS: State.NOT_STARTED,
    Standing.OVERDUE: State.OVERDUE,
    Standing.DONE: State.DONE,
    Standing.WAIVED: State.WAIVED,
    Standing.MISSED: State.MISSED,
    Standing.ENDED: State.WAIVED,
}


def state_of(clock: Clock) -> State:
    """The state a duty is shown in today."""
    if clock.standing is Standing.DUE:
        soon = clock.safe is not None and (clock.safe - showing.today).days <= _SOON
        return State.DUE_SOON if soon else State.PLANNED
    return _STATES[clock.standing]


def standing_words(clock: Clock) -> str:
    """Where a duty stands, with its day: done 4 Mar, overdue since 9 Oct."""
    day = showing.day(clock.on_day or clock.safe)
    text = {
        Standing.WAITS: translate("DutyColumns", "not begun"),
        Standing.DUE: translate("DutyColumns", "due {day}"),
        Standing.OVERDUE: translate("DutyColumns", "overdue, {day}"),
        Standing.DONE: translate("DutyColumns", "done {day}"),
        Standing.WAIVED: translate("DutyColumns", "waived {day}"),
        Standing.MISSED: translate("DutyColumns", "missed {day}"),
        Standing.ENDED: translate("DutyColumns", "ended {day}"),
    }[clock.standing]
    return text.format(day=day)


def duty_columns() -> list[Column]:
    """Award, agency, rules, invention, and the duties."""
    return [
        Column("award", translate("DutyColumns", "Award"), width=116, tip=lambda row: row.agency),
        Column("case_number", translate("DutyColumns", "Case"), width=76, tip=lambda row: row.case_title),
        Column("case_title", translate("DutyColumns", "Invention"), width=100, stretch=True, secondary=True),
        Column("rules", translate("DutyColumns", "Rules"), width=120, secondary=True, gives_up=1, value=_rules,
               tip=lambda row: showing.day(row.agreed_on)),
        Column("next", translate("DutyColumns", "Next"), Kind.STATE, width=190, value=_next, tone=_urgent,
               tip=_next_words),
        *(_column(place) for place in range(len(DUTIES))),
    ]  # fmt: skip


def _column(place: int) -> Column:
    duty = DUTIES[place]
    return Column(
        duty.code,
        words(duty.title, showing.language),
        Kind.STATE,
        width=116,
        gives_up=_GIVES_UP.get(duty.code, 0),
        value=_marked(place),
        computed=lambda row: row.clocks[place].day is not None,
        tone=lambda row: _TONES.get(row.clocks[place].standing, "text_secondary"),
        tip=lambda row: standing_words(row.clocks[place]),
    )


_GIVES_UP = {
    "bd.notice": 2, "bd.foreign": 3, "bd.conversion": 4, "bd.utilisation": 5, "bd.application": 6,
    "bd.licence": 7, "bd.election": 8, "bd.disclosure": 9,
}  # fmt: skip
_TONES = {Standing.OVERDUE: "danger_text", Standing.DUE: "text_primary"}


def _marked(place: int) -> Callable[[DutyRow], Marked]:
    """The glyph says the state; the day beside it when it was done or is due."""

    def marked(row: DutyRow) -> Marked:
        clock = row.clocks[place]
        day = clock.on_day or clock.safe
        return Marked(state_of(clock), showing.day(day) if day else "–")

    return marked


def _next(row: DutyRow) -> Marked | None:
    """The most urgent duty with its day; nothing when all is done."""
    clock = row.next
    return Marked(state_of(clock), _next_words(row)) if clock is not None else None


def _next_words(row: DutyRow) -> str:
    clock = row.next
    duty = duty_of(clock.code) if clock is not None else None
    if clock is None or duty is None:
        return ""
    return showing.listed(words(duty.title, showing.language), showing.day(clock.safe))


def _urgent(row: DutyRow) -> str:
    clock = row.next
    return _TONES.get(clock.standing, "text_primary") if clock is not None else "text_primary"


def _rules(row: DutyRow) -> str:
    if row.rules is None:
        return translate("DutyColumns", "no date of agreement")
    return showing.words(row.rules.title)
