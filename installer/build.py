"""Build the program for this system as one folder in dist/, then let the built program check itself."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "dist" / "techmgr" / ("techmgr.exe" if sys.platform == "win32" else "techmgr")


def main() -> None:
    """Build, then start what was built with `--self-check`, without a display."""
    spec = ROOT / "installer" / "techmgr.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", spec]
    subprocess.run(command, cwd=ROOT, check=True)
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([BUILT, "--self-check"], env=offscreen, check=True)
    print(f"Built and checked: {BUILT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
