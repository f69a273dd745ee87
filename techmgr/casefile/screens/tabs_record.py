"""Tabs of what a case holds: disclosures and owners, patents, agreements."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.tab import Tab
from techmgr.core.references import Reference
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.pages import Place
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button
from techmgr.disclosure.queries import DisclosureRow
from techmgr.disclosure.states import NAMES as STATES
from techmgr.patents.queries import RightRow

if TYPE_CHECKING:
    from techmgr.casefile.screens.case_page import CasePage

translate = QCoreApplication.translate


class DisclosureTab(Tab):
    """Disclosures, inventors with their shares, owners, title, and what was imported."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        self._word = page.bench.lists.word
        self._disclosures = self._disclosures_table()
        self._disclosures.opened.connect(lambda row: self._open(page, row))
        inventors, owners = self._inventors_table(), self._owners_table()
        offers, imported = self._offers_table(), self._imported_table()
        offers.opened.connect(page.answer_title)
        self._sections = (
            self.section(
                self.tr("Disclosures"),
                self._disclosures,
                [Button(self.tr("Add a disclosure…"), page.add_disclosure, small=True)],
                self.tr("No disclosure: the case was imported, or began otherwise."),
            ),
            self.section(
                self.tr("Inventors"), inventors, empty=self.tr("No inventor is named yet.")
            ),
            self.section(
                self.tr("Owners"),
                owners,
                [Button(self.tr("Set owners…"), page.set_owners, small=True)],
                self.tr("Owned by us alone."),
            ),
            self.section(
                self.tr("Title offered"),
                offers,
                [Button(self.tr("Offer title…"), page.offer_title, small=True)],
                self.tr("Title was not offered to anybody. Enter on an offer records its answer."),
            ),
            self.section(self.tr("As imported"), imported),
        )
        self.setFocusProxy(self._disclosures)

    def _disclosures_table(self) -> RecordTable:
        return RecordTable(
            [
                Column("label", self.tr("Disclosure"), width=90),
                Column("title", self.tr("Title"), stretch=True),
                Column("received", self.tr("Received"), Kind.DATE),
                Column(
                    "state", self.tr("State"), width=180,
                    value=lambda r: showing.listed(showing.words(STATES[r.state]), showing.day(r.since)),
                ),
            ],
            name=self.tr("Disclosures"),
        )  # fmt: skip

    def _inventors_table(self) -> RecordTable:
        return RecordTable(
            [
                Column("name", self.tr("Inventor"), Kind.PERSON, width=200),
                Column("employer", self.tr("Unit or employer"), stretch=True),
                Column(
                    "position", self.tr("Position"), width=150, secondary=True, gives_up=1,
                    value=lambda r: self._word("position", r.position) if r.position else "",
                ),
                Column("share", self.tr("Share"), Kind.SHARE),
                Column(
                    "assignment", self.tr("Duty to assign"), width=150,
                    value=lambda r: self._word("assignment", r.assignment),
                    tone=lambda r: _ASSIGNED.get(r.assignment, "warn_text"),
                ),
                Column("assigned_on", self.tr("Signed"), Kind.DATE, gives_up=2),
            ],
            name=self.tr("Inventors"),
        )  # fmt: skip

    def _owners_table(self) -> RecordTable:
        return RecordTable(
            [
                Column("organisation", self.tr("Other owner"), stretch=True),
                Column("share", self.tr("Share"), Kind.SHARE),
                Column("from_day", self.tr("From"), Kind.DATE),
                Column("until_day", self.tr("Until"), Kind.DATE),
            ],
            name=self.tr("Owners"),
        )

    def _offers_table(self) -> RecordTable:
        return RecordTable(
            [
                Column("offered_to", self.tr("Offered to"), stretch=True),
                Column("offered_on", self.tr("Offered"), Kind.DATE),
                Column(
                    "answer", self.tr("Answer"), width=160,
                    value=lambda r: self._word("title_answer", r.answer) if r.answer else "",
                ),
                Column("answered_on", self.tr("Answered"), Kind.DATE),
            ],
            name=self.tr("Title"),
        )  # fmt: skip

    def _imported_table(self) -> RecordTable:
        return RecordTable(
            [
                Column("column", self.tr("Column"), width=180, secondary=True),
                Column("text", self.tr("As imported"), stretch=True, tip=lambda r: r.text),
                Column("question", self.tr("To question"), width=240, tone=lambda _: "warn_text"),
            ],
            name=self.tr("As imported"),
        )

    def _open(self, page: "CasePage", row: DisclosureRow) -> None:
        page.window_.go(Place("disclosure", extra={"disclosure": row.id}))

    def show_case(self, found: CaseFile) -> None:
        rows = (found.disclosures, found.inventors, found.owners, found.offers, found.imported)
        for section, some in zip(self._sections, rows, strict=True):
            section.show_rows(some)
        self._sections[-1].setVisible(bool(found.imported))


_ASSIGNED = {"signed": "ok_text", "none_needed": "text_secondary", "refused": "danger_text"}


class PatentsTab(Tab):
    """The rights of the case; Enter opens the page of one."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        self._page = page
        word = page.bench.lists.word
        self._table = RecordTable(
            [
                Column("country", self.tr("Office"), width=64),
                Column("kind", self.tr("Kind"), width=190, value=lambda r: word("right_kind", r.kind)),
                Column("number", self.tr("Number"), width=150, value=lambda r: r.grant_number or r.application_number),
                Column("filed", self.tr("Filed"), Kind.DATE),
                Column("granted", self.tr("Granted"), Kind.DATE),
                Column("expires", self.tr("Last day"), Kind.DATE, gives_up=2),
                Column(
                    "state", self.tr("State"), width=110, secondary=True,
                    value=lambda r: word("right_state", r.state),
                ),
                Column("counsel", self.tr("Counsel"), stretch=True, secondary=True),
            ],
            name=self.tr("Patents"),
            identity=lambda right: right.id,
        )  # fmt: skip
        self._table.opened.connect(self._open)
        buttons = [Button(self.tr("Record a filing…"), page.record_filing, small=True, key="R")]
        self._section = self.section(
            self.tr("Patents and other rights"),
            self._table,
            buttons,
            self.tr("No filing. Not every case is filed: decide first, then record the filing."),
        )
        self.setFocusProxy(self._table)

    def _open(self, right: RightRow) -> None:
        self._page.window_.go(Place("patent", Reference("patent", right.id)))

    def show_case(self, found: CaseFile) -> None:
        self._section.show_rows(found.rights)


class AgreementsTab(Tab):
    """The agreements on the case."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        word = page.bench.lists.word
        table = RecordTable(
            [
                Column("number", self.tr("Number"), width=84),
                Column("party", self.tr("Other party"), stretch=True),
                Column("kind", self.tr("Kind"), width=150, value=lambda r: word("agreement_kind", r.kind)),
                Column(
                    "exclusivity", self.tr("Exclusivity"), width=120, secondary=True, gives_up=1,
                    value=lambda r: word("exclusivity", r.exclusivity) if r.exclusivity else "",
                ),
                Column("state", self.tr("State"), width=110, value=lambda r: _agreement_state(r.state)),
                Column("signed", self.tr("Signed"), Kind.DATE),
                Column("expires", self.tr("Until"), Kind.DATE, gives_up=2),
            ],
            name=self.tr("Agreements"),
            identity=lambda agreement: agreement.id,
        )  # fmt: skip
        table.opened.connect(page.open_agreement)
        self._section = self.section(
            self.tr("Agreements"),
            table,
            [Button(self.tr("Draft an agreement…"), page.draft_agreement, small=True)],
            self.tr("No agreement yet. A draft gets its number at once."),
        )
        self.setFocusProxy(table)

    def show_case(self, found: CaseFile) -> None:
        self._section.show_rows(found.agreements)


def _agreement_state(state: str) -> str:
    return {
        "draft": translate("AgreementsTab", "Draft"),
        "signed": translate("AgreementsTab", "In force"),
        "terminated": translate("AgreementsTab", "Terminated"),
        "expired": translate("AgreementsTab", "Expired"),
    }.get(state, state)
