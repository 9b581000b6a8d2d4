"""How data files are read, checked and written: YAML with places, and what is wrong with it."""
