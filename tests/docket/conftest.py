"""The shipped rules and calendars, a short way to compute, and real histories where they are at hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from techmgr.docket.calendars import Calendar, shipped_calendars
from techmgr.docket.compute import all_due
from techmgr.docket.due import Due
from techmgr.docket.events import Event
from techmgr.docket.rulebook import shipped_rules
from techmgr.docket.rules import Rulebook

Compute = Callable[..., dict[str, Due]]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return shipped_rules()


@pytest.fixture(scope="session")
def calendars() -> dict[str, Calendar]:
    return shipped_calendars()


@pytest.fixture(scope="session")
def compute(book, calendars) -> Compute:
    """Compute the deadlines of a record by code: `compute({"filed": "2016-11-15"}, country="EP")`."""

    def run(events: dict[str, str] | list[Event], **facts) -> dict[str, Due]:
        given = (
            [Event(kind, date.fromisoformat(day), key=kind) for kind, day in events.items()]
            if isinstance(events, dict)
            else events
        )
        return {due.rule.code: due for due in all_due(book, given, facts, calendars)}

    return run


@pytest.fixture(scope="session")
def real_histories() -> Path:
    """The folder of public prosecution histories, which may lie beside the project."""
    folder = ROOT.parent / "shared" / "data" / "uspto-prosecution"
    if not folder.is_dir():
        pytest.skip("the real histories are not here")
    return folder
