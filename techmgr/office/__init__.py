"""The office itself: its settings by date, and its lists of values."""
