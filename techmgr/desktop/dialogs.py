"""The few dialogs: confirming, the officer, the passphrase, the keys of a page, and a crash.

    answer = confirm(parent, title=self.tr("Reverse run FY 2025?"), text=…, do=self.tr("Reverse run"),
                     keep=self.tr("Keep"), reason=self.tr("Reason"), destroys=True)
    if answer is not None: answer.reason

The safe button is the default. Each dialog is a class too, so that it can be opened without waiting.
"""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import TextField
from techmgr.desktop.pages import Command, Key
from techmgr.desktop.widgets import Button, column, enter_pressed, keycap, label, row, shown_key

_WIDTH = 460


@dataclass(frozen=True, slots=True)
class Answer:
    """The user said yes; with the reason where one was asked for."""

    reason: str = ""


class Question(QDialog):
    """A title, what happens in numbers, perhaps fields, and buttons whose words are verbs."""

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("area", "page")
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        self.words = label(text, "body", "secondary", wrap=True)
        self.words.setVisible(bool(text))
        self.body = column(gap=8)
        self.foot = row(None, gap=8)
        self._head: QLabel = label(title, "lead", wrap=True)
        layout: QVBoxLayout = column(
            self._head, 6, self.words, 12, self.body, 16, self.foot, margins=(20, 18, 20, 18)
        )
        self.setLayout(layout)

    def set_title(self, title: str, text: str = "") -> None:
        """Exchange the title and what is said below it."""
        self.setWindowTitle(title)
        self._head.setText(title)
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def buttons(self, do: Button, keep: Button, *, safe: Button | None = None) -> None:
        """The safe button is the default: to keep, unless going on is safe. Verbs name them."""
        default = safe or keep
        default.setAutoDefault(True)
        default.setDefault(True)
        self.foot.addWidget(keep)
        self.foot.addWidget(do)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The default is for Enter in a field: a button with the keyboard is meant itself.
        if not enter_pressed(event):
            super().keyPressEvent(event)


class Confirm(Question):
    """Asks before money moves, records are merged or typed work is left."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        do: str,
        keep: str,
        reason: str = "",
        hint: str = "",
        destroys: bool = False,
    ) -> None:
        super().__init__(parent, title, text)
        self.reason = TextField(title=reason)
        self._owes_reason = bool(reason)
        self.do = Button(do, self._do, kind="destroy" if destroys else "primary")
        self.keep = Button(keep, self.reject)
        self.foot.insertWidget(0, label(hint, "small", "tertiary"))
        self.buttons(self.do, self.keep)
        if reason:
            self.body.addWidget(self.reason)
            self.reason.setFocus()
        else:
            self.keep.setFocus()

    def _do(self) -> None:
        if self._owes_reason and not self.reason.raw():
            self.reason.show_problem(self.tr("A reason is kept with this: write a few words."))
            self.reason.setFocus()
            return
        self.accept()

    def answer(self) -> Answer | None:
        """What the user said, once it is closed."""
        return Answer(self.reason.raw()) if self.result() == QDialog.DialogCode.Accepted else None


def confirm(
    parent: QWidget | None,
    *,
    title: str,
    text: str,
    do: str,
    keep: str,
    reason: str = "",
    hint: str = "",
    destroys: bool = False,
) -> Answer | None:
    """Ask and wait; None when the user keeps things as they are."""
    dialog = Confirm(
        parent,
        title=title,
        text=text,
        do=do,
        keep=keep,
        reason=reason,
        hint=hint,
        destroys=destroys,
    )
    dialog.exec()
    return dialog.answer()


class AskOfficer(Question):
    """Who is working, out of the officers of the office, or a new name."""

    def __init__(self, parent: QWidget | None, officers: Sequence[str], present: str = "") -> None:
        super().__init__(None, "", "")
        self.setParent(parent, self.windowFlags())
        self.set_title(
            self.tr("Who is working?"),
            self.tr("Your name stands beside everything you change. It is declared, not proved."),
        )
        self.name = Choice([(name, name) for name in officers], title=self.tr("Officer"))
        self.name.box.setEditable(True)
        self.name.box.setEditText(present)
        self.body.addWidget(self.name)
        go_on = Button(self.tr("Go on"), self._go_on, kind="primary")
        self.buttons(go_on, Button(self.tr("Close"), self.reject), safe=go_on)

    def officer(self) -> str:
        """The name that was chosen or typed."""
        return self.name.box.currentText().strip()

    def _go_on(self) -> None:
        if not self.officer():
            self.name.show_problem(self.tr("Choose a name, or type yours."))
            return
        self.accept()


class AskPassphrase(Question):
    """The passphrase of an office; with `twice` a new one, typed two times."""

    def __init__(
        self, parent: QWidget | None, office: str, *, twice: bool = False, problem: str = ""
    ) -> None:
        super().__init__(parent, office, "")
        self.words.setText(
            self.tr(
                "Choose a passphrase. Without it nobody can read the office again, not even we."
            )
            if twice
            else self.tr("This office is encrypted.")
        )
        self.words.setVisible(True)
        self.first = TextField(title=self.tr("Passphrase"))
        self.second = TextField(title=self.tr("The same again"))
        for field in (self.first, self.second):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._twice = twice
        self.body.addWidget(self.first)
        self.body.addWidget(self.second)
        self.second.setVisible(twice)
        go_on = Button(
            self.tr("Encrypt") if twice else self.tr("Open"), self._go_on, kind="primary"
        )
        # Enter after the passphrase opens the office.
        self.buttons(go_on, Button(self.tr("Close"), self.reject), safe=go_on)
        if problem:
            self.first.show_problem(problem)
        self.first.setFocus()

    def passphrase(self) -> str:
        """What was typed, untrimmed."""
        return self.first.edit.text()

    def _go_on(self) -> None:
        if not self.passphrase():
            self.first.show_problem(self.tr("Type the passphrase."))
        elif self._twice and self.passphrase() != self.second.edit.text():
            self.second.show_problem(self.tr("The two differ. Type both again."))
        else:
            self.accept()


class KeysDialog(Question):
    """All keys that work on a page."""

    def __init__(
        self, parent: QWidget | None, commands: Sequence[Command], keys: Sequence[Key]
    ) -> None:
        super().__init__(parent, "", "")
        self.set_title(self.tr("Keys of this page"))
        self.body.setSpacing(3)
        for key in keys:
            self._show(key.key, key.text)
        for command in commands:
            if command.key:
                self._show(shown_key(command.key), command.text.replace("&", ""))
        self.foot.addWidget(Button(self.tr("Close"), self.reject, key="Esc"))

    def _show(self, key: str, text: str) -> None:
        caps = [keycap(part) for part in key.split(" ")]
        self.body.addLayout(row(label(text), None, *caps, gap=4))


class CrashDialog(Question):
    """Something went wrong that the user cannot put right: says what is safe, and has the details for us."""

    def __init__(
        self, parent: QWidget | None, error: BaseException, log: Path | None = None
    ) -> None:
        super().__init__(parent, "", "")
        self.setFixedWidth(600)
        self.set_title(
            self.tr("Something went wrong"),
            self.tr(
                "This is a fault of the program. What was saved is safe; the last step may not have happened."
            ),
        )
        self.details = QPlainTextEdit("".join(traceback.format_exception(error)))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setMinimumHeight(180)
        self.body.addWidget(self.details)
        if log is not None:
            where = label(
                self.tr("Also in {path}").format(path=log), "small", "tertiary", wrap=True
            )
            where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(where)
        self.foot.addWidget(Button(self.tr("Copy details"), self.copy, icon="copy"))
        close = Button(self.tr("Go on"), self.reject)
        close.setDefault(True)
        self.foot.addWidget(close)

    def copy(self) -> None:
        """Copy the details."""
        QGuiApplication.clipboard().setText(self.details.toPlainText())
