"""A policy being edited: its parts as an outline and a form, or the same as the text of its file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QFont
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from techmgr.core.errors import UserError
from techmgr.core.texts import Text
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button, IconButton, column, holding, label, line, row
from techmgr.royalty.outline import (
    Part,
    Path,
    Table,
    add,
    by_part,
    examined,
    move,
    parts_of,
    remove,
    table_of,
)
from techmgr.royalty.policy import Policy
from techmgr.royalty.screens.policy_part import PartForm
from techmgr.royalty.screens.policy_words import kind_words
from techmgr.royalty.writing import written_table

_WAIT = 40
_OUTLINE = 216
_ROW = 26
_INNER = ("party", "tier", "index", "small")
_MOVED = ("party", "step", "sharing", "tier", "index")
_MONO = ("Cascadia Mono", "SF Mono", "JetBrains Mono", "DejaVu Sans Mono")


class PolicyEditor(QWidget):
    """`text` is what would be saved. `examined_again` carries the policy it makes, or None."""

    edited = Signal()
    examined_again = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.table: Table = {}
        self.policy: Policy | None = None
        self.problems: list[UserError] = []
        self.form: PartForm | None = None
        self._path: Path = ()
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self.examine)
        self.outline = QListWidget()
        self.outline.setAccessibleName(self.tr("Parts of the policy"))
        self.outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.outline.currentRowChanged.connect(self._choose)
        self.file = QPlainTextEdit()
        self.file.setAccessibleName(self.tr("The policy as a TOML file"))
        self.file.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.file.textChanged.connect(self._typed)
        font = QFont(list(_MONO))
        font.setPixelSize(12)
        self.file.setFont(font)
        self.wrong = label("", "small", "danger", wrap=True)
        self._arrange()
        theme.changed.connect(self._mark)

    def _arrange(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("How the policy is shown"))
        self.tabs.addTab(self.tr("Form"))
        self.tabs.addTab(self.tr("TOML"))
        self.tabs.currentChanged.connect(self._turned)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._form_side())
        file = column(self.file, margins=(16, 12, 16, 8))
        self._stack.addWidget(holding(file))
        self._below = holding(column(self.wrong, margins=(16, 6, 16, 8)))
        tabs = holding(column(self.tabs, margins=(16, 0, 16, 0)))
        parts = column(tabs, line(), self._stack, self._below)
        parts.setStretch(2, 1)
        self.setLayout(parts)

    def _form_side(self) -> QWidget:
        self.menu = QMenu(self)
        for kind, words in (
            ("party", self.tr("Party")),
            ("step", self.tr("Deduction")),
            ("sharing", self.tr("Division among parties")),
            ("tier", self.tr("Tier of the division")),
            ("index", self.tr("Index of the thresholds")),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._add_from_menu, kind))
        maker = Button(self.tr("Add"), self._open_menu, icon="plus", small=True)
        movers = row(
            maker,
            None,
            IconButton("arrow-up", self.tr("Move up"), partial(self.shift, -1)),
            IconButton("arrow-down", self.tr("Move down"), partial(self.shift, 1)),
            IconButton("trash-2", self.tr("Remove this part"), self.remove),
            gap=2,
        )
        left = column(self.outline, 8, movers, margins=(16, 12, 10, 10))
        left.setStretch(0, 1)
        outline = holding(left)
        outline.setFixedWidth(_OUTLINE)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        beside = row(outline, holding(self._place), gap=0)
        beside.setStretch(1, 1)
        return holding(beside)

    def _open_menu(self) -> None:
        self.menu.popup(QCursor.pos())

    def _add_from_menu(self, kind: str, _checked: bool = False) -> None:
        self.add(kind)

    # The text

    def show_text(self, text: str) -> None:
        """Show a policy's file, as it is stored."""
        self.text = text
        try:
            self.table = table_of(text)
        except UserError:
            self.table = {}
        self._set_file(text)
        self._path = ()
        self._show_outline()
        self.examine()

    def _set_file(self, text: str) -> None:
        blocked = self.file.blockSignals(True)
        self.file.setPlainText(text)
        self.file.blockSignals(blocked)

    def _typed(self) -> None:
        self.text = self.file.toPlainText()
        self._soon.start()
        self.edited.emit()

    def _put(self) -> None:
        """Take over what the form has changed."""
        self.text = written_table(self.table)
        self._set_file(self.text)
        self._soon.start()
        self.edited.emit()

    def examine(self) -> None:
        """Look again at what is wrong, and say so beside the entries."""
        self._soon.stop()
        self.policy, self.problems = examined(self.text)
        lines = [f"{each.field or ''}  {showing.words(each)}".strip() for each in self.problems]
        self.wrong.setText("\n".join(lines[:4]))
        self._below.setVisible(bool(lines))
        self._mark()
        self.examined_again.emit(self.policy)

    def _turned(self, tab: int) -> None:
        if tab == 0:
            try:
                self.table = table_of(self.text)
            except UserError:
                self.tabs.setCurrentIndex(1)  # what is no TOML can only be mended as text
                return
            self._show_outline()
            self._mark()
        self._stack.setCurrentIndex(tab)

    # The outline

    def _parts(self) -> list[Part]:
        return parts_of(self.table)

    def _show_outline(self) -> None:
        blocked = self.outline.blockSignals(True)
        self.outline.clear()
        for part in self._parts():
            item = QListWidgetItem(self._words(part))
            item.setData(Qt.ItemDataRole.UserRole, part)
            item.setToolTip(item.text().strip())
            item.setSizeHint(QSize(10, _ROW))
            item.setFont(theme.font("body" if part.kind in _INNER else "strong"))
            self.outline.addItem(item)
        self.outline.blockSignals(blocked)
        rows = [part.path for part in self._parts()]
        here = rows.index(self._path) if self._path in rows else 0
        self.outline.setCurrentRow(here)
        self._choose(here)

    def _words(self, part: Part) -> str:
        if part.kind in ("general", "selector"):
            return kind_words(part.kind)
        if part.kind in ("tier", "index", "small"):
            number = int(part.path[-1]) + 1 if part.kind != "small" else ""
            words = f"{kind_words(part.kind)} {number}".strip()
            return f"      {words}" + (f"  {part.words}" if part.words else "")
        words = showing.words(Text(part.words))
        return f"   {words}" if part.kind == "party" else words

    def _choose(self, number: int) -> None:
        """Show the form of a part."""
        item = self.outline.item(number)
        if item is None:
            return
        part = item.data(Qt.ItemDataRole.UserRole)
        self._path = part.path
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = PartForm(self.table, part)
        self.form.edited.connect(self._put)
        self._place.addWidget(self.form)
        self._mark()

    def _mark(self) -> None:
        """Colour the parts that are wrong, and show what is wrong in the one that is open."""
        found = by_part(self._parts(), self.problems)
        for number in range(self.outline.count()):
            item = self.outline.item(number)
            part = item.data(Qt.ItemDataRole.UserRole)
            is_wrong = part.path in found
            item.setForeground(theme.colour("danger_text" if is_wrong else "text_primary"))
        if self.form is not None:
            self.form.mark_problems(found.get(self._path, []))

    def go_to_problem(self) -> None:
        """Open the next part with something wrong."""
        found = by_part(self._parts(), self.problems)
        rows = [part.path for part in self._parts()]
        wrong = [number for number, path in enumerate(rows) if path in found]
        if wrong:
            here = self.outline.currentRow()
            self.outline.setCurrentRow(next((each for each in wrong if each > here), wrong[0]))

    # Parts

    def add(self, kind: str) -> None:
        """Add a part; a tier or an index to the division that is open."""
        beside = self._path[:2]
        if kind in ("tier", "index") and (not beside or beside[0] != "step"):
            return
        self._path = add(self.table, kind, beside)
        self._changed()

    def shift(self, by: int) -> None:
        """Move the open part up or down among its like."""
        self._with_part(lambda part: move(self.table, part.path, by))

    def remove(self) -> None:
        """Take the open part out."""

        def out(part: Part) -> Path:
            remove(self.table, part.path)
            return part.path[:-2]

        self._with_part(out)

    def _with_part(self, do: Callable[[Part], Path]) -> None:
        part = next((each for each in self._parts() if each.path == self._path), None)
        if part is not None and part.kind in _MOVED:
            self._path = do(part)
            self._changed()

    def _changed(self) -> None:
        self._put()
        self._show_outline()
