"""Records to markup. Knows the library and templates; knows nothing of the site generator."""
