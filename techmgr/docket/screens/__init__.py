"""Deadlines: the list by weeks of the safe date, and the count of overdue ones at the left."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place
from techmgr.office.screens.bench import bench_of
from techmgr.storage.office import Office

translate = QCoreApplication.translate

DeadlineList = later("techmgr.docket.screens.list_page", "DeadlineList")
RulesPage = later("techmgr.docket.screens.rules_page", "RulesPage")
ClosedDaysPage = later("techmgr.docket.screens.closed_days_page", "ClosedDaysPage")
SubscribedFile = later("techmgr.docket.screens.subscribed", "SubscribedFile")
overdue_count = later("techmgr.docket.queries", "overdue_count")


def kinds(office: Office) -> list[PageKind]:
    """The list in the navigation; a deadline found by search opens in it."""
    return [
        PageKind(
            "deadlines", translate("Deadlines", "Deadlines"), "calendar-clock",
            lambda window: DeadlineList(window, office), letter="D",
        ),
        PageKind(
            "deadline", translate("Deadlines", "Deadline"), "calendar-clock",
            lambda window: DeadlineList(window, office), under="deadlines", navigation=False,
        ),
        PageKind(
            "rules", translate("Deadlines", "Deadline rules"), "book-open",
            lambda window: RulesPage(window, office), under="deadlines", navigation=False,
        ),
        PageKind(
            "closed_days", translate("Deadlines", "Closed days"), "calendar-check",
            lambda window: ClosedDaysPage(window, office), under="deadlines", navigation=False,
        ),
    ]  # fmt: skip


def commands(window: Any, _office: Office) -> list[Command]:
    """New deadline, the rules and the closed days, from everywhere."""

    def new() -> None:
        window.go(Place("deadlines", extra={"new": True}))

    def rules() -> None:
        window.go(Place("rules"))

    def days() -> None:
        window.go(Place("closed_days"))

    return [
        Command(
            "new_deadline", translate("Deadlines", "New deadline"), new, icon="plus", menu="file"
        ),
        Command(
            "deadline_rules", translate("Deadlines", "Deadline rules"), rules, icon="book-open"
        ),
        Command(
            "closed_days", translate("Deadlines", "Closed days of the offices"), days,
            icon="calendar-check",
        ),
    ]  # fmt: skip


def watch(window: Any, office: Office) -> None:
    """The count of overdue ones, and the calendar file others subscribe to, follow what is written."""
    LateCount(window, office)
    if not office.read_only:
        SubscribedFile(window, office)


class LateCount(QObject):
    """Keeps the red number behind Deadlines true. It belongs to the bench, and goes with it."""

    def __init__(self, window: Any, office: Office) -> None:
        bench = bench_of(window, office)
        super().__init__(bench)
        self._bench = bench
        self._window = window
        window.changed.connect(self.look)
        self.look()

    def look(self, *_: object) -> None:
        """Count again."""
        today = self._bench.office.today
        self._bench.read(overdue_count, today, owner=self, then=self._show, key="late")

    def _show(self, count: int) -> None:
        self._window.navigation.set_count("deadlines", count or None, late=True)
