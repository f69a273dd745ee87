"""Forms of agreements; the case page shows them in its side panel."""
