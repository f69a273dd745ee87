"""The life of one case of the sample, as far as its stage goes: every amount and day is invented."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from techmgr.agreements.actions import (
    AgreementFields,
    DraftAgreement,
    SignAgreement,
    TermFields,
    draft_agreement,
    sign_agreement,
)
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.disclosure.actions import ReceiveDisclosure, receive_disclosure
from techmgr.disclosure.actions_review import (
    AcceptDisclosure,
    SendBack,
    accept_disclosure,
    send_back,
)
from techmgr.disclosure.actions_shares import SignShares, sign_shares
from techmgr.disclosure.entries import DisclosureFields, InventorEntry, PublicationEntry
from techmgr.disclosure.queries import share_plans_of
from techmgr.ledger.actions import RecordExpense, record_expense, record_receipt
from techmgr.ledger.receiving import RecordReceipt
from techmgr.patents.actions import FileRight, GrantRight, RightFields, file_right, grant_right
from techmgr.sample.names import DEPARTMENT_OF, FIELD_OF, OFFICERS
from techmgr.sample.story import Case, Story
from techmgr.sample.technologies import Technology
from techmgr.technology.actions import CaseFields, CloseCase, EditCase, close_case, edit_case
from techmgr.technology.actions_notes import AddNote, AddTask, add_note, add_task
from techmgr.technology.actions_steps import Decide, decide
from techmgr.technology.queries import case_head

WHOLE = Fraction(1)
_SHARES = {
    1: (WHOLE,),
    2: (Fraction(3, 5), Fraction(2, 5)),
    3: (Fraction(2, 5), Fraction(7, 20), Fraction(1, 4)),
}


class Life:
    """One case. Each method lets one thing happen on a day and returns that day."""

    def __init__(self, story: Story, technology: Technology, number: int) -> None:
        self.story = story
        self.technology = technology
        self.case = Case()
        self.manager = number % len(OFFICERS)
        self.department = DEPARTMENT_OF[technology.category]
        self.inventors = story.cast.of(self.department, story.chance, 1 + number % 3)
        self.is_funded = number % 5 < 2
        self.is_published = number % 4 == 0

    def _on(self, day: date, tell: Callable[[], object]) -> date:
        self.story.on(day, tell, OFFICERS[self.manager])
        return day

    def receive(self, day: date) -> date:
        """A disclosure comes in and opens the case."""
        department = self.story.cast.departments[self.department]
        shares = _SHARES[len(self.inventors)]
        assigned = day - timedelta(days=200)
        fields = DisclosureFields(
            title=self.technology.title,
            summary=self.technology.abstract,
            received=day,
            submitted_by_id=self.inventors[0],
            inventors=tuple(
                InventorEntry(person, share, department, "employee", "signed", assigned)
                for person, share in zip(self.inventors, shares, strict=True)
            ),
            awards=(self.story.awards[self.manager % len(self.story.awards)],)
            if self.is_funded
            else (),
            publications=self._publications(day),
        )
        request = ReceiveDisclosure(
            fields,
            self.story.cast.officers[self.manager],
            department,
            field=FIELD_OF[self.technology.category],
        )

        def tell() -> None:
            received = self.story.office.act(receive_disclosure, request).result
            self.case.id, self.case.number = received.case_id, received.number
            self.case.disclosure = received.disclosure_id
            self._describe(day, department)

        return self._on(day, tell)

    def _publications(self, day: date) -> tuple[PublicationEntry, ...]:
        if not self.is_published:
            return ()
        planned = day + timedelta(days=70)
        return (
            PublicationEntry(
                "talk", "Talk at a conference, abstract online", planned, is_planned=True
            ),
        )

    def _describe(self, day: date, department: int) -> None:
        head = self.story.office.read(case_head, self.case.id)
        fields = CaseFields(
            self.technology.title,
            self.technology.abstract,
            field=FIELD_OF[self.technology.category],
            trl=3 + self.story.chance.randint(0, 4),
            status=head.status,
            received=day,
            department_id=department,
            foreign_number=self.technology.number,
        )
        self.story.office.act(edit_case, EditCase(self.case.id, None, fields))

    def accept(self, day: date) -> date:
        """The disclosure is complete and its shares are signed."""

        def tell() -> None:
            self.story.office.act(
                accept_disclosure, AcceptDisclosure(self.case.disclosure, None, day)
            )
            plan = self.story.office.read(share_plans_of, self.case.id)[0]
            self.story.office.act(sign_shares, SignShares(plan.id, day))

        return self._on(day, tell)

    def send_back(self, day: date) -> date:
        """Something is missing."""
        reason = "Who paid for the material from outside? Name the award, then send it again."
        return self._on(
            day,
            lambda: self.story.office.act(
                send_back, SendBack(self.case.disclosure, None, reason, day)
            ),
        )

    def decide(self, day: date, kind: str, outcome: str, reasons: str) -> date:
        """The office decides, with reasons and what it looked at."""
        evidence = "Search report, two calls with companies, the inventors' answers"

        def tell() -> None:
            request = Decide(self.case.id, kind, outcome, reasons, evidence, day)
            self.story.office.act(decide, request)

        return self._on(day, tell)

    def close(self, day: date) -> date:
        """The invention goes back to its inventors."""
        reason = "No company asked for a licence; the inventors want to publish."
        return self._on(
            day,
            lambda: self.story.office.act(
                close_case, CloseCase(self.case.id, None, reason, "released")
            ),
        )

    def file(self, day: date, kind: str, number: str, cost: int) -> date:
        """A filing is made and paid for."""

        def tell() -> None:
            cast = self.story.cast
            fields = RightFields(
                kind,
                "US",
                self.technology.title,
                ((self.case.id, WHOLE),),
                day,
                number,
                parent_id=self.case.right or None,
                counsel_id=cast.counsel[self.manager % 2],
                counsel_reference=f"HU-{self.case.number}",
                entity_size="small",
            )
            self.case.right = self.story.office.act(file_right, FileRight(fields)).result
            self._spend(day, "filing", cost)

        return self._on(day, tell)

    def grant(self, day: date, number: str) -> date:
        """The right is granted; the issue fee is paid."""

        def tell() -> None:
            request = GrantRight(self.case.right, None, day, number)
            self.story.office.act(grant_right, request)
            self._spend(day, "issue", 120_000 + 5_000 * self.story.chance.randint(0, 20))

        return self._on(day, tell)

    def spend(self, day: date, kind: str, cost: int) -> date:
        """Counsel sends a bill."""
        return self._on(day, lambda: self._spend(day, kind, cost))

    def _spend(self, day: date, kind: str, cost: int) -> None:
        cast = self.story.cast
        subject = (
            Reference("patent", self.case.right)
            if self.case.right
            else Reference("technology", self.case.id)
        )
        request = RecordExpense(
            day,
            Money(cost, "USD"),
            self.case.id,
            subject,
            kind,
            "USD",
            cast.counsel[self.manager % 2],
            f"{day:%y%m}-{self.case.id:04}",
        )
        self.story.office.act(record_expense, request)

    def note(self, day: date, kind: str, text: str) -> date:
        """Somebody writes down what was said."""

        def tell() -> None:
            subject = Reference("technology", self.case.id)
            self.story.office.act(add_note, AddNote(subject, text, kind, day))

        return self._on(day, tell)

    def task(self, day: date, title: str, due: date, step: int) -> date:
        """Somebody has something to do."""

        def tell() -> None:
            person = self.story.cast.officers[self.manager]
            request = AddTask(Reference("technology", self.case.id), title, due, person, step)
            self.story.office.act(add_task, request)

        return self._on(day, tell)

    def agree(self, day: date, kind: str, company: int, *, exclusive: bool = False) -> date:
        """An agreement is drafted and signed."""

        def tell() -> None:
            self.case.company = company
            fields = AgreementFields(
                kind,
                f"{_TITLES[kind]}: {self.technology.title}",
                (company,),
                ((self.case.id, WHOLE),),
                exclusivity="exclusive" if exclusive else "non_exclusive",
                field="All fields of use" if exclusive else "Commercial use",
                territory="World",
                effective=day,
                manager_id=self.story.cast.officers[self.manager],
                terms=_terms(day) if kind == "licence" else (),
            )
            drafted = self.story.office.act(draft_agreement, DraftAgreement(fields)).result
            self.story.office.act(sign_agreement, SignAgreement(drafted.id, None, day))
            self.case.agreement = drafted.id

        return self._on(day, tell)

    def earn(self, day: date, income: str, minor: int) -> date:
        """The licensee pays."""

        def tell() -> None:
            request = RecordReceipt(
                day,
                Money(minor, "USD"),
                income,
                "USD",
                ((self.case.id, WHOLE),),
                self.case.company,
                Reference("agreement", self.case.agreement),
                memo="Invented for the sample",
            )
            self.story.office.act(record_receipt, request)

        return self._on(day, tell)


_TITLES = {
    "licence": "Licence",
    "option": "Option",
    "confidentiality": "Confidentiality agreement",
}


def _terms(day: date) -> tuple[TermFields, ...]:
    return (
        TermFields(
            "issue_fee",
            "4.1",
            Money(2_500_000, "USD"),
            text="Within 30 days",
            due=day + timedelta(30),
        ),
        TermFields(
            "royalty",
            "4.2",
            rate=Fraction(4, 100),
            text="Of net sales",
            periodic="quarterly",
            days_after=45,
        ),
        TermFields(
            "minimum",
            "4.3",
            Money(1_000_000, "USD"),
            text="Creditable",
            periodic="yearly",
            days_after=30,
        ),
        TermFields(
            "report", "5.1", text="Zero reports are due too", periodic="quarterly", days_after=45
        ),
    )
