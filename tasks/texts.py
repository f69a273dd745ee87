"""Extract every text a person reads into the Chinese catalogues, keep what is translated, and compile both.

Sentences of `say(…)` go to resources/texts (gettext), those of screens and forms to resources/translations (Qt).
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
LANGUAGE = "zh_CN"
TEMPLATE = Path("resources/texts/techmgr.pot")
CATALOGUE = Path(f"resources/texts/{LANGUAGE}/LC_MESSAGES/techmgr.po")
QT_CATALOGUE = Path(f"resources/translations/techmgr_{LANGUAGE}.ts")


def main() -> None:
    """Bring both catalogues up to date."""
    sentences()
    screens()


def sentences() -> None:
    """Extract `say("…")` with Babel, merge, compile."""
    (ROOT / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    head = ["--project=techmgr", "--omit-header", "--no-location", "--sort-output", "--no-wrap"]
    run("pybabel", "-q", "extract", *head, "-k", "say", "-o", TEMPLATE, "techmgr")
    verb = ["update", "--no-wrap", "--omit-header"] if (ROOT / CATALOGUE).exists() else ["init"]
    run("pybabel", "-q", *verb, "-l", LANGUAGE, "-i", TEMPLATE, "-o", CATALOGUE)
    run("pybabel", "-q", "compile", "-i", CATALOGUE, "-o", CATALOGUE.with_suffix(".mo"))


def screens() -> None:
    """Extract `self.tr("…")` and the forms' texts with lupdate, merge, compile with lrelease."""
    (ROOT / QT_CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    sources = [*ROOT.glob("techmgr/**/*.py"), *ROOT.glob("forms/**/*.ui")]
    shown = sorted(path.relative_to(ROOT) for path in sources if shows_text(path))
    update = ["-silent", "-locations", "none", "-no-obsolete", "-target-language", LANGUAGE]
    run("pyside6-lupdate", *update, *shown, "-ts", QT_CATALOGUE)
    run("pyside6-lrelease", "-silent", QT_CATALOGUE)


def shows_text(path: Path) -> bool:
    """Forms and modules that import Qt; compiled forms repeat their form's texts."""
    if path.name.startswith("ui_"):
        return False
    return path.suffix == ".ui" or "PySide6" in path.read_text(encoding="utf-8")


def run(program: str, *arguments: str | Path) -> None:
    """Run one of the environment's programs in the project's folder."""
    subprocess.run([BIN / program, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
