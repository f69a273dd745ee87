"""What the window says without a dialog: notices with Undo, standing notices, empty states, work under way.

EmptyState(title, sentence, [Command(...)])      shown instead of an empty list; its buttons run the commands
StandingNotice("warn", "Changed by Priya Nair", "Your text is kept.", [("Show both", run)])      in a page
WorkBar(jobs)                                    count and Cancel, from 400 ms on
"""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QProgressBar,
    QSizePolicy,
    QWidget,
)

from techmgr.desktop.jobs import Job, Jobs
from techmgr.desktop.pages import Command
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button, IconButton, IconLabel, column, holding, label, row

_SIGNS = {"ok": "circle-check", "info": "info", "warn": "triangle-alert", "danger": "circle-alert"}


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say it at once."""
    widget.setAccessibleName(text)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Notice(QFrame):
    """Says at the bottom what has been done; goes after eight seconds unless the pointer or keyboard is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "popup")
        self._undo: Callable[[], object] | None = None
        self._text = label("")
        self._button = Button(self.tr("Undo"), self.undo, kind="link", key="Ctrl+Z")
        self._close = IconButton("x", self.tr("Close"), self.hide, 13)
        self.setLayout(
            row(
                IconLabel("circle-check", "ok_text"),
                self._text,
                16,
                self._button,
                self._close,
                margins=(12, 5, 8, 5),
            )
        )
        self.stay = theme.duration("notice_stay")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 8)
        shadow.setColor(theme.colour("bg_scrim"))
        self.setGraphicsEffect(shadow)
        self._parent = parent
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None) -> None:
        """Show a sentence, with Undo where there is one."""
        self._undo = undo
        self._text.setText(text)
        self._button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(self.stay)
        announce(self, text)

    def undo(self) -> None:
        """Take back what was said."""
        run, self._undo = self._undo, None
        self.hide()
        if run is not None:
            run()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def focus_undo(self) -> None:
        """Put the keyboard on Undo; the notice stays as long."""
        self._button.setFocus()

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(self.stay)
        else:
            self.hide()

    def _place(self) -> None:
        self.adjustSize()
        room = self._parent.size()
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - 42)

    def eventFilter(self, watched, event: QEvent) -> bool:  # noqa: ANN001 - any widget
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


class StandingNotice(QFrame):
    """Stands in the page until it is closed or no longer true; tones: warn, danger, info, ok."""

    closed = Signal()

    def __init__(
        self,
        tone: str,
        lead: str,
        text: str = "",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", tone)
        self._lead = label(lead, "strong")
        self._lead.setVisible(bool(lead))
        self._text = label(text, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons = [Button(words, run, kind="link") for words, run in actions]
        close = IconButton("x", self.tr("Close"), self._shut, 13)
        sign = IconLabel(_SIGNS[tone], f"{tone}_text")
        self.setLayout(row(sign, self._lead, self._text, *buttons, close, margins=(12, 3, 6, 3)))
        announce(self, f"{lead} {text}".strip())

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def _shut(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """What belongs here, and the first step with its key."""

    def __init__(
        self,
        title: str,
        sentence: str,
        commands: Sequence[Command] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        words = label(sentence, "body", "secondary", wrap=True)
        words.setMaximumWidth(520)
        words.setMinimumWidth(320)
        buttons = [
            Button(command.text, command.run, kind="quiet" if place else "primary", key=command.key)
            for place, command in enumerate(commands)
        ]
        inside = column(label(title, "lead"), 6, words, 14, row(*buttons, None), gap=0)
        self.setLayout(row(None, holding(column(None, inside, None, None)), None))
        self.setAccessibleName(f"{title}. {sentence}")


class WorkBar(QWidget):
    """Long work: its name, how far, about how long, and Cancel."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._since = 0.0
        self._text = label("", "micro", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = Button(self.tr("Cancel"), self.cancel, kind="link", small=True)
        self.setLayout(row(self._text, self._bar, self._cancel, gap=8))
        self._soon = QTimer(self, singleShot=True, interval=theme.duration("progress_after"))
        self._soon.timeout.connect(self.show)
        jobs.started.connect(self._begin)
        jobs.progressed.connect(self._advance)
        jobs.ended.connect(self._end)
        self.hide()

    def _begin(self, job: Job) -> None:
        self._job = job
        self._since = monotonic()
        self._text.setText(job.title)
        self._bar.setRange(0, 0)
        self._soon.start()

    def _advance(self, job: Job, done: int, total: int) -> None:
        if job is not self._job:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        counted = self.tr("{done} of {total}").format(
            done=showing.number(done), total=showing.number(total)
        )
        self._text.setText(f"{job.title}  {counted}{self._left(done, total)}")

    def _left(self, done: int, total: int) -> str:
        spent = monotonic() - self._since
        if not done or spent < 1:
            return ""
        seconds = max(1, round(spent * (total - done) / done))
        return self.tr(", about {seconds} s").format(seconds=seconds)

    def cancel(self) -> None:
        """Stop the work; nothing is left half done."""
        if self._job is not None:
            self._jobs.cancel(self._job)
            self._text.setText(self.tr("Stopping"))

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._soon.stop()
            self.hide()
