"""Extract every text a person reads into the Chinese catalogues, keep what is translated, and compile both.

Sentences of `say(…)` go to resources/texts (gettext), those of screens and forms to resources/translations (Qt).
"""

import pkgutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import techmgr
from techmgr.docket.rulebook import shipped_rules, texts_of
from techmgr.storage import trail_words
from techmgr.storage.base import Record
from techmgr.storage.unit import ACTIONS

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
LANGUAGE = "zh_CN"
SENTENCES = ROOT / "resources" / "texts" / LANGUAGE / "LC_MESSAGES" / "techmgr.po"
SCREENS = ROOT / "resources" / "translations" / f"techmgr_{LANGUAGE}.ts"
_WITH_WINDOW = ("techmgr.desktop", "techmgr.app", "techmgr.__main__", "techmgr.migrations")
# A catalogue with the time of day in it would differ after every run.
NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Bring both catalogues up to date and compile them."""
    for folder in (SENTENCES.parent, SCREENS.parent):
        folder.mkdir(parents=True, exist_ok=True)
    SENTENCES.write_bytes(merged_sentences())
    SENTENCES.with_suffix(".mo").write_bytes(compiled_sentences())
    update_screens(SCREENS)
    compile_screens(SCREENS, SCREENS.with_suffix(".qm"))


def merged_sentences() -> bytes:
    """Return the catalogue of every `say("…")` and of the shipped rules, with what is translated so far."""
    known = translated_sentences()
    found = extract_from_dir(ROOT / "techmgr", [("**.py", "python")], keywords={"say": None})
    catalogue = empty_catalogue()
    said = {message for _, _, message, _, _ in found}
    data = {*texts_of(shipped_rules()), *titles_shipped(), *recorded_words()}
    for message in sorted(said | data):
        catalogue.add(message, known.get(message, ""))
    file = BytesIO()
    write_po(file, catalogue, width=0)
    return file.getvalue()


def titles_shipped() -> Iterator[str]:
    """The titles of policies and calendars; the labels of policies stand in royalty/vocabulary.py."""
    for folder in ("policies", "calendars"):
        for path in (ROOT / "resources" / folder).glob("*.toml"):
            yield tomllib.loads(path.read_text(encoding="utf-8"))["title"]


def recorded_words() -> Iterator[str]:
    """The words of the audit trail: every action, kind of record and field of the program."""
    for found in pkgutil.walk_packages(techmgr.__path__, "techmgr."):
        if not found.name.startswith(_WITH_WINDOW) and ".screens" not in found.name:
            import_module(found.name)
    # Tests make actions and records of their own.
    for action in ACTIONS:
        if (ROOT / "techmgr" / action.partition(".")[0]).is_dir():
            yield trail_words.action_words(action).message
    for mapper in Record.registry.mappers:
        if mapper.class_.__module__.startswith("techmgr."):
            yield trail_words.record_words(mapper.class_.__tablename__).message
            yield from (trail_words.field_words(each.key).message for each in mapper.columns)


def translated_sentences() -> dict[str, str]:
    """Return each English sentence of the committed catalogue with its Chinese, or nothing."""
    if not SENTENCES.exists():
        return {}
    with SENTENCES.open("rb") as file:
        return {each.id: each.string for each in read_po(file) if each.id}


def compiled_sentences() -> bytes:
    """Return what gettext reads."""
    catalogue = empty_catalogue()
    for message, chinese in translated_sentences().items():
        catalogue.add(message, chinese)
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def empty_catalogue() -> Catalog:
    """Return a catalogue with the head that all of ours have."""
    return Catalog(
        LANGUAGE,
        header_comment="# The sentences of techmgr in Chinese. `make texts` adds what is new.",
        project="techmgr",
        version="1",
        msgid_bugs_address="techmgr",
        last_translator="techmgr",
        language_team="techmgr",
        creation_date=NO_DAY,
        revision_date=NO_DAY,
        fuzzy=False,
    )


def update_screens(catalogue: Path) -> None:
    """Merge `self.tr("…")` and the forms' texts into Qt's catalogue."""
    files = [*ROOT.glob("techmgr/**/*.py"), *ROOT.glob("forms/**/*.ui")]
    shown = sorted(path.relative_to(ROOT) for path in files if shows_text(path))
    options = ["-silent", "-locations", "none", "-no-obsolete", "-target-language", LANGUAGE]
    for guess in (
        "sametext",
        "similartext",
    ):  # a guess from another screen would be left unfinished
        options += ["-disable-heuristic", guess]
    run("pyside6-lupdate", *options, *shown, "-ts", catalogue)


def compile_screens(catalogue: Path, target: Path) -> None:
    """Write what Qt reads."""
    run("pyside6-lrelease", "-silent", catalogue, "-qm", target)


def shows_text(path: Path) -> bool:
    """Forms, and modules that ask Qt for words; compiled forms repeat their form's texts."""
    if path.name.startswith("ui_"):
        return False
    text = path.read_text(encoding="utf-8")
    return path.suffix == ".ui" or "self.tr(" in text or "translate(" in text


def run(program: str, *arguments: str | Path) -> None:
    """Run one of the environment's programs in the project's folder."""
    subprocess.run([BIN / program, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
