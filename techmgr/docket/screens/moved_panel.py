"""What a change of a rule, a calendar or an event moved: each deadline with its day before and after."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from techmgr.core.formats import show_day
from techmgr.core.texts import Text
from techmgr.desktop.figures import Panel
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import IconButton, column, holding, label, row
from techmgr.docket.recomputing import Change, How

_MOST = 60  # the rest is counted


class MovedPanel(Panel):
    """Read-only; `beside` is the key of the row beside which it stands."""

    beside = ""

    def __init__(
        self,
        changes: Sequence[Change],
        close: Callable[[], object],
        warnings: Sequence[Text] = (),
    ) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("What moved"))
        self.changes = changes
        shut = IconButton("x", self.tr("Close"), close, 15)
        parts: list[list[QWidget | int]] = [
            [holding(row(label(self.tr("What moved"), "lead"), None, shut)), self._counted()]
        ]
        if warnings:
            said = [label(showing.words(each), "small", "warn", wrap=True) for each in warnings]
            parts.append([*said])
        for how in How:
            of_kind = [each for each in changes if each.how is how]
            if of_kind:
                parts.append([label(self._words(how), "strong"), *self._lines(of_kind)])
        self.show_parts(parts)

    def _counted(self) -> QWidget:
        count = len(self.changes)
        text = self.tr("{count} deadlines are not as they were.").format(
            count=showing.number(count)
        )
        if not count:
            text = self.tr("No deadline is other than before.")
        return label(text, "small", "secondary", wrap=True)

    def _words(self, how: How) -> str:
        return {
            How.NEW: self.tr("New"),
            How.MOVED: self.tr("Moved"),
            How.ENDED: self.tr("Nothing is due any more"),
            How.REOPENED: self.tr("Open again"),
            How.KEPT: self.tr("Decided before, kept as it was"),
        }[how]

    def _lines(self, changes: Sequence[Change]) -> list[QWidget | int]:
        shown: list[QWidget | int] = [self._line(each) for each in changes[:_MOST]]
        if len(changes) > _MOST:
            rest = self.tr("and {count} more").format(count=showing.number(len(changes) - _MOST))
            shown.append(label(rest, "small", "tertiary"))
        return shown

    def _line(self, change: Change) -> QWidget:
        days = [each for each in (change.before, change.after) if each is not None]
        said = [show_day(day, showing.today, showing.language) for day in dict.fromkeys(days)]
        return holding(
            column(
                label(showing.words(change.title), "small", wrap=True),
                row(
                    label(" → ".join(said), "small", "secondary"),
                    None,
                    label(change.record, "small", "tertiary"),
                ),
            )
        )
