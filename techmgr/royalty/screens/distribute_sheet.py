"""The form of a distribution of whole shares: what every inventor elects, and at once who gets how many."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, label
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.royalty.actions_equity import DistributeShares, distribute_shares
from techmgr.royalty.elections import ELECTED_WORDS, Elected, Election
from techmgr.royalty.explaining import parse_choice
from techmgr.royalty.queries_equity import Asked as Holding
from techmgr.royalty.queries_equity import CasePart, proposal_of
from techmgr.royalty.screens.shares_tree import SharesTree

translate = QCoreApplication.translate
WIDTH = 560


class DistributeSheet(Sheet):
    """What is typed is computed again on Alt+P; nothing is written before it is distributed."""

    def __init__(self, bench: Bench, holding: Holding) -> None:
        self.holding = holding
        title = translate("DistributeSheet", "Distribute {shares} shares of {company}")
        super().__init__(
            bench,
            title=title.format(shares=f"{holding.shares:,}", company=holding.company),
            lead=translate(
                "DistributeSheet",
                "By the office's policy for shares. A disclaimed part goes where the policy says; "
                "an excluded founder's part is shared by the others.",
            ),
            save=translate("DistributeSheet", "Distribute"),
            said=translate("DistributeSheet", "Shares distributed"),
            ask=self._request,
        )
        self.tree = SharesTree(translate("DistributeSheet", "Proposed"))
        self.tree.setMinimumHeight(380)
        self.tree.tree.setColumnHidden(1, True)  # clauses stand on the page, there is no room here
        self._fill()

    def _fill(self) -> None:
        people = list(self.holding.inventors)
        options = [(kind, showing.words(words)) for kind, words in ELECTED_WORDS.items()]
        self.form.add(
            DateField(name="on_day", title=translate("DistributeSheet", "Day"), required=True),
            TextField(
                name="chosen",
                title=translate("DistributeSheet", "Chosen shares"),
                hint=translate("DistributeSheet", "Where the policy lets choose: contributors=70%"),
            ),
        )
        names = [(person, name) for person, name in people]
        self.form.add(
            RowsField(
                [
                    RowColumn("person_id", translate("DistributeSheet", "Inventor"), lambda: Choice(names), stretch=1),
                    RowColumn("elected", translate("DistributeSheet", "Elects"), lambda: Choice(options), stretch=2),
                    RowColumn("signed_on", translate("DistributeSheet", "Signed"), DateField, width=96),
                ],
                name="elections",
                title=translate("DistributeSheet", "What the inventors elected"),
                add=translate("DistributeSheet", "Add inventor"),
                add_key="Alt+A",
            )
        )  # fmt: skip
        self.form.add(TextField(name="memo", title=translate("DistributeSheet", "Remark")))
        again = Button(
            translate("DistributeSheet", "Compute"), self.compute, icon="split", key="Alt+P"
        )
        again.setShortcut("Alt+P")
        self.form.add_widget(again)
        self._refused_words = label("", "small", "danger", wrap=True)
        self.form.add_widget(self._refused_words)
        self.form.add_widget(self.tree)
        elections = [
            {"person_id": person, "elected": Elected.SHARES, "signed_on": None}
            for person, _ in people
        ]
        self.form.set_values({"on_day": self.bench.office.today, "elections": elections})

    def start(self) -> None:
        super().start()
        self.compute()

    def _request(self, values: dict[str, Any]) -> Asked:
        return distribute_shares, self._read(values)

    def _read(self, values: dict[str, Any]) -> DistributeShares:
        typed = values["chosen"].replace(";", ",").split(",")
        chosen = tuple(parse_choice(each) for each in typed if each.strip())
        elections = []
        for row in values["elections"]:
            if not row["person_id"] or not row["elected"]:
                raise UserError(say("Say what every inventor elects."), field="elections")
            elections.append(Election(row["person_id"], Elected(row["elected"]), row["signed_on"]))
        return DistributeShares(
            self.holding.holding_id, self.holding.book_version, values["on_day"],
            tuple(elections), chosen, values["memo"],
        )  # fmt: skip

    def compute(self) -> None:
        """Show who would get how many shares by what is typed; or why it cannot be."""
        self.form.clear_problems()
        try:
            asked = self._read(self.form.values())
        except UserError as error:
            self.form.show_problem(error)
            return
        self.bench.jobs.read(
            self.bench.office.read, proposal_of, asked.holding_id, asked.on_day, asked.elections,
            dict(asked.chosen), owner=self, then=self._show, failed=self._cannot, key="proposal",
        )  # fmt: skip

    def _show(self, parts: list[CasePart]) -> None:
        self._refused_words.setText("")
        text = translate("DistributeSheet", "Case {number}, {policy}")
        self.tree.show_trees(
            [(text.format(number=p.case_number, policy=p.policy), p.result.tree) for p in parts]
        )

    def _cannot(self, error: UserError) -> None:
        self.tree.show_trees([])
        self._refused_words.setText(showing.words(error))
