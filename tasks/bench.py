"""Run every measurement in benchmarks/, each in a process of its own: what one loads must not speed up the next."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Run all of them; the exit status is 1 when one failed or broke its gate."""
    failed = []
    for script in sorted((ROOT / "benchmarks").glob("*.py")):
        print(f"— {script.stem}", flush=True)
        if subprocess.run([sys.executable, script], cwd=ROOT, check=False).returncode:
            failed.append(script.stem)
    if failed:
        sys.exit(f"Not within their gates: {', '.join(failed)}")


if __name__ == "__main__":
    main()
