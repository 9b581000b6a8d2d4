"""A decision beside an older version of itself."""
