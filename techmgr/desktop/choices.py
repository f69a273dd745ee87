"""Fields that choose: one of a few, or any record found while typing.

    Choice([("employee", self.tr("Employee")), …], name="position", title=…, placeholder=self.tr("Choose…"))
    Picker(jobs, find, name="manager", title=…)      find("words") -> [Option(17, "Ines Moreau", "Technology manager")]
    Picker(jobs, find, free=True, …)                 text that is no record is taken as it is: value() is a str
    Picker(jobs, find, makers=[Maker(self.tr("New person “{words}”"), make)], …)
                                                     offered below what is found; make(words, picker.pick) makes it

`find` runs on the reader's thread. Values are ints or strings, so that drafts can keep them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.desktop.fields import Field, TextField
from techmgr.desktop.jobs import Jobs

_WAIT = 60
_MOST = 20


class Choice(Field):
    """One of a few; typing the first letters chooses."""

    def __init__(
        self,
        options: Sequence[tuple[Any, str]] = (),
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        **named: Any,
    ) -> None:
        super().__init__(parent, **named)
        self.box.setPlaceholderText(placeholder)
        self.offer(options)

    def build(self) -> QWidget:
        box = QComboBox()
        box.setView(QListView())
        # As wide as its place, not as its longest choice.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(5)
        box.view().setProperty("popup", "true")
        box.currentIndexChanged.connect(self._edited)
        return box

    @property
    def box(self) -> QComboBox:
        """The box itself."""
        assert isinstance(self.control, QComboBox)
        return self.control

    def offer(self, options: Sequence[tuple[Any, str]]) -> None:
        """Exchange what can be chosen; the choice stays where it is still offered."""
        chosen = self.raw()
        blocked = self.box.blockSignals(True)
        self.box.clear()
        for value, text in options:
            self.box.addItem(text, value)
        self.set_raw(chosen)
        self.box.blockSignals(blocked)

    def raw(self) -> Any:
        return self.box.currentData()

    def set_raw(self, raw: Any) -> None:
        self.box.setCurrentIndex(self.box.findData(raw))


@dataclass(frozen=True, slots=True)
class Option:
    """A record that can be picked: its id, its words, and what tells it from its namesakes."""

    value: int | str
    text: str
    detail: str = ""

    @property
    def words(self) -> str:
        """The words in the list."""
        return f"{self.text}  ·  {self.detail}" if self.detail else self.text


@dataclass(frozen=True, slots=True)
class Maker:
    """What can be made out of typed words: `make(words, pick)` makes it and calls `pick(Option)`."""

    text: str
    make: Callable[[str, Callable[["Option | None"], None]], object]


class Picker(TextField):
    """A record, found while typing. Picked once its words stand in the field."""

    def __init__(
        self,
        jobs: Jobs,
        find: Callable[[str], Sequence[Option]],
        parent: QWidget | None = None,
        *,
        free: bool = False,
        makers: Sequence[Maker] = (),
        placeholder: str = "",
        **named: Any,
    ) -> None:
        super().__init__(parent, **named)
        self._jobs = jobs
        self._find = find
        self._makers = list(makers)
        self._free = free
        self._picked: Option | None = None
        self._found: list[Option] = []
        self._found_for = ""
        self._typed_words = ""
        self._list = QStringListModel(self)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._ask)
        self.edit.setPlaceholderText(placeholder)
        self._complete()

    def _complete(self) -> None:
        completer = QCompleter(self._list, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup = QListView()
        self.popup.setProperty("popup", "true")
        completer.setPopup(self.popup)
        self.popup.installEventFilter(
            self
        )  # while it is open the keys come to it, not to the field
        completer.activated.connect(self._pick_words)
        completer.setWidget(self.edit)
        self._completer = completer
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._left)
        self.edit.installEventFilter(self)

    @property
    def picked(self) -> Option | None:
        """The record in the field."""
        return self._picked

    def _typed(self, text: str) -> None:
        self._picked = None
        self._typed_words = text.strip()
        if text.strip():
            self._soon.start()
        else:
            self.popup.hide()

    def _ask(self) -> None:
        self._jobs.read(self._find, self.raw(), owner=self, then=self._offer, key="find")

    def _offer(self, found: Sequence[Option]) -> None:
        if list(found)[:_MOST] == self._found and self.popup.isVisible():
            return
        self._found = list(found)[:_MOST]
        self._found_for = self.raw()
        words = [option.words for option in self._found]
        words += [maker.text.replace("{words}", self.raw()) for maker in self._makers]
        self._list.setStringList(words)
        if words and self.raw() and self.edit.hasFocus():
            self._completer.complete()
            if self._found and not self._free:
                # So that Enter and Tab take it; making something new is chosen knowingly.
                self.popup.setCurrentIndex(self._list.index(0, 0))
        else:
            self.popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab takes what is chosen in the list and goes on; the completer alone would only go on.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            chosen = self.popup.currentIndex()
            if event.key() == Qt.Key.Key_Tab and self.popup.isVisible() and chosen.isValid():
                self._pick_words(chosen.data())
                self.popup.hide()
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        """Whoever is the only one of these words is meant, without being picked from the list."""
        typed = self.raw()
        if self._picked is None and typed and not self._free and typed == self._found_for:
            exact = [one for one in self._found if one.text.casefold() == typed.casefold()]
            only = exact if len(exact) == 1 else self._found
            if len(only) == 1:
                self.pick(only[0])

    def _pick_words(self, words: str) -> None:
        found = next((option for option in self._found if option.words == words), None)
        if found is not None:
            self.pick(found)
            return
        typed = self._typed_words
        self.edit.setText(typed)
        for maker in self._makers:
            if maker.text.replace("{words}", typed) == words:
                maker.make(typed, self.pick)

    def pick(self, option: Option | None) -> None:
        """Show a record as picked."""
        self._picked = option
        self.edit.setText(option.text if option else "")
        self.edit.setCursorPosition(0)

    def raw(self) -> Any:
        return self.edit.text().strip()

    def set_raw(self, raw: Any) -> None:
        if isinstance(raw, dict):
            self.pick(Option(raw["value"], raw["text"]))
        else:
            self._picked = None
            super().set_raw(raw)

    def kept(self) -> Any:
        """What a draft keeps: the record with its words, or the text."""
        if self._picked is None:
            return self.raw()
        return {"value": self._picked.value, "text": self._picked.text}

    def value(self) -> Any:
        if self._picked is not None:
            return self._picked.value
        if not self.raw():
            return None
        if self._free:
            return self.raw()
        raise UserError(self._missing(), field=self.name)

    def _missing(self) -> Text:
        if not self._makers:
            return say("“{text}” is not on file. Choose a name from the list.", text=self.raw())
        return say(
            "“{text}” is not on file. Choose a name from the list, or its last line to add it.",
            text=self.raw(),
        )

    def set_value(self, value: Option | None) -> None:
        self.pick(value)
