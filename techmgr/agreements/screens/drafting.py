"""Forms of agreements: draft with parties, cases and terms, and sign."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.agreements.actions import (
    AgreementFields,
    DraftAgreement,
    SignAgreement,
    TermFields,
    draft_agreement,
    sign_agreement,
)
from techmgr.agreements.queries import AgreementRow
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, MoneyField, ShareField, TextField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker
from techmgr.technology.screens.cases_field import case_rows, cases_field, parts_of

translate = QCoreApplication.translate


def draft_agreement_sheet(bench: Bench, case: tuple[int, str], title: str) -> Sheet:
    """An agreement on a case (id and number), perhaps with others, and its usual terms."""

    def ask(values: dict[str, Any]) -> Asked:
        terms = _terms(values)
        party = values.pop("party_id")
        fields = AgreementFields(
            party_ids=(party,) if party is not None else (),
            cases=parts_of(values.pop("cases"), "cases"),
            terms=terms,
            exclusivity=values.pop("exclusivity") or "",
            **values,
        )
        return draft_agreement, DraftAgreement(fields)

    sheet = Sheet(
        bench,
        title=translate("AgreementSheets", "Draft an agreement"),
        lead=translate("AgreementSheets", "It gets its number now, and takes effect when signed."),
        save=translate("AgreementSheets", "Save the draft"),
        said=translate("AgreementSheets", "Agreement drafted"),
        ask=ask,
        draft=f"agreement:{case[0]}",
    )
    _add_parties(bench, sheet)
    _add_terms(bench, sheet)
    sheet.form.add(cases_field(bench, name="cases"))
    rows = case_rows([(*case, None)])
    sheet.form.set_values({"kind": "licence", "exclusivity": "", "title": title, "cases": rows})
    return sheet


def _add_parties(bench: Bench, sheet: Sheet) -> None:
    form, lists = sheet.form, bench.lists
    none = ("", translate("AgreementSheets", "Not said"))
    form.add(
        Choice(
            lists.offered("agreement_kind"), name="kind", title=translate("AgreementSheets", "Kind")
        ),
        Choice(
            [none, *lists.offered("exclusivity")],
            name="exclusivity",
            title=translate("AgreementSheets", "Exclusivity"),
        ),
    )
    form.add(
        organisation_picker(
            bench,
            ("company", "university"),
            name="party_id",
            title=translate("AgreementSheets", "Other party"),
            required=True,
        )
    )
    form.add(TextField(name="title", title=translate("AgreementSheets", "Title"), required=True))
    form.add(
        TextField(name="field", title=translate("AgreementSheets", "Field of use")),
        TextField(name="territory", title=translate("AgreementSheets", "Territory")),
    )
    form.add(
        DateField(name="effective", title=translate("AgreementSheets", "In force from")),
        DateField(name="expires", title=translate("AgreementSheets", "Until")),
    )


def _add_terms(bench: Bench, sheet: Sheet) -> None:
    currency = bench.lists.currency
    sheet.form.add(
        MoneyField(
            name="up_front", title=translate("AgreementSheets", "Up-front fee"), currency=currency
        ),
        ShareField(name="royalty", title=translate("AgreementSheets", "Royalty of net sales")),
    )
    sheet.form.add(
        MoneyField(
            name="minimum", title=translate("AgreementSheets", "Yearly minimum"), currency=currency
        ),
        TextField(name="clause", title=translate("AgreementSheets", "Clause")),
    )


def _terms(values: dict[str, Any]) -> tuple[TermFields, ...]:
    clause = values.pop("clause") or ""
    up_front, royalty, minimum = (values.pop(n) for n in ("up_front", "royalty", "minimum"))
    found = []
    if up_front is not None:
        found.append(TermFields("issue_fee", clause, amount=up_front, periodic="once"))
    if royalty is not None:
        found.append(
            TermFields("royalty", clause, rate=royalty, periodic="quarterly", days_after=45)
        )
    if minimum is not None:
        found.append(TermFields("minimum", clause, amount=minimum, periodic="yearly"))
    return tuple(found)


def sign_agreement_sheet(bench: Bench, row: AgreementRow) -> Sheet:
    """The day an agreement was signed; a licence ends marketing and starts monitoring."""
    sheet = Sheet(
        bench,
        title=translate("AgreementSheets", "Sign {number}").format(number=row.number),
        lead=showing.listed(row.title, row.party),
        save=translate("AgreementSheets", "Record the signature"),
        said=translate("AgreementSheets", "{number} signed").format(number=row.number),
        ask=lambda values: (sign_agreement, SignAgreement(row.id, row.version, **values)),
        draft=f"sign:{row.id}",
    )
    sheet.form.add(
        DateField(name="signed", title=translate("AgreementSheets", "Signed"), required=True),
        DateField(name="effective", title=translate("AgreementSheets", "In force from")),
    )
    sheet.form.set_values({"signed": bench.office.today, "effective": row.effective})
    return sheet
