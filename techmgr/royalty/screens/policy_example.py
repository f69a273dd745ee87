"""A worked example beside a policy: amounts typed, the tree they make, and the same under another."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QTreeWidgetItem, QWidget

from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import Text, close_per_cent, say
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.forms import Form
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import column, holding, label, line
from techmgr.royalty.comparing import of_results
from techmgr.royalty.event import Result
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.explaining import arithmetic, asked, parse_choice
from techmgr.royalty.policy import Counts, Policy
from techmgr.royalty.screens.difference_table import DifferenceTable
from techmgr.royalty.screens.why_panel import make_tree
from techmgr.royalty.work import show_amount

WIDTH = 460
_WAIT = 40
_LABEL, _SHARE, _AMOUNT = range(3)
_REASONED = (Kind.PART, Kind.TAKEN, Kind.SLICE, Kind.SHARED)


class PolicyExample(QWidget):
    """Works an amount through the policy that is being edited, again after each change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.policy: Policy | None = None
        self.result: Result | None = None
        self._others: Mapping[str, Policy] = {}
        self.form = Form()
        self.form.narrow()
        self.form.leave_f8()
        self._fields()
        self.form.changed.connect(self._again)
        self._soon: QTimer = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self.work_out)
        self.tree = make_tree(self.tr("Worked example"))
        self.tree.header().resizeSection(_SHARE, 68)
        self.tree.header().resizeSection(_AMOUNT, 96)
        self.differences = DifferenceTable()
        self.refusal = label("", "body", "danger", wrap=True)
        self._results = QStackedWidget()
        said = holding(column(self.refusal, None, margins=(16, 10, 16, 10)))
        tree = holding(column(self.tree, margins=(6, 4, 10, 4)))
        for each in (tree, self.differences, said):
            self._results.addWidget(each)
        title = holding(column(label(self.tr("Worked example"), "lead"), margins=(16, 10, 16, 0)))
        parts = column(title, self.form, line(), self._results)
        parts.setStretch(3, 1)
        self.form.setFixedHeight(262)
        self.setLayout(parts)
        theme.changed.connect(self.work_out)

    def _again(self) -> None:
        self._soon.start()

    def _fields(self) -> None:
        form = self.form
        form.add(
            TextField(name="gross", title=self.tr("Gross")),
            TextField(name="expenses", title=self.tr("Expenses")),
        )
        form.add(
            TextField(name="prior", title=self.tr("Net before this")),
            DateField(name="on", title=self.tr("Received on")),
        )
        form.add(TextField(name="choose", title=self.tr("Shares chosen, such as creators=30%")))
        none = [("", self.tr("No other policy"))]
        form.add(Choice(none, name="against", title=self.tr("Compare with")))
        form.set_values({"gross": "500,000", "expenses": "25,000", "against": ""})

    def offer(self, others: Mapping[str, tuple[str, Policy]]) -> None:
        """Say which policies can be compared with, by a key of theirs: what they are called."""
        self._others = {key: policy for key, (_, policy) in others.items()}
        against = self.form.fields["against"]
        assert isinstance(against, Choice)
        words = [(key, title) for key, (title, _) in others.items()]
        against.offer([("", self.tr("No other policy")), *words])

    def show_policy(self, policy: Policy | None) -> None:
        """Work the example through a policy; None while it is not sound."""
        self.policy = policy
        self.work_out()

    def work_out(self) -> None:
        """Compute again and show the tree, the comparison, or why it cannot be."""
        self.form.clear_problems()
        if self.policy is None:
            self._refuse(say("The policy is not sound yet: see what is marked."))
            return
        try:
            self.result = self._asked(self.policy)
            other = self._others.get(self.form.fields["against"].raw() or "")
            if other is not None:
                found = of_results(self.result, self._asked(other))
                self.differences.show_differences(found, self.policy)
                self._results.setCurrentIndex(1)
                return
        except UserError as error:
            self._problem(error)
            return
        self._show_tree(self.result)
        self._results.setCurrentIndex(0)

    def _asked(self, policy: Policy) -> Result:
        values = self.form.values()
        known = {party.id for party in policy.parties}
        typed = [parse_choice(each) for each in _split(values["choose"])]
        chosen: dict[str, Fraction] = {name: share for name, share in typed if name in known}
        whole = policy.counts is Counts.SHARES
        return asked(
            policy,
            values["on"] or showing.today,
            gross=values["gross"] or "0",
            expenses="" if whole else values["expenses"],
            prior="" if whole else values["prior"],
            chosen=chosen,
        )

    def _problem(self, error: UserError) -> None:
        problems = error.problems if isinstance(error, Problems) else [error]
        self._refuse(*(each.text for each in problems))
        for each in problems:
            if each.field in self.form.fields:
                self.form.fields[each.field].show_problem(each)

    def _refuse(self, *texts: Text) -> None:
        self.result = None
        self.refusal.setText("\n".join(showing.words(text) for text in texts))
        self._results.setCurrentIndex(2)

    def _show_tree(self, result: Result) -> None:
        self.tree.clear()
        for node in result.tree.children:
            self.tree.addTopLevelItem(self._item(result, node))
        for owed in result.carried:
            text = say("Carried forward: {what}", what=Text(owed.label or owed.what))
            self.tree.addTopLevelItem(self._line(result, text, "", owed.minor))
        self.tree.expandToDepth(1)
        self._span(self.tree.invisibleRootItem())

    def _span(self, item: QTreeWidgetItem) -> None:
        """Let sentences run over all columns."""
        for at in range(item.childCount()):
            child = item.child(at)
            assert child is not None, "counted"
            child.setFirstColumnSpanned(not child.text(_AMOUNT))
            self._span(child)

    def _item(self, result: Result, node: Node) -> QTreeWidgetItem:
        item = self._line(result, node.label, node.written, node.minor)
        if node.kind in (Kind.NET, Kind.SHARED, Kind.RECEIVED):
            item.setFont(_LABEL, theme.font("strong"))
            item.setFont(_AMOUNT, theme.font("strong"))
        why = [text for text in (arithmetic(result, node), node.note) if text]
        item.setToolTip(_LABEL, "\n".join([node.clause, *map(showing.words, why)]).strip())
        item.addChildren([self._item(result, child) for child in node.children])
        item.addChildren([self._said(text) for text in why if node.kind in _REASONED])
        return item

    def _line(self, result: Result, text: Text, share: str, minor: int) -> QTreeWidgetItem:
        amount = show_amount(result.policy, result.event, minor)
        shown = close_per_cent(share, showing.language)
        item = QTreeWidgetItem([showing.words(text), shown, amount])
        for place in (_SHARE, _AMOUNT):
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            item.setTextAlignment(place, flags)
        item.setForeground(_SHARE, theme.colour("text_secondary"))
        return item

    def _said(self, text: Text) -> QTreeWidgetItem:
        item = QTreeWidgetItem([showing.words(text), "", ""])
        item.setForeground(_LABEL, theme.colour("text_secondary"))
        item.setToolTip(_LABEL, item.text(_LABEL))
        return item


def _split(text: str) -> Sequence[str]:
    return [each for each in text.replace("，", ",").split(",") if each.strip()]
