"""What a licence needs and no record holds: asked once, kept as a draft, then written."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.fields import TextField
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet

translate = QCoreApplication.translate


class BlanksSheet(Sheet):
    """A field for every blank of the template that is still empty; writing takes them all."""

    def __init__(
        self, bench: Bench, missing: Sequence[str], then: Callable[[dict[str, str]], object]
    ) -> None:
        self._then = then
        lead = translate("AgreementForm", "Everything in the template is recorded.")
        if missing:
            lead = translate(
                "AgreementForm", "The template asks for these, and no record holds them."
            )
        super().__init__(
            bench,
            title=translate("AgreementForm", "Write the licence"),
            lead=lead,
            save=translate("AgreementForm", "Choose a folder…"),
            ask=_nothing,
            draft="licence",
        )
        for name in missing:
            self.form.add(TextField(name=name, title=name.replace("_", " ").capitalize()))

    def save(self) -> None:
        """Hand over what was typed; nothing is changed in the office."""
        self.form.clear_problems()
        self._then({name: text or "" for name, text in self.form.values().items()})


def _nothing(_values: dict[str, Any]) -> Asked:
    raise AssertionError("the sheet writes a file and changes no record")
