"""Screens of the office itself: opening, welcome, settings, and what every page works with."""
