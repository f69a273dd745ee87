"""The window without any feature: theme, jobs, pages, tables, forms, notices and the palette."""
