"""Making an office: a new one from its form, and the sample office. On the writer's thread, without Qt."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from techmgr import sample, schema
from techmgr.people.founding import FoundOffice, found_office
from techmgr.storage import files
from techmgr.storage.engines import is_server

if TYPE_CHECKING:
    from techmgr.office.screens.new_office import Wanted


def make(wanted: "Wanted") -> None:
    """Make and found an office; when it cannot be founded, nothing of it stays."""
    schema.create(wanted.place, wanted.passphrase or None)
    try:
        office = schema.open_office(
            wanted.place, passphrase=wanted.passphrase or None, officer=wanted.officer
        )
        try:
            office.act(found_office, _founding(wanted))
        finally:
            office.close()
    except BaseException:
        if not is_server(wanted.place):
            remove(Path(wanted.place))
        raise


def _founding(wanted: "Wanted") -> FoundOffice:
    return FoundOffice(
        name=wanted.name,
        officer=wanted.officer,
        institution=wanted.institution,
        base_currency=wanted.base_currency,
        fiscal_year_end=wanted.fiscal_year_end,
        time_zone=wanted.time_zone,
    )


def build_sample(place: Path, today: date, report: Callable[[int, int], None]) -> str:
    """Build the sample office beside its place and move it there once whole; returns the place."""
    fresh = place.with_name(place.name + ".building")
    remove(fresh)
    try:
        sample.build(str(fresh), today, progress=report)
        fresh.replace(place)
    finally:
        remove(fresh)
    return str(place)


def remove(path: Path) -> None:
    """Remove an office that was not finished, with its lock."""
    files.remove(path)
    path.with_name(path.name + ".lock").unlink(missing_ok=True)
