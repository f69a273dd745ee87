"""Forms of rights: a filing, its record as a whole, its cases, its grant, giving it up."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.shares import WHOLE, show_share
from techmgr.desktop.choices import Choice, Option, Picker
from techmgr.desktop.fields import (
    DateField,
    Field,
    LongText,
    NumberField,
    ShareField,
    TextField,
    Toggle,
)
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.patents.actions import (
    AbandonRight,
    EditRight,
    FileRight,
    GrantRight,
    RightFields,
    ShareRight,
    abandon_right,
    edit_right,
    file_right,
    grant_right,
    share_right,
)
from techmgr.patents.queries import RightRow
from techmgr.patents.queries_page import RightFile
from techmgr.patents.screens.words import name_words
from techmgr.people.screens.pickers import organisation_picker
from techmgr.storage import search

translate = QCoreApplication.translate
WIDTH = 520
_PLAIN = ("kind", "country", "title", "filed", "published", "granted")
_NUMBERS = ("application_number", "publication_number", "grant_number")


def file_right_sheet(
    bench: Bench,
    case_id: int,
    title: str,
    *,
    parent: RightRow | None = None,
    shares: tuple[tuple[int, Fraction], ...] = (),
) -> Sheet:
    """A filing on one case, or on the cases of the right it grows from; without a day it is planned."""

    def ask(values: dict[str, Any]) -> Asked:
        cases = shares or ((case_id, Fraction(1)),)
        return file_right, FileRight(_fields(values, cases))

    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Record a filing"),
        lead=translate("RightSheets", "Numbers are kept as the office wrote them."),
        save=translate("RightSheets", "Save the filing"),
        said=translate("RightSheets", "Filing recorded"),
        ask=ask,
        draft=f"file_right:{case_id}",
    )
    _filing_fields(bench, sheet)
    kind = "non_provisional" if parent is not None else "provisional"
    begun = {"kind": kind, "country": "US", "title": title, "filed": bench.office.today}
    first = Option(parent.id, name_words(bench, parent)) if parent is not None else None
    sheet.form.set_values({**begun, "parent_id": first, "link": "", "entity_size": ""})
    return sheet


def edit_right_sheet(bench: Bench, found: RightFile) -> Sheet:
    """The record of a right as a whole. Its cases have a form of their own, with a day."""
    shares = tuple((each.case_id, each.share) for each in found.shares if each.is_in_force)
    more = _kept_of(found)

    def ask(values: dict[str, Any]) -> Asked:
        fields = _fields(values, shares, more)
        return edit_right, EditRight(found.row.id, found.row.version, fields)

    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Edit {right}").format(right=name_words(bench, found.row)),
        lead=translate("RightSheets", "Where it stands follows from its dates and events."),
        save=translate("RightSheets", "Save the right"),
        said=translate("RightSheets", "Right saved"),
        ask=ask,
        draft=f"edit_right:{found.row.id}",
    )
    _filing_fields(bench, sheet)
    _term_fields(sheet)
    _party_fields(bench, sheet)
    followed = translate("RightSheets", "We follow its dates")
    sheet.form.add(Toggle(name="is_followed", title=followed))
    sheet.form.set_values(_values(bench, found))
    return sheet


def _kept_of(found: RightFile) -> tuple[tuple[int, str], ...]:
    """What it relies on besides the filing it grew from stays as it is."""
    return tuple(found.links.get(found.row.id, [])[1:])


def _fields(
    values: Mapping[str, Any],
    cases: tuple[tuple[int, Fraction], ...],
    also: tuple[tuple[int, str], ...] = (),
) -> RightFields:
    known = dict(values)
    parent = known.pop("parent_id")
    for name in ("applicants", "owners"):
        rows = known.pop(name, [])
        known[name] = tuple(each["organisation"] for each in rows if each["organisation"])
    known["pta_days"] = known.get("pta_days") or 0
    return RightFields(cases=cases, parent_id=parent, also=also, **known)


def _values(bench: Bench, found: RightFile) -> dict[str, Any]:
    row, more = found.row, found.details
    links = found.links.get(row.id, [])
    values: dict[str, Any] = {name: getattr(row, name) for name in (*_PLAIN, *_NUMBERS)}
    values |= {
        "expires": more.expires,
        "pta_days": more.pta_days,
        "disclaimed_to": more.disclaimed_to,
        "counsel_id": Option(more.counsel_id, row.counsel) if more.counsel_id else None,
        "counsel_reference": more.counsel_reference,
        "entity_size": more.entity_size,
        "entity_size_since": more.entity_size_since,
        "is_followed": more.is_followed,
        "parent_id": _parent(bench, found),
        "link": links[0][1] if links else "",
    }
    for role, name in (("applicant", "applicants"), ("owner", "owners")):
        values[name] = [
            {"organisation": Option(each.organisation_id, each.name)}
            for each in found.parties
            if each.role == role
        ]
    return values


def _filing_fields(bench: Bench, sheet: Sheet) -> None:
    form, offered = sheet.form, bench.lists.offered
    kind, office = translate("RightSheets", "Kind"), translate("RightSheets", "Country or office")
    hint = translate("RightSheets", "Two letters: US, EP, WO, CN …")
    form.add(
        Choice(offered("right_kind"), name="kind", title=kind, required=True),
        TextField(name="country", title=office, hint=hint, required=True),
    )
    form.add(TextField(name="title", title=translate("RightSheets", "Title"), required=True))
    for day, number, titles in _dated():
        form.add(DateField(name=day, title=titles[0]), TextField(name=number, title=titles[1]))
    confirmed = translate("RightSheets", "The numbers are right as they stand")
    form.add(Toggle(name="numbers_confirmed", title=confirmed))
    none = ("", translate("RightSheets", "As the kinds tell"))
    form.add(
        right_picker(bench, name="parent_id", title=translate("RightSheets", "Grew from")),
        Choice([none, *offered("right_link")], name="link", title=translate("RightSheets", "How")),
    )
    form.add(
        organisation_picker(
            bench, ("law_firm",), name="counsel_id", title=translate("RightSheets", "Counsel")
        ),
        TextField(name="counsel_reference", title=translate("RightSheets", "Their reference")),
    )
    size = translate("RightSheets", "Entity size")
    unsaid = ("", translate("RightSheets", "Not said"))
    form.add(
        Choice([unsaid, *offered("entity_size")], name="entity_size", title=size),
        DateField(name="entity_size_since", title=translate("RightSheets", "Since")),
    )
    form.add(DateField(name="expires", title=translate("RightSheets", "Last day, if stated")))


def _dated() -> list[tuple[str, str, tuple[str, str]]]:
    """A day and the number that came with it, side by side."""
    return [
        ("filed", "application_number",
         (translate("RightSheets", "Filed"), translate("RightSheets", "Application number"))),
        ("published", "publication_number",
         (translate("RightSheets", "Published"), translate("RightSheets", "Publication number"))),
        ("granted", "grant_number",
         (translate("RightSheets", "Granted"), translate("RightSheets", "Grant number"))),
    ]  # fmt: skip


def _term_fields(sheet: Sheet) -> None:
    days, disclaimed = (
        translate("RightSheets", "Term adjustment, days"),
        translate("RightSheets", "Term disclaimed to"),
    )
    sheet.form.add(
        NumberField(name="pta_days", title=days), DateField(name="disclaimed_to", title=disclaimed)
    )


def _party_fields(bench: Bench, sheet: Sheet) -> None:
    titles = {
        "applicants": (
            translate("RightSheets", "Applicants"),
            translate("RightSheets", "Add applicant"),
        ),
        "owners": (translate("RightSheets", "Owners"), translate("RightSheets", "Add owner")),
    }
    for name, (title, add) in titles.items():
        picker = RowColumn("organisation", title, lambda: organisation_picker(bench), stretch=1)
        sheet.form.add(RowsField([picker], name=name, title="", add=add))


def _parent(bench: Bench, found: RightFile) -> Option | None:
    links = found.links.get(found.row.id)
    earlier = next((each for each in found.family if links and each.id == links[0][0]), None)
    return Option(earlier.id, name_words(bench, earlier)) if earlier is not None else None


def right_picker(bench: Bench, **named: Any) -> Picker:
    """Any right, found by number or title."""

    def find(typed: str) -> list[Option]:
        hits = bench.office.read(search.find, typed, kinds=("patent",), limit=20)
        return [Option(hit.reference.id, hit.detail, hit.title) for hit in hits]

    placeholder = translate("RightSheets", "Type a number or a word")
    return Picker(bench.jobs, find, placeholder=placeholder, **named)


def share_right_sheet(bench: Bench, found: RightFile) -> Sheet:
    """The cases a right serves, from a day on; the shares make exactly the whole."""

    def ask(values: dict[str, Any]) -> Asked:
        cases = tuple(
            (row["case"] or 0, row["share"] or Fraction(0))
            for row in values["cases"]
            if row["case"]
        )
        request = ShareRight(found.row.id, found.row.version, cases, values["from_day"])
        return share_right, request

    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Share between cases"),
        lead=translate("RightSheets", "What was in force before that day stays on record."),
        save=translate("RightSheets", "Save the shares"),
        said=translate("RightSheets", "Shares saved"),
        ask=ask,
        draft=f"share_right:{found.row.id}",
    )
    sheet.form.add(_cases_field(bench))
    day = translate("RightSheets", "From (empty: from the beginning)")
    sheet.form.add(DateField(name="from_day", title=day))
    current = [each for each in found.shares if each.is_in_force]
    rows = [{"case": Option(one.case_id, one.number), "share": one.share} for one in current]
    since: date | None = current[0].from_day if current else None
    sheet.form.set_values({"cases": rows, "from_day": since})
    return sheet


def _cases_field(bench: Bench) -> Field:
    return RowsField(
        [
            RowColumn("case", translate("RightSheets", "Case"), lambda: case_picker(bench), stretch=2),
            RowColumn("share", translate("RightSheets", "Share"), ShareField, width=110),
        ],
        name="cases",
        title=translate("RightSheets", "Cases"),
        add=translate("RightSheets", "Add case"),
        add_key="Alt+A",
        total=_total,
    )  # fmt: skip


def _total(rows: list[dict[str, Any]]) -> tuple[str, str, str]:
    shares = [row["share"] for row in rows if row["share"] is not None]
    whole = sum(shares, Fraction(0))
    if not shares:
        return "share", "", ""
    return "share", show_share(whole), "ok_text" if whole == WHOLE else "danger_text"


def case_picker(bench: Bench, **named: Any) -> Picker:
    """Any case, found by number, title or abstract."""

    def find(typed: str) -> list[Option]:
        hits = bench.office.read(search.find, typed, kinds=("case",), limit=20)
        return [Option(hit.reference.id, hit.detail, hit.title) for hit in hits]

    placeholder = translate("RightSheets", "Type a number or a word")
    return Picker(bench.jobs, find, placeholder=placeholder, **named)


def grant_right_sheet(bench: Bench, right: RightRow) -> Sheet:
    """The grant of a right."""
    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Record the grant"),
        lead=showing.listed(name_words(bench, right), showing.day(right.filed)),
        save=translate("RightSheets", "Save the grant"),
        said=translate("RightSheets", "Grant recorded"),
        ask=lambda values: (grant_right, GrantRight(right.id, right.version, **values)),
        draft=f"grant_right:{right.id}",
    )
    form = sheet.form
    form.add(DateField(name="granted", title=translate("RightSheets", "Granted"), required=True))
    form.add(
        TextField(
            name="grant_number", title=translate("RightSheets", "Grant number"), required=True
        )
    )
    form.add(DateField(name="expires", title=translate("RightSheets", "Last day, if stated")))
    return sheet


def abandon_right_sheet(bench: Bench, right: RightRow) -> Sheet:
    """A right given up, with the reason."""
    sheet = Sheet(
        bench,
        title=translate("RightSheets", "Give {right} up").format(right=name_words(bench, right)),
        lead=translate("RightSheets", "The right and its dates stay on record."),
        save=translate("RightSheets", "Give up"),
        said=translate("RightSheets", "Right given up"),
        ask=lambda values: (abandon_right, AbandonRight(right.id, right.version, **values)),
        draft=f"abandon_right:{right.id}",
    )
    form = sheet.form
    form.add(DateField(name="on_day", title=translate("RightSheets", "From"), required=True))
    form.add(
        LongText(name="reason", title=translate("RightSheets", "Reason"), lines=3, required=True)
    )
    form.set_values({"on_day": bench.office.today})
    return sheet
