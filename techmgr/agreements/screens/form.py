"""The form of an agreement as a whole: what it is, with whom, on which cases, and its terms."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.agreements.actions import (
    AgreementFields,
    DraftAgreement,
    EditAgreement,
    EndAgreement,
    TermFields,
    draft_agreement,
    edit_agreement,
    end_agreement,
)
from techmgr.agreements.queries import TermRow
from techmgr.agreements.queries_page import AgreementFile
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, LongText, MoneyField, ShareField, TextField
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker
from techmgr.technology.screens.cases_field import case_rows, cases_field, parts_of

translate = QCoreApplication.translate
WIDTH = 600


def agreement_form(bench: Bench, found: AgreementFile | None = None) -> Sheet:
    """A new draft, or a draft that is there as a whole."""

    def ask(values: dict[str, Any]) -> Asked:
        fields = _fields(values)
        if found is None:
            return draft_agreement, DraftAgreement(fields)
        return edit_agreement, EditAgreement(found.row.id, found.row.version, fields)

    sheet = Sheet(
        bench,
        title=translate("AgreementForm", "Draft an agreement")
        if found is None
        else translate("AgreementForm", "Edit {number}").format(number=found.row.number),
        lead=translate("AgreementForm", "It takes effect when it is signed."),
        save=translate("AgreementForm", "Save the draft"),
        said=translate("AgreementForm", "Agreement saved"),
        ask=ask,
        draft=f"agreement:{found.row.id}" if found else "agreement",
    )
    _add_head(bench, sheet)
    sheet.form.add(cases_field(bench, name="cases"))
    sheet.form.add(_terms(bench))
    sheet.form.set_values(_values(found) if found else {"kind": "licence", "exclusivity": ""})
    return sheet


def _add_head(bench: Bench, sheet: Sheet) -> None:
    form, lists = sheet.form, bench.lists
    none = ("", translate("AgreementForm", "Not said"))
    kind, exclusivity = (
        translate("AgreementForm", "Kind"),
        translate("AgreementForm", "Exclusivity"),
    )
    form.add(
        Choice(lists.offered("agreement_kind"), name="kind", title=kind),
        Choice([none, *lists.offered("exclusivity")], name="exclusivity", title=exclusivity),
    )
    form.add(
        organisation_picker(
            bench,
            ("company", "university"),
            name="party_id",
            title=translate("AgreementForm", "Other party"),
            required=True,
        )
    )
    form.add(TextField(name="title", title=translate("AgreementForm", "Title"), required=True))
    form.add(
        TextField(name="field", title=translate("AgreementForm", "Field of use")),
        TextField(name="territory", title=translate("AgreementForm", "Territory")),
    )
    form.add(
        DateField(name="effective", title=translate("AgreementForm", "In force from")),
        DateField(name="expires", title=translate("AgreementForm", "Until")),
    )


def _terms(bench: Bench) -> RowsField:
    lists = bench.lists
    often = [
        ("", translate("AgreementForm", "Not said")),
        ("once", translate("AgreementForm", "Once")),
        ("quarterly", translate("AgreementForm", "Quarterly")),
        ("yearly", translate("AgreementForm", "Yearly")),
    ]
    kind = translate("AgreementForm", "Term")
    return RowsField(
        [
            RowColumn("kind", kind, lambda: Choice(lists.offered("term_kind")), width=120),
            RowColumn("clause", translate("AgreementForm", "Clause"), TextField, width=56),
            RowColumn(
                "amount",
                translate("AgreementForm", "Amount, {currency}").format(currency=lists.currency),
                lambda: MoneyField(currency=lists.currency),
                width=104,
            ),
            RowColumn("rate", translate("AgreementForm", "Rate"), ShareField, width=64),
            RowColumn(
                "periodic", translate("AgreementForm", "Due"), lambda: Choice(often), width=92
            ),
        ],
        name="terms",
        title=translate("AgreementForm", "Terms"),
        add=translate("AgreementForm", "Add term"),
        add_key="Alt+T",
    )


def _fields(values: dict[str, Any]) -> AgreementFields:
    party = values.pop("party_id")
    cases = parts_of(values.pop("cases"), "cases")
    terms = [row for row in values.pop("terms") if row["kind"]]
    return AgreementFields(
        party_ids=(party,) if party is not None else (),
        cases=cases,
        terms=tuple(_term(row) for row in terms),
        exclusivity=values.pop("exclusivity") or "",
        **values,
    )


def _term(row: Mapping[str, Any]) -> TermFields:
    return TermFields(
        row["kind"],
        row["clause"] or "",
        amount=row["amount"],
        rate=row["rate"],
        periodic=row["periodic"] or "",
        days_after=45 if row["periodic"] == "quarterly" else None,
    )


def _values(found: AgreementFile) -> dict[str, Any]:
    row, party = found.row, next(iter(found.parties), None)
    return {
        "kind": row.kind,
        "exclusivity": row.exclusivity,
        "party_id": Option(party.organisation_id, party.name) if party else None,
        "title": row.title,
        "field": row.field,
        "territory": row.territory,
        "effective": row.effective,
        "expires": row.expires,
        "cases": case_rows([(each.case_id, each.number, each.share) for each in found.cases]),
        "terms": [_term_values(each) for each in found.terms],
    }


def _term_values(term: TermRow) -> dict[str, Any]:
    return {
        "kind": term.kind,
        "clause": term.clause,
        "amount": term.amount,
        "rate": term.rate,
        "periodic": term.periodic,
    }


def end_sheet(bench: Bench, found: AgreementFile) -> Sheet:
    """The day a signed agreement ended, and why."""
    sheet = Sheet(
        bench,
        title=translate("AgreementForm", "End {number}").format(number=found.row.number),
        lead=showing.listed(found.row.title, found.row.party),
        save=translate("AgreementForm", "Record the end"),
        said=translate("AgreementForm", "{number} ended").format(number=found.row.number),
        ask=lambda values: (
            end_agreement,
            EndAgreement(found.row.id, found.row.version, **values),
        ),
    )
    how = [
        ("terminated", translate("AgreementForm", "Terminated")),
        ("expired", translate("AgreementForm", "Expired")),
    ]
    sheet.form.add(Choice(how, name="state", title=translate("AgreementForm", "How")))
    sheet.form.add(
        DateField(name="ended", title=translate("AgreementForm", "Ended"), required=True)
    )
    reason = translate("AgreementForm", "Reason")
    sheet.form.add(LongText(name="reason", title=reason, lines=3, required=True))
    sheet.form.set_values({"state": "terminated", "ended": bench.office.today})
    return sheet
