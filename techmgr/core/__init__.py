"""Plain values every part builds on: money, shares, days, texts, errors, paths, settings."""
