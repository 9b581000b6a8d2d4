"""Checks of what a reader acts on: ladders, options, and the numbers at which a row applies."""
