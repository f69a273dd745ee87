"""Every compiled form is what its Qt Designer file says: `make forms` was run after the last change."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def _task():
    spec = importlib.util.spec_from_file_location("forms", ROOT / "tasks" / "forms.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_compiled_forms_are_current():
    task = _task()
    stale = [
        form.name
        for form in task.forms()
        if not (path := task.compiled_path(form)).exists()
        or path.read_text(encoding="utf-8") != task.compiled(form)
    ]
    assert not stale, f"run make forms: {stale}"


def test_every_compiled_form_has_its_designer_file():
    task = _task()
    known = {task.compiled_path(form) for form in task.forms()}
    assert set((ROOT / "techmgr").rglob("ui_*.py")) == known
