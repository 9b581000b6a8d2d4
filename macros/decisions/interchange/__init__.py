"""Decisions out to the forms of other tools, and back: DMN (dmn_out.py, dmn_in.py) and CSV (csv_out.py, csv_in.py)."""
