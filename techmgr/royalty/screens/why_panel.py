"""Why an amount of a run is what it is: the tree with its arithmetic, the chart, and the proof."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from techmgr.core.formats import show_minor
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button, IconButton, IconLabel, card, column, holding, label, row
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.queries_run import Line
from techmgr.royalty.screens.chart import WaterfallChart
from techmgr.royalty.stations import stations
from techmgr.royalty.why import Reason, reasons

WIDTH = 568
_LABEL, _CLAUSE, _AMOUNT = range(3)


class WhyPanel(QWidget):
    """Follows the line with the keyboard; closed by Esc."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "lead")
        self._under = label("", "small", "tertiary")
        self.tree = make_tree(self.tr("Why"))
        self.chart = WaterfallChart()
        self._currency = label("", "micro", "tertiary")
        self.proof = label("", "strong", wrap=True)
        self._policy = label("", "small", "secondary", wrap=True)
        self._shown: tuple[Line, Node, str] | None = None
        self._currency_code = ""
        self._arrange()
        theme.changed.connect(self._again)

    def _arrange(self) -> None:
        head = row(
            IconLabel("circle-help", "accent_text"), self._title, self._under, None,
            Button(self.tr("Copy"), self.copy, kind="quiet", icon="copy", small=True),
            IconButton("x", self.tr("Close"), self.closed.emit),
            margins=(16, 10, 8, 8),
        )  # fmt: skip
        caption = row(label(self.tr("From receipt to payees"), "strong"), None, self._currency)
        below = holding(column(caption, 6, self.chart, margins=(16, 10, 16, 10)))
        proof = card("ok")
        proof.setLayout(column(self.proof, 3, self._policy, margins=(12, 9, 12, 9)))
        foot = holding(column(proof, margins=(16, 0, 16, 14)))
        tree = holding(column(self.tree, margins=(8, 0, 12, 0)))
        parts = column(head, tree, below, foot)
        parts.setStretch(1, 1)
        self.setLayout(parts)

    def show_line(self, line: Line, tree: Node, policy: str) -> None:
        """Show why a line of a run is what it is."""
        self._shown = (line, tree, policy)
        currency = line.amount.currency
        self._title.setText(self.tr("Why {amount}").format(amount=showing.money(line.amount)))
        self._under.setText(showing.words(line.label))
        self._currency.setText(currency)
        self._currency_code = currency
        self.tree.clear()
        root = self._item(reasons(tree, line.node, currency))
        self.tree.addTopLevelItem(root)
        self.tree.expandToDepth(2)
        self.tree.setCurrentItem(root)
        self.chart.show_stations(stations([tree], currency), self._party(tree, line.node))
        self.proof.setText(_proof(tree, currency))
        text = self.tr("Policy “{policy}”. The same cents whenever it is run again.")
        self._policy.setText(text.format(policy=policy))

    def _again(self) -> None:
        if self._shown is not None:
            self.show_line(*self._shown)

    def _party(self, tree: Node, node_id: str) -> str:
        """The party an amount belongs to, as the chart calls it."""
        node = tree.find(node_id)
        party = tree.find(node.base) if node.kind.is_payee else node
        return showing.words(party.label)

    def _item(self, reason: Reason) -> QTreeWidgetItem:
        amount = "" if reason.minor is None else show_minor(reason.minor, self._currency_code)
        item = QTreeWidgetItem([showing.words(reason.label), reason.clause, amount])
        item.setTextAlignment(_AMOUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFont(_LABEL, theme.font("strong" if reason.is_strong else "body"))
        item.setFont(_AMOUNT, theme.font("strong" if reason.is_strong else "body"))
        item.setFont(_CLAUSE, theme.font("micro"))
        for column_ in (_LABEL, _CLAUSE):
            item.setToolTip(column_, item.text(column_))
        tone = "text_secondary" if reason.minor is None else "text_primary"
        item.setForeground(_LABEL, theme.colour(tone))
        item.setForeground(_CLAUSE, theme.colour("text_tertiary"))
        item.addChildren([self._item(each) for each in reason.reasons])
        return item

    def lines(self) -> list[str]:
        """The why as text: indented, with clause and amount."""
        found: list[str] = []

        def walk(item: QTreeWidgetItem | None, depth: int) -> None:
            if item is None:
                return
            words = [item.text(place) for place in (_LABEL, _CLAUSE, _AMOUNT)]
            found.append("  " * depth + "\t".join(words).rstrip())
            for place in range(item.childCount()):
                walk(item.child(place), depth + 1)

        for place in range(self.tree.topLevelItemCount()):
            walk(self.tree.topLevelItem(place), 0)
        return found

    def copy(self) -> None:
        """Copy the why as text."""
        QGuiApplication.clipboard().setText("\n".join(self.lines()) + "\n")


def make_tree(name: str) -> QTreeWidget:
    """A tree of amounts: what it is, a clause or share, the amount."""
    tree = QTreeWidget()
    tree.setColumnCount(3)
    tree.setHeaderHidden(True)
    tree.setAccessibleName(name)
    tree.setFrameShape(QTreeWidget.Shape.NoFrame)
    tree.setUniformRowHeights(True)
    tree.setIndentation(16)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(_LABEL, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(_CLAUSE, QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(_AMOUNT, QHeaderView.ResizeMode.Fixed)
    header.resizeSection(_CLAUSE, 130)
    header.resizeSection(_AMOUNT, 110)
    return tree


def _proof(tree: Node, currency: str) -> str:
    """Return the sum that proves an event: every party's part makes the net."""
    shared = [node for node in tree.children if node.kind is Kind.SHARED]
    if not shared:
        return ""
    parts = [show_minor(party.minor, currency) for party in shared[0].children if party.minor]
    return f"{' + '.join(parts)} = {show_minor(tree.find('net').minor, currency)}"
