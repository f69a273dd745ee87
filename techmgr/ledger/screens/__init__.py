"""Forms of bookings; the case page shows them in its side panel."""
