"""The same import on a real PostgreSQL server: written, found again, taken back."""

from datetime import date
from pathlib import Path

import pytest
from action_examples.intake import PORTFOLIO, an_import
from sqlalchemy import func, select

from techmgr import schema
from techmgr.intake.actions import ImportRows, import_rows
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.model import ImportedText
from techmgr.intake.queries import dry_run, target_of
from techmgr.intake.reading import read
from techmgr.patents.model import Right
from techmgr.people.founding import FoundOffice, found_office
from techmgr.technology.model import Case

pytestmark = pytest.mark.postgres
DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def office(postgres_url):
    schema.create(postgres_url)
    opened = schema.open_office(postgres_url)
    opened.fixed_today = date(2026, 9, 14)
    opened.act(found_office, FoundOffice("Halden", "Ines Moreau"))
    yield opened
    opened.close()


def counts(office):
    def read_all(session):
        return tuple(
            session.scalar(select(func.count()).select_from(each))
            for each in (Case, Right, ImportedText)
        )

    return office.read(read_all)


def test_a_portfolio_and_back(office):
    table = read(DATA / "nasa-patents.csv")
    profile = Profile("", "cases", matched(table.columns, office.read(target_of, "cases")))
    trial = office.read(dry_run, table, profile, office.today)
    request = ImportRows(profile, trial.file, "nasa-patents.csv", "0" * 64)
    office.act(import_rows, request)
    assert counts(office)[0] == 1393
    assert office.act(import_rows, request).entry is None
    office.undo_last()
    assert counts(office) == (0, 0, 0)


def test_changes_follow_the_file(office):
    first = ("T-1", "Laser", "6000001", "Ada Okafor 60 %; Tom Reed 40 %", "Physics", "old", "")
    office.act(import_rows, an_import(office, "cases", PORTFOLIO, first))
    again = ("T-1", "Fibre laser", "6000001", "Ada Okafor; Tom Reed", "Optics", "new", "Licensed")
    office.act(import_rows, an_import(office, "cases", PORTFOLIO, again))
    title = office.read(lambda session: session.scalar(select(Case.title)))
    assert (title, counts(office)) == ("Fibre laser", (1, 1, 1))
