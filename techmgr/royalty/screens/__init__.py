"""Money in the navigation, the page of one run, and what works everywhere: a receipt, an expense, a run."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.pages import Command, PageKind, Place, Window
from techmgr.ledger.screens.account_page import AccountPage
from techmgr.royalty.screens.difference_page import DifferencePage
from techmgr.royalty.screens.money_page import MoneyPage
from techmgr.royalty.screens.payee_page import PayeePage
from techmgr.royalty.screens.policy_page import PolicyPage
from techmgr.royalty.screens.run_page import RunPage
from techmgr.royalty.screens.what_if_page import WhatIfPage
from techmgr.storage.office import Office

translate = QCoreApplication.translate


def kinds(office: Office) -> list[PageKind]:
    """The lists of money, and the page of one run."""
    return [
        PageKind(
            "money",
            translate("Money", "Money"),
            "landmark",
            lambda window: MoneyPage(window, office),
            letter="M",
        ),
        PageKind(
            "run",
            translate("Money", "Distribution"),
            "landmark",
            lambda window: RunPage(window, office),
            under="money",
            navigation=False,
        ),
        PageKind(
            "policy",
            translate("Money", "Policy"),
            "scale",
            lambda window: PolicyPage(window, office),
            under="money",
            navigation=False,
        ),
        PageKind(
            "payee",
            translate("Money", "Payee"),
            "banknote",
            lambda window: PayeePage(window, office),
            under="money",
            navigation=False,
        ),
        PageKind(
            "what_if",
            translate("Money", "What if"),
            "scale",
            lambda window: WhatIfPage(window, office),
            under="money",
            navigation=False,
        ),
        PageKind(
            "difference",
            translate("Money", "Distribution computed again"),
            "history",
            lambda window: DifferencePage(window, office),
            under="money",
            navigation=False,
        ),
        PageKind(
            "account",
            translate("Money", "Account"),
            "scale",
            lambda window: AccountPage(window, office),
            under="money",
            navigation=False,
        ),
    ]


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
        Command(
            "new_run",
            translate("Money", "Draft a distribution"),
            partial(form, "runs", "run"),
            icon="landmark",
            menu="file",
        ),
    ]
