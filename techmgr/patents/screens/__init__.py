"""Forms of rights; the case page shows them in its side panel."""
