"""Kill -9 at random moments: 200 kills here, 10,000 with `make torture`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TORTURE = Path(__file__).parents[2] / "tasks" / "torture.py"
KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork are of POSIX")
def test_killing_the_process_at_any_moment_loses_no_acknowledged_action():
    done = subprocess.run(
        [sys.executable, str(TORTURE)],
        env=os.environ | {"TECHMGR_KILLS": str(KILLS), "TECHMGR_SEED": "7"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    assert f"{KILLS} kills:" in done.stdout
    assert "none lost" in done.stdout
