"""Checks of claims and sources, and of all that may sound no surer than they are."""
