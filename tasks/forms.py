"""Compile every Qt Designer form: forms/<feature>/<screen>.ui to techmgr/<feature>/screens/ui_<screen>.py."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def forms() -> list[Path]:
    """Every form of the project."""
    return sorted((ROOT / "forms").glob("*/*.ui"))


def compiled_path(form: Path) -> Path:
    """Where the compiled form belongs; the window's own forms lie beside its modules."""
    part = ROOT / "techmgr" / form.parent.name
    folder = part if form.parent.name == "desktop" else part / "screens"
    return folder / f"ui_{form.stem}.py"


def compiled(form: Path) -> str:
    """Compile one form; relative, so that the head of the file is the same on every machine."""
    uic = Path(sys.executable).with_name("pyside6-uic")
    done = subprocess.run(
        [uic, form.relative_to(ROOT)], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def main() -> None:
    """Write every compiled form."""
    for form in forms():
        target = compiled_path(form)
        target.write_text(compiled(form), encoding="utf-8", newline="\n")
        print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
