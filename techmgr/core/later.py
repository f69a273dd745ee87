"""What is loaded when it is first needed: pages and libraries that the first list of a window does without.

AgreementList = later("techmgr.agreements.screens.list_page", "AgreementList")
AgreementList(window, office)       imports the module, the first time
load_all()                          behind the first page, so that no later one waits for its module
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

_put_off: list[str] = []


def later(module: str, name: str) -> Callable[..., Any]:
    """Return a stand-in for a function or class: its module is imported when it is first called.

    A test compares every module and name given here with what there is and with the order of parts.
    """
    _put_off.append(module)

    def call(*args: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*args, **named)

    return call


def load_all() -> None:
    """Import every module that was put off, and what these put off in turn."""
    while _put_off:
        import_module(_put_off.pop(0))
