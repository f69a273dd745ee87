"""techmgr: the desk of a technology manager."""
