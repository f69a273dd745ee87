"""The command line: the same actions as the window, for scripts and tests. Never translated."""

from techmgr.commands.line import main

__all__ = ["main"]
