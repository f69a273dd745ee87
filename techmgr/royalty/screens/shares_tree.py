"""Why somebody gets so many shares: the tree of a distribution, the same as of money, in whole shares."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from techmgr.core.formats import show_minor
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import column, holding, label
from techmgr.royalty.explain import Node
from techmgr.royalty.screens.why_panel import make_tree
from techmgr.royalty.why import Reason, reasons

WHOLE = "JPY"  # a currency without decimals: shares are whole
_LABEL, _CLAUSE, _AMOUNT = range(3)


class SharesTree(QWidget):
    """One tree per case; its own arithmetic stands below every number."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(title, "lead", wrap=True)
        self.under = label("", "small", "secondary", wrap=True)
        self.tree = make_tree(title)
        parts = column(
            holding(column(self.title, 2, self.under, margins=(16, 12, 16, 8))),
            holding(column(self.tree, margins=(8, 0, 12, 12))),
        )
        parts.setStretch(1, 1)
        self.setLayout(parts)

    def show_trees(self, trees: Sequence[tuple[str, Node]], under: str = "") -> None:
        """Show distributions, each under the words of its case."""
        self.under.setText(under)
        self.tree.clear()
        for words, tree in trees:
            root = self._item(reasons(tree, tree.id, WHOLE))
            root.setText(_LABEL, words)
            self.tree.addTopLevelItem(root)
        self.tree.expandToDepth(3)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)

    def lines(self) -> list[str]:
        """The tree as text, one line per number."""
        found: list[str] = []

        def walk(item: QTreeWidgetItem | None) -> None:
            if item is not None:
                found.append(f"{item.text(_LABEL)}\t{item.text(_AMOUNT)}".rstrip())
                for at in range(item.childCount()):
                    walk(item.child(at))

        for at in range(self.tree.topLevelItemCount()):
            walk(self.tree.topLevelItem(at))
        return found

    def _item(self, reason: Reason) -> QTreeWidgetItem:
        amount = "" if reason.minor is None else show_minor(reason.minor, WHOLE)
        item = QTreeWidgetItem([showing.words(reason.label), reason.clause, amount])
        item.setTextAlignment(_AMOUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        role = "strong" if reason.is_strong else "body"
        for place in (_LABEL, _AMOUNT):
            item.setFont(place, theme.font(role))
        item.setFont(_CLAUSE, theme.font("micro"))
        for place in (_LABEL, _CLAUSE):
            item.setToolTip(place, item.text(place))
        tone = "text_secondary" if reason.minor is None else "text_primary"
        item.setForeground(_LABEL, theme.colour(tone))
        item.setForeground(_CLAUSE, theme.colour("text_tertiary"))
        item.addChildren([self._item(each) for each in reason.reasons])
        return item
