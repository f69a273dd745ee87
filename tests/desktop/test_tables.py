"""Tables: long lists in pages, marks, keys, columns that give up their room, copying."""

from dataclasses import dataclass
from datetime import date

import pytest
from desktop_demo import columns, thing
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from techmgr.core.money import Money
from techmgr.desktop.columns import Column, Kind, Order, initials
from techmgr.desktop.highlight import spans
from techmgr.desktop.models import PAGE, PagedModel, Source
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable, Table
from techmgr.desktop.theme import theme

pytestmark = pytest.mark.gui
MANY = 100_000


@dataclass(frozen=True)
class Reader:
    asked: list

    def fetch(self, offset, limit, order):
        self.asked.append((offset, order))
        places = range(offset, min(offset + limit, MANY))
        if order.descending:
            places = [MANY - 1 - place for place in places]
        return [thing(place) for place in places]


@pytest.fixture
def reader():
    return Reader([])


@pytest.fixture
def table(qtbot, jobs, reader):
    showing.today = date(2026, 9, 14)
    made = Table(PagedModel(columns(), jobs, identity=lambda row: row.id), name="Things")
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.model_.show(Source(reader.fetch, lambda: MANY))
    qtbot.waitUntil(lambda: jobs.idle and made.model_.rowCount() == MANY)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_only_the_pages_in_sight_are_read(qtbot, jobs, table, reader):
    table.grab()
    assert {offset for offset, _ in reader.asked} == {0}
    table.scrollTo(table.model_.index(50_000, 0))
    table.grab()
    qtbot.waitUntil(lambda: jobs.idle and table.model_.row_at(50_000) is not None)
    assert table.model_.row_at(50_000).id == 50_000
    assert len(reader.asked) < 5


def test_racing_through_the_list_reads_only_where_it_stops(qtbot, jobs, table, reader):
    for number in range(1000, 90_000, 1000):
        table.model_.row_at(number)
        qtbot.wait(0)
    table.model_.row_at(95_000)
    qtbot.waitUntil(lambda: jobs.idle and table.model_.row_at(95_000) is not None)
    assert table.model_.row_at(95_000).id == 95_000


def test_a_click_on_a_head_sorts_and_a_second_turns_round(qtbot, jobs, table, reader):
    header = table.horizontalHeader()
    header.sectionClicked.emit(0)
    qtbot.waitUntil(lambda: jobs.idle)
    assert reader.asked[-1] == (0, Order("number", descending=False))
    header.sectionClicked.emit(0)
    qtbot.waitUntil(lambda: jobs.idle)
    assert reader.asked[-1] == (0, Order("number", descending=True))
    assert table.model_.row_at(0).id == MANY - 1


def test_keys_move_open_and_mark(qtbot, table):
    opened, beside, why, marked = [], [], [], []
    table.opened.connect(opened.append)
    table.opened_beside.connect(beside.append)
    table.why.connect(lambda row, key: why.append((row.id, key)))
    table.marked_changed.connect(lambda rows: marked.append([row.id for row in rows]))
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Return):
        qtbot.keyClick(table, key)
    qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (opened[0].id, beside[0].id) == (1, 1)
    qtbot.keyClick(table, Qt.Key.Key_X)
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_J)
    qtbot.keyClick(table, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert marked[-1] == [1, 2, 3, 4]
    qtbot.keyClick(table, Qt.Key.Key_X)
    assert marked[-1] == [1, 2, 3]
    table.setCurrentIndex(table.model_.index(4, 7))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    table.setCurrentIndex(table.model_.index(4, 1))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert why == [(4, "income"), (4, "")]


def test_the_record_keeps_the_keyboard_when_the_list_is_read_again(qtbot, jobs, table):
    table.select_number(7)
    table.model_.reload()
    qtbot.waitUntil(lambda: jobs.idle)
    assert table.current_row().id == 7


def test_an_older_answer_never_overwrites_a_newer_list(qtbot, jobs, table):
    table.model_.show(Source(lambda *_: [thing(1)], lambda: 1))
    table.model_.show(Source(lambda *_: [thing(2)], lambda: 1))
    qtbot.waitUntil(lambda: jobs.idle)
    assert [row.id for row in table.model_.known_rows()] == [2]
    assert table.model_.rowCount() == 1


def test_copying_takes_the_shown_columns_with_their_heads(qtbot, table):
    table.arrangement.show_column("steps", shown=False)
    table.select_number(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row, end = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["Number", "Title", "Mgr"]
    assert row.split("\t")[-1] == "1,234.56"
    assert "Steps" not in head
    assert end == ""


def test_columns_give_up_their_room_in_order_and_come_back(qtbot, table):
    def shown():
        return [column.key for column in table.shown_columns()]

    table.resize(1100, 600)
    assert "what" in shown()
    table.resize(700, 600)
    assert "what" not in shown()
    assert {"number", "title", "day", "income"} <= set(shown())
    table.resize(1100, 600)
    assert "what" in shown()


def test_others_give_up_their_room_before_the_title_is_cut(table):
    for width in range(600, 1000, 20):
        table.resize(width, 600)
        shown = table.shown_columns()
        titles = [n for n, column in enumerate(table.model_.columns) if column.key == "title"]
        if any(column.gives_up for column in shown):
            assert table.columnWidth(titles[0]) >= 280, width


def test_the_arrangement_is_kept_and_restored(qtbot, table):
    table.arrangement.show_column("what", shown=False)
    table.setColumnWidth(0, 90)
    table.horizontalHeader().moveSection(0, 2)
    kept = table.arrangement.kept()
    other = RecordTable(columns(), name="Other")
    qtbot.addWidget(other)
    other.arrangement.restore(kept)
    assert other.arrangement.kept() == kept


def test_a_filter_field_drives_the_list(qtbot, table):
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit()
    qtbot.addWidget(field)
    table.driven_by(field)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args[0].id == 1


def test_a_short_list_sorts_with_the_unknown_last(qtbot):
    @dataclass(frozen=True)
    class Line:
        id: int
        amount: Money | None

    table = RecordTable(
        [Column("amount", "Amount", Kind.MONEY)], name="Lines", identity=lambda row: row.id
    )
    qtbot.addWidget(table)
    table.show_rows([Line(1, Money(5, "USD")), Line(2, None), Line(3, Money(9, "USD"))])
    table.model_.sort_by(Order("amount", descending=True))
    assert [row.id for row in table.model_.known_rows()] == [3, 1, 2]


def test_an_empty_list_has_no_current_row(qtbot):
    table = RecordTable(columns(), name="Things")
    qtbot.addWidget(table)
    table.show_rows([])
    assert table.current_row() is None
    qtbot.keyClick(table, Qt.Key.Key_J)
    qtbot.keyClick(table, Qt.Key.Key_X)


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Sensing Magnetic Fields", "mag sens", ["Sens", "Mag"]),
        ("Biosensor", "sens", []),
        ("全频谱次声听诊器", "听诊", ["听诊"]),
        ("A+B (C)", "(c", ["(C"]),
        ("Infrasound", "", []),
    ],
)
def test_hits_are_beginnings_of_words(text, words, hits):
    assert [text[start : start + length] for start, length in spans(text, words)] == hits


def test_initials():
    assert initials("Ines Moreau") == "IM"
    assert initials("Mei-Ling van der Zhao") == "MZ"
    assert initials("王小明") == "小明"
    assert initials("Plato") == "PL"


def test_a_page_is_large_enough_for_a_window():
    assert PAGE >= 100


def test_rows_of_chinese_are_a_little_higher(monkeypatch):
    assert theme.size("compact") == 26
    monkeypatch.setattr(showing, "language", "zh_CN")
    assert theme.size("compact") == 28


def test_a_column_that_takes_the_rest_does_not_leave_it_empty(qtbot):
    made = RecordTable(
        [
            Column("number", "Number", width=300),
            Column("by", "Approved by", stretch=True, gives_up=1),
        ],
        name="Runs",
    )
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    assert [column.key for column in made.shown_columns()] == ["number", "by"]
