"""What an officer can settle about the office: settings by date, and lists of values."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.core.texts import say
from techmgr.office.model import ListedValue, OfficeSetting
from techmgr.office.settings import read_value
from techmgr.storage.unit import Undo, Unit, action

_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class SetSetting:
    """One setting from a day on; `value` as typed, such as 08-31 or yes."""

    key: str
    value: str
    valid_from: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetSettings:
    """Several settings from the same day on."""

    values: Mapping[str, str]
    valid_from: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LoadLists:
    """Bring in the default lists of values; values that are there already stay as they are."""


@dataclass(frozen=True, slots=True)
class AddValue:
    """A new value of a list. `code` is what records store; it never changes."""

    list: str
    code: str
    english: str
    chinese: str = ""


@dataclass(frozen=True, slots=True)
class RenameValue:
    """Other words for a value; its code stays."""

    value_id: int
    version: int | None
    english: str
    chinese: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class RetireValue:
    """No longer offer a value, or (`offered`) offer it again; records that have it keep it."""

    value_id: int
    version: int | None
    offered: bool = False


@action(undo=Undo.RESTORE)
def set_setting(unit: Unit, request: SetSetting) -> int:
    """Settle a value from a day on and return its id; the same day again replaces it."""
    return set_settings(unit, SetSettings({request.key: request.value}, request.valid_from))[0]


@action(undo=Undo.RESTORE)
def set_settings(unit: Unit, request: SetSettings) -> list[int]:
    """Settle several values from a day on and return their ids."""
    checks = Checks()
    checks.day(request.valid_from, "valid_from")
    for key, value in request.values.items():
        try:
            read_value(key, value)
        except UserError as error:
            checks.wrong(error.text, "value" if len(request.values) == 1 else key)
    checks.refuse()
    return [_settle(unit, key, value, request.valid_from) for key, value in request.values.items()]


def _settle(unit: Unit, key: str, value: str, day: date) -> int:
    chosen = (OfficeSetting.key == key, OfficeSetting.valid_from == day)
    stored = unit.session.scalars(select(OfficeSetting).where(*chosen)).first()
    if stored is None:
        stored = OfficeSetting(key=key, value=value.strip(), valid_from=day)
        unit.session.add(stored)
    stored.value = value.strip()
    unit.session.flush()
    unit.about(stored.reference)
    return stored.id


@action(undo=Undo.RESTORE)
def load_lists(unit: Unit, request: LoadLists) -> int:  # noqa: ARG001 - an action has a request
    """Bring in the default values that are missing and return how many they were."""
    there = {
        (name, code)
        for name, code in unit.session.execute(select(ListedValue.list, ListedValue.code))
    }
    content = tomllib.loads(resource("lists.toml").read_text(encoding="utf-8"))
    fresh = [
        ListedValue(
            list=name, code=code, english=words[0], chinese=words[1], position=place, offered=True
        )
        for name, values in content.items()
        for place, (code, words) in enumerate(values.items(), start=1)
        if (name, code) not in there
    ]
    unit.add(*fresh)
    return len(fresh)


@action(undo=Undo.RESTORE)
def add_value(unit: Unit, request: AddValue) -> int:
    """Add a value at the end of a list and return its id. Refuses a code the list has."""
    checks = Checks()
    english = checks.line(request.english, "english", say("Give the value a word."))
    chinese = checks.line(request.chinese, "chinese")
    if not _CODE.fullmatch(request.code):
        checks.wrong(
            say(
                "“{code}” must be small letters, digits and _, such as two_words.",
                code=request.code,
            ),
            "code",
        )
    last, same = _place(unit, request)
    if last is None:
        checks.wrong(say("There is no list “{list}”.", list=request.list), "list")
    if same:
        checks.wrong(say("The list has “{code}” already.", code=request.code), "code")
    checks.refuse()
    value = ListedValue(
        list=request.list,
        code=request.code,
        english=english,
        chinese=chinese,
        position=(last or 0) + 1,
        offered=True,
    )
    unit.add(value)
    unit.about(value.reference)
    return value.id


def _place(unit: Unit, request: AddValue) -> tuple[int | None, int | None]:
    of_list = ListedValue.list == request.list
    last = unit.session.scalar(select(func.max(ListedValue.position)).where(of_list))
    same = unit.session.scalar(
        select(ListedValue.id).where(of_list, ListedValue.code == request.code)
    )
    return last, same


@action(undo=Undo.RESTORE)
def rename_value(unit: Unit, request: RenameValue) -> None:
    """Change what a value is called, or its place in the list."""
    checks = Checks()
    english = checks.line(request.english, "english", say("Give the value a word."))
    chinese = checks.line(request.chinese, "chinese")
    checks.refuse()
    value = unit.session.get_one(ListedValue, request.value_id)
    unit.claim(value, request.version)
    value.english, value.chinese = english, chinese
    if request.position is not None:
        value.position = request.position
    unit.about(value.reference)


@action(undo=Undo.RESTORE)
def retire_value(unit: Unit, request: RetireValue) -> None:
    """Stop or resume offering a value."""
    value = unit.session.get_one(ListedValue, request.value_id)
    unit.claim(value, request.version)
    value.offered = request.offered
    unit.about(value.reference)
