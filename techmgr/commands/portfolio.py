"""Commands on the portfolio: cases, due, import."""
