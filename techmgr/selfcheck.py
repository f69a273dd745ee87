"""`techmgr --self-check`: a built program proves that everything it needs is inside it.

It opens a new office in a temporary folder, carries a small story through by actions, writes one
PDF, one Word and one Excel file, checks the office and closes it. One line says how it went.
"""

import sys
import tempfile
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from techmgr import records, schema
from techmgr.core.later import load_all
from techmgr.core.paths import resource
from techmgr.documents import word
from techmgr.people.actions import PersonFields, RegisterPerson, register_person
from techmgr.people.founding import FoundOffice, found_office
from techmgr.reports.paper import write_pdf
from techmgr.reports.queries import build
from techmgr.reports.schemes import scheme_named
from techmgr.reports.workbook import write_workbook
from techmgr.storage import search
from techmgr.storage.check import check
from techmgr.storage.office import Office
from techmgr.technology.actions import CaseFields, RegisterCase, register_case

assert records.__all__, "every record is known before an office is opened"

_PASSPHRASE = "self-check"  # noqa: S105 - of an office that is thrown away
_DAY = date(2026, 9, 14)


def main() -> int:
    """Run the check and return the exit status: 0 when all is well, else 1."""
    try:
        _load_screens()
        with tempfile.TemporaryDirectory() as folder:
            written = run(Path(folder))
    except Exception as error:  # noqa: BLE001 - whatever fails is what the check is for
        sys.stdout.write(f"techmgr self-check failed: {type(error).__name__}: {error}\n")
        return 1
    sys.stdout.write(f"techmgr self-check passed: {', '.join(written)}\n")
    return 0


def run(folder: Path) -> list[str]:
    """Carry the story through in an empty folder and return the names of the files written."""
    place = str(folder / "check.techmgr")
    schema.create(place, _PASSPHRASE)
    office = schema.open_office(place, passphrase=_PASSPHRASE, officer="Self-check")
    office.fixed_today = _DAY
    try:
        _tell(office)
        written = _write(office, folder)
    finally:
        office.close()
    faults = check(place, _PASSPHRASE)
    if faults:
        raise AssertionError("; ".join(str(each.text) for each in faults))
    return [path.name for path in written]


def _load_screens() -> None:
    # Imported late: this module is also read where there is no Qt.
    from techmgr.app import SCREENS  # noqa: PLC0415 - as above

    for name in SCREENS:
        import_module(name)
    load_all()


def _tell(office: Office) -> None:
    office.act(found_office, FoundOffice("Self-check office", "Self-check"))
    office.act(register_person, RegisterPerson(PersonFields("Ines Moreau 莫雷")))
    office.act(register_case, RegisterCase(CaseFields("Infrasonic stethoscope", type="invention")))
    if not office.read(search.find, "infra steth"):
        raise AssertionError("search does not find the case")
    undone = office.undo_last()
    if office.read(search.find, "infra steth"):
        raise AssertionError(f"undo left the case: {undone.result.action}")


def _write(office: Office, folder: Path) -> list[Path]:
    report = office.read(build, scheme_named("autm"), 2026)
    template = resource("templates/licence.docx")
    blanks = word.blanks_of(template.read_bytes())
    line = dict.fromkeys(("country", "number", "filed", "title", "what", "due", "payment"), "–")
    values: dict[str, Any] = dict.fromkeys(blanks, "–")
    values |= {"patents": [line], "milestones": [line]}
    letter = word.write(template, values, folder / "check.docx")
    return [
        write_pdf(report, folder / "check.pdf", _DAY, "zh_CN"),
        letter,
        write_workbook(report, folder / "check.xlsx"),
    ]
