"""Why a date is due: safe and last day, the arithmetic step by step, the month, the rule, who checked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from techmgr.core.formats import show_day
from techmgr.core.texts import Text
from techmgr.desktop.figures import Elided, Panel, facts
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button, IconButton, card, column, holding, label, row
from techmgr.docket.arithmetic import Step
from techmgr.docket.queries import DeadlineRow
from techmgr.docket.queries_why import Why
from techmgr.docket.screens.month import Month

_NAME = 72


def dated(day: date) -> str:
    """A day with its weekday and year, as the panel says it: Tue 13 Oct 2026."""
    return show_day(day, date.min, showing.language)


class WhyPanel(Panel):
    """Read-only but for its two buttons; it follows the row with the keyboard."""

    def __init__(
        self,
        done: Callable[[], object],
        waive: Callable[[], object],
        open_case: Callable[[], object],
        close: Callable[[], object],
    ) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Why this date"))
        self._done, self._waive, self._open_case, self._close = done, waive, open_case, close
        self.why: Why | None = None

    def show_why(self, why: Why) -> None:
        """Exchange what is said."""
        self.why = why
        parts = [self._head(why), self._dates(why.row)]
        if why.steps:
            parts.append(self._arithmetic(why))
        else:
            parts.append([label(showing.words(why.sentence), "small", "secondary", wrap=True)])
        parts.append(self._rule(why))
        if why.row.state == "open":
            parts.append(self._buttons(why.row))
        self.show_parts(parts)

    def _head(self, why: Why) -> list[QWidget | int]:
        day = dated(why.row.legal)
        title = label(self.tr("Why {day}").format(day=day), "lead")
        copy = IconButton("copy", self.tr("Copy"), self.copy, 15)
        shut = IconButton("x", self.tr("Close"), self._close, 15)
        named = " ".join(filter(None, (why.row.case_number, why.row.case_title)))
        return [
            holding(row(title, None, copy, shut)),
            Elided(named or why.row.record, "small", "secondary"),
            label(showing.words(why.row.title), "strong", wrap=True),
        ]

    def _dates(self, found: DeadlineRow) -> list[QWidget | int]:
        safe = self._date(self.tr("Safe date"), found.safe, "info")
        last = self._date(self.tr("Last day"), found.legal, "plain")
        beside = row(safe, last, gap=10)
        beside.setStretch(0, 1)
        beside.setStretch(1, 1)
        return [holding(beside)]

    def _date(self, name: str, day: date, tone: str) -> QWidget:
        away = (day - showing.today).days
        if away == 0:
            said = self.tr("today")
        elif away > 0:
            said = self.tr("in {days} days").format(days=showing.number(away))
        else:
            said = self.tr("{days} days ago").format(days=showing.number(-away))
        box = card(tone)
        tone = "danger" if away < 0 else "secondary"
        box.setLayout(
            column(
                label(name, "micro", "secondary"),
                label(dated(day), "strong"),
                label(said, "micro", tone),
                margins=(10, 6, 10, 6),
            )
        )
        return box

    def _arithmetic(self, why: Why) -> list[QWidget | int]:
        parts: list[QWidget | int] = [label(self.tr("Arithmetic"), "strong")]
        last = len(why.steps) - 1
        parts += [StepLine(each, place, last) for place, each in enumerate(why.steps)]
        said = [*why.alternatives, *why.windows]
        parts += [label(showing.words(each), "small", "secondary", wrap=True) for each in said]
        parts += [label(showing.words(each), "small", "warn", wrap=True) for each in why.warnings]
        if why.differs is not None:
            text = self.tr("The events now lead to {day}; this was decided before.")
            parts.append(label(text.format(day=dated(why.differs)), "small", "warn", wrap=True))
        return [*parts, 4, Month(why.row, why.calendar)]

    def _rule(self, why: Why) -> list[QWidget | int]:
        found = why.row
        hard = self.tr("cannot be extended") if found.is_hard else self.tr("can be extended")
        if found.is_extendable:
            hard = self.tr("until {day} with extension or surcharge").format(day=dated(found.last))
        pairs: list[tuple[str, QWidget | str]] = [
            (self.tr("Rule"), self._named(why)),
            (self.tr("Citation"), found.citation),
            (self.tr("Version"), self._since(why)),
            (self.tr("Calendar"), _calendar(why) if why.due else ""),
            (self.tr("Term"), hard if found.is_duty else self.tr("an opportunity, no duty")),
            (self.tr("If missed"), showing.words(why.remedy) if why.remedy else ""),
            (self.tr("Note"), showing.words(why.note) if why.note else ""),
            (self.tr("Record"), found.record),
            (self.tr("Who"), found.person),
            (self.tr("Checked"), self._checked(found)),
            (self.tr("Decided"), self._decided(found)),
        ]
        known = [(name, value) for name, value in pairs if value]
        return [label(self.tr("Rule"), "strong"), facts(known, _NAME)]

    def _named(self, why: Why) -> str:
        if why.due is None:
            return ""
        own = self.tr("{rule}, our own") if why.due.rule.own else "{rule}"
        return own.format(rule=why.due.rule.code)

    def _since(self, why: Why) -> str:
        if why.rule_since is None:
            return ""
        return self.tr("valid since {day}").format(day=dated(why.rule_since))

    def _checked(self, found: DeadlineRow) -> str:
        if found.checked_on is None:
            return self.tr("not yet")
        return showing.listed(found.checked_by, dated(found.checked_on))

    def _decided(self, found: DeadlineRow) -> str:
        if found.state == "open" or found.on_day is None:
            return ""
        names = {
            "done": self.tr("done"),
            "waived": self.tr("waived"),
            "missed": self.tr("missed"),
            "ended": self.tr("nothing is due any more"),
        }
        said = (names[found.state], dated(found.on_day), found.decided_by)
        return ", ".join(filter(None, (*said, found.evidence, found.reason)))

    def _buttons(self, found: DeadlineRow) -> list[QWidget | int]:
        done = Button(self.tr("Done…"), self._done, kind="primary", key="D")
        waive = Button(self.tr("Waive…"), self._waive, key="W")
        case = Button(self.tr("Open case"), self._open_case)
        case.setVisible(found.case_id is not None)
        return [holding(row(done, waive, case, None))]

    def copy(self) -> None:
        """Copy the arithmetic as words."""
        if self.why is not None:
            found = self.why
            lines = [found.row.record, found.row.title, found.sentence, *found.windows]
            text = "\n".join(showing.words(each) for each in lines if each)
            QGuiApplication.clipboard().setText(f"{text}\n{found.row.citation}\n")


def _calendar(why: Why) -> str:
    return f"{showing.words(Text(why.calendar.title))} {why.row.legal.year}"


class StepLine(QWidget):
    """One step: a dot on the line, what was done and the day it led to; below, on what it rests."""

    def __init__(self, step: Step, place: int, last: int) -> None:
        super().__init__()
        self._place, self._last = place, last
        ends = place == last
        role = "strong" if ends else "body"
        head = row(
            label(showing.words(step.label), "strong", wrap=True), label(dated(step.day), role)
        )
        head.setStretch(0, 1)
        detail = Elided(showing.words(step.detail), "micro", "secondary")
        source = label(step.source.partition(";")[0], "micro", "secondary")
        under = row(detail, source)
        under.setStretch(0, 1)
        self.setLayout(column(head, under, margins=(20, 0, 0, 3)))
        self.setAccessibleName(f"{showing.words(step.label)} {dated(step.day)}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        top = 9 if self._place == 0 else -6
        bottom = 9 if self._place == self._last else self.height() + 6
        painter.drawLine(5, top, 5, bottom)
        ends = self._place == self._last
        ink = theme.colour("accent_base" if ends else "text_tertiary")
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(ink if ends else theme.colour("bg_sunken"))
        painter.drawEllipse(QRectF(1.5, 5.5, 7, 7))
