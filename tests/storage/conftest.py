"""Empty offices of each kind, quickly: copies of one that was made once; and small actions to try."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from sqlalchemy import insert, select, update

from techmgr import schema
from techmgr.people.model import Organisation, Person
from techmgr.storage import search
from techmgr.storage.office import Office
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Note

SECRET = "it's “ürgent” 密码"
KINDS = ["plain", "encrypted", pytest.param("postgres", marks=pytest.mark.postgres)]
numbers = count(1)


@dataclass(frozen=True)
class Place:
    """Where an office of a test lies, and its passphrase."""

    address: str
    passphrase: str | None = None

    @property
    def path(self) -> Path:
        return Path(self.address)

    def open(self, officer: str = "Ada", **more) -> Office:
        return schema.open_office(self.address, passphrase=self.passphrase, officer=officer, **more)


@pytest.fixture(scope="session")
def _templates(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    schema.create(str(folder / "plain"))
    schema.create(str(folder / "encrypted"), SECRET)
    return folder


@pytest.fixture(scope="session")
def _template_database(postgres_server: str) -> str:
    with _server(postgres_server) as connection:
        connection.execute("CREATE DATABASE empty_office TEMPLATE template0")
    schema.create(postgres_server.format("empty_office"))
    return "empty_office"


def _server(postgres_server: str) -> psycopg.Connection:
    return psycopg.connect(
        postgres_server.replace("+psycopg", "").format("postgres"), autocommit=True
    )


@pytest.fixture
def plain(tmp_path: Path, _templates: Path) -> Place:
    """An empty office file without a passphrase."""
    return Place(str(shutil.copy(_templates / "plain", tmp_path / "office.techmgr")))


@pytest.fixture
def encrypted(tmp_path: Path, _templates: Path) -> Place:
    """An empty office file with a passphrase."""
    return Place(str(shutil.copy(_templates / "encrypted", tmp_path / "office.techmgr")), SECRET)


@pytest.fixture
def on_server(postgres_server: str, _template_database: str) -> Iterator[Place]:
    """An empty office on a real PostgreSQL server."""
    name = f"storage_{next(numbers)}"
    with _server(postgres_server) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {_template_database}")
        yield Place(postgres_server.format(name))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Place:
    """An empty office of each kind in turn."""
    fixture = "on_server" if request.param == "postgres" else request.param
    return request.getfixturevalue(fixture)


@pytest.fixture
def office(place: Place) -> Iterator[Office]:
    """An empty office of each kind, open for writing."""
    opened = place.open()
    yield opened
    opened.close()


@pytest.fixture
def plain_office(plain: Place) -> Iterator[Office]:
    """An empty plain office file, open for writing."""
    opened = plain.open()
    yield opened
    opened.close()


@dataclass(frozen=True)
class Named:
    """Something with a name; for an edit also its id and the version the form was opened with."""

    name: str
    id: int = 0
    version: int | None = None
    reason: str = ""


@action(undo=Undo.RESTORE)
def add_person(unit: Unit, request: Named) -> int:
    person = Person(name=request.name, sort_name=request.name)
    unit.session.add(person)
    unit.session.flush()
    unit.about(person.reference)
    return person.id


@action(undo=Undo.RESTORE)
def rename_person(unit: Unit, request: Named) -> int:
    person = unit.session.get_one(Person, request.id)
    unit.claim(person, request.version)
    person.name = request.name
    unit.about(person.reference)
    return person.version


@action(undo=Undo.RESTORE)
def delete_person(unit: Unit, request: Named) -> None:
    person = unit.session.get_one(Person, request.id)
    unit.about(person.reference)
    unit.session.delete(person)


@action(undo=Undo.RESTORE)
def add_organisation(unit: Unit, request: Named) -> int:
    """A company, under the one whose id is given."""
    made = Organisation(name=request.name, kind="company", parent_id=request.id or None)
    unit.session.add(made)
    unit.session.flush()
    return made.id


@action(undo=Undo.RESTORE)
def delete_organisation(unit: Unit, request: Named) -> None:
    unit.session.delete(unit.session.get_one(Organisation, request.id))


@action(undo=Undo.RESTORE)
def note_on_person(unit: Unit, request: Named) -> int:
    note = Note(subject=f"person:{request.id}", kind="call", on_day=unit.today, text=request.name)
    unit.session.add(note)
    unit.session.flush()
    return note.id


@action(undo=Undo.RESTORE)
def add_many(unit: Unit, request: list[str]) -> None:
    unit.session.execute(insert(Person), [{"name": name, "sort_name": name} for name in request])


@action(undo=Undo.RESTORE)
def rename_everyone(unit: Unit, request: Named) -> None:
    unit.session.execute(update(Person).values(name=request.name, version=Person.version + 1))


@action(undo=Undo.REVERSE)
def book(unit: Unit, request: Named) -> int:
    return add_person(unit, request)


@action(undo=Undo.NONE, because="the letter has left")
def post_letter(unit: Unit, request: Named) -> int:
    return add_person(unit, request)


@action(undo=Undo.RESTORE)
def nothing(unit: Unit, request: Named) -> None:
    """Change nothing."""


@pytest.fixture
def acts() -> SimpleNamespace:
    """Small actions to try, and queries that look at what they did."""
    return SimpleNamespace(
        Named=Named,
        add_person=add_person,
        rename_person=rename_person,
        delete_person=delete_person,
        add_organisation=add_organisation,
        delete_organisation=delete_organisation,
        note_on_person=note_on_person,
        add_many=add_many,
        rename_everyone=rename_everyone,
        book=book,
        post_letter=post_letter,
        nothing=nothing,
        names=names,
        Person=Person,
    )


def names(session) -> dict[int, str]:
    """Every person's name by id."""
    return dict(session.execute(select(Person.id, Person.name).order_by(Person.id)).all())


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Search over persons and their notes, and nothing else."""
    monkeypatch.setattr(search, "SEARCHED", {})
    search.searched(
        search.Searched(
            kind="someone",
            number=2,
            source=lambda: select(
                Person.id,
                Person.name.label("title"),
                Person.email.label("detail"),
                (Person.name + " " + Person.email + " " + _notes()).label("words"),
            ),
            watches={"person": "id", "note": "subject"},
        )
    )


def _notes():
    from sqlalchemy import String, cast, func

    return (
        select(func.coalesce(func.aggregate_strings(Note.text, " "), ""))
        .where(Note.subject == "person:" + cast(Person.id, String))
        .scalar_subquery()
    )
