"""What holds for this user on this computer: language, light or dark, row height, single keys."""

from typing import Any

from PySide6.QtWidgets import QWidget

from techmgr.core import settings
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import Field, Toggle
from techmgr.desktop.shell import Shell
from techmgr.desktop.tables import Table
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import column, holding, label


class ThisComputer(QWidget):
    """Everything is kept at once; there is nothing to save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = settings.load()
        self.language = self._choice(
            "language",
            self.tr("Language"),
            [("", self.tr("As the system")), ("en", "English"), ("zh_CN", "中文")],
            now.language,
        )
        self.language.set_hint(self.tr("Holds when techmgr is started again."))
        self.scheme = self._choice(
            "scheme",
            self.tr("Light or dark"),
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ],
            now.scheme,
        )
        self.rows = self._choice(
            "row_height",
            self.tr("Rows of lists"),
            [("compact", self.tr("Compact")), ("comfortable", self.tr("Comfortable"))],
            now.row_height,
        )
        self.single_keys = Toggle(name="single_keys", title=self.tr("Single letters are keys"))
        self.single_keys.set_hint(self.tr("They work where no field has the keyboard."))
        self.single_keys.set_value(now.single_keys)
        self._arrange()

    def _choice(self, name: str, title: str, options: list[tuple[Any, str]], value: str) -> Choice:
        made = Choice(options, name=name, title=title)
        made.set_value(value)
        return made

    def _arrange(self) -> None:
        fields: tuple[Field, ...] = (self.language, self.scheme, self.rows, self.single_keys)
        for field in fields:
            field.changed.connect(self._keep)
        lead = label(
            self.tr("These are yours alone and do not change the office."), "body", "secondary"
        )
        middle = holding(column(lead, 6, *fields, None, gap=10, margins=(16, 8, 16, 16)))
        middle.setMaximumWidth(420)
        self.setLayout(column(middle))
        self.setFocusProxy(self.language)

    def _keep(self) -> None:
        before = settings.load()
        kept = settings.change(
            language=self.language.raw(),
            scheme=self.scheme.raw(),
            row_height=self.rows.raw(),
            single_keys=self.single_keys.raw(),
        )
        if before.scheme != kept.scheme:
            theme.choose(kept.scheme)
        window = self.window()
        for table in window.findChildren(Table):
            table.verticalHeader().setDefaultSectionSize(theme.size(kept.row_height))
        theme.row_height = kept.row_height
        if isinstance(window, Shell):
            window.actions_.set_single_keys(kept.single_keys)
