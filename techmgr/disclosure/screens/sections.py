"""The sections of the disclosure form and their fields."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.desktop.forms import Form
from techmgr.desktop.rows import RowsField
from techmgr.desktop.widgets import Button, holding, label, row
from techmgr.disclosure.screens.files_field import FilesField
from techmgr.disclosure.screens.parts import (
    Ask,
    Mark,
    awards_field,
    inventors_field,
    materials_field,
    publications_field,
)
from techmgr.office.screens.bench import Bench
from techmgr.people.screens.pickers import officer_picker, organisation_picker, person_picker

translate = QCoreApplication.translate
_LONGEST = 4_000


def fill_form(
    form: Form, bench: Bench, new_award: Ask, share_equally: Callable[[], object]
) -> RowsField:
    """Add every section; returns the table of inventors."""
    form.section("title", translate("Disclosure", "Title and summary"))
    _add_title(form, bench)
    form.section("inventors", translate("Disclosure", "Inventors"))
    inventors = inventors_field(bench)
    form.add(inventors)
    ties = label(
        translate("Disclosure", "Ties in cents go to the first name."), "small", "tertiary"
    )
    words = translate("Disclosure", "Share equally")
    equal = Button(words, share_equally, kind="link", key="Alt+E")
    form.add_widget(holding(row(ties, None, equal)))
    form.add(
        Mark(name="shares_open", title=translate("Disclosure", "The shares are not settled yet"))
    )
    form.section("funding", translate("Disclosure", "Funding"))
    form.add(awards_field(bench, new_award))
    form.section("publications", translate("Disclosure", "Publications"))
    form.add(publications_field(bench))
    form.section("materials", translate("Disclosure", "Materials, software"))
    form.add(materials_field(bench))
    form.section("files", translate("Disclosure", "Files"))
    hint = translate("Disclosure", "Drop files here. They are added on saving.")
    form.add(FilesField(name="files", hint=hint))
    return inventors


def _add_title(form: Form, bench: Bench) -> None:
    lists = bench.lists
    form.add(TextField(name="title", title=translate("Disclosure", "Title"), required=True))
    form.add(
        LongText(
            name="summary",
            title=translate("Disclosure", "Short description, without secrets"),
            hint=translate("Disclosure", "Used in marketing only after you release it."),
            most=_LONGEST,
            lines=4,
        )
    )
    form.add(
        DateField(name="received", title=translate("Disclosure", "Received"), required=True),
        person_picker(bench, name="submitted_by_id", title=translate("Disclosure", "Handed in by")),
    )
    form.add(
        organisation_picker(
            bench,
            ("department",),
            name="department_id",
            title=translate("Disclosure", "Department"),
        ),
        officer_picker(
            bench, name="manager_id", title=translate("Disclosure", "Technology manager")
        ),
    )
    form.add(
        Choice(lists.offered("case_type"), name="type", title=translate("Disclosure", "Type")),
        Choice(lists.offered("field"), name="field", title=translate("Disclosure", "Field")),
    )
