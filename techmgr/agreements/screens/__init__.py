"""Agreements in the navigation, and the page of one agreement."""

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place, Window
from techmgr.storage.office import Office

translate = QCoreApplication.translate

AgreementList = later("techmgr.agreements.screens.list_page", "AgreementList")
AgreementPage = later("techmgr.agreements.screens.page", "AgreementPage")


def kinds(office: Office) -> list[PageKind]:
    """The list, and the page of one agreement."""
    return [
        PageKind(
            "agreements",
            translate("Agreements", "Agreements"),
            "handshake",
            lambda window: AgreementList(window, office),
            letter="A",
        ),
        PageKind(
            "agreement",
            translate("Agreements", "Agreement"),
            "handshake",
            lambda window: AgreementPage(window, office),
            under="agreements",
            navigation=False,
        ),
    ]


def commands(window: Window, _office: Office) -> list[Command]:
    """What the palette finds on every page."""
    return [
        Command(
            "new_agreement",
            translate("Agreements", "Draft an agreement"),
            lambda: window.go(Place("agreements", extra={"form": "draft"})),
            icon="handshake",
            menu="file",
        )
    ]
