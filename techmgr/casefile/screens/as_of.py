"""The bar above a case that is shown as of a day: which day, how far the trail goes, and the way back."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from techmgr.core.errors import UserError
from techmgr.desktop.fields import DateField, Field
from techmgr.desktop.notices import announce
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, IconButton, IconLabel, column, label, row


class AsOfBar(QFrame):
    """Asks for a day; the page answers with `show_recorded`."""

    asked = Signal(object)  # the day
    stepped = Signal(int)  # to the change before (-1) or after (1)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "warn")
        self.day = DateField(name="as_of")
        self.day.control.setAccessibleName(self.tr("As of the end of this day"))
        Field.compact(self.day)  # no words around it, but the calendar stays
        self.day.setFixedWidth(136)
        self.day.edit.returnPressed.connect(self._ask)
        self._words = label("", "small", wrap=True)
        show = Button(self.tr("Show"), self._ask, small=True, key="Enter")
        before = IconButton(
            "chevron-left", self.tr("The change before (,)"), lambda: self.stepped.emit(-1), 15
        )
        after = IconButton(
            "chevron-right", self.tr("The change after (.)"), lambda: self.stepped.emit(1), 15
        )
        back = Button(self.tr("Back to today"), self.left.emit, small=True, key="Esc")
        sign, lead = IconLabel("history", "warn_text"), label(self.tr("As of"), "strong")
        controls = row(sign, lead, self.day, show, before, after, None, back)
        self.setLayout(column(controls, self._words, gap=2, margins=(12, 6, 8, 6)))
        self.hide()

    def ask(self) -> None:
        """Show the bar, the keyboard in the day."""
        if self.isHidden():
            self._say(self.tr("What the office had recorded by the end of the day you choose."))
            self.show()
        self.day.setFocus()
        self.day.edit.selectAll()

    def _ask(self) -> None:
        try:
            day = self.day.value()
        except UserError as error:
            self._refuse(showing.words(error))
            return
        if day is None:
            self._refuse(self.tr("Type a day, such as 3 May 2026."))
        elif day > showing.today:
            self._refuse(self.tr("That day has not come yet."))
        else:
            self.asked.emit(day)

    def _refuse(self, problem: str) -> None:
        self.day.show_problem(problem)
        self._say(problem)

    def show_recorded(self, day: date, text: str) -> None:
        """Say how far the trail goes that is shown."""
        self.day.set_value(day)
        self.day.show_problem(None)
        self._say(text)
        self.show()

    def close_(self) -> None:
        """Be gone, and forget the day."""
        self.day.set_value(None)
        self.day.show_problem(None)
        self.hide()

    def _say(self, text: str) -> None:
        self._words.setText(text)
        announce(self, text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()
