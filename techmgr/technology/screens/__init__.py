"""Forms of what an officer can do with a case; the case page shows them in its side panel."""
