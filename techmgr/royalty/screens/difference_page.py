"""An old run computed again: as posted, as it would be now, and the difference per payee."""

from PySide6.QtWidgets import QWidget

from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.dialogs import Confirm
from techmgr.desktop.pages import Command, Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, label, line, row
from techmgr.office.screens.bench import bench_of
from techmgr.royalty.actions import RunRequest
from techmgr.royalty.actions_correct import correct_run
from techmgr.royalty.queries_difference import DifferenceRow, RunDifference, difference_of_run
from techmgr.royalty.queries_run import Line
from techmgr.royalty.screens.why_panel import WIDTH, WhyPanel
from techmgr.storage.office import Office
from techmgr.storage.unit import Done


class DifferencePage(Page):
    """Space opens why an amount would be what it is now; P turns to the why as it was posted."""

    side_width = WIDTH

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.found: RunDifference | None = None
        self.dialog: Confirm | None = None
        self.why = WhyPanel()
        self.why.closed.connect(self._close_why)
        self._is_why_open = False
        self._as_posted = False
        self.table = RecordTable(
            self._columns(), name=self.tr("Difference per payee"), identity=lambda each: each.key
        )
        self.table.opened.connect(lambda *_: self.show_why())
        self.table.why.connect(lambda *_: self.show_why())
        self.table.current_changed.connect(self._follow)
        self._build()

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.tr("Payee"), stretch=True),
            Column("case", self.tr("Case"), stretch=True, secondary=True, gives_up=1),
            Column("posted", self.tr("As posted"), Kind.MONEY, width=112, computed=True),
            Column("now", self.tr("Would be now"), Kind.MONEY, width=116, computed=True),
            Column(
                "difference", self.tr("Difference"), Kind.MONEY, width=112,
                strong=lambda each: bool(each.difference.minor),
                tone=lambda each: "" if each.difference.minor else "text_disabled",
            ),
        ]  # fmt: skip

    def _build(self) -> None:
        self._name = label("", "title")
        self._under = label("", "small", "secondary", wrap=True)
        self.sum = label("", "strong", wrap=True)
        self.button = Button(self.tr("Draft the correction…"), self.correct, kind="primary")
        self.button.hide()
        title = row(self._name, None, self.button, margins=(16, 10, 16, 0))
        head = column(self._under, margins=(16, 2, 16, 10))
        below = column(self.sum, margins=(16, 8, 16, 10))
        parts = column(title, head, line(), self.table, line(), below)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        self._read()

    def _read(self) -> None:
        if self.place.reference is not None:
            self._name.setText(self.tr("Computing again…"))
            self.jobs.read(
                self.bench.office.read, difference_of_run, self.place.reference.id, owner=self,
                then=self._show, failed=self._refused, key="difference",
            )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self._name.setText(self.tr("Nothing to compare"))
        self._under.setText(showing.words(error))

    def _show(self, found: RunDifference) -> None:
        self.found = found
        self._name.setText(self.tr("{number} computed again").format(number=found.run.number))
        text = self.tr("With the receipts, costs, shares and policies recorded today.")
        if found.corrections:
            more = self.tr("As posted includes what {numbers} corrected.")
            text += " " + more.format(numbers=", ".join(found.corrections))
        self._under.setText(text)
        self.table.show_rows(found.rows)
        self.sum.setText(self._sentence(found))
        self.button.setVisible(not found.is_the_same)
        self.title_changed.emit()
        self.commands_changed.emit()
        self.status_changed.emit()

    def _sentence(self, found: RunDifference) -> str:
        if found.is_the_same:
            return self.tr("✓  Every cent would be the same.")
        more = sum(max(each.difference.minor, 0) for each in found.rows)
        less = sum(min(each.difference.minor, 0) for each in found.rows)
        text = self.tr("{count} amounts differ: {more} more and {less} less, in {currency}.")
        currency = found.run.net.currency
        return text.format(
            count=sum(bool(each.difference.minor) for each in found.rows),
            more=show_minor(more, currency), less=show_minor(less, currency),
            currency=currency,
        )  # fmt: skip

    def show_why(self) -> None:
        """Open why the amount with the keyboard would be what it is now."""
        self._is_why_open = True
        self._follow(self.table.current_row())
        self.window_.show_side(self.why, WIDTH)

    def turn(self) -> None:
        """Turn the why between as it would be now and as it was posted."""
        self._as_posted = not self._as_posted
        self.show_why()

    def _follow(self, each: DifferenceRow | None) -> None:
        self.status_changed.emit()
        if each is None or not self._is_why_open:
            return
        posted = (each.posted_tree, each.posted_node, each.posted)
        now = (each.now_tree, each.now_node, each.now)
        first, second = (posted, now) if self._as_posted else (now, posted)
        tree, node, amount = first if first[0] is not None else second
        if tree is not None:
            name = say("{name}", name=each.name)
            self.why.show_line(Line(each.key, 2, 0, node, name, "", amount, ""), tree, each.policy)

    def _close_why(self) -> None:
        self._is_why_open = False
        self.window_.show_side(None)
        self.table.setFocus()

    def escape(self) -> bool:
        was_open = self._is_why_open
        if was_open:
            self._close_why()
        return was_open

    def side(self) -> QWidget | None:
        return self.why if self._is_why_open else None

    # The correction

    def correct(self) -> None:
        """Draft the run that books the difference only, with the reason."""
        if self.found is None or self.found.is_the_same:
            return
        text = self.tr(
            "A run is drafted that books these differences and nothing else. "
            "It is approved and posted like any other; {number} stays as it is."
        )
        run = self.found.run
        dialog = Confirm(
            self, title=self.tr("Correct {number}?").format(number=run.number),
            text=text.format(number=run.number), do=self.tr("Draft the correction"),
            keep=self.tr("Leave it as it is"), reason=self.tr("Reason"),
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._draft(run.id, dialog.reason.raw()))
        self.dialog = dialog
        dialog.open()

    def _draft(self, run_id: int, reason: str) -> None:
        self.bench.act(
            correct_run, RunRequest(run_id, reason=reason), owner=self, then=self._drafted,
            said=self.tr("Correction drafted"),
        )  # fmt: skip

    def _drafted(self, done: Done[object]) -> None:
        self.window_.go(Place("run", Reference("run", getattr(done.result, "id", 0))))

    # The window

    def title(self) -> str:
        return self._name.text()

    def changed(self, references: frozenset[Reference]) -> None:
        if any(each.kind in {"run", "receipt", "expense", "share_plan"} for each in references):
            self._read()

    def status(self) -> str:
        each = self.table.current_row()
        return f"{each.name}: <b>{showing.money(each.difference)}</b>" if each is not None else ""

    def keys(self) -> list[Key]:
        return [
            Key("Space", self.tr("why")),
            Key("P", self.tr("as posted, as now")),
            Key("Ctrl+Enter", self.tr("correct")),
        ]

    def commands(self) -> list[Command]:
        found = [
            Command("why", self.tr("Why this amount"), self.show_why, "", "circle-help"),
            Command("turn", self.tr("As posted, as now"), self.turn, "P", "history"),
        ]
        if self.found is not None and not self.found.is_the_same:
            text = self.tr("Draft the correction…")
            found.append(Command("correct", text, self.correct, "Ctrl+Return", "square-pen"))
        return found
