"""Forms of who owns a case: co-owners with shares, title offered and answered."""

from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.shares import WHOLE
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, ShareField
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker
from techmgr.technology.actions_owners import (
    AnswerTitle,
    OfferTitle,
    SetCoOwners,
    answer_title,
    offer_title,
    set_co_owners,
)
from techmgr.technology.owners import OwnerShare
from techmgr.technology.queries import CaseHead, OfferRow, OwnerRow

translate = QCoreApplication.translate


def co_owners_sheet(bench: Bench, head: CaseHead, owners: tuple[OwnerRow, ...]) -> Sheet:
    """Our share and the other owners' ones, from a day on."""

    def ask(values: dict[str, Any]) -> Asked:
        others = tuple(
            OwnerShare(row["organisation_id"], row["share"] or Fraction(0))
            for row in values["owners"]
        )
        own = values["own_share"] if values["own_share"] is not None else WHOLE
        request = SetCoOwners(head.id, head.version, values["from_day"], own, others)
        return set_co_owners, request

    sheet = Sheet(
        bench,
        title=translate("OwnerSheets", "Owners of {number}").format(number=head.number),
        lead=translate("OwnerSheets", "All shares together make exactly 100 %."),
        save=translate("OwnerSheets", "Save owners"),
        said=translate("OwnerSheets", "{number}: owners saved").format(number=head.number),
        ask=ask,
        draft=f"owners:{head.id}",
    )
    rows = _owner_rows(bench)
    sheet.form.add(
        ShareField(name="own_share", title=translate("OwnerSheets", "Our share")),
        DateField(name="from_day", title=translate("OwnerSheets", "From"), required=True),
    )
    sheet.form.add(rows)
    present = [row for row in owners if row.until_day is None]
    own = WHOLE - sum((row.share for row in present), Fraction(0))
    sheet.form.set_values({"own_share": own, "from_day": bench.office.today})
    rows.set_value(
        [
            {"organisation_id": Option(row.organisation_id, row.organisation), "share": row.share}
            for row in present
        ]
    )
    sheet.form.settle()
    return sheet


def _owner_rows(bench: Bench) -> RowsField:
    return RowsField(
        [
            RowColumn(
                "organisation_id",
                translate("OwnerSheets", "Other owner"),
                lambda: organisation_picker(bench, ("university", "company")),
                stretch=1,
            ),
            RowColumn("share", translate("OwnerSheets", "Share"), ShareField, width=80, right=True),
        ],
        name="owners",
        add=translate("OwnerSheets", "Add owner"),
        add_key="Alt+A",
    )


def offer_title_sheet(bench: Bench, head: CaseHead) -> Sheet:
    """Title is offered to the funder."""
    sheet = Sheet(
        bench,
        title=translate("OwnerSheets", "Offer title of {number}").format(number=head.number),
        save=translate("OwnerSheets", "Record the offer"),
        said=translate("OwnerSheets", "Offer of title recorded"),
        ask=lambda values: (offer_title, OfferTitle(head.id, **values)),
        draft=f"offer_title:{head.id}",
    )
    title = translate("OwnerSheets", "To")
    sheet.form.add(
        organisation_picker(bench, ("agency",), name="offered_to_id", title=title, required=True)
    )
    sheet.form.add(DateField(name="on_day", title=translate("OwnerSheets", "Offered")))
    sheet.form.set_values({"on_day": bench.office.today})
    return sheet


def answer_title_sheet(bench: Bench, head: CaseHead, offer: OfferRow) -> Sheet:
    """The funder's answer to an offer of title."""
    day = showing.day(offer.offered_on)
    sheet = Sheet(
        bench,
        title=translate("OwnerSheets", "Answer of {name}").format(name=offer.offered_to),
        lead=translate("OwnerSheets", "Title of {number} was offered on {day}.").format(
            number=head.number, day=day
        ),
        save=translate("OwnerSheets", "Record the answer"),
        said=translate("OwnerSheets", "Answer recorded"),
        ask=lambda values: (answer_title, AnswerTitle(offer.id, **values)),
        draft=f"answer_title:{offer.id}",
    )
    offered = bench.lists.offered("title_answer")
    sheet.form.add(
        Choice(offered, name="answer", title=translate("OwnerSheets", "Answer"), required=True)
    )
    sheet.form.add(DateField(name="on_day", title=translate("OwnerSheets", "Answered")))
    sheet.form.set_values({"on_day": bench.office.today})
    return sheet
