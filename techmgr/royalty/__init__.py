"""Royalty: revenue policies as data, the waterfall that applies them, and the explanation of every cent."""
