"""What can be done with a case: each opens its form in the side panel, or goes to its page."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from techmgr.agreements.queries import AgreementRow
from techmgr.agreements.screens.drafting import draft_agreement_sheet, sign_agreement_sheet
from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.head import CaseHead
from techmgr.casefile.screens.tabs_notes import DocumentsTab
from techmgr.core.references import Reference
from techmgr.desktop.pages import Command, Place
from techmgr.disclosure.actions_review import AcceptDisclosure, accept_disclosure
from techmgr.disclosure.queries import DisclosureRow
from techmgr.disclosure.states import DisclosureState
from techmgr.ledger.screens.booking_sheets import expense_sheet
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import SheetPage
from techmgr.patents.screens.filing import file_right_sheet
from techmgr.royalty.screens.receipt_form import ReceiptForm
from techmgr.storage.past import Recorded
from techmgr.technology.queries import OfferRow
from techmgr.technology.screens.case_sheets import (
    close_case_sheet,
    edit_case_sheet,
    hand_over_sheet,
)
from techmgr.technology.screens.note_sheets import note_sheet, task_sheet
from techmgr.technology.screens.owner_sheets import (
    answer_title_sheet,
    co_owners_sheet,
    offer_title_sheet,
)
from techmgr.technology.screens.step_sheets import decide_sheet, step_sheet


class CaseActions(SheetPage):
    """Nothing is done before the case has been read."""

    bench: Bench
    case: CaseFile | None = None
    head: CaseHead
    documents: DocumentsTab

    @property
    def reference(self) -> Reference:
        """The case that is shown."""
        assert self.place.reference is not None, "a case page is of a case"
        return self.place.reference

    past: Recorded | None = None  # what is of the past is only looked at

    def open_step(self, place: int) -> None:
        """Open the form of a step, counted from 0."""
        if self.case is not None and self.past is None:
            self.show_sheet(step_sheet(self.bench, self.case.head, self.case.steps[place]))

    def _with_head(self, make: Any) -> None:
        if self.case is not None:
            self.show_sheet(make(self.bench, self.case.head))

    def edit(self) -> None:
        """Edit the case's record."""
        self._with_head(edit_case_sheet)

    def add_note(self) -> None:
        """Write a note."""
        self.show_sheet(note_sheet(self.bench, self.reference))

    def add_task(self) -> None:
        """Write down something to do."""
        self.show_sheet(task_sheet(self.bench, self.reference))

    def decide(self, kind: str) -> None:
        """Record a decision of a kind."""
        self._with_head(lambda bench, head: decide_sheet(bench, head, kind))

    def set_owners(self) -> None:
        """Set the owners' shares."""
        if self.case is not None:
            self.show_sheet(co_owners_sheet(self.bench, self.case.head, self.case.owners))

    def offer_title(self) -> None:
        """Record that title was offered."""
        self._with_head(offer_title_sheet)

    def answer_title(self, offer: OfferRow) -> None:
        """Record the answer to an offer of title."""
        if self.case is not None and not offer.answer:
            self.show_sheet(answer_title_sheet(self.bench, self.case.head, offer))

    def record_filing(self) -> None:
        """Record a filing."""
        if self.case is not None:
            head = self.case.head
            self.show_sheet(file_right_sheet(self.bench, head.id, head.title))

    def open_costs(self) -> None:
        """Show the patent costs of all cases."""
        self.window_.go(Place("costs"))

    def record_expense(self, subject: str = "") -> None:
        """Record an expense, perhaps for one of the rights."""
        if self.case is None:
            return
        rights = [
            (f"patent:{each.id}", f"{each.country} {each.grant_number or each.application_number}")
            for each in self.case.rights
        ]
        sheet = expense_sheet(self.bench, self.reference.id, rights)
        if isinstance(subject, str) and subject:
            sheet.form.set_values({"subject": subject})
        self.show_sheet(sheet)

    def record_receipt(self) -> None:
        """Record a receipt."""
        if self.case is not None:
            self._receipt = ReceiptForm(self.bench, (self.case.head.id, self.case.head.number))
            self.show_sheet(self._receipt.sheet)

    def draft_agreement(self) -> None:
        """Draft an agreement on the case."""
        if self.case is not None:
            head = self.case.head
            sheet = draft_agreement_sheet(self.bench, (head.id, head.number), head.title)
            self.show_sheet(sheet)

    def open_agreement(self, row: AgreementRow) -> None:
        """Sign a draft; anything else is shown on the agreement's own page."""
        if row.state == "draft":
            self.show_sheet(sign_agreement_sheet(self.bench, row))
        else:
            self.window_.go(Place("agreement", Reference("agreement", row.id)))

    def add_disclosure(self) -> None:
        """One more disclosure of this case."""
        self.window_.go(Place("disclosure", extra={"case": self.reference.id}))

    def open_disclosure(self) -> None:
        """The newest disclosure that waits for an answer, else the newest."""
        if self.case is not None and self.case.disclosures:
            newest = self.waiting() or self.case.disclosures[-1]
            self.window_.go(Place("disclosure", extra={"disclosure": newest.id}))

    def accept_disclosure(self) -> None:
        """Accept the disclosure that waits for an answer."""
        waiting = self.waiting()
        if waiting is not None:
            said = self.tr("Disclosure {label} accepted").format(label=waiting.label)
            request = AcceptDisclosure(waiting.id, None)
            self.bench.act(accept_disclosure, request, owner=self, said=said)

    def waiting(self) -> DisclosureRow | None:
        """The newest disclosure that waits for an answer."""
        rows = self.case.disclosures if self.case is not None else ()
        waiting = [row for row in rows if row.state is DisclosureState.RECEIVED]
        return waiting[-1] if waiting else None

    def show_actions(self) -> None:
        """Open the menu of everything that can be done."""
        menu = QMenu(self)
        for command in self.actions_of_case():
            shown = f"{command.text}\t{command.key}" if command.key else command.text
            menu.addAction(shown, command.run)
        button = self.head.actions_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def actions_of_case(self) -> list[Command]:
        """Everything that can be done, in the order of a case's life."""
        is_open = self.case is None or self.case.head.closed_on is None
        close = self.tr("Close the case…") if is_open else self.tr("Reopen the case…")
        return [
            *self._of_disclosure(),
            Command("edit", self.tr("Edit the case…"), self.edit, "E", "pencil"),
            Command("note", self.tr("Add note…"), self.add_note, "N", "notebook-pen"),
            Command("task", self.tr("Add task…"), self.add_task, "T", "list-checks"),
            Command("file", self.tr("Add file…"), self.documents.choose, "", "paperclip"),
            Command(
                "assess", self.tr("Decide: assessment…"), partial(self.decide, "assessment"), "",
                "scale",
            ),
            Command(
                "decide_filing", self.tr("Decide: file or not…"), partial(self.decide, "filing"),
                "", "gavel",
            ),
            Command("filing", self.tr("Record a filing…"), self.record_filing, "R", "award"),
            Command("expense", self.tr("Record an expense…"), self.record_expense, "", "receipt"),
            Command(
                "agreement", self.tr("Draft an agreement…"), self.draft_agreement, "", "handshake"
            ),
            Command("receipt", self.tr("Record a receipt…"), self.record_receipt, "", "banknote"),
            Command(
                "hand_over", self.tr("Hand over…"), partial(self._with_head, hand_over_sheet), "W",
                "arrow-right-left",
            ),
            Command("owners", self.tr("Set owners…"), self.set_owners, "", "split"),
            Command("offer", self.tr("Offer title…"), self.offer_title, "", "landmark"),
            Command(
                "close_case", close, partial(self._with_head, close_case_sheet), "", "archive"
            ),
        ]  # fmt: skip

    def _of_disclosure(self) -> list[Command]:
        accept = Command(
            "accept_disclosure", self.tr("Accept the disclosure"), self.accept_disclosure, "A",
            "circle-check",
        )  # fmt: skip
        show = Command(
            "open_disclosure", self.tr("Open the disclosure"), self.open_disclosure, "O", "file-pen"
        )
        accepting = [accept] if self.waiting() is not None else []
        return [*accepting, show] if self.case is not None and self.case.disclosures else []
