"""Starts techmgr: the crash handler first, then the window or a command."""

import gc
import sys

from techmgr import crash


def main() -> int:
    """Run the program. Returns its exit status."""
    crash.install()
    words = sys.argv[1:]
    # Imported after the crash handler, and only the one that is asked for: commands run without Qt.
    if words and words[0] == "run":
        from techmgr.job import main as run_job  # noqa: PLC0415 - as above

        return run_job(words[1:])
    if words == ["--self-check"]:
        from techmgr.selfcheck import main as check_itself  # noqa: PLC0415 - as above

        return check_itself()
    if words and not words[0].endswith(".techmgr"):
        from techmgr.commands import main as run_command  # noqa: PLC0415 - as above

        return run_command(words)
    gc.disable()  # nothing imported becomes garbage; with the window desktop/garbage.py collects
    from techmgr.app import main as open_window  # noqa: PLC0415 - as above

    return open_window(words)


if __name__ == "__main__":
    sys.exit(main())
