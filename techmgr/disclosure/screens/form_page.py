"""The disclosure form: sections with states, shares that must sum, a kept draft, accept and send back."""

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.dialogs import confirm
from techmgr.desktop.forms import Form
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.rows import RowsField
from techmgr.desktop.sections import BesideSections, SectionList
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, holding, label, line, row, tag
from techmgr.disclosure.actions import (
    EditDisclosure,
    ReceiveDisclosure,
    edit_disclosure,
    receive_disclosure,
)
from techmgr.disclosure.actions_review import AcceptDisclosure, accept_disclosure
from techmgr.disclosure.entries import DisclosureFields
from techmgr.disclosure.queries import DisclosureDetails
from techmgr.disclosure.screens.award_sheet import award_sheet, send_back_sheet
from techmgr.disclosure.screens.beside import Beside, public_days, read_beside
from techmgr.disclosure.screens.filled import Names, details_with_names, shown_values
from techmgr.disclosure.screens.parts import (
    inventor_entries,
    material_entries,
    publication_entries,
)
from techmgr.disclosure.screens.sections import fill_form
from techmgr.disclosure.shares import equal_shares
from techmgr.disclosure.states import NAMES, DisclosureState
from techmgr.documents.actions import AttachFile, attach_file
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import SheetPage
from techmgr.people.queries import PersonDetails, officer_named
from techmgr.storage.office import Office
from techmgr.storage.unit import Done
from techmgr.technology.queries import case_head

_WAIT = 350
_WIDEST = 860
_OF_CASE = ("manager_id", "department_id", "type", "field")


class DisclosurePage(SheetPage):
    """A new disclosure, one more of a case (`extra["case"]`), or a recorded one (`extra["disclosure"]`)."""

    owns_save = True

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self._details: DisclosureDetails | None = None
        self._case_number = ""
        self._draft = ""
        self.beside = Beside(self._open_case)
        self.form = Form()
        self.form.widest(_WIDEST)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._look_beside)
        self.inventors = fill_form(self.form, self.bench, self._new_award, self.share_equally)
        self._arrange()
        self.form.changed.connect(self._soon.start)
        self.form.changed.connect(self.status_changed)
        self.form.states_changed.connect(self.status_changed)
        self.form.draft_changed.connect(self._keep_draft)
        self.bench.lists.loaded.connect(self._offer_lists)

    # Building

    def _arrange(self) -> None:
        self.sections = SectionList(self.form)
        self._about = label("", "body", "secondary")
        self._kept = tag(self.tr("Draft kept"))
        self._kept.hide()
        self._title = label("", "title")
        head = column(
            row(self._about, 4, self._kept, None), 2, self._title, margins=(28, 12, 28, 8)
        )
        self._save = Button(self.tr("Save disclosure"), self.save, kind="primary", key="Ctrl+S")
        self._discard = Button(self.tr("Discard"), self.discard)
        self._accept = Button(self.tr("Accept"), self.accept, key="Alt+Y")
        self._send_back = Button(self.tr("Send back…"), self.send_back)
        foot = row(
            self._discard, None, self._send_back, self._accept, self._save, margins=(28, 9, 28, 9)
        )
        middle = column(
            head, holding(column(line(), margins=(28, 0, 28, 0))), self.form, line(), foot
        )
        middle.setStretch(2, 1)
        self.setLayout(column(BesideSections(self.sections, holding(middle))))
        self.setFocusProxy(self.form.fields["title"])

    def _offer_lists(self) -> None:
        lists = self.bench.lists
        for name, of in (("type", "case_type"), ("field", "field")):
            field = self.form.fields[name]
            assert isinstance(field, Choice), "both are choices"
            field.offer([("", "–"), *lists.offered(of)] if name == "field" else lists.offered(of))
        self._begin()

    # What is shown

    def open(self, place: Place) -> None:
        is_same = place == self.place and self.form.is_dirty
        super().open(place)
        if not is_same and self.bench.lists.settings is not None:
            self._begin()

    def _begin(self) -> None:
        if not self.place.page:
            return
        self._details, self._case_number = None, ""
        self._kept.hide()
        number = self.place.extra.get("disclosure")
        self._draft = f"draft:disclosure:{number or 0}:{self.place.extra.get('case', 0)}"
        if number is not None:
            self.bench.read(details_with_names, number, owner=self, then=self._show, key="form")
        else:
            self._show_new()

    def _show_new(self) -> None:
        self._empty()
        office = self.bench.office
        self.form.set_values({"received": office.today, "type": "invention", "field": ""})
        self.form.set_quietly({"title": self.place.extra.get("title", "")})
        self.bench.read(
            officer_named, office.officer, owner=self, then=self._offer_manager, key="manager"
        )
        case = self.place.extra.get("case")
        if case is not None:
            self.bench.read(case_head, case, owner=self, then=self._show_case, key="case")
        self._after_showing()

    def _offer_manager(self, me: PersonDetails | None) -> None:
        manager = self.form.fields["manager_id"]
        if me is not None and me.is_officer and manager.is_empty() and self._details is None:
            self.form.set_quietly({"manager_id": Option(me.id, me.name)})

    def _show_case(self, head: Any) -> None:
        self._case_number = head.number
        self._show_head()

    def _empty(self) -> None:
        self.form.set_values(dict.fromkeys(_PLAIN))
        for name in ("inventors", "awards", "publications", "materials", "files"):
            self.form.fields[name].set_raw([])
        self.form.settle()

    def _show(self, read: tuple[DisclosureDetails, Names]) -> None:
        self._details = read[0]
        self._empty()
        self.form.set_values(shown_values(*read))
        self._after_showing()

    def _after_showing(self) -> None:
        self._show_head()
        self.bench.kept(self._draft, self._restore, owner=self)
        self._look_beside()
        self.commands_changed.emit()
        self.title_changed.emit()

    def _show_head(self) -> None:
        details = self._details
        is_new_case = details is None and not self.place.extra.get("case")
        for name in _OF_CASE:
            self.form.fields[name].setVisible(is_new_case)
        can_answer = details is not None and details.state is not DisclosureState.ACCEPTED
        self._accept.setVisible(can_answer)
        self._send_back.setVisible(can_answer)
        if details is None:
            self._title.setText(self.tr("New disclosure"))
            about = self.tr("Its case gets the next number when it is saved.")
            if self._case_number:
                about = self.tr("One more disclosure of {number}.").format(number=self._case_number)
            self._about.setText(about)
            return
        self._title.setText(self.tr("Disclosure {label}").format(label=details.label))
        state = showing.words(NAMES[details.state])
        words = showing.listed(state, showing.day(details.since))
        self._about.setText(f"{words}: {details.reason}" if details.reason else words)

    # Drafts

    def _restore(self, kept: Any) -> None:
        if kept and not self.form.is_dirty:
            self.form.restore(kept)
            self._kept.show()
            self._look_beside()

    def _keep_draft(self, draft: dict[str, Any]) -> None:
        if self._draft:
            self.bench.keep(self._draft, draft)
            self._kept.show()

    def _forget(self) -> None:
        self.bench.keep(self._draft, None)
        self._kept.hide()
        self.form.settle()

    def leave_allowed(self) -> bool:
        if self.form.is_dirty:
            self._keep_draft(self.form.draft())
        return super().leave_allowed()

    def discard(self) -> None:
        """Forget what was typed, after asking."""
        if self.form.is_dirty:
            answer = confirm(
                self,
                title=self.tr("Discard what was typed?"),
                text=self.tr("The draft is forgotten. What was saved before stays."),
                do=self.tr("Discard"),
                keep=self.tr("Keep typing"),
                destroys=True,
            )
            if answer is None:
                return
        self._forget()
        self.window_.back()

    # Beside the form

    def _look_beside(self) -> None:
        title = self.form.fields["title"].raw()
        rows = self.form.fields["publications"]
        assert isinstance(rows, RowsField), "a table of rows"
        known = [row for row in rows.readable() if row["on_day"] is not None]
        days = public_days(publication_entries(known))
        own = self._details.case_id if self._details else self.place.extra.get("case", 0)
        self.bench.read(
            read_beside, title, days, self.bench.office.today, own, owner=self,
            then=self.beside.show_read, key="beside",
        )  # fmt: skip

    def _open_case(self, number: int) -> None:
        self.window_.go(Place("case", Reference("technology", number)))

    def _new_award(self, words: str, pick: Any) -> None:
        sheet = award_sheet(self.bench, words)
        number = sheet.form.fields["number"]
        sheet.done.connect(lambda done: pick(Option(done.result, number.raw())))
        self.show_sheet(sheet)

    def share_equally(self) -> None:
        """Give every named inventor the same exact share."""
        named = self.inventors.filled_rows()
        for fields, share in zip(named, equal_shares(max(len(named), 1)), strict=False):
            fields["share"].set_value(share)

    # Saving

    def _fields(self, values: dict[str, Any]) -> DisclosureFields:
        return DisclosureFields(
            values["title"],
            values["received"],
            values["summary"],
            values["submitted_by_id"],
            inventor_entries(values["inventors"]),
            values["shares_open"],
            tuple(row["award_id"] for row in values["awards"] if row["award_id"] is not None),
            publication_entries(values["publications"]),
            material_entries(values["materials"]),
        )

    def save(self) -> None:
        """Save the whole form, or mark what is wrong and go to the first; an open sheet comes first."""
        if self.sheet is not None:
            self.sheet.save()
            return
        self.form.clear_problems()
        try:
            values = self.form.values()
        except UserError as error:
            self._refused(error)
            return
        fields = self._fields(values)
        files = values["files"]
        self._save.setEnabled(False)
        if self._details is not None:
            request = EditDisclosure(self._details.id, self._details.version, fields)
            said = self.tr("Disclosure {label} saved").format(label=self._details.label)
            self._act(edit_disclosure, request, said, partial(self._edited, files))
        else:
            new = ReceiveDisclosure(
                fields,
                values["manager_id"],
                values["department_id"],
                values["type"] or "invention",
                values["field"] or "",
                case_id=self.place.extra.get("case"),
            )
            said = self.tr("Disclosure received")
            self._act(receive_disclosure, new, said, partial(self._received, files))

    def _act(self, action: Any, request: Any, said: str, then: Any) -> None:
        self.bench.act(action, request, owner=self, said=said, then=then, failed=self._refused)

    def _refused(self, error: UserError) -> None:
        self._save.setEnabled(True)
        self.form.show_problem(error)
        self.status_changed.emit()

    def _received(self, files: list[Any], done: Done[Any]) -> None:
        self._saved(done.result.case_id, files)

    def _edited(self, files: list[Any], _done: Done[Any]) -> None:
        if self._details is not None:
            self._saved(self._details.case_id, files)

    def _saved(self, case_id: int, files: list[Any]) -> None:
        self._save.setEnabled(True)
        self._forget()
        case = Reference("technology", case_id)
        for path in files:
            self.bench.act(attach_file, AttachFile(case, path), owner=self.bench)
        self.window_.go(Place("case", case))

    def accept(self) -> None:
        """Accept the disclosure; what was typed must be saved first."""
        if self._details is None:
            return
        if self.form.is_dirty:
            self._refused(UserError(say("Save what was typed first, then accept.")))
            return
        case = Reference("technology", self._details.case_id)
        self._act(
            accept_disclosure,
            AcceptDisclosure(self._details.id, self._details.version),
            self.tr("Disclosure {label} accepted").format(label=self._details.label),
            lambda _done: self.window_.go(Place("case", case)),
        )

    def send_back(self) -> None:
        """Send the disclosure back, with the reason the inventors read."""
        if self._details is not None:
            sheet = send_back_sheet(self.bench, self._details)
            case = Reference("technology", self._details.case_id)
            sheet.done.connect(lambda _done: self.window_.go(Place("case", case)))
            self.show_sheet(sheet)

    # The window

    def title(self) -> str:
        return self._details.label if self._details else self.tr("New disclosure")

    def panel(self) -> QWidget:
        return self.beside

    def status(self) -> str:
        wrong = len(self.form.problems())
        kept = self.tr("Draft is kept if the program stops")
        if not wrong:
            return kept
        words = self.tr("{count} fields need you").format(count=wrong)
        words = self.tr("One field needs you") if wrong == 1 else words
        return f"<b>{words}</b> &nbsp;&nbsp; {kept}"

    def keys(self) -> list[Key]:
        return [
            Key("Tab", self.tr("next field")),
            Key("F8", self.tr("next error")),
            Key("Alt 1–6", self.tr("section")),
            Key("Ctrl S", self.tr("save")),
        ]

    def commands(self) -> list[Command]:
        can_answer = self._details is not None
        return [
            Command("save", self.tr("Save the disclosure"), self.save, "Ctrl+S", "save"),
            Command(
                "equal", self.tr("Share equally"), self.share_equally, "Alt+E", "percent"
            ),
            Command(
                "accept", self.tr("Accept the disclosure"), self.accept, "Alt+Y", "circle-check",
                enabled=lambda: can_answer,
            ),
            Command(
                "send_back", self.tr("Send the disclosure back…"), self.send_back, "", "undo-2",
                enabled=lambda: can_answer,
            ),
        ]  # fmt: skip


_PLAIN = ("title", "summary", "received", "submitted_by_id", "department_id", "manager_id",
          "type", "field", "shares_open")  # fmt: skip
