"""The columns of the list of deadlines, and what it can be narrowed by."""

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.docket.queries import DeadlineRow
from techmgr.office.screens.bench import Bench

translate = QCoreApplication.translate
_TONES = {State.OVERDUE: "danger_text", State.DUE_SOON: "text_primary"}
_DECIDED = {"done": State.DONE, "waived": State.WAIVED, "missed": State.MISSED}


def state_of(row: DeadlineRow, soon_days: int) -> State:
    """The state a deadline is shown in today."""
    if row.state != "open":
        return _DECIDED.get(row.state, State.WAIVED)
    if row.is_overdue(showing.today):
        return State.OVERDUE
    if (row.safe - showing.today).days <= soon_days:
        return State.DUE_SOON
    return State.PLANNED


def deadline_columns(bench: Bench) -> list[Column]:
    """Safe date, last day, what must happen, record and case, rule, extension, who, checked."""

    def marked(row: DeadlineRow) -> Marked:
        settings = bench.lists.settings
        soon = settings.soon_days if settings else 14
        return Marked(state_of(row, soon), showing.day(row.safe))

    return [
        Column(
            "safe", translate("DeadlineColumns", "Safe date"), Kind.STATE, width=120,
            value=marked, sortable=False, strong=lambda row: row.state == "open" and row.is_duty,
            tone=lambda row: _TONES.get(marked(row).state, "text_primary"),
        ),
        Column(
            "legal", translate("DeadlineColumns", "Last day"), Kind.DATE, sortable=False,
            computed=lambda row: not row.by_hand,
        ),
        Column(
            "title", translate("DeadlineColumns", "What must happen"), width=170, stretch=True,
            sortable=False, value=lambda row: showing.words(row.title),
            tip=lambda row: showing.words(row.title),
        ),
        Column(
            "record", translate("DeadlineColumns", "Record"), width=122, sortable=False,
            secondary=True, tip=lambda row: row.record,
        ),
        Column(
            "case_title", translate("DeadlineColumns", "Case"), width=124, sortable=False, gives_up=1,
            secondary=True, tip=lambda row: f"{row.case_number} {row.case_title}",
        ),
        Column(
            "citation", translate("DeadlineColumns", "Rule"), width=106, sortable=False, gives_up=2,
            secondary=True, value=lambda row: row.citation.partition(";")[0],
            tip=lambda row: row.citation,
        ),
        Column(
            "last", translate("DeadlineColumns", "Extends, decided"), width=112, sortable=False, gives_up=3,
            secondary=True, value=_extends, tip=_tip_of_term,
        ),
        Column(
            "person", translate("DeadlineColumns", "Who"), width=46, sortable=False, secondary=True,
            value=lambda row: row.initials, tip=lambda row: row.person,
        ),
        Column(
            "checked_by", "", Kind.STATE, width=26, sortable=False,
            value=lambda row: Marked(State.DONE, "") if row.checked_by else None,
            tip=lambda row: row.checked_by,
        ),
    ]  # fmt: skip


def _extends(row: DeadlineRow) -> str:
    if row.state != "open":
        return showing.day(row.on_day) if row.on_day else ""
    if not row.is_extendable:
        asked = translate("DeadlineColumns", "on request")
        return ("◆" if row.is_hard else asked) if row.is_duty else ""
    return translate("DeadlineColumns", "to {day}").format(day=showing.day(row.last))


def _tip_of_term(row: DeadlineRow) -> str:
    if row.state != "open":
        return ", ".join(filter(None, (row.decided_by, row.reason, row.evidence)))
    if row.is_extendable:
        return translate("DeadlineColumns", "with extension or surcharge")
    hard = translate("DeadlineColumns", "Hard: it cannot be extended")
    return hard if row.is_hard and row.is_duty else ""


def kind_words(kind: str) -> str:
    """What a kind of deadline is called."""
    return {
        "patent": translate("DeadlineColumns", "Patents"),
        "novelty": translate("DeadlineColumns", "Publications and bars"),
        "federal": translate("DeadlineColumns", "Federal funding"),
        "agreement": translate("DeadlineColumns", "Agreements"),
        "office": translate("DeadlineColumns", "Office clocks"),
        "advice": translate("DeadlineColumns", "Opportunities"),
        "term": translate("DeadlineColumns", "Ends of terms"),
        "other": translate("DeadlineColumns", "Set by hand"),
    }[kind]


KINDS = ("patent", "novelty", "federal", "agreement", "office", "advice", "term", "other")
