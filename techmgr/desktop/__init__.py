"""The window without any feature: theme, jobs, pages, tables, forms, notices and the palette."""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import in place of Python's

# Qt's import reads the source of every module that is imported after it, looking for those that ask
# for its names in snake_case. Nobody here does; a seventh of all importing goes into the search.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
