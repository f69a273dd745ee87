"""The list of a form's sections with their states, and what still needs the user: `SectionList(form)`."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from techmgr.desktop.forms import Form
from techmgr.desktop.glyphs import SIZE, paint_glyph
from techmgr.desktop.painting import paint_words
from techmgr.desktop.states import State
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button, card, column, holding, label, row

_STATE = Qt.ItemDataRole.UserRole
WIDTH = 184
_ROOM = 860  # for the list and the widest table of a form


class SectionList(QWidget):
    """Follows the form; Enter or a click goes to a section, and the box below to the first wrong field."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_SectionDelegate(self._list))
        self._list.setAccessibleName(self.tr("Sections"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: form.go_to_section(index.row()))
        self._list.activated.connect(lambda index: form.go_to_section(index.row()))
        self._needs = self._make_needs()
        self.setFixedWidth(WIDTH)
        self._arrange()
        form.states_changed.connect(self.show_states)
        theme.changed.connect(self._list.viewport().update)
        self.show_states()

    def _arrange(self) -> None:
        count = len(self._form.sections)
        head = row(
            label(self.tr("Sections"), "small", "tertiary"), None,
            label(f"Alt 1–{count}", "micro", "tertiary"), margins=(10, 0, 10, 0),
        )  # fmt: skip
        self._list.setFixedHeight(count * theme.size("nav_row") + 4)
        layout: QVBoxLayout = column(
            head, 6, self._list, 12, self._needs, None, margins=(8, 14, 8, 8)
        )
        self.setLayout(layout)

    def _make_needs(self) -> QWidget:
        box = card("danger")
        self._count = label("", "strong")
        self._words = label("", "small", "secondary", wrap=True)
        go = Button(self.tr("Go to the first"), self._form.next_wrong, kind="link", key="F8")
        box.setLayout(
            column(self._count, self._words, 4, row(go, None), gap=2, margins=(10, 8, 10, 8))
        )
        box.hide()
        return box

    @property
    def needs(self) -> str:
        """How much still needs the user, in words."""
        return "" if self._needs.isHidden() else self._count.text()

    def show_states(self) -> None:
        """Look at the form again."""
        sections = self._form.sections
        if self._model.rowCount() != len(sections):
            self._model.clear()
            for section in sections:
                item = QStandardItem(section.title)
                item.setEditable(False)
                self._model.appendRow(item)
        for place, section in enumerate(sections):
            self._model.item(place).setData(section.state(), _STATE)
        problems = self._form.problems()
        texts = {True: self.tr("One field needs you"), False: self.tr("{count} fields need you")}
        self._count.setText(texts[len(problems) == 1].format(count=len(problems)))
        self._words.setText(" ".join(problems))
        self._needs.setVisible(bool(problems))


class _SectionDelegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, theme.size("nav_row"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("select_active" if chosen else "bg_hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0, 0, 0, -1), 4, 4)
        box = QRectF(option.rect)
        glyph = QRectF(box.left() + 10, round(box.center().y() - SIZE / 2), SIZE, SIZE)
        paint_glyph(painter, glyph, State(index.data(_STATE)))
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.colour("text_primary" if chosen else "text_secondary"))
        paint_words(painter, box.adjusted(31, 0, -6, 0), index.data())
        painter.restore()


class BesideSections(QWidget):
    """A form with the list of its sections, which gives way where the form needs the room."""

    def __init__(self, sections: SectionList, form: QWidget) -> None:
        super().__init__()
        edge = holding(column(), "line")
        edge.setFixedWidth(1)
        self._side = holding(row(sections, edge, gap=0))
        whole = row(self._side, form, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= _ROOM)
