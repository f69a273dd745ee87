"""Pickers of people and organisations; who is not on file can be added without leaving the form."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from techmgr.desktop.choices import Maker, Option, Picker
from techmgr.office.screens.bench import Bench
from techmgr.people.actions import PersonFields, RegisterPerson, register_person
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.people.queries import find_organisations, find_persons, officers

Pick = Callable[[Option | None], None]


def person_picker(bench: Bench, **named: Any) -> Picker:
    """Any person, found by name or e-mail address."""
    return Picker(
        bench.jobs,
        partial(_persons, bench),
        makers=[
            Maker(
                QCoreApplication.translate("Pickers", "New person “{words}”"),
                partial(_make_person, bench),
            )
        ],
        placeholder=QCoreApplication.translate("Pickers", "Type a name"),
        **named,
    )


def officer_picker(bench: Bench, **named: Any) -> Picker:
    """One of the office's own officers."""
    placeholder = QCoreApplication.translate("Pickers", "Type a name")
    return Picker(bench.jobs, partial(_officers, bench), placeholder=placeholder, **named)


def organisation_picker(
    bench: Bench, kinds: Sequence[str] = ("company", "department", "agency"), **named: Any
) -> Picker:
    """Any organisation; `kinds` are what can be added when it is not on file."""
    makers = [Maker(_new_words(kind), partial(_make_organisation, bench, kind)) for kind in kinds]
    return Picker(
        bench.jobs,
        partial(_organisations, bench),
        makers=makers,
        placeholder=QCoreApplication.translate("Pickers", "Type a name"),
        **named,
    )


def _new_words(kind: str) -> str:
    return {
        "company": QCoreApplication.translate("Pickers", "New company “{words}”"),
        "department": QCoreApplication.translate("Pickers", "New department “{words}”"),
        "agency": QCoreApplication.translate("Pickers", "New funding agency “{words}”"),
        "university": QCoreApplication.translate("Pickers", "New university “{words}”"),
        "law_firm": QCoreApplication.translate("Pickers", "New law firm “{words}”"),
    }[kind]


def _persons(bench: Bench, typed: str) -> list[Option]:
    rows = bench.office.read(find_persons, typed, bench.office.today)
    return [Option(row.id, row.name, row.organisation) for row in rows]


def _officers(bench: Bench, typed: str) -> list[Option]:
    begins = typed.casefold().split()
    rows = bench.office.read(officers)
    return [
        Option(row.id, row.name)
        for row in rows
        if all(any(w.startswith(b) for w in row.name.casefold().split()) for b in begins)
    ]


def _organisations(bench: Bench, typed: str) -> list[Option]:
    rows = bench.office.read(find_organisations, typed)
    return [Option(row.id, row.name, row.parent) for row in rows]


def _picker(pick: Pick, bench: Bench) -> QObject:
    """The field that waits for what is made; a form closed meanwhile gets nothing."""
    owner = getattr(pick, "__self__", bench)
    return owner if isinstance(owner, QObject) else bench


def _make_person(bench: Bench, name: str, pick: Pick) -> None:
    bench.act(
        register_person,
        RegisterPerson(PersonFields(name)),
        owner=_picker(pick, bench),
        said=QCoreApplication.translate("Pickers", "Person added: {name}").format(name=name),
        then=lambda done: pick(Option(done.result, name)),
    )


def _make_organisation(bench: Bench, kind: str, name: str, pick: Pick) -> None:
    parent = None
    if kind == "department" and bench.lists.settings is not None:
        parent = bench.lists.settings.own_organisation
    bench.act(
        register_organisation,
        RegisterOrganisation(OrganisationFields(name, kind, parent_id=parent)),
        owner=_picker(pick, bench),
        said=QCoreApplication.translate("Pickers", "Organisation added: {name}").format(name=name),
        then=lambda done: pick(Option(done.result, name)),
    )
