"""People and organisations taken in from files."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from babel import Locale
from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import LANGUAGES, say
from techmgr.intake.actions import import_rows
from techmgr.intake.dryrun import Write
from techmgr.intake.fields import Field, Key, Kind, Target, folded
from techmgr.intake.incoming import Incoming
from techmgr.intake.normalising import Rule
from techmgr.intake.taking import Found, Taking, takes_in
from techmgr.office.queries import codes_by_word
from techmgr.people.model import Affiliation, Organisation, Person
from techmgr.people.names import initials_of, sort_name_of
from techmgr.storage.bulk import Tell, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Unit

ORGANISATION = (
    Field("name", say("Name"), names=("organisation", "university", "company"), required=True),
    Field("short_name", say("Short name"), names=("abbreviation", "acronym")),
    Field("domain", say("Domain"), names=("domains", "website domain")),
    Field("address", say("Address")),
)
PERSON = (
    Field("name", say("Name"), names=("full name", "person", "inventor", "姓名"), required=True),
    Field("sort_name", say("Sort name")),
    Field("initials", say("Initials")),
    Field("email", say("E-mail"), names=("mail", "e-mail address", "邮箱")),
    Field("phone", say("Telephone"), names=("phone number", "电话")),
    Field("address", say("Address"), names=("地址",)),
    Field("other_name", say("Name in another script"), names=("chinese name", "english name")),
)
_LANGUAGE_WORDS = {
    "en": "en",
    "English": "en",
    "zh_CN": "zh_CN",
    "Chinese": "zh_CN",
    "中文": "zh_CN",
}


def organisation_target(session: Session) -> Target:
    """Return what is taken in of an organisation: name, country and domain say which one it is."""
    kinds = codes_by_word(session, "organisation_kind")
    more = (
        Field("kind", say("Kind"), Kind.CHOICE, choices=kinds),
        Field(
            "country_code",
            say("Country code"),
            Kind.CHOICE,
            names=("alpha_two_code", "iso country", "country", "国家"),
            choices=_countries(),
        ),
    )
    identity = ("name", "country_code", "domain")
    return Target("organisations", say("Organisations"), (*ORGANISATION, *more), identity)


def person_target(session: Session) -> Target:
    """Return what is taken in of a person: name and e-mail address say who it is."""
    more = (
        Field("language", say("Language"), Kind.CHOICE, choices=_LANGUAGE_WORDS),
        Field(
            "organisation",
            say("Organisation"),
            names=("employer", "department", "institution", "affiliation", "单位"),
            rules=(known_organisation(session),),
        ),
        Field(
            "position",
            say("Position"),
            Kind.CHOICE,
            choices=codes_by_word(session, "position"),
        ),
    )
    return Target("people", say("People"), (*PERSON, *more), ("name", "email"))


def known_organisation(session: Session) -> Rule:
    """Return the rule that writes an organisation's name as the office has it."""
    names = {bare: name for bare, (_, name) in _known_organisations(session).items()}
    return Rule(
        "known-organisation",
        say("Name of an organisation"),
        say("An organisation that is known here is written as it is here."),
        lambda text: names.get(folded(text), text),
    )


def organisations_called(
    unit: Unit, names: Iterable[str], kind: str, parent_id: int | None = None
) -> dict[str, int]:
    """Return the ids of organisations by folded name; one that is not known is registered, once."""
    known = {bare: number for bare, (number, _) in _known_organisations(unit.session).items()}
    new = _first_written(names, known)
    ids = next_ids(unit.session, Organisation, len(new))
    rows = [
        {"id": number, "name": name, "kind": kind, "parent_id": parent_id}
        for number, name in zip(ids, new.values(), strict=True)
    ]
    insert_rows(unit.session, Organisation, rows, lambda _rows: None)
    return known | dict(zip(new, ids, strict=True))


def folded_ids(known: Mapping[str, int], name: str | None) -> int | None:
    """Return the id that `organisations_called` or `persons_called` gave for a name as written."""
    return known[folded(name)] if name else None


def persons_called(unit: Unit, names: Iterable[str]) -> dict[str, int]:
    """Return the ids of persons by folded name; one who is not known is registered, once."""
    rows = unit.session.execute(select(Person.id, Person.name, Person.merged_into_id))
    known: dict[str, int] = {}
    for number, name, merged in rows:
        known.setdefault(folded(name), merged or number)
    new = _first_written(names, known)
    ids = next_ids(unit.session, Person, len(new))
    people = [
        _person({"id": number, "name": name})
        for number, name in zip(ids, new.values(), strict=True)
    ]
    insert_rows(unit.session, Person, people, lambda _rows: None)
    return known | dict(zip(new, ids, strict=True))


def _first_written(names: Iterable[str], known: Mapping[str, int]) -> dict[str, str]:
    """Return names that are not known by their folded form, written as they came first."""
    new: dict[str, str] = {}
    for name in names:
        if folded(name) not in known:
            new.setdefault(folded(name), name)
    return new


def _known_organisations(session: Session) -> dict[str, tuple[int, str]]:
    """Return id and name of organisations by folded name; a merged one leads to the one kept."""
    columns = (Organisation.id, Organisation.name, Organisation.merged_into_id)
    rows = session.execute(select(*columns).order_by(Organisation.id)).all()
    names = {number: name for number, name, _ in rows}
    known: dict[str, tuple[int, str]] = {}
    for number, name, merged in sorted(rows, key=lambda row: row[2] is not None):
        kept = merged or number
        known.setdefault(folded(name), (kept, names[kept]))
    return known


def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found |= {name: code, code: code}
    return found


def _found_organisations(session: Session, target: Target, file: Incoming) -> Found:
    columns = (
        Organisation.id,
        Organisation.name,
        Organisation.short_name,
        Organisation.kind,
        Organisation.country.label("country_code"),
        Organisation.domain,
        Organisation.address,
    )
    rows = session.execute(
        select(*columns)
        .where(Organisation.merged_into_id.is_(None))
        .order_by(Organisation.id.desc())
    )
    return _by_key([dict(row) for row in rows.mappings()], target, file)


def _by_key(rows: Iterable[Mapping[str, Any]], target: Target, file: Incoming) -> Found:
    """Find each row's record: all of its identity, else the name with the rest not known here yet."""
    whole: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    named: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    given = [name for name in target.identity if name in file.columns]
    for row in rows:
        values = {name: value or None for name, value in row.items() if name != "id"}
        whole[target.key({name: values[name] for name in given})] = (row["id"], values)
        if not any(values[name] for name in given[1:]):
            named[target.key({given[0]: values[given[0]]})] = (row["id"], values)
    found: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    taken: set[int] = set()
    for line in file.lines:
        match = whole.get(line.key) or named.get(target.key({given[0]: line.values[given[0]]}))
        if match and (match[0] not in taken or line.key in whole):
            # The same name in other capitals is no change.
            own = {**match[1], given[0]: line.values[given[0]]}
            found[line.key] = (match[0], own)
            taken.add(match[0])
    return found


def _write_organisations(
    unit: Unit, _run_id: int, todo: Sequence[Write], tell: Tell
) -> Sequence[int]:
    ids = _ids(unit, Organisation, todo)
    new, changed = [], {}
    for number, write in zip(ids, todo, strict=True):
        values = _plain(write.values)
        if "country_code" in values:
            values["country"] = values.pop("country_code")
        if "domain" in values:
            values["domain"] = values["domain"].lower()
        if write.existing is None:
            new.append({"id": number, **_ORGANISATION_ROW, **values})
        elif values:
            changed[number] = values
    insert_rows(unit.session, Organisation, new, tell)
    update_rows(unit.session, Organisation, changed, tell)
    return ids


_ORGANISATION_ROW = {"short_name": "", "kind": "other", "country": "", "domain": "", "address": ""}


def _ids(unit: Unit, record: type[Organisation | Person], todo: Sequence[Write]) -> list[int]:
    fresh = iter(next_ids(unit.session, record, sum(each.existing is None for each in todo)))
    return [next(fresh) if each.existing is None else each.existing.record for each in todo]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: "" if value is None else value for name, value in values.items()}


def _found_people(session: Session, target: Target, file: Incoming) -> Found:
    place = (
        select(Organisation.name, Affiliation.position, Affiliation.person_id)
        .join(Organisation, Organisation.id == Affiliation.organisation_id)
        .where(Affiliation.until_day.is_(None))
        .order_by(Affiliation.id)
    )
    places = {person: (name, position) for name, position, person in session.execute(place)}
    names = [each.key for each in PERSON]
    columns = [getattr(Person, name) for name in (*names, "language")]
    rows = session.execute(
        select(Person.id, *columns)
        .where(Person.merged_into_id.is_(None))
        .order_by(Person.id.desc())
    ).mappings()
    nowhere = (None, None)
    people = [
        {
            **row,
            "organisation": places.get(row["id"], nowhere)[0],
            "position": places.get(row["id"], nowhere)[1],
        }
        for row in rows
    ]
    return _by_key(people, target, file)


def _write_people(unit: Unit, _run_id: int, todo: Sequence[Write], tell: Tell) -> Sequence[int]:
    ids = _ids(unit, Person, todo)
    new, changed = [], {}
    for number, write in zip(ids, todo, strict=True):
        values = _plain(write.values)
        for name in ("organisation", "position"):
            values.pop(name, None)
        if write.existing is None:
            new.append(_person({"id": number, **_PERSON_ROW, **values}))
        elif values:
            changed[number] = values
    insert_rows(unit.session, Person, new, tell)
    update_rows(unit.session, Person, changed, tell)
    _affiliate(unit, todo, ids)
    return ids


_PERSON_ROW = {"email": "", "phone": "", "address": "", "other_name": "", "language": "en"}


def _person(row: dict[str, Any]) -> dict[str, Any]:
    name = row["name"]
    row["sort_name"] = row.get("sort_name") or sort_name_of(name)
    row["initials"] = row.get("initials") or initials_of(name)
    return row


def _affiliate(unit: Unit, todo: Sequence[Write], ids: Sequence[int]) -> None:
    """A place that differs ends the one before it, and begins on the day of the import."""
    placed = {
        number: (
            name,
            each.values.get("position") or _position_before(each),
        )
        for number, each in zip(ids, todo, strict=True)
        if (name := each.values.get("organisation"))
    }
    known = organisations_called(unit, [name for name, _ in placed.values()], "other")
    open_places = unit.session.execute(
        select(Affiliation.id, Affiliation.person_id).where(Affiliation.until_day.is_(None))
    )
    ended = {number: {"until_day": unit.today} for number, who in open_places if who in placed}
    update_rows(unit.session, Affiliation, ended, lambda _rows: None)
    rows = [
        {
            "person_id": number,
            "organisation_id": known[folded(name)],
            "position": position,
            "from_day": unit.today,
        }
        for number, (name, position) in placed.items()
    ]
    insert_rows(unit.session, Affiliation, rows, lambda _rows: None)


def _position_before(write: Write) -> str:
    before = write.existing.values.get("position") if write.existing else None
    return before or "employee"


takes_in(
    Taking(
        "organisations",
        "organisation",
        organisation_target,
        _found_organisations,
        _write_organisations,
        import_rows,
    )
)
takes_in(Taking("people", "person", person_target, _found_people, _write_people, import_rows))
