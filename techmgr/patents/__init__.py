"""Rights and their families, filings, costs and counsel."""
