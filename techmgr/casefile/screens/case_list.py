"""The list of cases: saved views, type to filter, chips, the table, and a preview beside it."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from techmgr.casefile.queries import (
    CaseFilter,
    Order,
    case_count,
    case_page,
    income_of,
)
from techmgr.casefile.queries_rows import CaseRow
from techmgr.casefile.screens.columns import case_columns
from techmgr.casefile.screens.preview import WIDTH, Preview
from techmgr.casefile.screens.saved_views import SavedViews
from techmgr.casefile.screens.views import (
    chips_of,
    filter_menu,
    without,
)
from techmgr.core.later import later
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.desktop.columns import Order as Sorted
from techmgr.desktop.filtering import Chips, FilterField, ViewTabs
from techmgr.desktop.models import PagedModel, Source
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import Table
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.office.screens.bench import bench_of
from techmgr.storage.office import Office

if TYPE_CHECKING:
    from techmgr.casefile.queries_case import CasePreview

case_preview = later("techmgr.casefile.queries_case", "case_preview")
write_cases = later("techmgr.casefile.screens.export", "write_cases")
register_case_sheet = later("techmgr.technology.screens.case_sheets", "register_case_sheet")

_WAIT = 70
_TABLES = frozenset({"technology", "case_step", "task", "receipt", "receipt_part", "person"})


class CaseList(SavedViews):
    """One filter at a time; `place.extra` may hold the key of a view or words to begin with."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._bench = bench_of(window, office)
        self._office = office
        self._chosen = CaseFilter(only_open=True)
        self._view = "open"
        self._views: list[tuple[str, str, CaseFilter]] = []
        self._own: list[dict[str, Any]] = []
        self._officers: list[tuple[int, str]] = []
        self._counts: dict[str, int] = {}
        self._found: int | None = None
        self._income: Money | None = None
        self._asked = 0.0
        self._took = 0
        self._build()
        self._connect()
        self._bench.kept("columns:cases", self._restore_columns, owner=self)

    # Building

    def _build(self) -> None:
        self.views = ViewTabs()
        self.filter = FilterField(self.tr("Filter cases"))
        self.chips = Chips(self._menu)
        self._columns = Button(self.tr("Columns"), self._choose_columns, icon="columns-3")
        self._export = Button(self.tr("Export"), self.export, icon="download")
        self.model = PagedModel(
            case_columns(self._bench), self.jobs, identity=lambda shown: shown.id
        )
        self.table = Table(self.model, name=self.tr("Cases"))
        self.table.driven_by(self.filter)
        self.preview = Preview(self._bench, self._open_current)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._read_preview)
        self._stack = QStackedWidget()
        for widget in (self.table, self._make_empty(), self._make_no_hit()):
            self._stack.addWidget(widget)
        head = row(label(self.tr("Cases"), "title"), 8, self.views, margins=(16, 10, 16, 4))
        head.setStretch(2, 1)
        tools = row(
            self.filter, self.chips, None, self._columns, self._export, margins=(16, 2, 16, 9)
        )
        parts = column(head, tools, self._stack)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    def _make_empty(self) -> QWidget:
        return EmptyState(
            self.tr("No case yet"),
            self.tr("A case begins with a disclosure. Write down the first one, or import a list."),
            [
                Command("first", self.tr("New case"), self.new_case, "Ctrl+N", "plus"),
                Command("bring", self.tr("Import a file"), self.bring, "Ctrl+I", "upload"),
            ],
        )

    def _make_no_hit(self) -> QWidget:
        return EmptyState(
            self.tr("No case fits"),
            self.tr("Nothing fits the words and filters above. Take one away, or show all cases."),
            [Command("clear", self.tr("Show all cases"), self.show_all, icon="x")],
        )

    def _connect(self) -> None:
        self.filter.changed.connect(self._typed)
        self.chips.removed.connect(lambda key: self.show_filter(without(self._chosen, key)))
        self.views.chosen.connect(self.show_view)
        self.views.removed.connect(self._remove_view)
        self.model.counted.connect(self._counted)
        self.table.opened.connect(self._go)
        self.table.current_changed.connect(lambda _: self._soon.start())
        self.table.marked_changed.connect(lambda _: self.status_changed.emit())
        self.table.why.connect(self._why)
        self.table.arrangement.changed.connect(
            lambda: self._bench.keep("columns:cases", self.table.arrangement.kept())
        )
        self._bench.lists.loaded.connect(self._show_chips)
        self._bench.lists.loaded.connect(self.table.viewport().update)

    # What is shown

    def open(self, place: Place) -> None:
        first = self.place.page == ""
        super().open(place)
        if "register" in place.extra:
            self.register()
        if "view" in place.extra:
            self.show_view(place.extra["view"])
        elif "words" in place.extra:
            self.filter.setText(place.extra["words"])
            self.show_filter(CaseFilter())
        elif first:
            self.show_filter(self._chosen)
        self._read_desk()  # behind the rows

    def show_view(self, key: str) -> None:
        """Show a saved view."""
        for view in self._views:
            if view[0] == key:
                self._view = key
                self.filter.setText(view[2].words)
                self.show_filter(view[2])

    def show_all(self) -> None:
        """Take every filter away."""
        self.filter.clear()
        self.show_filter(CaseFilter())

    def show_filter(self, chosen: CaseFilter) -> None:
        """Show the cases of a filter."""
        self._chosen = replace(chosen, words=self.filter.text().strip())
        same = (key for key, _, view in self._views if replace(view, words="") == chosen)
        self._view = next(same, "" if self._views else self._view)
        self._show_chips()
        self._show_views()
        self._load()

    def _typed(self, words: str) -> None:
        if words != self._chosen.words:
            self._chosen = replace(self._chosen, words=words)
            self._load()

    def _load(self) -> None:
        self._asked = perf_counter()
        self._income = None
        self.table.search(self._chosen.words)
        self.model.show(Source(self._fetch, partial(self._office.read, case_count, self._chosen)))

    def _fetch(self, offset: int, limit: int, order: Sorted) -> list[CaseRow]:
        chosen = _sorted(self._chosen, order)
        return self._office.read(case_page, chosen, offset, limit, self._office.today)

    def _counted(self, count: int) -> None:
        self._found = count
        self._took = round((perf_counter() - self._asked) * 1000)
        narrowed = bool(self._chosen.words) or not self._view
        total = self._counts.get("all")
        shown = showing.number(count)
        of = self.tr("{found} of {all}").format(found=shown, all=showing.number(total))
        self.filter.show_count(of if narrowed and total is not None else shown)
        self._export.setText(self.tr("Export {count}").format(count=shown))
        self._export.updateGeometry()
        is_plain = replace(self._chosen, only_open=False) == CaseFilter()
        self._stack.setCurrentIndex(0 if count else 1 if total == 0 and is_plain else 2)
        self.status_changed.emit()
        self._bench.read(
            income_of, self._chosen, self._office.today, owner=self,
            then=self._show_income, key="income",
        )  # fmt: skip

    def _counts_shown(self) -> None:
        if self._found is not None and self._stack.currentIndex():
            self._counted(self._found)

    def _show_income(self, minor: int) -> None:
        self._income = Money(minor, self._bench.lists.currency)
        self.status_changed.emit()

    # Chips

    def _show_chips(self) -> None:
        names = {f"person:{number}": name for number, name in self._officers}
        self.chips.show_chips(chips_of(self._bench, self._chosen, names))

    def _menu(self):
        menu = filter_menu(self, self._bench, self._chosen, self._officers, self.show_filter)
        menu.addSeparator()
        menu.addAction(self.tr("Keep this as a view…"), self.keep_view)
        return menu

    # The preview

    def _read_preview(self) -> None:
        current = self.table.current_row()
        if current is None:
            self.preview.show_case(None)
            return
        self._bench.read(
            case_preview, current.id, self._office.today, owner=self,
            then=self._show_preview, key="preview",
        )  # fmt: skip

    def _show_preview(self, found: "CasePreview") -> None:
        self.preview.show_case(found)

    def _why(self, shown: CaseRow, key: str) -> None:
        if key == "income":
            self._go(shown, "money")
        else:
            self.window_.show_side(self.preview, WIDTH)

    # Going on

    def _go(self, shown: CaseRow, tab: str = "") -> None:
        extra = {"tab": tab} if tab else {}
        self.window_.go(Place("case", Reference("technology", shown.id), extra))

    def _open_current(self) -> None:
        current = self.table.current_row()
        if current is not None:
            self._go(current)

    def new_case(self) -> None:
        """Begin with a disclosure."""
        self.window_.go(Place("disclosure"))

    def bring(self) -> None:
        """Show the import."""
        self.window_.go(Place("import"))

    def _choose_columns(self) -> None:
        menu = self.table.arrangement.menu()
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))

    def _restore_columns(self, kept: Any) -> None:
        if kept:
            self.table.arrangement.restore(kept)

    def export(self) -> None:
        """Ask where to, and write exactly what is shown."""
        kinds = self.tr("Workbook (*.xlsx);;Text (*.csv)")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the list"), self.tr("Cases") + ".xlsx", kinds
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write exactly what is shown into a file named by its ending."""
        columns = self.table.shown_columns()
        chosen = _sorted(self._chosen, self.model.order)
        self.jobs.read(
            write_cases, self._office, chosen, columns, path, self.tr("Cases"),
            owner=self, title=self.tr("Writing the list"), then=self._exported,
        )  # fmt: skip

    def _exported(self, path: Path) -> None:
        self.window_.notice(self.tr("Written: {file}").format(file=path.name))

    # The window

    def changed(self, references: frozenset[Reference]) -> None:
        if not references or any(each.kind in _TABLES for each in references):
            self.model.reload()
            self._soon.start()
            self._read_desk()

    def panel(self) -> QWidget:
        return self.preview

    def register(self) -> None:
        """Open a case without a disclosure."""
        sheet = register_case_sheet(self._bench)
        sheet.done.connect(
            lambda done: self.window_.go(
                Place("case", Reference("technology", done.result.case_id))
            )
        )
        self.show_sheet(sheet)

    def status(self) -> str:
        if self._found is None:
            return ""
        marked = len(self.table.marked())
        total = showing.number(self._counts.get("all"))
        found = f"<b>{showing.number(self._found)}</b>"
        parts = [self.tr("{found} of {all}").format(found=found, all=total)]
        if marked > 1:
            parts = [self.tr("{count} chosen").format(count=f"<b>{marked}</b>"), *parts]
        if self._income:
            amount = f"<b>{showing.money(self._income)}</b>"
            parts.append(self.tr("income of these this fiscal year {sum}").format(sum=amount))
        if self._chosen.words:
            parts.append(self.tr("filtered in {ms} ms").format(ms=self._took))
        return " &nbsp;&nbsp; ".join(parts)

    def keys(self) -> list[Key]:
        return [
            Key("/", self.tr("filter")),
            Key("J K", self.tr("move")),
            Key("X", self.tr("select")),
            Key("Enter", self.tr("open")),
            Key("V", self.tr("view")),
        ]

    def commands(self) -> list[Command]:
        step = partial(self.views.step, 1)
        return [
            Command("filter", self.tr("Filter the list"), self.filter.setFocus, "/", "list-filter"),
            Command("view", self.tr("Next view"), lambda: step(self._view), "V", "bookmark"),
            Command("narrow", self.tr("Add a filter"), self.chips.offer, "F", "plus"),
            Command("keep", self.tr("Keep this view"), self.keep_view, "", "bookmark"),
            Command("export", self.tr("Export the list"), self.export, "Ctrl+E", "download"),
            Command("columns", self.tr("Columns"), self._choose_columns, "", "columns-3"),
        ]

    def escape(self) -> bool:
        if self.filter.hasFocus():
            self.table.setFocus()
            return True
        return super().escape()


def _sorted(chosen: CaseFilter, order: Sorted) -> CaseFilter:
    if not order.key:
        return chosen
    return replace(chosen, order=Order(order.key), descending=order.descending)
