"""The family of a right as a tree: office, kind, number, where it stands, how it grew, its days.

Arrows and J, K move; Left goes to what it grew from, Right to the first that grew from it; Enter opens.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from techmgr.desktop.glyphs import SIZE, paint_glyph
from techmgr.desktop.painting import paint_words
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.office.screens.bench import Bench
from techmgr.patents.family import Branch, branches
from techmgr.patents.queries import RightRow
from techmgr.patents.screens.words import glyph_of, name_words

BRANCH = Qt.ItemDataRole.UserRole + 1
ROW = 28
INDENT = 22
_DAYS = 96
_STATE = 104


class FamilyTree(QListView):
    """`opened` carries the right whose page is wanted."""

    opened = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.current_id = 0
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_BranchDelegate(self))
        self.setAccessibleName(self.tr("Family"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda *_: self._open())
        theme.changed.connect(self.viewport().update)

    def show_family(
        self, family: Sequence[RightRow], links: dict[int, list[tuple[int, str]]], current_id: int
    ) -> None:
        """Exchange the family; the keyboard stands on the right whose page this is."""
        self.current_id = current_id
        self._rows.clear()
        names = {each.id: name_words(self.bench, each) for each in family}
        for branch in branches(list(family), links):
            item = QStandardItem(self._told(branch, names))
            item.setData(branch, BRANCH)
            item.setToolTip(branch.member.title)
            self._rows.appendRow(item)
            if branch.member.id == current_id:
                self.setCurrentIndex(item.index())
        self.setFixedHeight(ROW * min(max(self._rows.rowCount(), 1), 14) + 2)

    def link_words(self, branch: Branch[RightRow]) -> str:
        """How a filing grew from the one above it."""
        return self.bench.lists.word("right_link", branch.link) if branch.link else ""

    def also_words(self, branch: Branch[RightRow]) -> str:
        """What else it relies on."""
        names = {
            each.member.id: name_words(self.bench, each.member)
            for place in range(self._rows.rowCount())
            for each in [self._rows.item(place).data(BRANCH)]
        }
        also = ", ".join(names[number] for number in branch.also if number in names)
        return self.tr("also {numbers}").format(numbers=also) if also else ""

    def _told(self, branch: Branch[RightRow], names: dict[int, str]) -> str:
        each, word = branch.member, self.bench.lists.word
        told = [
            names[each.id],
            word("right_kind", each.kind),
            self.link_words(branch),
            word("right_state", each.state),
            showing.day(each.filed),
        ]
        return ", ".join(part for part in told if part)

    def branch(self) -> Branch[RightRow] | None:
        """The filing with the keyboard."""
        found = self.currentIndex().data(BRANCH)
        return found if isinstance(found, Branch) else None

    def _open(self) -> None:
        branch = self.branch()
        if branch is not None and branch.member.id != self.current_id:
            self.opened.emit(branch.member)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self._move(self.currentIndex().row() + (1 if key == Qt.Key.Key_J else -1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._across(deeper=key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _move(self, place: int) -> None:
        if 0 <= place < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(place, 0))

    def _across(self, *, deeper: bool) -> None:
        here, place = self.branch(), self.currentIndex().row()
        if here is None:
            return
        if deeper:
            below = self._rows.index(place + 1, 0).data(BRANCH)
            if isinstance(below, Branch) and below.depth > here.depth:
                self._move(place + 1)
            return
        for before in range(place - 1, -1, -1):
            if self._rows.item(before).data(BRANCH).depth < here.depth:
                self._move(before)
                return


class _BranchDelegate(QStyledItemDelegate):
    """Paints guides, glyph and words of one filing."""

    def __init__(self, tree: FamilyTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        branch: Branch[RightRow] = index.data(BRANCH)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, option, branch)
        left = box.left() + 10 + branch.depth * INDENT
        self._guides(painter, box, branch)
        paint_glyph(
            painter, QRectF(left, box.center().y() - SIZE / 2, SIZE, SIZE), glyph_of(branch.member)
        )
        self._words(painter, box.adjusted(left + SIZE + 8 - box.left(), 0, -8, 0), branch)
        painter.restore()

    def _ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, branch: Branch[RightRow]
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._tree.hasFocus()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.fillRect(box, theme.colour("select_active"))
        elif branch.member.id == self._tree.current_id:
            painter.fillRect(box, theme.colour("select_inactive"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("bg_hover"))
        if branch.member.id == self._tree.current_id:
            painter.fillRect(
                QRectF(box.left(), box.top(), 3, box.height()), theme.colour("accent_base")
            )
        painter.fillRect(
            QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line_subtle")
        )

    def _guides(self, painter: QPainter, box: QRectF, branch: Branch[RightRow]) -> None:
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        middle = round(box.center().y()) + 0.5
        for depth in range(1, branch.depth):
            if branch.lines[depth]:
                x = self._guide(box, depth)
                painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        if branch.depth:
            x = self._guide(box, branch.depth)
            bottom = middle if branch.is_last else box.bottom()
            painter.drawLine(QPointF(x, box.top()), QPointF(x, bottom))
            painter.drawLine(QPointF(x, middle), QPointF(x + INDENT - 10, middle))

    def _guide(self, box: QRectF, depth: int) -> float:
        return round(box.left() + 10 + (depth - 1) * INDENT + SIZE / 2) + 0.5

    def _words(self, painter: QPainter, box: QRectF, branch: Branch[RightRow]) -> None:
        each, word = branch.member, self._tree.bench.lists.word
        days = QRectF(box.right() - _DAYS, box.top(), _DAYS, box.height())
        state = QRectF(days.left() - _STATE, box.top(), _STATE - 8, box.height())
        room = box.adjusted(0, 0, -(_DAYS + _STATE + 8), 0)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text_primary"))
        name = name_words(self._tree.bench, each)
        used = paint_words(painter, room, name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_secondary"))
        kind = word("right_kind", each.kind)
        said = dict.fromkeys(
            [self._tree.link_words(branch) or kind, kind, self._tree.also_words(branch)]
        )
        rest = room.adjusted(used + 12, 0, 0, 0)
        if rest.width() > QFontMetricsF(painter.font()).horizontalAdvance("…"):
            paint_words(painter, rest, "  ·  ".join(part for part in said if part))
        painter.setPen(theme.ink(glyph_of(each)))
        paint_words(painter, state, word("right_state", each.state))
        painter.setPen(theme.colour("text_secondary"))
        paint_words(painter, days, showing.day(each.granted or each.filed), right=True)
