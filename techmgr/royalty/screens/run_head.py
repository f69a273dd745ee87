"""The head of a run: its number, and the equation from received to net."""

from PySide6.QtWidgets import QWidget

from techmgr.core.formats import show_minor
from techmgr.desktop.figures import Elided
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import column, holding, label, row, tag
from techmgr.royalty.queries_run import RunFile
from techmgr.royalty.stations import Station, stations

_NAME = 84  # room of a step's name above its amount; longer names have a tip


class RunHead(QWidget):
    """Received, less what each step took, makes the net to share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "title")
        self._sum = row(gap=22)
        self.state = tag("")
        self._through = Elided("", "small", "secondary")
        under = row(self.state, self._through, gap=8)
        under.setStretch(1, 1)
        sums = row(self._sum, None)
        self.setLayout(column(under, 8, sums, margins=(16, 0, 16, 10)))

    def show_run(self, found: RunFile) -> None:
        """Show a run's number and its sum."""
        run = found.run
        self.title.setText(self.tr("Distribution {number}").format(number=run.number))
        text = self.tr("received up to {day}, drafted by {officer}")
        words = text.format(day=showing.day(run.through), officer=run.drafted_by)
        if run.approved_by:
            words += self.tr(", approved by {officer}").format(officer=run.approved_by)
        if run.posted_on is not None:
            words += self.tr(", posted {day}").format(day=showing.day(run.posted_on))
        self._through.setText(words)
        self._clear()
        parts = stations(list(found.trees.values()), run.net.currency)
        net = max(place for place, each in enumerate(parts) if each.is_total)
        for place, each in enumerate(parts[: net + 1]):
            if place == net:
                self._sum.addWidget(label("=", "body", "tertiary"))
            self._sum.addWidget(_figure(each, run.net.currency, strong=place in (0, net)))

    def _clear(self) -> None:
        while (item := self._sum.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _figure(station: Station, currency: str, *, strong: bool) -> QWidget:
    amount = label(show_minor(station.minor, currency), "lead" if strong else "body")
    name = Elided(showing.words(station.label), "small", "secondary")
    name.setFixedWidth(max(amount.sizeHint().width(), _NAME))
    return holding(column(name, 2, amount))
