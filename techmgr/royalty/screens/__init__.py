"""Money in the navigation, the page of one run, and what works everywhere: a receipt, an expense, a run."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, Page, PageKind, Place, Window
from techmgr.storage.office import Office

translate = QCoreApplication.translate

AccountPage = later("techmgr.ledger.screens.account_page", "AccountPage")
DifferencePage = later("techmgr.royalty.screens.difference_page", "DifferencePage")
PayeePage = later("techmgr.royalty.screens.payee_page", "PayeePage")
MoneyPage = later("techmgr.royalty.screens.money_page", "MoneyPage")
PolicyPage = later("techmgr.royalty.screens.policy_page", "PolicyPage")
WhatIfPage = later("techmgr.royalty.screens.what_if_page", "WhatIfPage")
RunPage = later("techmgr.royalty.screens.run_page", "RunPage")
RegisterPage = later("techmgr.royalty.screens.equity_register", "RegisterPage")
SharesPage = later("techmgr.royalty.screens.shares_page", "SharesPage")


def kinds(office: Office) -> list[PageKind]:
    """The lists of money, and the pages that open from them."""
    money = PageKind(
        "money",
        translate("Money", "Money"),
        "landmark",
        lambda window: MoneyPage(window, office),
        letter="M",
    )
    under: list[tuple[str, str, str, Callable[[Window, Office], Page]]] = [
        ("run", translate("Money", "Distribution"), "landmark", RunPage),
        ("payee", translate("Money", "Payee"), "banknote", PayeePage),
        (
            "difference",
            translate("Money", "Distribution computed again"),
            "history",
            DifferencePage,
        ),
        ("account", translate("Money", "Account"), "scale", AccountPage),
        ("policy", translate("Money", "Policy"), "scale", PolicyPage),
        ("what_if", translate("Money", "What if"), "scale", WhatIfPage),
        ("equity", translate("Money", "Equity"), "coins", RegisterPage),
        ("shares", translate("Money", "Shares of a company"), "coins", SharesPage),
    ]
    return [money, *(_under_money(office, *each) for each in under)]


def _under_money(
    office: Office, name: str, title: str, icon: str, page: Callable[[Window, Office], Page]
) -> PageKind:
    def make(window: Window) -> Page:
        return page(window, office)

    return PageKind(name, title, icon, make, under="money", navigation=False)


def commands(window: Window, _office: Office) -> list[Command]:
    """What the palette finds on every page."""

    def form(tab: str, name: str) -> None:
        window.go(Place("money", extra={"tab": tab, "form": name}))

    return [
        Command(
            "policies",
            translate("Money", "Policies"),
            lambda: window.go(Place("money", extra={"tab": "policies"})),
            "G, L",
            icon="scale",
            menu="go",
            words=translate("Money", "revenue sharing rules"),
        ),
        Command(
            "record_receipt",
            translate("Money", "Record a receipt"),
            partial(form, "receipts", "receipt"),
            icon="banknote",
            menu="file",
        ),
        Command(
            "record_expense",
            translate("Money", "Record an expense"),
            partial(form, "expenses", "expense"),
            icon="receipt",
            menu="file",
        ),
        *_of_policies(form),
        Command(
            "new_run",
            translate("Money", "Draft a distribution"),
            partial(form, "runs", "run"),
            icon="landmark",
            menu="file",
        ),
        *_equity(window),
    ]


def _equity(window: Window) -> list[Command]:
    return [
        Command(
            "equity",
            translate("Money", "Equity: the register of shares"),
            lambda: window.go(Place("equity")),
            "G, E",
            icon="coins",
            menu="file",
        ),
        Command(
            "follow_company",
            translate("Money", "Follow a company's shares"),
            lambda: window.go(Place("equity", extra={"form": "follow"})),
            icon="coins",
            menu="file",
        ),
    ]


def _of_policies(form: Callable[[str, str], None]) -> list[Command]:
    return [
        Command(
            "choose_share",
            translate("Money", "Choose a share for a case"),
            partial(form, "policies", "choose"),
            icon="percent",
        ),
        Command(
            "route_part",
            translate("Money", "Say where a person's part goes"),
            partial(form, "policies", "route"),
            icon="split",
        ),
        Command(
            "allocation",
            translate("Money", "Share an agreement's income over its cases"),
            partial(form, "receipts", "allocation"),
            icon="split",
        ),
    ]
