"""What if: the receipts of a case, a licence, or one receipt under two policies, side by side."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.desktop.choices import Choice
from techmgr.desktop.pages import Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import column, label, line, row
from techmgr.office.screens.bench import bench_of
from techmgr.royalty.comparing import Difference
from techmgr.royalty.policies import shipped
from techmgr.royalty.policy import Counts, Policy
from techmgr.royalty.queries_policies import versions
from techmgr.royalty.queries_whatif import Subject, subject_of, what_if
from techmgr.royalty.reading import parse_policy
from techmgr.royalty.screens.difference_table import DifferenceTable
from techmgr.storage.office import Office

Offered = dict[str, tuple[str, Policy]]


class WhatIfPage(Page):
    """`place.reference` is the case, agreement or receipt; nothing is ever booked here."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self._offered: Offered = {}
        self.heading = label("", "title")
        self.lead = label("", "small", "secondary", wrap=True)
        self.one = Choice([], name="one", title=self.tr("This policy"))
        self.other = Choice([], name="other", title=self.tr("The other"))
        self.table = DifferenceTable()
        self.said = label("", "body", "secondary", wrap=True)
        for choice in (self.one, self.other):
            choice.changed.connect(self._ask)
        choices = row(self.one, self.other, gap=14, margins=(16, 8, 16, 4))
        parts = column(
            row(self.heading, None, margins=(16, 10, 16, 0)),
            row(self.lead, margins=(16, 2, 16, 4)),
            choices,
            row(self.said, margins=(16, 0, 16, 8)),
            line(),
            self.table,
        )
        parts.setStretch(5, 1)
        self.setLayout(parts)

    def open(self, place: Place) -> None:
        super().open(place)
        self.heading.setText(self.tr("What if under another policy"))
        assert place.reference is not None, "what if is asked about something"
        self.bench.read(_begun, place.reference, owner=self, then=self._begin, key="begin")
        self.one.setFocus()

    def _begin(self, found: tuple[Subject, Offered]) -> None:
        subject, self._offered = found
        total = Money(sum(each.minor for each in subject.receipts), subject.currency)
        text = self.tr("{title}: {count} receipts, {total} {currency}, expenses {expenses}")
        self.lead.setText(
            text.format(
                title=subject.title, count=len(subject.receipts), total=showing.money(total),
                currency=subject.currency,
                expenses=showing.money(Money(subject.expenses, subject.currency)),
            )
        )  # fmt: skip
        words = [(key, title) for key, (title, _) in self._offered.items()]
        for choice, place in ((self.one, 0), (self.other, 1)):
            choice.offer(words)
            if choice.raw() is None and len(words) > place:
                choice.set_raw(words[place][0])
        self._ask()

    def _ask(self) -> None:
        one, other = (self._offered.get(each.raw() or "") for each in (self.one, self.other))
        if one is None or other is None or self.place.reference is None:
            return
        self.jobs.read(
            self.bench.office.read, what_if, self.place.reference, one[1], other[1],
            owner=self, then=self._answer, failed=self._refused, key="what_if",
        )  # fmt: skip

    def _answer(self, found: tuple[Subject, Sequence[Difference]]) -> None:
        _, differences = found
        policy = self._offered[self.one.raw()][1]
        self.table.show_differences(differences, policy)
        self.said.setText(showing.words(_verdict(differences, policy)))

    def _refused(self, error: UserError) -> None:
        self.table.show_rows([])
        self.said.setText(showing.words(error))

    def title(self) -> str:
        return self.tr("What if")

    def keys(self) -> list[Key]:
        return [Key("Ctrl C", self.tr("copy rows"))]


def _begun(session: Session, reference: Reference) -> tuple[Subject, Offered]:
    """Return what is asked about and the policies in its currency: the office's own first."""
    subject = subject_of(session, reference)
    offered: Offered = {
        f"own:{each.id}": (f"{each.title}, {showing.day(each.valid_from)}", parse_policy(each.text))
        for each in versions(session)
    }
    offered |= {f"shipped:{number}": (each.title, each) for number, each in enumerate(shipped())}
    fitting = {
        key: (title, policy)
        for key, (title, policy) in offered.items()
        if policy.currency == subject.currency and policy.counts is Counts.MONEY
    }
    return subject, fitting


def _verdict(found: Sequence[Difference], policy: Policy) -> Text:
    """Say in one sentence who has most to gain."""
    most = max(found, key=lambda each: each.more, default=None)
    if most is None or not most.more:
        return say("Both policies give everybody the same.")
    amount = showing.money(Money(most.more, policy.currency))
    return say("The other gives {party} {amount} more.", party=most.label, amount=amount)
