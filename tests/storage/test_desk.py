"""Desk state: kept in the office, outside audit and undo."""

from datetime import UTC, datetime

from techmgr.storage import desk
from techmgr.storage.check import check

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def test_what_the_desk_keeps_is_found_again_per_officer(office):
    office.keep(lambda c: desk.keep(c, "Ada", "draft:1", '{"a": 1}', NOW))
    office.keep(lambda c: desk.keep(c, "Ada", "draft:1", '{"a": 2}', NOW))
    office.keep(lambda c: desk.keep(c, "Ada", "draft_1", "x", NOW))
    office.keep(lambda c: desk.keep(c, "Ben", "draft:1", "b", NOW))
    assert office.read(desk.kept, "Ada", "draft:1") == '{"a": 2}'
    assert office.read(desk.kept_like, "Ada", "draft:") == {"draft:1": '{"a": 2}'}
    assert office.read(desk.kept, "Cy", "draft:1") is None


def test_none_forgets(office):
    office.keep(lambda c: desk.keep(c, "Ada", "columns", "[]", NOW))
    office.keep(lambda c: desk.keep(c, "Ada", "columns", None, NOW))
    assert office.read(desk.kept, "Ada", "columns") is None


def test_it_leaves_no_trace_in_the_trail(plain):
    office = plain.open()
    office.keep(lambda c: desk.keep(c, "Ada", "columns", "[]", NOW))
    office.close()
    assert check(plain.address) == []
