"""Both catalogues are current and whole: every text a person reads has its Chinese, with the same blanks."""

import ast
import importlib.util
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
spec = importlib.util.spec_from_file_location("texts", ROOT / "tasks" / "texts.py")
task = importlib.util.module_from_spec(spec)
spec.loader.exec_module(task)

BLANK = re.compile(r"\{(\w*)[^}]*\}|%\d|%n")


def screens(path: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            # A plural has its words one level down.
            words = "".join(translation.itertext()).strip()
            whole = "" if translation.get("type") == "unfinished" else words
            found[context.findtext("name"), message.findtext("source")] = whole
    return found


def blanks(text: str) -> set[str]:
    return {match.group(0) for match in BLANK.finditer(text)}


def test_every_sentence_is_in_the_catalogue():
    assert task.SENTENCES.read_bytes() == task.merged_sentences(), "run make texts"


def test_every_text_of_a_screen_is_in_the_catalogue(tmp_path):
    shutil.copy(task.SCREENS, tmp_path)
    task.update_screens(tmp_path / task.SCREENS.name)
    assert set(screens(tmp_path / task.SCREENS.name)) == set(screens(task.SCREENS)), (
        "run make texts"
    )


def test_no_module_of_a_screen_is_passed_over():
    known = {source for _, source in screens(task.SCREENS)}
    modules = (ROOT / "techmgr").glob("**/screens/*.py")
    shown = {text for path in modules for text in asked(path.read_text(encoding="utf-8"))}
    assert shown
    assert not shown - known


def asked(code: str) -> set[str]:
    """Return the texts that a module asks Qt for with `self.tr("…")`."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    asking = (call for call in calls if getattr(call.func, "attr", "") == "tr")
    return {word.value for call in asking for word in call.args if isinstance(word, ast.Constant)}


def test_no_text_is_asked_for_inside_an_f_string():
    # Up to Python 3.11 an f-string is one token: what it asks for reaches no catalogue.
    inside = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "techmgr").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and any(map(asks_for_text, ast.walk(node)))
    ]
    assert not inside


def asks_for_text(node: ast.AST) -> bool:
    asking = getattr(node, "func", None)
    return {getattr(asking, "id", ""), getattr(asking, "attr", "")} & {"say", "tr"} != set()


def test_every_text_has_its_chinese():
    everything = {**task.translated_sentences(), **screens(task.SCREENS)}
    assert not [source for source, chinese in everything.items() if not chinese]


def test_the_chinese_has_the_same_blanks():
    shown = {source: chinese for (_, source), chinese in screens(task.SCREENS).items()}
    everything = {**task.translated_sentences(), **shown}
    wrong = {
        source: chinese
        for source, chinese in everything.items()
        if chinese and blanks(source) != blanks(chinese)
    }
    assert not wrong


def test_what_is_shipped_was_compiled_from_the_catalogues(tmp_path):
    task.compile_screens(task.SCREENS, tmp_path / "screens.qm")
    screens_as_shipped = task.SCREENS.with_suffix(".qm").read_bytes()
    assert screens_as_shipped == (tmp_path / "screens.qm").read_bytes(), "run make texts"
    assert task.SENTENCES.with_suffix(".mo").read_bytes() == task.compiled_sentences()
