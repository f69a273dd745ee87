"""What can be done with a right: each opens its form in the side panel."""

from typing import Any

from techmgr.core.references import Reference
from techmgr.desktop.pages import Command, Place
from techmgr.docket.queries import DeadlineRow, EventRow
from techmgr.docket.screens.event_sheets import correct_sheet, event_sheet, remove_sheet
from techmgr.ledger.screens.booking_sheets import expense_sheet
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.patents.queries import RightRow
from techmgr.patents.queries_page import RightFile
from techmgr.patents.screens.events import events_to_enter, own_deadline_sheet
from techmgr.patents.screens.filing import (
    WIDTH,
    abandon_right_sheet,
    edit_right_sheet,
    file_right_sheet,
    grant_right_sheet,
    share_right_sheet,
)
from techmgr.patents.screens.words import name_words
from techmgr.patents.standing import LIVING
from techmgr.storage.unit import Done


class RightActions(SheetPage):
    """Nothing is done before the right has been read. What moved after a change is shown beside it."""

    bench: Bench
    found: RightFile | None = None

    def show_moved(self, done: Done[Any]) -> None:
        """Show which dates changed."""
        raise NotImplementedError

    def _telling(self, sheet: Sheet, width: int = 0) -> None:
        sheet.done.connect(self.show_moved)
        self.show_sheet(sheet)
        if width:
            self.window_.show_side(sheet, width)

    def edit(self) -> None:
        """Edit the record."""
        if self.found is not None:
            self._telling(edit_right_sheet(self.bench, self.found), WIDTH)

    def share(self) -> None:
        """Share the right between cases."""
        if self.found is not None:
            self._telling(share_right_sheet(self.bench, self.found), WIDTH)

    def grant(self) -> None:
        """Record the grant."""
        if self.found is not None:
            self._telling(grant_right_sheet(self.bench, self.found.row))

    def give_up(self) -> None:
        """Give the right up."""
        if self.found is not None:
            self.show_sheet(abandon_right_sheet(self.bench, self.found.row))

    def file_from_here(self) -> None:
        """Record a filing that grew from this one, on the same cases."""
        if self.found is None:
            return
        current = tuple(
            (each.case_id, each.share) for each in self.found.shares if each.is_in_force
        )
        first = current[0][0] if current else 0
        row = self.found.row
        sheet = file_right_sheet(self.bench, first, row.title, parent=row, shares=current)
        sheet.done.connect(self._go_filed)
        self.show_sheet(sheet)
        self.window_.show_side(sheet, WIDTH)

    def _go_filed(self, done: Done[Any]) -> None:
        self.window_.go(Place("patent", Reference("patent", done.result)))

    def record_expense(self) -> None:
        """Record an expense for this right, on the case with the largest share."""
        if self.found is None:
            return
        current = [each for each in self.found.shares if each.is_in_force]
        if current:
            case = max(current, key=lambda each: each.share)
            named = [(str(self.found.reference), name_words(self.bench, self.found.row))]
            sheet = expense_sheet(self.bench, case.case_id, named)
            sheet.form.set_values({"subject": str(self.found.reference)})
            self.show_sheet(sheet)

    # Events

    def add_event(self) -> None:
        """Record something that happened."""
        if self.found is not None:
            name = name_words(self.bench, self.found.row)
            sheet = event_sheet(self.bench, events_to_enter(self.found, name))
            sheet.form.set_values({"on_day": self.bench.office.today})
            self._telling(sheet)

    def correct(self, each: EventRow) -> None:
        """Correct an event where it was entered: here, on the record, or on the right that told it."""
        if self.found is None:
            return
        if each.source is None:
            self._telling(correct_sheet(self.bench, each))
        elif each.source == self.found.reference:
            self.edit()
        elif each.source.kind == "patent":
            self.window_.go(Place("patent", each.source))

    def take_out(self, each: EventRow) -> None:
        """Take out an event somebody entered."""
        if each.source is None:
            self._telling(remove_sheet(self.bench, each))
        else:
            self.correct(each)

    # Deadlines

    def decide(self, make: Any, row: DeadlineRow | None) -> None:
        """Open a form about an open deadline."""
        if row is not None and row.state == "open":
            self.show_sheet(make(self.bench, [row]))

    def set_deadline(self) -> None:
        """Set a date by hand on the right."""
        if self.found is not None:
            current = [each.case_id for each in self.found.shares if each.is_in_force]
            case_id = current[0] if current else None
            self.show_sheet(own_deadline_sheet(self.bench, self.found.reference, case_id))

    def actions_of_right(self) -> list[Command]:
        """Everything that can be done, in the order of a right's life."""
        row: RightRow | None = self.found.row if self.found is not None else None

        def is_living() -> bool:
            return row is not None and row.state in LIVING

        def can_be_granted() -> bool:
            return is_living() and row is not None and row.granted is None

        return [
            Command("edit", self.tr("Edit the right…"), self.edit, "E", "pencil"),
            Command("event", self.tr("Record an event…"), self.add_event, "V", "plus"),
            Command("grant", self.tr("Record the grant…"), self.grant, "", "award", can_be_granted),
            Command("filing", self.tr("Record a filing from it…"), self.file_from_here, "R", "git-branch"),
            Command("share", self.tr("Share between cases…"), self.share, "S", "split"),
            Command("expense", self.tr("Record an expense…"), self.record_expense, "", "receipt"),
            Command("set_deadline", self.tr("Set a deadline by hand…"), self.set_deadline, "", "calendar-clock"),
            Command("give_up", self.tr("Give it up…"), self.give_up, "", "flag", is_living),
        ]  # fmt: skip
