"""Forms beside the disclosure form: a new award, and sending a disclosure back."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.disclosure.actions_funding import RecordAward, record_award
from techmgr.disclosure.actions_review import SendBack, send_back
from techmgr.disclosure.queries import DisclosureDetails
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker

translate = QCoreApplication.translate


def award_sheet(bench: Bench, number: str) -> Sheet:
    """A sponsor's grant or contract, recorded once."""

    def ask(values: dict[str, Any]) -> Asked:
        return record_award, RecordAward(**values)

    sheet = Sheet(
        bench,
        title=translate("AwardSheet", "New award"),
        lead=translate("AwardSheet", "The day of the agreement decides which federal rules hold."),
        save=translate("AwardSheet", "Save the award"),
        said=translate("AwardSheet", "Award recorded"),
        ask=ask,
    )
    form = sheet.form
    form.add(TextField(name="number", title=translate("AwardSheet", "Number"), required=True))
    form.add(
        organisation_picker(
            bench,
            ("agency", "company"),
            name="sponsor_id",
            title=translate("AwardSheet", "Sponsor"),
            required=True,
        )
    )
    form.add(TextField(name="title", title=translate("AwardSheet", "Title")))
    form.add(DateField(name="agreed_on", title=translate("AwardSheet", "Agreement of")))
    form.set_values({"number": number})
    return sheet


def send_back_sheet(bench: Bench, details: DisclosureDetails) -> Sheet:
    """The reason is what the inventors read."""
    sheet = Sheet(
        bench,
        title=translate("AwardSheet", "Send {label} back").format(label=details.label),
        lead=translate(
            "AwardSheet", "The inventors read the reason. Editing it counts as received again."
        ),
        save=translate("AwardSheet", "Send back"),
        said=translate("AwardSheet", "Disclosure {label} sent back").format(label=details.label),
        ask=lambda values: (send_back, SendBack(details.id, details.version, **values)),
        draft=f"send_back:{details.id}",
    )
    reason = translate("AwardSheet", "Reason")
    sheet.form.add(LongText(name="reason", title=reason, lines=5, required=True))
    return sheet
