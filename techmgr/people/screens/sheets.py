"""Forms of people and organisations: new, edited, where they work, what they are, where money goes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.texts import LANGUAGES
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, LongText, NumberField, TextField, Toggle
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.actions import (
    Affiliate,
    EditPerson,
    EndAffiliation,
    GiveRole,
    MakeOfficer,
    PersonFields,
    RegisterPerson,
    SetPayeeAccount,
    affiliate,
    edit_person,
    end_affiliation,
    give_role,
    make_officer,
    register_person,
    set_payee_account,
)
from techmgr.people.actions_organisations import (
    EditOrganisation,
    OrganisationFields,
    RecordCompanySize,
    RegisterOrganisation,
    edit_organisation,
    record_company_size,
    register_organisation,
)
from techmgr.people.queries import (
    AccountRow,
    AffiliationRow,
    OrganisationDetails,
    PersonDetails,
)
from techmgr.people.screens.pickers import organisation_picker

translate = QCoreApplication.translate
_LANGUAGE_NAMES = {"en": "English", "zh_CN": "中文"}
Ask = Callable[[dict[str, Any]], Asked]


def _sheet(bench: Bench, title: str, said: str, ask: Ask, draft: str = "") -> Sheet:
    save = translate("PeopleSheets", "Save")
    return Sheet(bench, title=title, save=save, said=said, ask=ask, draft=draft)


def person_sheet(bench: Bench, person: PersonDetails | None = None) -> Sheet:
    """A person, new (with where they work) or edited."""

    def ask(values: dict[str, Any]) -> Asked:
        place = {key: values.pop(key) for key in ("organisation_id", "position") if key in values}
        fields = PersonFields(**values)
        if person is not None:
            return edit_person, EditPerson(person.id, person.version, fields)
        return register_person, RegisterPerson(
            fields, place["organisation_id"], place["position"] or ""
        )

    is_new = person is None
    sheet = _sheet(
        bench,
        translate("PeopleSheets", "New person")
        if is_new
        else translate("PeopleSheets", "Edit person"),
        translate("PeopleSheets", "Person saved"),
        ask,
        f"person:{person.id if person else 'new'}",
    )
    _fill_person(sheet)
    if is_new:
        _fill_place(sheet, bench)
        sheet.form.set_values({"language": "en"})
    else:
        names = (
            "name", "other_name", "sort_name", "initials", "email", "phone", "address", "language",
        )  # fmt: skip
        sheet.form.set_values({name: getattr(person, name) for name in names})
    return sheet


def _fill_person(sheet: Sheet) -> None:
    add = sheet.form.add
    add(TextField(name="name", title=translate("PeopleSheets", "Name"), required=True))
    add(TextField(name="other_name", title=translate("PeopleSheets", "Name in another script")))
    hint = translate("PeopleSheets", "Made from the name when empty.")
    add(
        TextField(name="sort_name", title=translate("PeopleSheets", "Sorted by"), hint=hint),
        TextField(name="initials", title=translate("PeopleSheets", "Initials")),
    )
    add(
        TextField(name="email", title=translate("PeopleSheets", "E-mail")),
        TextField(name="phone", title=translate("PeopleSheets", "Phone")),
    )
    add(LongText(name="address", title=translate("PeopleSheets", "Address"), lines=3))
    languages = [(code, _LANGUAGE_NAMES[code]) for code in LANGUAGES]
    add(Choice(languages, name="language", title=translate("PeopleSheets", "Language of letters")))


def _fill_place(sheet: Sheet, bench: Bench) -> None:
    title = translate("PeopleSheets", "Works at")
    sheet.form.add(organisation_picker(bench, name="organisation_id", title=title))
    sheet.form.add(
        Choice(
            [("", ""), *bench.lists.offered("position")],
            name="position",
            title=translate("PeopleSheets", "Position"),
        )
    )


def affiliation_sheet(bench: Bench, person_id: int) -> Sheet:
    """Where a person works from a day on."""

    def ask(values: dict[str, Any]) -> Asked:
        return affiliate, Affiliate(person_id, **values)

    title = translate("PeopleSheets", "Add a place")
    sheet = _sheet(bench, title, translate("PeopleSheets", "Place added"), ask)
    where = translate("PeopleSheets", "Organisation or department")
    sheet.form.add(organisation_picker(bench, name="organisation_id", title=where, required=True))
    sheet.form.add(
        Choice(
            bench.lists.offered("position"),
            name="position",
            title=translate("PeopleSheets", "Position"),
            required=True,
        )
    )
    _fill_days(sheet, bench)
    return sheet


def end_sheet(bench: Bench, place: AffiliationRow) -> Sheet:
    """The last day of a place."""

    def ask(values: dict[str, Any]) -> Asked:
        return end_affiliation, EndAffiliation(place.id, **values)

    title = translate("PeopleSheets", "End at {place}").format(place=place.organisation)
    sheet = _sheet(bench, title, translate("PeopleSheets", "Place ended"), ask)
    last = translate("PeopleSheets", "Last day")
    sheet.form.add(DateField(name="until_day", title=last, required=True))
    sheet.form.set_values({"until_day": bench.office.today})
    return sheet


def role_sheet(bench: Bench, person_id: int) -> Sheet:
    """What a person is to the office from a day on."""

    def ask(values: dict[str, Any]) -> Asked:
        return give_role, GiveRole(person_id, **values)

    title = translate("PeopleSheets", "Give a role")
    sheet = _sheet(bench, title, translate("PeopleSheets", "Role given"), ask)
    sheet.form.add(
        Choice(
            bench.lists.offered("role"),
            name="role",
            title=translate("PeopleSheets", "Role"),
            required=True,
        )
    )
    where = translate("PeopleSheets", "For the organisation (optional)")
    sheet.form.add(organisation_picker(bench, name="organisation_id", title=where))
    _fill_days(sheet, bench)
    return sheet


def _fill_days(sheet: Sheet, bench: Bench) -> None:
    sheet.form.add(
        DateField(name="from_day", title=translate("PeopleSheets", "From"), required=True),
        DateField(name="until_day", title=translate("PeopleSheets", "Until (optional)")),
    )
    sheet.form.set_values({"from_day": bench.office.today})


def account_sheet(
    bench: Bench,
    *,
    person_id: int | None = None,
    organisation_id: int | None = None,
    account: AccountRow | None = None,
) -> Sheet:
    """Where a payee's money goes from a day on, and what it may be used for."""

    def ask(values: dict[str, Any]) -> Asked:
        request = SetPayeeAccount(**values, person_id=person_id, organisation_id=organisation_id)
        return set_payee_account, request

    title = translate("PeopleSheets", "Where the money goes")
    sheet = _sheet(bench, title, translate("PeopleSheets", "Account saved"), ask)
    add = sheet.form.add
    routes = bench.lists.offered("payee_route")
    add(Choice(routes, name="route", title=translate("PeopleSheets", "Route"), required=True))
    add(TextField(name="account", title=translate("PeopleSheets", "Account"), required=True))
    add(TextField(name="tax_number", title=translate("PeopleSheets", "Tax number")))
    hint = translate("PeopleSheets", "Such as: research and education only")
    add(
        TextField(name="permitted_use", title=translate("PeopleSheets", "Permitted use"), hint=hint)
    )
    add(DateField(name="from_day", title=translate("PeopleSheets", "From"), required=True))
    values: dict[str, Any] = {"from_day": bench.office.today}
    if account is not None:
        names = ("route", "account", "tax_number", "permitted_use")
        values |= {name: getattr(account, name) for name in names}
    sheet.form.set_values(values)
    return sheet


def officer_sheet(bench: Bench, person: PersonDetails) -> Sheet:
    """Whether a person may sign in, and with which login of the system."""

    def ask(values: dict[str, Any]) -> Asked:
        return make_officer, MakeOfficer(person.id, person.version, **values)

    title = translate("PeopleSheets", "Officer of the office")
    sheet = _sheet(bench, title, translate("PeopleSheets", "Saved"), ask)
    may = translate("PeopleSheets", "May sign in as an officer")
    sheet.form.add(Toggle(name="is_officer", title=may))
    login = translate("PeopleSheets", "Login of the system")
    sheet.form.add(TextField(name="login", title=login))
    sheet.form.set_values({"is_officer": person.is_officer, "login": person.login})
    return sheet


def organisation_sheet(
    bench: Bench, organisation: OrganisationDetails | None = None, parent: Option | None = None
) -> Sheet:
    """An organisation or department, new or edited; `parent` is what it belongs to."""

    def ask(values: dict[str, Any]) -> Asked:
        fields = OrganisationFields(**values)
        if organisation is None:
            return register_organisation, RegisterOrganisation(fields)
        request = EditOrganisation(organisation.id, organisation.version, fields)
        return edit_organisation, request

    is_new = organisation is None
    sheet = _sheet(
        bench,
        translate("PeopleSheets", "New organisation")
        if is_new
        else translate("PeopleSheets", "Edit organisation"),
        translate("PeopleSheets", "Organisation saved"),
        ask,
        f"organisation:{organisation.id if organisation else 'new'}",
    )
    _fill_organisation(sheet, bench)
    values: dict[str, Any] = {"kind": "department" if parent else "company", "parent_id": parent}
    if organisation is not None:
        names = ("name", "short_name", "kind", "country", "domain", "address")
        values |= {name: getattr(organisation, name) for name in names}
    sheet.form.set_values(values)
    return sheet


def _fill_organisation(sheet: Sheet, bench: Bench) -> None:
    add = sheet.form.add
    add(TextField(name="name", title=translate("PeopleSheets", "Name"), required=True))
    kinds = bench.lists.offered("organisation_kind")
    add(
        TextField(name="short_name", title=translate("PeopleSheets", "Short name")),
        Choice(kinds, name="kind", title=translate("PeopleSheets", "Kind"), required=True),
    )
    above = translate("PeopleSheets", "Belongs to (optional)")
    add(organisation_picker(bench, ("university", "company"), name="parent_id", title=above))
    add(
        TextField(name="country", title=translate("PeopleSheets", "Country, such as US")),
        TextField(name="domain", title=translate("PeopleSheets", "Web domain")),
    )
    add(LongText(name="address", title=translate("PeopleSheets", "Address"), lines=3))


def size_sheet(bench: Bench, organisation_id: int) -> Sheet:
    """How large a company is from a day on."""

    def ask(values: dict[str, Any]) -> Asked:
        return record_company_size, RecordCompanySize(organisation_id, **values)

    title = translate("PeopleSheets", "Record the size")
    sheet = _sheet(bench, title, translate("PeopleSheets", "Size recorded"), ask)
    sizes = bench.lists.offered("company_size")
    sheet.form.add(
        Choice(sizes, name="size", title=translate("PeopleSheets", "Size"), required=True)
    )
    sheet.form.add(
        NumberField(name="employees", title=translate("PeopleSheets", "Employees (if known)")),
        DateField(name="on_day", title=translate("PeopleSheets", "From"), required=True),
    )
    sheet.form.set_values({"on_day": bench.office.today})
    return sheet
