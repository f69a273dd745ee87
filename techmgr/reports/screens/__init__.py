"""The annual report: figures of a scheme for a year, and the records behind each of them."""

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import PageKind
from techmgr.storage.office import Office

ReportPage = later("techmgr.reports.screens.report_page", "ReportPage")


def kinds(office: Office) -> list[PageKind]:
    """Reports in the navigation."""
    text = QCoreApplication.translate("Reports", "Reports")
    return [
        PageKind(
            "reports", text, "chart-column", lambda window: ReportPage(window, office), letter="R"
        )
    ]
