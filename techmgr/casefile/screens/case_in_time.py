"""A case page in time: the case as it is, or as the office had it recorded by a day or an entry."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from techmgr.casefile.queries_case import (
    CaseFile,
    CaseThen,
    case_file,
    case_then,
    moments_of_case,
)
from techmgr.casefile.screens.as_of import AsOfBar
from techmgr.casefile.screens.case_actions import CaseActions
from techmgr.casefile.screens.words import moment_words
from techmgr.desktop.pages import Command
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button
from techmgr.office.screens.bench import Bench
from techmgr.storage.past import Recorded

translate = QCoreApplication.translate


class CaseInTime(CaseActions):
    """Always true: what is of the past is marked as such, and nothing can be done with it."""

    past: Recorded | None = None

    def start_time(self, bench: Bench) -> None:
        """Make the bar above the page and the button in the top bar."""
        self.bench = bench
        self.as_of = AsOfBar()
        self.as_of.asked.connect(self.look_back)
        self.as_of.left.connect(self.return_to_today)
        self.as_of.stepped.connect(self.step)
        self.as_of_button = Button("", self.as_of.ask, icon="history", kind="quiet")
        self._show_corner(None)

    def show_file(self, found: CaseFile | None) -> None:
        """Show the case; None when it had not been recorded by then."""
        raise NotImplementedError

    def corner(self) -> QWidget | None:
        return self.as_of_button

    # Reading

    def read(self) -> None:
        """Read the case again, of the time that is shown."""
        if self.past is not None:
            self._read_entry(self.past)
        else:
            self.bench.read(
                case_file, self.reference.id, self.bench.office.today, owner=self,
                then=self.show_file, key="case",
            )  # fmt: skip

    def read_then(
        self, query: Any, *args: Any, owner: QObject, then: Callable[[Any], object], key: str
    ) -> None:
        """Read what belongs to the case, of the time that is shown."""
        if self.past is None:
            self.bench.read(query, *args, owner=owner, then=then, key=key)
        else:
            moment = self.past.entry
            self.bench.read_past(moment, query, *args, owner=owner, then=then, key=key)

    def look_back(self, day: date) -> None:
        """Show the case as the office had it recorded at the end of a day."""
        zone = self.bench.office.time_zone
        end = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
        self._read_past(end - timedelta(microseconds=1), day)

    def look_at(self, recorded: Recorded) -> None:
        """Show the case as it was just after an entry."""
        self._close_sheet()
        self._read_entry(recorded)

    def _read_entry(self, recorded: Recorded) -> None:
        at = recorded.at or datetime.now(UTC)
        self._read_past(recorded.entry, at.astimezone(self.bench.office.time_zone).date())

    def _read_past(self, moment: datetime | int, day: date) -> None:
        self.bench.read_past(
            moment, case_then, self.reference.id, day, owner=self,
            then=lambda found: self._show_past(day, found), key="case",
        )  # fmt: skip

    def step(self, by: int) -> None:
        """Go to the change of this case before or after what is shown; after the last is today."""
        self.bench.read(
            moments_of_case, self.reference.id, owner=self,
            then=lambda moments: self._step_to(moments, by), key="moments",
        )  # fmt: skip

    def _step_to(self, moments: list[Recorded], by: int) -> None:
        shown = self.past.entry if self.past is not None else moments[-1].entry
        seen = [each for each in moments if each.entry <= shown]
        place = len(seen) - 1 + by
        if by > 0 and place >= len(moments) - 1:
            self.return_to_today()
        elif place >= 0:
            self.look_at(moments[place])

    # Showing

    def _show_past(self, day: date, found: CaseThen) -> None:
        self._close_sheet()
        self.past = found.recorded
        self._show_corner(day)
        if found.file is None:
            words = translate("CaseInTime", "The office had nothing recorded of this case by then.")
        else:
            words = translate(
                "CaseInTime",
                "As recorded by entry {number}, {moment}. Nothing can be changed here.",
            ).format(
                number=showing.number(found.recorded.entry), moment=self._moment(found.recorded)
            )
        self.as_of.show_recorded(day, words)
        self.show_file(found.file)
        if found.file is None:
            self.as_of.ask()

    def _moment(self, recorded: Recorded) -> str:
        return moment_words(recorded.at, self.bench.office.time_zone)

    def return_to_today(self) -> None:
        """Show the case as it is."""
        was_past, self.past = self.past is not None, None
        self.as_of.close_()
        self._show_corner(None)
        self.setFocus()
        if was_past:
            self.read()

    def _show_corner(self, day: date | None) -> None:
        words = translate("CaseInTime", "As of today")
        if day is not None:
            words = translate("CaseInTime", "As of {day}").format(day=showing.day(day))
        self.as_of_button.setText(words)
        self.as_of_button.setToolTip(translate("CaseInTime", "Show the case as of a day (H)"))
        self.as_of_button.updateGeometry()

    def escape(self) -> bool:
        if super().escape():
            return True
        is_open = not self.as_of.isHidden()
        if is_open:
            self.return_to_today()
        return is_open

    def commands_in_time(self) -> list[Command]:
        """What works in the past and leads there."""
        ask = Command(
            "as_of", translate("CaseInTime", "As of a day…"), self.as_of.ask, "H", "history"
        )
        if self.past is None:
            return [ask]
        return [
            ask,
            Command("before", translate("CaseInTime", "The change before"), lambda: self.step(-1), ","),
            Command("after", translate("CaseInTime", "The change after"), lambda: self.step(1), "."),
            Command("today", translate("CaseInTime", "Back to today"), self.return_to_today),
        ]  # fmt: skip
