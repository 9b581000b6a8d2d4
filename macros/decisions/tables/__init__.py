"""A table and what it says: its rows, its results, and searches over them that need no diagram."""
