"""What the pages of rules and of closed days share: the tabs between them, and the names of groups."""

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.filtering import View, ViewTabs
from techmgr.desktop.pages import Place, Window

translate = QCoreApplication.translate


class RuleTabs(ViewTabs):
    """The way between rules and closed days."""

    def __init__(self, window: Window, here: str) -> None:
        super().__init__()
        views = [
            View("rules", self.tr("Rules")),
            View("closed_days", self.tr("Closed days")),
            View("deadlines", self.tr("Deadlines")),
        ]
        self.show_views(views, here)
        self.chosen.connect(lambda key: window.go(Place(key)) if key != here else None)


def group_words(group: str) -> str:
    """What a group of rules is called."""
    return {
        "agreements": translate("RuleGroups", "Agreements"),
        "bayh-dole": translate("RuleGroups", "Federal funding (Bayh-Dole)"),
        "cn": translate("RuleGroups", "China"),
        "ep": translate("RuleGroups", "European Patent Office"),
        "examination": translate("RuleGroups", "Examination elsewhere"),
        "grace": translate("RuleGroups", "Publications and grace periods"),
        "jp": translate("RuleGroups", "Japan"),
        "office": translate("RuleGroups", "Office clocks"),
        "own": translate("RuleGroups", "Our own"),
        "paris": translate("RuleGroups", "Paris Convention"),
        "pct": translate("RuleGroups", "International (PCT)"),
        "rights": translate("RuleGroups", "Rights"),
        "us": translate("RuleGroups", "United States"),
    }.get(group, group)
