"""Steps from one schema to the next. They import no models: an old step never changes meaning."""
