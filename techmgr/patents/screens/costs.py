"""Patent costs, reached from Money and from the palette."""

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place, Window
from techmgr.storage.office import Office

translate = QCoreApplication.translate

CostsPage = later("techmgr.patents.screens.costs_page", "CostsPage")


def kinds(office: Office) -> list[PageKind]:
    """The lists of patent costs, reached from Money."""
    return [
        PageKind(
            "costs",
            translate("Costs", "Patent costs"),
            "receipt-text",
            lambda window: CostsPage(window, office),
            under="money",
            navigation=False,
        )
    ]


def commands(window: Window, _office: Office) -> list[Command]:
    """What the palette finds on every page."""

    def go(**extra: str) -> None:
        window.go(Place("costs", extra=extra))

    return [
        Command(
            "enter_invoice",
            translate("Costs", "Enter a law firm's invoice"),
            lambda: go(tab="invoices", form="invoice"),
            icon="receipt-text",
            menu="file",
        ),
        Command(
            "patent_costs",
            translate("Costs", "Patent costs: what is not yet recovered"),
            lambda: go(tab="cases"),
            icon="receipt-text",
        ),
        Command(
            "coming_costs",
            translate("Costs", "Coming patent costs and budget"),
            lambda: go(tab="coming"),
            icon="target",
        ),
        Command(
            "cost_claims",
            translate("Costs", "Claims for patent costs"),
            lambda: go(tab="claims"),
            icon="send",
        ),
    ]
