"""An amount with its currency beside it, in the forms of money."""

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.desktop.fields import TextField
from techmgr.desktop.forms import Form

translate = QCoreApplication.translate


def add_amount(form: Form, name: str, title: str, currency: str) -> None:
    """Add a field for an amount and one for its currency."""
    beside = TextField(name="currency", title=translate("Amounts", "Currency"))
    beside.setFixedWidth(90)
    form.add(TextField(name=name, title=title, required=True), beside)
    beside.set_raw(currency)


def typed_money(text: str, currency: str, field: str) -> Money:
    """Read an amount. UserError names the field, or the currency when that is none."""
    try:
        return money(text, (currency or "").upper())
    except UserError as error:
        name = "currency" if error.field == "currency" else field
        raise UserError(error.text, field=name) from error


def typed_or_none(text: str, currency: str, field: str) -> Money | None:
    """Read an amount that may be left out."""
    return typed_money(text, currency, field) if text else None
