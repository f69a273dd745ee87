"""The case: number, title, manager, nine steps, timeline, notes, tasks."""
