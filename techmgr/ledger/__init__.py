"""The books: entries that sum to zero, receipts, expenses, rates, periods, reversals."""
