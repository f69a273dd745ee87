"""The saved views above the list of cases: the office's standard ones, and those kept by hand."""

from typing import Any

from PySide6.QtWidgets import QInputDialog
from sqlalchemy.orm import Session

from techmgr.casefile.queries import CaseFilter, case_count, case_counts
from techmgr.casefile.screens.views import KEPT, kept_filter, restored_filter, standard_views
from techmgr.desktop.filtering import View, ViewTabs
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import SheetPage
from techmgr.people.queries import officers


class SavedViews(SheetPage):
    """Views kept by hand are the whole office's; they lie in the office file, outside audit and undo."""

    _bench: Bench
    views: ViewTabs
    _chosen: CaseFilter
    _view: str
    _views: list[tuple[str, str, CaseFilter]]
    _own: list[dict[str, Any]]
    _officers: list[tuple[int, str]]
    _counts: dict[str, int]

    def _read_desk(self) -> None:
        self._bench.read(_desk, owner=self, then=self._show_desk, key="desk")

    def _show_chips(self) -> None:
        raise NotImplementedError

    def _counts_shown(self) -> None:
        raise NotImplementedError

    def _show_desk(self, read: tuple[list[tuple[int, str]], int]) -> None:
        self._officers, self._counts["all"] = read
        me = next((n for n, name in self._officers if name == self._bench.office.officer), None)
        self._standard = standard_views(self._bench.office.today, me)
        self._bench.kept(KEPT, self._show_own_views, owner=self, shared=True)

    def _show_own_views(self, kept: Any) -> None:
        self._own = kept or []
        own = [(each["key"], each["text"], restored_filter(each["filter"])) for each in self._own]
        self._views = [*self._standard, *own]
        self._show_views()
        self._show_chips()
        self._count_views()

    def _count_views(self) -> None:
        filters = [view[2] for view in self._views]
        self._bench.read(
            case_counts, filters, owner=self, then=self._show_counts, key="counts"
        )  # fmt: skip

    def _show_counts(self, counts: list[int]) -> None:
        keys = [view[0] for view in self._views]
        self._counts |= dict(zip(keys, counts, strict=True))
        self._show_views()
        self._counts_shown()

    def _show_views(self) -> None:
        own = {each["key"] for each in self._own}
        views = [View(key, text, self._counts.get(key), key in own) for key, text, _ in self._views]
        self.views.show_views(views, self._view)

    def keep_view(self) -> None:
        """Keep the present filter under a name, for the whole office."""
        text, done = QInputDialog.getText(self, self.tr("Keep this view"), self.tr("Its name"))
        if done and text.strip():
            self.add_view(text.strip())

    def add_view(self, text: str) -> None:
        """Keep the present filter under this name."""
        key = f"own{max((int(each['key'][3:]) for each in self._own), default=0) + 1}"
        self._own.append({"key": key, "text": text, "filter": kept_filter(self._chosen)})
        self._view = key
        self._bench.keep(KEPT, self._own, shared=True)
        self._show_own_views(self._own)

    def _remove_view(self, key: str) -> None:
        self._own = [each for each in self._own if each["key"] != key]
        self._bench.keep(KEPT, self._own, shared=True)
        self._show_own_views(self._own)


def _desk(session: Session) -> tuple[list[tuple[int, str]], int]:
    """Read who the officers are, and how many cases there are at all."""
    named = [(each.id, each.name) for each in officers(session)]
    return named, case_count(session, CaseFilter())
