"""Screens of the office itself: welcome, a new office, settings, and what every page works with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.pages import Page, PageKind, Window

if TYPE_CHECKING:
    from techmgr.storage.office import Office


def kinds(office: "Office") -> list[PageKind]:
    """The settings; they are reached from the foot of the navigation."""

    def build(window: Window) -> Page:
        # Imported late: it loads the ORM, and the welcome page beside it is shown before that.
        from techmgr.office.screens.settings_page import SettingsPage  # noqa: PLC0415 - as above

        return SettingsPage(window, office)

    text = QCoreApplication.translate("Settings", "Settings")
    return [PageKind("settings", text, "settings", build, navigation=False)]
