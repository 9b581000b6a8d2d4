"""Checks of pages: their calls, links, markup and words."""
