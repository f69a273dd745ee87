"""The disclosure form as a workbook: it goes out with locked labels, comes back filled in, and is read.

Names of cells: `title`, `inventor_1_name`, `publication_2_day`, `award_1_number` …
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

from techmgr.core.checks import Checks
from techmgr.core.days import parse_day
from techmgr.core.errors import UserError
from techmgr.core.shares import parse_share
from techmgr.core.texts import Text, say, words
from techmgr.documents.content import Column, Kind
from techmgr.documents.sheets import Book, Look, Sheet, Styled, Value

FORM = "techmgr disclosure "
INVENTORS, AWARDS, PUBLICATIONS, MATERIALS = 8, 4, 6, 4
_WIDTHS = {0: 46.0, 1: 32.0, 2: 30.0, 3: 20.0, 4: 28.0}
_YES = {"yes", "y", "true", "是"}
_NO = {"no", "n", "false", "否"}

Filled = Mapping[str, str | Decimal | date | None]


@dataclass(frozen=True, slots=True)
class PaperInventor:
    """An inventor as written on the form; `share` is exact, None when it was left empty."""

    name: str
    email: str
    employer: str
    position: str
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class PaperPublication:
    """A publication as written on the form."""

    what: str
    place: str
    day: date
    is_planned: bool
    is_public: bool


@dataclass(frozen=True, slots=True)
class PaperDisclosure:
    """A disclosure as its inventors wrote it. Awards are (number, sponsor), materials (what, from whom)."""

    title: str
    summary: str
    inventors: tuple[PaperInventor, ...]
    awards: tuple[tuple[str, str], ...]
    publications: tuple[PaperPublication, ...]
    materials: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of the form: its name, how many rows, and its columns by key."""

    key: str
    rows: int
    heading: Text
    columns: tuple[tuple[str, Text, Kind], ...]


_PARTS = (
    _Part(
        "inventor",
        INVENTORS,
        say(
            "Inventors: everybody who contributed to the idea. The shares must make exactly 100 %."
        ),
        (
            ("name", say("Name"), Kind.TEXT),
            ("email", say("E-mail"), Kind.TEXT),
            ("employer", say("Department or employer"), Kind.TEXT),
            ("position", say("Position"), Kind.TEXT),
            ("share", say("Share, such as 40 % or 1/3"), Kind.TEXT),
        ),
    ),
    _Part(
        "award",
        AWARDS,
        say("Who paid: grants and contracts under which the invention was made"),
        (("number", say("Award number"), Kind.TEXT), ("sponsor", say("Sponsor"), Kind.TEXT)),
    ),
    _Part(
        "publication",
        PUBLICATIONS,
        say("Publications and talks, done and planned: they can end the right to a patent"),
        (
            ("what", say("What"), Kind.TEXT),
            ("place", say("Where"), Kind.TEXT),
            ("day", say("Day, such as 2026-11-21"), Kind.DAY),
            ("planned", say("Planned? yes or no"), Kind.TEXT),
            ("public", say("Public? yes or no"), Kind.TEXT),
        ),
    ),
    _Part(
        "material",
        MATERIALS,
        say("Material or software from others"),
        (("what", say("What"), Kind.TEXT), ("source", say("Supplied by"), Kind.TEXT)),
    ),
)


def blank_form(office: str, language: str = "en", form_id: str = "") -> Book:
    """Return an empty disclosure form with an id of its own, in a language."""
    form = FORM + (form_id or uuid4().hex)
    grid = _Grid(language)
    grid.label(say("Title of the invention"))
    grid.inputs(["title"], [Kind.TEXT])
    grid.label(say("Short description: the problem, the solution, what is new"))
    grid.inputs(["summary"], [Kind.TEXT])
    for part in _PARTS:
        grid.part(part)
    heading = words(say("Invention disclosure"), language)
    under = words(
        say("Fill in the framed cells and send this file back to {office}.", office=office),
        language,
    )
    answers = words(say("Confidential, for the office"), language)
    columns = [Column(answers), *[Column("")] * 4]
    sheet = Sheet(
        heading,
        columns,
        grid.rows,
        heading=heading,
        under=under,
        widths=_WIDTHS,
        names=grid.placed(Sheet(heading, columns, (), heading=heading, under=under).first_row),
        marks=grid.marks,
        is_protected=True,
    )
    return Book([sheet], title=heading, language=language, form=form)


class _Grid:
    """Rows of the form as they are laid out, and where each named cell came to lie."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rows: list[Sequence[Value | Styled]] = []
        self.marks: dict[int, Look] = {}
        self._cells: dict[str, tuple[str, int]] = {}

    def label(self, text: Text) -> None:
        self.rows += [[""], [words(text, self.language)]]
        self.marks[len(self.rows) - 1] = Look.TOTAL

    def inputs(self, names: Sequence[str], kinds: Sequence[Kind]) -> None:
        for column, name in enumerate(names):
            self._cells[name] = ("ABCDE"[column], len(self.rows))
        self.rows.append([Styled(None, Look.INPUT, kind) for kind in kinds])

    def part(self, part: _Part) -> None:
        self.label(part.heading)
        self.rows.append(
            [Styled(words(title, self.language), Look.QUIET) for _, title, _ in part.columns]
        )
        for number in range(1, part.rows + 1):
            names = [f"{part.key}_{number}_{key}" for key, _, _ in part.columns]
            self.inputs(names, [kind for _, _, kind in part.columns])

    def placed(self, first_row: int) -> dict[str, str]:
        """Return the cells by name; rows of a sheet are counted from its first row."""
        return {name: f"{column}{first_row + row}" for name, (column, row) in self._cells.items()}


def read(form: str, values: Filled) -> PaperDisclosure:
    """Read a form that came back. Everything that is wrong is told at once, cell by cell."""
    if not form.startswith(FORM):
        raise UserError(say("This form is not a disclosure form."), field="file")
    checks = Checks()
    title = checks.line(_text(values, "title"), "title", say("The form has no title."))
    disclosure = PaperDisclosure(
        title=title,
        summary=_text(values, "summary"),
        inventors=tuple(_inventors(values, checks)),
        awards=_pairs(values, "award", AWARDS, "number", "sponsor"),
        publications=tuple(_publications(values, checks)),
        materials=_pairs(values, "material", MATERIALS, "what", "source"),
    )
    checks.refuse()
    return disclosure


def _text(values: Filled, name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value).strip()


def _inventors(values: Filled, checks: Checks) -> list[PaperInventor]:
    found = []
    for number in range(1, INVENTORS + 1):
        at = f"inventor_{number}_"
        cells = {key: _text(values, at + key) for key in ("name", "email", "employer", "position")}
        if not any(cells.values()) and values.get(at + "share") is None:
            continue
        if not cells["name"]:
            checks.wrong(say("Inventor {number} has no name.", number=number), at + "name")
        found.append(
            PaperInventor(**cells, share=_share(values.get(at + "share"), at + "share", checks))
        )
    return found


def _share(value: str | Decimal | date | None, field: str, checks: Checks) -> Fraction | None:
    """Read a share as Excel gives it: 40 typed as a number is 40 %, 0.4 (formatted as per cent) too."""
    if value is None:
        return None
    try:
        return parse_share(f"{value:f}" if isinstance(value, Decimal) else str(value))
    except UserError as error:
        checks.wrong(error.text, field)
        return None


def _publications(values: Filled, checks: Checks) -> list[PaperPublication]:
    found = []
    for number in range(1, PUBLICATIONS + 1):
        at = f"publication_{number}_"
        what = _text(values, at + "what")
        if not what:
            continue
        day = _day(values.get(at + "day"), at + "day", checks)
        if day is None:
            continue
        planned = _yes(values, at + "planned", checks, default=False)
        public = _yes(values, at + "public", checks, default=True)
        found.append(PaperPublication(what, _text(values, at + "place"), day, planned, public))
    return found


def _day(value: str | Decimal | date | None, field: str, checks: Checks) -> date | None:
    if isinstance(value, date):
        return checks.day(value, field)
    try:
        return parse_day(str(value or ""), field)
    except UserError as error:
        checks.wrong(error.text, field)
        return None


def _yes(values: Filled, name: str, checks: Checks, *, default: bool) -> bool:
    text = _text(values, name).casefold()
    if text and text not in _YES | _NO:
        checks.wrong(say("“{text}” is neither yes nor no.", text=text), name)
    return text in _YES if text else default


def _pairs(
    values: Filled, part: str, rows: int, one: str, other: str
) -> tuple[tuple[str, str], ...]:
    found = [
        (_text(values, f"{part}_{number}_{one}"), _text(values, f"{part}_{number}_{other}"))
        for number in range(1, rows + 1)
    ]
    return tuple(pair for pair in found if pair[0])
