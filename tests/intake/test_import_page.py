"""The page that takes in a file, worked through with the real jobs and a real office."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from techmgr.desktop.jobs import Jobs
from techmgr.desktop.pages import Place
from techmgr.desktop.shell import Shell
from techmgr.desktop.theme import theme
from techmgr.intake.dates import DateOrder
from techmgr.intake.queries import profile_named
from techmgr.intake.screens import commands, page_kind
from techmgr.intake.screens.importing import CHOOSE, MATCH, TRIAL, ImportPage
from techmgr.technology.actions import CaseFields, EditCase, edit_case
from techmgr.technology.model import Case

pytestmark = pytest.mark.gui
CONTENT = "Case Number,Title,Received,Lab book\nA-1,Laser,03/04/2025,17\nA-2,Valve,,18\n,Pump,,\n"


@pytest.fixture
def jobs(office):
    made = Jobs(interrupt=office.interrupt)
    yield made
    made.close()


@pytest.fixture
def shell(qtbot, qapp, office, jobs):
    if not QApplication.styleSheet(qapp):
        theme.start(qapp, "light")
    window = Shell(jobs)
    qtbot.addWidget(window)
    window.register(page_kind(office))
    window.resize(1200, 800)
    window.show()
    window.go(Place("import"))
    return window


@pytest.fixture
def page(shell, qtbot, jobs):
    found = shell.findChild(ImportPage)
    qtbot.waitUntil(lambda: jobs.idle)
    return found


@pytest.fixture
def rest(qtbot, jobs):
    """Wait until everything asked for has arrived."""
    return lambda: qtbot.waitUntil(lambda: jobs.idle, timeout=20_000)


def cases(office):
    return office.read(lambda session: session.scalar(select(func.count()).select_from(Case)))


def test_a_file_from_the_disk_to_the_office_and_back(page, office, rest, qtbot, tmp_path):
    path = tmp_path / "portfolio.csv"
    path.write_text(CONTENT)
    page.take(path)
    rest()
    assert page._stack.currentIndex() == MATCH
    assert page.matching.value().columns == {
        "Case Number": "number",
        "Title": "title",
        "Received": "received",
    }

    page.try_out()
    rest()
    assert page._stack.currentIndex() == MATCH, "the dates can be read two ways"
    assert "can be read two ways" in page._notice.text
    page._settle(DateOrder.DMY)
    rest()
    assert page._stack.currentIndex() == TRIAL
    shown = page.trial.table.model_.known_rows()
    assert [each.group for each in shown if each.head] == ["refused", "new"]
    assert cases(office) == 0

    qtbot.keyClick(page.trial.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert (page._stack.currentIndex(), cases(office)) == (CHOOSE, 2)
    page._undo()
    rest()
    assert cases(office) == 0


def test_a_conflict_is_decided_by_keyboard(page, office, rest, qtbot, tmp_path):
    path = tmp_path / "portfolio.csv"
    path.write_text("Case Number,Title\nA-1,Laser\n")
    for _ in range(2):
        page.take(path)
        rest()
        page.try_out()
        rest()
        page.import_now()
        rest()
    case_id = office.read(lambda session: session.scalar(select(Case.id)))
    office.act(edit_case, EditCase(case_id, None, CaseFields("Ours")))
    path.write_text("Case Number,Title\nA-1,Theirs\n")
    page.take(path)
    rest()
    page.try_out()
    rest()
    table = page.trial.table
    line = table.current_row()
    assert (line.group, line.ours, line.theirs) == ("conflicts", "Ours", "Theirs")
    assert not page.trial.import_button.isEnabled()
    page.trial.decide(theirs=True)
    assert page.trial.theirs == {(2, "title")}
    page.import_now()
    rest()
    assert office.read(lambda session: session.scalar(select(Case.title))) == "Theirs"


def test_a_profile_is_saved_and_chosen_again(page, office, rest, tmp_path):
    path = tmp_path / "portfolio.csv"
    path.write_text("No;What\nA-1;Laser\n")
    page.take(path)
    rest()
    assert page.matching.delimiter.isVisible()
    page.matching._fields["What"].set_raw("title")
    page.matching._fields["No"].set_raw("number")
    page.matching.keep("Old  system")
    rest()
    assert office.read(profile_named, "cases", "Old system").columns == {
        "No": "number",
        "What": "title",
    }
    page.take(path)
    rest()
    assert page.matching.value().columns == {}
    page.matching.profile.set_raw("Old system")
    rest()
    assert page.matching.value().columns == {"No": "number", "What": "title"}


def test_one_field_for_two_columns_is_marked_and_refused(page, rest, tmp_path):
    path = tmp_path / "portfolio.csv"
    path.write_text("Case Number,Title,Name\nA-1,Laser,x\n")
    page.take(path)
    rest()
    page.matching._fields["Name"].set_raw("title")
    page.matching._mark_twice()
    assert page.matching._fields["Name"].problem
    page.try_out()
    assert "Two columns are matched" in page._notice.text


def test_what_is_no_table_is_said_above_the_page(page, rest, tmp_path):
    path = tmp_path / "portfolio.csv"
    path.write_bytes(b"")
    page.take(path)
    rest()
    assert "is empty (0 bytes)" in page._notice.text
    assert page._stack.currentIndex() == CHOOSE


def test_esc_goes_back_a_step_and_problems_become_a_list(page, rest, tmp_path, office):
    from techmgr.intake.screens.errors import write_problems

    path = tmp_path / "portfolio.csv"
    path.write_text("Case Number,Title,Received\nA-1,=1+1,yesterday\n")
    page.take(path)
    rest()
    page.try_out()
    rest()
    assert (page.escape(), page._stack.currentIndex()) == (True, MATCH)
    written = write_problems(page._trial, tmp_path / "problems.csv", "en").read_text("utf-8-sig")
    assert written.splitlines()[0] == "Row,Column,In the file,What is wrong"
    assert written.splitlines()[1].startswith("2,Received,yesterday,")
    assert [each.key for each in commands(page.window_, office)] == ["Ctrl+I"]
