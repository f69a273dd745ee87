"""Records of the office itself."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from techmgr.storage.base import Record, Root


class OfficeSetting(Record):
    """One setting from a day on: name, base currency, fiscal year end, number pattern …

    Always true: one value for a key and day; what is in force is the newest not after the day.
    """

    __tablename__ = "office_setting"
    __table_args__ = (UniqueConstraint("key", "valid_from"),)

    key: Mapped[str]
    value: Mapped[str]
    valid_from: Mapped[date]


class ListedValue(Root):
    """A value of one of the office's lists (case type, status, field …).

    Always true: the code never changes; only the words, the order and whether it is offered do.
    """

    __tablename__ = "listed_value"
    __table_args__ = (UniqueConstraint("list", "code"),)

    list: Mapped[str]
    code: Mapped[str]
    english: Mapped[str]
    chinese: Mapped[str]
    position: Mapped[int]
    offered: Mapped[bool]
