"""The form of a new office: where it lies, whose it is, who is its first officer, and how it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimeZone
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit

from techmgr.core.errors import UserError
from techmgr.core.paths import documents_folder
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import TextField
from techmgr.desktop.forms import Form
from techmgr.desktop.pages import Key, Page, PageKind, Place, Window
from techmgr.desktop.widgets import Button, column, holding, label, line, row

_FIRST = ("USD", "EUR", "GBP", "CNY", "JPY", "CAD", "AUD", "CHF")
_YEAR_ENDS = ("12-31", "03-31", "06-30", "07-31", "08-31", "09-30")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new office is to be: a file's path or a database's address, and how it begins."""

    place: str
    passphrase: str
    name: str
    institution: str
    officer: str
    base_currency: str
    fiscal_year_end: str
    time_zone: str
    then: str = ""  # the page to go to first, such as the import


Create = Callable[[Wanted, Callable[[UserError], object]], object]


def kind(create: Create, officer: str) -> PageKind:
    """The form; it is not in the navigation."""
    return PageKind(
        "new_office",
        QCoreApplication.translate("NewOffice", "New office"),
        "file-plus",
        lambda window: NewOffice(window, create, officer),
        navigation=False,
    )


class NewOffice(Page):
    """Saved as a whole: the office is made with everything in the form, or not at all."""

    def __init__(self, window: Window, create: Create, officer: str) -> None:
        super().__init__(window)
        self._create = create
        self._is_making = False
        self.form = Form()
        self._fill(officer)
        self.make = Button(self.tr("Make the office"), self.save, kind="primary", key="Ctrl+S")
        foot = row(Button(self.tr("Back"), window.back), None, self.make, margins=(28, 10, 28, 12))
        lead = self.tr("Everything but the place can be changed later, from a day on.")
        head = holding(
            column(
                label(self.tr("New office"), "title"),
                label(lead, "body", "secondary"),
                gap=3,
                margins=(28, 14, 28, 8),
            )
        )
        parts = column(head, line(), self.form, line(), foot)
        parts.setStretch(2, 1)
        middle = holding(parts)
        middle.setFixedWidth(720)
        across = row(None, middle, None)
        across.setStretch(1, 1)
        self.setLayout(across)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        self.setFocusProxy(self.form.fields["name"])

    def _fill(self, officer: str) -> None:
        form = self.form
        form.section("office", self.tr("Office"))
        form.add(
            TextField(name="name", title=self.tr("Name of the office"), required=True),
            TextField(name="institution", title=self.tr("University or laboratory"), required=True),
        )
        form.add(
            TextField(
                name="officer",
                title=self.tr("First officer"),
                hint=self.tr("Your name stands beside everything you change."),
                required=True,
            )
        )
        self._fill_counting()
        self._fill_place()
        form.fields["officer"].set_value(officer)
        form.settle()

    def _fill_counting(self) -> None:
        # Imported when the form is built: the first window is painted without Babel.
        from babel.numbers import list_currencies  # noqa: PLC0415 - as above

        self.form.section("counting", self.tr("How it counts"))
        rest = sorted(set(list_currencies()) - set(_FIRST))
        currency = Choice([(code, code) for code in (*_FIRST, *rest)], name="base_currency")
        currency.set_title(self.tr("Base currency"))
        year = Choice([(day, day) for day in _YEAR_ENDS], name="fiscal_year_end")
        year.set_title(self.tr("Fiscal year ends on"))
        year.box.setEditable(True)
        zone = TextField(name="time_zone", title=self.tr("Time zone"), required=True)
        self.form.add(currency, year, zone)
        currency.set_value("USD")
        year.set_value("12-31")
        system = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        zone.set_value(system if "/" in system else "UTC")

    def _fill_place(self) -> None:
        form = self.form
        form.section("place", self.tr("Where it lies"))
        place = TextField(
            name="place",
            title=self.tr("File, or address of an empty PostgreSQL database"),
            hint="postgresql+psycopg://name@server/office",
            required=True,
        )
        form.add(place)
        choose = Button(self.tr("Choose a file…"), self.choose, icon="folder-open", small=True)
        form.add_widget(holding(row(choose, None)))
        first = TextField(
            name="passphrase",
            title=self.tr("Passphrase (optional)"),
            hint=self.tr(
                "It encrypts the whole file. Without it nobody can read the office again."
            ),
        )
        again = TextField(name="again", title=self.tr("The same again"))
        for field in (first, again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        form.add(first, again)
        place.set_value(str(_free(documents_folder() / "office.techmgr")))

    def choose(self) -> None:
        """Ask for the file."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("New office"), self.form.fields["place"].raw(), "techmgr (*.techmgr)"
        )
        if name:
            self.form.fields["place"].set_value(name)

    def open(self, place: Place) -> None:
        super().open(place)
        self.form.fields["name"].setFocus()

    def save(self) -> None:
        """Make the office, or show beside the fields why it cannot be."""
        if self._is_making:
            return
        self.form.clear_problems()
        try:
            wanted = self._wanted()
        except UserError as error:
            self.form.show_problem(error)
            return
        self._making(is_making=True)
        self._create(wanted, self._refused)

    def _wanted(self) -> Wanted:
        values = self.form.values()
        # Spaces belong to a passphrase: what was typed counts, untrimmed.
        typed = [self._typed(name) for name in ("passphrase", "again")]
        if typed[0] != typed[1]:
            raise UserError(say("The two differ. Type both again."), field="again")
        del values["passphrase"], values["again"]
        if "://" in values["place"] and typed[0]:
            raise UserError(
                say("A database is protected by its server: leave the passphrase empty."),
                field="passphrase",
            )
        values["place"] = _with_ending(values["place"])
        year_end = self.form.fields["fiscal_year_end"]
        values["fiscal_year_end"] = (
            year_end.box.currentText().strip() if isinstance(year_end, Choice) else year_end.value()
        )
        return Wanted(passphrase=typed[0], then=self.place.extra.get("then", ""), **values)

    def _typed(self, name: str) -> str:
        field = self.form.fields[name]
        return field.edit.text() if isinstance(field, TextField) else ""

    def _making(self, *, is_making: bool) -> None:
        self._is_making = is_making
        self.make.setEnabled(not is_making)

    def _refused(self, error: UserError) -> None:
        self._making(is_making=False)
        self.form.show_problem(error)

    def keys(self) -> list[Key]:
        return [Key("Ctrl S", self.tr("make the office")), Key("F8", self.tr("next wrong field"))]


def _with_ending(place: str) -> str:
    if "://" in place or place.endswith(".techmgr"):
        return place
    return f"{place}.techmgr"


def _free(path: Path) -> Path:
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free
