"""An empty founded office for each test, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import techmgr.records  # noqa: F401 - makes every record and everything searched known
from techmgr import schema
from techmgr.people.founding import FoundOffice, found_office
from techmgr.storage.office import Office

TODAY = date(2026, 9, 14)
OFFICER = "Ines Moreau"


@pytest.fixture(scope="session")
def founded_office_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office file with its settings, lists, institution and first officer; copy it."""
    path = tmp_path_factory.mktemp("founded") / "halden.techmgr"
    schema.create(str(path))
    with_officer = schema.open_office(str(path), officer=OFFICER)
    with_officer.fixed_today = TODAY
    request = FoundOffice("Halden Technology Transfer", OFFICER, institution="Halden University")
    with_officer.act(found_office, request)
    with_officer.close()
    return path


@pytest.fixture
def office(founded_office_file: Path, tmp_path: Path) -> Iterator[Office]:
    """An open, empty office of Halden University on Monday 14 September 2026."""
    path = tmp_path / "halden.techmgr"
    shutil.copy(founded_office_file, path)
    opened = schema.open_office(str(path), officer=OFFICER)
    opened.fixed_today = TODAY
    yield opened
    opened.close()
