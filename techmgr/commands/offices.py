"""Commands on a whole office: new, check, backup, restore."""
