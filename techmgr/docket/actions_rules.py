"""What an officer does with rules: change one, add one, take one back, bring in a file of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from techmgr.core.checks import Checks
from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import say
from techmgr.docket.book import book_on
from techmgr.docket.model import DocketEvent, DocketRecord, OwnRule
from techmgr.docket.recomputing import Change, recompute
from techmgr.docket.rule_tables import rules_of
from techmgr.docket.rule_text import rule_text, table_of
from techmgr.docket.rulebook import tables_in
from techmgr.docket.rules import Rule
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class KeepRule:
    """A version of a rule as TOML: a new one, or with an id in place of one kept before."""

    text: str
    reason: str
    rule_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class TakeRules:
    """A file of rules: each is kept as the office's own; the same version again is replaced."""

    name: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class RemoveRule:
    """A version of the office's own that is no longer wanted; a shipped rule holds again."""

    rule_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class RulesKept:
    """How many rules were kept, and which deadlines are not as they were."""

    rule_ids: tuple[int, ...]
    changes: tuple[Change, ...]


@action(undo=Undo.RESTORE)
def keep_rule(unit: Unit, request: KeepRule) -> RulesKept:
    """Keep a rule as the office's own and compute anew what it is about; refuses a wrong one in words."""
    checks = Checks()
    checks.reason(request.reason)
    checks.refuse()
    table = table_of(request.text)
    rules = rules_of(table)
    row = OwnRule(code="", text="")
    if request.rule_id is not None:
        row = unit.session.get_one(OwnRule, request.rule_id)
        unit.claim(row, request.version)
        rules += rules_of(table_of(row.text))  # what the old version was about moves too
    _write(row, table)
    unit.add(row)
    return _computed(unit, [row], rules)


@action(undo=Undo.RESTORE)
def take_rules(unit: Unit, request: TakeRules) -> RulesKept:
    """Keep every rule of a TOML file as the office's own, all or none; computes anew."""
    checks = Checks()
    checks.reason(request.reason)
    checks.refuse()
    tables = tables_in(request.name, request.text)
    if not tables:
        raise UserError(
            say("{file} holds no rule. A rule begins with [[rule]].", file=request.name)
        )
    rules = [rule for table in tables for rule in rules_of(table)]
    rows = [_row_of(unit, table) for table in tables]
    for row, table in zip(rows, tables, strict=True):
        _write(row, table)
    unit.add(*rows)
    return _computed(unit, rows, rules)


@action(undo=Undo.RESTORE)
def remove_rule(unit: Unit, request: RemoveRule) -> RulesKept:
    """Take a rule of the office's own away, with the reason; computes anew what it was about."""
    checks = Checks()
    checks.reason(request.reason)
    checks.refuse()
    row = unit.session.get_one(OwnRule, request.rule_id)
    unit.claim(row, request.version)
    unit.about(row.reference)
    rules = rules_of(table_of(row.text))
    unit.session.delete(row)
    unit.session.flush()
    return _computed(unit, [], rules)


def _row_of(unit: Unit, table: dict[str, Any]) -> OwnRule:
    """Find the version of the same code, conditions and first day, or make a new one."""
    valid = table.get("valid", {})
    for row in unit.session.scalars(select(OwnRule).where(OwnRule.code == table["code"])):
        known = table_of(row.text)
        if known.get("when") == table.get("when") and row.valid_from == valid.get("from"):
            unit.claim(row, None)
            return row
    return OwnRule(code="", text="")


def _write(row: OwnRule, table: dict[str, Any]) -> None:
    valid = table.get("valid", {})
    row.code, row.text = table["code"], rule_text(table)
    row.valid_from, row.valid_until = valid.get("from"), valid.get("to")


def _computed(unit: Unit, rows: Sequence[OwnRule], rules: Sequence[Rule]) -> RulesKept:
    unit.session.flush()
    for row in rows:
        unit.about(row.reference)
    try:
        book_on(unit.session, unit.today)  # refuses loops, unknown names, overlapping versions
    except Problems as error:
        raise Problems([UserError(each.text) for each in error.problems]) from None
    except UserError as error:
        raise UserError(error.text) from None
    changes = recompute(unit, concerned(unit, rules))
    return RulesKept(tuple(row.id for row in rows), tuple(changes))


def concerned(unit: Unit, rules: Iterable[Rule]) -> list[int]:
    """Return the followed records that have an event of the rules' kinds, in their countries."""
    found: set[int] = set()
    seen: set[tuple[tuple[str, ...], frozenset[str]]] = set()
    for rule in rules:
        about = (rule.triggers, rule.countries)
        if about in seen:
            continue
        seen.add(about)
        chosen = select(DocketEvent.docket_record_id).where(DocketEvent.kind.in_(rule.triggers))
        if rule.countries:
            written = [f'%"country": "{country}"%' for country in sorted(rule.countries)]
            chosen = chosen.join(DocketRecord, DocketRecord.id == DocketEvent.docket_record_id)
            chosen = chosen.where(or_(*(DocketRecord.facts.like(each) for each in written)))
        found |= set(unit.session.scalars(chosen.distinct()))
    return sorted(found)
