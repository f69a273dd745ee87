"""Screens of people and organisations, and the pickers other screens find them with."""
