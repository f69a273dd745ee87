"""Small texts and states that the list of cases and the case page share."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.casefile.queries_rows import DueRow
from techmgr.core.texts import words
from techmgr.desktop.figures import Figure, amounts, due_line
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.office.screens.bench import Bench
from techmgr.technology.steps import NAMES, STATE_NAMES, Step
from techmgr.technology.steps import State as StepState
from techmgr.technology.steps import shown as shown_state

if TYPE_CHECKING:
    from techmgr.casefile.queries_case import CaseFile, CasePreview, MoneySoFar
    from techmgr.patents.queries import RightRow
    from techmgr.technology.queries import StepRow

translate = QCoreApplication.translate


def step_names() -> list[str]:
    """The nine names in the language of the window."""
    return [showing.words(NAMES[step]) for step in Step]


def step_words(row: "StepRow") -> str:
    """Where a step stands, in a word or two."""
    if row.summary is not None and row.state not in {StepState.OVERDUE, StepState.DUE_SOON}:
        return words(row.summary, showing.language)
    return showing.words(STATE_NAMES[row.state])


def inventors_words(found: "CaseFile | CasePreview") -> str:
    """The inventors with their shares: `H. Sato 60 %, P. Ndlovu 40 %`."""
    parts = [
        f"{short_name(row.name)} {showing.share(row.share)}" if row.share else short_name(row.name)
        for row in found.inventors
    ]
    return ", ".join(parts)


def short_name(name: str) -> str:
    """Hiroshi Sato is H. Sato; a Chinese name stays whole."""
    parts = name.split()
    return f"{parts[0][0]}. {parts[-1]}" if len(parts) > 1 and name.isascii() else name


def right_words(bench: Bench, row: "RightRow") -> tuple[str, str]:
    """A right's number and where it stands."""
    number = row.grant_number or row.application_number or bench.lists.word("right_kind", row.kind)
    if row.granted is not None:
        said = translate("CaseWords", "granted {day}").format(day=showing.day(row.granted))
    elif row.filed is not None and row.state == "filed":
        said = translate("CaseWords", "filed {day}").format(day=showing.day(row.filed))
    else:
        said = bench.lists.word("right_state", row.state).lower()
    return number, said


def due_parts(rows: Sequence[DueRow], today: date, soon_days: int, most: int = 6) -> list[QWidget]:
    """The open dates with their glyphs; late ones say how late."""
    return [_due(row, today, soon_days) for row in rows[:most]]


def _due(row: DueRow, today: date, soon_days: int) -> QWidget:
    state = State(shown_state(StepState.PLANNED, row.day, today, soon_days).value)
    late = (today - row.day).days
    text, tone = showing.day(row.day), ""
    if state is State.OVERDUE:
        text = translate("CaseWords", "{days} days late").format(days=late)
        text = translate("CaseWords", "1 day late") if late == 1 else text
        tone = "danger"
    elif state is State.DUE_SOON:
        tone = "warn"
    detail = row.detail or row.person
    if row.step is not None:
        named = showing.words(NAMES[Step(row.step)])
        detail = f"{named} · {detail}" if detail else named
    figure = Figure(text, computed=":" in row.reference and not row.reference.startswith("task:"),
                    strong=bool(tone), tone=tone)  # fmt: skip
    return due_line(state, showing.words(row.what), figure, detail)


def moment_words(at: datetime | None, zone: tzinfo) -> str:
    """Day and minute, by the office's clock."""
    local = at.astimezone(zone) if at is not None else None
    return f"{showing.day(local.date())} {local:%H:%M}" if local else ""


def fiscal_words(money: "MoneySoFar") -> str:
    """The fiscal year by the year it ends in."""
    return translate("CaseWords", "Income FY {year}").format(year=money.year_end.year)


def money_lines(money: "MoneySoFar", run: Callable[[], object] | None) -> QWidget:
    """What a case brought in and cost; each opens to what it is summed from."""
    lines = [
        (translate("CaseWords", "Received"), money.received),
        (fiscal_words(money), money.this_year),
        (translate("CaseWords", "Spent by the office"), -money.spent),
        (translate("CaseWords", "Recovered"), money.recovered),
        (translate("CaseWords", "Not yet recovered"), money.left),
    ]
    return amounts(
        [
            (name, Figure(showing.money(amount), run, strong=place in {0, 4}, name=name))
            for place, (name, amount) in enumerate(lines)
        ]
    )
