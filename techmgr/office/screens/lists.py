"""The office's lists of values for choices and cells, read once and again when a value changes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from techmgr.desktop.jobs import Jobs
from techmgr.desktop.showing import showing
from techmgr.office.queries import all_values, settings_on
from techmgr.office.settings import OfficeSettings
from techmgr.storage.office import Office

_Read = tuple[dict[tuple[str, str], str], dict[str, list[tuple[str, str]]], OfficeSettings]


class Lists(QObject):
    """Words of codes, what choices offer, and the office's settings. Empty until `loaded`."""

    loaded = Signal()

    def __init__(self, office: Office, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._jobs = jobs
        self._words: dict[tuple[str, str], str] = {}
        self._offered: dict[str, list[tuple[str, str]]] = {}
        self.settings: OfficeSettings | None = None
        jobs.wrote.connect(self.look)
        self.reload()

    def reload(self) -> None:
        """Read everything again."""
        self._jobs.read(
            self._office.read, _read, showing.language, self._office.today,
            owner=self, then=self._keep, key="lists",
        )  # fmt: skip

    def _keep(self, read: _Read) -> None:
        self._words, self._offered, self.settings = read
        self.loaded.emit()

    def look(self, result: object) -> None:
        """Read again when a value or a setting was written."""
        if {"listed_value", "office_setting"} & set(getattr(result, "tables", ())):
            self.reload()

    def word(self, name: str, code: str) -> str:
        """What a code is called; the code itself when no list has it."""
        return self._words.get((name, code), code.replace("_", " ").capitalize())

    def words(self, name: str) -> Callable[[str], str]:
        """A function from codes to words, for columns."""
        return lambda code: self.word(name, code) if code else ""

    def offered(self, name: str) -> list[tuple[str, str]]:
        """Code and words of what may be chosen."""
        return self._offered.get(name, [])

    @property
    def currency(self) -> str:
        """The office's base currency."""
        return self.settings.base_currency if self.settings else "USD"


def _read(session: Session, language: str, today: date) -> _Read:
    values = all_values(session)
    words = {(row.list, row.code): row.words(language) for rows in values.values() for row in rows}
    offered = {
        name: [(row.code, row.words(language)) for row in rows if row.offered]
        for name, rows in values.items()
    }
    return words, offered, settings_on(session, today)
