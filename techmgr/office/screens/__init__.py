"""Screens of the office itself: welcome, a new office, settings, and what every page works with."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import PageKind

if TYPE_CHECKING:
    from techmgr.storage.office import Office

SettingsPage = later("techmgr.office.screens.settings_page", "SettingsPage")


def kinds(office: "Office") -> list[PageKind]:
    """The settings; they are reached from the foot of the navigation."""
    text = QCoreApplication.translate("Settings", "Settings")
    return [
        PageKind(
            "settings", text, "settings", lambda window: SettingsPage(window, office),
            navigation=False,
        )
    ]  # fmt: skip
