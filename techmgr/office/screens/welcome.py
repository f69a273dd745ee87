"""The page without an office: what one can begin with, and the offices that were open last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QSizePolicy, QWidget

from techmgr.desktop.jobs import Job
from techmgr.desktop.pages import Command, Key, Page, PageKind, Window
from techmgr.desktop.painting import paint_words
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button, card, column, holding, keycap, label, line, row

_WIDTH = 600
_DOOR_HEIGHT = 59
_MOST_RECENT = 5


@dataclass(frozen=True, slots=True)
class Ways:
    """What one can begin with, as the composition carries it out."""

    sample: Callable[[], object]
    new: Callable[[], object]
    bring: Callable[[], object]
    open: Callable[[], object]
    again: Callable[[str], object]
    recent: Callable[[], Sequence[str]]


def kind(ways: Ways) -> PageKind:
    """The welcome page; it is not in the navigation."""
    return PageKind(
        "welcome",
        QCoreApplication.translate("Welcome", "Welcome"),
        "house",
        lambda window: Welcome(window, ways),
        navigation=False,
    )


class Door(QAbstractButton):
    """One way to begin: icon, words, and its key at the right."""

    def __init__(self, icon: str, title: str, detail: str, key: str) -> None:
        super().__init__()
        self._icon, self._title, self._detail = icon, title, detail
        self.setAccessibleName(f"{title}. {detail}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)
        if key:
            self.setLayout(row(None, keycap(key), margins=(0, 0, 16, 0)))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _DOOR_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            name = "select_active" if self.hasFocus() else "bg_hover"
            painter.fillRect(box, theme.colour(name))
        if self.hasFocus():
            painter.fillRect(QRectF(0, 0, 2, box.height()), theme.colour("accent_base"))
        picture = theme.pixmap(self._icon, "accent_text", 18, self.devicePixelRatioF())
        painter.drawPixmap(17, round(box.height() / 2) - 9, picture)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text_primary"))
        paint_words(painter, QRectF(50, 9, box.width() - 100, 20), self._title)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_secondary"))
        paint_words(painter, QRectF(50, 29, box.width() - 100, 20), self._detail)


class NineSteps(QWidget):
    """The nine steps of a case as a line of bars; the first is where it begins."""

    def __init__(self) -> None:
        super().__init__()
        self._names = (
            self.tr("Disclosure"), self.tr("Docketing"), self.tr("Assessment"),
            self.tr("Protection"), self.tr("Marketing"), self.tr("Monitoring"),
            self.tr("Distribution"), self.tr("Equity"), self.tr("Amendment"),
        )  # fmt: skip
        self.setFixedHeight(36)
        self.setAccessibleName(", ".join(self._names))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = (self.width() - 8 * 4) / 9
        for place, name in enumerate(self._names):
            left = place * (wide + 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("line_strong" if place else "accent_base"))
            painter.drawRoundedRect(QRectF(left, 0, wide, 5), 2, 2)
            painter.setFont(theme.font("micro"))
            painter.setPen(theme.colour("text_secondary"))
            paint_words(painter, QRectF(left, 8, wide, 14), str(place + 1))
            painter.setPen(QPen(theme.colour("text_primary")))
            paint_words(painter, QRectF(left, 21, wide + 3, 15), name)


class Welcome(Page):
    """Up and down move between the doors; S, N, I and O go through one at once."""

    def __init__(self, window: Window, ways: Ways) -> None:
        super().__init__(window)
        self._ways = ways
        self._job: Job | None = None
        self.doors = self._make_doors()
        self._recent = column()
        self._progress_text = label("", "small", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.progress = self._make_progress()
        self._arrange()
        self.jobs.started.connect(self._begin)
        self.jobs.progressed.connect(self._advance)
        self.jobs.ended.connect(self._end)

    def _make_doors(self) -> list[Door]:
        made = [
            Door(
                "book-open",
                self.tr("Open the sample office"),
                self.tr(
                    "260 real technologies with invented money. The quickest way to look around."
                ),
                "S",
            ),
            Door(
                "file-plus",
                self.tr("Start a new office"),
                self.tr(
                    "One file on this computer, or a PostgreSQL database for several officers."
                ),
                "N",
            ),
            Door(
                "download",
                self.tr("Import what you have"),
                self.tr("Excel or CSV from your present system. Dry run first, one Undo after."),
                "I",
            ),
            Door(
                "folder-open",
                self.tr("Open an office"),
                self.tr("A .techmgr file, or a database address."),
                "O",
            ),
        ]
        for door, way in zip(made, self._all_ways(), strict=True):
            door.clicked.connect(lambda *_, way=way: way())
        return made

    def _all_ways(self) -> list[Callable[[], object]]:
        return [self._ways.sample, self._ways.new, self._ways.bring, self._ways.open]

    def _make_progress(self) -> QWidget:
        stop = Button(self.tr("Cancel"), self.cancel, kind="link", small=True)
        made = holding(row(self._progress_text, self._bar, stop, gap=10, margins=(0, 4, 0, 0)))
        made.hide()
        return made

    def _arrange(self) -> None:
        box = card()
        inside = column(margins=(1, 1, 1, 1))
        for place, door in enumerate(self.doors):
            if place:
                inside.addWidget(line("subtle"))
            inside.addWidget(door)
        box.setLayout(inside)
        sentence = self.tr(
            "Follow an invention from disclosure to the last cent of its royalties, and prove every "
            "date and every cent. It begins with an office."
        )
        words = label(sentence, "body", "secondary", wrap=True)
        foot = row(
            keycap("Ctrl K"), label(self.tr("finds any record or action"), "small", "secondary"), 10,
            keycap("?"), label(self.tr("shows all keys"), "small", "secondary"), None,
            label(self.tr("Nothing leaves this computer"), "small", "secondary"), gap=6,
        )  # fmt: skip
        parts = column(
            label(self.tr("Welcome to techmgr"), "title"), 4, words, 20, NineSteps(), 18, box,
            self.progress, 12, foot, 16, self._recent,
        )  # fmt: skip
        middle = holding(parts)
        middle.setFixedWidth(_WIDTH)
        self.setLayout(column(None, row(None, middle, None), None, None))
        self.setFocusProxy(self.doors[0])

    def open(self, place: object) -> None:
        super().open(place)  # type: ignore[arg-type]
        self._show_recent(list(self._ways.recent())[:_MOST_RECENT])

    def _show_recent(self, places: Sequence[str]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if places:
            self._recent.addWidget(label(self.tr("Open again"), "small", "tertiary"))
        for place in places:
            name = place if "://" in place else Path(place).name
            again = Button(name, partial(self._ways.again, place), kind="link", small=True)
            again.setToolTip(place)
            folder = "" if "://" in place else str(Path(place).parent)
            self._recent.addWidget(
                holding(row(again, label(folder, "micro", "tertiary"), None, margins=(0, 1, 0, 1)))
            )

    # Long work

    def _begin(self, job: Job) -> None:
        self._job = job
        self._progress_text.setText(job.title)
        self._bar.setRange(0, 0)
        self.progress.show()
        self._let_in(may=False)

    def _advance(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            counted = self.tr("{done} of {total}").format(
                done=showing.number(done), total=showing.number(total)
            )
            self._progress_text.setText(f"{job.title}  {counted}")

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.progress.hide()
            self._let_in(may=True)
            self.setFocus()

    def _let_in(self, *, may: bool) -> None:
        for door in self.doors:
            door.setEnabled(may)

    def cancel(self) -> None:
        """Stop the work under way; nothing is left half done."""
        if self._job is not None:
            self.jobs.cancel(self._job)
            self._progress_text.setText(self.tr("Stopping"))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((n for n, door in enumerate(self.doors) if door.hasFocus()), None)
        if step is not None and here is not None:
            self.doors[(here + step) % len(self.doors)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def keys(self) -> list[Key]:
        return [Key("↑ ↓", self.tr("choose")), Key("Enter", self.tr("open"))]

    def commands(self) -> list[Command]:
        def free() -> bool:
            return self._job is None

        sample, new, bring, open_ = self._all_ways()
        return [
            Command(
                "welcome_sample", self.tr("Open the sample office"), sample, "S", "book-open", free
            ),
            Command("welcome_new", self.tr("Start a new office"), new, "N", "file-plus", free),
            Command(
                "welcome_import", self.tr("Import what you have"), bring, "I", "download", free
            ),
            Command("welcome_open", self.tr("Open an office"), open_, "O", "folder-open", free),
        ]
