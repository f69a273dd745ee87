"""Two policies side by side: each party's amount under either, and the difference."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from techmgr.core.money import Money
from techmgr.core.texts import Text
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.royalty.comparing import Difference, summed
from techmgr.royalty.policy import Counts, Policy

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Row:
    key: int
    label: Text
    one: Money
    other: Money
    more: Money
    is_total: bool


class DifferenceTable(RecordTable):
    """A row for each party of either policy, and the sum below."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(
                    "label", translate("Policy", "Party"), stretch=True, sortable=False,
                    value=lambda each: showing.words(each.label), strong=lambda each: each.is_total,
                ),
                _amount("one", translate("Policy", "This policy")),
                _amount("other", translate("Policy", "The other")),
                _amount("more", translate("Policy", "Difference")),
            ],
            name=translate("Policy", "Difference for each party"),
            identity=lambda each: each.key,
        )  # fmt: skip

    def show_differences(self, found: Sequence[Difference], policy: Policy) -> None:
        """Show each party and the sum, in the policy's currency or as whole shares."""
        currency = "JPY" if policy.counts is Counts.SHARES else policy.currency
        lines = [*found, summed(found)]
        self.show_rows(
            [
                _Row(
                    number, each.label, Money(each.one, currency), Money(each.other, currency),
                    Money(each.more, currency), number == len(found),
                )
                for number, each in enumerate(lines)
            ]
        )  # fmt: skip


def _amount(key: str, title: str) -> Column:
    return Column(
        key, title, Kind.MONEY, width=104, computed=True, sortable=False,
        strong=lambda each: each.is_total,
        tone=lambda each: "danger_text" if key == "more" and each.more.minor < 0 else "",
    )  # fmt: skip
