"""What a page is, and what it may ask of the window.

A feature writes a Page and the composition registers it; the window knows no feature:

    class CaseList(Page):
        def __init__(self, window: Window, office: Office) -> None: ...
        def open(self, place: Place) -> None: ...       # shown now, perhaps for another record
        def changed(self, references) -> None: ...      # somebody wrote these; look again if concerned
        def status(self) -> str: ...                    # rich text for the status bar: "<b>27</b> of 348"
        def keys(self) -> list[Key]: ...                # hints at the right of the status bar
        def commands(self) -> list[Command]: ...        # menu, palette and keys of this page

    shell.register(PageKind("cases", "Cases", "folder-open", letter="C", build=lambda w: CaseList(w, office)))

A page is built once, when first visited. A page of one record names the list it belongs to
(`under="cases"`) and is not in the navigation (`navigation=False`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: a page, perhaps a record, and what else the page wants to find again."""

    page: str
    reference: Reference | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Key:
    """A hint in the status bar: `Key("Shift Enter", "beside")`."""

    key: str
    text: str


@dataclass(slots=True)
class Command:
    """Something the user can do here. It has a menu entry, is found in the palette, and shows its key.

    `key` is written as Qt reads it ("Ctrl+S", "E", "G, D"). `menu` names the menu it belongs to.
    """

    id: str
    text: str
    run: Callable[[], object]
    key: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = lambda: True
    menu: str = ""
    words: str = ""  # more words the palette finds it by


class Window(Protocol):
    """What a page may ask of the window."""

    jobs: Jobs

    def go(self, place: Place) -> None:
        """Show another place; Back returns."""

    def back(self) -> None:
        """Return to the place before."""

    def notice(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say at the bottom what has been done, for eight seconds, with Undo."""

    def refuse(self, error: UserError) -> None:
        """Say what the user must put right, standing above the page until closed."""

    def show_side(self, widget: QWidget | None, width: int = 318) -> None:
        """Show a widget in the side panel, or close the panel."""

    def search(self, words: str = "") -> None:
        """Open the palette, perhaps with words in it."""


class Page(QWidget):
    """A page shows one place at a time. Everything slow goes through `window.jobs`."""

    title_changed = Signal()
    status_changed = Signal()
    commands_changed = Signal()
    side_width = 318  # of the side panel, until the user drags it

    def __init__(self, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_ = window
        self.place = Place("")

    @property
    def jobs(self) -> Jobs:
        """The jobs of the window."""
        return self.window_.jobs

    def open(self, place: Place) -> None:
        """Show a place. The window calls it on every visit, also when coming back."""
        self.place = place

    def title(self) -> str:
        """The last part of the place in the top bar; empty for a page in the navigation."""
        return ""

    def trail(self) -> Sequence[tuple[str, Place]]:
        """Places between the navigation's page and this one, for the top bar."""
        return ()

    def changed(self, references: frozenset[Reference]) -> None:
        """Look again if one of these records is shown."""

    def leave_allowed(self) -> bool:
        """Whether the user may leave; asks about unsaved work itself."""
        return True

    def escape(self) -> bool:
        """Take Esc first: close what is open in the page and return True, or leave it to the window."""
        return False

    def side(self) -> QWidget | None:
        """The widget of the side panel, kept by the page."""
        return None

    def corner(self) -> QWidget | None:
        """The widget before New in the top bar, kept by the page: "As of today"."""
        return None

    def status(self) -> str:
        """Rich text for the status bar, such as "<b>27</b> of 348"."""
        return ""

    def keys(self) -> Sequence[Key]:
        """The keys that work here, for the status bar."""
        return ()

    def commands(self) -> Sequence[Command]:
        """What can be done here."""
        return ()


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page the window can show; registered by the composition.

    `name` is what places say; `letter` goes there after G. Only kinds with `navigation` stand at the left.
    """

    name: str
    text: str
    icon: str
    build: Callable[[Window], Page]
    letter: str = ""
    under: str = ""
    navigation: bool = True
