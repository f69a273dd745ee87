"""Keeping records: engines, the unit of work, audit, undo, search, backup, encryption, desk state."""
