"""What holds the project together, checked in every run: who imports whom, how long things are, what is said."""

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "techmgr"
MOST_LINES = 400
MOST_LINES_OF_A_TEST = 600
MOST_LINES_OF_A_FUNCTION = 50

# Files that are longer all the same. The list may only shrink.
LONGER_FILES: frozenset[str] = frozenset()

# Only these show something: each path is a module or a folder of the package.
MAY_IMPORT_QT = ("__main__.py", "app.py", "opening.py", "job_pictures.py", "desktop", "*/screens")

# Parts without a database: rules take plain values and return plain values. In a feature every
# module is a rules file unless its name is among these.
OTHERS = ("storage", "desktop", "documents", "intake", "migrations", "sample", "commands")
STORED = ("model", "queries", "actions", "screens")

# What several actions or queries share, split off by subject: these know the database too.
SHARED_BY_ACTIONS = frozenset(
    {
        "agreements/docketing.py",
        "agreements/papers.py",
        "casefile/taking_in.py",
        "casefile/taking_in_inventors.py",
        "casefile/taking_in_rights.py",
        "disclosure/checking.py",
        "disclosure/docketing.py",
        "disclosure/following.py",
        "disclosure/searching.py",
        "docket/book.py",
        "docket/following.py",
        "docket/recomputing.py",
        "docket/searching.py",
        "equity/integrity.py",
        "equity/recording.py",
        "equity/searching.py",
        "ledger/integrity.py",
        "ledger/posting.py",
        "ledger/receiving.py",
        "ledger/settling.py",
        "ledger/taking_in.py",
        "ledger/taking_in_booking.py",
        "patents/cost_papers.py",
        "patents/docketing.py",
        "patents/taking_in.py",
        "patents/taking_in_events.py",
        "patents/taking_in_families.py",
        "patents/invoicing.py",
        "people/checking.py",
        "people/founding.py",
        "people/merging.py",
        "people/searching.py",
        "people/taking_in.py",
        "royalty/applying.py",
        "royalty/books_files.py",
        "royalty/circumstances.py",
        "royalty/correcting.py",
        "royalty/claims.py",
        "royalty/drafting.py",
        "royalty/equity_files.py",
        "royalty/gathering.py",
        "royalty/portions.py",
        "royalty/integrity.py",
        "royalty/letters.py",
        "royalty/memo.py",
        "royalty/paper_files.py",
        "royalty/papers.py",
        "royalty/paying.py",
        "royalty/tallies.py",
        "royalty/recorded.py",
        "royalty/releasing.py",
        "royalty/storing.py",
        "royalty/yearly_files.py",
        "technology/recording.py",
        "technology/searching.py",
    }
)
DATABASE = ("sqlalchemy", "techmgr.storage", "sqlcipher3", "sqlite3", "psycopg")

DOCUMENTED = ("core", "*/queries*.py", "*/actions*.py")


def modules() -> list[Path]:
    """Every module we wrote ourselves: not uic's forms, not Alembic's steps."""
    generated = {*PACKAGE.rglob("ui_*.py"), *PACKAGE.glob("migrations/versions/*.py")}
    return sorted(set(PACKAGE.rglob("*.py")) - generated)


def written_tests() -> list[Path]:
    return sorted((ROOT / "tests").rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lies_in(path: Path, places: tuple[str, ...]) -> bool:
    """Tell whether a module is one of the places, or in one of them."""
    relative = path.relative_to(PACKAGE)
    return any(each.match(place) for each in (relative, *relative.parents) for place in places)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at the top or inside a function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def imports_any(path: Path, *names: str) -> list[str]:
    return [each for each in imports(path) for name in names if f"{each}.".startswith(f"{name}.")]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return (node for node in ast.walk(tree(path)) if isinstance(node, kinds))


def is_rules_file(path: Path) -> bool:
    """A module of a feature that holds neither records nor reads, writes or screens."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    if len(parts) < 2 or parts[0] in OTHERS or "/".join(parts) + ".py" in SHARED_BY_ACTIONS:
        return False
    words = parts[1:]
    return not any(name in STORED for word in words for name in word.split("_"))


def test_each_part_imports_only_what_is_below_it():
    checker = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [checker, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def put_off(path: Path) -> Iterator[tuple[str, str]]:
    """The module and the name of everything a file puts off with `later`."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "later":
            module, name = (ast.literal_eval(each) for each in call.args)
            yield module, name


def test_what_is_put_off_exists_and_stands_below():
    """The import rules see no module that is named as text: `later("techmgr.…", "Page")`."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = rules["tool"]["importlinter"]["contracts"][0]["layers"]
    height = {
        part.strip(): -level for level, parts in enumerate(layers) for part in parts.split("|")
    }
    found = []
    for path in modules():
        own = ".".join(path.relative_to(ROOT).with_suffix("").parts[:2])
        for module, name in put_off(path):
            assert hasattr(importlib.import_module(module), name), f"{module} has no {name}"
            part = ".".join(module.split(".")[:2])
            if part != own and height[part] >= height[own]:
                found.append(f"{name_of(path)} puts off {module}")
    assert not found


def test_declaring_screens_loads_no_page():
    """What stands in SCREENS is loaded before the first list is shown: only that list is, with it."""
    code = """
import sys
from importlib import import_module
from techmgr.app import SCREENS
for name in SCREENS:
    import_module(name)
print(*(each for each in sys.modules if each.startswith("techmgr.") and each.endswith("_page")))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not done.stdout.split()


def test_only_screens_and_the_window_import_qt():
    shows = {name_of(path) for path in modules() if imports_any(path, "PySide6", "shiboken6")}
    allowed = {name_of(path) for path in modules() if lies_in(path, MAY_IMPORT_QT)}
    assert not shows - allowed


def test_only_screens_import_the_window():
    users = {name_of(path) for path in modules() if imports_any(path, "techmgr.desktop")}
    allowed = {name_of(path) for path in modules() if lies_in(path, MAY_IMPORT_QT)}
    assert not users - allowed


def test_the_program_without_a_window_starts_without_qt():
    """The command line runs on a server that has no Qt libraries; no import may bring it in."""
    without_qt = [path for path in modules() if not lies_in(path, MAY_IMPORT_QT)]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in without_qt]
    # Alembic alone can load its env.py.
    names = [name.removesuffix(".__init__") for name in names if name != "techmgr.migrations.env"]
    code = f"""
import importlib, sys
for name in {names!r}:
    importlib.import_module(name)
    assert "PySide6" not in sys.modules, name + " imports Qt"
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_core_and_rules_know_no_database():
    found = {
        name_of(path): wrong
        for path in modules()
        if is_rules_file(path)
        if (wrong := imports_any(path, *DATABASE))
    }
    assert not found


def test_the_list_of_shared_modules_is_true():
    assert {each for each in SHARED_BY_ACTIONS if imports_any(PACKAGE / each, *DATABASE)} == (
        SHARED_BY_ACTIONS
    )


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("model", ("queries", "actions", "screens")),
        ("queries", ("actions", "screens")),
        ("actions", ("screens",)),
    ],
)
def test_inside_a_feature_imports_point_down(lower: str, upper: tuple[str, ...]):
    """`screens → actions → queries → model → rules`."""
    found = {}
    for path in PACKAGE.glob(f"*/{lower}*.py"):
        names = tuple(f"techmgr.{path.parent.name}.{each}" for each in upper)
        if wrong := [each for each in imports(path) if each.startswith(names)]:
            found[name_of(path)] = wrong
    assert not found


def test_files_are_short():
    longer = set()
    for path in (*modules(), *written_tests()):
        most = MOST_LINES_OF_A_TEST if path.is_relative_to(ROOT / "tests") else MOST_LINES
        if path.read_text(encoding="utf-8").count("\n") > most:
            longer.add(name_of(path))
    assert longer == LONGER_FILES


def test_functions_are_short():
    longer = [
        f"{name_of(path)}:{node.lineno} {node.name} ({size} lines)"
        for path in modules()
        for node in functions(path)
        if (size := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]
    assert not longer


def test_nothing_is_left_unfinished():
    marks = re.compile("|".join(("TO" + "DO", "FIX" + "ME", r"\b" + "X" * 3 + r"\b", "HA" + "CK")))
    found = [
        f"{name_of(path)}:{number}"
        for path in (*modules(), *written_tests())
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert not found


def test_tests_use_the_real_parts():
    """No mocks, and nothing of ours is replaced under a test."""
    replaced = re.compile("|".join(("Magic" + "Mock", r"mock\.patch", r"mocker\.")))
    ours = re.compile(r"setattr\(\s*[\"']?techmgr")
    found = [
        name_of(path)
        for path in written_tests()
        if imports_any(path, "mock", "unittest.mock")
        or replaced.search(path.read_text(encoding="utf-8"))
        or ours.search(path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_public_functions_say_what_they_do():
    """Owed by core, rules, queries and actions: one to three lines with units, errors, source."""
    silent = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in modules()
        if is_rules_file(path) or lies_in(path, DOCUMENTED)
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert not silent


def test_every_module_starts_with_a_sentence():
    written = [path for path in modules() if tree(path).body]
    silent = [name_of(path) for path in written if not ast.get_docstring(tree(path))]
    assert not silent


def test_imports_inside_functions_have_a_reason():
    """A comment on the line or the line above says why the import cannot stand at the top."""
    found = []
    for path in modules():
        lines = path.read_text(encoding="utf-8").splitlines()
        for function in functions(path):
            for node in ast.walk(function):
                if not isinstance(node, ast.Import | ast.ImportFrom):
                    continue
                if "#" not in f"{lines[node.lineno - 2]}{lines[node.lineno - 1]}":
                    found.append(f"{name_of(path)}:{node.lineno}")
    assert not found
