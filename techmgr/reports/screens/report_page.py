"""The page of the annual report: schemes, year, figures beside the year before, and their records."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from techmgr.core.references import Reference
from techmgr.desktop.filtering import View, ViewTabs
from techmgr.desktop.pages import Command, Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.office.screens.bench import bench_of
from techmgr.reports.counting import Looked, Report
from techmgr.reports.paper import write_pdf
from techmgr.reports.queries import build, year_of
from techmgr.reports.schemes import Scheme, schemes
from techmgr.reports.screens.lines import Line, figure_columns, lines_of
from techmgr.reports.screens.why import Why
from techmgr.reports.workbook import write_workbook
from techmgr.storage.office import Office

_OFFERED_YEARS = 12
_COUNTED = frozenset(
    {"disclosure", "technology", "agreement", "receipt", "expense", "patent", "office_setting"}
)


class ReportPage(Page):
    """One scheme and one year; the side panel follows the figure with the keyboard."""

    side_width = 520

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._bench = bench_of(window, office)
        self._schemes = schemes()
        self._scheme = self._schemes[0]
        self._year = 0
        self.report: Report | None = None
        self.tabs = ViewTabs()
        self.year_button = Button("", self._offer_years, icon="calendar")
        self.table = RecordTable(figure_columns(None), name=self.tr("Figures"), identity=_identity)
        self.table.shows_rest = True
        self.table.edge = PAGE_MARGIN
        self.why = Why(self._open_record)
        self._title = label(self.tr("Annual report"), "title")
        self._under = label("", "small", "secondary")
        self._arrange()
        self.tabs.chosen.connect(self.show_scheme)
        self.table.current_changed.connect(self._show_why)
        self.table.why.connect(lambda *_: self.window_.show_side(self.why))
        self.table.opened.connect(lambda _: self.why.setFocus())

    def _arrange(self) -> None:
        pdf = Button(self.tr("PDF"), partial(self.export, "pdf"), icon="file-text")
        excel = Button(
            self.tr("Excel"), partial(self.export, "xlsx"), icon="file-spreadsheet", kind="primary"
        )
        head = row(
            self._title, self._under, None, self.year_button, pdf, excel, margins=(16, 10, 16, 4)
        )
        parts = column(head, row(self.tabs, margins=(16, 2, 16, 8)), self.table)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        if self._year:
            self._load()
        else:
            self._choose_scheme(self._scheme)

    def show_scheme(self, code: str) -> None:
        """Show another scheme, for its newest year that has ended."""
        self._choose_scheme(next(each for each in self._schemes if each.code == code))

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        views = [View(each.code, showing.words(each.label)) for each in self._schemes]
        self.tabs.show_views(views, scheme.code)
        self._bench.read(
            year_of, scheme, self._office.today, owner=self, then=self.show_year, key="year"
        )

    def show_year(self, year: int) -> None:
        """Show another fiscal year."""
        self._year = year
        self._load()

    def _load(self) -> None:
        self._bench.read(build, self._scheme, self._year, owner=self, then=self._show, key="report")

    def _show(self, report: Report) -> None:
        kept = self.table.current_row()
        is_other = self.report is None or self.report.year != report.year
        self.report = report
        self._title.setText(self.tr("Annual report FY {year}").format(year=report.year))
        days = (showing.day(report.first), showing.day(report.last))
        self._under.setText("{} – {}".format(*days))
        self.year_button.setText(str(report.year))
        if is_other:
            self.table.model_.columns[:] = figure_columns(report)
        self.table.show_rows(lines_of(report))
        first = next(iter(report.figures)).rule.code
        if kept is None or not self.table.go_to(kept.key):
            self.table.go_to(first)
        self._show_why(self.table.current_row())
        self.title_changed.emit()

    def _show_why(self, line: Line | None) -> None:
        if self.report is not None and line is not None and line.figure is not None:
            self.why.show_figure(self.report, line.figure)
        self.status_changed.emit()

    def _open_record(self, record: Looked) -> None:
        place = _place_of(record)
        if place is not None:
            self.window_.go(place)

    # Years

    def _offer_years(self) -> None:
        menu = QMenu(self)
        for year in range(
            self._office.today.year + 1, self._office.today.year - _OFFERED_YEARS, -1
        ):
            action = QAction(str(year), menu)
            action.triggered.connect(partial(self._chosen, year))
            menu.addAction(action)
        menu.popup(self.year_button.mapToGlobal(self.year_button.rect().bottomLeft()))

    def _chosen(self, year: int, *_: object) -> None:
        self.show_year(year)

    # Files

    def export(self, ending: str = "xlsx") -> None:
        """Ask where to, and write the report that is shown."""
        if self.report is None:
            return
        name = f"{showing.words(self.report.scheme.label)} {self.report.year}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the report"), name, f"*.{ending}"
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write the report that is shown into a file named by its ending."""
        self.jobs.read(
            _written, self.report, path, self._office.today, showing.language, owner=self,
            then=self._exported,
        )  # fmt: skip

    def _exported(self, path: Path) -> None:
        self.window_.notice(self.tr("Written: {file}").format(file=path.name))

    # The window

    def changed(self, references: frozenset[Reference]) -> None:
        if self._year and any(each.kind in _COUNTED for each in references):
            self._load()

    def side(self) -> QWidget:
        return self.why

    def status(self) -> str:
        line = self.table.current_row()
        if line is None or line.figure is None:
            return ""
        figure = line.figure
        text = self.tr("{looked} looked at · <b>{counted} counted</b> · {left} left out")
        return text.format(
            looked=showing.number(figure.looked_at),
            counted=showing.number(len(figure.counted)),
            left=showing.number(len(figure.left_out)),
        )

    def keys(self) -> list[Key]:
        return [
            Key("Space", self.tr("why")),
            Key("[ ]", self.tr("other year")),
            Key("V", self.tr("next report")),
            Key("Ctrl E", self.tr("export")),
        ]

    def commands(self) -> list[Command]:
        return [
            Command("export", self.tr("Export as Excel"), self.export, "Ctrl+E", "download"),
            Command("pdf", self.tr("Export as PDF"), partial(self.export, "pdf"), "", "file-text"),
            Command("before", self.tr("The year before"), partial(self._step, -1), "[", "arrow-left"),
            Command("after", self.tr("The year after"), partial(self._step, 1), "]", "arrow-right"),
            Command("year", self.tr("Choose a year"), self._offer_years, "Y", "calendar"),
            Command(
                "scheme", self.tr("Next report"),
                lambda: self.tabs.step(1, self._scheme.code), "V", "chart-column",
            ),
        ]  # fmt: skip

    def _step(self, by: int) -> None:
        if self._year:
            self.show_year(self._year + by)


def _identity(line: Line) -> str:
    return line.key


def _written(report: Report, path: Path, today: date, language: str) -> Path:
    if path.suffix.lower() == ".pdf":
        return write_pdf(report, path, today, language)
    return write_workbook(report, path, language)


def _place_of(record: Looked) -> Place | None:
    if record.reference.kind == "agreement":
        return Place("agreement", record.reference)
    if record.case_id is not None:
        return Place("case", Reference("technology", record.case_id))
    return None
