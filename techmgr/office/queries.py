"""Reads of the office itself: settings in force, lists of values, the next free number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from techmgr.core.checks import Checks
from techmgr.core.texts import Listed, say
from techmgr.office.model import ListedValue, OfficeSetting
from techmgr.office.numbering import beginning, next_number
from techmgr.office.settings import OfficeSettings, settings_from

_NUMBER_LOCK = 7_441_002  # advisory lock of PostgreSQL under which numbers are given


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting as stored, from a day on."""

    id: int
    key: str
    value: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of a list, as a picker shows it."""

    id: int
    version: int
    list: str
    code: str
    english: str
    chinese: str
    position: int
    offered: bool

    def words(self, language: str) -> str:
        """Return what the value is called in a language; English when it has no word there."""
        return (self.chinese if language.startswith("zh") else "") or self.english


_VALUES = select(
    ListedValue.id,
    ListedValue.version,
    ListedValue.list,
    ListedValue.code,
    ListedValue.english,
    ListedValue.chinese,
    ListedValue.position,
    ListedValue.offered,
).order_by(ListedValue.list, ListedValue.position, ListedValue.id)


_SETTINGS = (
    select(OfficeSetting.key, OfficeSetting.value)
    .where(OfficeSetting.valid_from <= bindparam("day"))
    .order_by(OfficeSetting.valid_from)
)


def settings_on(session: Session, day: date) -> OfficeSettings:
    """Return the office's settings in force on a day; defaults for what was never set."""
    rows = session.execute(_SETTINGS, {"day": day})
    return settings_from(dict(rows.all()))


def settings_recorded(session: Session) -> list[SettingRow]:
    """Return every stored setting, newest first within a key."""
    rows = session.execute(
        select(
            OfficeSetting.id, OfficeSetting.key, OfficeSetting.value, OfficeSetting.valid_from
        ).order_by(OfficeSetting.key, OfficeSetting.valid_from.desc())
    )
    return [SettingRow(*row) for row in rows]


def is_founded(session: Session) -> bool:
    """Tell whether the office has its name yet."""
    return session.scalar(select(OfficeSetting.id).limit(1)) is not None


def values_of(session: Session, list_name: str, *, retired: bool = False) -> list[ValueRow]:
    """Return the values of a list in its order; those no longer offered only when asked for."""
    chosen = ListedValue.list == list_name
    offered = chosen if retired else chosen & ListedValue.offered.is_(True)
    return [ValueRow(*row) for row in session.execute(_VALUES.where(offered))]


def all_values(session: Session) -> dict[str, list[ValueRow]]:
    """Return the values of every list, retired ones too, in order: one read for a whole window."""
    found: dict[str, list[ValueRow]] = {}
    for row in session.execute(_VALUES):
        found.setdefault(row.list, []).append(ValueRow(*row))
    return found


def lists(session: Session) -> list[str]:
    """Return the names of all lists."""
    return list(session.scalars(select(ListedValue.list).distinct().order_by(ListedValue.list)))


def all_words(session: Session, language: str) -> Mapping[tuple[str, str], str]:
    """Return what every (list, code) is called in a language: one read for a whole screen."""
    return {
        (each.list, each.code): each.words(language)
        for values in all_values(session).values()
        for each in values
    }


def codes_by_word(session: Session, list_name: str) -> dict[str, str]:
    """Return the codes of a list by what people call them: the code itself and its words."""
    rows = values_of(session, list_name, retired=True)
    return {
        word: each.code for each in rows for word in (each.english, each.chinese, each.code) if word
    }


def listed(session: Session, list_name: str, code: str) -> Listed:
    """Return what a code of a list is called, for a text that is kept; an unknown code is its own name."""
    chosen = (ListedValue.list == list_name, ListedValue.code == code)
    value = session.scalars(select(ListedValue).where(*chosen)).first()
    return Listed(value.english, value.chinese) if value else Listed(code, code)


def check_listed(session: Session, checks: Checks, list_name: str, code: str, field: str) -> str:
    """Return a code of a list, noting one the list does not have. Retired codes are still known."""
    known = session.scalar(
        select(func.count())
        .select_from(ListedValue)
        .where(ListedValue.list == list_name, ListedValue.code == code)
    )
    if not known:
        checks.wrong(
            say("“{code}” is not in the list “{list}”. Choose another.", code=code, list=list_name),
            field,
        )
    return code


def free_number(
    session: Session, column: InstrumentedAttribute[str], pattern: str, day: date
) -> str:
    """Return the next number of a pattern; nobody else gets it before this transaction ends."""
    bind: Any = session.get_bind()
    if bind.dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_NUMBER_LOCK)))
    start = beginning(pattern, day)
    return next_number(
        pattern,
        day,
        session.scalars(select(column).where(column.startswith(start, autoescape=True))),
    )
